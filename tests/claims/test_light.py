"""Claims are light to hold, and to their users as any dataclass."""

import copy
import pickle
import sys
from dataclasses import FrozenInstanceError, fields, replace
from decimal import Decimal

import pytest

from claims.extract import extract_claims
from claims.model import Claim
from corpus.article import Article

TOLD = {
    "id": "a:4",
    "kind": "quantity",
    "doc": "a",
    "start": 4,
    "end": 13,
    "text": "six homes",
    "sentence_start": 0,
}
SENTENCE = "The six homes burnt down."


def _claim(**fields: object) -> Claim:
    return Claim(**{**TOLD, "sentence": SENTENCE, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "start", "end", "sentence", "sentence_start"),
    [
        ("six homes", 4, 13, SENTENCE, 0),
        ("six homes", 104, 113, SENTENCE, 100),
        ("six of its homes", 4, 20, SENTENCE, 0),  # not as the sentence has it
        ("six homes", 4, 13, "", 0),
        ("six homes", 4, 13, SENTENCE, 9),  # before the sentence
        ("six homes", 90_000, 90_009, SENTENCE, 89_996),
        ("", 4, 4, SENTENCE, 0),
    ],
)
def test_the_text_and_its_place_are_what_was_given(
    text: str, start: int, end: int, sentence: str, sentence_start: int
) -> None:
    claim = _claim(text=text, start=start, end=end, sentence=sentence, sentence_start=sentence_start)
    told = claim.text, claim.start, claim.end, claim.sentence, claim.sentence_start
    assert told == (text, start, end, sentence, sentence_start)


@pytest.mark.parametrize("name", ["value", "low", "high", "whole"])
def test_a_number_stays_as_it_is_written(name: str) -> None:
    written = [str(getattr(_claim(**{name: Decimal(text)}), name)) for text in ("2.5", "2.50", "2.5")]
    assert written == ["2.5", "2.50", "2.5"]


def test_every_field_is_read_and_replaced() -> None:
    [claim] = extract_claims(
        Article(id="a", text="The navy may sell between two and four of its boats to Peru.")
    )
    told = {field.name: getattr(claim, field.name) for field in fields(Claim)}
    assert (
        Claim(**told) == claim == replace(claim) == copy.deepcopy(claim) == pickle.loads(pickle.dumps(claim))
    )
    assert {claim: 1}[copy.copy(claim)] == 1
    assert {type(claim.context), type(claim.near), type(claim.names)} == {frozenset}
    assert (claim.low, claim.high, claim.status) == (2, 4, "possible")


def test_it_differs_where_one_field_does() -> None:
    others = [
        _claim(told=None),
        _claim(is_forecast=True),
        _claim(near=frozenset(["burn"])),
        _claim(text="six"),
    ]
    assert len({_claim(), *others}) == 1 + 3  # `told` is None unless it is given
    assert repr(_claim()).startswith("Claim(id='a:4', kind='quantity', doc='a'")


@pytest.mark.parametrize("name", ["id", "text", "told", "context", "unknown"])
def test_nothing_can_be_changed(name: str) -> None:
    claim = _claim()
    with pytest.raises(FrozenInstanceError):
        setattr(claim, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(claim, name)


@pytest.mark.parametrize("given", [{}, {"id": "a:4"}, {**TOLD, "sentence": SENTENCE, "colour": "red"}])
def test_a_claim_takes_its_fields_only(given: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Claim takes"):
        Claim(**given)  # type: ignore[arg-type]


def test_what_claims_have_alike_is_held_once() -> None:
    one, other = (
        _claim(value=Decimal(value), noun=" ".join(["mobile", "homes"]), near=frozenset(["home", "burn"]))
        for value in (6, 7)
    )
    assert one._alike is other._alike  # type: ignore[attr-defined]
    assert one._near is other._near  # type: ignore[attr-defined]
    assert one.noun is other.noun
    assert one._text is None  # type: ignore[attr-defined]
    assert sys.getsizeof(one) <= 16 + 8 * 24  # a header and two dozen references
