"""The HTML page as text: what is on it, and that nothing which comes from outside can change what it is."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claims.model import Claim, When
from factcheck.model import Evidence, Report
from factcheck.report import Options, render
from factcheck.report._html.cautions import cautions
from factcheck.report._html.difference import differences
from factcheck.report._html.index import Index
from factcheck.report._html.markup import tag, web_address
from factcheck.report._html.plot import plot
from factcheck.report._html.sides import balance, odd_sides
from factcheck.words.phrases import side_names
from tests.factcheck import sample, sample_decided, sample_draft, sample_page
from tests.factcheck.test_cli import run
from tests.factcheck.test_report_formats import hostile

SAMPLES = {
    "report": sample.REPORT,
    "draft": sample_draft.DRAFT_REPORT,
    "page": sample_page.REPORT,
    "decided": sample_decided.DECIDED_REPORT,
}
EXAMPLES = Path(__file__).parent.parent.parent / "corpus" / "examples"
EVERYTHING = Options(everything=True)
VOID = {"meta", "link", "input", "br"}
PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://coast.example/"onclick=alert(1)',
    "<!-- ]]> --!> <![CDATA[",
    "&lt;b&gt; &#x3c;script&#x3e; &amp;amp;",
    "</bdi></q></td></tr></table></details></article></main>",
    "\x00\x1b[2J\u202e\u2066\ufeff",
    "[click](javascript:alert(1)) `x` |",
)


class Page(HTMLParser):
    """The elements of a page, in order, with the texts of those named."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.classes: list[str | None] = []
        self.draft: list[str] = []
        self.raw = {"style": "", "script": ""}
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"<{tag}> has an attribute twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(dict(attrs).get("class"))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self.classes.pop()
        if tag == "p" and "text" in self.classes:
            self.draft.append("\n")

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]] += data
        else:
            self.words.append(data)
            if "text" in self.classes and "sign" not in self.classes:
                self.draft.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def values(self, attribute):
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]

    def count(self, tag):
        return sum(name == tag for name, _ in self.elements)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.words))


def page(report: Report, options: Options = EVERYTHING) -> Page:
    return Page(render("html", report, options))


def shapes(found: Page) -> set[tuple[str, frozenset[str]]]:
    """Which elements there are with which attributes; a link may have become plain text."""
    return {(name, frozenset(attributes) - {"lang"}) for name, attributes in found.elements}


def with_hostile_ids(report: Report, payload: str) -> Report:
    """`report` with `payload` in what is named after files and in the language that a page declares."""

    def named(claim: Claim) -> Claim:
        return replace(claim, id=payload + claim.id, doc=payload + claim.doc)

    def found(finding):
        claims = tuple(replace(one, claim=named(one.claim)) for one in finding.claims)
        return replace(finding, id=payload + finding.id, claims=claims)

    articles = tuple(replace(one, id=payload + one.id, language=payload) for one in report.articles)
    draft = report.draft
    if draft:
        checked = tuple(
            replace(one, claim=named(one.claim), findings=tuple(payload + name for name in one.findings))
            for one in draft.claims
        )
        article = replace(draft.article, id=payload + draft.article.id, text=payload + draft.article.text)
        draft = replace(draft, article=article, claims=checked)
    claims = tuple(map(named, report.claims))
    return Report(
        articles=articles,
        claims=claims,
        findings=tuple(map(found, report.findings)),
        draft=draft,
        decided=tuple(replace(one, finding=found(one.finding)) for one in report.decided),
    )


def test_page_of_a_draft_is_its_golden_page(check_golden):
    check_golden("reports/page.html", render("html", sample_page.REPORT, Options()))


@cache
def plain_page(name):
    """The page of a sample and its shapes; fuzzing asks for them again and again."""
    plain = page(SAMPLES[name])
    return plain, shapes(plain)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_text_from_outside_becomes_markup(payload, name):
    plain, plain_shapes = plain_page(name)
    spoilt = page(with_hostile_ids(hostile(SAMPLES[name], payload), payload))
    assert shapes(spoilt) <= plain_shapes
    assert spoilt.raw == plain.raw
    assert not [link for link in spoilt.values("href") if not re.match(r"#|https?://[^/]|data:,$", link)]
    assert not [link for link in spoilt.values("href") if link.startswith("data:") and link != "data:,"]


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_one_file_under_a_strict_policy(name):
    found = page(SAMPLES[name])
    assert (found.count("script"), found.count("style"), found.count("img")) == (1, 1, 0)
    assert not found.values("src")
    [policy] = [one["content"] for _, one in found.elements if one.get("http-equiv")]
    for kind in ("style", "script"):
        digest = b64encode(sha256(found.raw[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import", found.raw["style"])
    names = {key for _, attributes in found.elements for key in attributes}
    assert not [key for key in names if key.startswith("on") or key == "style"]


@pytest.mark.parametrize("options", [Options(), EVERYTHING], ids=["usual", "all"])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_link_arrives(name, options):
    found = page(SAMPLES[name], options)
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in found.values("href") if link.startswith("#")} <= set(ids)
    named = [one for value in found.values("aria-labelledby") for one in value.split()]
    assert set(named) <= set(ids)


def test_links_to_the_web_say_where_they_lead_and_give_nothing_away():
    found = page(sample.REPORT)
    links = [one for name, one in found.elements if name == "a" and one["href"].startswith("http")]
    assert links
    assert {one["rel"] for one in links} == {"noopener noreferrer nofollow"}
    assert "coast-herald.example" in found.text


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://coast-herald.example/ferry?day=1&page=2", True),
        ("HTTP://COAST.EXAMPLE", True),
        ("https://東京.example/岸", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("https:alert(1)", False),
        ("https://", False),
        ("https:///path", False),
        ("https://[::1", False),
        ("https://coast.example/a b", False),
        ("https://coast.example\\@evil.example", False),
        ("https://coast.example/\u202egpj", False),
        (" https://coast.example", False),
        ("//coast.example", False),
        ("ftp://coast.example", False),
        ("mailto:desk@coast.example", False),
        ("data:text/html,x", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, linked):
    assert (web_address(url) is not None) is linked


@pytest.mark.parametrize("attribute", ["onclick", "style", "onload"])
def test_the_page_cannot_be_given_what_its_policy_forbids(attribute):
    with pytest.raises(ValueError, match="policy forbids"):
        tag("p", **{attribute: "x"})


def test_uncorroborated_claims_are_counted_and_listed_on_demand():
    counted, listed = page(sample.REPORT, Options()), page(sample.REPORT)
    assert "1 uncorroborated" in counted.text
    assert "“Rovers beat United 3-2" not in counted.text
    assert "Rovers beat United 3-2" in listed.text
    assert len(listed.values("data-verdict")) == len(counted.values("data-verdict")) + 1


@pytest.mark.parametrize("name", ["draft", "page"])
def test_the_draft_stands_there_word_for_word_with_its_claims_marked(name):
    report = SAMPLES[name]
    found = page(report)
    marks = [one for name, one in found.elements if name == "mark" and "id" in one]
    assert len(marks) == len(report.draft.claims)
    assert "".join(found.draft).split() == report.draft.article.text.split()


def test_a_draft_of_broken_lines_and_meeting_claims_keeps_its_words():
    text = "First line\nsix\nsystems and\r more\n\n \n\nSecond <p>\n"
    spans = [(0, 5), (3, 14), (11, 22), (len(text) - 4, len(text) + 5)]
    checked = tuple(
        replace(one, claim=replace(one.claim, start=start, end=end))
        for one, (start, end) in zip(sample_page.REPORT.draft.claims, spans, strict=False)
    )
    draft = replace(sample_page.REPORT.draft, article=replace(sample_page.DRAFT, text=text), claims=checked)
    found = page(replace(sample_page.REPORT, draft=draft))
    assert "".join(found.draft).split() == text.replace("\r", "<U+000D>").split()
    assert [value for value in found.values("id") if value.startswith("claim-")] == [
        f"claim-{number}" for number in range(1, 5)
    ]


def test_twice_the_findings_make_twice_the_page():
    def size(times: int) -> int:
        findings = tuple(
            replace(one, id=f"{one.id}-{turn}") for turn in range(times) for one in sample_page.FINDINGS
        )
        return len(render("html", replace(sample_page.REPORT, findings=findings), EVERYTHING))

    bare = size(0)
    assert size(40) - bare < 2.1 * (size(20) - bare)


def test_what_was_decided_stands_apart_with_its_reason():
    found = page(sample_decided.DECIDED_REPORT)
    assert found.values("data-verdict").count("decided") == 4
    assert "Discrepancy, accepted: The owner confirmed $1.2 million; the wire will correct." in found.text
    assert '=two <b>purchases</b>, "said" the `line` | [x](y)' in found.text


def test_what_could_not_be_read_stands_with_the_sources():
    found = page(sample.REPORT, Options(unread=("a<b>.pdf: no text layer, 3 pages",)))
    assert "a<b>.pdf: no text layer, 3 pages" in found.text
    assert "Not read" not in page(sample.REPORT).text


def test_a_command_tells_the_page_what_it_could_not_read(tmp_path):
    for name, content in (("good.txt", b"Six jets came in 2019."), ("bad.docx", b"PK\x03\x04")):
        (tmp_path / name).write_bytes(content)
    result = run("report", str(tmp_path), "--format", "html")
    assert result.returncode == 2
    [told] = re.findall(r"Not read.*?</ul>", result.stdout, re.DOTALL)
    assert "bad.docx" in told


def test_the_page_is_the_same_whatever_the_hash_seed():
    draft, sources = EXAMPLES / "draft" / "belgrade-arms.md", EXAMPLES / "serbia"
    pages = {
        run("check", draft, "--against", sources, "--format", "html", env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
    assert "Belgrade" in pages.pop()


def test_more_agreements_than_anybody_reads_are_left_out_and_it_says_so():
    agreement = sample_page.FINDINGS[5]
    many = tuple(replace(agreement, id=f"x{number}") for number in range(503))
    report = replace(sample_page.REPORT, findings=many)
    assert "3 more are left out; --claims lists them." in page(report, Options()).text
    found = page(replace(report, draft=None), Options())
    assert "3 more are left out; --all lists them." in found.text
    assert "left out" not in page(report).text


def test_many_papers_on_one_side_are_folded():
    agreement = sample_page.FINDINGS[5]
    crowd = replace(agreement, claims=agreement.claims * 10)
    found = page(replace(sample_page.REPORT, findings=(crowd,)))
    assert "18 more sources" in found.text
    assert found.values("scope").count("row") >= 30


def test_no_articles_make_an_empty_page():
    found = page(Report(articles=(), claims=(), findings=()))
    assert "0 claims in 0 articles" in found.text


def evidence(value, unit="", side=1, kind="quantity", **slots):
    numbers = {} if kind == "date" or value is None else {"value": Decimal(value)}
    claim = Claim(
        id=f"{side}{value}", kind=kind, doc="alina-week-later", start=0, end=1, text="x", sentence="x",
        sentence_start=0, unit=unit, **{**numbers, **slots},
    )  # fmt: skip
    return Evidence(claim=claim, value=value, unit=unit, side=side)


def fact(*claims, kind="value", verdict="discrepancy"):
    return replace(sample_page.FINDINGS[1], kind=kind, verdict=verdict, claims=claims)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (("12", ""), ("15", ""), "B is 3 more than A (+25%)"),
        (("40", ""), ("30", ""), "B is 10 less than A (−25%)"),
        (("6", ""), ("7", ""), "B is 1 more than A (+16.7%)"),
        (
            ("1200000", "USD"),
            ("1200000000", "USD"),
            "B is 1,198.8 million USD more than A (+99,900%, 1,000 times as much)",
        ),
        (
            ("1200000000", "USD"),
            ("1200000", "USD"),
            "B is 1,198.8 million USD less than A (−99.9%; A is 1,000 times as much)",
        ),
        (("3.5", "percent"), ("4", "percent"), "B is 0.5 percentage points more than A (+14.3%)"),
        (("10", "mile"), ("20", "kilometer"), "B is 2.43 miles more than A (+24.3%)"),
        (("0", ""), ("5", ""), "B is 5 more than A"),
        (("-3", "degree_Celsius"), ("4", "degree_Celsius"), "B is 7 degrees Celsius more than A"),
        (("5", ""), ("0", ""), "B is 5 less than A (−100%)"),
        (("5", "USD"), ("5", "EUR"), None),
        (("5", ""), ("5", ""), None),
        (("5", ""), (None, ""), None),
    ],
)  # fmt: skip
def test_difference_of_numbers(first, second, words):
    told = list(
        differences(fact(evidence(*first), evidence(*second, side=2)), {1: "A", 2: "B"}),
    )
    assert told == ([words] if words else [])


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2018", "2017", "B is 1 year earlier than A"),
        ("2021-11", "2019", "B is 2 years earlier than A"),
        ("2021-11", "2022-01", "B is 2 months later than A"),
        ("2023-05-01", "2023-05-02", "B is 1 day later than A"),
        ("2023-12-31T20:00", "2024-03-01", "B is 61 days later than A"),
        ("2023-02-31", "2023-02-01", None),
        ("XXXX-11", "2021-11", None),
        ("2019", "2019-04", None),
        ("", "2019", None),
    ],
)
def test_difference_of_dates(first, second, words):
    sides = evidence(first, kind="date"), evidence(second, kind="date", side=2)
    assert list(differences(fact(*sides, kind="date"), {1: "A", 2: "B"})) == ([words] if words else [])


def test_rank_and_sums_have_their_own_difference_or_none():
    ranks = fact(evidence("3", kind="ordinal"), evidence("4", kind="ordinal", side=2), kind="ordinal")
    assert list(differences(ranks, {1: "A", 2: "B"})) == ["B is 1 place after A"]
    total = fact(evidence("61"), evidence("43", side=2), kind="arithmetic")
    assert list(differences(total, {1: "A", 2: "B"})) == []


@pytest.mark.parametrize(
    ("voices", "kind", "verdict", "odd", "words"),
    [
        (("p", "q", "r"), "value", "discrepancy", {2}, "Independent sources: A 2, B 1."),
        (("p", "p", "r"), "value", "discrepancy", set(), "One independent source on each side."),
        (("p", "q", "r"), "stage", "discrepancy", set(), ""),
        (("p", "q", "r"), "value", "update", set(), ""),
        (("p", "q", "r"), "value", "agreement", set(), ""),
        (("p", "q", "r"), "arithmetic", "discrepancy", set(), ""),
    ],
)
def test_who_stands_alone(voices, kind, verdict, odd, words):
    finding = sample_page.FINDINGS[2]
    sides = (1, 1, 2)
    claims = tuple(replace(one, side=side) for one, side in zip(finding.claims, sides, strict=True))
    finding = replace(finding, kind=kind, verdict=verdict, claims=claims)
    known = dict(zip((one.claim.doc for one in claims), voices, strict=True))
    assert odd_sides(finding, known) == odd
    assert balance(finding, known, side_names(finding)) == words


def test_cautions_name_what_else_differs():
    told = cautions(sample_page.FINDINGS[1], ["A", "B1", "B2"], Index(sample_page.REPORT, Options()).articles)
    assert told == [
        "They were published up to 5 days apart (3 May 2023 to 8 May 2023): a figure may have moved.",
        "Not every number is exact: B2: “about”.",
        "It is said by others than the paper: B2: the inquiry.",
    ]
    assert cautions(sample_page.FINDINGS[4], [], {}) == []


def drawn(*claims, **more):
    finding = fact(*claims, **more)
    index = Index(replace(sample_page.REPORT, findings=(finding,)), Options())
    return str(plot(finding, [f"N{number}" for number in range(len(claims))], index))


@pytest.mark.parametrize(
    ("claims", "signs"),
    [
        ([evidence("1"), evidence("2")], 0),
        ([evidence("1"), evidence("2"), evidence(None)], 0),
        ([evidence("1"), evidence("2"), evidence("3", side=2)], 3),
        ([evidence("1")] * 40, 1),
        ([evidence("1"), evidence("2"), evidence("5", "EUR", side=2)], 0),
        ([evidence("1"), evidence("2"), evidence(None, low=Decimal(1), high=Decimal(9))], 3),
        ([evidence("1E+24"), evidence("-1E+24"), evidence("0.001"), evidence("0", side=3)], 4),
    ],
)  # fmt: skip
def test_plot_has_a_sign_for_each_place(claims, signs):
    assert drawn(*claims).count('class="sign"') == signs


def test_plot_of_days_and_of_sums():
    days = [
        evidence(day.isoformat(), kind="date", when=When(value=day.isoformat(), first=day, last=day))
        for day in (date(2023, 5, 1), date(2023, 4, 1), date(2022, 1, 1))
    ]
    assert drawn(*days, kind="date").count('class="sign"') == 3
    assert drawn(evidence("1"), evidence("2"), evidence("3"), kind="arithmetic") == ""


def test_plot_says_in_words_what_it_draws():
    found = page(sample_page.REPORT)
    assert found.count("figure") == found.count("svg") == 4
    assert "C 3 May 2023: 15, killed (Morning Wire (from Harbour News Agency))" in found.text
    assert "B no date: 14, killed (Port Maren Rescue)" in found.text
