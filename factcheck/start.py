"""Where the process begins and ends: a signal stops it without a trace, also while it is loaded."""

import os
import signal
import sys

EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

_CODES: dict[int, int] = {signal.SIGINT: EXIT_INTERRUPTED, signal.SIGTERM: EXIT_TERMINATED}

TYPE_CHECKING = False  # that of `typing`, which takes a while to load
if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Run the command line of the process, and leave with its exit code."""
    leave_at_once()
    from factcheck import cli

    try:
        cli.main(loaded=stop_in_order)
    finally:
        leave_at_once()


def leave_at_once() -> None:
    """From now on, leave on Ctrl-C and SIGTERM without tidying up, or waiting for threads."""
    _on_signals(_leave)


def leave_while_waiting() -> None:
    """As `leave_at_once`, by a thread: a signal just before a wait for input would only be heard after it."""
    if not hasattr(signal, "pthread_sigmask"):
        leave_at_once()
        return
    from threading import Thread

    heeded = {number for number in _CODES if signal.getsignal(number) is not signal.SIG_IGN}
    signal.pthread_sigmask(signal.SIG_BLOCK, heeded)
    Thread(target=lambda: _leave(signal.sigwait(heeded), None), daemon=True).start()


def stop_in_order() -> None:
    """From now on, leave on the first signal as an exception does, on the next one at once."""
    sys.unraisablehook = _not_swallowed
    _on_signals(_stop)


def _on_signals(handler: "Callable[[int, object], None]") -> None:
    """What is ignored on purpose, as Ctrl-C is in the background of a shell, stays ignored."""
    for number in _CODES:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _leave(number: int, frame: object) -> None:
    os._exit(_CODES[number])


def _stop(number: int, frame: object) -> None:
    leave_at_once()
    raise SystemExit(_CODES[number])


def _not_swallowed(ignored: "sys.UnraisableHookArgs") -> None:
    """Where Python would lose the exception of a signal, in a callback or a finalizer, leave by it."""
    if isinstance(ignored.exc_value, SystemExit):
        os._exit(int(str(ignored.exc_value)))
    sys.__unraisablehook__(ignored)
