"""The document around the parts: its head with the security policy, its order, its style and script."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from factcheck.model import Report
from factcheck.report import Options
from factcheck.report._html.controls import filters, keys
from factcheck.report._html.draft import draft_section
from factcheck.report._html.facts import findings_section
from factcheck.report._html.index import Index
from factcheck.report._html.markup import Markup, join, tag
from factcheck.report._html.sources_list import sources_section
from factcheck.report._html.summary import heading, summary_section
from factcheck.report._html.timeline import timeline_section
from factcheck.version import __version__


def page(report: Report, options: Options) -> str:
    """The whole document, ending in a newline."""
    index = Index(report, options)
    title = heading(index)
    body = join(
        (
            tag("a", "Skip to the findings", href="#findings", class_="skip"),
            tag("header", tag("h1", tag("bdi", title)), summary_section(index)),
            tag(
                "main",
                filters(index),
                keys(),
                _columns(index),
                timeline_section(index),
                sources_section(index),
            ),
            tag(
                "footer",
                tag(
                    "p", f"factcheck {__version__}{f' {index.option}' if options.everything else ''}. ", _NOTE
                ),
            ),
            _inline("script", _asset("script.js")),
        ),
        "\n",
    )
    html = tag(
        "html",
        _head(title),
        "\n",
        tag("body", "\n", body, "\n", class_="long" if len(index.shown) > _LONG else None),
        lang="en",
        dir="ltr",
    )
    return f"<!DOCTYPE html>\n{html}\n"


_LONG = 200  # findings, from which on a browser lays out only those that are looked at
_NOTE = "It compares what texts say; which of them is right it cannot know."


def _columns(index: Index) -> Markup:
    """The draft beside the findings where there is a draft and room."""
    draft = draft_section(index)
    return tag("div", draft, findings_section(index), class_="desk" if draft else None)


def _head(title: str) -> Markup:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_fingerprint(_asset('style.css'))}'",
            f"script-src '{_fingerprint(_asset('script.js'))}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"factcheck {__version__}"),
        tag("link", rel="icon", href="data:,"),
        tag("title", f"{title} – factcheck"),
        _inline("style", _asset("style.css")),
    )


def _inline(name: str, content: str) -> Markup:
    """Style or script as it is: the policy allows these bytes and no others."""
    return Markup(f"<{name}>{content}</{name}>")


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _fingerprint(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}"
