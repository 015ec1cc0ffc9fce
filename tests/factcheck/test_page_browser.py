"""The HTML page in a real browser: links, filters, keys, paper, no script, accessibility, silence.

Needs the extra "browser" and a Chromium; without either it is skipped, save that on a CI server with
the extra installed a missing browser is an error.
"""

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.report import render
from tests.factcheck import sample, sample_page
from tests.factcheck.test_page import EVERYTHING, PAYLOADS, with_hostile_ids
from tests.factcheck.test_report_formats import hostile

playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra: pip install '.[browser]'")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="needs the extra: pip install '.[browser]'"
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SAMPLES = {"report": sample.REPORT, "draft": sample_page.REPORT}
PAYLOAD = " ".join(PAYLOADS).replace("alert(1)", "document.body.id='owned'")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        own = running.chromium.executable_path
        found = next(filter(None, map(shutil.which, NAMES)), own if Path(own).exists() else None)
        if found is None:
            message = "no Chromium on the path: apt-get install chromium, or playwright install chromium"
            pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
        browser = running.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


class Opened:
    """A page in the browser with whatever it said or asked for that it should not have."""

    def __init__(self, page):
        self.page = page
        self.noise: list[str] = []
        page.on("console", lambda message: self.noise.append(message.text))
        page.on("pageerror", lambda error: self.noise.append(str(error)))
        page.on("dialog", lambda dialog: self.noise.append(dialog.message))
        page.on("request", lambda request: self.noise.append(request.url))

    def open(self, url):
        self.page.goto(url)
        assert self.noise.pop(0) == url

    def expect_count(self, words):
        playwright.expect(self.page.locator("#shown")).to_have_text(re.compile(words))

    def shown(self):
        return self.page.locator("[data-verdict]:visible").count()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        return self.page.evaluate("document.activeElement.id")

    def is_in_view(self, selector):
        return self.page.locator(selector).evaluate(
            "one => { const box = one.getBoundingClientRect();"
            " return box.bottom > 0 && box.top < innerHeight && box.width > 0; }"
        )


@pytest.fixture
def visit(browser, tmp_path):
    """Opens a report as a page; the browser's settings may be given, and must stay silent till the end."""
    contexts = []
    pages = []

    def visit(report, options=EVERYTHING, **settings):
        file = tmp_path / f"page-{len(pages)}.html"
        file.write_text(render("html", report, options), encoding="utf-8")
        settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **settings}
        contexts.append(browser.new_context(**settings))
        opened = Opened(contexts[-1].new_page())
        opened.page.set_default_timeout(10_000)
        opened.open(file.as_uri())
        pages.append(opened)
        return opened

    yield visit
    noise = [line for opened in pages for line in opened.noise]
    for context in contexts:
        context.close()
    assert noise == []


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_that_an_article_says_does_anything(visit, name):
    opened = visit(with_hostile_ids(hostile(SAMPLES[name], PAYLOAD), PAYLOAD))
    page = opened.page
    for choice in page.locator("select").all():
        choice.select_option(index=1)
        choice.select_option(index=0)
    opened.press("j", "k", "e", "n", "d", "?")
    assert page.evaluate("document.body.id") == ""
    assert page.locator("script, img, iframe, object, base").count() == 1


def test_links_lead_from_the_draft_to_the_evidence_and_back(visit):
    opened = visit(sample_page.REPORT)
    page = opened.page
    page.locator("#claim-2 a").click()
    assert page.evaluate("document.activeElement.id") == "finding-5f96b4d770"
    assert opened.is_in_view("#finding-5f96b4d770 h4")
    assert page.locator("#finding-5f96b4d770 table").is_visible()
    page.locator("#finding-5f96b4d770 a.back").click()
    assert page.evaluate("document.activeElement.id") == "claim-2"
    assert opened.is_in_view("#claim-2")


def test_a_link_to_a_finding_opens_it(visit):
    opened = visit(sample_page.REPORT)
    opened.page.goto(f"{opened.page.url}#finding-60a7c3e881")
    assert opened.page.locator("#finding-60a7c3e881 table").is_visible()
    assert opened.is_in_view("#finding-60a7c3e881")


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        ({}, 10),
        ({"Verdict": "discrepancy"}, 4),
        ({"Verdict": "update"}, 1),
        ({"Source": "The Coast Herald"}, 5),
        ({"Source": "Port Maren Rescue"}, 1),
        ({"Severity": "error"}, 1),
        ({"Verdict": "agreement", "Source": "Evening Post"}, 1),
        ({"Verdict": "agreement", "Severity": "error"}, 0),
    ],
)
def test_filters(visit, choices, shown):
    opened = visit(sample_page.REPORT)
    for label, value in choices.items():
        options = opened.page.get_by_label(re.compile(rf"^{label} "))
        known = options.locator("option").evaluate_all("all => all.map(one => [one.value, one.text])")
        [chosen] = [one for one, text in known if value in (one, text)]
        options.select_option(chosen)
    opened.expect_count(f"{shown} of 10")
    assert opened.shown() == shown
    opened.page.get_by_role("button", name="Show all").click()
    opened.expect_count("10 of 10")
    assert opened.shown() == 10


def test_search_finds_words_and_enter_stays_on_the_page(visit):
    opened = visit(sample_page.REPORT)
    url = opened.page.url
    assert opened.press("/") == "search"
    opened.page.keyboard.type("Lifeboats adrift")
    opened.expect_count("4 of 10")
    opened.page.keyboard.type("?")
    opened.expect_count("0 of 10")
    opened.press("Enter", "Escape", "Escape")
    opened.expect_count("10 of 10")
    assert opened.page.url == url


def test_keys_travel_and_can_be_switched_off(visit):
    opened = visit(sample_page.REPORT)
    page = opened.page
    first, second = (f"finding-{finding.id}" for finding in sample_page.FINDINGS[:2])
    assert opened.press("j") == first
    assert opened.press("j") == second
    assert opened.press("k") == first
    assert opened.press("k") == first
    assert opened.is_in_view(f"#{first}")
    assert opened.press("d") == "claim-5"
    assert opened.press("n") == "claim-6"
    assert opened.press("p", "p") == "claim-4"
    assert opened.press("Control+j") == "claim-4"
    opened.press("e")
    assert page.locator("article.finding > details:not([open])").count() == 0
    opened.press("e")
    assert page.locator("article.finding > details[open]").count() == 0
    opened.press("?")
    page.get_by_label("Keys are on").uncheck()
    opened.press("j")
    assert page.locator("article:focus").count() == 0


def test_keys_pass_over_what_the_filters_hide(visit):
    opened = visit(sample_page.REPORT)
    opened.page.get_by_label(re.compile("^Verdict ")).select_option("agreement")
    opened.expect_count("3 of")
    opened.page.locator("h1").click()
    assert opened.press("j") == "finding-5f96b4d770"
    opened.page.locator("#claim-1 a").click()
    assert opened.page.locator("#finding-2c63e7a40d").is_visible()


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_can_be_read_without_scripts(visit, name):
    opened = visit(SAMPLES[name], java_script_enabled=False)
    page = opened.page
    assert not page.locator("#filters").is_visible()
    while (folded := page.locator("details:not([open]):visible > summary")).count():
        folded.first.click()
    assert (
        page.locator("article.finding table tbody tr:visible").count()
        == page.locator("article.finding table tbody tr").count()
    )
    assert page.locator("#sources tbody tr:visible").count() == len(SAMPLES[name].articles)


@pytest.mark.parametrize("name", SAMPLES)
def test_it_fits_every_width(visit, name):
    long = "W" * 300
    articles = tuple(
        replace(one, publisher=long, path=f"{long}.txt", title=long) for one in SAMPLES[name].articles
    )
    for report in (SAMPLES[name], replace(SAMPLES[name], articles=articles)):
        page = visit(report).page
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for width in (320, 360, 800, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_gets_everything_but_the_controls(visit):
    opened = visit(sample_page.REPORT, color_scheme="dark")
    page = opened.page
    page.emulate_media(media="print")
    assert not page.locator("#filters").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_focus_can_be_seen(visit):
    opened = visit(sample_page.REPORT)
    for _ in range(12):
        opened.press("Tab")
        width = opened.page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "3px"


def test_a_long_page_can_still_be_travelled(visit):
    findings = tuple(
        replace(one, id=f"{one.id}-{turn}") for turn in range(30) for one in sample_page.FINDINGS
    )
    opened = visit(replace(sample_page.REPORT, findings=findings))
    opened.page.get_by_label(re.compile("^Verdict ")).select_option("update")
    opened.expect_count("30 of 300")
    assert opened.press("Tab", "Escape", "j", "j").startswith("finding-")


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("report", 360, "light"),
        ("report", 1280, "dark"),
        ("draft", 360, "dark"),
        ("draft", 1280, "light"),
    ],
)
def test_accessibility(visit, name, width, scheme):
    opened = visit(SAMPLES[name], viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = axe.Axe().run(opened.page)
    told = [
        f"{one['id']}: {one['help']}: {[node['html'][:200] for node in one['nodes'][:3]]}"
        for one in found.response["violations"]
    ]
    assert told == []
