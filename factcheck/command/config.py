"""Configuration files: which one counts, and what it says.

Source of the choice of files: what other command-line tools for Python read, nearest upward, none added up.
Heavy imports wait inside: most folders have no configuration.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

OWN = "factcheck.toml"
NAMES = (OWN, "pyproject.toml", "setup.cfg")  # in one folder the first that speaks of us counts

Values = Mapping[str, object]


class ConfigError(ValueError):
    """A configuration file cannot be used; the text names the place, the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What one file sets: `values` by option, with a mapping for each command and for the lexicon.

    `path` is the file, and `table` the place in it, "" where all of it is ours.
    """

    path: str
    table: str
    values: Values

    def place(self, *keys: str) -> str:
        """A key in words: "pyproject.toml: [tool.factcheck.report] fail-on"."""
        *tables, key = keys
        name = ".".join(filter(None, (self.table, *tables)))
        return f"{self.path}: [{name}] {key}" if name else f"{self.path}: {key}"


def find_configuration(folder: str) -> Configuration | None:
    """The configuration nearest upward from the working folder `folder`, its path from there, or None.

    Raises `ConfigError` for a file in the way that cannot be read.
    """
    start = folder
    while True:
        for name in NAMES:
            path = os.path.join(folder, name)
            is_there = os.path.lexists(path) if name == OWN else os.path.isfile(path)
            if is_there and (found := _loaded(os.path.relpath(path, start))) is not None:
                return found
        if (parent := os.path.dirname(folder)) == folder:
            return None
        folder = parent


def load_configuration(path: str) -> Configuration:
    """The configuration in the file at `path`. Raises `ConfigError`, also where the file has none."""
    if not path:
        raise ConfigError("--config: '' names nothing")
    if os.path.isdir(path):
        raise ConfigError(f"{path}: is a folder; name the file in it")
    if not os.path.exists(path):
        raise ConfigError(f"{path}: there is no such file")
    found = _loaded(path)
    if found is None:
        table = "[factcheck]" if path.endswith(".cfg") else "[tool.factcheck]"
        raise ConfigError(f"{path}: has no {table}")
    return found


def _loaded(path: str) -> Configuration | None:
    from configparser import Error as ConfigParserError

    from corpus.source import read_written
    from corpus.tomltext import parse_toml

    try:
        text = read_written(path)
        if path.endswith(".cfg"):
            return _of_cfg(path, text)
        values = parse_toml(text)
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8; --isolated passes it over") from error
    except (ValueError, ConfigParserError) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}; --isolated passes it over") from error
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}; --isolated passes it over") from error
    if os.path.basename(path) != "pyproject.toml":
        return Configuration(path, "", values)
    ours = values.get("tool", {}).get("factcheck")
    if ours is None:
        return None
    if not isinstance(ours, dict):
        raise ConfigError(f"{path}: tool.factcheck is no table")
    return Configuration(path, "tool.factcheck", ours)


def _of_cfg(path: str, text: str) -> Configuration | None:
    """`[factcheck]` and `[factcheck.COMMAND]`; a value of several lines is a list."""
    from configparser import ConfigParser

    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    if not any(name == "factcheck" or name.startswith("factcheck.") for name in parser.sections()):
        return None
    values: dict[str, object] = {}
    for section in parser.sections():
        head, _, command = section.partition(".")
        if head == "factcheck":
            own = {key: _cfg_value(value) for key, value in parser.items(section)}
            values |= {command: own} if command else own
    return Configuration(path, "factcheck", values)


def _cfg_value(text: str) -> str | list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines if "\n" in text else text
