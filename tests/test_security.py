"""The review of dependencies in SECURITY.md: each is there, with the range and the licence that it has."""

import re
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
USED = ("html", "feeds", "pdf", "warc", "lsp", "distributed")  # the other extras are for those who build it
SIMPLE = {"dask[distributed]": "dask"}


def rows():
    """The cells of the table of dependencies, by the library."""
    lines = (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in lines if line.startswith("| ")
    ]
    return {row[0].partition(" ")[0]: row for row in cells if len(row) == 6 and ">=" in row[1]}


def required():
    setup = ConfigParser()
    setup.read(ROOT / "setup.cfg")
    extras = setup["options.extras_require"]
    lines = "\n".join([setup["options"]["install_requires"], *(extras[extra] for extra in USED)])
    return dict(line.split(" ", 1) for line in lines.strip().splitlines() if line)


def test_every_dependency_is_reviewed_in_its_range():
    wanted = {SIMPLE.get(name, name): bounds for name, bounds in required().items()}
    assert {name: row[1] for name, row in rows().items()} == wanted


@pytest.mark.parametrize("name", rows())
def test_the_licence_is_the_one_that_the_package_states(name):
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed")
    said = " ".join(
        [stated.get("License-Expression") or stated.get("License") or "", *stated.get_all("Classifier", [])]
    )
    for licence in re.findall(r"[A-Z][A-Za-z]+(?:-[\w.]+)+|MIT", rows()[name][3]):
        assert all(part in said for part in re.findall(r"[A-Za-z]+|\d", licence)), said
