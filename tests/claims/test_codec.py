"""Claims written and read back are the same claims; anything else is refused."""

import pytest

from claims import extract_claims
from claims.codec import decode_claims, encode_claims
from corpus import load_articles
from corpus.article import Article

TEXTS = (
    "Between 40 and 50 of the 212 passengers were saved on 4 March, he said. It was the third fire.",
    "Russia will donate six MiG-29s, worth $1.2 billion, “by 2024”; no more than 3% of that is paid.",
    "Temperatures fell to −12.5 °C at 9:15 a.m.; tens of thousands of homes had no power.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_there_and_back(text):
    claims = extract_claims(Article(id="\ud800 café", text=text))
    assert len(claims) >= 3
    assert decode_claims(encode_claims(claims)) == claims


def test_the_example():
    for article in load_articles("corpus/examples/serbia"):
        claims = extract_claims(article)
        assert decode_claims(encode_claims(claims)) == claims


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{}",
        "[1]",
        "[[]]",
        '[["a"]]',
        pytest.param("[" * 100_000, id="deep"),
        "null",
        '[{"id": 1}]',
        "[" + "[" + "1," * 30 + "1]]",
    ],
)
def test_what_is_no_claims(text):
    with pytest.raises(ValueError, match="not claims"):
        decode_claims(text)
