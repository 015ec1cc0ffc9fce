"""Claims and reports as plain JSON values: the schema "factcheck-report/1"."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from claims.model import Claim, Item, When
from corpus.article import Article
from factcheck.model import DecidedFinding, DraftCheck, Evidence, Finding, Report
from factcheck.telling.terminal import escape_hidden
from factcheck.version import __version__
from factcheck.words.phrases import plain

SCHEMA = "factcheck-report/1"

Record = Mapping[str, object]

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def report_members(report: Report) -> Iterator[tuple[str, object]]:
    """What the whole report is made of, in the order of the schema; "decided" and "draft" only if there are.

    What there may be very many of are iterators.
    """
    yield "schema", SCHEMA
    yield "version", __version__
    yield "articles", map(article_record, report.articles)
    yield "claims", map(claim_record, report.claims)
    yield "findings", map(finding_record, report.findings)
    if report.decided:
        yield "decided", map(decided_record, report.decided)
    if report.draft is not None:
        yield "draft", _draft_record(report.draft)


def object_pieces(members: Iterable[tuple[str, object]]) -> Iterator[str]:
    """A JSON object of `members` as `json_text` writes it with an indent of two, piece by piece.

    Members that are iterators are lists of which one element is held at a time.

    >>> "".join(object_pieces([("a", 1), ("b", iter([{"c": 2}])), ("d", iter(()))]))
    '{\\n  "a": 1,\\n  "b": [\\n    {\\n      "c": 2\\n    }\\n  ],\\n  "d": []\\n}'
    """
    opening = "{"
    for name, value in members:
        yield f"{opening}\n  {json_text(name)}: "
        if isinstance(value, Iterator):
            yield from _list_pieces(value)
        else:
            yield _indented(value, "  ")
        opening = ","
    yield "\n}"


def _list_pieces(elements: Iterator[object]) -> Iterator[str]:
    opening = "["
    for element in elements:
        yield f"{opening}\n    {_indented(element, '    ')}"
        opening = ","
    yield "[]" if opening == "[" else "\n  ]"


def _indented(value: object, margin: str) -> str:
    """`value` as text of which no line but the first stands left of `margin`; strings have no line breaks."""
    return json_text(value, indent=2).replace("\n", f"\n{margin}")


def article_record(article: Article) -> Record:
    """An article's metadata, without its text."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": _day(article.published),
        "published_first": _day(article.published_first),
        "published_last": _day(article.published_last),
        "published_from": article.published_from,
        "url": article.url,
        "language": article.language,
        "path": article.path,
        "origin": article.origin,
    }


def claim_record(claim: Claim) -> Record:
    """A claim; a date claim has no value and no unit, its date is `when`."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "doc": claim.doc,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentence": claim.sentence,
        "value": _number(claim.value),
        "low": _number(claim.low),
        "high": _number(claim.high),
        "bound": claim.bound,
        "unit": None if claim.kind == "date" else claim.unit,
        "noun": claim.noun,
        "change": claim.change,
        "item": _item(claim.item),
        "event": claim.event,
        "stage": claim.stage,
        "scope": claim.scope,
        "parties": _parties(claim),
        "when": _when(claim.when),
        "status": claim.status,
        "attribution": claim.attribution,
    }


def _parties(claim: Claim) -> dict[str, str]:
    """Names by role; where several fill one role they are joined by "and"."""
    names: dict[str, str] = {}
    for role, name in claim.parties:
        names[role] = f"{names[role]} and {name}" if role in names else name
    return names


def finding_record(finding: Finding) -> Record:
    """A finding with the claims that it rests on."""
    return {
        "id": finding.id,
        "verdict": finding.verdict,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": float(finding.confidence),
        "summary": finding.summary,
        "reasons": list(finding.reasons),
        "independent_sources": finding.independent_sources,
        "claims": [_evidence_record(evidence) for evidence in finding.claims],
    }


def decided_record(decided: DecidedFinding) -> Record:
    """A finding that no longer counts, with what was decided."""
    decision = {"as": decided.decision.ruling, "reason": decided.decision.reason}
    return {**finding_record(decided.finding), "decision": decision}


def json_text(record: object, *, indent: int | None = None) -> str:
    """`record` as JSON text that is safe to print anywhere.

    Letters stay readable; what a terminal would act on or hide, and lone surrogates, are written as
    JSON escapes, which every JSON reader turns back.

    >>> json_text({"city": "Niš", "title": "\\x9b\\u202e"})
    '{"city": "Niš", "title": "\\\\u009b\\\\u202e"}'
    """
    text = _encoded(record) if indent is None else json.dumps(record, ensure_ascii=False, indent=indent)
    text = text.replace("##[", "#\\u0023[")  # a command to GitHub's runner, wherever it stands in a line
    return escape_hidden(text, lambda character: json.dumps(character)[1:-1])


def _evidence_record(evidence: Evidence) -> Record:
    claim = evidence.claim
    return {
        "id": claim.id,
        "doc": claim.doc,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": evidence.value,
        "unit": evidence.unit,
        "side": evidence.side,
    }


def _draft_record(draft: DraftCheck) -> Record:
    return {"id": draft.article.id, "claims": draft_claim_records(draft)}


def draft_claim_records(draft: DraftCheck) -> list[Record]:
    """The claims of a draft with what the sources make of each."""
    return [
        {
            "id": checked.claim.id,
            "start": checked.claim.start,
            "end": checked.claim.end,
            "text": checked.claim.text,
            "assessment": checked.assessment,
            "independent_sources": checked.independent_sources,
            "findings": list(checked.findings),
        }
        for checked in draft.claims
    ]


def _item(item: Item | None) -> Record | None:
    if item is None:
        return None
    return {"text": item.text, "head": item.head, "designation": item.designation, "type": item.type}


def _when(when: When | None) -> Record | None:
    if when is None:
        return None
    return {"value": when.value, "first": _day(when.first), "last": _day(when.last)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
