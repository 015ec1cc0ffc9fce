"""Which files are read: the paths that the user gave, and what lies in the folders among them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpus.errors import ReadProblem
from corpus.formats import is_article_name, suffixes
from corpus.metadata import METADATA_FILE
from corpus.source import STANDARD_INPUT, reason_of, special_kind

_ALIKE = 0.81  # of two names, by difflib: "a.txt" is no slip for "z.txt"

Identity = tuple[int, int]  # device and inode: one file, however many names it has


@dataclass(slots=True)
class Root:
    """One path of the command line: the files to read under it, in order, and what stood in the way.

    `known` counts the files that an earlier path has given already.
    """

    path: str
    is_folder: bool = False
    found: list[str | ReadProblem] = field(default_factory=list)
    known: int = 0
    passed_over: int = 0


def find_files(paths: Iterable[str | os.PathLike[str]]) -> list[Root]:
    """The files under `paths`, each file once: folders in the order of names, links to files followed.

    In a folder, only files with the suffix of a format are taken; hidden ones and the rest are counted.
    """
    seen: set[Identity] = set()
    return [_root(_as_given(path), seen) for path in paths]


def without_articles(root: Root) -> ReadProblem:
    """What to say of a folder in which no article was found."""
    reason = "holds no articles"
    if not root.found:
        reason += f": nothing in it ends in {', '.join(sorted(suffixes()))}"
    return ReadProblem(root.path, reason)


def _as_given(path: str | os.PathLike[str]) -> str:
    path = os.fsdecode(path)
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    while path.startswith("./") and len(path) > 2:
        path = path[2:].lstrip("/") or "."
    return path if path.strip("/") == "" else path.rstrip("/")


def _root(path: str, seen: set[Identity]) -> Root:
    root = Root(path)
    if not path:
        root.found.append(ReadProblem("''", "names no file or folder"))
        return root
    if path == STANDARD_INPUT:
        identity = (-1, -1)
        root.found += [] if identity in seen else [path]
        seen.add(identity)
        return root
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        root.found.append(ReadProblem(path, _why_missing(path, error)))
        return root
    if os.path.isdir(path):
        root.is_folder = True
        _walk(root, seen)
    elif PurePosixPath(path).name == METADATA_FILE:
        root.passed_over += 1  # a shell's * names it among the articles that it describes
    elif special_kind(status.st_mode):
        kind = special_kind(status.st_mode)
        root.found.append(ReadProblem(path, f"is {kind}, not a file; use - to read standard input"))
    else:
        _take(root, path, status, seen)
    return root


def _why_missing(path: str, error: OSError | ValueError) -> str:
    if path.casefold().startswith(("http://", "https://", "ftp://")):
        return "is an address, and nothing is fetched from the network; save the page and name the file"
    if isinstance(error, ValueError):
        return "is no possible path"
    return reason_of(error) + _meant(path)


def _meant(path: str) -> str:
    """Words on the file or folder beside it that has nearly its name; "" if there is none."""
    from difflib import get_close_matches

    folder, _, name = path.rpartition("/")
    try:
        beside = sorted(os.listdir(folder or ("/" if path.startswith("/") else ".")))
    except OSError:
        return ""
    close = get_close_matches(name, beside, 1, _ALIKE)
    return f"; did you mean {f'{folder}/{close[0]}' if folder else close[0]}?" if close else ""


def _take(root: Root, path: str, status: os.stat_result, seen: set[Identity]) -> None:
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        root.known += 1
    else:
        seen.add(identity)
        root.found.append(path)


def _walk(root: Root, seen: set[Identity]) -> None:
    waiting = [root.path]
    while waiting:
        path = waiting.pop()
        if path != root.path and not os.path.isdir(path):
            _take_from_folder(root, path, seen)
            continue
        try:
            inside = list(_inside(root, path))
        except OSError as error:
            root.found.append(ReadProblem(path, reason_of(error)))
            continue
        waiting += sorted(inside, reverse=True)


def _inside(root: Root, folder: str) -> Iterator[str]:
    """The subfolders of `folder` and its entries with the suffix of a format."""
    prefix = "" if folder == "." else folder.rstrip("/") + "/"
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.name == METADATA_FILE:
                continue
            if entry.name.startswith("."):
                root.passed_over += 1
            elif _is_folder(entry):
                if entry.is_symlink():
                    reason = "is a link to a folder and not followed; name it to read it"
                    root.found.append(ReadProblem(path, reason, severity="warning"))
                else:
                    yield path
            elif is_article_name(entry.name):
                yield path
            else:
                root.passed_over += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _take_from_folder(root: Root, path: str, seen: set[Identity]) -> None:
    try:
        status = os.stat(path)
    except OSError as error:
        root.found.append(ReadProblem(path, reason_of(error)))
        return
    kind = special_kind(status.st_mode)
    if kind:
        root.found.append(ReadProblem(path, f"is {kind}, not a file", severity="warning"))
    else:
        _take(root, path, status, seen)
