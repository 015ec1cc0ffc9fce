"""Twice the text, twice the work, whatever the text: of what finds and reads.

Work is counted in calls. Not seen are the steps inside a pattern (test_regexes counts those), loops that call
nothing and the copying of text; `python -m fuzz.growth` measures all of it in processor time.
"""

from inspect import isfunction

import pytest

import claims
import corpus
import factcheck
from corpus.formats import formats
from fuzz.files import FILES
from fuzz.growth import MOST, SUBJECTS, calls
from fuzz.hostile import FAMILIES, grown

ONCE = 2_000  # characters: more than a sentence is read at a time
SLACK = 3_000  # calls
LINEAR = [
    *("quantities", "ordinals", "dates", "published", "sentences", "antecedents", "names", "boilerplate"),
    *("language", "origin", "front matter", "visible", "wrap", "file"),
]
PUBLIC = {
    "load_articles": "file",
    "read_corpus": "file",
    "find_quantities": "quantities",
    "find_ordinals": "ordinals",
    "find_dates": "dates",
    "extract_claims": "claims",
    "compare": "compared",
    "check_draft": "checked",
}
PIECES = {family: pieces[:: max(1, len(pieces) // 4)] for family, pieces in FAMILIES.items()}


def grows(name, piece, size=ONCE):
    """Calls over a text and over one twice as long, told where they grow too fast."""
    subject = SUBJECTS[name]
    calls(subject, grown(piece, 200))  # fills the caches
    for _ in range(2):  # a rule that only the longer text needs is compiled in the first round
        once, twice = (calls(subject, grown(piece, length)) for length in (size, 2 * size))
        if twice <= MOST * once + SLACK:
            return []
    return [(piece, once, twice)]


@pytest.mark.parametrize("family", PIECES)
@pytest.mark.parametrize("name", LINEAR)
def test_what_finds_and_reads_is_linear(name, family):
    assert [told for piece in PIECES[family] for told in grows(name, piece)] == []


def test_every_public_function_is_tried():
    public = {
        name
        for package in (corpus, claims, factcheck)
        for name in package.__all__
        if isfunction(getattr(package, name))
    }
    assert PUBLIC.keys() == public
    assert set(PUBLIC.values()) <= SUBJECTS.keys()


def test_every_format_is_tried():
    assert FILES.keys() == formats().keys()


@pytest.mark.parametrize("family", PIECES)
@pytest.mark.parametrize("name", formats())
def test_what_reads_a_file_is_linear(name, family):
    assert [told for piece in PIECES[family] for told in grows(name, piece)] == []


@pytest.mark.parametrize("name", formats())
def test_what_reads_many_records_is_linear(name):
    assert grows(f"many {name}", "(12%) ", 300) == []


CLAIMS = [
    *("(1) ", "one of the ", "May 5, ", "to buy ", "Roe and Doe, ", "1\n", "`a` 6 men. ", "he said, "),
    *("the T-72 tank and these six boats. ", "of the 6 tanks, 2 ", "up from 5, down to 4, "),
    *("Share this\n6 men died.\n", "Jane Roe (JR) said. JR ", "ROE AND DOE\n", '"6 men," Roe said. '),
]


@pytest.mark.parametrize("piece", CLAIMS)
def test_claims_are_read_in_linear_steps(piece):
    assert grows("claims", piece) == []


@pytest.mark.parametrize("name", ["compared", "checked"])
@pytest.mark.parametrize("piece", ["twenty-five ", "dozen ", "6 men, "])
def test_comparing_takes_as_long_for_each_pair_of_claims(piece, name):
    """Twice the claims are four times the pairs, up to the claims of one key that are compared at all."""
    short, long = (calls(SUBJECTS[name], grown(piece, size)) for size in (300, 600))
    assert long <= 5 * short + SLACK


def test_a_key_of_very_many_claims_is_passed_over():
    few, many = (calls(SUBJECTS["compared"], grown("dozen ", size)) for size in (3_000, 6_000))
    assert many <= MOST * few + SLACK
