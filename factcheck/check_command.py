"""`factcheck check`: a draft against its sources. Heavy imports wait inside."""

from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREADABLE, complain
from factcheck.inputs import claims_of, refuse_to_overwrite
from factcheck.options import (
    LANGUAGE,
    VERBOSE,
    choice,
    reads_claims,
    weighs_decisions,
    writes_reports,
)
from factcheck.settled import settled

if TYPE_CHECKING:
    from corpus.read import Language
    from factcheck.delivery import Delivery
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
@writes_reports
@choice("--fail-on", _FAIL_ON, "contradicted", "Exit with 1 at one of these, or those before it.")
@click.option("--claims", "everything", is_flag=True, help="List the supported claims, too.")
@LANGUAGE
@reads_claims
@weighs_decisions
@VERBOSE
def check(
    draft: str,
    against: tuple[str, ...],
    delivery: "Delivery",
    fail_on: str,
    everything: bool,
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
    delivery.refuse_copies(draft)
    from factcheck.desk import read_draft
    from factcheck.draft import draft_report

    article, sources, complete = read_draft(draft, against, complain, verbose=verbose, language=language)
    refuse_to_overwrite(sources if article is None else [article, *sources], delivery.files)
    if article is None:
        return EXIT_UNREADABLE
    claims, extracted = claims_of(sources)
    result = settled(draft_report(article, claims, articles=sources))
    delivery.write(result, everything=everything, draft=draft)
    if not (complete and extracted):
        return EXIT_UNREADABLE
    return EXIT_FOUND if _is_blamed(result, fail_on) else EXIT_CLEAN


def _is_blamed(result: "Report", fail_on: str) -> bool:
    """Whether a claim of the draft is assessed as `--fail-on` names, or worse."""
    levels = _FAIL_ON[: _FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return result.draft is not None and any(one.assessment in levels for one in result.draft.claims)
