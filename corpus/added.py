"""A user's own entries beside the shipped tables: the same for the whole of a run.

They are set once, before any table is read; what is read can then not depend on when they were set.
"""

import json
from collections.abc import Mapping
from typing import Any

Entries = Mapping[str, Mapping[str, Mapping[str, Any]]]

_entries: Entries = {}
_is_read = False


def use_entries(entries: Entries) -> None:
    """Read every table from now on with `entries`: by file, by table, by key.

    A list is added to the shipped one, a mapping too, and anything else is for tables that are not shipped.
    Raises RuntimeError where tables have been read with other entries.
    """
    global _entries
    if entries == _entries:
        return
    if _is_read:
        raise RuntimeError("the tables have been read without these entries; set them first")
    _entries = entries


def used_entries() -> Entries:
    """What has been set, to be set in another process."""
    return _entries


def entries_text() -> str:
    """What has been set as one line, the same for the same entries; "" for none."""
    return json.dumps(_entries, sort_keys=True, ensure_ascii=True) if _entries else ""


def with_entries(file: str, shipped: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of `file` with those that were added."""
    global _is_read
    _is_read = True
    tables = dict(shipped)
    for name, added in _entries.get(file, {}).items():
        tables[name] = _joined(tables.get(name, {}), added)
    return tables


def _joined(table: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    joined = dict(table)
    for key, value in added.items():
        held = table.get(key)
        if isinstance(held, list):
            joined[key] = [*held, *(one for one in value if one not in held)]
        elif isinstance(held, dict):
            joined[key] = _joined(held, value)
        else:
            joined[key] = value
    return joined
