"""Which figures somebody thought would come out, and which ones did."""

import pytest

from claims import extract_claims
from claims.model import Claim
from corpus import Article
from factcheck.linking.slots import match_status


def claim_on(text: str, words: str, doc: str = "a") -> Claim:
    [found] = [claim for claim in extract_claims(Article(id=doc, text=text)) if claim.text.startswith(words)]
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Analysts expected Orbis to report $90 billion in sales.", "$90"),
        ("Revenue was $4.2 billion, against analysts' average forecast of $4 billion.", "$4 "),
        ("Sales came to $4.2 billion, more than the $4 billion that analysts had expected.", "$4 "),
        ("Sales were $90 billion, above analysts' estimates of $88 billion.", "$88"),
        ("The retailer raised its sales outlook to $16 billion.", "$16"),
        ("The economy is forecast to grow 1.9 percent next year.", "1.9"),
        ("Inflation is far above the central bank's 3 percent target.", "3"),
        ("An exit poll had given her party 40 percent.", "40"),
        ("An exit poll had given her party 40 percent and 65 seats.", "65"),
        ("The drought is expected to cut the harvest by 20 percent.", "20"),
        ("Forecasters expect a further 150 mm by Friday.", "150"),
        ("Her coach had predicted 30 points.", "30"),
        ("Analysts estimated 33.4 million phones and 13.9 million tablets sold.", "33.4"),
        ("Analysts estimated 33.4 million phones and 13.9 million tablets sold.", "13.9"),
        ("Revenue was $4.2 billion, more than the $4 billion that analysts estimated.", "$4 "),
    ],
)
def test_a_forecast(text: str, words: str) -> None:
    claim = claim_on(text, words)
    assert claim.is_forecast
    assert claim.status == "planned"


@pytest.mark.parametrize(
    ("text", "words", "forecast"),
    [
        ("We think a 25-basis-point cut is then more likely than not.", "25", True),
        ("Rain of 40 mm is likely.", "40", True),
        ("The 40 smokers are more likely than others to be ill.", "40", False),
        ("The blast killed 12 and is likely to be looked into.", "12", False),
    ],
)
def test_what_is_held_likely(text: str, words: str, forecast: bool) -> None:
    assert claim_on(text, words).is_forecast == forecast


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The firm reported sales of $90 billion, beating forecasts.", "$90"),
        ("Polls gave her 40 percent and she won 52 percent.", "52"),
        ("Economists forecast 6 percent and got 4 percent.", "4"),
        ("Experts estimated that 3,000 people died.", "3,000"),
        ("Insurers estimate the damage at $3 billion.", "$3"),
        ("Revenue was $4.2 billion, against analysts' average forecast of $4 billion.", "$4.2"),
        ("The firm cut its profit forecast after sales fell 2.3 percent.", "2.3"),
        ("The lithium project employs 300 people.", "300"),
        ("The company has three more projects with 12 turbines.", "12"),
        ("Economists said prices rose 3 percent.", "3"),
        ("Experts counted 300 birds.", "300"),
        ("He scored 17 goals in 48 games.", "17"),
        ("The market gained 2 percent.", "2"),
        ("The archers hit the target 12 times.", "12"),
        ("The army will receive 30 tanks.", "30"),
        ("The company plans to cut 1,200 jobs.", "1,200"),
        ("An estimated 300 people died.", "300"),
        ("POLLS CLOSE: 41 SEATS FOR LABOUR", "41"),
    ],
)
def test_no_forecast(text: str, words: str) -> None:
    assert not claim_on(text, words).is_forecast


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        # what was forecast and what came out are two facts, however equal
        (("Analysts expected sales of $90 billion.", "$90"), ("Sales were $90 billion.", "$90"), "excluded"),
        (("A poll had her at 40 percent.", "40"), ("She won 40 percent.", "40"), "excluded"),
        # two forecasts, a plan and what a paper makes of it
        (
            ("Analysts expected sales of $90 billion.", "$90"),
            ("Analysts had forecast $90 billion.", "$90"),
            "same",
        ),
        (("The army will receive 30 tanks.", "30"), ("The army is getting 30 tanks.", "30"), "other"),
        (
            ("Sales are expected to reach $9 billion.", "$9"),
            ("Sales will reach $9 billion.", "$9"),
            "same",
        ),
    ],
)
def test_forecast_and_outcome(one: tuple[str, str], other: tuple[str, str], outcome: str) -> None:
    a, b = claim_on(*one), claim_on(*other, doc="b")
    assert match_status(a, b).outcome == outcome == match_status(b, a).outcome
