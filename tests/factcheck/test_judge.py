"""What follows from a linked pair whose numbers differ by their size alone."""

from datetime import date

import pytest

from corpus.article import Article
from factcheck.crosscheck import cross_check

LEAD = "A court in Torrin fined four makers of paint over a cartel on Monday. "


def differences(first: str, second: str) -> list[str | None]:
    articles = [
        Article(id=name, publisher=name, published=date(2024, 3, 5), text=f"{LEAD}{text}\n")
        for name, text in (("coast", first), ("valley", second))
    ]
    return [finding.kind for finding in cross_check(articles).findings if finding.verdict == "discrepancy"]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (
            "Hallmann was fined 290.5 million euros by the court.",
            "Hallmann was fined 290.5 billion euros by the court.",
            ["magnitude"],
        ),
        (
            "Colorin must pay 340 million euros and Hallmann 290 million euros in fines, the court said.",
            "Colorin must pay 340 million euros and Hallmann 290 euros in fines, the court said.",
            [],
        ),
        (
            "Colorin pays 340 million, Hallmann 290 million, the court in Torrin said.",
            "Colorin pays 340 million, Hallmann 290, the court in Torrin said.",
            [],
        ),
    ],
)
def test_a_scale_that_differs_and_one_that_is_left_out(first, second, kinds):
    assert differences(first, second) == kinds


def test_numbers_in_several_units_are_one_agreement():
    texts = (
        "The Alda tunnel, which opened on Monday, is 12 km long.",
        "The Alda tunnel, which opened on Monday, is 7.5 miles long.",
        "The Alda tunnel, which opened on Monday, is 12,000 metres long.",
    )
    articles = [Article(id=f"a{n}", text=text, published=date(2021, 3, 2)) for n, text in enumerate(texts)]
    lengths = [
        finding
        for finding in cross_check(articles).findings
        if any(evidence.unit == "kilometer" for evidence in finding.claims)
    ]
    assert [(finding.verdict, len(finding.claims)) for finding in lengths] == [("agreement", 3)]
