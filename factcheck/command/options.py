"""The options that commands share."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click

from corpus.source import MAX_BYTES
from factcheck.command.completion import files, folders, some
from factcheck.command.mistakes import meant
from factcheck.linking import MOST_COMPARED
from factcheck.report import format_names

_USUAL_WIDTH = 80
_NARROWEST = 60
_WIDEST = 10_000  # columns are filled with spaces
_MOST_JOBS = 1_000

_Command = TypeVar("_Command", bound=Callable[..., object])


def one_of(names: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A check that an option's value is one of `names`, which says what was probably meant."""

    def check(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value in names:
            return value
        known = f"'{value}' is not one of {', '.join(names)}{meant(value, names)}"
        raise click.BadParameter(known, context, parameter)

    return check


class _Named(click.types.StringParamType):
    """A text that names something, so it is not empty, as a variable that nobody set is."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value:
            self.fail("'' names nothing", param, ctx)
        return value


def choice(flag: str, names: Sequence[str], default: str, text: str) -> Callable[[_Command], _Command]:
    return click.option(
        flag,
        default=default,
        show_default=True,
        metavar=f"[{'|'.join(names)}]",
        callback=one_of(names),
        shell_complete=some(names),
        help=text,
    )


def _formats(
    context: click.Context, parameter: click.Parameter, values: Sequence[str]
) -> list[tuple[str, str | None]]:
    """Each format with its file, None where it has none."""
    known = one_of(format_names())
    pairs = [value.partition("=") for value in values]
    for value, (_, equals, file) in zip(values, pairs, strict=True):
        if equals and not file:
            raise click.BadParameter(f"'{value}' names no file", context, parameter)
    return [(known(context, parameter, name), file or None) for name, _, file in pairs]


def writes_reports(command: Callable[..., int]) -> Callable[..., int]:
    """The options of a command that writes reports; it gets them as one `delivery`."""

    @wraps(command)
    def with_delivery(
        *arguments: object,
        formats: list[tuple[str, str | None]],
        output: str | None,
        width: int | None,
        bom: bool,
        color: str,
        statistics: bool,
        quiet: bool,
        **more: object,
    ) -> int:
        from factcheck.command.delivery import Delivery

        asked = [*formats, ("statistics", None)] if statistics else formats
        delivery = Delivery(asked, output, width, bom=bom, color=color, quiet=quiet)
        return command(*arguments, delivery=delivery, **more)

    return _FORMATS(OUTPUT(_STATISTICS(WIDTH(COLOR(_BOM(QUIET(with_delivery)))))))


def _kept_aside(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta[f"factcheck.{parameter.name}"] = value


def _aside(flag: str, **told: Any) -> Callable[[_Command], _Command]:
    """An option that is asked for where it counts, and need not pass through every command."""
    return click.option(flag, expose_value=False, **{"callback": _kept_aside, **told})


def _contradicting(context: click.Context, parameter: click.Parameter, value: bool) -> bool:
    """Keep --quiet and --verbose aside, for whoever has something to tell; they exclude each other.

    Where one of them stands in the configuration and the other on the command line, this one counts.
    """
    _kept_aside(context, parameter, value)
    if not (context.meta.get("factcheck.quiet") and context.meta.get("factcheck.verbose")):
        return value
    said = click.core.ParameterSource.COMMANDLINE
    told = [name for name in ("quiet", "verbose") if context.get_parameter_source(name) is said]
    if len(told) != 1:
        raise click.UsageError("--quiet and --verbose ask for the opposite; leave one out", context)
    other = "verbose" if told == ["quiet"] else "quiet"
    context.meta[f"factcheck.{other}"] = context.params[other] = False
    return value if parameter.name in told else False


def reads_claims(command: _Command) -> _Command:
    """The options of a command that reads articles for claims."""
    return _JOBS(LARGEST(keeps_claims(command)))


def compares_articles(command: _Command) -> _Command:
    """The options of a command that reads articles for claims and compares them."""
    return LANGUAGE(reads_claims(COMPARED(command)))


def works_on_clusters(command: _Command) -> _Command:
    """The options of a command that can share its work out to several machines."""
    return _ENGINE(_SCHEDULER(_SHARDS(command)))


def keeps_claims(command: _Command) -> _Command:
    """The options of a command that keeps the claims of articles between runs."""
    return _CACHE(CACHE_DIR(command))


def weighs_decisions(command: _Command) -> _Command:
    """The options of a command whose findings may have been decided."""
    return DECISIONS(_BASELINE(_UPDATE_BASELINE(command)))


PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=files)
WIDTH = click.option(
    "--width",
    type=click.IntRange(_NARROWEST, _WIDEST),
    metavar="NUMBER",
    help=f"Columns of the tables; that of the terminal by default, {_USUAL_WIDTH} where there is none.",
)
OUTPUT = click.option(
    "--output",
    "-o",
    type=_Named(),
    metavar="FILE",
    shell_complete=files,
    help="Write to FILE instead of printing.",
)
_FORMATS = click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    callback=_formats,
    shell_complete=some(format_names()),
    help=f"How the report is written: {', '.join(format_names())}; table by default. "
    "With =FILE it goes there, and more can follow.",
)
COLOR = choice(
    "--color", ("auto", "always", "never"), "auto", "Colour: by default on a terminal; NO_COLOR forbids it."
)
_STATISTICS = click.option(
    "--statistics", is_flag=True, help="Only the numbers: the same as --format statistics."
)
_BOM = click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for Excel.")
ALL = click.option("--all", "everything", is_flag=True, help="List what is otherwise only counted.")
SHOW_FILES = click.option(
    "--show-files", "files_only", is_flag=True, help="Print which files would be read, and stop."
)
LANGUAGE = choice("--language", ("en", "any"), "en", "Pass over what is not English, or read any language.")
_JOBS = _aside(
    "--jobs",
    type=click.IntRange(1, _MOST_JOBS),
    metavar="NUMBER",
    help="Processes that read articles for claims; the machine's cores by default.",
)
_ENGINE = _aside(
    "--engine",
    default="processes",
    show_default=True,
    metavar="[processes|dask]",
    callback=lambda context, parameter, value: _kept_aside(
        context, parameter, one_of(("processes", "dask"))(context, parameter, value)
    ),
    help="Who shares the work out: this machine, or Dask on many (needs the extra distributed).",
)
_SCHEDULER = _aside(
    "--scheduler",
    type=_Named(),
    metavar="ADDRESS",
    help="Dask's scheduler, as tcp://host:8786; without it Dask starts --jobs processes here.",
)
_SHARDS = _aside(
    "--shards",
    type=_Named(),
    metavar="FOLDER",
    help="A folder, or a URL that fsspec knows, that all of Dask's machines can write and read.",
)
LARGEST = _aside(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=MAX_BYTES,
    show_default=True,
    help="Refuse an article that is larger.",
)
COMPARED = _aside(
    "--most-compared",
    type=click.IntRange(min=1, max=1_000),
    default=MOST_COMPARED,
    show_default=True,
    help="Compare each article with this many others at most, those most like it.",
)
_CACHE = _aside(
    "--cache/--no-cache",
    default=True,
    help="Keep the claims of articles that do not change between runs.",
)
CACHE_DIR = _aside(
    "--cache-dir",
    type=_Named(),
    metavar="FOLDER",
    shell_complete=folders,
    envvar="FACTCHECK_CACHE_DIR",
    help="Where they are kept; the user's cache folder by default.",
)
DECISIONS = _aside(
    "--decisions",
    type=_Named(),
    metavar="FILE",
    shell_complete=files,
    help="What was decided; by default the nearest factcheck-decisions.toml upward from here.",
)
_BASELINE = _aside(
    "--baseline",
    type=_Named(),
    metavar="FILE",
    shell_complete=files,
    help="Let no finding count that FILE knows.",
)
_UPDATE_BASELINE = _aside(
    "--update-baseline",
    is_flag=True,
    help="Write all findings of now to the file of --baseline.",
)
VERBOSE = click.option(
    "--verbose", "-v", is_flag=True, callback=_contradicting, help="Tell what was passed over, too."
)
QUIET = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    callback=_contradicting,
    help="Only what needs a look: no agreements, no counts, no warnings.",
)


def wants_color(asked: str, file: str | None) -> bool:
    """Whether what goes to `file`, or to standard output, is coloured; `asked` is the value of --color.

    By itself only a terminal that is not dumb; NO_COLOR says no, FORCE_COLOR yes, and --color has the last
    word. An empty variable says nothing, and none of them speaks of files.
    Sources: no-color.org, force-color.org.
    """
    if asked != "auto":
        return asked == "always"
    if file is not None or sys.stdout is None:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")


def width_of(width: int | None, output: str | None) -> int:
    """The width asked for, else the terminal's, else 80: what a file or pipe gets depends on nothing."""
    if width is not None:
        return width
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        import shutil

        columns = shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns
        return min(max(columns, _NARROWEST), _WIDEST)
    return _USUAL_WIDTH
