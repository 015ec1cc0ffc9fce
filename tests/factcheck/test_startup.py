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
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
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


def test_a_check_of_what_did_not_change_reads_no_article_for_claims(tmp_path):
    sources = files("corpus") / "examples" / "serbia"
    draft = sources / "amn-pantsir-sanctions.txt"
    run = ["check", draft, "--against", sources, "--cache-dir", tmp_path]
    heavy = tuple(name for name in HEAVY if name != "rapidfuzz")  # it compares names
    assert "claims.extract" in loaded(run, ("claims.extract",), tmp_path)
    assert loaded(run, ("claims.extract", "importlib.metadata", *heavy), tmp_path) == []
