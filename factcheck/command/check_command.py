"""`factcheck check`: a draft against its sources. Heavy imports wait inside."""

from dataclasses import dataclass
from functools import cached_property
from time import sleep
from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREADABLE
from factcheck.command.completion import files
from factcheck.command.configured import ConfiguredCommand
from factcheck.command.inputs import (
    claims_of,
    kept_or_made,
    most_bytes,
    most_compared,
    noted,
    say,
    show_files,
    tell,
    tell_limits,
)
from factcheck.command.manual import CHECKED_CODES
from factcheck.command.options import (
    SHOW_FILES,
    VERBOSE,
    choice,
    compares_articles,
    weighs_decisions,
    writes_reports,
)
from factcheck.command.outputs import refuse_impossible, refuse_to_overwrite
from factcheck.command.settled import settled

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from claims.model import Claim
    from corpus.article import Article
    from corpus.read import Language
    from factcheck.command.delivery import Delivery
    from factcheck.model import Report

_PAUSE = 0.2  # seconds between two looks at a watched draft
_FAIL_ON = ("contradicted", "inconsistent", "outdated", "unsupported", "never")


class ManyAgainst(ConfiguredCommand):
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

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Where all arguments are said, what comes is one more path of `--against`, or an option."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return files(ctx, self.params[0], incomplete)


@click.command(
    short_help="Check a draft against its sources.",
    cls=ManyAgainst,
    examples=[
        (
            "Check a draft against a folder and one file more",
            "factcheck check draft.md --against sources/ wire.txt",
        ),
        ("Again whenever it is saved", "factcheck check draft.md --against sources/ --watch"),
        (
            "A copy of a Word draft with the findings as comments",
            "factcheck check draft.docx --against sources/ --format docx --output checked.docx",
        ),
        (
            "Nothing may go unsupported",
            "factcheck check draft.md --against sources/ --fail-on unsupported",
        ),
        ("From a pipe", "cat draft.md | factcheck check - --against sources/"),
    ],
    exit_codes=CHECKED_CODES,
    see=("report", "explain", "decide", "lsp"),
)
@click.argument("draft", metavar="DRAFT", shell_complete=files)
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH...",
    shell_complete=files,
    help="The draft's sources: files, folders or - for standard input.",
)
@writes_reports
@choice("--fail-on", _FAIL_ON, "contradicted", "Exit with 1 at one of these, or those before it.")
@click.option("--claims", "everything", is_flag=True, help="List the supported claims, too.")
@click.option("--watch", is_flag=True, help="Check again whenever the draft is saved, until Ctrl-C.")
@compares_articles
@weighs_decisions
@SHOW_FILES
@VERBOSE
def check(
    draft: str,
    against: tuple[str, ...],
    delivery: "Delivery",
    fail_on: str,
    everything: bool,
    watch: bool,
    language: "Language",
    files_only: bool,
    verbose: bool,
) -> int:
    """Check every number and date of a draft against its sources, before publication.

    DRAFT is a file, or - for standard input. Each of its claims is supported, unsupported, outdated
    (a source has a newer figure), inconsistent (the draft denies itself) or contradicted.
    """
    if draft == "-" in against:
        raise click.UsageError("only one of DRAFT and --against can be standard input")
    if draft == "-" and watch:
        raise click.UsageError("--watch waits for a file to be saved; name the draft instead of -")
    delivery.refuse_copies(draft)
    if files_only:
        return max(show_files([draft]), show_files(against, without=draft))
    from factcheck.command.watch import saves
    from factcheck.desk import read_sources

    refuse_impossible(delivery.files)
    met = [draft]
    sources, complete = read_sources(
        against, draft, tell, verbose=verbose, language=language, max_bytes=most_bytes(), met=met.append
    )
    refuse_to_overwrite(met, delivery.files)
    if noted(complete) and not sources:
        raise click.UsageError("--against: holds nothing but the draft itself; name its sources")
    desk = _Desk(draft, sources, complete, delivery, everything, language, verbose)
    code = EXIT_CLEAN
    for _ in saves(draft, lambda: sleep(_PAUSE)) if watch else (None,):
        if watch and delivery.prints:
            click.clear()  # nothing but a terminal is cleared
        code = desk.check(fail_on)
    return code


@dataclass(frozen=True)
class _Desk:
    """The sources and their claims, read once, and the draft that is checked against them."""

    draft: str
    sources: "list[Article]"
    is_complete: bool
    delivery: "Delivery"
    everything: bool
    language: "Language"
    verbose: bool

    def check(self, fail_on: str) -> int:
        """Read the draft, write what comes of it, and give the exit code."""
        from factcheck.desk import read_draft

        article, complete = read_draft(
            self.draft,
            self.sources,
            say,
            verbose=self.verbose,
            language=self.language,
            max_bytes=most_bytes(),
        )
        noted(complete)
        if article is None:
            return EXIT_UNREADABLE
        made, extracted = kept_or_made(
            [article, *self.sources], lambda: self._report_on(article), draft=article.id
        )
        complete = complete and extracted
        tell_limits(made)
        result = settled(made)
        self.delivery.write(result, everything=self.everything, draft=self.draft)
        if not (complete and self.is_complete):
            return EXIT_UNREADABLE
        return EXIT_FOUND if _is_blamed(result, fail_on) else EXIT_CLEAN

    @cached_property
    def _claims(self) -> "tuple[list[Claim], bool]":
        """The claims of the sources, and whether each could be read for them."""
        return claims_of(self.sources)

    def _report_on(self, draft: "Article") -> "tuple[Report, bool]":
        from factcheck.draft import draft_report

        claims, extracted = self._claims
        own, complete = claims_of([draft])
        report = draft_report(draft, claims, articles=self.sources, own=own, most_compared=most_compared())
        return report, complete and extracted


def _is_blamed(result: "Report", fail_on: str) -> bool:
    """Whether a claim of the draft is assessed as `--fail-on` names, or worse."""
    levels = _FAIL_ON[: _FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    return result.draft is not None and any(one.assessment in levels for one in result.draft.claims)
