"""The commands: their options, and the order in which they call the stages. Heavy imports wait inside."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from factcheck.cli import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREADABLE, complain
from factcheck.report import Options, copies_draft, format_names, render
from factcheck.version import __version__

if TYPE_CHECKING:
    from claims.model import Claim
    from corpus.article import Article
    from corpus.read import Language
    from factcheck.cache import ClaimCache
    from factcheck.model import Finding, Report

_FAIL_ON = ("error", "discrepancy", "review", "never")
_DRAFT_FAIL_ON = ("contradicted", "inconsistent", "outdated", "unsupported", "never")
_WIDTH = 80
_NARROWEST = 60

_Command = TypeVar("_Command", bound=Callable[..., object])


def _one_of(names: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A check that an option's value is one of `names`, which says what was probably meant."""

    def check(context: click.Context, parameter: click.Parameter, value: str) -> str:
        if value in names:
            return value
        from difflib import get_close_matches

        close = get_close_matches(value, names, 1)
        meant = f" Did you mean '{close[0]}'?" if close else ""
        raise click.BadParameter(f"'{value}' is not one of {', '.join(names)}.{meant}", context, parameter)

    return check


def _choice(flag: str, names: Sequence[str], default: str, text: str) -> Callable[[_Command], _Command]:
    return click.option(
        flag,
        default=default,
        show_default=True,
        metavar=f"[{'|'.join(names)}]",
        callback=_one_of(names),
        help=text,
    )


def _kept_aside(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """For options that only `_claims` asks for: they need not pass through every command."""
    context.meta[f"factcheck.{parameter.name}"] = value


def _reads_claims(command: _Command) -> _Command:
    """The options of a command that reads articles for claims."""
    return _JOBS(_CACHE(_CACHE_DIR(command)))


_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_WIDTH_OPTION = click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help=f"Columns of the tables; that of the terminal by default, {_WIDTH} where there is none.",
)
_OUTPUT = click.option("--output", "-o", metavar="FILE", help="Write to FILE instead of printing.")
_FORMAT = _choice("--format", format_names(), "table", "How the report is written.")
_ALL = click.option("--all", "everything", is_flag=True, help="List what is otherwise only counted.")
_LANGUAGE = _choice("--language", ("en", "any"), "en", "Pass over what is not English, or read any language.")
_JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    callback=_kept_aside,
    expose_value=False,
    help="Processes that read articles for claims; the machine's cores by default.",
)
_CACHE = click.option(
    "--cache/--no-cache",
    default=True,
    callback=_kept_aside,
    expose_value=False,
    help="Keep the claims of articles that do not change between runs.",
)
_CACHE_DIR = click.option(
    "--cache-dir",
    metavar="FOLDER",
    envvar="FACTCHECK_CACHE_DIR",
    callback=_kept_aside,
    expose_value=False,
    help="Where they are kept; the user's cache folder by default.",
)
_VERBOSE = click.option("--verbose", "-v", is_flag=True, help="Tell what was passed over, too.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def commands(context: click.Context) -> None:
    """Cross-check the numbers and dates in news articles about the same story.

    Nothing leaves this machine.

    \b
    Try it:    factcheck demo
    Your own:  factcheck report stories/
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(EXIT_UNREADABLE)


@commands.command(short_help="Cross-check articles: one table a verdict.")
@_PATHS
@_FORMAT
@_choice("--fail-on", _FAIL_ON, "discrepancy", "Exit with 1 if there is one of these, or of those before it.")
@_ALL
@_LANGUAGE
@_reads_claims
@_WIDTH_OPTION
@_OUTPUT
@_VERBOSE
def report(
    paths: tuple[str, ...],
    format: str,
    fail_on: str,
    everything: bool,
    language: "Language",
    width: int | None,
    output: str | None,
    verbose: bool,
) -> int:
    """Cross-check every article under the paths: one table a verdict, the worst first.

    A PATH is a file, a folder or - for standard input. Publishers and dates of the articles of a
    folder stand in its articles.toml.

    \b
    Exit codes: 0 nothing at the level of --fail-on, 1 something is,
    2 wrong usage or a file that could not be read (all others are reported).
    """
    _refuse_copy(format)
    articles, complete = _read(paths, output, language, verbose)
    options = Options(width=_width(width, output), everything=everything)
    return _report(articles, complete, format, fail_on, options, output)


class _ManyAgainst(click.Command):
    """`--against` takes all that follows, up to the next option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        spelt_out: list[str] = []
        taking = False
        for position, argument in enumerate(args):
            if argument == "--":
                return super().parse_args(ctx, spelt_out + args[position:])
            is_option = argument.startswith("-") and argument != "-"
            if taking and not is_option and spelt_out[-1] != "--against":
                spelt_out.append("--against")
            spelt_out.append(argument)
            taking = argument == "--against" or (taking and not is_option)
        return super().parse_args(ctx, spelt_out)


@commands.command(short_help="Check a draft against its sources.", cls=_ManyAgainst)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH...",
    help="The draft's sources: files, folders or - for standard input.",
)
@_FORMAT
@_choice("--fail-on", _DRAFT_FAIL_ON, "contradicted", "Exit with 1 at one of these, or those before it.")
@click.option("--claims", "everything", is_flag=True, help="List the supported claims, too.")
@_LANGUAGE
@_reads_claims
@_WIDTH_OPTION
@_OUTPUT
@_VERBOSE
def check(
    draft: str,
    against: tuple[str, ...],
    format: str,
    fail_on: str,
    everything: bool,
    width: int | None,
    output: str | None,
    language: "Language",
    verbose: bool,
) -> int:
    """Check every number and date of a draft against its sources, before publication.

    DRAFT is a file, or - for standard input. Each of its claims is supported, unsupported, outdated
    (a source has a newer figure), inconsistent (the draft denies itself) or contradicted.

    \b
    Exit codes: 0 nothing at the level of --fail-on, 1 something is,
    2 wrong usage or a file that could not be read (all others are used).
    """
    if draft == "-" in against:
        raise click.UsageError("only one of DRAFT and --against can be standard input")
    from factcheck.desk import read_draft
    from factcheck.draft import draft_report
    from factcheck.output import write_report

    article, sources, complete = read_draft(draft, against, complain, verbose=verbose, language=language)
    _refuse_to_overwrite(sources if article is None else [article, *sources], output)
    if article is None:
        return EXIT_UNREADABLE
    claims, extracted = _claims(sources)
    result = draft_report(article, claims, articles=sources)
    write_report(render(format, result, Options(width=_width(width, output), everything=everything)), output)
    if not (complete and extracted):
        return EXIT_UNREADABLE
    return EXIT_FOUND if _is_blamed(result, fail_on) else EXIT_CLEAN


@commands.command(short_help="The report on five articles that come with factcheck.")
@_FORMAT
@_ALL
@_reads_claims
@_WIDTH_OPTION
@_OUTPUT
def demo(format: str, everything: bool, width: int | None, output: str | None) -> int:
    """The report on five articles that come with factcheck, about Serbia's arms purchases."""
    from importlib.resources import as_file, files

    _refuse_copy(format)
    with as_file(files("corpus") / "examples" / "serbia") as folder:
        articles, complete = _read((str(folder),), output)
        options = Options(width=_width(width, output), everything=everything)
        return _report(articles, complete, format, "never", options, output)


@commands.command(short_help="List the claims of articles.")
@_PATHS
@_choice("--format", ("table", "jsonl"), "table", "How the claims are written.")
@_LANGUAGE
@_reads_claims
@_WIDTH_OPTION
@_OUTPUT
@_VERBOSE
def extract(
    paths: tuple[str, ...],
    format: str,
    language: "Language",
    width: int | None,
    output: str | None,
    verbose: bool,
) -> int:
    """List the claims of every article under the paths, without comparing them."""
    from factcheck.output import write_report

    articles, complete = _read(paths, output, language, verbose)
    claims, extracted = _claims(articles)
    if format == "jsonl":
        from factcheck.records import claim_record, json_text

        write_report("".join(json_text(claim_record(claim)) + "\n" for claim in claims), output)
    elif articles:
        from factcheck.claim_table import render_claims

        write_report(render_claims(articles, claims, _width(width, output)), output)
    return EXIT_CLEAN if complete and extracted else EXIT_UNREADABLE


@commands.command(short_help="How one finding came about, step by step.")
@click.argument("finding")
@_PATHS
@_LANGUAGE
@_reads_claims
@_WIDTH_OPTION
@_OUTPUT
def explain(
    finding: str, paths: tuple[str, ...], language: "Language", width: int | None, output: str | None
) -> int:
    """Tell how one finding came about: the sentences, how each was read, and why that verdict.

    FINDING is its id as the report prints it, or the beginning of it; the paths are the report's.
    """
    from factcheck.crosscheck import cross_check
    from factcheck.explain import render_finding
    from factcheck.output import write_report

    articles, complete = _read(paths, output, language)
    claims, extracted = _claims(articles)
    result = cross_check(articles, claims)
    found = [one for one in result.findings if one.id.startswith(finding)]
    chosen = [one for one in found if one.id == finding] or found
    if len(chosen) != 1:
        raise click.ClickException(_no_finding(finding, found))
    write_report(render_finding(result, chosen[0], _width(width, output)), output)
    return EXIT_CLEAN if complete and extracted else EXIT_UNREADABLE


def _report(
    articles: list["Article"], complete: bool, format: str, fail_on: str, options: Options, output: str | None
) -> int:
    """Compare, write, and the exit code."""
    from factcheck.crosscheck import cross_check
    from factcheck.output import write_report

    found = False
    if articles:
        claims, extracted = _claims(articles)
        complete = complete and extracted
        result = cross_check(articles, claims)
        write_report(render(format, result, options), output)
        found = _is_found(result, fail_on)
    if not complete:
        return EXIT_UNREADABLE
    return EXIT_FOUND if found else EXIT_CLEAN


def _read(
    paths: tuple[str, ...], output: str | None, language: "Language" = "en", verbose: bool = False
) -> tuple[list["Article"], bool]:
    """The articles, and whether all could be read; refuses an output file that is one of them."""
    from factcheck.crosscheck import read_articles

    articles, complete = read_articles(paths, complain, verbose=verbose, language=language)
    _refuse_to_overwrite(articles, output)
    return articles, complete


def _claims(articles: "Sequence[Article]") -> tuple[list["Claim"], bool]:
    """The claims of the articles, and whether each could be read for them; shows how far it is."""
    from factcheck.cache import ClaimCache
    from factcheck.extraction import extract_from
    from factcheck.progress import Progress

    said = click.get_current_context().meta
    cache = ClaimCache(said["factcheck.cache_dir"] or _cache_folder()) if said["factcheck.cache"] else None
    jobs = said["factcheck.jobs"] or _cores()
    with Progress(sys.stderr, "articles") as progress:
        return extract_from(articles, cache=cache, jobs=jobs, tell=complain, progress=progress.tell)


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cache_folder() -> str:
    from platformdirs import user_cache_dir

    return user_cache_dir("factcheck", appauthor=False)


def _refuse_to_overwrite(articles: "Sequence[Article]", output: str | None) -> None:
    if output is not None and os.path.exists(output):
        for article in articles:
            if article.path and os.path.exists(article.path) and os.path.samefile(article.path, output):
                raise click.ClickException(f"{output}: is one of the articles; choose another --output")


def _is_found(result: "Report", fail_on: str) -> bool:
    """Whether the report holds what `--fail-on` names, or something graver."""
    level = _FAIL_ON.index(fail_on)
    return fail_on != "never" and any(
        finding.severity == "error"
        or (level >= 1 and finding.verdict == "discrepancy")
        or (level >= 2 and finding.verdict == "review")
        for finding in result.findings
    )


def _is_blamed(result: "Report", fail_on: str) -> bool:
    """Whether a claim of the draft is assessed as `--fail-on` names, or worse."""
    levels = _DRAFT_FAIL_ON[: _DRAFT_FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return result.draft is not None and any(one.assessment in levels for one in result.draft.claims)


def _refuse_copy(format: str, draft: str | None = None, output: str | None = None) -> None:
    """Say no to a marked copy of a draft where there is no draft's file, or no file for the copy."""
    if not copies_draft(format):
        return
    if draft is None:
        how = f"factcheck check DRAFT --against PATH... --format {format} --output FILE"
        raise click.UsageError(f"--format {format} is a marked copy of a draft: {how}")
    if draft == "-":
        raise click.UsageError(f"--format {format} is a marked copy of a file; name the draft instead of -")
    if output in (None, "-"):
        raise click.UsageError(f"--format {format} is no text to print; add --output FILE")


def _original(path: str) -> bytes:
    """The draft's file, byte for byte."""
    from corpus.source import open_source

    with open_source(path) as source:
        return source.data()


def _stamp() -> datetime | None:
    """The day that SOURCE_DATE_EPOCH sets for all that is dated, so that two builds are alike; else none."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds else None
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH: {seconds!r} is no number of seconds") from error


def _rendered(format: str, result: "Report", options: Options) -> str | bytes:
    from corpus.errors import ReadProblem

    try:
        return render(format, result, options)
    except ReadProblem as problem:
        raise click.ClickException(f"--format {format}: {problem}") from problem


def _width(width: int | None, output: str | None) -> int:
    """The width asked for, else the terminal's, else 80: what a file or pipe gets depends on nothing."""
    if width is not None:
        return width
    if output is None and sys.stdout is not None and sys.stdout.isatty():
        return max(shutil.get_terminal_size((_WIDTH, 24)).columns, _NARROWEST)
    return _WIDTH


def _no_finding(prefix: str, found: "Sequence[Finding]") -> str:
    if not found:
        return f"no finding {prefix!r} in these articles; factcheck report prints the ids"
    ids = [one.id for one in found[:5]]
    more = ", ..." if len(found) > len(ids) else ""
    return f"{prefix!r} is the beginning of {len(found)} findings: {', '.join(ids)}{more}"


@commands.group(name="cache", short_help="The claims kept between runs.")
def cache_commands() -> None:
    """The claims of articles that did not change are kept between runs; no report depends on them."""


@cache_commands.command(short_help="Where the cache is, and what it holds.")
@_CACHE_DIR
def info() -> int:
    """Tell where the cache is, of how many articles it holds the claims, and its size."""
    kept = _named_cache()
    held = kept.info()
    articles = "1 article" if held.articles == 1 else f"{held.articles:,} articles"
    click.echo(f"{kept.path}: {articles}, {held.size:,} bytes")
    return EXIT_CLEAN


@cache_commands.command(short_help="Forget everything that is kept.")
@_CACHE_DIR
def clear() -> int:
    """Remove the cache's file."""
    _named_cache().clear()
    return EXIT_CLEAN


def _named_cache() -> "ClaimCache":
    from factcheck.cache import ClaimCache

    return ClaimCache(click.get_current_context().meta["factcheck.cache_dir"] or _cache_folder())
