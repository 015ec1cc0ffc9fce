"""Reports without what was decided: the files of decisions that a command line names, or that lie nearby.

Heavy imports wait inside.
"""

import os
from typing import TYPE_CHECKING

import click

from factcheck.cli import complain
from factcheck.command.inputs import all_was_read, hint

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.deciding.ignores import Ignored
    from factcheck.model import Decision, Report

_NAMED = 5  # findings in one line


def settled(report: "Report") -> "Report":
    """`report` without the findings that were decided, as the options of `weighs_decisions` ask for.

    Decisions and comments that match nothing are told. Writes the baseline if that is asked for.
    """
    from factcheck.deciding.baseline import baseline_text, read_baseline
    from factcheck.deciding.ignores import find_ignored
    from factcheck.deciding.rulings import decide

    said = click.get_current_context().meta
    path = decisions_path()
    decisions = _decisions(path)
    ignored = find_ignored(report.draft.article.text) if report.draft else []
    baseline, update = said["factcheck.baseline"], said["factcheck.update_baseline"]
    if update and baseline is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    known = _known(baseline) if baseline and not update else ()
    result = decide(report, decisions, baseline=known, ignored=ignored)
    if update and not all_was_read():
        complain(f"{baseline}: is left as it was, since not all articles could be read")
    elif update:
        from factcheck.output import write_report

        text = baseline_text(result.findings)
        write_report(text, baseline)
        result = decide(report, decisions, baseline=read_baseline(text), ignored=ignored)
    _tell_unmatched(result, decisions, path)
    _tell_unused(result, ignored)
    return result


def decisions_path() -> str:
    """The file that the command line names, else the nearest upward, else one that would lie here."""
    named: str | None = click.get_current_context().meta["factcheck.decisions"]
    if named is not None:
        return named
    from factcheck.deciding.decisions import find_decisions

    return os.path.relpath(find_decisions(os.getcwd()))


def _decisions(path: str) -> "dict[str, Decision]":
    from factcheck.deciding.decisions import DecisionsError, load_decisions

    try:
        return load_decisions(path)
    except FileNotFoundError as error:
        if click.get_current_context().meta["factcheck.decisions"] is None:
            return {}
        raise click.ClickException(f"{path}: there is no such file; factcheck decide makes one") from error
    except DecisionsError as error:
        raise click.ClickException(str(error)) from error


def _known(path: str) -> frozenset[str]:
    from corpus.source import read_written
    from factcheck.deciding.baseline import read_baseline

    try:
        return read_baseline(read_written(path))
    except FileNotFoundError as error:
        raise click.ClickException(f"{path}: there is no such file; --update-baseline makes one") from error
    except OSError as error:
        raise click.ClickException(f"{path}: {error.strerror}") from error
    except ValueError as error:
        reason = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise click.ClickException(f"{path}: {reason}") from error


def _tell_unmatched(report: "Report", decisions: "dict[str, Decision]", path: str) -> None:
    """Only where the articles that they rest on are compared: a draft has few of all findings."""
    from factcheck.deciding.rulings import unmatched_decisions

    read = {os.path.realpath(article.path) for article in report.articles if article.path}
    ids = unmatched_decisions(report, decisions) if report.draft is None else []
    ids = [id for id in ids if _could_match(decisions[id], os.path.dirname(path), read)]
    fixed = [one.finding.id for one in report.decided if one.decision.ruling == "fixed"]
    if fixed:
        hint(f"{path}: said to be fixed, and still there: {_named(fixed)}")
    if ids:
        hint(f"{path}: no finding of these articles is {_named(ids)}")


def _could_match(decision: "Decision", folder: str, read: "Collection[str]") -> bool:
    """Whether all articles that the finding rested on were read, or are gone."""
    files = (os.path.join(folder, file) for file in decision.articles)
    return all(os.path.realpath(file) in read or not os.path.exists(file) for file in files)


def _named(ids: "Sequence[str]") -> str:
    more = f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else ""
    return ", ".join(ids[:_NAMED]) + more


def _tell_unused(report: "Report", ignored: "Sequence[Ignored]") -> None:
    from factcheck.deciding.rulings import unused_comments

    if report.draft is None:
        return
    article = report.draft.article
    for part in unused_comments(report, ignored):
        line = article.text.count("\n", 0, part.place) + 1
        hint(f"{article.path or article.id}:{line}: the comment is for no number and no date")
