"""`factcheck check`: a draft against its sources. Heavy imports wait inside."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREADABLE, complain
from factcheck.inputs import claims_of, refuse_to_overwrite
from factcheck.options import (
    FORMAT,
    LANGUAGE,
    OUTPUT,
    VERBOSE,
    WIDTH,
    choice,
    reads_claims,
    refuse_copy,
    width_of,
)
from factcheck.report import Options, copies_draft, render

if TYPE_CHECKING:
    from corpus.read import Language
    from factcheck.model import Report

_FAIL_ON = ("contradicted", "inconsistent", "outdated", "unsupported", "never")


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


@click.command(short_help="Check a draft against its sources.", cls=_ManyAgainst)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH...",
    help="The draft's sources: files, folders or - for standard input.",
)
@FORMAT
@choice("--fail-on", _FAIL_ON, "contradicted", "Exit with 1 at one of these, or those before it.")
@click.option("--claims", "everything", is_flag=True, help="List the supported claims, too.")
@LANGUAGE
@reads_claims
@WIDTH
@OUTPUT
@VERBOSE
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
    if copies_draft(format):
        refuse_copy(format, draft, output)
    from factcheck.desk import read_draft
    from factcheck.draft import draft_report
    from factcheck.output import write_report

    article, sources, complete = read_draft(draft, against, complain, verbose=verbose, language=language)
    refuse_to_overwrite(sources if article is None else [article, *sources], output)
    if article is None:
        return EXIT_UNREADABLE
    claims, extracted = claims_of(sources)
    result = draft_report(article, claims, articles=sources)
    options = Options(width=width_of(width, output), everything=everything)
    if copies_draft(format):
        options = replace(options, original=_original(draft), stamp=_stamp())
    write_report(_rendered(format, result, options), output)
    if not (complete and extracted):
        return EXIT_UNREADABLE
    return EXIT_FOUND if _is_blamed(result, fail_on) else EXIT_CLEAN


def _is_blamed(result: "Report", fail_on: str) -> bool:
    """Whether a claim of the draft is assessed as `--fail-on` names, or worse."""
    levels = _FAIL_ON[: _FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return result.draft is not None and any(one.assessment in levels for one in result.draft.claims)


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
