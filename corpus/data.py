"""Words and names as data: the TOML files that lie beside the code, loaded once and read-only."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from corpus.added import with_entries
from corpus.tables import load_tables


@cache
def load_data(name: str) -> Mapping[str, Any]:
    """The tables of corpus/<name>.toml, with a user's own entries.

    Raises FileNotFoundError for a name that is not shipped, tomllib.TOMLDecodeError for a broken file.
    """
    return MappingProxyType(with_entries(name, load_tables(__file__, name)))


@cache
def load_forms(name: str) -> Mapping[str, frozenset[str]]:
    """The `forms` of each table of corpus/<name>.toml."""
    return MappingProxyType({table: frozenset(found["forms"]) for table, found in load_data(name).items()})
