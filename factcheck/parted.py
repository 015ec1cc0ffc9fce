"""Articles in parts: compared as the one text that they are, and told of where they stand."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claims.model import Claim, claim_id
from corpus.parts import Part
from factcheck.claim_store import ClaimStore, HeldClaims
from factcheck.model import Evidence, Finding

Parts = Mapping[str, Sequence[Part]]  # of each text, by the id of its first part


class Joined:
    """The claims of `store`, those of the parts of a text under the id of the first."""

    def __init__(self, store: ClaimStore, parts: Parts) -> None:
        self._store = store
        self._joined = HeldClaims(claim for pages in parts.values() for claim in _joined(store, pages))
        self._parts = {page.doc for pages in parts.values() for page in pages}

    def joined(self) -> Sequence[str]:
        """The ids of the texts in parts that have claims."""
        return self._joined.docs()

    def docs(self) -> Sequence[str]:
        whole = (doc for doc in self._store.docs() if doc not in self._parts)
        return sorted([*whole, *self._joined.docs()])

    def of(self, doc: str) -> Sequence[Claim]:
        return (self._joined if doc in self._parts else self._store).of(doc)

    def wording(self, doc: str) -> bytes:
        return (self._joined if doc in self._parts else self._store).wording(doc)


def _joined(store: ClaimStore, pages: Sequence[Part]) -> Iterator[Claim]:
    return (_moved(claim, pages[0].doc, page.start) for page in pages for claim in store.of(page.doc))


def _moved(claim: Claim, doc: str, by: int) -> Claim:
    start = claim.start + by
    return replace(
        claim,
        id=claim_id(doc, start),
        doc=doc,
        start=start,
        end=claim.end + by,
        sentence_start=claim.sentence_start + by,
    )


def led_back(finding: Finding, parts: Parts) -> Finding:
    """`finding` with its claims in the parts that they stand in."""
    if not any(evidence.claim.doc in parts for evidence in finding.claims):
        return finding
    return replace(finding, claims=tuple(_at_home(evidence, parts) for evidence in finding.claims))


def _at_home(evidence: Evidence, parts: Parts) -> Evidence:
    claim = evidence.claim
    pages = parts.get(claim.doc)
    if pages is None:
        return evidence
    page = pages[bisect_right(pages, claim.start, key=lambda part: part.start) - 1]
    return replace(evidence, claim=_moved(claim, page.doc, -page.start))


def text_of(doc: str, parts: Parts) -> str:
    """The id of the text that the article `doc` is a part of; its own where it is none."""
    return next((name for name, pages in parts.items() if doc in {page.doc for page in pages}), doc)
