"""Hot functions take no more steps than are pinned, and twice as many for twice the text."""

import json
import os
import subprocess
import sys

import pytest

from benchmarks import steps
from benchmarks.children import ROOT


def test_steps_hold_their_pins_and_grow_with_the_text():
    """In a process of its own: what other tests have left in memory would save steps."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.steps"],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=300,
        cwd=ROOT,
    )
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert told["too many"] == [], "run python -m benchmarks.steps --update if there is a good reason"
    assert set(told["steps"]) == set(json.loads(steps.PINS.read_text()))


@pytest.mark.parametrize(
    ("counted", "growth", "told"),
    [
        ({"find": 100}, {"find": 2.0}, 0),
        ({"find": 110}, {"find": 1.5}, 0),
        ({"find": 111}, {"find": 2.0}, 1),
        ({"find": 100}, {"find": 2.2}, 1),
        ({"unpinned": 1}, {}, 1),
    ],
)
def test_too_many_steps_are_told(tmp_path, monkeypatch, counted, growth, told):
    pins = tmp_path / "steps.json"
    pins.write_text('{"find": 100}', encoding="utf-8")
    monkeypatch.setattr(steps, "PINS", pins)
    assert len(steps.too_many(counted, growth)) == told
