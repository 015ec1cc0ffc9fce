"""What works where scripts run: the filters, and the keys with their description. Hidden until then."""

from collections.abc import Iterable

from factcheck.report._html.index import DECIDED, VERDICTS, Index
from factcheck.report._html.markup import Markup, tag

_SEVERITIES = ("error", "warning", "note")
_KEYS = (
    (("j", "k"), "next, previous finding"),
    (("n", "p"), "next, previous claim of the draft"),
    (("d",), "from a finding to its claim in the draft"),
    (("Enter",), "follow a link; open or close what is folded"),
    (("e",), "open or close the evidence of all findings"),
    (("/",), "search"),
    (("Esc",), "leave the search; once more: show all"),
    (("?",), "this list"),
)


def filters(index: Index) -> Markup:
    """Verdict, source, severity and words; the script fills in how many findings are left."""
    verdicts = [(str(name), kind.title) for name, kind in VERDICTS.items() if index.listed[name]]
    verdicts += [(DECIDED.name, DECIDED.title)] if index.decisions else []
    sources = [(str(place), name) for place, name in enumerate(index.publisher_names)]
    severities = [
        (name, name) for name in _SEVERITIES if any(finding.severity == name for finding in index.shown)
    ]
    return tag(
        "form",
        _choice("verdict", "Verdict", verdicts),
        _choice("source", "Source", sources),
        _choice("severity", "Severity", severities),
        tag("label", "Search ", tag("input", type="search", id="search", autocomplete="off")),
        tag("button", "Show all", type="reset"),
        tag("output", id="shown", role="status"),
        id="filters",
        role="search",
        aria_label="Filter the findings",
        hidden=True,
    )


def _choice(name: str, title: str, options: Iterable[tuple[str, str]]) -> Markup:
    entries = (tag("option", words, value=value) for value, words in options)
    return tag("label", f"{title} ", tag("select", tag("option", "all", value=""), *entries, id=f"by-{name}"))


def keys() -> Markup:
    """The keys, and a switch for those who need them for something else."""
    rows = []
    for names, does in _KEYS:
        pressed = [part for name in names for part in (" ", tag("kbd", name))]
        rows.append(tag("div", tag("dt", *pressed), tag("dd", does)))
    switch = tag("label", tag("input", type="checkbox", id="keys-on", checked=True), " Keys are on")
    return tag(
        "details",
        tag("summary", "Keys"),
        tag("dl", *rows),
        tag("p", switch),
        id="keys",
        hidden=True,
    )
