"""Gold clusters: small invented news events and what is true of them (tests/gold/clusters/README.md)."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, Literal, cast

from corpus import Article
from factcheck.model import FindingKind, Verdict

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "clusters"

Reason = Literal[
    "other_item",
    "other_event",
    "other_time",
    "part_of_whole",
    "other_role",
    "other_unit",
    "scope",
    "forecast_result",
    "per_unit",
    "status",
    "attribution",
    "sum_holds",
    "dateline",
]
VERDICTS: tuple[Verdict, ...] = ("agreement", "discrepancy", "update", "review")
KINDS: tuple[FindingKind, ...] = ("value", "stage", "date", "magnitude", "arithmetic", "party", "ordinal")
REASONS: tuple[Reason, ...] = Reason.__args__  # type: ignore[attr-defined]


class GoldError(ValueError):
    """A cluster that does not say one thing clearly; the message names its file and the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Characters of one report that a number or a date stands on, marked by hand."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFinding:
    """What is true of one fact; `claims` are (mention, side) pairs, mentions on one side agree.

    `how` says in one word each what makes the fact hard to see; `independent` is the number of
    independent sources, None where the cluster leaves it open.
    """

    fact: str
    verdict: Verdict
    kind: FindingKind
    claims: tuple[tuple[Mention, int], ...]
    how: tuple[str, ...] = ()
    independent: int | None = None

    def pairs(self) -> Iterator[tuple[Mention, Mention, Verdict]]:
        """Every two mentions with the verdict that is true of them: one side agrees, two have the verdict.

        Two mentions of one article on one side are left out, and so are all parts of a sum. Where the
        stage or the party is the point, the numbers of one side need not be equal: it says nothing.
        """
        if self.kind == "arithmetic":
            return
        for (a, side_a), (b, side_b) in combinations(self.claims, 2):
            if side_a != side_b:
                yield a, b, self.verdict
            elif a.doc != b.doc and self.kind not in ("stage", "party"):
                yield a, b, "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """Mentions that look alike, of which no two may be compared."""

    reason: Reason
    mentions: tuple[Mention, ...]

    def pairs(self) -> Iterator[tuple[Mention, Mention]]:
        """Every two of the mentions."""
        return combinations(self.mentions, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Two to four reports of one event, and the gold."""

    name: str
    domain: str
    articles: tuple[Article, ...]
    findings: tuple[GoldFinding, ...]
    traps: tuple[Trap, ...]


def load_clusters(folder: Path = GOLD) -> list[Cluster]:
    """All clusters under `folder` by name. A file that is not clear gold raises `GoldError`."""
    return [load_cluster(path) for path in sorted(folder.glob("*.toml"))]


def digest_of(folder: Path = GOLD) -> str:
    """SHA-256 over the names and bytes of the clusters."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load_cluster(path: Path) -> Cluster:
    """The cluster in one TOML file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path.name}: {error}") from error
    demand_keys(path.name, table, {"domain", "report", "finding"}, {"trap"})
    articles = tuple(read_report(path, row) for row in table["report"])
    texts = {article.id: article.text for article in articles}
    if len(texts) != len(articles):
        raise GoldError(f"{path.name}: two reports have one id")
    findings = tuple(read_finding(path, row, texts) for row in table["finding"])
    traps = tuple(read_trap(path, row, texts) for row in table.get("trap", ()))
    return Cluster(name=path.stem, domain=table["domain"], articles=articles, findings=findings, traps=traps)


def read_report(path: Path, row: dict[str, Any]) -> Article:
    """One report; its id in the bench is "cluster.report", so that clusters can be mixed."""
    demand_keys(
        f"{path.name}: report {row.get('id')!r}", row, {"id", "publisher", "text"}, {"published", "origin"}
    )
    published = row.get("published")
    if published is not None and type(published) is not date:
        raise GoldError(f"{path.name}: report {row['id']!r}: published is not a date")
    return Article(
        id=f"{path.stem}.{row['id']}",
        text=row["text"],
        publisher=row["publisher"],
        published=published,
        published_from="articles.toml" if published else None,
        origin=row.get("origin"),
    )


def read_finding(path: Path, row: dict[str, Any], texts: dict[str, str]) -> GoldFinding:
    """One gold finding; each of its claims is [report, quote, side]."""
    place = f"{path.name}: finding {row.get('fact')!r}"
    demand_keys(place, row, {"fact", "verdict", "kind", "claims"}, {"how", "independent"})
    if row["verdict"] not in VERDICTS or row["kind"] not in KINDS:
        raise GoldError(f"{place}: {row['verdict']} / {row['kind']} is no verdict and kind")
    claims = tuple((find_quote(path, doc, quote, texts), int(side)) for doc, quote, side in row["claims"])
    sides = {side for _, side in claims}
    if len(claims) < 2 or (len(sides) == 1) != (row["verdict"] == "agreement"):
        raise GoldError(f"{place}: an agreement has one side, every other verdict two or more")
    return GoldFinding(
        fact=row["fact"],
        verdict=cast(Verdict, row["verdict"]),
        kind=cast(FindingKind, row["kind"]),
        claims=claims,
        how=tuple(row.get("how", ())),
        independent=row.get("independent"),
    )


def read_trap(path: Path, row: dict[str, Any], texts: dict[str, str]) -> Trap:
    """One trap; each of its claims is [report, quote]."""
    demand_keys(f"{path.name}: trap", row, {"reason", "claims"}, set())
    if row["reason"] not in REASONS:
        raise GoldError(f"{path.name}: {row['reason']!r} is no reason of a trap")
    mentions = tuple(find_quote(path, doc, quote, texts) for doc, quote in row["claims"])
    if len(mentions) < 2:
        raise GoldError(f"{path.name}: a trap needs two mentions")
    return Trap(reason=row["reason"], mentions=mentions)


def find_quote(path: Path, doc: str, quote: str, texts: dict[str, str]) -> Mention:
    """The one place of `quote` in a report; [brackets] mark the mention among words that make it unique."""
    left, opened, rest = quote.partition("[")
    inside, closed, right = rest.partition("]")
    if bool(opened) != bool(closed) or (opened and not inside):
        raise GoldError(f"{path.name}: the brackets of {quote!r} mark nothing")
    bare, before = (left + inside + right, left) if opened else (quote, "")
    text = texts.get(f"{path.stem}.{doc}")
    if text is None:
        raise GoldError(f"{path.name}: there is no report {doc!r}")
    if text.count(bare) != 1:
        raise GoldError(f"{path.name}: {doc} has {bare!r} {text.count(bare)} times, not once")
    start = text.index(bare) + len(before)
    end = start + len(inside if opened else bare)
    return Mention(doc=f"{path.stem}.{doc}", start=start, end=end, text=text[start:end])


def demand_keys(place: str, table: dict[str, Any], needed: set[str], allowed: set[str]) -> None:
    """Raise unless `table` has every needed key and no unknown one."""
    if missing := needed - table.keys():
        raise GoldError(f"{place}: without {', '.join(sorted(missing))}")
    if unknown := table.keys() - needed - allowed:
        raise GoldError(f"{place}: unknown {', '.join(sorted(unknown))}")
