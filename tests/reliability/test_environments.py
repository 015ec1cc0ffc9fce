"""The same bytes in every environment: hash seeds, clocks and zones, locales, terminals, folders."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest

from tests.factcheck.test_cli import OFFLINE, ROOT

SCRIPT = """
import contextlib, io, sys
from factcheck.cli import main
for format in ("table", "json", "html"):
    with contextlib.suppress(SystemExit):
        main(["report", "--no-cache", "--jobs", "1", "--fail-on", "never", "--format", format, *sys.argv[1:]])
"""
LOCALE = "tr_TR.UTF-8"  # whose capital of i is no I
SURROUNDINGS = [
    {"TZ": "Etc/GMT-14"},
    {"TZ": "Etc/GMT+12"},
    {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "4102444800"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": LOCALE, "LANG": LOCALE},
    {"TERM": "dumb", "COLUMNS": "20", "NO_COLOR": "1", "HOME": "/nonexistent", "XDG_CACHE_HOME": "/proc"},
    {"PYTHONOPTIMIZE": "2"},
    {"PYTHONWARNINGS": "error"},
]
ENVIRONMENTS = [
    {"PYTHONHASHSEED": str(seed)} | surroundings
    for seed, surroundings in enumerate(SURROUNDINGS + [{}] * (21 - len(SURROUNDINGS)))
]


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """A folder with the Turkish locale, if this machine can make it."""
    folder = tmp_path_factory.mktemp("locales")
    if shutil.which("localedef"):
        command = ["localedef", "-i", LOCALE.partition(".")[0], "-f", "UTF-8", str(folder / LOCALE)]
        subprocess.run(command, capture_output=True, timeout=60)
    return folder


def test_the_same_bytes_everywhere(tmp_path, locales):
    write(tmp_path)
    names = sorted(path.name for path in tmp_path.glob("*.txt"))
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join((str(ROOT), str(OFFLINE)))}
    if any(locales.iterdir()):
        base["LOCPATH"] = str(locales)
    seen = {}
    for number, environment in enumerate(ENVIRONMENTS):
        turned = [
            *names[number % len(names) :],
            *names[: number % len(names)],
        ]  # the order makes no difference
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *turned],
            env=base | environment, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b""), environment
        seen.setdefault(sha256(done.stdout).hexdigest(), environment)
    assert len(seen) == 1, f"differ: {list(seen.values())}"
    assert len(done.stdout) > 10_000


STORIES = {
    "herald.txt": "Ferry sinks\n\nİlkay sank off Iğdır on Monday. It killed 12 and cost €1.2 million.\n",
    "wire.txt": "Ferry sinks\n\nİlkay sank off Iğdır on 1 May 2023, killing 21. It cost €1.2 billion.\n",
    "leap.txt": "Record rain\n\nOn 29 February 2024, 310 mm fell. Rain killed 3 people.\n",
    "night.txt": "Clocks\n\nAt 2:30 a.m. on 31 March 2024 the ferry İlkay was raised; 12 had died.\n",
}


def write(folder: Path):
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    published = '["herald.txt"]\npublished = 2023-05-02\n["wire.txt"]\npublished = 2023-05-02\n'
    (folder / "articles.toml").write_text(published, encoding="utf-8")


@pytest.mark.parametrize("flags", [("-OO",), ("-I", "-bb", "-W", "error", "-X", "dev")])
def test_flags_of_python(tmp_path, flags):
    """-X dev shows every warning, -W error makes one fatal; -I takes nothing of the environment."""
    write(tmp_path)
    script = f"import sys; sys.path[:0] = [{str(ROOT)!r}]\n{SCRIPT}"
    files = chain.from_iterable((str(tmp_path / name),) for name in sorted(STORIES))
    done = subprocess.run(
        [sys.executable, *flags, "-c", script, *files], capture_output=True, cwd=tmp_path, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout
