"""What may explain a difference without anybody being wrong: for the one who has to decide."""

from collections.abc import Iterable, Mapping, Sequence

from corpus.article import Article
from factcheck.model import Evidence, Finding
from factcheck.words.phrases import count_words
from factcheck.words.timex_words import date_words

_FEW = 4  # days, names or stages that a line spells out
_BOUNDS = {
    "about": "“about”",
    "at_least": "“at least”",
    "at_most": "“at most”",
    "more_than": "“more than”",
    "less_than": "“less than”",
    "between": "a range",
}


def cautions(finding: Finding, names: Sequence[str], articles: Mapping[str, Article]) -> list[str]:
    """The differences besides the value, a line each; none for findings that blame nobody."""
    if finding.verdict not in ("discrepancy", "review"):
        return []
    rows = list(zip(names, finding.claims, strict=True))
    lines = [
        _stages(rows) if finding.kind != "stage" else "",
        _as_of(rows) if finding.kind != "date" else "",
        _days_published(rows, articles) if finding.kind == "value" else "",
        *_kinds(rows),
        _alone(finding),
    ]
    return [line for line in lines if line]


def _alone(finding: Finding) -> str:
    is_alone = finding.independent_sources == 1 and finding.kind != "arithmetic"
    return "Only one independent source speaks here." if is_alone else ""


def _stages(rows: Sequence[tuple[str, Evidence]]) -> str:
    stages = _told((name, (one.claim.stage or one.claim.event or "").replace("_", " ")) for name, one in rows)
    return f"They speak of different steps: {_spelt(stages)}." if len(stages) > 1 else ""


def _as_of(rows: Sequence[tuple[str, Evidence]]) -> str:
    days = _told((name, date_words(one.claim.when.value) if one.claim.when else "") for name, one in rows)
    return f"They speak of different times: {_spelt(days)}." if len(days) > 1 else ""


def _days_published(rows: Sequence[tuple[str, Evidence]], articles: Mapping[str, Article]) -> str:
    days = sorted({day for _, one in rows if (day := articles[one.claim.doc].published)})
    if len(days) < 2:
        return ""
    first, last = (date_words(day.isoformat()) for day in (days[0], days[-1]))
    apart = count_words((days[-1] - days[0]).days, "day")
    return f"They were published up to {apart} apart ({first} to {last}): a figure may have moved."


def _kinds(rows: Sequence[tuple[str, Evidence]]) -> list[str]:
    """Inexact numbers, what is not simply asserted, and who is quoted."""
    inexact = _told((name, _BOUNDS.get(one.claim.bound, "")) for name, one in rows)
    open_ = _told((name, "" if one.claim.status == "asserted" else one.claim.status) for name, one in rows)
    quoted = _told((name, one.claim.attribution or "") for name, one in rows)
    return [
        f"Not every number is exact: {_spelt(inexact)}." if inexact else "",
        f"Not everything is asserted: {_spelt(open_)}." if open_ else "",
        f"It is said by others than the paper: {_spelt(quoted)}." if quoted else "",
    ]


def _told(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that share each wording, "" left out."""
    told: dict[str, list[str]] = {}
    for name, words in pairs:
        if words:
            told.setdefault(words, []).append(name)
    return told


def _spelt(told: Mapping[str, Sequence[str]]) -> str:
    parts = [f"{_names(names)} {words}" for words, names in list(told.items())[:_FEW]]
    if len(told) > _FEW:
        parts.append(f"{len(told) - _FEW:,} more")
    return "; ".join(parts)


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_FEW])
    return f"{shown} and {len(names) - _FEW:,} more:" if len(names) > _FEW else f"{shown}:"
