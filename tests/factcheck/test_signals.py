"""Ctrl-C and SIGTERM at any time: the exit code, no trace, no process left behind.

No test waits for a time: whoever is to be stopped says through a pipe that it has come to its point, and
stays there.
"""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SIGNALS = [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
HERE = """
import os, signal
def come_to_the_point():
    os.write(int(os.environ["POINT"]), f"{os.getpid()}\\n".encode())
    while True:
        signal.pause()
"""
CLICK = f"{HERE}\ncome_to_the_point()\n"
WORKING = f"""{HERE}
from factcheck import extraction, start
extraction.outcome_of = lambda article: come_to_the_point()
extraction._WORTH_A_PROCESS = extraction._BATCH = 1
start.main()
"""
SWALLOWING = f"""{HERE}
import weakref
from factcheck import start
from factcheck.command import inputs

class Thing:
    pass

def read(*arguments, **more):
    thing = Thing()
    kept = weakref.ref(thing, lambda gone: come_to_the_point())
    del thing
    print("went on")
inputs.read = read
start.main()
"""
ENDING = f"""{HERE}
import atexit
from factcheck import start
atexit.register(come_to_the_point)
start.main()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")


@contextmanager
def started(arguments, *, number, path=ROOT):
    """The process, a group of its own as a terminal makes it, and what it says when it is at the point."""
    told, point = os.pipe()
    environment = {**os.environ, "PYTHONPATH": str(path), "POINT": str(point)}
    heeded = partial(signal.signal, number, signal.SIG_DFL)  # a job in the background may ignore SIGINT
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        pass_fds=[point],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heeded,
        start_new_session=True,
    )
    os.close(point)
    with process, open(told) as told:
        try:
            yield process, told
        finally:
            process.kill()


def ended(process):
    """What it printed, and how it ended."""
    output, errors = process.communicate(timeout=60)
    return output, errors, process.returncode


@pytest.mark.parametrize(("number", "code"), SIGNALS)
@pytest.mark.parametrize("module", ["click", "tabulate"])
def test_while_it_is_being_loaded(tmp_path, module, number, code):
    (tmp_path / f"{module}.py").write_text(CLICK, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    with started(["-m", "factcheck", "demo"], number=number, path=path) as (process, told):
        assert told.readline()
        os.killpg(process.pid, number)
        assert ended(process) == ("", "", code)


@pytest.mark.parametrize(("number", "code"), SIGNALS)
@pytest.mark.parametrize("whole_group", [True, False])
def test_no_worker_is_left_behind(tmp_path, whole_group, number, code):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text("The flood killed nine people.\n", encoding="utf-8")
    arguments = ["-c", WORKING, "report", "--jobs", "2", tmp_path]
    with started(arguments, number=number) as (process, told):
        workers = [int(told.readline()) for _ in range(2)]
        assert process.pid not in workers
        (os.killpg if whole_group else os.kill)(process.pid, number)
        assert ended(process) == ("", "", code)
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_where_python_would_lose_it(number, code):
    with started(["-c", SWALLOWING, "demo"], number=number) as (process, told):
        assert told.readline()
        os.killpg(process.pid, number)
        assert ended(process) == ("", "", code)


@pytest.mark.parametrize(("number", "code"), SIGNALS)
def test_while_it_is_ending(number, code):
    with started(["-c", ENDING, "--version"], number=number) as (process, told):
        assert told.readline()
        os.killpg(process.pid, number)
        _, errors, ended_with = ended(process)
        assert (errors, ended_with) == ("", code)


def test_what_a_shell_ignores_stays_ignored(tmp_path):
    story = tmp_path / "a.txt"
    story.write_text("The flood killed nine people.\n", encoding="utf-8")
    ignoring = f"""{HERE}
from factcheck import start
from factcheck.command import inputs
read = inputs.read
def signalled(*arguments, **more):
    os.kill(os.getpid(), signal.SIGINT)
    return read(*arguments, **more)
from factcheck.command import commands
commands.read = signalled
start.main()
"""
    command = [sys.executable, "-c", ignoring, "extract", str(story)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_IGN),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("1 article, 1 claim\n")
