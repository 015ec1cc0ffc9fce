"""Words, units, verbs and places as data: one TOML file a lexicon, loaded once and read-only."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corpus.added import with_entries


@cache
def load_lexicon(name: str) -> Mapping[str, Any]:
    """The lexicon `claims/lexicon/<name>.toml` as a read-only mapping of its tables, with a user's own.

    Raises FileNotFoundError for a name that is not shipped, tomllib.TOMLDecodeError for a broken file.
    """
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(with_entries(name, tomllib.loads(text)))
