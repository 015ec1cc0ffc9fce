"""Shared by all tests: no network, and comparing a text with its golden file."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tests.offline.sitecustomize  # noqa: F401  # from here on there is no network

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"

MOST_WORKERS = 4  # each loads all tests; a container may show many more cores than it may use


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("FORCE_COLOR", None)
    os.environ["FACTCHECK_CACHE_DIR"] = os.devnull + "/no-cache"  # also for the processes that tests start


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    if "coverage" in sys.modules and (coverage := sys.modules["coverage"].Coverage.current()):
        session.config.pluginmanager.register(Measured(coverage))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    return min(MOST_WORKERS, os.cpu_count() or 1)


class Measured:
    """Coverage, where it is asked for, is that of the tests of the two packages; the others run unslowed."""

    PACKAGES = ("claims", "factcheck")
    FOR_CHILDREN = "COVERAGE_PROCESS_CONFIG"

    def __init__(self, coverage: Any) -> None:
        self.coverage, self.is_on = coverage, True
        self.told = os.environ.get(self.FOR_CHILDREN, "")

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        folders = item.path.relative_to(ROOT).parts[:2]
        wanted = any(package in folders for package in self.PACKAGES)
        if wanted and not self.is_on:
            self.coverage.start()
            os.environ[self.FOR_CHILDREN] = self.told
        elif self.is_on and not wanted:
            self.coverage.stop()
            os.environ.pop(self.FOR_CHILDREN, None)
        self.is_on = wanted


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
