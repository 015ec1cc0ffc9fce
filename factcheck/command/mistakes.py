"""What was wrong with a command line, in one line: the thing, the reason, what to do next."""

import os
from collections.abc import Collection

import click

_MISSING = {
    "PATH...": "name the articles, files or folders, or set paths in the configuration",
    "DRAFT": "name the draft's file, or - for standard input",
    "FINDING": "give the id that factcheck report prints, or its beginning",
    "--against": "name the draft's sources, files or folders",
    "--reason": "say why, for those who read it later",
    "--as": "say what was decided",
    "SHELL": "name bash, zsh or fish",
}


def words_of(error: click.UsageError) -> str:
    """`error` as one line.

    >>> words_of(click.NoSuchOption("--fromat", possibilities=["--format", "--bom"]))
    "there is no option '--fromat'; did you mean '--format'? (see factcheck --help)"
    """
    command = error.ctx.command_path if error.ctx is not None else "factcheck"
    return f"{_told(error)} (see {command} --help)"


def meant(name: str, known: Collection[str]) -> str:
    """The words to add to a message on an unknown `name`: what was probably meant; "" if nothing is like it.

    >>> meant("tabel", ["json", "table"]), meant("x", ["json", "table"])
    ("; did you mean 'table'?", '')
    """
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1)
    return f"; did you mean '{close[0]}'?" if close else ""


def unknown_command(name: str, known: Collection[str]) -> str:
    """What to say of a command that there is none of; perhaps it is a path, and the command was left out."""
    if close := meant(name, known):
        return f"there is no command '{name}'{close}"
    if os.path.exists(name):
        return f"there is no command '{name}'; to cross-check what is there: factcheck report {name}"
    return f"there is no command '{name}'; there are {', '.join(known)}"


def _told(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return (
            f"there is no option '{error.option_name}'{meant(error.option_name, error.possibilities or ())}"
        )
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadOptionUsage):
        return _without_value(error)
    if isinstance(error, click.BadParameter) and error.param is not None:
        said = error.message.removesuffix(".").replace("a valid integer range", "a whole number")
        return f"{_name(error.param)}: {said}"
    return error.format_message()


def _missing(error: click.MissingParameter) -> str:
    if error.param is None:
        return error.format_message()
    name = _name(error.param)
    return f"{name} is missing: {_MISSING[name]}" if name in _MISSING else f"{name} is missing"


def _without_value(error: click.BadOptionUsage) -> str:
    options = error.ctx.command.params if error.ctx is not None else []
    for option in options:
        if error.option_name in option.opts and option.metavar:
            return f"{error.option_name} needs a value: {option.metavar}"
    return error.format_message()


def _name(parameter: click.Parameter) -> str:
    """As the help calls it."""
    if isinstance(parameter, click.Option):
        return next((name for name in parameter.opts if name.startswith("--")), parameter.opts[0])
    return parameter.metavar or parameter.human_readable_name.upper()
