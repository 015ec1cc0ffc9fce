"""What editors decided about findings, kept in a TOML file that people can read, merge and change by hand."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast, get_args

from corpus.source import read_written
from corpus.tomltext import parse_toml
from factcheck.deciding.turns import turn_in
from factcheck.model import Decision, Ruling
from factcheck.output import write_report

FILE_NAME = "factcheck-decisions.toml"
RULINGS: tuple[Ruling, ...] = get_args(Ruling)

_HEAD = "# What was decided about findings of factcheck: one table a finding, sorted by its id.\n"
FINDING_ID = re.compile(r"[0-9a-f]{6,}(-[0-9]+)?")
_KEYS = ("as", "reason", "summary", "articles")


class DecisionsError(ValueError):
    """A file of decisions cannot be read or changed; the text names the place, the reason and the remedy."""


def find_decisions(folder: str) -> str:
    """The file of decisions that is nearest to `folder`, upward; else one that would lie in it."""
    place = os.path.abspath(folder)
    while not os.path.exists(path := os.path.join(place, FILE_NAME)):
        if (parent := os.path.dirname(place)) == place:
            return os.path.join(os.path.abspath(folder), FILE_NAME)
        place = parent
    return path


def load_decisions(path: str) -> dict[str, Decision]:
    """The decisions in the file at `path` by the finding's id. Raises `DecisionsError`."""
    return _parsed(_read(path), path)


def record_decision(
    path: str, id: str, as_: Ruling, reason: str, summary: str = "", articles: Iterable[str] = ()
) -> None:
    """Write what was decided about the finding `id` to the file at `path`, in the place of what stood there.

    Other tables and comments stay as they are; a new table goes where its id sorts. Who decides something
    at the same moment waits. The file appears whole or not at all, and is made if there is none. `summary`
    tells people what the finding says; `articles` are the paths of the files that it rests on, from the
    working folder on. Raises `DecisionsError`, or `OutputError` where the file cannot be written.
    """
    if not FINDING_ID.fullmatch(id):
        raise DecisionsError(f"{id!r} is no id of a finding; factcheck report prints the ids")
    if as_ not in RULINGS:
        raise DecisionsError(f"{as_!r} is not one of {', '.join(RULINGS)}")
    if not reason.strip():
        raise DecisionsError("a decision needs a reason: whoever reads it later was not there")
    folder = os.path.dirname(path) or "."
    files = tuple(sorted({_plain(os.path.relpath(file, folder).replace(os.sep, "/")) for file in articles}))
    table = _table(id, as_, reason.strip(), summary, files)
    decision = Decision(ruling=as_, reason=_plain(reason.strip()), articles=files)
    with turn_in(os.path.dirname(os.path.realpath(path))):
        write_report(_changed(path, id, table, decision), path)


def _changed(path: str, id: str, table: str, decision: Decision) -> str:
    """The text of the file with `table` in it, which says what was decided about `id`."""
    try:
        text = _read(path)
    except FileNotFoundError:
        text = _HEAD
    wanted = _parsed(text, path) | {id: decision}
    changed = _with_table(text, id, table)
    if _parsed(changed, path) != wanted:
        raise DecisionsError(f"{path}: cannot be changed by a program; write the table [{id}] by hand")
    return changed


def _read(path: str) -> str:
    try:
        return read_written(path)
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise DecisionsError(f"{path}: {reason}") from error


def _parsed(text: str, path: str) -> dict[str, Decision]:
    try:
        tables = parse_toml(text)
    except ValueError as error:
        raise DecisionsError(f"{path}: {error}") from error
    return {id: _decision(table, f"{path}: [{id}]", id) for id, table in tables.items()}


def _decision(table: object, place: str, id: str) -> Decision:
    if not FINDING_ID.fullmatch(id):
        raise DecisionsError(f"{place}: is no id of a finding")
    if not isinstance(table, Mapping):
        raise DecisionsError(f"{place}: is no table")
    for key, value in table.items():
        if key not in _KEYS:
            raise DecisionsError(f"{place}: unknown key {key!r}; there are {', '.join(_KEYS)}")
        if key == "articles":
            if not isinstance(value, list) or not all(isinstance(file, str) for file in value):
                raise DecisionsError(f"{place}: {key} is no list of strings")
        elif not isinstance(value, str):
            raise DecisionsError(f"{place}: {key} is no string")
    if table.get("as") not in RULINGS:
        raise DecisionsError(f"{place}: as = {table.get('as')!r} is not one of {', '.join(RULINGS)}")
    if not table.get("reason", "").strip():
        raise DecisionsError(f"{place}: has no reason")
    ruling = cast(Ruling, table["as"])
    return Decision(ruling=ruling, reason=table["reason"].strip(), articles=tuple(table.get("articles", ())))


def _with_table(text: str, id: str, table: str) -> str:
    """`text` with `table` in the place of the table of that id, else before the first that sorts after it."""
    head, *blocks = re.split(r"(?m)^(?=\[)", text)
    names = [block[1:].partition("]")[0].strip().strip("\"'") for block in blocks]
    if id in names:
        blocks[names.index(id)] = table
    else:
        place = next((number for number, name in enumerate(names) if name > id), len(blocks))
        blocks.insert(place, table)
    pieces = [piece.strip("\r\n") for piece in (head, *blocks)]
    return "\n\n".join(filter(None, pieces)) + "\n"


def _table(id: str, ruling: Ruling, reason: str, summary: str, articles: Sequence[str]) -> str:
    lines = [f"[{id}]", f"as = {_string(ruling)}", f"reason = {_string(reason)}"]
    if summary:
        lines.append(f"summary = {_string(summary)}")
    if articles:
        lines.append(f"articles = [{', '.join(map(_string, articles))}]")
    return "\n".join(lines)


def _string(text: str) -> str:
    """A TOML string: of JSON's it differs in that DEL and surrogates cannot stand in it."""
    return json.dumps(_plain(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
