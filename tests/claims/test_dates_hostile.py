"""Any text at all: exact offsets, no exception, the same answer everywhere, time linear in the text."""

import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import find_dates
from claims.published import published_from_text
from claims.timex import unusual
from claims.timex.vocabulary import load_vocabulary

NUMBERS = [
    "5", "31", "2019", "1066", "2019-21", "10:30", "10.30", "1,000", "11pm", "5th", "1990s", "'98",
    "2021-02-30",
    "2019-10-24", "05/06/2021", "31.12.2021", "99999999", "0", "0600", "twenty-five", "nineteen ninety-eight",
    "2 1/2", "p.m.", "9999", "BC", "T-72", "24/7", "1e99", "٣", "²",
]  # fmt: skip
MARKS = [" ", " ", " ", "-", "–", ", ", ". ", "\n", "\n\n", "'s ", "/", "(", ") ", "\u00a0", "\u202e"]
PUBLISHED = [None, date.min, date(2020, 2, 29), date(2022, 1, 10), date.max]


def words_of_time() -> list[str]:
    vocabulary = load_vocabulary()
    return sorted([*vocabulary.codes, *vocabulary.phrase_codes])


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from([*words_of_time(), *NUMBERS, *MARKS, "Serbia", "fell", "will"]), max_size=40
    ).map("".join),
    st.lists(st.sampled_from([*words_of_time(), *NUMBERS]), max_size=30).map(" ".join),
)


@given(TEXTS, st.sampled_from(PUBLISHED))
def test_offsets_are_exact_and_in_order(text: str, published: date | None) -> None:
    at = 0
    for mention in find_dates(text, published):
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.value
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        at = mention.end


@given(TEXTS)
def test_a_publication_date_is_found_or_not(text: str) -> None:
    assert published_from_text(text) is None or isinstance(published_from_text(text), date)


HOSTILE = [
    "1,1,1,", "1 ", "a", "((((", "-1-1-1", "$", "\"'", "May ", "the ", "5 ", "Monday ", "year ", "2019 ",
    "2019-",
    "12:", "Oct. 5-7 ", "last ", "early ", "the end of the ", "and ", "twenty ", "a year ", "10 p.m. ", "\n",
    "May 5, ",
    "the night of ", "1990s ", "Published: ", "A/A ", "9", "0.", "1/1/1/", "on ", "of the first quarter ",
]  # fmt: skip


def steps(text: str) -> int:
    """Calls made while a text is read: a clock that other work on the machine does not disturb."""
    count = 0

    def step(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        find_dates(text, date(2020, 2, 2))
        published_from_text(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_takes_twice_the_steps(unit: str) -> None:
    once, twice = (steps((unit * (size // len(unit) + 1))[:size]) for size in (4000, 8000))
    assert twice <= 2.5 * once + 200


@pytest.mark.parametrize(
    "surroundings", [{"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}, {"TZ": "America/Adak"}]
)
def test_the_same_answer_everywhere(surroundings: dict[str, str]) -> None:
    program = (
        "from datetime import date; from claims import find_dates;"
        "print(find_dates('It fell on 2021, 5th of November, last Friday in May at 5pm.', date(2022, 1, 10)))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | env, capture_output=True, text=True, check=True
        ).stdout
        for env in ({}, surroundings | {"PYTHONHASHSEED": "7"})
    }
    assert len(answers) == 1


def test_dateparser_is_not_loaded_for_plain_dates() -> None:
    program = (
        "import sys; from claims import find_dates; find_dates('On May 3, 2019, it rained.');"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_date_parser_is_asked_about_short_spans_only(monkeypatch):
    monkeypatch.setattr(unusual, "_parser", lambda base: pytest.fail("asked about a long span"))
    assert unusual.parse_unusual("2019, 24th of " + "October " * 7, None) is None
    assert unusual.parse_unusual("1 " * 10_000, None) is None
