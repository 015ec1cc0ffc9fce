"""Learning the weights: the regression, and the domains that are left out."""

import pytest

from benchmarks.fit import folds_of, write
from benchmarks.pairs import Case
from benchmarks.regression import Example, fit
from factcheck.linking.likeness import Likeness
from factcheck.linking.link import weights

ROWS = [
    *[Example({"always": 1.0, "rare": 1.0}, True, 1.0)] * 30,
    *[Example({"always": 1.0, "rare": 1.0}, False, 1.0)] * 10,
    *[Example({"always": 1.0}, True, 1.0)] * 10,
    *[Example({"always": 1.0}, False, 1.0)] * 30,
]


def test_the_weights_are_the_log_odds():
    found = fit(ROWS, {}, penalty=1e-6)
    assert found == {"always": pytest.approx(-1.1, abs=0.01), "rare": pytest.approx(2.2, abs=0.01)}


def test_the_penalty_holds_weights_near_what_is_expected():
    assert fit(ROWS, {"rare": 5.0}, penalty=1e4)["rare"] == pytest.approx(5.0, abs=0.01)


def test_what_is_rarely_seen_gets_no_weight():
    rows = [*ROWS, Example({"odd": 1.0}, True, 1.0)]
    assert "odd" not in fit(rows, {}, penalty=0.6)


def test_every_domain_is_left_out_once_and_never_learnt_from_then():
    cases = [Case(domain, Likeness(()), ()) for domain in "abcdefgh" for _ in range(2)]
    left_out = []
    for learnt, tried in folds_of(cases):
        assert not {case.domain for case in learnt} & {case.domain for case in tried}
        left_out += tried
    assert len(left_out) == len(cases)


def test_the_file_has_a_table_for_every_question():
    assert {
        f"{slot} {asked}" for slot in ("value", "date") for asked in ("alike", "equal", "different")
    } < set(weights())
    assert '["a b"]\n"x" = 1.5\n' in write({"a b": {"x": 1.5}})
