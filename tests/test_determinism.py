"""The same articles give the same bytes, whatever the machine, the locale and the order of the files."""

import random
import shutil
from importlib.resources import files

import pytest

from tests.factcheck.test_cli import run

EXAMPLE = files("corpus") / "examples" / "serbia"
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "7", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "20"},
    {"PYTHONHASHSEED": "99", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TERM": "dumb"},
    {"PYTHONIOENCODING": "ascii", "HOME": "/nonexistent", "NO_COLOR": "1"},
]


@pytest.mark.parametrize("format", ["table", "json"])
def test_same_bytes_on_every_machine_and_in_every_order(tmp_path, format):
    names = sorted(path.name for path in EXAMPLE.iterdir() if path.name.endswith(".txt"))
    for name in [*names, "articles.toml"]:
        shutil.copy(str(EXAMPLE / name), tmp_path)
    outputs = set()
    shuffle = random.Random(4)
    for environment in ENVIRONMENTS:
        shuffle.shuffle(names)
        done = run(
            "report", "--all", "--format", format, "--fail-on", "never", *names, env=environment, cwd=tmp_path
        )
        assert (done.returncode, done.stderr) == (0, "")
        outputs.add(done.stdout)
    assert len(outputs) == 1
