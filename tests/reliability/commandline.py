"""The command line in this process: what it writes and its exit code, without the cost of a start."""

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from unittest.mock import patch

from factcheck.cli import main


@dataclass(frozen=True, slots=True)
class Done:
    """One run: its exit code, and what it wrote to both streams."""

    code: int
    written: bytes
    stderr: str

    @property
    def returncode(self) -> int:
        return self.code

    @property
    def stdout(self) -> str:
        return self.written.decode("utf-8")

    @property
    def complaints(self) -> str:
        """The messages, but for what an extra would read better: tests run with and without extras."""
        lines = self.stderr.splitlines(keepends=True)
        return "".join(line for line in lines if "for better text, needs" not in line)


def factcheck(*arguments, stdin=b""):
    """Run one command line as `main` does, with standard streams of its own."""
    streams = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(io.BytesIO(content), encoding="utf-8") for content in (stdin, b"", b"")
    )
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as leaving:
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(leaving.code, sys.stdout.buffer.getvalue(), sys.stderr.buffer.getvalue().decode("utf-8"))
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
    raise AssertionError("main always leaves")


def run(*arguments, cwd=os.curdir, stdin=b"", env=()):
    """The same in another folder and environment: what `tests.factcheck.test_cli.run` does in a process."""
    with contextlib.chdir(cwd), patch.dict(os.environ, {"COLUMNS": "200", **dict(env)}):
        return factcheck(*arguments, stdin=stdin)
