"""A file layer that can fail: every open, read, write, rename and so on is a step, and one goes wrong."""

import builtins
import errno
import io
import os
import signal
import sqlite3
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

_CALLS = ("open", "replace", "fsync", "chmod", "scandir", "makedirs", "unlink", "remove")


def full(step):
    """The disk is full; to SQLite an error of the disk."""
    if step.startswith("sqlite"):
        raise sqlite3.OperationalError("database or disk is full")
    raise OSError(errno.ENOSPC, "No space left on device")


def broken(step):
    """The disk is broken; to SQLite a damaged file."""
    if step.startswith("sqlite"):
        raise sqlite3.DatabaseError("database disk image is malformed")
    raise OSError(errno.EIO, "Input/output error")


def forbidden(step):
    """Everything is read-only, or somebody else's."""
    if step.startswith("sqlite"):
        raise sqlite3.OperationalError("attempt to write a readonly database")
    raise PermissionError(errno.EACCES, "Permission denied")


def killed(step):
    """The process is ended at once, as by kill -9 or a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


class Steps:
    """Counts the steps on files in `folder` and on descriptors; at number `failing` calls `fault`."""

    def __init__(self, folder, failing=0, fault=full):
        self.names = []
        self._folder = str(folder)
        self._failing = failing
        self._fault = fault

    def step(self, name, place=None):
        if place is None or isinstance(place, int) or self._is_ours(place):
            self.names.append(name)
            if len(self.names) == self._failing:
                self._fault(name)

    def _is_ours(self, place):
        return os.path.abspath(os.fsdecode(place)).startswith(self._folder)


@contextmanager
def faults(folder, failing=0, fault=full):
    """Within, files in `folder` are on a disk of which the step number `failing` fails; 0 is none."""
    steps = Steps(folder, failing, fault)
    with ExitStack() as stack:
        for name in _CALLS:
            stack.enter_context(patch(f"os.{name}", _stepping(steps, name)))
        stack.enter_context(patch("builtins.open", _opening(steps)))
        stack.enter_context(patch("sqlite3.connect", _connecting(steps)))
        yield steps


def _stepping(steps, name):
    real = getattr(os, name)

    def call(*arguments, **more):
        is_new = name == "open" and len(arguments) > 1 and arguments[1] & os.O_CREAT
        steps.step("create" if is_new else name, arguments[0] if arguments else more.get("path", "."))
        return real(*arguments, **more)

    return call


def _opening(steps):
    real = builtins.open

    class Raw(io.FileIO):
        def readinto(self, buffer):
            steps.step("read")
            return super().readinto(buffer)

        def readall(self):
            steps.step("read")
            return super().readall()

        def write(self, data):
            steps.step("write")
            return super().write(data)

    def call(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, **more):
        if not isinstance(file, int) and not steps._is_ours(file):
            return real(file, mode, buffering, encoding, errors, newline, **more)
        steps.step("open" if mode.startswith("r") else "create", file)
        raw = Raw(file, mode.replace("b", "").replace("t", ""))
        stream = io.BufferedReader(raw) if raw.readable() else io.BufferedWriter(raw)
        return stream if "b" in mode else io.TextIOWrapper(stream, encoding, errors, newline)

    return call


def _connecting(steps):
    real = sqlite3.connect

    class Connection(sqlite3.Connection):
        def execute(self, *arguments):
            steps.step("sqlite execute")
            return super().execute(*arguments)

        def executemany(self, *arguments):
            steps.step("sqlite executemany")
            return super().executemany(*arguments)

        def __exit__(self, *error):
            steps.step("sqlite commit")
            return super().__exit__(*error)

    def call(*arguments, **more):
        steps.step("sqlite connect")
        return real(*arguments, factory=Connection, **more)

    return call
