"""`articles.toml`: what the newsroom itself says about the articles in a folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from corpus.article import Article
from corpus.errors import ReadProblem
from corpus.source import open_source
from corpus.tomltext import parse_toml

METADATA_FILE = "articles.toml"
_TEXTS = ("title", "publisher", "origin", "url")
_KEYS = (*_TEXTS, "published")


@dataclass(frozen=True, slots=True)
class FolderMetadata:
    """One folder's `articles.toml`: the fields by file name, and what was wrong with it."""

    tables: Mapping[str, Mapping[str, Any]]
    problems: tuple[ReadProblem, ...]

    def applied_to(self, article: Article, name: str) -> Article:
        """`article` with what the table of the file `name` says."""
        known = dict(self.tables.get(name, {}))
        if "published" in known:
            known["published_from"] = METADATA_FILE
        return replace(article, **known)


def load_metadata(folder: str) -> FolderMetadata:
    """The `articles.toml` of `folder`; empty where there is none.

    A field that is unknown or of the wrong type is left out and named in a problem, as is a table that
    names no file.
    """
    path = f"{folder.rstrip('/')}/{METADATA_FILE}" if folder else METADATA_FILE
    if not os.path.lexists(path):
        return FolderMetadata(MappingProxyType({}), ())
    try:
        with open_source(path) as source:
            document = parse_toml(source.data().decode("utf-8-sig"))
    except ReadProblem as problem:
        return FolderMetadata(MappingProxyType({}), (problem,))
    except ValueError as error:  # UnicodeDecodeError is one
        return FolderMetadata(MappingProxyType({}), (ReadProblem(path, f"cannot be read: {error}"),))
    tables: dict[str, Mapping[str, Any]] = {}
    problems = []
    for name, table in document.items():
        if not isinstance(table, dict):
            reason = f'{name}: not in a table; write it under the name of a file, as in ["flood.txt"]'
            problems.append(ReadProblem(path, reason))
            continue
        if "/" in name or "\\" in name or not os.path.isfile(os.path.join(folder, name)):
            problems.append(ReadProblem(path, f'["{name}"] names no file in this folder'))
        tables[name], wrong = _checked(name, table)
        problems += [ReadProblem(path, reason) for reason in wrong]
    return FolderMetadata(MappingProxyType(tables), tuple(problems))


def _checked(name: str, table: Mapping[str, Any]) -> tuple[Mapping[str, Any], list[str]]:
    fields: dict[str, Any] = {}
    wrong = []
    for key, value in table.items():
        if key in _TEXTS and isinstance(value, str) and value.strip():
            fields[key] = value.strip()
        elif key == "published" and isinstance(value, date):
            fields[key] = value.date() if isinstance(value, datetime) else value
        elif key == "published":
            wrong.append(f'["{name}"] published: not a date; write it without quotes, as 2021-10-31')
        elif key in _TEXTS:
            wrong.append(f'["{name}"] {key}: not a text; write it in quotes')
        else:
            from difflib import get_close_matches

            near = get_close_matches(key, _KEYS, n=1)
            remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
            wrong.append(f'["{name}"] unknown key {key}; {remedy}')
    return MappingProxyType(fields), wrong
