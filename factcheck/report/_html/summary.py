"""The head of the page: what was checked, the verdict in one line, and where to go from there."""

from collections.abc import Iterator

from factcheck.model import Assessment, Finding
from factcheck.report._html.index import ASSESSMENTS, DECIDED, VERDICTS, Index, Kind, anchor
from factcheck.report._html.markup import Markup, join, symbol, tag
from factcheck.words.phrases import count_words

_WORST: tuple[Assessment, ...] = ("contradicted", "inconsistent", "outdated")


def heading(index: Index) -> str:
    """What was checked."""
    draft = index.report.draft
    if draft:
        return f"Check of “{draft.article.title or draft.article.id}”"
    return f"Cross-check of {count_words(len(index.report.articles), 'article')}"


def summary_section(index: Index) -> Markup:
    """The verdict line, the counts, and of a draft the claims to look at first."""
    parts = [tag("p", _verdict_line(index), class_="verdict-line"), _counts(index)]
    return tag("div", *parts, *_first_things(index), id="summary")


def _verdict_line(index: Index) -> str:
    report = index.report
    if report.draft:
        counts = index.assessed
        claims = count_words(len(report.draft.claims), "claim")
        against = count_words(len(report.articles) - 1, "source")
        worst = ", ".join(f"{counts[name]:,} {name}" for name in _WORST if counts[name])
        verdict = worst or "No source contradicts the draft"
        return f"{verdict}; {claims} of the draft against {against}."
    found = index.counts
    read = f"{count_words(len(report.claims), 'claim')} in {count_words(len(report.articles), 'article')}"
    differ = count_words(found["discrepancy"], "discrepancy", "discrepancies")
    return f"{differ}, {found['review']:,} to review; {read}."


def _counts(index: Index) -> Markup:
    """Every verdict with its number; of a draft every assessment."""
    if index.report.draft:
        chips = [_chip(kind, index.assessed[name], "#draft") for name, kind in ASSESSMENTS.items()]
    else:
        chips = [_chip(kind, index.counts[name], f"#{name}") for name, kind in VERDICTS.items()]
    if index.decisions:
        chips.append(_chip(DECIDED, len(index.decisions), f"#{DECIDED.name}"))
    return tag("ul", *(tag("li", chip) for chip in chips), class_="counts")


def _chip(kind: Kind, count: int, target: str) -> Markup:
    words = (symbol(kind.symbol), " ", tag("b", f"{count:,}"), f" {kind.title.lower()}")
    return tag("a", *words, href=target, class_=kind.name) if count else tag("span", *words, class_=kind.name)


def _first_things(index: Index) -> Iterator[Markup]:
    """The draft's claims that a source, the draft itself or the time contradicts, the worst first."""
    draft = index.report.draft
    if draft is None:
        return
    rows = []
    for name in _WORST:
        kind = ASSESSMENTS[name]
        for number, one in enumerate(draft.claims, 1):
            if one.assessment == name:
                mark = tag(
                    "a", symbol(kind.symbol), f" claim {number}", href=f"#claim-{number}", class_="number"
                )
                told = [tag("li", _finding_link(finding, index)) for finding in index.listed_of(one)]
                said = tag("bdi", f"“{one.claim.text}”")
                rows.append(tag("li", tag("p", mark, " ", said, f" {name}"), tag("ul", *told), class_=name))
    if rows:
        yield tag("h2", "To look at first")
        yield tag("ol", *rows, class_="worst")


def _finding_link(finding: Finding, index: Index) -> Markup:
    number = tag("a", f"finding {index.numbers[finding.id]}", href=f"#{anchor(finding)}")
    return join((number, ": ", tag("bdi", finding.summary)))
