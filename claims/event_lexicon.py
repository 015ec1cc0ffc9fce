"""The event classes of the lexicon, indexed by the first word of every form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from claims.lexicon import load_lexicon
from claims.words import verb_forms

EventKind = Literal["once", "repeats", "none"]
Pos = Literal["verb", "noun", "adjective", "phrase", "measure"]
Course = Literal["grows", "accrues", "varies", "estimated"]
Relation = Literal["same", "ladder", "kin", "excluded", "different", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClass:
    """What the lexicon says of one event.

    `stage` is the place on `ladder`; classes of one `family` exclude each other; `kin` are the classes that
    newspapers use of the same happening; `roles` gives the grammar's slots their names. A `light` verb says
    less than the noun it takes ("receive 12 complaints"), a `measure` is a size and no happening, `goods` are
    never money. `course` tells how the number moves while the event is reported: it "grows" from day to day
    (a toll), it "accrues" over weeks (houses built), it "varies" (people missing), or it is "estimated" and
    may be put right (a cost).
    """

    name: str
    event: str
    kind: EventKind
    light: bool = False
    measure: bool = False
    goods: bool = False
    ladder: str | None = None
    stage: str | None = None
    family: str | None = None
    course: Course | None = None
    kin: frozenset[str] = frozenset()
    roles: Mapping[str, str]


class Pattern(NamedTuple):
    """One form of a class: the words after the first, and what the first word's form is.

    `tail` holds "*" for a gap of a few words. `forms` are those of "base", "third", "past", "participle" and
    "gerund" that a verb's first word may be here, else empty. A pattern with `cues` holds only near one;
    `of_object` says that the cue must be what the verb is done to. `closed` is the gap with nothing in it
    ("taken into custody"), which only the passive has.
    """

    tail: tuple[str, ...]
    pos: Pos
    name: str
    forms: frozenset[str] = frozenset()
    intransitive: bool = False
    cues: frozenset[str] = frozenset()
    of_object: bool = False
    closed: bool = False


@cache
def event_classes() -> Mapping[str, EventClass]:
    """The lexicon's classes by table name."""
    return MappingProxyType(
        {name: _event_class(name, table) for name, table in load_lexicon("events").items()}
    )


def _event_class(name: str, table: Mapping[str, Any]) -> EventClass:
    return EventClass(
        name=name,
        event=table.get("event", name),
        kind=table["kind"],
        light=table.get("light", False),
        measure=table.get("measure", False),
        goods=table.get("goods", False),
        ladder=table.get("ladder"),
        stage=table.get("stage"),
        family=table.get("family"),
        course=table.get("course"),
        kin=frozenset(table.get("kin", ())),
        roles=MappingProxyType(table.get("roles", {})),
    )


@cache
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of every class by their first word: the longest first, those with cues before others."""
    index: dict[str, list[Pattern]] = {}
    for name, table in load_lexicon("events").items():
        for word, pattern in _patterns(name, table):
            index.setdefault(word, []).append(pattern)
    for found in index.values():
        found.sort(key=lambda p: (-len(p.tail), "*" in p.tail, not p.cues, p.name))
    return MappingProxyType({word: tuple(found) for word, found in index.items()})


def _patterns(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Pattern]]:
    for key in ("verbs", "intransitive"):
        for verb in table.get(key, ()):
            yield from _verb(name, verb, key == "intransitive", frozenset())
    for key in ("cued", "objects"):
        for verb, cues in table.get(key, {}).items():
            for form, pattern in _verb(name, verb, False, frozenset(cues)):
                yield form, pattern._replace(of_object=key == "objects")
    for noun in table.get("nouns", ()):
        yield from _noun(name, noun, frozenset())
    for noun, cues in table.get("cued_nouns", {}).items():
        yield from _noun(name, noun, frozenset(cues))
    for words in table.get("adjectives", ()):
        first, *tail = words.split()
        yield first, Pattern(tuple(tail), "adjective", name)
    measured = [f"{unit} {after}" for unit in table.get("units", ()) for after in table.get("after", ())]
    fixed: dict[Pos, list[str]] = {
        "phrase": table.get("phrases", []),
        "measure": [*table.get("measures", ()), *measured],
    }
    for pos, forms in fixed.items():
        for words in forms:
            first, *tail = words.split()
            yield first, Pattern(tuple(tail), pos, name)


def _verb(name: str, verb: str, intransitive: bool, cues: frozenset[str]) -> Iterator[tuple[str, Pattern]]:
    base, *tail = verb.split()
    ends = [tail[-1]] if tail else []
    if "*" in tail and not tail[-1].endswith("s"):
        ends.append(_plural(tail[-1]))  # "cut * job" and "cut * jobs"
    for form, kinds in _kinds_of(base).items():
        for words in [[*tail[:-1], end] for end in ends] or [[]]:
            yield form, Pattern(tuple(words), "verb", name, kinds, intransitive, cues)
            if "*" in words:  # "took 23 into custody", and "was taken into custody"
                closed = tuple(word for word in words if word != "*")
                yield form, Pattern(closed, "verb", name, kinds, intransitive, cues, closed=True)


def _kinds_of(base: str) -> dict[str, frozenset[str]]:
    irregular: Mapping[str, list[str]] = load_lexicon("inflection")["verbs"]
    kinds: dict[str, frozenset[str]] = {}
    for form in verb_forms(base):
        found = set()
        if form == base:
            found.add("base")
        elif form.endswith("ing"):
            found.add("gerund")
        if base in irregular:
            found |= {
                kind
                for kind, word in zip(("past", "participle"), irregular[base], strict=True)
                if word == form
            }
        elif form.endswith("ed") and form != base:
            found |= {"past", "participle"}
        kinds[form] = frozenset(found or {"third"})
    return kinds


def events_called(noun: str) -> frozenset[str]:
    """The classes that `noun`, in the singular or the plural, names by itself: "heist" a robbery.

    >>> sorted(events_called("heist"))
    ['robbery']
    """
    return _called().get(noun, frozenset())


@cache
def _called() -> Mapping[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for name, table in load_lexicon("events").items():
        for noun in (*table.get("nouns", ()), *table.get("cued_nouns", ())):
            for word, pattern in _noun(name, noun, frozenset()):
                if not pattern.tail:
                    index.setdefault(word, set()).add(name)
    return MappingProxyType({word: frozenset(names) for word, names in index.items()})


def _noun(name: str, noun: str, cues: frozenset[str]) -> Iterator[tuple[str, Pattern]]:
    words = noun.split()
    for phrase in {tuple(words), (*words[:-1], _plural(words[-1]))}:
        yield phrase[0], Pattern(phrase[1:], "noun", name, cues=cues)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def compare_events(name: str | None, other: str | None) -> Relation:
    """How two events stand to each other: names of classes, or None where none was read.

    "ladder" are two stages of one deal, "kin" two words for one happening, "excluded" two roles that never
    count the same (killed, injured).

    >>> compare_events("killed", "injured"), compare_events("purchase", "delivery")
    ('excluded', 'ladder')
    """
    classes = event_classes()
    if name is None or other is None or name not in classes or other not in classes:
        return "unknown"
    one, two = classes[name], classes[other]
    if one.event == two.event:
        return "same"
    if two.event in one.kin or one.event in two.kin:
        return "kin"
    if one.ladder and one.ladder == two.ladder:
        return "ladder"
    if one.family and one.family == two.family:
        return "excluded"
    return "different"


def are_stages(name: str | None, other: str | None) -> bool:
    """Whether two classes are two stages of one course, be they also told of one happening.

    >>> are_stages("donation", "delivery"), are_stages("purchase", "sale"), are_stages("killed", None)
    (True, False, False)
    """
    classes = event_classes()
    if name is None or other is None or name not in classes or other not in classes:
        return False
    one, two = classes[name], classes[other]
    return one.ladder is not None and one.ladder == two.ladder and one.stage != two.stage


def home_role(role: str) -> str:
    """The role of the country in which the bearer of `role` is at home: "supplier's country"."""
    return f"{role}'s country"
