"""Words, units, verbs and places as data: one TOML file a lexicon, loaded once and read-only."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from corpus.added import with_entries
from corpus.tables import load_tables


@cache
def load_lexicon(name: str) -> Mapping[str, Any]:
    """The lexicon `claims/lexicon/<name>.toml` as a read-only mapping of its tables, with a user's own.

    Raises FileNotFoundError for a name that is not shipped, tomllib.TOMLDecodeError for a broken file.
    """
    return MappingProxyType(with_entries(name, load_tables(__file__, name)))
