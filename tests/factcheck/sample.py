"""A report built by hand: invented articles with a finding of every verdict and kind."""

from datetime import date
from decimal import Decimal
from typing import Any

from claims.model import Claim, Item, When
from corpus.article import Article
from factcheck.model import Evidence, Finding, Report
from factcheck.words.phrases import plain

ARTICLES = (
    Article(
        id="coast-herald-ferry",
        text=(
            "Ferry sinks off Port Maren\n\n"
            "At least 12 people were killed when the ferry Alina capsized on Monday, the guard said.\n\n"
            "The shipping line had paid $1.2 million for the vessel in 2018.\n"
        ),
        title="Ferry sinks off Port Maren",
        publisher="The Coast Herald",
        published=date(2023, 5, 2),
        published_from="articles.toml",
        url="https://coast-herald.example/ferry",
        language="en",
        path="stories/coast-herald-ferry.txt",
    ),
    Article(
        id="morning-wire-ferry-inquiry",
        text=(
            "Port Maren mourns\n\n"
            "The death toll from the Alina disaster rose to 15 on Tuesday. "
            "The ferry had been bought for $1.2 billion five years ago, in 2017.\n\n"
            "Of the 61 passengers, 43 were saved and 20 are dead or missing.\n"
        ),
        publisher="Morning Wire",
        published=date(2023, 5, 3),
        published_from="articles.toml",
        path="stories/morning-wire-ferry-inquiry.txt",
        origin="Harbour News Agency",
    ),
    Article(
        id="rovers",
        text=(
            "Rovers win\n\nRovers beat United 3-2 in front of 40,000 fans. It was the third win running.\n"
            "The club ordered six buses from Norland, a spokesman said.\n"
        ),
        publisher="Sport Today",
        published_first=date(2023, 4, 1),
        published_last=date(2023, 4, 30),
        path="stories/rovers.txt",
    ),
    Article(
        id="東京-rovers",
        text=(
            "Some 40,000 watched the Rovers’ fourth win in a row. "
            "Two of the six buses have been delivered by Westland.\nSix new trams are planned.\n"
        ),
        path="stories/東京-rovers.txt",
    ),
    Article(
        id="budget & <b>",
        text=(
            "<script>alert(1)</script> | `flood` @desk [here](javascript:alert(1)) ]]> {0} %0A\n\n"
            '=HYPERLINK("http://evil.example") took -5 percent of 200 to 300 houses on Monday.\n'
            "::error::The fifth flood cost $2 and $3 more ##[error] www.evil.example #12.\n"
        ),
        title="=1+1",
        publisher="@SUM(1+1)*cmd|' /C calc'!A0",
        url="javascript:alert(1)",
        path="stories/budget & <b>, 100%: #1.html",
    ),
    Article(
        id="-",
        text=(
            "The fifth flood of the\nriver on Monday, 1 May, destroyed 350\n\thouses, "
            "or some of them; it was 5.0 percent.\n"
        ),
        published=date(2023, 5, 1),
        published_from="linked",
    ),
)
_BY_ID = {article.id: article for article in ARTICLES}


def claim(article: Article | str, text: str, after: str = "", **slots: Any) -> Claim:
    """The claim made of `text` where it first stands in an article, behind `after`."""
    doc, whole = (
        (article.id, article.text) if isinstance(article, Article) else (article, _BY_ID[article].text)
    )
    start = whole.index(after + text) + len(after)
    first = whole.rfind("\n", 0, start) + 1
    sentence = whole[first : whole.index("\n", start + len(text))]
    for name in ("value", "low", "high"):
        if name in slots:
            slots[name] = Decimal(slots[name])
    return Claim(
        id=f"{doc}:{start}",
        kind=slots.pop("kind", "quantity"),
        doc=doc,
        start=start,
        end=start + len(text),
        text=text,
        sentence=sentence,
        sentence_start=first,
        **slots,
    )


FERRY, WIRE, ROVERS, TRAMS, BUDGET, PIPED = (article.id for article in ARTICLES)
PEOPLE = Item(text="people", head="person", type="person")
VESSEL = Item(text="the vessel", head="vessel", type="ship")
BUSES = Item(text="six buses", head="bus", modifiers=("six",), type="vehicle")
FANS = Item(text="fans", head="fan", type="person")
MONDAY = When(value="2023-05-01", first=date(2023, 5, 1), last=date(2023, 5, 1))
TUESDAY = When(value="2023-05-02", first=date(2023, 5, 2), last=date(2023, 5, 2))

KILLED = claim(
    FERRY, "At least 12 people", value="12", low="12", bound="at_least", noun="people", item=PEOPLE,
    event="kill", stage="killed", when=MONDAY, attribution="the guard", scope="total",
)  # fmt: skip
TOLL = claim(
    WIRE, "15", after="rose to ", value="15", item=PEOPLE, event="kill", stage="killed", when=TUESDAY
)
PRICE = claim(
    FERRY, "$1.2 million", value="1200000", unit="USD", item=VESSEL, event="buy", stage="bought",
    parties=(("buyer", "the shipping line"),), when=When(value="2018"),
)  # fmt: skip
PRICE_WIRE = claim(
    WIRE, "$1.2 billion", value="1.2E+9", unit="USD", item=VESSEL, event="buy", stage="bought",
    when=When(value="2017"),
)  # fmt: skip
BOUGHT = claim(
    FERRY, "in 2018", kind="date", item=VESSEL, event="buy", stage="bought", when=When(value="2018")
)
BOUGHT_WIRE = claim(
    WIRE, "in 2017", kind="date", item=VESSEL, event="buy", stage="bought", when=When(value="2017")
)
ABOARD = claim(WIRE, "61 passengers", value="61", noun="passengers", scope="total")
SAVED = claim(
    WIRE, "43", value="43", noun="passengers", event="save", stage="saved", scope="part of 61 passengers"
)
DEAD = claim(
    WIRE, "20", after="saved and ", value="20", noun="passengers", event="kill", scope="part of 61 passengers"
)
CROWD = claim(ROVERS, "40,000 fans", value="40000", noun="fans", item=FANS, event="attend")
CROWD_TRAMS = claim(TRAMS, "Some 40,000", value="40000", bound="about", event="attend")
WIN = claim(ROVERS, "the third win", kind="ordinal", value="3", noun="win", event="win")
WIN_TRAMS = claim(TRAMS, "fourth win", kind="ordinal", value="4", noun="win", event="win")
ORDERED = claim(
    ROVERS, "six buses", value="6", noun="buses", item=BUSES, event="supply", stage="ordered",
    parties=(("buyer", "Rovers"), ("supplier", "Norland")), attribution="a spokesman",
)  # fmt: skip
DELIVERED = claim(
    TRAMS, "Two of the six buses", value="2", noun="buses", item=BUSES, event="supply", stage="delivered",
    parties=(("supplier", "Westland"),), scope="part of six buses",
)  # fmt: skip
TRAMS_PLANNED = claim(
    TRAMS, "Six new trams", value="6", noun="trams", item=Item(text="trams", head="tram", modifiers=("new",)),
    status="planned",
)  # fmt: skip
SCORE = claim(ROVERS, "3", value="3", event="score")
HOUSES = claim(
    BUDGET, "200 to 300 houses", low="200", high="300", bound="between", noun="houses", event="destroy"
)
HOUSES_PIPED = claim(PIPED, "350\n\thouses", value="350", noun="houses", event="destroy", status="possible")
SHARE = claim(BUDGET, "-5 percent", value="-5", unit="percent", change="down", attribution="@desk")
SHARE_PIPED = claim(PIPED, "5.0 percent", value="5.0", unit="percent", status="denied")
FLOODED = claim(BUDGET, "on Monday", kind="date", event="flood", when=MONDAY)
FLOODED_PIPED = claim(PIPED, "on Monday, 1 May", kind="date", event="flood", when=MONDAY)
FIFTH = claim(BUDGET, "The fifth flood", kind="ordinal", value="5", noun="flood", event="flood")
FIFTH_PIPED = claim(PIPED, "The fifth flood of the\nriver", kind="ordinal", value="5", noun="flood")

_NUMBERED = iter(range(1, 100))


def finding(
    verdict: Any, kind: Any, summary: str, reasons: tuple[str, ...], *sides: Any, **more: Any
) -> Finding:
    """A finding whose `sides` are tuples of claims, under the next number if no `id` is given."""
    claims = tuple(
        Evidence(
            claim=one,
            value=one.when.value if kind == "date" and one.when else one.value and plain(one.value),
            unit=None if one.kind == "date" else one.unit,
            side=side,
        )
        for side, group in enumerate(sides, 1)
        for one in group
    )
    return Finding(
        id=more["id"] if "id" in more else f"{next(_NUMBERED) * 2654435761 % 2**48:012x}",
        verdict=verdict,
        kind=kind,
        severity=more.get("severity", "note"),
        confidence=Decimal(more.get("confidence", "0.90")),
        summary=summary,
        reasons=reasons,
        independent_sources=more.get("sources", len({one.claim.doc for one in claims})),
        claims=claims,
    )


FINDINGS = (
    finding(
        "discrepancy", "magnitude", "the price of the ferry Alina: 1.2 million USD or 1.2 billion USD",
        ("the same vessel bought by the same line", "the figures are equal but for the scale word"),
        (PRICE,), (PRICE_WIRE,), severity="error", confidence="0.97",
    ),
    finding(
        "discrepancy", "date", "the ferry Alina was bought in 2018 or in 2017",
        ("the same vessel, buyer and event; a purchase happens once", "2018 and 2017 do not overlap"),
        (BOUGHT,), (BOUGHT_WIRE,), severity="warning",
    ),
    finding(
        "discrepancy", "arithmetic", "43 and 20 passengers come to 63, not 61",
        ("both are parts of “61 passengers” in one sentence",), (ABOARD,), (SAVED, DEAD), severity="error",
        sources=1,
    ),
    finding(
        "discrepancy", "ordinal", "the Rovers’ third or fourth win in a row",
        ("the same team and the same run",), (WIN,), (WIN_TRAMS,), severity="warning",
    ),
    finding(
        "discrepancy", "stage", "six buses ordered, two delivered: four outstanding",
        ("the same buses for the same club", "ordered comes before delivered"), (ORDERED,), (DELIVERED,),
        severity="warning",
    ),
    finding(
        "discrepancy", "party", "the buses came from Norland or from Westland",
        ("the same buses, another supplier",), (ORDERED,), (DELIVERED,), severity="warning",
    ),
    finding(
        "update", "value", "deaths in the Alina disaster: at least 12 on Monday, 15 on Tuesday",
        ("the same toll; the later report is of 2 May 2023",), (KILLED,), (TOLL,),
    ),
    finding(
        "review", "value", "six buses and six new trams", ("nothing makes both one order",),
        (ORDERED,), (TRAMS_PLANNED,), severity="warning", confidence="0.4",
    ),
    finding(
        "agreement", "value", "40,000 people watched the Rovers",
        ("“about 40,000” and 40,000 meet",), (CROWD, CROWD_TRAMS),
    ),
    finding("uncorroborated", None, "3 goals", (), (SCORE,), sources=1),
    finding(
        "discrepancy", "value", '=houses "destroyed": 200 to 300 / 350',
        ("=the same | flood", "`x` <b>y</b>"),
        (HOUSES,), (HOUSES_PIPED,), severity="warning", confidence="0.7",
    ),
    finding(
        "discrepancy", "value", "-5 percent / 5 percent", (), (SHARE,), (SHARE_PIPED,), severity="warning",
    ),
    finding("agreement", "date", "the flood: Monday", ("the same flood",), (FLOODED, FLOODED_PIPED)),
    finding("agreement", "ordinal", "the fifth flood", ("the same flood",), (FIFTH, FIFTH_PIPED)),
)  # fmt: skip

REPORT = Report(
    articles=ARTICLES,
    claims=tuple(
        sorted(
            {evidence.claim for one in FINDINGS for evidence in one.claims},
            key=lambda one: (one.doc, one.start),
        )
    ),
    findings=FINDINGS,
)
