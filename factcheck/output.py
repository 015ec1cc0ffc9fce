"""Where a report goes: standard output or a file, whole or not at all."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator


class OutputError(Exception):
    """The report could not be written; the text names the place and the reason."""


def write_report(report: str | bytes | Iterable[str], path: str | None) -> None:
    """Write `report` to the file `path`, or to standard output if it is None or "-".

    A text is UTF-8 there; it may come in pieces, which are not held. A file appears whole, in one step: what
    stood there before stays until then, and if anything fails. Pipes and devices are written to as they are.
    Raises `OutputError`; `BrokenPipeError` when the reader of standard output has gone.
    """
    if path is None or path == "-":
        _write_stdout(report)
        return
    try:
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as device:
                device.writelines(_encoded(report))
        else:
            _replace(target, _encoded(report))
    except OSError as error:
        raise OutputError(f"{path}: cannot write: {error.strerror or error}") from error


def _encoded(
    report: str | bytes | Iterable[str], encoding: str = "utf-8", errors: str = "strict"
) -> Iterator[bytes]:
    if isinstance(report, bytes):
        yield report
        return
    for piece in (report,) if isinstance(report, str) else report:
        yield piece.encode(encoding, errors)


def _write_stdout(report: str | bytes | Iterable[str]) -> None:
    """A terminal gets a text in its own encoding, everything else in UTF-8, whatever the locale says."""
    if sys.stdout is None:
        raise OutputError("standard output: cannot write: it is closed")
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        sys.stdout.flush()
        for content in _encoded(report, encoding, "backslashreplace"):
            sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot write: {error.strerror or error}") from error


def _replace(target: str, content: Iterable[bytes]) -> None:
    from tempfile import mkstemp  # most reports are printed

    handle, temporary = mkstemp(dir=os.path.dirname(target), prefix=".factcheck-", suffix=".tmp")
    try:
        with open(handle, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(target: str) -> int:
    """The permissions of the file that is replaced, or what the user's mask gives a new one."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
