"""The place that a distance is taken from."""

import pytest

from claims import extract_claims
from corpus.article import Article


@pytest.mark.parametrize(
    ("text", "landmarks"),
    [
        (
            "The epicentre was two miles east southeast of The Geysers, four miles southwest of Cobb and "
            "four miles west of Anderson Springs.",
            ["Geysers", "Cobb", "Anderson Springs"],
        ),
        ("The ship sank 30 km off the coast of Norway, 12 nautical miles from Harstad.", [None, "Harstad"]),
        ("It lies 80 miles (130 km) south of Dallas, 20 miles north of Waco.", ["Dallas", "Dallas", "Waco"]),
        ("He ran 10 kilometres in 31 minutes before Berlin's crowd.", [None]),
        ("The wall is 3 metres high; Dover lies 13 miles away.", [None, None]),
        ("The pipeline, 900 miles long, starts in Baku.", [None]),
        ("The storm was 40 miles south of Tampa and 200 miles wide.", ["Tampa", None]),
    ],
)
def test_where_a_distance_is_taken_from(text, landmarks):
    claims = extract_claims(Article(id="a", text=text))
    lengths = ("mile", "kilometer", "meter", "nautical_mile")
    assert [claim.landmark for claim in claims if claim.unit in lengths] == landmarks
