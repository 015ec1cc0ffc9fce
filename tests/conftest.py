"""Shared by all tests: no network, and comparing a text with its golden file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import tests.offline.sitecustomize  # noqa: F401  # from here on there is no network

GOLD = Path(__file__).parent / "gold"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


def pytest_configure() -> None:
    os.environ.pop("FORCE_COLOR", None)
    os.environ["FACTCHECK_CACHE_DIR"] = os.devnull + "/no-cache"  # also for the processes that tests start


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A check that a text is the golden file of that name, byte for byte."""

    def check(name: str, text: str) -> None:
        path = GOLD / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"no golden file {name}; --update-golden writes it"
        assert text == path.read_bytes().decode("utf-8"), f"{name}; if it should change: --update-golden"

    return check
