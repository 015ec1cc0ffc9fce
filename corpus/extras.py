"""Heavy libraries that not everybody installs: found only when a file needs one."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


class MissingExtraError(ImportError):
    """A library of an extra is not there, or is broken; its words tell how to install it."""


def import_extra(module: str, extra: str) -> Any:
    """The library `module`, which the extra `extra` installs.

    Raises MissingExtraError with the command that installs it from a checkout.

    >>> import_extra("no_such_library", "pdf")
    Traceback (most recent call last):
    corpus.extras.MissingExtraError: needs no_such_library; install it with pip install '.[pdf]'
    """
    try:
        with quiet():
            library = import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        if isinstance(error, ModuleNotFoundError) and error.name == name:
            reason = f"needs {name}"
        else:
            reason = f"needs {name}, which does not work here ({error})"
        raise MissingExtraError(f"{reason}; install it with pip install '.[{extra}]'") from error
    import logging

    logging.getLogger(module.partition(".")[0]).addHandler(logging.NullHandler())
    return library


@contextmanager
def quiet() -> Iterator[None]:
    """No warnings of a library's own, which are none of the user's business."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
