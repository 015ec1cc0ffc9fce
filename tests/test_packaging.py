"""What a wheel holds: every data file of the packages, and every package."""

from configparser import ConfigParser
from fnmatch import fnmatch
from pathlib import Path

import pytest

from factcheck.version import __version__

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "claims", "factcheck")
SETUP = ConfigParser()
SETUP.read(ROOT / "setup.cfg", encoding="utf-8")


def files(package):
    found = (
        path.relative_to(ROOT / package) for path in sorted((ROOT / package).rglob("*")) if path.is_file()
    )
    return [path for path in found if "__pycache__" not in path.parts]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_data_file_is_shipped(package):
    patterns = [pattern.strip() for pattern in SETUP["options.package_data"][package].split(",")]
    data = [path.as_posix() for path in files(package) if path.suffix != ".py"]
    left_out = [
        name
        for name in data
        if not any(fnmatch(name, pattern) and name.count("/") == pattern.count("/") for pattern in patterns)
    ]
    assert left_out == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_with_code_is_a_package(package):
    for path in files(package):
        if path.suffix == ".py":
            assert (ROOT / package / path.parent / "__init__.py").exists(), path


def test_the_changelog_and_the_version_belong_together():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in changelog or f"## {__version__}" in changelog
