"""Shards: the claims of articles as lines in files, each found by its entry, by any process."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claims.codec import EncodedClaim, encode_claims, encoded_claims
from claims.model import Claim
from factcheck.claim_store import wording_of
from factcheck.keeping.lines import LineWriter, Place, read_line


@dataclass(frozen=True, slots=True)
class Entry:
    """The claims of one article in a shard, and what is known of them without reading them."""

    doc: str
    place: Place
    wording: bytes
    claims: int
    published: date | None = None

    def __str__(self) -> str:
        return self.doc


class ShardWriter(LineWriter):
    """One file of claims and of other lines; use as a context."""

    def put_claims(self, doc: str, claims: Iterable[Claim], published: date | None = None) -> Entry:
        """The claims of one article, under its id."""
        named = list(claims)
        return self.put_encoded(doc, encode_claims(named, named=False), len(named), published)

    def put_encoded(self, doc: str, text: str, count: int, published: date | None = None) -> Entry:
        """The same where `count` claims, named by nothing, are encoded already."""
        return Entry(doc, self.put(text), wording_of(text), count, published)


def read_claims(entry: Entry) -> list[Claim]:
    """The claims of one article by place."""
    return [claim.decode(entry.doc) for claim in read_encoded(entry)]


def read_encoded(entry: Entry) -> list[EncodedClaim]:
    """The same, to decode those that are wanted."""
    return encoded_claims(read_line(entry.place))
