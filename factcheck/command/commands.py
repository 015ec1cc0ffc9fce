"""The commands: their options, and the order in which they call the stages. Heavy imports wait inside."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREADABLE
from factcheck.command.cache_commands import cache_commands
from factcheck.command.check_command import check
from factcheck.command.completion import completion
from factcheck.command.config_command import config
from factcheck.command.configured import ConfiguredGroup
from factcheck.command.decide_command import decide
from factcheck.command.inputs import claims_of, most_compared, read, report_of, show_files, tell_limits
from factcheck.command.lsp_command import lsp
from factcheck.command.manual import CHECKED_CODES, ENVIRONMENT, READ_CODES
from factcheck.command.options import (
    ALL,
    COLOR,
    LANGUAGE,
    OUTPUT,
    PATHS,
    QUIET,
    SHOW_FILES,
    VERBOSE,
    WIDTH,
    choice,
    compares_articles,
    reads_claims,
    wants_color,
    weighs_decisions,
    width_of,
    works_on_clusters,
    writes_reports,
)
from factcheck.command.settled import settled
from factcheck.version import __version__

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.read import Language
    from factcheck.command.delivery import Delivery
    from factcheck.model import Report

_FAIL_ON = ("error", "discrepancy", "review", "never")


@click.group(
    cls=ConfiguredGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
    examples=[
        ("Try it on the articles that come with it", "factcheck demo"),
        ("Cross-check your own", "factcheck report stories/"),
        ("Check a draft before it is published", "factcheck check draft.md --against sources/"),
        ("Options and examples of a command", "factcheck report --help"),
    ],
    exit_codes=CHECKED_CODES,
    environment=ENVIRONMENT,
)
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def commands(context: click.Context) -> None:
    """Cross-check the numbers and dates in news articles about the same story.

    Nothing leaves this machine.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(EXIT_UNREADABLE)


@commands.command(
    short_help="Cross-check articles: one table a verdict.",
    examples=[
        ("A folder of articles", "factcheck report stories/"),
        ("Only what needs a look, in its sentences", "factcheck report --quiet --format full stories/"),
        ("A page that can be mailed", "factcheck report stories/ --format html --output page.html"),
        (
            "In CI: annotations, and a file for code scanning",
            "factcheck report stories/ --format github --format sarif=factcheck.sarif",
        ),
        (
            "Begin with an old archive: let only new findings count",
            "factcheck report stories/ --baseline known.txt --update-baseline",
        ),
    ],
    exit_codes=CHECKED_CODES,
    see=("check", "explain", "decide", "config"),
)
@PATHS
@writes_reports
@choice("--fail-on", _FAIL_ON, "discrepancy", "Exit with 1 if there is one of these, or of those before it.")
@ALL
@compares_articles
@works_on_clusters
@weighs_decisions
@SHOW_FILES
@VERBOSE
def report(
    paths: tuple[str, ...],
    delivery: "Delivery",
    fail_on: str,
    everything: bool,
    language: "Language",
    files_only: bool,
    verbose: bool,
) -> int:
    """Cross-check every article under the paths: one table a verdict, the worst first.

    A PATH is a file, a folder or - for standard input. Publishers and dates of the articles of a
    folder stand in its articles.toml.
    """
    delivery.refuse_copies()
    if files_only:
        return show_files(paths)
    articles, complete = read(paths, delivery.files, language, verbose)
    return _report(articles, complete, delivery, fail_on, everything, settled, verbose=verbose)


@commands.command(
    short_help="The report on five articles that come with factcheck.",
    examples=[
        ("The tables", "factcheck demo"),
        ("The same as a page", "factcheck demo --format html --output demo.html"),
    ],
    exit_codes=READ_CODES,
    see=("report", "explain"),
)
@writes_reports
@ALL
@reads_claims
def demo(delivery: "Delivery", everything: bool) -> int:
    """The report on five articles that come with factcheck, about Serbia's arms purchases."""
    from factcheck.command.example import example_folder

    delivery.refuse_copies()
    with example_folder() as folder:
        articles, complete = read((folder,), delivery.files)
        return _report(articles, complete, delivery, "never", everything, lambda result: result)


@commands.command(
    short_help="List the claims of articles.",
    examples=[
        ("What is read in an article", "factcheck extract stories/ferry.txt"),
        ("For a program, a claim a line", "factcheck extract --format jsonl stories/"),
    ],
    exit_codes=READ_CODES,
    see=("report",),
)
@PATHS
@choice("--format", ("table", "jsonl"), "table", "How the claims are written.")
@LANGUAGE
@reads_claims
@WIDTH
@COLOR
@OUTPUT
@SHOW_FILES
@QUIET
@VERBOSE
def extract(
    paths: tuple[str, ...],
    format: str,
    language: "Language",
    width: int | None,
    color: str,
    output: str | None,
    files_only: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """List the claims of every article under the paths, without comparing them."""
    from factcheck.output import write_report

    if files_only:
        return show_files(paths)
    articles, complete = read(paths, [output], language, verbose)
    claims, extracted = claims_of(articles)
    if format == "jsonl":
        from factcheck.telling.records import claim_record, json_text

        write_report("".join(json_text(claim_record(claim)) + "\n" for claim in claims), output)
    elif articles:
        from factcheck.telling.claim_table import render_claims

        colored = wants_color(color, output)
        write_report(render_claims(articles, claims, width_of(width, output), color=colored), output)
    return EXIT_CLEAN if complete and extracted else EXIT_UNREADABLE


@commands.command(
    short_help="How one finding came about, step by step.",
    examples=[("Why the report says so", "factcheck explain 14a05e0017 stories/")],
    exit_codes=READ_CODES,
    see=("report", "decide"),
)
@click.argument("finding")
@PATHS
@compares_articles
@WIDTH
@COLOR
@OUTPUT
def explain(
    finding: str,
    paths: tuple[str, ...],
    language: "Language",
    width: int | None,
    color: str,
    output: str | None,
) -> int:
    """Tell how one finding came about: the sentences, how each was read, and why that verdict.

    FINDING is its id as the report prints it, or the beginning of it; the paths are the report's.
    """
    from factcheck.command.finding_ids import chosen_finding
    from factcheck.crosscheck import cross_check
    from factcheck.output import write_report
    from factcheck.telling.explain import render_finding

    articles, complete = read(paths, [output], language)
    claims, extracted = claims_of(articles)
    result = cross_check(articles, claims, most_compared=most_compared())
    tell_limits(result)
    chosen = chosen_finding(result, finding)
    colored = wants_color(color, output)
    write_report(render_finding(result, chosen, width_of(width, output), color=colored), output)
    return EXIT_CLEAN if complete and extracted else EXIT_UNREADABLE


def _report(
    articles: list["Article"],
    complete: bool,
    delivery: "Delivery",
    fail_on: str,
    everything: bool,
    settle: "Callable[[Report], Report]",
    verbose: bool = False,
) -> int:
    """Compare, leave out what `settle` does, write, and the exit code."""
    found = False
    if articles:
        with report_of(articles) as (read_report, extracted):
            complete = complete and extracted
            tell_limits(read_report)
            result = settle(read_report)
            if verbose:
                _tell_readings(result)
            delivery.write(result, everything=everything)
            found = _is_found(result, fail_on)
    if not complete:
        return EXIT_UNREADABLE
    return EXIT_FOUND if found else EXIT_CLEAN


def _tell_readings(result: "Report") -> None:
    """Say how the articles without a day of publication were bounded, and which are parts of one."""
    from corpus.parts import parts_of
    from factcheck.cli import complain
    from factcheck.telling.explain import dating_words, parts_words
    from factcheck.telling.sources import Sources

    sources = Sources(result.articles)
    for dating in result.datings:
        complain(f"note: {dating_words(dating, sources)}")
    for parts in parts_of(result.articles).values():
        complain(f"note: {parts_words(parts, sources)}")


def _is_found(result: "Report", fail_on: str) -> bool:
    """Whether the report holds what `--fail-on` names, or something graver."""
    level = _FAIL_ON.index(fail_on)
    if fail_on == "never":
        return False
    is_differing = any(level >= 1 or finding.severity == "error" for finding in result.of("discrepancy"))
    return is_differing or (level >= 2 and any(True for _ in result.of("review")))


commands.add_command(cache_commands)
commands.add_command(check)
commands.add_command(completion)
commands.add_command(decide)
commands.add_command(config)
commands.add_command(lsp)
