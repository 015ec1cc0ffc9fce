"""What is told of a fact does not change with how it is written: digits, white space, case, normal form."""

from datetime import date, timedelta
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mentions import in_words
from claims import extract_claims, find_dates, find_quantities
from claims.model import Claim
from claims.timex.tokens import unwrapped
from corpus.article import Article
from factcheck.crosscheck import cross_check
from factcheck.linking.values import relation
from factcheck.telling.terminal import visible

few = settings(max_examples=50, deadline=None)
PUBLISHED = date(2021, 3, 2)
SENTENCES = [
    "The navy ordered {} frigates from the yard at Gdynia.",
    "Rescuers pulled {} people from the café in Orléans on Monday.",
    "The fire destroyed {} homes, the mayor said.",
    "Voters in {} districts went to the polls.",
    "The trial of the vaccine had {} patients.",
]
GROUPS = st.sampled_from([",", "\u00a0", "\u202f", "\u2009"])
COUNTS = st.integers(2, 999) | st.integers(3_000, 9_999_999)  # what lies between may be a year


def amount(text: str) -> tuple[object, ...]:
    [found] = find_quantities(text)
    return found.value, found.low, found.high, found.bound, found.unit, found.noun


@few
@given(st.sampled_from(SENTENCES), st.integers(10_000, 9_999_999), GROUPS)
def test_however_thousands_are_grouped(sentence, count, separator):
    grouped = f"{count:,}".replace(",", separator)
    assert amount(sentence.format(grouped)) == amount(sentence.format(count))


@few
@given(st.sampled_from(SENTENCES), st.integers(2, 99))
def test_in_digits_or_in_words(sentence, count):
    assert amount(sentence.format(in_words(count))) == amount(sentence.format(count))


@few
@given(
    st.decimals("1.1", "99.9", places=1),
    st.sampled_from([("million", 10**6), ("billion", 10**9), ("trillion", 10**12)]),
)
def test_a_scale_or_all_its_digits(value, scale):
    word, factor = scale
    written = amount(f"The grid cost ${value} {word}.")
    assert written == amount(f"The grid cost ${int(value * factor):,}.")
    assert written == amount(f"The grid cost {value} {word} dollars.")


@few
@given(
    st.integers(2, 900),
    st.sampled_from(
        [
            ("km", "kilometres", "kilometers"),
            ("kg", "kilograms", "KG"),
            ("percent", "per cent", "%"),
            ("mph", "miles per hour", "MPH"),
            ("MW", "megawatts", "Megawatts"),
            ("ha", "hectares", "HECTARES"),
        ]
    ),
)
def test_however_a_unit_is_written(value, forms):
    told = {
        tuple((found.value, found.unit) for found in find_quantities(f"It came to {value} {form} in all."))
        for form in forms
    }
    assert len(told) == 1
    assert told != {()}


@few
@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_however_a_day_is_written(day):
    month = f"{day:%B}"
    written = [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        day.isoformat(),
    ]
    assert {
        (found.value, found.first, found.last)
        for one in written
        for found in find_dates(f"The bridge opened on {one} to traffic.", PUBLISHED)
    } == {(day.isoformat(), day, day)}


@few
@given(st.sampled_from(SENTENCES), COUNTS, st.sampled_from(["\u00a0", "  ", "\t"]))
def test_white_space_between_words_tells_nothing(sentence, count, space):
    texts = (text := sentence.format(count), text.replace(" ", space))
    one, other = (
        [(claim.value, claim.unit, claim.event) for claim in extract_claims(Article(id="a", text=text))]
        for text in texts
    )
    assert one == other


@few
@given(st.sampled_from(SENTENCES), COUNTS)
def test_composed_or_decomposed_letters(sentence, count):
    text = sentence.format(count)
    told = [
        [(one.value, one.unit, one.event, one.when) for one in extract_claims(Article(id="a", text=form))]
        for form in (normalize("NFC", text), normalize("NFD", text))
    ]
    assert told[0] == told[1]


NUMBERS = st.builds(
    lambda value, spread, bound, unit: Claim(
        id="a:0", kind="quantity", doc="a", start=0, end=1, text="1", sentence="1", sentence_start=0,
        value=None if bound == "between" else value,
        low=value if bound in ("between", "at_least", "more_than") else None,
        high=value + spread if bound == "between" else value if bound in ("at_most", "less_than") else None,
        bound=bound, unit=unit,
    ),
    st.decimals("0", "100000", places=1) | st.integers(0, 10**9).map(Decimal),
    st.integers(1, 10**4).map(Decimal),
    st.sampled_from(["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]),
    st.sampled_from(["", "percent", "USD", "kilometer"]),
)  # fmt: skip


@few
@given(NUMBERS, NUMBERS)
def test_two_numbers_relate_alike_both_ways(a, b):
    assert relation(a, b) == relation(b, a)


@few
@given(NUMBERS)
def test_a_number_is_equal_to_itself(a):
    assert relation(a, a) == "equal"


@few
@given(st.integers(2, 60), st.integers(2, 60), st.integers(0, 3), st.booleans())
def test_the_verdict_is_the_same_from_either_side(one, other, later, swapped):
    texts = [f"The ferry Alina sank off Port Maren. At least {count} people died." for count in (one, other)]
    days = [PUBLISHED, PUBLISHED + timedelta(days=later)]
    pairs = list(zip(texts, days, strict=True))
    told = [
        {
            (finding.verdict, finding.kind, finding.severity, finding.confidence)
            for finding in cross_check(
                [
                    Article(id=name, text=text, published=day)
                    for name, (text, day) in zip(names, pairs, strict=True)
                ]
            ).findings
        }
        for names in (("a", "b"), ("b", "a"))
    ]
    assert told[0] == told[1]


@few
@given(st.text(max_size=120))
def test_what_is_made_harmless_stays_so(text):
    assert visible(visible(text)) == visible(text)
    assert unwrapped(unwrapped(text)) == unwrapped(text)
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_quotation_marks_around_a_sentence_tell_nothing_of_its_number(sentence):
    text = sentence.format(41)
    assert [q.value for q in find_quantities(f"“{text}”")] == [q.value for q in find_quantities(text)]
