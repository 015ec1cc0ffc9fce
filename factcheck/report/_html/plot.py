"""A fact that three or more claims tell, drawn: what each says against the day of its publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.model import Evidence, Finding
from factcheck.report._html.difference import compared_number
from factcheck.report._html.index import Index, anchor
from factcheck.report._html.markup import Markup, tag
from factcheck.words.phrases import course_words, evidence_words, number_words, unit_words
from factcheck.words.timex_words import date_words

_LEAST = 3  # claims; two are compared faster in words
_WIDTH, _HEIGHT = 360, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 48, 14, 30
_FLOOR = 10  # between the axis and the lowest value
_LINE = 15  # from one line of text to the next
_DAY = Decimal(84)  # that the words of a day take
_UNDATED = 78  # that the column of claims without a day takes
_NAMES = 44  # that the names at a point take
_CELL = 4  # points closer than this are one
_LABEL = 14  # characters of a value at the axis
_KEYS = 3  # names at one point before the rest is only counted


@dataclass(frozen=True, slots=True)
class _Point:
    """One claim: the number or day that it gives, from `low` to `high` where that is a range."""

    name: str
    evidence: Evidence
    low: Decimal
    high: Decimal
    published: date | None

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2


class _Scale:
    """Values of an axis to places on the page; one value alone stands in the middle."""

    def __init__(self, values: Sequence[Decimal], start: int, end: int) -> None:
        self.low, self.high = min(values), max(values)
        self.start, self.end = start, end

    def __call__(self, value: Decimal) -> Decimal:
        if self.low == self.high:
            return Decimal(self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return (self.start + share * (self.end - self.start)).quantize(Decimal("0.1"))


class _Days:
    """Days of publication to places from left to right; what has no day gets a column at the end."""

    def __init__(self, points: Sequence[_Point]) -> None:
        days = [Decimal(point.published.toordinal()) for point in points if point.published]
        self.end = _WIDTH - _RIGHT
        self.has_undated = len(days) < len(points)
        last = self.end - _UNDATED if self.has_undated else self.end
        self._scale = _Scale(days, _LEFT + 12, last) if days else None

    def __call__(self, day: date | None) -> Decimal:
        if day is None or self._scale is None:
            return Decimal(self.end)
        return self._scale(Decimal(day.toordinal()))


def plot(finding: Finding, names: Sequence[str], index: Index) -> Markup:
    """The figure with its legend, which says all that the drawing does; "" for fewer than three claims.

    The parts of a sum are no claims of one fact, so a finding of kind arithmetic has none either.
    """
    points = _points(finding, names, index)
    if len(points) < _LEAST or finding.kind == "arithmetic":
        return Markup()
    unit = unit_words(points[0].evidence.unit) if finding.kind != "date" else ""
    said = f"What each source says, in {unit}," if unit else "What each source says"
    caption = tag("figcaption", f"{said} by the day of publication")
    return tag("figure", caption, _drawing(finding, points), _legend(finding, points, index), class_="plot")


def _points(finding: Finding, names: Sequence[str], index: Index) -> list[_Point]:
    """The claims that have a place on the axis: numbers in the unit of the first, or days."""
    points: list[_Point] = []
    unit = finding.claims[0].unit if finding.claims else None
    for name, evidence in zip(names, finding.claims, strict=True):
        reach = _days(evidence) if finding.kind == "date" else _numbers(evidence, unit)
        if reach:
            published = index.articles[evidence.claim.doc].published
            points.append(_Point(name, evidence, *reach, published))
    return points


def _numbers(evidence: Evidence, unit: str | None) -> tuple[Decimal, Decimal] | None:
    claim = evidence.claim
    value = compared_number(evidence, unit)
    if value is not None:
        return value, value
    if claim.low is not None and claim.high is not None and evidence.unit == unit:
        return claim.low, claim.high
    return None


def _days(evidence: Evidence) -> tuple[Decimal, Decimal] | None:
    when = evidence.claim.when
    if when is None or when.first is None or when.last is None:
        return None
    return Decimal(when.first.toordinal()), Decimal(when.last.toordinal())


def _drawing(finding: Finding, points: Sequence[_Point]) -> Markup:
    name = f"{anchor(finding)}-plot"
    up = _Scale(
        [value for point in points for value in (point.low, point.high)], _HEIGHT - _BOTTOM - _FLOOR, _TOP
    )
    along = _Days(points)
    says = "Each point is a claim, named as in the table above; the list below says the same."
    return tag(
        "svg",
        tag("title", f"{len(points)} claims by day of publication: {finding.summary}", id=f"{name}-title"),
        tag("desc", says, id=f"{name}-desc"),
        _line(_LEFT, _HEIGHT - _BOTTOM, _WIDTH - 4, _HEIGHT - _BOTTOM, "axis"),
        *_value_axis(finding, points, up),
        *_day_axis(points, along),
        *_marks(points, along, up),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def _value_axis(finding: Finding, points: Sequence[_Point], up: _Scale) -> Iterator[Markup]:
    """A line at each value that is told, its words where there is room for them."""
    free = Decimal(_HEIGHT)
    for value in sorted({point.middle for point in points}):
        height = up(value)
        yield _line(_LEFT, height, _WIDTH - 4, height, "grid")
        if free - height >= _LINE:
            free = height
            yield _text(_LEFT - 6, height + 4, _value_words(finding, value), "value")


def _value_words(finding: Finding, value: Decimal) -> str:
    if finding.kind == "date":
        return date_words(date.fromordinal(int(value)).isoformat())
    words = number_words(value)
    return words if len(words) <= _LABEL else f"{words[: _LABEL - 1]}…"


def _day_axis(points: Sequence[_Point], along: _Days) -> Iterator[Markup]:
    """The days of publication, as many as can stand side by side."""
    height = _HEIGHT - _BOTTOM
    free = Decimal(_LEFT) - _DAY
    for day in sorted({point.published for point in points if point.published}):
        place = along(day)
        yield _line(place, height, place, height + 4, "axis")
        if place - _DAY / 2 >= free:
            free = place + _DAY / 2
            yield _text(place, height + 18, date_words(day.isoformat()), "day")
    if along.has_undated:
        yield _text(along.end, height + 18, "no date", "day")


def _marks(points: Sequence[_Point], along: _Days, up: _Scale) -> Iterator[Markup]:
    """A sign for each point, its shape telling the side, and the names of the claims that meet there."""
    ranks = {side: rank for rank, side in enumerate(sorted({point.evidence.side for point in points}))}
    met: dict[tuple[int, int, int], list[_Point]] = {}
    for point in points:
        cell = (int(along(point.published) // _CELL), int(up(point.middle) // _CELL), point.evidence.side)
        met.setdefault(cell, []).append(point)
    taken: dict[int, Decimal] = {}
    for _, group in sorted(met.items(), key=lambda pair: (pair[0][1], pair[0][0], pair[0][2])):
        first = group[0]
        x, y = along(first.published), up(first.middle)
        if first.low != first.high:
            yield _line(x, up(first.low), x, up(first.high), "range")
        yield _sign(ranks[first.evidence.side], x, y)
        column = int(x // _NAMES)
        height = max(
            y + 4, *(taken.get(near, Decimal(-_LINE)) + _LINE for near in (column - 1, column, column + 1))
        )
        taken[column] = height
        names = " ".join(point.name for point in group[:_KEYS])
        more = f" +{len(group) - _KEYS}" if len(group) > _KEYS else ""
        yield _text(x + 8, height, names + more, "name")


def _sign(side: int, x: Decimal, y: Decimal) -> Markup:
    """A circle for the first side, then a square, a triangle, a diamond, and again."""
    shape = side % 4
    if shape == 0:
        return tag("circle", cx=str(x), cy=str(y), r="4", class_="sign")
    if shape == 1:
        return tag("rect", x=str(x - 4), y=str(y - 4), width="8", height="8", class_="sign")
    corners = {2: f"M{x} {y - 5} L{x + 5} {y + 4} L{x - 5} {y + 4} Z"}
    diamond = f"M{x} {y - 5} L{x + 5} {y} L{x} {y + 5} L{x - 5} {y} Z"
    return tag("path", d=corners.get(shape, diamond), class_="sign")


def _line(x1: object, y1: object, x2: object, y2: object, name: str) -> Markup:
    return tag("line", x1=str(x1), y1=str(y1), x2=str(x2), y2=str(y2), class_=name)


def _text(x: object, y: object, words: str, name: str) -> Markup:
    return tag("text", words, x=str(x), y=str(y), class_=name)


def _legend(finding: Finding, points: Sequence[_Point], index: Index) -> Markup:
    """The points in words, by day: name, value, stage, source."""
    undated = date.max
    rows = []
    for point in sorted(points, key=lambda point: (point.published or undated, point.name)):
        claim = point.evidence.claim
        day = date_words(point.published.isoformat()) if point.published else "no date"
        said = ", ".join(filter(None, (evidence_words(point.evidence, finding.kind), course_words(claim))))
        who = tag("bdi", index.source_name(claim.doc))
        rows.append(tag("li", tag("b", point.name), f" {day}: ", tag("bdi", said), " (", who, ")"))
    return tag("ol", *rows)
