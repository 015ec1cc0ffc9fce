"""Zip archives, opened only as far as they are sane: a few kilobytes can unpack to gigabytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import ReadProblem
from corpus.source import Source

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

ZIP_SIGNATURE = b"PK\x03\x04"
_MOST_MEMBERS = 5_000
_MOST_BYTES = 100_000_000  # of all members together
_HIGHEST_RATIO = 200  # of a member over a megabyte; text compresses to a fifth, real documents to a twentieth
_SUSPICIOUS = 1_000_000  # bytes
_ENCRYPTED = 0x1  # bit of the flags


@contextmanager
def open_archive(source: Source) -> Iterator[ZipFile]:
    """The archive in `source`, its directory checked before anything is unpacked.

    Raises ReadProblem for what is no archive, is encrypted, or would unpack to too much.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        source.stream.seek(0)
        archive = ZipFile(source.stream)
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise ReadProblem(source.path, f"is a damaged archive: {error}") from error
    with archive:
        reason = _refusal(archive.infolist())
        if reason:
            raise ReadProblem(source.path, reason)
        yield archive


def read_member(archive: ZipFile, name: str, path: str) -> bytes:
    """The content of the member `name` of the archive at `path`. Raises ReadProblem where it is damaged."""
    try:
        return archive.read(name)
    except KeyError as error:
        raise ReadProblem(path, f"has no {name}") from error
    except Exception as error:  # zlib.error, lzma's, bz2's, unknown methods: each its own class
        raise ReadProblem(path, f"{name}: is damaged: {error}") from error


def _refusal(members: list[ZipInfo]) -> str | None:
    if len(members) > _MOST_MEMBERS:
        return f"has {len(members):,} members; more than {_MOST_MEMBERS:,} are not read"
    if any(member.flag_bits & _ENCRYPTED for member in members):
        return "is encrypted"
    total = sum(member.file_size for member in members)
    if total > _MOST_BYTES:
        return f"unpacks to {total:,} bytes; more than {_MOST_BYTES:,} are not read"
    for member in members:
        if member.file_size > max(_SUSPICIOUS, _HIGHEST_RATIO * member.compress_size):
            return f"{member.filename}: unpacks to more than {_HIGHEST_RATIO} times its size; not read"
    twice = [name for name, count in Counter(member.filename for member in members).items() if count > 1]
    return f"has {twice[0]!r} twice" if twice else None
