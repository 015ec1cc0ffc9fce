"""Whatever the bytes, reading gives articles that can be written, and problems that name the file."""

import gzip
import json
import random
from datetime import date

import pytest

from corpus import Article, read_corpus
from tests.corpus.layouts import STORIES, semantic
from tests.corpus.test_docx import document, paragraph
from tests.corpus.test_exports import lines
from tests.corpus.test_feeds import ATOM, RSS
from tests.corpus.test_news_formats import G2, NINJS, NITF
from tests.corpus.test_packed import CRAWL, zipped
from tests.corpus.test_pdf import LINES, pdf
from tests.corpus.test_read import STORY, put

SAMPLES = {
    "a.txt": STORY.encode(),
    "a.md": f"---\ntitle: x\n---\n# Six\n\n```\n{STORY}```\n".encode(),
    "a.html": semantic(STORIES[0]).encode(),
    "a.jsonl": lines({"text": STORY}, {"text": STORY, "published": "2020-01-01"}).encode(),
    "a.csv": f'text,title\n"{STORY}",x\n'.encode(),
    "a.json": json.dumps(NINJS["one"]).encode(),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.nitf": NITF.encode(),
    "a.newsml": G2.format(content="<inlineData>Six died.</inlineData>").encode(),
    "a.docx": document(paragraph("Six died.")),
    "a.pdf": pdf(LINES),
    "a.warc": b"".join(CRAWL),
    "a.zip": zipped({"a.txt": STORY, "b.html": semantic(STORIES[1])}),
    "a.txt.gz": gzip.compress(STORY.encode(), mtime=0),
}


def damaged(data, chance):
    """`data` with bytes changed, cut out, doubled, or all of it in another encoding."""
    damage = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(damage) + 1)
        match chance.randrange(4):
            case 0:
                damage[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del damage[at : at + chance.randrange(1, 200)]
            case 2:
                damage[at:at] = damage[at : at + chance.randrange(1, 200)] * chance.randrange(1, 4)
            case _:
                damage[at:at] = chance.choice(
                    [b"\0", b"\r\n", b"<", b"&", b'"', b"\xff\xfe", b"]]>", b"\xed\xa0\x80"]
                )
    return bytes(damage)


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files(tmp_path, name):
    chance = random.Random(name)
    for _ in range(10):
        put(tmp_path, {name: damaged(SAMPLES[name], chance)})
        items = list(read_corpus([tmp_path / name]))
        assert items, "a file that gives nothing must be spoken of"
        for item in items:
            if isinstance(item, Article):
                check(item)
            else:
                assert item.path.startswith(tmp_path.as_posix())
                assert item.reason.strip()


def check(article):
    assert article.id
    assert article.text.strip()
    assert "\r" not in article.text
    for said in (article.id, article.text, article.title, article.publisher, article.url, article.language):
        (said or "").encode()
    assert article.published is None or isinstance(article.published, date)
    assert (article.published is None) == (article.published_from is None)


def test_the_same_whatever_the_order_of_the_paths(tmp_path):
    put(tmp_path, SAMPLES)
    paths = sorted(tmp_path.iterdir())
    found = [item for item in read_corpus(paths) if isinstance(item, Article)]
    again = [item for item in read_corpus(reversed(paths)) if isinstance(item, Article)]
    assert sorted(found, key=lambda article: article.id) == sorted(again, key=lambda article: article.id)
    assert len({article.id for article in found}) == len(found)
