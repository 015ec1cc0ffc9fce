"""A checked draft built by hand: a claim of every assessment, against the articles of the sample."""

from typing import Any

from claims.model import Claim
from corpus.article import Article
from factcheck.model import Assessment, DraftCheck, DraftClaim, Report
from tests.factcheck import sample
from tests.factcheck.sample import finding

DRAFT = Article(
    id="alina-draft",
    text=(
        "# The last voyage of the Alina\n\n"
        "At least 12 people died when the ferry Alina capsized on Monday. "
        "The line had bought her for $1.2 billion in 2018.\n\n"
        "Of her 61 passengers, 40 were saved and 20 are dead or missing. "
        "Seven divers are searching the wreck.\n\n"
        "Two weeks ago 40,000 people had seen the third win of the Rovers.\n"
    ),
    title="The last voyage of the Alina",
    path="desk/alina-draft.md",
)


def claim(text: str, after: str = "", **slots: Any) -> Claim:
    """The claim made of `text` in the draft, as `sample.claim` makes it."""
    return sample.claim(DRAFT, text, after, **slots)


KILLED = claim("At least 12 people", value="12", low="12", bound="at_least", item=sample.PEOPLE, event="kill",
    stage="killed", when=sample.MONDAY)  # fmt: skip
PRICE = claim("$1.2 billion", value="1200000000", unit="USD", item=sample.VESSEL, event="buy", stage="bought")
BOUGHT = claim("2018", kind="date", event="buy", stage="bought", when=sample.PRICE.when)
ABOARD = claim("61 passengers", value="61", noun="passengers", scope="total")
SAVED = claim("40", after="passengers, ", value="40", noun="passengers", event="save", stage="saved")
DEAD = claim("20", after="saved and ", value="20", noun="passengers", event="kill")
DIVERS = claim("Seven divers", value="7", noun="divers")
CROWD = claim("40,000 people", value="40000", noun="people", event="attend")
WIN = claim("the third win", kind="ordinal", value="3", noun="win", event="win")

TOLL_FINDING = finding(
    "update", "value", "deaths in the Alina disaster: at least 12 on Monday, 15 on Tuesday",
    ("a count that grows, told later: At least 12 people on 2023-05-01, 15 on 2023-05-02",),
    (KILLED, sample.KILLED), (sample.TOLL,),
)  # fmt: skip
PRICE_FINDING = finding(
    "discrepancy", "magnitude", "the price of the ferry Alina: 1.2 million USD or 1.2 billion USD",
    ("the same digits, 1000 times apart: $1.2 million / $1.2 billion",),
    (sample.PRICE,), (PRICE, sample.PRICE_WIRE), severity="error", confidence="0.97",
)  # fmt: skip
BOUGHT_FINDING = finding(
    "discrepancy", "date", "the ferry Alina was bought in 2018 or in 2017",
    ("the same event, other time: 2018 / 2017",), (BOUGHT, sample.BOUGHT), (sample.BOUGHT_WIRE,),
    severity="warning",
)  # fmt: skip
SUM_FINDING = finding(
    "discrepancy", "arithmetic", "40 + 20 is 60, not 61", ("40 + 20 is 60, not 61",),
    (SAVED, DEAD), (ABOARD,), severity="warning", sources=1,
)  # fmt: skip
CROWD_FINDING = finding(
    "agreement", "value", "40,000 people watched the Rovers", ("“about 40,000” and 40,000 meet",),
    (CROWD, sample.CROWD, sample.CROWD_TRAMS),
)  # fmt: skip
WIN_FINDING = finding(
    "review", "ordinal", "the third win or the fourth in a row", ("nothing makes both one run",),
    (WIN,), (sample.WIN_TRAMS,), severity="warning", confidence="0.4",
)  # fmt: skip
DIVERS_FINDING = finding("uncorroborated", None, "7 divers", (), (DIVERS,), sources=1)

FINDINGS = (
    PRICE_FINDING, BOUGHT_FINDING, SUM_FINDING, TOLL_FINDING, WIN_FINDING, CROWD_FINDING, DIVERS_FINDING
)  # fmt: skip


def _checked(claim: Claim, assessment: Assessment, sources: int = 0) -> DraftClaim:
    held = tuple(one.id for one in FINDINGS if any(evidence.claim == claim for evidence in one.claims))
    return DraftClaim(claim=claim, assessment=assessment, independent_sources=sources, findings=held)


DRAFT_REPORT = Report(
    articles=(DRAFT, *sample.ARTICLES),
    claims=tuple(
        sorted(
            {evidence.claim for one in FINDINGS for evidence in one.claims},
            key=lambda one: (one.doc, one.start),
        )
    ),
    findings=FINDINGS,
    draft=DraftCheck(
        article=DRAFT,
        claims=(
            _checked(KILLED, "outdated", 1),
            _checked(PRICE, "contradicted", 1),
            _checked(BOUGHT, "contradicted", 1),
            _checked(ABOARD, "inconsistent"),
            _checked(SAVED, "inconsistent"),
            _checked(DEAD, "inconsistent"),
            _checked(DIVERS, "unsupported"),
            _checked(CROWD, "supported", 2),
            _checked(WIN, "unsupported"),
        ),
    ),
)
