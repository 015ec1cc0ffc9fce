"""The dated claims of the listed findings in the order of the days that they speak of."""

from collections.abc import Sequence
from datetime import date

from claims.model import Claim, When
from factcheck.report._html.index import Index, anchor
from factcheck.report._html.markup import Markup, symbol, tag, unseen
from factcheck.words.phrases import amount_words, count_words, course_words
from factcheck.words.timex_words import date_words

_OPEN = 40  # days; a longer line is folded


def timeline_section(index: Index) -> Markup:
    """A line a day or period; "" where no listed finding rests on a dated claim."""
    days: dict[tuple[date, date, str], list[tuple[Claim, When]]] = {}
    for claim in index.report.claims:
        when = claim.when
        if when and when.first and when.last and claim.id in index.first_finding:
            days.setdefault((when.first, when.last, when.value), []).append((claim, when))
    if not days:
        return Markup()
    rows = [
        _day(words, claims, index) for (_, _, words), claims in sorted(days.items(), key=lambda day: day[0])
    ]
    count = sum(map(len, days.values()))
    listed = tag(
        "details",
        tag("summary", f"{count_words(count, 'dated claim')} at {count_words(len(days), 'date')}"),
        tag("ol", *rows),
        open=len(days) <= _OPEN,
    )
    title = tag("h2", "Timeline", id="timeline-title")
    return tag("section", title, listed, id="timeline", aria_labelledby="timeline-title")


def _day(value: str, claims: Sequence[tuple[Claim, When]], index: Index) -> Markup:
    items = (_told(claim, index) for claim, _ in claims)
    return tag("li", tag("time", date_words(value)), tag("ul", *items))


def _told(claim: Claim, index: Index) -> Markup:
    """The claim in few words, who says it, and the finding that it is part of."""
    finding = index.first_finding[claim.id]
    kind = index.kind_of(finding)
    number = f"{index.numbers[finding.id]}"
    to = tag(
        "a",
        symbol(kind.symbol),
        unseen(f" {kind.name} "),
        number,
        href=f"#{anchor(finding)}",
        class_="number",
    )
    item = claim.item.text if claim.item else ""
    amount = "" if claim.kind == "date" else amount_words(claim)
    words = ", ".join(filter(None, (item, amount, course_words(claim)))) or claim.text
    who = tag("span", tag("bdi", index.source_name(claim.doc)), class_="who")
    return tag("li", to, " ", tag("bdi", words), " ", who, class_=kind.name)
