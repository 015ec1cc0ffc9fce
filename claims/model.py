"""The vocabulary of the extraction stages: mentions, and the claims made of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from claims.light import light

Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
Change = Literal["up", "down"]
DateKind = Literal["date", "time", "duration", "set"]
ClaimKind = Literal["quantity", "date", "ordinal"]
Status = Literal["asserted", "planned", "possible", "denied", "questioned"]
Standing = Literal["former", "preliminary", "current", "moved", "revised"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount mentioned in a text; `text == source[start:end]`.

    `start` and `end` are code points, `end` exclusive; the span is the number with its sign, scale and
    unit and the noun phrase directly after it, at most 80 characters. `unit` is "" for a bare count, an
    ISO 4217 code, "percent", "basis_point" or a pint unit name, and `value`, `low` and `high` are in that
    unit. exact and about fill `value`; at_least and more_than `value` and `low`; at_most and less_than
    `value` and `high`; between only `low` and `high`. `noun` is what is counted or measured, in the
    source's words; `change` is the direction that the text gives the amount, if it is a change.
    """

    start: int
    end: int
    text: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    unit: str = ""
    noun: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A rank mentioned in a text with the noun it ranks: "the third quake" has value 3, noun "quake"."""

    start: int
    end: int
    text: str
    value: Decimal
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date, time, duration or set mentioned in a text; `text == source[start:end]`.

    `value` is a TIMEX3 value ("2021-11", "P6M", "XXXX-11" where the text does not fix the year);
    `first` and `last` are the inclusive days it covers, None where the text fixes none.
    """

    start: int
    end: int
    text: str
    value: str
    kind: DateKind
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is counted or measured, normalised.

    `head` is the singular head noun, `modifiers` the words before it in order, `designation` a model
    name ("T-72MS"), `type` the class of thing that the lexicon knows the head by ("tank", "person").
    """

    text: str
    head: str
    modifiers: tuple[str, ...] = ()
    designation: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of a claim's event: a TIMEX3 value and the inclusive days it covers, where known."""

    value: str
    first: date | None = None
    last: date | None = None


@light
@dataclass(frozen=True, kw_only=True)
class Claim:
    """One checkable statement of an article, made of exactly one mention.

    `start` and `end` are the mention's, in the article `doc`; `sentence` is the sentence it stands in.
    For a date claim `value` is None and the date is `when`; for an ordinal claim `value` is the rank.
    `is_forecast` tells what somebody thought would come out, and did not decide.
    `standing` is what the text says of how long the number or date holds: replaced since ("former"), only for
    the time being ("preliminary"), "now" or "so far" ("current"), reached from another one ("moved"), or put
    right ("revised"); None where it says nothing of that. `replaces` is the decimal or ISO day whose place it
    took, where the text gives it. `told` is the day as of which the claim is made: the one up to which the
    text counts, else that of publication.
    `whole` is what the number is told to be a part of: 46 in "28 of the 46 trains". `landmark` is the place
    that a distance is taken from.
    `parties` are (role, name) pairs in the order of the roles' names. `names` are the canonical names in
    the sentence, `context` its content words without inflection and `near` those close to the mention: they
    help to tell facts apart.
    """

    id: str
    kind: ClaimKind
    doc: str
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    unit: str = ""
    noun: str | None = None
    change: Change | None = None
    item: Item | None = None
    event: str | None = None
    stage: str | None = None
    scope: str | None = None
    whole: Decimal | None = None
    landmark: str | None = None
    parties: tuple[tuple[str, str], ...] = ()
    when: When | None = None
    status: Status = "asserted"
    is_forecast: bool = False
    standing: Standing | None = None
    replaces: str | None = None
    told: date | None = None
    attribution: str | None = None
    names: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


def claim_id(doc: str, start: int) -> str:
    """The id of the claim whose mention begins at `start` in the article `doc`: no two begin at one place.

    >>> claim_id("navy-wire", 212)
    'navy-wire:212'
    """
    return f"{doc}:{start}"


def claim_order(claim: Claim) -> tuple[str, int, int]:
    """The key by which claims are sorted everywhere: by article and place."""
    return claim.doc, claim.start, claim.end
