"""Pages in ten layouts round articles of our own, and how well a reading of them does."""

# ruff: noqa: E501  # markup is long

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from html import escape
from json import dumps


@dataclass(frozen=True)
class Story:
    title: str
    day: date
    paragraphs: tuple[str, ...]


STORIES = (
    Story(
        "Ferry with 212 on board capsizes off Harstad",
        date(2021, 3, 4),
        (
            "A passenger ferry with 212 people on board capsized off the northern coast, killing at least six.",
            "Rescuers pulled 34 survivors from the water before dark, a spokesman for the harbour authority said.",
            "The vessel, built in 1987, had left the port of Harstad at noon in a rising storm, the operator said.",
            "“We saw people in the water and threw them ropes,” said Kari Moen, a fisherman. “There were dozens.”",
            "Divers will resume the search at dawn, and two cranes are on their way from the capital, 900 km south.",
            "The transport minister promised an inquiry. It is the worst disaster at sea there since 1999.",
            "Shares of the operator fell 4.2 percent on Tuesday; it carries 1.3 million passengers a year.",
        ),
    ),
    Story(
        "Chipmaker lifts forecast to €7.4bn as orders double",
        date(2019, 10, 24),
        (
            "Northern Silicon raised its sales forecast for the year to €7.4 billion from €6.9 billion on Thursday.",
            "Orders doubled to 1.2 million wafers in the third quarter, the company said in a statement from Graz.",
            "Net profit rose 18% to €412 million, or €1.37 a share, against €349 million a year earlier.",
            "Analysts had expected €390 million on average, according to a poll of 14 banks.",
            "The company will hire 2,500 people by 2021 and spend €900 million on a plant in Dresden.",
            "“Demand is broad,” chief executive Ida Falk said. “We are sold out until June.”",
            "The shares, up 31% since January, gained 6.5% to €58.20 by 11:15 GMT.",
        ),
    ),
    Story(
        "Champions held 2-2 as late penalty denies Rovers",
        date(2020, 2, 23),
        (
            "Rovers came within two minutes of a first win over the champions in 17 years but were held to a 2-2 draw.",
            "Ana Duarte's penalty in the 88th minute, her 21st goal of the season, cancelled out a second-half lead.",
            "A crowd of 43,118 saw the visitors go ahead after 12 minutes before two goals in four minutes by Lee Obi.",
            "The point keeps the champions 9 points clear at the top with 11 matches left to play.",
            "Rovers, who have won only 3 of their past 14 games, remain one place above the bottom three.",
            "“We deserved all three points,” coach Per Holm said. “But 2-2 is no disgrace here.”",
            "The sides meet again in the cup on March 18, with a place in the last eight at stake.",
        ),
    ),
    Story(
        "Court jails former minister for seven years over port deal",
        date(2022, 6, 15),
        (
            "A court in Valletta sentenced former transport minister Carl Zerafa to seven years in prison on Wednesday.",
            "Judges found that Zerafa took bribes worth $1.8 million between 2011 and 2014 in a deal to lease a port.",
            "Two businessmen received four years each, and a third was acquitted for lack of evidence.",
            "The court ordered the seizure of 12 bank accounts and a villa valued at 3.1 million euros.",
            "Prosecutors had asked for 10 years. The trial heard 86 witnesses over 41 days.",
            "“This is a dark day for justice,” his lawyer said, adding that he would appeal within 20 days.",
            "Zerafa, 61, resigned in 2015 after a newspaper published details of the $240 million contract.",
        ),
    ),
)

_NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/b">Business 24</a></li></ul></nav>'
_ASIDE = (
    '<aside class="sidebar most-read"><h3>Most read</h3><ol><li><a href="/1">Five killed in pile-up on A7</a></li>'
    '<li><a href="/2">House prices up 9.3% in May</a></li><li><a href="/3">10 ways to save $500</a></li></ol></aside>'
)
_COMMENTS = (
    '<section id="comments" class="comments"><h2>3 Comments</h2><div class="comment">I lost 40 dollars on this, and my'
    ' 2 brothers too.</div><div class="comment">Back in 1974 we had 90 of them!</div></section>'
)
_FOOTER = (
    '<footer><p>© 2024 Coast Gazette, 17 Quay Street. All rights reserved. Call 555-0199.</p><ul><li><a href="/t">Terms</a>'
    "</li></ul></footer>"
)
_SHARE = '<div class="share-buttons"><a href="#">Share 128</a> <a href="#">Tweet 64</a></div>'


def _paragraphs(story, between=""):
    return "".join(
        f"<p>{escape(text, quote=False)}</p>" + (between if number == 2 else "")
        for number, text in enumerate(story.paragraphs)
    )


def _json_ld(story, graph=False):
    article = {
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.day}T09:30:00+01:00",
        "dateModified": "2024-01-02T10:00:00Z",
        "publisher": {"@type": "Organization", "name": "Coast Gazette"},
    }
    found = {"@context": "https://schema.org", **article}
    if graph:
        article["publisher"] = {"@id": "https://example.org/#org"}
        organization = {"@type": "Organization", "@id": "https://example.org/#org", "name": "Coast Gazette"}
        found = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, article, organization]}
    return f'<script type="application/ld+json">{dumps(found)}</script>'


def _page(head, body, lang="en"):
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def semantic(story):
    head = f"<title>{escape(story.title)} | Coast Gazette</title>{_json_ld(story)}"
    body = f"<article><h1>{escape(story.title)}</h1>{_paragraphs(story)}</article>"
    return _page(head, f"<header>{_NAV}</header><main>{body}</main>{_ASIDE}{_FOOTER}")


def wordpress(story):
    head = (
        f'<title>{escape(story.title)} - Coast Gazette</title><meta property="og:title" content="{escape(story.title)} - Coast Gazette">'
        f'<meta property="og:site_name" content="Coast Gazette"><meta property="article:published_time" content="{story.day}T08:00:00+00:00">'
        '<meta property="article:modified_time" content="2024-02-03T08:00:00+00:00">'
    )
    body = (
        f'<div id="page" class="site"><div class="site-branding"><a href="/">Coast Gazette</a></div>{_NAV}<div class="content-area">'
        f'<article class="post"><header class="entry-header"><h1 class="entry-title">{escape(story.title)}</h1><div class="entry-meta">'
        f'by <a href="/a">Ann Lee</a></div></header><div class="entry-content">{_paragraphs(story)}{_SHARE}</div></article>{_COMMENTS}'
        f'</div><div class="widget-area">{_ASIDE}</div></div>{_FOOTER}'
    )
    return _page(head, body)


def graph(story):
    box = '<div class="newsletter-signup"><h3>Get the newsletter</h3><p>Join 50,000 readers.</p><form><input></form></div>'
    head = f"<title>{escape(story.title)}</title>{_json_ld(story, graph=True)}"
    body = (
        f'{_NAV}<div class="wrap"><div class="hero"><h1>{escape(story.title)}</h1></div><div class="article-body">'
        f'{_paragraphs(story, box)}</div><div class="related"><h2>Related</h2><ul><li><a href="/9">9 things to know</a></li>'
        f'<li><a href="/8">Storm kills 3</a></li></ul></div></div>{_FOOTER}'
    )
    return _page(head, body)


def table_layout(story):
    text = "<br><br>".join(escape(text, quote=False) for text in story.paragraphs)
    day = f"{story.day.day} {story.day:%B %Y}"
    return (
        f"<html><head><title>Coast Gazette - {escape(story.title)}</title></head><body bgcolor=white><table width=800><tr>"
        "<td width=150><a href=/>Home</a><br><a href=/w>World</a><br><a href=/s>Sport</a></td><td><table><tr><td>"
        f"<font size=5><b>{escape(story.title)}</b></font></td></tr><tr><td><i>Published: {day}</i></td></tr><tr><td>"
        f"<font size=2>{text}</font></td></tr></table></td><td width=150><a href=/1>Win $100</a></td></tr></table></body></html>"
    )


def amp(story):
    head = f'<title>{escape(story.title)}</title><link rel="canonical" href="https://www.gazette.example/story">{_json_ld(story)}'
    picture = '<amp-img src="a.jpg" width="1200" height="800" alt="A view in 2016"></amp-img>'
    body = f"<main><h1>{escape(story.title)}</h1>{picture}{_paragraphs(story)}</main><amp-sidebar>{_NAV}</amp-sidebar>{_FOOTER}"
    return _page(head, body).replace("<html", "<html amp", 1)


def captions(story):
    figure = (
        '<figure><img src="x.jpg" alt="6 boats"><figcaption>The harbour in 2016. Photograph: Ann Lee/Reuters'
        "</figcaption></figure>"
    )
    head = (
        f'<title>{escape(story.title)} | World | Coast Gazette</title><meta property="og:title" content="{escape(story.title)}">'
        f'<meta name="date" content="{story.day:%Y%m%d}"><meta property="og:site_name" content="Coast Gazette">'
    )
    body = (
        f'<div class="l-header">{_NAV}</div><div class="article__wrap"><h1 class="article__headline">{escape(story.title)}</h1>'
        f'{figure}<div class="article__content">{_paragraphs(story, figure)}</div></div>{_ASIDE}{_FOOTER}'
    )
    return _page(head, body)


def dated_address(story):
    address = f"https://www.gazette.example/world/{story.day:%Y/%m/%d}/story"
    head = f'<title>{escape(story.title)}</title><link rel="canonical" href="{address}">'
    body = f'{_NAV}<div class="story"><h1>{escape(story.title)}</h1><div>{_paragraphs(story)}</div>{_SHARE}</div>{_COMMENTS}{_FOOTER}'
    return _page(head, body)


def time_tag(story):
    head = f'<title>{escape(story.title)}</title><meta property="og:title" content="{escape(story.title)}">'
    body = (
        f'{_NAV}<article><h1>{escape(story.title)}</h1><p class="byline">By Ann Lee</p><time itemprop="datePublished" datetime="'
        f'{story.day}T07:00">{story.day:%d %b}</time>{_paragraphs(story)}</article><div class="teasers"><time datetime="2024-05-05">'
        f"May 5</time><a href=/5>Budget of $5 billion passed</a></div>{_FOOTER}"
    )
    return _page(head, body)


def lists(story):
    first, *rest = (escape(text, quote=False) for text in story.paragraphs)
    head = f"<title>{escape(story.title)}</title>{_json_ld(story)}"
    body = (
        f'{_NAV}<main class="main"><h1>{escape(story.title)}</h1><p>{first}</p><h2>What we know</h2><ul>'
        + "".join(f"<li>{text}</li>" for text in rest[:3])
        + "</ul>"
        + "".join(f"<p>{text}</p>" for text in rest[3:])
        + f'</main><div class="promo"><p>Subscribe for $1 a week.</p></div>{_FOOTER}'
    )
    return _page(head, body)


def document(story):
    """As a word processor in the browser exports it."""
    spans = "".join(
        f'<p class="c1"><span class="c0">{escape(text, quote=False)}</span></p>' for text in story.paragraphs
    )
    head = "<style>.c0{font-size:11pt;line-height:1.15}.c1{margin:0}</style>"
    return (
        f'<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">{head}</head><body class="c2">'
        f'<h1 class="c3"><span>{escape(story.title)}</span></h1>{spans}</body></html>'
    )


LAYOUTS = (semantic, wordpress, graph, table_layout, amp, captions, dated_address, time_tag, lists, document)

_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


def overlap(found, wanted, pattern=_TOKEN):
    """How many of the tokens agree, how many were found and how many are wanted."""
    one, other = Counter(pattern.findall(found)), Counter(pattern.findall(wanted))
    return sum((one & other).values()), one.total(), other.total()


def score(readings):
    """Text F1, number precision and recall, date precision and recall, and the share of exact titles."""
    tokens, numbers = [0, 0, 0], [0, 0, 0]
    dated = right = titles = 0
    for story, article in readings:
        human = "\n".join((story.title, *story.paragraphs))
        for total, pattern in ((tokens, _TOKEN), (numbers, _NUMBER)):
            for place, count in enumerate(overlap(article.text, human, pattern)):
                total[place] += count
        dated += article.published is not None
        right += article.published == story.day
        titles += article.title == story.title
    return {
        "text F1": 2 * tokens[0] / (tokens[1] + tokens[2]),
        "number precision": numbers[0] / numbers[1],
        "number recall": numbers[0] / numbers[2],
        "date precision": right / max(1, dated),
        "date recall": right / len(readings),
        "exact title": titles / len(readings),
    }
