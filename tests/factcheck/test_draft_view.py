"""The draft as a terminal shows it: carets where the words are, nothing wider than asked for."""

from dataclasses import replace

import pytest

from claims.model import Claim
from factcheck.model import DraftCheck, Report
from factcheck.report import Options, render
from factcheck.telling.excerpt import underlined
from factcheck.telling.terminal import cells
from tests.factcheck.sample_draft import DRAFT_REPORT


def claim(sentence: str, words: str) -> Claim:
    start = sentence.index(words)
    return Claim(
        id=words, kind="quantity", doc="a", start=start, end=start + len(words), text=words,
        sentence=sentence, sentence_start=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("two of the six", ["six"], ["two of the six", "           ^^^"]),
        ("two of the six", ["two", "six"], ["two of the six", "^^^        ^^^"]),
        ("六 of 東京 six", ["東京"], ["六 of 東京 six", "      ^^^^"]),
        ("cafe\u0301 six", ["six"], ["cafe\u0301 six", "     ^^^"]),
        ("a\u202eb six", ["six"], ["a<U+202E>b six", "           ^^^"]),
        ("::error::six", ["six"], ["<U+003A>:error::six", "                ^^^"]),
    ],
)
def test_carets_stand_under_the_words(sentence, words, expected):
    assert underlined([claim(sentence, one) for one in words], 60, 2) == expected


def test_carets_of_words_on_two_lines():
    sentence = "Of her 61 passengers, 40 were saved and 20 died."
    drawn = underlined([claim(sentence, one) for one in ("61 passengers", "20")], 24, 4)
    assert drawn == [
        "Of her 61 passengers, 40",
        "       ^^^^^^^^^^^^^",
        "were saved and 20 died.",
        "               ^^",
    ]


def test_of_claims_too_far_apart_the_first_is_shown():
    sentence = f"six {'words ' * 200}nine"
    drawn = underlined([claim(sentence, "six"), claim(sentence, "nine")], 40, 2)
    assert drawn[1] == "^^^"
    assert sum(line.count("^") for line in drawn) == 3
    assert max(map(cells, drawn)) <= 40


def test_claims_of_a_sentence_without_end_take_time_linear_in_them():
    sentence = "9 dead " * 20_000
    claims = [
        replace(claim(sentence, "9 dead"), start=7 * number, end=7 * number + 6) for number in range(20_000)
    ]
    assert len(underlined(claims, 76, 3)) <= 6


def test_supported_claims_are_only_counted_unless_asked_for():
    assert "SUPPORTED by 2 independent sources" not in render("table", DRAFT_REPORT, Options())
    assert "SUPPORTED by 2 independent sources" in render("table", DRAFT_REPORT, Options(everything=True))


def test_many_sources_are_cut_short_and_say_so():
    assert DRAFT_REPORT.draft is not None
    finding = next(one for one in DRAFT_REPORT.findings if one.verdict == "agreement")
    crowded = replace(finding, claims=(*finding.claims[:1], *finding.claims[1:2] * 30))
    checked = next(one for one in DRAFT_REPORT.draft.claims if one.findings == (finding.id,))
    draft = DraftCheck(
        article=DRAFT_REPORT.draft.article, claims=(replace(checked, assessment="unsupported"),)
    )
    report = replace(DRAFT_REPORT, findings=(crowded,), draft=draft)
    assert "    26 more; --claims shows them" in render("table", report, Options()).splitlines()
    assert "more" not in render("table", report, Options(everything=True))


def test_a_draft_without_claims_is_told_in_the_counts():
    assert DRAFT_REPORT.draft is not None
    empty = DraftCheck(article=DRAFT_REPORT.draft.article, claims=())
    report = Report(articles=DRAFT_REPORT.articles, claims=(), findings=(), draft=empty)
    lines = render("table", report, Options()).splitlines()
    assert lines[0] == "alina-draft.md: 0 claims against 6 sources"
    assert [line.split() for line in lines[1:]] == [
        ["0", name] for name in ("contradicted", "inconsistent", "outdated", "unsupported", "supported")
    ]
