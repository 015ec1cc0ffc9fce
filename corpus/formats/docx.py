"""Word documents: what `corpus.wordtext` reads from them, as an article."""

from collections.abc import Iterator

from corpus.archives import ZIP_SIGNATURE, open_archive
from corpus.article import Article
from corpus.errors import ReadProblem
from corpus.headline import find_headline
from corpus.source import Source

SUFFIXES = (".docx", ".docm")
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def recognises(head: bytes) -> bool:
    """Whether the content is an Office package, or an old or encrypted Office file."""
    is_package = head.startswith(ZIP_SIGNATURE) and b"[Content_Types].xml" in head
    return is_package or head.startswith(_OLE_SIGNATURE)


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The one article of a document: its paragraphs and table rows a line each, notes as last lines.

    The title is the first paragraph in the style Title or Heading 1. The days in a document's properties are
    those of its template, so it has none.
    """
    if source.head().startswith(_OLE_SIGNATURE):
        kind = "an encrypted document" if _ENCRYPTED in source.data() else "in Word's old format"
        raise ReadProblem(source.path, f"is {kind}; save it as .docx without a password")
    from corpus.wordtext import WordText

    with open_archive(source) as archive:
        document = WordText(archive, source.path)
    yield Article(id="", text=document.text, title=document.title or find_headline(document.text))
