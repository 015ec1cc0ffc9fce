"""Falsify copies of reports: python -m benchmarks.reprints [--seed N] [--errors] [--update]

A report of each cluster is copied as another newsroom reprints it: under another headline, one sentence
fewer, some words of its own. Two of its facts are falsified, some only written another way, the rest is
left alone. Another copy tells with other figures of something else on the same template: of another place,
the next week, the next year; whatever is reported there is a false alarm.

errors               findings of severity error that rest on a falsified fact, of all; other copies included
error KIND ...       alarms on reprints that rest on a falsified fact, of all, by severity
another place: ...   alarms on the other copies, and how many such copies there are
planted              falsified facts that were reported as discrepancy or update, of all
told by an error     falsified facts that were reported with severity error, of all
false error ...      facts that are the same and were reported with severity error
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import Literal

from benchmarks.clusters import print_figures, run
from benchmarks.edits import Edit, apply_edits, edits_of
from benchmarks.gold import Cluster, Mention, digest_of, load_clusters
from benchmarks.mentions import DAYS, MONTHS
from benchmarks.pins import Pins, bench_parser, fallen
from benchmarks.planter import Role, falsify, is_on, known_mentions, reword, touch
from benchmarks.scoring import reported_pairs
from corpus import Article
from factcheck.model import Finding

SEED = 11
FALSIFIED_EACH = 2  # facts of one reprint
REWRITTEN = 0.3  # of the others
PINS = Pins("reprints")
HEADLINES = ("News in brief", "From the agencies", "What we know so far", "Today's report")
OWN_WORDS = {
    "said": ("added", "stated"),
    "also": ("too",),
    "officials": ("authorities",),
    "but": ("yet",),
    "while": ("as",),
    "people": ("persons",),
}
NAMES = (
    *("Tarvik", "Ombelo", "Quessin", "Hadrun", "Ilvane", "Pestrow", "Muldare", "Zorrel", "Wexin", "Corvane"),
    *(
        "Yandle",
        "Brisko",
        "Fenmoor",
        "Odessan",
        "Lurgan",
        "Kastoff",
        "Drimmel",
        "Vantua",
        "Solbeck",
        "Enzari",
    ),
)
UPPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?\b")
SENTENCE_END = re.compile(r"(?<=[a-z][.!?])[ \n]+(?=[A-Z])")
YEAR = re.compile(r"\b20\d\d\b")
COMMON = frozenset((*DAYS, *MONTHS, *(month[:3] for month in MONTHS), "Sept", "The"))

Elsewhere = Literal["another place", "the next week", "the next year"]
ELSEWHERE: tuple[Elsewhere, ...] = ("another place", "the next week", "the next year")


@dataclass(frozen=True, slots=True)
class Fact:
    """What was done to one mention in the copy."""

    role: Role
    how: str
    here: Mention
    there: Mention


@dataclass(frozen=True, slots=True)
class Reprint:
    """A report and its copy. `told` is None for a reprint, else what the copy tells of instead."""

    articles: tuple[Article, Article]
    facts: tuple[Fact, ...] = ()
    told: Elsewhere | None = None


def reprint_all(clusters: Iterable[Cluster], seed: int = SEED) -> Iterator[Reprint]:
    """A report of each cluster with its reprint, then with a copy that tells of something else, by turns."""
    for turn, cluster in enumerate(clusters):
        article = cluster.articles[(turn + seed) % len(cluster.articles)]
        rng = Random(f"{seed} {article.id}")
        mine = {mention: kind for mention, kind in facts_of(cluster) if mention.doc == article.id}
        yield reprint(article, mine, rng)
        yield tell_elsewhere(article, mine, ELSEWHERE[turn % len(ELSEWHERE)], rng)


def facts_of(cluster: Cluster) -> Iterator[tuple[Mention, str]]:
    """Mentions that share no characters, each with its kind; a fact that one report tells twice is left out.

    So are the figures of one report that do not agree with each other.
    """
    docs_of = Counter((mention.doc, name) for mention, name in set(known_mentions(cluster)))
    taken: list[Mention] = []
    for gold in cluster.findings:
        for mention, _ in gold.claims if gold.kind in ("value", "date") else ():
            if docs_of[mention.doc, gold.fact] == 1 and not any(touch(mention, other) for other in taken):
                taken.append(mention)
                yield mention, gold.kind


def reprint(article: Article, mentions: dict[Mention, str], rng: Random) -> Reprint:
    """The report and its reprint, some facts of it altered."""
    copy = reprinted(article)
    edits: list[Edit] = []
    facts = []
    chosen = set(
        rng.sample(sorted(mentions, key=lambda mention: mention.start), min(FALSIFIED_EACH, len(mentions)))
    )
    for mention, kind in mentions.items():
        role: Role = "planted" if mention in chosen else "rewritten" if rng.random() < REWRITTEN else "left"
        made = falsify_one(mention, kind, rng) if role == "planted" else None
        if role == "rewritten":
            made = reword_one(mention, kind, article, rng)
        how, new = made or ("", [mention.text])
        edits += edits_of([mention], new, article) if made else []
        facts.append(Fact(role if made else "left", how, mention, mention))
    edits += light_edits(article, list(mentions), rng)
    text, moved = apply_edits(article, edits)
    return Reprint(
        (article, replace(copy, text=text)),
        tuple(replace(fact, there=replace(moved(fact.here), doc=copy.id)) for fact in facts),
    )


def tell_elsewhere(article: Article, mentions: dict[Mention, str], told: Elsewhere, rng: Random) -> Reprint:
    """The report and another one on its template, with figures of its own."""
    numbers = {mention: made for mention, kind in mentions.items() if kind == "value"
               if (made := falsify_one(mention, kind, rng))}  # fmt: skip
    edits = [edit for mention, (_, new) in numbers.items() for edit in edits_of([mention], new, article)]
    text, _ = apply_edits(article, edits)
    published = article.published
    if told == "another place":
        text = with_other_names(text, rng)
    elif told == "the next week":
        published = published and published + timedelta(days=7)
    else:
        text = YEAR.sub(lambda match: str(int(match.group()) + 1), text)
        published = published and published + timedelta(days=364)
    return Reprint((article, replace(reprinted(article), text=text, published=published)), (), told)


def reprinted(article: Article) -> Article:
    return replace(article, id=f"{article.id}.reprint", publisher="The Reprint")


def falsify_one(mention: Mention, kind: str, rng: Random) -> tuple[str, list[str]] | None:
    return falsify(kind, [mention], [mention], rng)


def reword_one(mention: Mention, kind: str, article: Article, rng: Random) -> tuple[str, list[str]] | None:
    return reword(kind, [mention], article.published, rng)


def light_edits(article: Article, mentions: Sequence[Mention], rng: Random) -> list[Edit]:
    """A headline of its own, a sentence without figures left out, words changed here and there."""
    text, edits = article.text, []
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    spans = [span_of(article, *span) for span in zip([0, *ends], [*ends, len(text)], strict=True)]
    plain = [span for span in spans[1:] if not any(touch(span, mention) for mention in mentions)]
    busy = list(mentions)
    if plain:
        dropped = rng.choice(plain)
        edits.append(Edit(dropped, ""))
        busy.append(dropped)
    for match in re.finditer(rf"\b(?:{'|'.join(OWN_WORDS)})\b", text):
        span = span_of(article, *match.span())
        if rng.random() < 0.5 and not any(touch(span, other) for other in busy):
            edits.append(Edit(span, rng.choice(OWN_WORDS[match.group()])))
    edits.append(Edit(span_of(article, 0, 0), f"{rng.choice(HEADLINES)}\n\n"))
    return edits


def span_of(article: Article, start: int, end: int) -> Mention:
    return Mention(doc=article.id, start=start, end=end, text=article.text[start:end])


def with_other_names(text: str, rng: Random) -> str:
    """`text` with another name for each capitalised word inside a sentence, days and months aside."""
    names = sorted({name for name in UPPER.findall(text) if name not in COMMON})
    pool = list(NAMES)
    rng.shuffle(pool)
    others = {name: pool[place % len(pool)] for place, name in enumerate(names)}
    if not others:
        return text
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", lambda match: others[match.group()], text)


# ---- scoring


def score(made: Reprint, findings: Iterable[Finding]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Counts by (what, "found" or "all"), and a line for each false alarm and each planted fact missed."""
    counts: Counter[tuple[str, str]] = Counter()
    notes = []
    alarms = [
        (finding, a, b)
        for finding in findings
        for a, b, verdict in reported_pairs(finding)
        if verdict in ("discrepancy", "update") and a.claim.doc != b.claim.doc
    ]
    planted = [fact for fact in made.facts if fact.role == "planted"]
    for finding, a, b in alarms:
        good = any(is_on(a, b, [fact.here], [fact.there]) for fact in planted)
        level = finding.severity if finding.verdict == "discrepancy" else "update"
        name = f"{level} {finding.kind}" if made.told is None else f"{made.told}: {level}"
        if level == "error":
            counts["errors", "found"] += good
            counts["errors", "all"] += 1
        if made.told is None:
            counts[name, "found"] += good
            counts[name, "all"] += 1
        else:
            counts[name, "found"] += 1
        if not good:
            words = f"{a.claim.text!r} | {b.claim.text!r} in {b.claim.sentence[:100]!r}"
            notes.append(
                f"FALSE {made.told or ''} {finding.severity} {finding.verdict} {finding.kind}: {words}"
            )
    if made.told:
        for other in ("error", "warning", "update"):
            counts[f"{made.told}: {other}", "all"] += 1
    for fact in made.facts:
        on = [finding for finding, a, b in alarms if is_on(a, b, [fact.here], [fact.there])]
        wrong = any(finding.severity == "error" for finding in on)
        prefix = "" if fact.role == "planted" else "false alarm "
        for name in (f"{prefix}{fact.role}", f"{prefix}{fact.role} {fact.how}".strip()):
            counts[name, "found"] += bool(on)
            counts[name, "all"] += 1
        told = "told by an error" if fact.role == "planted" else f"false error {fact.role}"
        counts[told, "found"] += wrong
        counts[told, "all"] += 1
        if not on and fact.role == "planted":
            notes.append(f"MISSED {fact.how}: {fact.here.text!r} | {fact.there.text!r}")
    return counts, [f"{made.articles[0].id}: {note}" for note in notes]


def figures_of(clusters: Iterable[Cluster], seed: int = SEED) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """All figures as (good, all), and the notes."""
    counts: Counter[tuple[str, str]] = Counter()
    notes: list[str] = []
    for made in reprint_all(clusters, seed):
        more, told = score(made, run(made.articles))
        counts.update(more)
        notes += told
    names = sorted({name for name, _ in counts})
    return {name: (counts[name, "found"], counts[name, "all"]) for name in names}, notes


def is_pinned(name: str) -> bool:
    """Whether a figure is pinned: the classes of alarms, and what was found; not each way to falsify."""
    return name.startswith(("error", "false error")) or name in ("planted", "told by an error")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 if a pinned figure has fallen."""
    parser = bench_parser(__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(arguments)
    figures, notes = figures_of(load_clusters(), options.seed)
    for note in notes if options.errors else ():
        print(note)
    print_figures(figures)
    if options.update:
        PINS.write(digest_of(), {name: figure for name, figure in figures.items() if is_pinned(name)})
    return 0 if options.seed != SEED else fallen(PINS, digest_of(), figures)


if __name__ == "__main__":
    sys.exit(main())
