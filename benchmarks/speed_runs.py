"""Whole runs: peak memory while streaming, a second report with a warm cache, two processes beside one."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.articles import write_articles
from benchmarks.children import PEAK, in_turn, spend
from benchmarks.measures import Row, Setting

_MAIN = "from factcheck.start import main; main()"
_STREAM = """
import sys
from claims import extract_claims
from corpus import load_articles
from factcheck.telling.records import claim_record, json_text
with open("/dev/null", "w") as out:
    for article in load_articles([sys.argv[1]]):
        for claim in extract_claims(article):
            print(json_text(claim_record(claim)), file=out)
"""
_FOR_JOBS = 2_000  # articles, or as many as a user's folder has


def folder_of(setting: Setting, count: int) -> Path:
    """A folder of `count` made-up articles, or the user's."""
    if setting.folder is not None:
        return setting.folder.resolve()
    folder = setting.scratch / f"articles-{count}"
    if not folder.exists():
        write_articles(folder, count)
    return folder


def _peak(code: str, *arguments: str) -> float:
    """Megabytes."""
    return int(spend(["-c", f"{code}\n{PEAK}", *arguments]).errors.split()[-1]) / 1024


def measure_memory(setting: Setting) -> Iterator[Row]:
    """Extraction from any number of articles, one after the other, to JSON Lines."""
    bare = _peak("pass")
    once = _peak(_STREAM, str(folder_of(setting, setting.articles))) - bare
    yield Row(
        what="peak memory of streaming extraction, over a bare interpreter",
        value=once,
        unit="MB",
        must="<= 40 MB",
        aim="20 MB",
    )
    if setting.folder is None:
        more = _peak(_STREAM, str(folder_of(setting, 4 * setting.articles))) - bare
        yield Row(what="the same of four times the articles", value=more / once, must="flat")


def measure_cache(setting: Setting) -> Iterator[Row]:
    """A second report on the same articles."""
    folder, cache = folder_of(setting, setting.articles), setting.scratch / "report-cache"
    run = ["-c", _MAIN, "report", str(folder), "--jobs", "1", "--fail-on", "never", "--format", "json"]
    kept = [*run, "--cache-dir", str(cache)]
    spend(kept, cwd=setting.scratch)
    taken = in_turn(
        {
            "first": lambda: spend([*run, "--no-cache"], cwd=setting.scratch).cpu,
            "second": lambda: spend(kept, cwd=setting.scratch).cpu,
        },
        setting.rounds,
    )
    value = taken["second"] / taken["first"]
    yield Row(what="a second report, against the first", value=value, must="<= 0.3x", aim="0.15x")


def measure_jobs(setting: Setting) -> Iterator[Row]:
    """Two processes beside one, by the clock; only two idle cores can show what they gain."""
    folder = folder_of(setting, _FOR_JOBS)
    run = ["-c", _MAIN, "extract", str(folder), "--no-cache", "--format", "jsonl", "--output", "/dev/null"]
    taken = in_turn(
        {
            jobs: partial(lambda jobs: spend([*run, "--jobs", jobs], cwd=setting.scratch).clock, jobs)
            for jobs in ("1", "2")
        },
        setting.rounds,
    )
    yield Row(
        what="--jobs 2, faster than --jobs 1", value=taken["1"] / taken["2"], must=">= 1.6x", aim="1.8x"
    )


MEASURES = {"memory": measure_memory, "cache": measure_cache, "jobs": measure_jobs}
