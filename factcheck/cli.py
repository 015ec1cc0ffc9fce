"""The process: streams, exit codes. Signals are in `factcheck.start`, commands in `factcheck.command`."""

import contextlib
import errno
import gc
import os
import sys
from collections.abc import Callable, Sequence

EXIT_CLEAN = 0
EXIT_FOUND = 1
EXIT_UNREADABLE = 2

_GARBAGE = 100_000  # new objects between searches for cycles, of which few are made: saves 15% of a small run
_OF_WRITING = (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF, errno.EINVAL)
COMPLETE = "_FACTCHECK_COMPLETE"  # by this variable a shell asks what could stand on the command line


def main(arguments: Sequence[str] | None = None, *, loaded: Callable[[], None] = lambda: None) -> None:
    """Run one command line (the process's own by default) and leave with its exit code.

    0 nothing found at the level of `--fail-on`, 1 something found, 2 wrong usage or input that could
    not be read; 0 when the reader of standard output has gone. `loaded` is called before the command is.
    """
    gc.set_threshold(_GARBAGE)
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments), loaded)
        if sys.stdout is not None and code != EXIT_UNREADABLE:  # a failure to write has been told already
            sys.stdout.flush()
    except BrokenPipeError:
        code = EXIT_CLEAN
    except OSError as error:
        place = error.filename or ("standard output" if error.errno in _OF_WRITING else "the system")
        complain(f"{place}: {error.strerror or error}")
        code = EXIT_UNREADABLE
    except MemoryError:
        complain("there is not enough memory; try fewer or smaller articles at a time")
        code = EXIT_UNREADABLE
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        complain(f"internal error: {type(error).__name__}: {error} (FACTCHECK_DEBUG=1 shows where)")
        code = EXIT_UNREADABLE
    _abandon_stdout()
    sys.exit(code)


def complain(message: str) -> None:
    """One line on standard error, fit for a terminal. A closed standard error is no reason to stop."""
    from factcheck.telling.terminal import visible

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"factcheck: {visible(message)}", file=sys.stderr, flush=True)


def are_streams_open() -> bool:
    """Whether there is standard input and standard output."""
    return sys.stdin is not None and sys.stdout is not None


def _run(arguments: list[str], loaded: Callable[[], None]) -> int:
    import click

    from factcheck.command.commands import commands
    from factcheck.output import OutputError

    loaded()
    if reason := _lost_folder():
        complain(f"the working folder: {reason}; change to another one")
        return EXIT_UNREADABLE
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        try:
            return shell_complete(commands, {}, "factcheck", COMPLETE, instruction)
        except (KeyError, ValueError):
            complain("COMP_WORDS and COMP_CWORD, by which a shell says what to complete, make no sense")
            return EXIT_UNREADABLE
    try:
        with commands.make_context("factcheck", arguments) as context:
            code = commands.invoke(context)
            return code if isinstance(code, int) else EXIT_CLEAN
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        from factcheck.command.mistakes import words_of

        complain(words_of(error))
        return EXIT_UNREADABLE
    except (click.ClickException, OutputError) as error:
        complain(error.format_message() if isinstance(error, click.ClickException) else str(error))
        return EXIT_UNREADABLE


def _lost_folder() -> str | None:
    """Why the working folder cannot be used: it was removed, perhaps; None if it can."""
    try:
        os.getcwd()
    except OSError as error:
        return error.strerror
    return None


def _abandon_stdout() -> None:
    """Let nothing that is still buffered fail at exit: the code has been decided."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
