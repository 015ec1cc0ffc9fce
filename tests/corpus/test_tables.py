"""Data beside the code: what is kept of a parsed file is never that of another."""

import os
import sys
import tomllib
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

import claims
import corpus
import factcheck
from corpus.tables import load_tables

FOLDERS = [Path(package.__file__).parent for package in (corpus, claims, factcheck)]
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.toml") if path.name != "articles.toml")


@pytest.fixture
def writes_bytecode(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept(folder):
    return sorted(path.name for path in (folder / "__pycache__").glob("*.pyc"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_of_ours_is_the_same_kept_and_parsed(path, tmp_path, writes_bytecode):
    (tmp_path / path.name).write_bytes(path.read_bytes())
    parsed = tomllib.loads(path.read_text(encoding="utf-8"))
    for _ in range(2):
        assert load_tables(str(tmp_path / "code.py"), path.stem) == parsed
    assert len(kept(tmp_path)) == 1


def test_another_content_of_the_same_size_and_time_is_read(tmp_path, writes_bytecode):
    path = tmp_path / "words.toml"
    for content in ('[a]\nforms = ["one"]\n', '[a]\nforms = ["two"]\n'):
        path.write_text(content, encoding="utf-8")
        os.utime(path, (1_000_000_000, 1_000_000_000))
        assert load_tables(str(tmp_path / "code.py"), "words") == tomllib.loads(content)


@pytest.mark.parametrize("damage", [b"", b"nothing", b"\0" * 64])
def test_what_is_damaged_is_parsed_again(tmp_path, writes_bytecode, damage):
    (tmp_path / "words.toml").write_text("[a]\nb = 1\n", encoding="utf-8")
    assert load_tables(str(tmp_path / "code.py"), "words") == {"a": {"b": 1}}
    [name] = kept(tmp_path)
    (tmp_path / "__pycache__" / name).write_bytes(damage)
    assert load_tables(str(tmp_path / "code.py"), "words") == {"a": {"b": 1}}


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "words.toml").write_text("[a]\nb = 1\n", encoding="utf-8")
    assert load_tables(str(tmp_path / "code.py"), "words") == {"a": {"b": 1}}
    assert kept(tmp_path) == []


def test_a_file_that_is_not_there_or_broken_says_so(tmp_path, writes_bytecode):
    with pytest.raises(FileNotFoundError):
        load_tables(str(tmp_path / "code.py"), "words")
    (tmp_path / "words.toml").write_text("[a\n", encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        load_tables(str(tmp_path / "code.py"), "words")


def test_what_another_process_keeps_at_the_same_moment_does_no_harm(tmp_path, writes_bytecode, monkeypatch):
    (tmp_path / "words.toml").write_text('[a]\nforms = ["one"]\n', encoding="utf-8")
    read = SourceFileLoader.get_data

    def written_too_late(self, path):
        if path.endswith(".pyc") and not Path(path).exists():
            Path(path).parent.mkdir()
            Path(path).write_bytes(b"what another one wrote")
            raise FileNotFoundError(path)
        return read(self, path)

    monkeypatch.setattr(SourceFileLoader, "get_data", written_too_late)
    assert load_tables(str(tmp_path / "code.py"), "words") == {"a": {"forms": ["one"]}}
