"""Files of every format round any texts: records where the format has some, else paragraphs or pages."""

import csv
import gzip
import json
from collections.abc import Callable, Sequence
from io import StringIO
from xml.sax.saxutils import escape

from fuzz.targets import packed, word_document

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_G2 = "http://iptc.org/std/nar/2006-10-01/"
_STORY = "Six jets came."  # so that no file is without text


def _plain(texts: Sequence[str]) -> bytes:
    return "\n\n".join((_STORY, *texts)).encode("utf-8", "replace")


def _table(texts: Sequence[str]) -> bytes:
    table = StringIO()
    csv.writer(table).writerows([("text", "title"), *((f"{_STORY} {text}", text) for text in texts)])
    return table.getvalue().encode("utf-8", "replace")


def _lines(texts: Sequence[str]) -> bytes:
    rows = (json.dumps({"text": f"{_STORY} {text}", "title": text}) for text in texts)
    return "\n".join((*rows, *texts)).encode("utf-8", "replace")


def _ninjs(texts: Sequence[str]) -> bytes:
    marked = "".join(f"<p>{text}</p>" for text in texts)
    return json.dumps({"uri": "a", "headline": _STORY, "body_text": marked, "body_xhtml": marked}).encode()


def _page(texts: Sequence[str]) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in (_STORY, *texts))
    page = f"<!doctype html><html><body><article>{body}</article></body></html>"
    return page.encode("utf-8", "replace")


def _feed(texts: Sequence[str]) -> bytes:
    items = "".join(f"<item><description>{escape(text)}</description>{text}</item>" for text in texts)
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode("utf-8", "replace")


def _newsml(texts: Sequence[str]) -> bytes:
    items = "".join(
        f"<newsItem><contentSet><inlineData>{escape(text)}</inlineData></contentSet></newsItem>"
        for text in (_STORY, *texts)
    )
    return f"<newsMessage xmlns='{_G2}'><itemSet>{items}</itemSet></newsMessage>".encode("utf-8", "replace")


def _nitf(texts: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(text)}</p>" for text in (_STORY, *texts))
    return f"<nitf><body><body.content>{body}</body.content></body></nitf>".encode("utf-8", "replace")


def _document(texts: Sequence[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in (_STORY, *texts))
    xml = f"<w:document xmlns:w='{_WORD}'><w:body>{body}</w:body></w:document>"
    return word_document(xml.encode("utf-8", "replace"))


def _pdf(texts: Sequence[str]) -> bytes:
    """A page a text, of lines of eighty characters."""
    pages = [_content(text) for text in texts]
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    font = "<</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"]
    for number, content in enumerate(pages):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {4 + 2 * number} 0 R"
            f"/Resources<</Font{font}>>>>",
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        ]
    written, places = "%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{held}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<</Size {size}/Root 1 0 R>>\n"
    return f"{written}{end}startxref\n{len(written)}\n%%EOF\n".encode("latin-1", "replace")


def _content(text: str) -> str:
    told = text.encode("latin-1", "replace").decode("latin-1")
    for mark in "\\()":
        told = told.replace(mark, f"\\{mark}")
    rows = (told[start : start + 80].replace("\n", " ") for start in range(0, len(told), 80))
    return "BT /F1 10 Tf 50 800 Td\n" + "\n".join(f"0 -14 Td ({row} ) Tj" for row in rows) + "\nET"


def _crawl(texts: Sequence[str]) -> bytes:
    records = []
    for text in texts:
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _page([text])
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://e.org/1\r\n"
        kind = "Content-Type: application/http; msgtype=response"
        records.append(f"{head}{kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")
    return b"".join(records)


def _archive(texts: Sequence[str]) -> bytes:
    return packed([(f"{number}.txt", _plain([text])) for number, text in enumerate(texts)])


FILES: dict[str, Callable[[Sequence[str]], bytes]] = {
    "csvtable": _table,
    "docx": _document,
    "feeds": _feed,
    "gzipped": lambda texts: gzip.compress(_plain(texts), 1, mtime=0),
    "html": _page,
    "jsonl": _lines,
    "markdown": _plain,
    "newsml": _newsml,
    "ninjs": _ninjs,
    "nitf": _nitf,
    "pdf": _pdf,
    "text": _plain,
    "warc": _crawl,
    "zipped": _archive,
}
