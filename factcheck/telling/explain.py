"""One finding in full: the sentences, how each was read slot by slot, and why that verdict."""

from collections.abc import Iterator, Sequence

from claims.model import Claim
from corpus.parts import Part, parts_of
from factcheck.model import Dating, Evidence, Finding, Report
from factcheck.telling.layout import Row, draw, paragraph
from factcheck.telling.paint import paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import cells, visible, wrap_spans
from factcheck.words.phrases import amount_words, count_words, evidence_words, plain, side_names
from factcheck.words.timex_words import date_words

_COLUMN = 20  # cells that a reading wants; the first stands in every table, for comparison
_LABEL = 14


def render_finding(report: Report, finding: Finding, width: int, *, color: bool = False) -> str:
    """The whole reading of `finding`, at most `width` cells wide."""
    sources = Sources(report.articles)
    names = _names(finding)
    head = paragraph(f"{_verdict(finding)}: {visible(finding.summary)}", width)
    lines = [
        *(paint(line, finding.severity, color=color) for line in head),
        *paragraph(_facts(finding), width),
        "",
        paint("The sentences", "title", color=color),
    ]
    for name, evidence in zip(names, finding.claims, strict=True):
        lines.extend(_sentence(name, evidence.claim, sources, width, color))
    for note in _notes_on(report, finding, sources):
        lines += ["", *paragraph(visible(note), width)]
    lines += ["", paint("How each was read (= alike, / different)", "title", color=color)]
    beside = max(1, (width - _LABEL) // _COLUMN - 1)
    for start in range(1, max(len(names), 2), beside):
        shown = [0, *range(start, min(start + beside, len(names)))]
        lines.extend(
            _readings([names[n] for n in shown], [finding.claims[n] for n in shown], finding.kind, width)
        )
        lines.append("")
    lines.append(paint("Why", "title", color=color))
    for reason in finding.reasons:
        lines.extend(paragraph(visible(reason), width, first="  - "))
    lines.extend(paragraph(_conclusion(finding, names), width, first="  - "))
    return "\n".join(lines) + "\n"


def _notes_on(report: Report, finding: Finding, sources: Sources) -> Iterator[str]:
    """How the articles of `finding` without a day were bounded, and which of them are parts of one."""
    docs = {evidence.claim.doc for evidence in finding.claims}
    yield from (dating_words(dating, sources) for dating in report.datings if dating.doc in docs)
    for parts in parts_of(report.articles).values():
        if not docs.isdisjoint(part.doc for part in parts):
            yield parts_words(parts, sources)


def dating_words(dating: Dating, sources: Sources) -> str:
    """Between which days an article was published, and why, as one line."""
    first, last = (day.isoformat() if day else None for day in (dating.first, dating.last))
    if first == last:
        when = f"probably on {first}"
    elif first and last:
        when = f"between {first} and {last}"
    else:
        when = f"not before {first}" if first else f"not after {last}"
    return f"{sources.path(dating.doc)}: published {when}: {'; '.join(dating.reasons)}"


def parts_words(parts: Sequence[Part], sources: Sources) -> str:
    """Which articles are read as one text, as one line."""
    return f"{', '.join(sources.path(part.doc) for part in parts)}: compared as the parts of one article"


def _verdict(finding: Finding) -> str:
    verdict = finding.verdict.capitalize()
    return f"{verdict} ({finding.kind})" if finding.kind else verdict


def _facts(finding: Finding) -> str:
    sources = count_words(finding.independent_sources, "independent source")
    return f"{finding.severity} · confidence {plain(finding.confidence)} · {sources} · id {finding.id}"


def _names(finding: Finding) -> list[str]:
    """ "A" for the only claim of a side, "A1", "A2" for several; bare numbers where there is one side."""
    sides = side_names(finding)
    counts = {side: sum(evidence.side == side for evidence in finding.claims) for side in sides}
    seen = dict.fromkeys(sides, 0)
    names = []
    for evidence in finding.claims:
        seen[evidence.side] += 1
        alone = counts[evidence.side] == 1 and sides[evidence.side]
        names.append(sides[evidence.side] + ("" if alone else str(seen[evidence.side])))
    return names


def _sentence(name: str, claim: Claim, sources: Sources, width: int, color: bool) -> Iterator[str]:
    """Where it stands, then the sentence with carets under the claim's words."""
    yield ""
    head = ", ".join(filter(None, (sources.publisher(claim.doc), sources.place(claim))))
    yield from paragraph(head, width, first=f"{name:<4}")
    start = claim.start - claim.sentence_start
    before = visible(claim.sentence[:start])
    mention = visible(claim.text)
    text = before + mention + visible(claim.sentence[start + len(claim.text) :])
    first, last = len(before), len(before) + len(mention)
    for line_start, line_end in wrap_spans(text, width - 4):
        yield "    " + text[line_start:line_end]
        marked = max(line_start, first), min(line_end, last)
        if marked[0] < marked[1]:
            carets = "^" * cells(text[slice(*marked)])
            yield " " * (4 + cells(text[line_start : marked[0]])) + paint(carets, "mark", color=color)


def _readings(names: Sequence[str], claims: Sequence[Evidence], kind: str | None, width: int) -> list[str]:
    """A table with a row a slot and a column a claim; slots that no claim fills are left out."""
    columns = [_slots(evidence, kind) for evidence in claims]
    labels = list(dict.fromkeys(label for column in columns for label in column))
    rows: list[Row | str] = [Row((("",), ("",), *((name,) for name in names)))]
    for label in labels:
        values = [column.get(label, "") for column in columns]
        if any(values):
            rows.append(Row(((_mark(values),), (label,), *((visible(value or "-"),) for value in values))))
    return draw(rows, width, indent="  ")


def _mark(values: Sequence[str]) -> str:
    if len(values) == 1 or not all(values):
        return ""
    return "=" if len(set(values)) == 1 else "/"


def _slots(evidence: Evidence, kind: str | None) -> dict[str, str]:
    """What was read for each slot, in words; "" where nothing was."""
    claim = evidence.claim
    item, when = claim.item, claim.when
    days = (when.first, when.last) if when else (None, None)
    value = "" if claim.kind == "date" else amount_words(claim)
    date = date_words(when.value) if when else ""
    compared = evidence_words(evidence, kind)
    slots = {
        "words": claim.text,
        "value": value,
        "compared": "" if compared in (value, date) else compared,
        "change": claim.change or "",
        "item": item.text if item else "",
        "head noun": item.head if item else claim.noun or "",
        "designation": (item.designation if item else None) or "",
        "type": (item.type if item else None) or "",
        "event": (claim.event or "").replace("_", " "),
        "stage": (claim.stage or "").replace("_", " "),
    }
    slots |= dict(claim.parties)
    slots |= {
        "date": date,
        "first day": days[0].isoformat() if days[0] else "",
        "last day": days[1].isoformat() if days[1] else "",
        "scope": claim.scope or "",
        "status": claim.status,
        "said by": claim.attribution or "",
    }
    return slots


def _conclusion(finding: Finding, names: Sequence[str]) -> str:
    sides: dict[int, list[str]] = {}
    for name, evidence in zip(names, finding.claims, strict=True):
        sides.setdefault(evidence.side, []).append(name)
    if len(sides) > 1:
        return "so " + " against ".join(" and ".join(side) for _, side in sorted(sides.items()))
    return "so all are on one side" if len(names) > 1 else "no other claim to compare it with"
