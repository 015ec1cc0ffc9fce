"""A checked draft built by hand: an invented story with every assessment, and a fact told by five claims."""

from datetime import date
from typing import Any

from claims.model import Claim, Item, When
from corpus.article import Article
from factcheck.model import DraftCheck, DraftClaim, Report
from tests.factcheck.sample import claim, finding

DRAFT = Article(
    id="alina-week-later",
    title="A week after the Alina: what we know",
    text=(
        "A week after the Alina: what we know\n\n"
        "The ferry Alina capsized off Port Maren on 2 May with 61 passengers aboard. At least "
        "12 people died, the coast guard said, and 34 passengers were pulled from the water.\n\n"
        "Her owner, the Norland Line, bought the ship for $1.2 billion in 2018. She carried four "
        "lifeboats, each for 30 people; crews later counted five lifeboats adrift.\n\n"
        "Divers need six weeks to raise the wreck, and the line has ordered two new ferries.\n"
    ),
    path="drafts/alina-week-later.md",
    language="en",
)
HERALD = Article(
    id="herald-first-night",
    title="Ferry sinks off Port Maren",
    text=(
        "Ferry sinks off Port Maren\n\n"
        "At least 12 people were killed when the ferry Alina capsized on Monday, the coast guard said. "
        "She had 61 passengers aboard.\n\nThe Norland Line paid $1.2 million for the vessel in 2018.\n"
    ),
    publisher="The Coast Herald",
    published=date(2023, 5, 2),
    published_from="articles.toml",
    url="https://coast-herald.example/ferry",
    language="en",
    path="sources/herald-first-night.txt",
)
WIRE = Article(
    id="wire-toll-rises",
    title="Alina toll rises",
    text=(
        "Alina toll rises\n\nThe death toll from the ferry that capsized on 1 May rose to 15. "
        "Of the 61 passengers, 43 were saved.\n"
    ),
    publisher="Morning Wire",
    published=date(2023, 5, 3),
    published_from="declared",
    url="https://wire.example/alina/2",
    language="en",
    path="sources/wire-toll-rises.html",
    origin="Harbour News Agency",
)
POST = Article(
    id="post-inquiry",
    title="Inquiry into the Alina opens",
    text=(
        "Inquiry into the Alina opens\n\nSome 43 people were saved and 17 died, the inquiry heard. "
        "The line ordered two ferries in March, and one was delivered last week.\n"
    ),
    publisher="Evening Post",
    published=date(2023, 5, 8),
    published_from="front-matter",
    url="https://evening-post.example/inquiry?day=8",
    language="en",
    path="sources/post-inquiry.md",
)
BULLETIN = Article(
    id="bulletin-undated",
    text="Rescue bulletin\n\nBy the evening 14 bodies had been found.\n",
    publisher="Port Maren Rescue",
    path="sources/bulletin-undated.txt",
)
ARTICLES = (DRAFT, BULLETIN, HERALD, POST, WIRE)


def _day(day: int) -> When:
    return When(value=f"2023-05-{day:02}", first=date(2023, 5, day), last=date(2023, 5, day))


_2018 = When(value="2018", first=date(2018, 1, 1), last=date(2018, 12, 31))
_DEAD: dict[str, Any] = {"item": Item(text="people", head="person"), "event": "kill", "stage": "killed"}
_SAVED: dict[str, Any] = {"item": Item(text="passengers", head="passenger"), "event": "rescue"}
_ABOARD: dict[str, Any] = {
    "item": Item(text="passengers", head="passenger"),
    "event": "be_aboard",
    "value": "61",
}
_SANK: dict[str, Any] = {
    "kind": "date",
    "item": Item(text="the ferry Alina", head="ferry"),
    "event": "capsize",
}
_SHIP: dict[str, Any] = {"item": Item(text="the ship", head="ship"), "event": "buy", "stage": "bought"}
_BOATS: dict[str, Any] = {"item": Item(text="lifeboats", head="lifeboat")}
_FERRIES: dict[str, Any] = {"item": Item(text="new ferries", head="ferry"), "event": "supply"}

SANK = claim(DRAFT, "on 2 May", when=_day(2), **_SANK)
SANK_HERALD = claim(HERALD, "on Monday", when=_day(1), **_SANK)
SANK_WIRE = claim(WIRE, "on 1 May", when=_day(1), **_SANK)
ABOARD = claim(DRAFT, "61 passengers", when=_day(2), **_ABOARD)
ABOARD_HERALD = claim(HERALD, "61 passengers", when=_day(1), **_ABOARD)
ABOARD_WIRE = claim(WIRE, "61 passengers", **_ABOARD)
DEAD = claim(
    DRAFT, "At least 12 people", value="12", low="12", bound="at_least", attribution="the coast guard",
    **_DEAD,
)  # fmt: skip
DEAD_HERALD = claim(
    HERALD, "At least 12 people", value="12", low="12", bound="at_least", when=_day(1),
    attribution="the coast guard", **_DEAD,
)  # fmt: skip
DEAD_BULLETIN = claim(BULLETIN, "14 bodies", value="14", **_DEAD)
DEAD_WIRE = claim(WIRE, "15", after="rose to ", value="15", when=_day(2), **_DEAD)
DEAD_POST = claim(POST, "17", value="17", when=_day(8), attribution="the inquiry", **_DEAD)
SAVED = claim(DRAFT, "34 passengers", value="34", **_SAVED)
SAVED_WIRE = claim(WIRE, "43", value="43", scope="part of 61 passengers", **_SAVED)
SAVED_POST = claim(POST, "Some 43 people", value="43", bound="about", attribution="the inquiry", **_SAVED)
PRICE = claim(DRAFT, "$1.2 billion", value="1.2E+9", unit="USD", when=_2018, **_SHIP)
PRICE_HERALD = claim(HERALD, "$1.2 million", value="1200000", unit="USD", when=_2018, **_SHIP)
BOUGHT = claim(DRAFT, "in 2018", kind="date", when=_2018, **_SHIP)
BOUGHT_HERALD = claim(HERALD, "in 2018", kind="date", when=_2018, **_SHIP)
BOATS = claim(DRAFT, "four lifeboats", value="4", **_BOATS)
BOATS_LATER = claim(DRAFT, "five lifeboats", value="5", **_BOATS)
SEATS = claim(DRAFT, "30 people", value="30", scope="each", item=Item(text="people", head="person"))
WEEKS = claim(DRAFT, "six weeks", value="6", unit="week", status="planned")
FERRIES = claim(DRAFT, "two new ferries", value="2", stage="ordered", **_FERRIES)
FERRIES_POST = claim(POST, "two ferries", value="2", stage="ordered", **_FERRIES)
FERRY_POST = claim(POST, "one", after="and ", value="1", stage="delivered", **_FERRIES)


FINDINGS = (
    finding(
        "discrepancy", "magnitude", "the ship, bought: 1.2 billion USD / 1.2 million USD",
        ("the figures are equal but for the scale word", "same event: bought", "same time: 2018"),
        (PRICE,), (PRICE_HERALD,), severity="error", confidence="0.97", id="0a41c9e72f",
    ),
    finding(
        "discrepancy", "value", "passengers, rescue: 34 / 43",
        ("same noun: passenger", "same event: rescue", "though one is part of a whole"),
        (SAVED,), (SAVED_WIRE, SAVED_POST), severity="warning", id="1b52d8f31c", sources=3,
    ),
    finding(
        "discrepancy", "date", "the ferry Alina, capsize: 2 May 2023 / 1 May 2023",
        ("same event: capsize", "same item: ferry Alina"),
        (SANK,), (SANK_HERALD, SANK_WIRE), severity="warning", id="2c63e7a40d", sources=3,
    ),
    finding(
        "discrepancy", "value", "lifeboats: 4 / 5",
        ("same noun: lifeboat", "both in the draft"), (BOATS,), (BOATS_LATER,),
        severity="warning", confidence="0.82", id="3d74f6b55e", sources=1,
    ),
    finding(
        "update", "value", "people, killed: at least 12 / 14 / 15 / 17",
        ("the same toll; the later reports are of 3 and 8 May 2023",),
        (DEAD, DEAD_HERALD), (DEAD_BULLETIN,), (DEAD_WIRE,), (DEAD_POST,), id="4e85a5c66f", sources=4,
    ),
    finding(
        "agreement", "value", "passengers, aboard: 61", ("the same number", "same event: aboard"),
        (ABOARD, ABOARD_HERALD, ABOARD_WIRE), id="5f96b4d770", sources=3,
    ),
    finding(
        "agreement", "date", "the ship, bought: 2018", ("same time: 2018",),
        (BOUGHT, BOUGHT_HERALD), id="60a7c3e881", sources=2,
    ),
    finding(
        "agreement", "value", "new ferries, ordered: 2", ("the same number", "same event: ordered"),
        (FERRIES, FERRIES_POST), id="71b8d2f992", sources=2,
    ),
    finding("uncorroborated", None, "30 people", (), (SEATS,), id="82c9e1a0a3", sources=1),
    finding("uncorroborated", None, "6 weeks", (), (WEEKS,), id="93daf0b1b4", sources=1),
)  # fmt: skip


def _assessed(one: Claim, assessment: Any, sources: int) -> DraftClaim:
    names = tuple(found.id for found in FINDINGS if any(evidence.claim == one for evidence in found.claims))
    return DraftClaim(claim=one, assessment=assessment, independent_sources=sources, findings=names)


REPORT = Report(
    articles=ARTICLES,
    claims=tuple(
        sorted(
            {FERRY_POST, *(evidence.claim for one in FINDINGS for evidence in one.claims)},
            key=lambda one: (one.doc, one.start),
        )
    ),
    findings=FINDINGS,
    draft=DraftCheck(
        article=DRAFT,
        claims=(
            _assessed(SANK, "contradicted", 0),
            _assessed(ABOARD, "supported", 2),
            _assessed(DEAD, "outdated", 1),
            _assessed(SAVED, "contradicted", 0),
            _assessed(PRICE, "contradicted", 0),
            _assessed(BOUGHT, "supported", 1),
            _assessed(BOATS, "inconsistent", 0),
            _assessed(SEATS, "unsupported", 0),
            _assessed(BOATS_LATER, "inconsistent", 0),
            _assessed(WEEKS, "unsupported", 0),
            _assessed(FERRIES, "supported", 1),
        ),
    ),
)
