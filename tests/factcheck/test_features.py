"""Features: the traces that a slip of the digits leaves."""

import pytest

from claims import extract_claims
from corpus import Article
from factcheck.linking.features import apartness

SLIPS = {"values of one digit string", "values of the same digits"}


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("620 metres", "260 metres", True),
        ("2,030 feet", "260 metres", True),
        ("5,820 pounds", "2,460 kilograms", True),
        ("10.1 pounds", "46 kilograms", True),
        ("2,030 feet", "620 metres", False),
        ("2,030 feet", "540 metres", False),
        ("2,500 kilograms", "2.46 tonnes", False),
        ("5 miles", "80 kilometres", False),
        ("14 kilometres", "20 miles", False),
    ],
)
def test_a_slip_is_known_in_other_units_too(one, other, is_slip):
    a, b = (
        next(c for c in extract_claims(Article(id=name, text=f"The cable is {words} away.")) if c.unit)
        for name, words in (("a", one), ("b", other))
    )
    assert bool(SLIPS & set(apartness(a, b))) is is_slip
    assert set(apartness(a, b)) == set(apartness(b, a))
