"""Zip archives of articles: every member with the suffix of a format, in the order of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from corpus.archives import ZIP_SIGNATURE, open_archive, read_member
from corpus.article import Article
from corpus.errors import NoArticle, ReadProblem
from corpus.formats import choose_format, docx, is_article_name
from corpus.identify import name_records
from corpus.source import Source

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SUFFIXES = (".zip",)
_EMPTY_SIGNATURE = b"PK\x05\x06"
_OFFICE = "[Content_Types].xml"
_PACKED = (ZIP_SIGNATURE, b"\x1f\x8b")


def recognises(head: bytes) -> bool:
    """Whether the content opens like an archive."""
    return head.startswith((ZIP_SIGNATURE, _EMPTY_SIGNATURE))


def read(source: Source) -> Iterator[Article | ReadProblem]:
    """The articles of all members; an archive in the archive is not opened, hidden ones are passed over."""
    with open_archive(source) as archive:
        if _OFFICE in archive.namelist():
            yield from docx.read(source)
            return
        wanted = filter(_is_wanted, archive.infolist())
        found = False
        taken: set[str] = set()
        for member in sorted(wanted, key=lambda member: member.filename):
            records = _member_records(source, archive, member)
            for item in name_records(records, PurePosixPath(member.filename).stem, taken):
                found = found or isinstance(item, Article)
                yield item
    if not found:
        raise NoArticle(source.path, "is an archive without an article in it")


def _is_wanted(member: ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    is_hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    is_named = bool(member.filename)  # ZipInfo.is_dir cannot do without
    return is_named and not member.is_dir() and not is_hidden and is_article_name(member.filename)


def _member_records(source: Source, archive: ZipFile, member: ZipInfo) -> Iterator[Article | ReadProblem]:
    path = f"{source.path}/{member.filename}"
    if member.file_size > source.max_bytes:
        yield ReadProblem(path, f"is larger than {source.max_bytes:,} bytes (--max-bytes reads more)")
        return
    try:
        inner = source.within(member.filename, read_member(archive, member.filename, source.path))
        if inner.head().startswith(_PACKED) and not docx.recognises(inner.head()):
            yield ReadProblem(path, "is an archive in an archive and not read", severity="warning")
            return
        yield from choose_format(inner).read(inner)
    except NoArticle as problem:
        yield ReadProblem(path, problem.reason, severity=problem.in_folder)
    except ReadProblem as problem:
        yield problem
    except Exception as error:  # a parser that some hostile member got the better of
        yield ReadProblem(path, f"cannot be read: {type(error).__name__}: {str(error)[:200]}")
