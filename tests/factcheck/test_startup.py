"""What a run loads: heavy modules wait until they are used."""

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = ("dateparser", "lxml", "multiprocessing", "numpy", "pint", "rapidfuzz", "tabulate", "wcwidth")
OWN = ("claims.model", "corpus.read", "factcheck.model")
CODE = """
import sys
from factcheck.start import main
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit:
    pass
print(*(name for name in {modules!r} if name in sys.modules), file=sys.stderr)
"""


def loaded(arguments, modules, folder):
    """Those of `modules` that a run loads; told on standard error, where nothing else may be."""
    code = CODE.format(arguments=list(map(str, arguments)), modules=modules)
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment = {**unmeasured, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        cwd=folder,
        env=environment,
    )
    return done.stderr.split()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["report", "--help"], ["check", "--help"], ["cache", "--help"]]
)
def test_help_loads_nothing_heavy_and_no_stage(arguments, tmp_path):
    assert loaded(arguments, (*HEAVY, *OWN), tmp_path) == []


STAGES = ("claims.extract", "factcheck.comparison", "factcheck.linking.link", "factcheck.linking.nearby")


@pytest.mark.parametrize("command", ["check", "report"])
def test_what_did_not_change_is_neither_read_for_claims_nor_compared(command, tmp_path):
    sources = files("corpus") / "examples" / "serbia"
    draft = sources / "amn-pantsir-sanctions.txt"
    what = ["check", draft, "--against", sources] if command == "check" else ["report", sources]
    run = [*what, "--format", "json", "--cache-dir", tmp_path]
    assert loaded(run, STAGES, tmp_path) == list(STAGES)
    assert loaded(run, (*STAGES, "importlib.metadata", *HEAVY), tmp_path) == []
