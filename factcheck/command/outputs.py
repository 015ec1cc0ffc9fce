"""Where a command may write: files that have a place, and that nobody wrote by hand."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

import click

from corpus.metadata import METADATA_FILE
from corpus.source import reason_of, special_kind


def refuse_impossible(outputs: Sequence[str | None]) -> None:
    """Raise UsageError, before anything is read, if a file of `outputs`, or a new baseline, has no place.

    Or if it would take the place of what the run is told by: its configuration, decisions, baseline, or
    what is known of articles.
    """
    reports = list(filter(_is_file, outputs))
    baseline = _new_baseline()
    if baseline is not None and (kind := _special_kind(baseline)):
        raise click.UsageError(f"{baseline}: is {kind}, not a file")
    for output in (*reports, *filter(_is_file, [baseline])):
        if os.path.isdir(output):
            raise click.UsageError(f"{output}: is a folder; name a file in it to write to")
        if not os.path.isdir(folder := os.path.dirname(output) or "."):
            raise click.UsageError(f"{output}: there is no folder {folder} to write it in; make it first")
        if reason := _why_impossible(output):
            raise click.UsageError(f"{output}: cannot write: {reason}")
        if os.path.basename(os.path.realpath(output)) == METADATA_FILE:
            raise click.UsageError(f"{output}: tells what is known of articles; write to another file")
        for path, what in _kept(with_baseline=output in reports):
            if _is_same(path, output):
                raise click.UsageError(f"{output}: is {what}; write to another file")


def refuse_to_overwrite(paths: Iterable[str], outputs: Sequence[str | None]) -> None:
    """Raise ClickException if a file of `outputs`, or a new baseline, is one of `paths`, which are read."""
    there = [output for output in (*outputs, _new_baseline()) if _is_file(output) and os.path.exists(output)]
    for path in paths if there else ():
        for output in there:
            if _is_same(path, output):
                raise click.ClickException(f"{output}: is one of the articles; write to another file")


def _is_file(output: str | None) -> TypeGuard[str]:
    """Whether it is a file's name, and not standard output."""
    return output is not None and output != "-"


def _new_baseline() -> str | None:
    said = click.get_current_context().meta
    return said.get("factcheck.baseline") if said.get("factcheck.update_baseline") else None


def _kept(*, with_baseline: bool) -> Iterator[tuple[str, str]]:
    """The files that people wrote for this run, and what each is."""
    from factcheck.command.settled import decisions_path

    said = click.get_current_context().meta
    if configuration := said.get("factcheck.configuration"):
        yield configuration.path, "the configuration"
    if with_baseline and (baseline := said.get("factcheck.baseline")):
        yield baseline, "the baseline"
    if "factcheck.decisions" in said:
        yield decisions_path(), "the file of decisions"


def _is_same(path: str, output: str) -> bool:
    try:
        return os.path.samefile(path, output)
    except (OSError, ValueError):  # one is not there yet
        return os.path.realpath(path) == os.path.realpath(output)


def _why_impossible(output: str) -> str | None:
    try:
        os.stat(output)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        return reason_of(error) if isinstance(error, OSError) else "is no possible path"
    return None


def _special_kind(path: str) -> str | None:
    try:
        return special_kind(os.stat(path).st_mode)
    except (OSError, ValueError):
        return None
