"""Article ids: a file's stem, with as much more of its path as tells equal stems apart."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath


def name_files(paths: Sequence[str]) -> list[str]:
    """The id of each of the files at `paths`, which are distinct and have forward slashes.

    Bytes of a file name that are not UTF-8 are shown as `\\\\xNN`.

    >>> name_files(["desk/flood.txt", "wire/flood.txt", "wire/vote.md", "wire/vote.txt"])
    ['desk/flood', 'wire/flood', 'vote.md', 'vote.txt']
    """
    endings = Counter(ending for path in paths for ending in set(_endings(path)))
    stems = Counter(_without_suffix(path) for path in paths)
    ids = []
    for path in paths:
        own = (ending for ending in _endings(path) if endings[ending] == 1)
        whole = _without_suffix(path)
        whole = whole if stems[whole] == 1 and whole not in paths else path
        ids.append(printable(next(own, whole)))
    return ids


def printable(name: str) -> str:
    """`name` with undecodable bytes of a file name as `\\\\xNN`, so that any output can carry it.

    >>> print(printable("caf\\udce9"))
    caf\\xe9
    """
    return "".join(f"\\x{ord(char) - 0xDC00:02x}" if 0xDC80 <= ord(char) <= 0xDCFF else char for char in name)


def _endings(path: str) -> Iterator[str]:
    """The endings of `path`, shortest first, each without and with the suffix."""
    *folders, name = (part for part in path.split("/") if part not in ("", "."))
    stem = PurePosixPath(name).stem
    for depth in range(len(folders), -1, -1):
        prefix = "".join(f"{folder}/" for folder in folders[depth:])
        yield prefix + stem
        yield prefix + name


def _without_suffix(path: str) -> str:
    return path[: len(path) - len(PurePosixPath(path).suffix)]
