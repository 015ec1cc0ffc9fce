"""The package of a document: its parts, how one leads to another, and a copy with some of them changed."""

import posixpath
import struct
from collections.abc import Iterator
from html import escape
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile, ZipInfo
from zlib import crc32

from corpus.archives import read_member
from corpus.errors import ReadProblem
from corpus.xmltree import parse_xml
from factcheck.word.recode import encoding_of, from_utf8, to_utf8
from factcheck.word.scan import scan

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELATIONSHIPS}"/>'
)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF8_NAME = 0x800  # bit of the flags
_SIZES_BEHIND = 0x8  # bit of the flags: the sizes follow the data


class Package:
    """The parts of the package in `archive`, all as UTF-8 whatever their encoding, with changes to come."""

    def __init__(self, archive: ZipFile, path: str) -> None:
        self._archive = archive
        self._path = path
        self._changed: dict[str, bytes] = {}
        self._names = {name.casefold(): name for name in archive.namelist()}

    def read(self, name: str) -> bytes:
        """The part `name`. Raises ReadProblem where there is none, or it is no XML that can be trusted."""
        return self._checked(name)[1]

    def _checked(self, name: str) -> tuple[Element, bytes]:
        data = read_member(self._archive, name, self._path)
        try:
            return parse_xml(data), to_utf8(data, encoding_of(data))
        except (LookupError, ValueError) as error:
            raise ReadProblem(self._path, f"{name}: {error}") from error

    def write(self, name: str, data: bytes) -> None:
        """The part `name` is to be `data`, in the encoding that it had."""
        if name in self._archive.namelist():
            data = from_utf8(data, encoding_of(read_member(self._archive, name, self._path)))
        self._changed[name] = data

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` calls its `kind` ("comments"), where there is one."""
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
                target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
                return self._names.get(posixpath.normpath(target).lstrip("/").casefold())
        return None

    def add_related(self, part: str, kind: str, base: str, content_type: str, data: bytes) -> None:
        """A new part beside `part`, which calls it its `kind`, a type that begins with `base`."""
        folder = posixpath.dirname(part)
        candidates = (
            posixpath.join(folder, f"{kind}{number or ''}.xml") for number in range(len(self._names) + 1)
        )
        name = next(one for one in candidates if one.casefold() not in self._names)
        self.write(name, data)
        self._append(
            _TYPES, self.read(_TYPES), "Override", {"PartName": f"/{name}", "ContentType": content_type}
        )
        taken = {relation.get("Id", "").casefold() for relation in self._relations(part)}
        free = next(
            one for number in range(len(taken) + 1) if (one := f"rId{number + 1}").casefold() not in taken
        )
        relations = _relations_name(part)
        known = relations in self._archive.namelist()
        old = self.read(relations) if known else _NO_RELATIONS.encode()
        target = posixpath.basename(name)
        self._append(relations, old, "Relationship", {"Id": free, "Type": f"{base}/{kind}", "Target": target})

    def _relations(self, part: str) -> Iterator[dict[str, str]]:
        name = _relations_name(part)
        if name in self._archive.namelist():
            for element in self._checked(name)[0]:
                yield dict(element.items())

    def _append(self, name: str, old: bytes, kind: str, attributes: dict[str, str]) -> None:
        prefix = scan(old, ()).root.name.rpartition(":")[0]
        written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
        self.write(name, append(old, f"<{prefix}{':' if prefix else ''}{kind}{written}/>"))

    def copy(self, stream: IO[bytes]) -> bytes:
        """The package in `stream` with what was written; every other part is copied as it is packed.

        What was written is stored, not packed: packing differs from machine to machine.
        """
        pieces: list[bytes] = []
        directory: list[bytes] = []
        position = 0
        infos = self._archive.infolist()
        new = [name for name in self._changed if name not in self._archive.namelist()]
        like = self._archive.getinfo(_TYPES)
        for info, name in [*((info, info.filename) for info in infos), *((like, name) for name in new)]:
            member = _Member(info, name, self._changed.get(name), stream)
            pieces += [member.local(), member.data]
            directory.append(member.central(position))
            position += len(pieces[-2]) + len(pieces[-1])
        size = sum(map(len, directory))
        end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, position, 0)
        return b"".join([*pieces, *directory, end])


class _Member:
    """One member of a new archive: new content, or that of the old member as it is packed."""

    def __init__(self, info: ZipInfo, name: str, content: bytes | None, stream: IO[bytes]) -> None:
        self._info = info
        self._flags = info.flag_bits & ~_SIZES_BEHIND | (0 if name.isascii() else _UTF8_NAME)
        self._name = name.encode("utf-8" if self._flags & _UTF8_NAME else "ascii")
        if content is None:
            self.data = _packed(info, stream)
            self._method, self._checksum, self._size = info.compress_type, info.CRC, info.file_size
        else:
            self.data = content
            self._method, self._checksum, self._size = ZIP_STORED, crc32(content), len(content)

    def local(self) -> bytes:
        """The header in front of the data."""
        return (
            _LOCAL.pack(b"PK\3\4", self._info.extract_version, *self._facts(), len(self._name), 0)
            + self._name
        )

    def central(self, position: int) -> bytes:
        """The entry of the directory; `position` is that of the header."""
        info = self._info
        made = info.create_version | info.create_system << 8
        rest = len(self._name), 0, 0, 0, info.internal_attr, info.external_attr, position
        return _CENTRAL.pack(b"PK\1\2", made, info.extract_version, *self._facts(), *rest) + self._name

    def _facts(self) -> tuple[int, ...]:
        year, month, day, hour, minute, second = self._info.date_time
        time = hour << 11 | minute << 5 | second // 2
        date = (year - 1980) << 9 | month << 5 | day
        return self._flags, self._method, time, date, self._checksum, len(self.data), self._size


def append(data: bytes, child: str) -> bytes:
    """The document `data` with the markup `child` as last child of its root.

    >>> append(b"<a/>", "<b/>"), append(b"<a><c/></a>", "<b/>")
    (b'<a><b/></a>', b'<a><c/><b/></a>')
    """
    root = scan(data, ()).root
    if root.closing < root.end:
        return data[: root.closing] + child.encode() + data[root.closing :]
    return data[: root.opened - 2] + f">{child}</{root.name}>".encode() + data[root.end :]


def _relations_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _packed(info: ZipInfo, stream: IO[bytes]) -> bytes:
    stream.seek(info.header_offset)
    header = _LOCAL.unpack(stream.read(_LOCAL.size))
    stream.seek(header[-2] + header[-1], 1)
    return stream.read(info.compress_size)
