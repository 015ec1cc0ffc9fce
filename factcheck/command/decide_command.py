"""`factcheck decide`: what an editor decided about a finding. Heavy imports wait inside."""

from typing import TYPE_CHECKING

import click

from factcheck.cli import EXIT_CLEAN, EXIT_UNREADABLE
from factcheck.command.completion import files, some
from factcheck.command.configured import ConfiguredCommand
from factcheck.command.inputs import claims_of, most_compared, read
from factcheck.command.manual import READ_CODES
from factcheck.command.options import DECISIONS, compares_articles, one_of
from factcheck.command.settled import decisions_path

if TYPE_CHECKING:
    from corpus.read import Language

_RULINGS = ("accepted", "dismissed", "fixed")


@click.command(
    cls=ConfiguredCommand,
    short_help="Record what was decided about a finding.",
    examples=[
        ("A false alarm", 'factcheck decide 14a05e0017 --as dismissed --reason "two deliveries" stories/'),
        (
            "The sources differ, and it may stay",
            'factcheck decide 14a0 --as accepted --reason "both stand" stories/',
        ),
        ("Without reading the articles again", 'factcheck decide 14a05e0017 --as fixed --reason "corrected"'),
    ],
    exit_codes=READ_CODES,
    see=("report", "explain"),
)
@click.argument("finding")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=files)
@click.option(
    "--as",
    "as_",
    required=True,
    metavar=f"[{'|'.join(_RULINGS)}]",
    callback=one_of(_RULINGS),
    shell_complete=some(_RULINGS),
    help="Accepted: the sources differ, and that may stay. Dismissed: a false alarm. Fixed: corrected.",
)
@click.option("--reason", required=True, metavar="TEXT", help="Why, for those who read it later.")
@DECISIONS
@compares_articles
def decide(finding: str, paths: tuple[str, ...], as_: str, reason: str, language: "Language") -> int:
    """Record what was decided about a finding, so that it no longer counts.

    FINDING is its id as the report prints it. With the report's paths the beginning of the id is enough,
    and what the finding says is written down, too. The file is factcheck-decisions.toml: the nearest
    upward from here, or a new one.
    """
    from typing import cast

    from factcheck.deciding.decisions import DecisionsError, record_decision
    from factcheck.model import Ruling
    from factcheck.telling.terminal import visible

    complete, summary, files = True, "", set[str]()
    if paths:
        from factcheck.command.finding_ids import chosen_finding
        from factcheck.crosscheck import cross_check
        from factcheck.deciding.rulings import files_of

        articles, complete = read(paths, [], language)
        claims, extracted = claims_of(articles)
        complete = complete and extracted
        chosen = chosen_finding(cross_check(articles, claims, most_compared=most_compared()), finding)
        finding, summary = chosen.id, chosen.summary
        files = files_of(chosen, articles)
    path = decisions_path()
    try:
        record_decision(path, finding, cast(Ruling, as_), reason, summary, files)
    except DecisionsError as error:
        raise click.ClickException(str(error)) from error
    click.echo(visible(f"{finding}: {as_}, in {path}"))
    return EXIT_CLEAN if complete else EXIT_UNREADABLE
