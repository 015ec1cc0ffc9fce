"""What findings make of a draft's claim: tables of findings built by hand, so that no engine is needed."""

from datetime import date
from decimal import Decimal

import pytest

from claims.model import Claim
from factcheck.assessment import assess, blame
from factcheck.model import ASSESSMENTS, Evidence, Finding

VOICES = {"draft": "draft", "monday": "Herald", "tuesday": "Wire", "reprint": "Herald", "own": "draft"}
DAYS = {"monday": date(2024, 3, 4), "reprint": date(2024, 3, 4), "tuesday": date(2024, 3, 5)}


def told(doc, value, event="killed", number=0, **slots):
    """A claim of the article `doc`: so many dead."""
    return Claim(
        id=f"{doc}:{number}", kind="quantity", doc=doc, start=number, end=number + 1, text=str(value),
        sentence=str(value), sentence_start=number, value=Decimal(value), event=event,
        told=DAYS.get(doc, date(2024, 3, 5)), **slots,
    )  # fmt: skip


def finding(verdict, kind, *sides):
    claims = tuple(
        Evidence(claim=claim, value=str(claim.value), unit="", side=side)
        for side, group in enumerate(sides)
        for claim in group
    )
    return Finding(
        id=f"{verdict}-{kind}-{len(claims)}", verdict=verdict, kind=kind, severity="warning",
        confidence=Decimal("0.9"), summary="", reasons=(), independent_sources=0, claims=claims,
    )  # fmt: skip


DRAFT = told("draft", 12)
OTHER = told("draft", 40, number=9)
MONDAY, TUESDAY = told("monday", 12), told("tuesday", 15)


@pytest.mark.parametrize(
    ("found", "assessment", "sources"),
    [
        ([], "unsupported", 0),
        ([finding("uncorroborated", None, [DRAFT])], "unsupported", 0),
        ([finding("agreement", "value", [DRAFT, MONDAY])], "supported", 1),
        ([finding("agreement", "value", [DRAFT, MONDAY, told("reprint", 12)])], "supported", 1),
        ([finding("agreement", "value", [DRAFT, MONDAY, told("tuesday", 12)])], "supported", 2),
        ([finding("agreement", "value", [DRAFT, told("own", 12)])], "unsupported", 0),
        ([finding("discrepancy", "value", [DRAFT], [told("tuesday", 9)])], "contradicted", 0),
        ([finding("discrepancy", "value", [DRAFT, MONDAY], [told("tuesday", 9)])], "contradicted", 1),
        ([finding("discrepancy", "magnitude", [told("tuesday", 9)], [DRAFT])], "contradicted", 0),
        ([finding("discrepancy", "party", [DRAFT], [told("tuesday", 12)])], "contradicted", 0),
        ([finding("discrepancy", "date", [DRAFT], [told("tuesday", 9)])], "contradicted", 0),
        ([finding("discrepancy", "ordinal", [DRAFT], [told("tuesday", 9)])], "contradicted", 0),
        ([finding("discrepancy", "stage", [DRAFT], [TUESDAY])], "unsupported", 0),
        ([finding("discrepancy", "stage", [DRAFT, MONDAY], [TUESDAY])], "supported", 1),
        ([finding("discrepancy", "arithmetic", [DRAFT], [OTHER])], "inconsistent", 0),
        ([finding("discrepancy", "arithmetic", [DRAFT], [TUESDAY])], "contradicted", 0),
        ([finding("discrepancy", "value", [DRAFT], [OTHER])], "inconsistent", 0),
        ([finding("discrepancy", "date", [DRAFT])], "inconsistent", 0),
        ([finding("review", "value", [DRAFT], [TUESDAY])], "unsupported", 0),
        ([finding("review", "value", [DRAFT, MONDAY], [TUESDAY])], "supported", 1),
        ([finding("update", "value", [DRAFT, MONDAY], [TUESDAY])], "outdated", 1),
        ([finding("update", "value", [MONDAY], [told("draft", 15), TUESDAY])], "supported", 1),
        ([finding("update", "value", [MONDAY], [told("draft", 15)])], "unsupported", 0),
        # A source that another one has updated is against nobody.
        ([finding("discrepancy", "value", [MONDAY], [told("draft", 15), TUESDAY])], "supported", 1),
        # The draft repeats what one source said before another brought the newer figure.
        ([finding("discrepancy", "value", [DRAFT, MONDAY], [TUESDAY])], "outdated", 1),
        (
            [finding("discrepancy", "value", [DRAFT, MONDAY], [TUESDAY, told("tuesday", 9, number=5)])],
            "contradicted",
            1,
        ),
    ],
)
def test_one_finding(found, assessment, sources):
    claim = next((one.claim for f in found for one in f.claims if one.claim.id == "draft:0"), DRAFT)
    checked = assess(claim, found, VOICES)
    assert (checked.assessment, checked.independent_sources) == (assessment, sources)
    assert checked.findings == tuple(one.id for one in found)


@pytest.mark.parametrize(
    ("kinds", "assessment"),
    [
        (("contradicted", "inconsistent", "outdated", "supported"), "contradicted"),
        (("inconsistent", "outdated", "supported"), "inconsistent"),
        (("outdated", "supported"), "outdated"),
        (("supported",), "supported"),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_the_worst_finding_counts_whatever_their_order(kinds, assessment, turn):
    by_kind = {
        "contradicted": finding("discrepancy", "value", [DRAFT], [told("tuesday", 9)]),
        "inconsistent": finding("discrepancy", "arithmetic", [DRAFT], [OTHER]),
        "outdated": finding("update", "value", [DRAFT, MONDAY], [TUESDAY]),
        "supported": finding("agreement", "value", [DRAFT, MONDAY]),
    }
    assert assess(DRAFT, [by_kind[kind] for kind in kinds][::turn], VOICES).assessment == assessment


@pytest.mark.parametrize(
    ("backed", "inconsistent"),
    [
        ((), {"draft:0", "draft:1", "draft:2"}),
        (("draft:0",), {"draft:1", "draft:2"}),
        (("draft:0", "draft:1"), {"draft:2"}),
        (("draft:0", "draft:1", "draft:2"), {"draft:0", "draft:1", "draft:2"}),
    ],
)
def test_of_a_sum_that_does_not_come_out_what_sources_back_is_not_blamed(backed, inconsistent):
    parts = [told("draft", 2), told("draft", 6, number=1), told("draft", 5, number=2)]
    found = [finding("discrepancy", "arithmetic", parts[:2], parts[2:])]
    assessed = {one.id: assess(one, found, VOICES, backed).assessment for one in parts}
    assert {name for name, assessment in assessed.items() if assessment == "inconsistent"} == inconsistent


def test_a_figure_that_its_text_says_was_replaced_is_outdated_whatever_the_days():
    newer = told("monday", 15, replaces="12")
    assert blame(DRAFT, finding("update", "value", [DRAFT], [newer])) == "outdated"
    assert blame(newer, finding("update", "value", [newer], [DRAFT])) is None


def test_a_preliminary_figure_is_outdated_by_a_final_one():
    early = told("draft", 12, event=None, standing="preliminary")
    final = told("tuesday", 15, event=None)
    assert blame(early, finding("update", "value", [early], [final])) == "outdated"


def test_the_assessments_are_ordered_from_bad_to_good():
    assert ASSESSMENTS == ("contradicted", "inconsistent", "outdated", "unsupported", "supported")
