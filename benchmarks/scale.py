"""Scale: what comparing costs as a corpus grows, with one thing in a fifth of it, with little that is new."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from random import Random

from benchmarks.articles import write_articles
from benchmarks.children import PEAK, spend
from benchmarks.measures import Row, Setting
from claims.model import Claim, Item, When, claim_id
from claims.shared import number_of, shared, words_of
from claims.words import stem

_THINGS = (
    "home",
    "house",
    "worker",
    "job",
    "car",
    "school",
    "hospital",
    "building",
    "road",
    "vote",
    "company",
)
_EVENTS = ("killed", "injured", "delivery", "arrest", "evacuated", "destroyed", "payment", "score")
_FACTS = 8  # claims of an article
_TELLINGS = (2, 3, 4)  # articles on one event
_COMPARE = """
import sys, time
from benchmarks.scale import made_up_claims
from factcheck import compare
claims = list(made_up_claims(int(sys.argv[1]), share=float(sys.argv[2])))
begun = time.process_time()
found = compare(claims)
print(time.process_time() - begun)
"""
_REPORT = "import sys; from factcheck.cli import main; main(sys.argv[1:])"


def made_up_claims(count: int, *, share: float = 0.0, seed: int = 1) -> Iterator[Claim]:
    """`count` claims of articles of which two to four tell each event; `share` of all count people.

    As of claims that were read, equal parts of them are one object. Each has a sentence of its own; of those
    that were read, two share one.

    >>> one, other = list(made_up_claims(9)), list(made_up_claims(9))
    >>> one == other, len({claim.doc for claim in one})
    (True, 2)
    """
    return islice(_claims(Random(seed), share), count)


def _claims(chance: Random, share: float) -> Iterator[Claim]:
    number = 0
    while True:
        day = date(2019, 1, 1) + timedelta(days=chance.randrange(1500))
        names = [_name(chance, 4) for _ in range(3)]
        words = [_name(chance, 3).casefold() for _ in range(12)]
        facts = [_fact(chance, share, names, words) for _ in range(_FACTS)]
        for _ in range(chance.choice(_TELLINGS)):
            doc = f"a{number:07}"
            number += 1
            for place, (thing, event, value, told, name) in enumerate(facts):
                said = value + 1 if chance.random() < 0.05 else value
                yield _claim(doc, place * 100, thing, event, Decimal(said), told, name, day)


def _fact(
    chance: Random, share: float, names: list[str], words: list[str]
) -> tuple[str, str, int, frozenset[str], str]:
    thing = "person" if chance.random() < share else chance.choice(_THINGS)
    value = chance.choice((chance.randrange(2, 99), chance.randrange(100, 5000)))
    name = chance.choice(names)
    told = words_of((*chance.sample(words, 4), stem(thing), name.casefold()))
    return thing, chance.choice(_EVENTS), value, told, name


def _claim(
    doc: str, at: int, thing: str, event: str, value: Decimal, told: frozenset[str], name: str, day: date
) -> Claim:
    text = f"{value} {thing}s"
    return Claim(
        id=claim_id(doc, at),
        kind="quantity",
        doc=doc,
        start=at,
        end=at + len(text),
        text=text,
        sentence=f"{text}, said {name}, and {' '.join(sorted(told))}.",
        sentence_start=at,
        value=number_of(str(value)),
        noun=thing,
        item=shared(Item(text=thing, head=thing, type="person" if thing == "person" else None)),
        event=event,
        when=shared(When(value=day.isoformat(), first=day, last=day)),
        told=day,
        names=words_of((name,)),
        context=told,
        near=told,
    )


def _name(chance: Random, syllables: int) -> str:
    sounds = (chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(syllables))
    return "".join(sounds).capitalize()


def _spent(count: int, *, share: float = 0.0) -> tuple[float, float]:
    """Seconds of CPU that comparing took, and megabytes at the peak, the claims included."""
    done = spend(["-c", f"{_COMPARE}\n{PEAK}", str(count), str(share)])
    return float(done.output), int(done.errors.split()[-1]) / 1024


def measure_compare(setting: Setting) -> Iterator[Row]:
    """`compare` of ten times the claims, and with one thing in a fifth of them."""
    few, many = setting.claims // 10, setting.claims
    (taken_by_few, _), (taken, peak) = _spent(few), _spent(many)
    yield Row(
        what=f"compare of {many:,} claims, against {few:,}",
        value=taken / taken_by_few,
        must="<= 20x",
        aim="13x",
        note=f"{1000 * taken / many:.2f} ms a claim",
    )
    yield Row(
        what=f"peak memory of compare, with its {many:,} claims",
        value=peak,
        unit="MB",
        must="<= 1,000 MB of 1,000,000",
        aim="400 MB",
        note=f"{1024 * peak / many:,.1f} KB a claim",
    )
    value = _spent(few, share=0.2)[0] / taken_by_few
    yield Row(what="compare with one thing in a fifth of all claims", value=value, must="<= 1.3x", aim="1.1x")


def measure_growth(setting: Setting) -> Iterator[Row]:
    """`factcheck report` on four times the articles, and again with one article more."""
    few, many = setting.articles, 4 * setting.articles
    taken = {count: _report(setting, count) for count in (few, many)}
    for count, (cpu, peak) in taken.items():
        yield Row(what=f"report on {count:,} articles", value=cpu, unit="s of CPU")
        yield Row(what=f"its peak memory, of {count:,} articles", value=peak, unit="MB", must="<= 1,024 MB")
    ratio = taken[many][0] / taken[few][0]
    yield Row(what="report on four times the articles", value=ratio, must="<= 5x", aim="4x")
    folder = setting.scratch / f"growth-{many}"
    (folder / "new.txt").write_text("The ferry Alma Grace sank off Dunmore and 12 people drowned.\n")
    value = _report(setting, many)[0] / taken[many][0]
    yield Row(what="the same with one article more", value=value, must="<= 0.3x")


def _report(setting: Setting, count: int) -> tuple[float, float]:
    """Seconds of CPU and megabytes at the peak of the leading process; what was read before is kept."""
    folder = setting.scratch / f"growth-{count}"
    if not folder.exists():
        write_articles(folder, count)
    peak = f"import atexit; atexit.register(lambda: exec({PEAK!r}))"
    run = ["report", str(folder), "--fail-on", "never", "--quiet", "--output", "/dev/null"]
    cache = ["--cache-dir", str(setting.scratch / f"growth-cache-{count}")]
    done = spend(["-c", f"{peak}; {_REPORT}", *run, *cache], cwd=setting.scratch)
    return done.cpu, int(done.errors.split()[-1]) / 1024


MEASURES = {"compare": measure_compare, "growth": measure_growth}
