"""Takes the pictures of the HTML page for README.md and the tutorial: `python docs/pictures.py`.

Needs the extra "browser" and Chromium on the path. The page is that of the tutorial's draft.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright

from factcheck.crosscheck import extract_all
from factcheck.desk import read_draft, read_sources
from factcheck.draft import draft_report
from factcheck.report import Options, render

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "corpus" / "examples"
FOLDER = ROOT / "docs" / "pictures"


@dataclass(frozen=True)
class Picture:
    """What is seen in a window of that size, with the element `place` at its top."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    place: str | None = None


PICTURES = (
    Picture("page", 1280, 800),
    Picture("page-dark", 1280, 620, "dark", "article.finding:nth-of-type(2)"),
    Picture("page-tablet", 800, 1000, place="#draft"),
    Picture("page-phone", 360, 740, place="article.finding:nth-of-type(2)"),
)


def page() -> str:
    """The page of the tutorial's draft before anything is mended."""
    draft = str(EXAMPLES / "draft" / "belgrade-arms.md")
    sources, _ = read_sources([str(EXAMPLES / "serbia")], draft, print)
    article, _ = read_draft(draft, sources, print)
    assert article is not None, "the example is there"
    text = render("html", draft_report(article, extract_all(sources), articles=sources), Options())
    assert isinstance(text, str), "a page is text"
    return text


def take(picture: Picture, browser: "Browser", address: str) -> None:
    """Write the picture to its file."""
    size = {"width": picture.width, "height": picture.height}
    tab = browser.new_page(viewport=size, color_scheme=picture.scheme, reduced_motion="reduce")
    tab.goto(address)
    if picture.place:
        tab.locator(picture.place).first.evaluate("place => place.scrollIntoView({ block: 'start' })")
    tab.screenshot(path=FOLDER / f"{picture.name}.png")
    tab.close()


def main() -> None:
    """Take them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(page(), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            take(picture, browser, file.as_uri())
        browser.close()


if __name__ == "__main__":
    main()
