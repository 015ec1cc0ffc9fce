"""Words and names as data: the TOML files that lie beside the code, loaded once and read-only."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corpus.added import with_entries


@cache
def load_data(name: str) -> Mapping[str, Any]:
    """The tables of corpus/<name>.toml, with a user's own entries.

    Raises FileNotFoundError for a name that is not shipped, tomllib.TOMLDecodeError for a broken file.
    """
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(with_entries(name, tomllib.loads(text)))


@cache
def load_forms(name: str) -> Mapping[str, frozenset[str]]:
    """The `forms` of each table of corpus/<name>.toml."""
    return MappingProxyType({table: frozenset(found["forms"]) for table, found in load_data(name).items()})
