"""What holds of quantities and ordinals in any text: exact offsets, no error, linear time."""

import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import find_ordinals, find_quantities
from claims.nouns import noun_phrase_after
from claims.number_words import read_number
from claims.numbers import parse_literal
from claims.token_list import Tokens

WORDS = [
    *(
        "1",
        "2.5",
        "3,000",
        "12",
        "1990",
        "$",
        "£",
        "€",
        "US$",
        "%",
        "a",
        "an",
        "the",
        "of",
        "in",
        "to",
        "and",
        "or",
    ),
    *(
        "from",
        "between",
        "half",
        "third",
        "two-thirds",
        "dozen",
        "one",
        "five",
        "twenty",
        "hundred",
        "million",
    ),
    *(
        "bn",
        "m",
        "km",
        "C",
        "tons",
        "people",
        "tanks",
        "T-72",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        ":",
        "/",
        "½",
        "second",
    ),
    *(
        "pounds",
        "up",
        "down",
        "rose",
        "fell",
        "per",
        "more",
        "than",
        "least",
        "about",
        "“",
        "”",
        "'s",
        "No.",
        "é",
    ),
    *(
        "😀",
        "２",
        "٣",
        "km²",
        "10²",
        "×10⁸",
        "10⁻³",
        "1⁄2",
        "million¹",
        "%²",
        "cent",
        "points",
        "old",
        "years",
        "ago",
        "share",
        "\n",
        "\u00a0",
    ),
]
NEWS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANY = st.one_of(st.text(max_size=200), NEWS, NEWS.map(lambda text: text.replace(" ", "")))


@given(ANY)
@settings(max_examples=400, deadline=None)
def test_mentions_are_exact_ordered_and_apart(text):
    for found in (find_quantities(text), find_ordinals(text)):
        end = 0
        for mention in found:
            assert end <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            assert mention.text == mention.text.strip()
            end = mention.end


@given(ANY)
@settings(max_examples=200, deadline=None)
def test_bounds_and_values_agree(text):
    for found in find_quantities(text):
        if found.bound in ("exact", "about"):
            assert found.value is not None
            assert found.low is found.high is None
        elif found.bound == "between":
            assert found.value is None
            assert found.low is not None
            assert found.high is not None
            assert found.low <= found.high
        elif found.bound in ("at_least", "more_than"):
            assert (found.low, found.high) == (found.value, None)
        else:
            assert (found.low, found.high) == (None, found.value)


@given(ANY, st.integers(0, 220))
@settings(max_examples=200, deadline=None)
def test_a_noun_phrase_lies_where_it_was_asked_for(text, place):
    pos = min(place, len(text))
    after = noun_phrase_after(text, pos)
    assert after is None or pos <= after.start <= after.head_start < after.head_end <= after.end <= len(text)


HOSTILE = [
    *("1,1", "1 ", "a", "(", "-1", "$", '"1', "1.", "1-", "one ", "1 to ", "a.", "@a", "1/", "of ", "half "),
    *(
        "1 of ",
        "$1 ",
        "five-",
        "1 000 ",
        "10 km, ",
        "T-",
        "1 people ",
        "1, and ",
        "the 2 ",
        "and a half ",
        "½",
    ),
    *(
        "million ",
        "more than ",
        "1,000",
        "rose 1% to ",
        "which, ",
        "first ",
        "1st ",
        "A",
        "A 1 ",
        "x10",
        "1%",
    ),
    *("year-old ", "1: ", "1 (2 ", "Mr. ", '1" ', "(1) ", "of 1 of which ", "10,000 m ", "1-a-", "’s "),
]


def steps(function, text):
    count = 0

    def tick(*_):
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        function(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("function", [find_quantities, find_ordinals], ids=lambda f: f.__name__)
@pytest.mark.parametrize("part", HOSTILE)
def test_twice_the_text_takes_twice_the_steps(function, part):
    function(part * 50)  # fills the caches
    once, twice = (steps(function, part * size) for size in (150, 300))
    assert twice <= 2.5 * once + 2_000


@pytest.mark.parametrize(
    "written", ["9" * 10**6, "1e999999999", "0." + "3" * 10**6, "1" + ",000" * 10**5, "1e-999", "9" * 41]
)
def test_a_number_too_long_to_be_one_has_no_value(written):
    assert parse_literal(written) is None
    for found in find_quantities(f"They counted {written} people and paid ${written} to 12 men."):
        assert found.value is None or found.value < Decimal(10) ** 32


def test_other_digits_are_no_numbers():
    assert find_quantities("They counted ١٢٣ people and ２５ more.") == []


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u2008", "\u2009", "\u200a", "\u202f"])
def test_spaces_that_group_thousands_belong_to_the_number(space):
    [found] = find_quantities(f"It cost 12{space}500{space}000 people their homes.")
    assert found.value == 12_500_000


WRITTEN_ON = [  # nobody knows what is meant: a power or a note, digits of another script, a list's sign
    *(
        "10² people came.",
        "They paid $10² for it.",
        "Troops covered 20² km.",
        "10³ tonnes sank.",
        "10⁻⁸ m of it.",
    ),
    *(
        "Some 1,234² people came.",
        "12¹ people died.",
        "The fleet has 10²–20² ships.",
        "10² million people came.",
    ),
    *("2^3 rockets flew.", "10^6 tonnes sank.", "12₂ people came.", "12Ⅻ people came.", "12③ people came."),
    *(
        "12٣ people came.",
        "12３ people came.",
        "$１２ million was paid.",
        "１２ million people came.",
        "𝟝 people came.",
    ),
    *("¹² people came.", "₁₂ people came.", "①② people came.", "Ⅻ people came.", "½½ people came."),
    *("12½2 people came.", "They saw 11⁄2 miles of it.", "They saw 9⁄1 of it.", "12'500 people came."),
    *("12’500 people came.", "12.500.000 people came.", "The formula is E=mc².", "They stopped H₂O and CO₂."),
]


@pytest.mark.parametrize("sentence", WRITTEN_ON)
def test_digits_that_go_on_in_signs_are_no_numbers(sentence):
    assert find_quantities(sentence) == []


@pytest.mark.parametrize("sentence", ["They were 12+", "12+", "He is 30+ ", "1+\n"])
def test_a_plus_sign_may_be_the_last_of_a_text(sentence):
    assert all(found.value is not None for found in find_quantities(sentence))


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit"),
    [
        ("It covers 5 km² of land.", "5 km²", "5", "kilometer ** 2"),
        ("It has 5m³ of gas.", "5m³", "5", "meter ** 3"),
        ("It covers 5 kilometres² of land.", "5 kilometres²", "5", "kilometer ** 2"),
        ("Light runs 3 × 10⁸ metres.", "3 × 10⁸ metres", "300000000", "meter"),
        ("It weighs 2.5×10⁻³ kg.", "2.5×10⁻³ kg", "0.0025", "kilogram"),
        ("It weighs 2.5×10^6 tonnes.", "2.5×10^6 tonnes", "2500000", "metric_ton"),
        ("They paid $2 million¹ for it.", "$2 million", "2000000", "USD"),
        ("They paid $5bn² for it.", "$5bn", "5000000000", "USD"),
        ("It rose 5 percent¹ in May.", "5 percent", "5", "percent"),
        ("It rose 5%² in May.", "5%", "5", "percent"),
        ("He ran 5 km¹ in all.", "5 km", "5", "kilometer"),
        ("It killed 12 people² in May.", "12 people", "12", ""),
        ("It killed 12.² Others fled.", "12", "12", ""),
        ("He ran 1½ miles.", "1½ miles", "1.5", "mile"),
        ("He ran 1 ½ miles.", "1 ½ miles", "1.5", "mile"),
        ("He ran 1⁄2 mile.", "1⁄2 mile", "0.5", "mile"),
        ("He ran 1 1⁄2 miles.", "1 1⁄2 miles", "1.5", "mile"),
        ("Then 3⁄7 of voters came.", "3⁄7", "0.428571428571", ""),
        ("They paid $1½ million.", "$1½ million", "1500000", "USD"),
    ],
)
def test_signs_that_tell_what_is_meant(sentence, text, value, unit):
    [found] = find_quantities(sentence)
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert found.text == text


def test_the_words_of_a_number_are_read_to_their_end():
    tokens = Tokens("two million, three hundred", 0, 26)
    number = read_number(tokens, 0)
    assert number is not None
    assert tokens.words[number.first : number.last + 1] == ["two", "million"]
