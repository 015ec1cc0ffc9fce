"""Where reports go: each format to a file of its own, at most one to standard output."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from factcheck.command.inputs import told
from factcheck.command.options import wants_color, width_of
from factcheck.output import OutputError, write_report
from factcheck.report import Options, copies_draft, pieces, render

if TYPE_CHECKING:
    from factcheck.model import Report

_SUMMARY_BYTES = 1_000_000  # GitHub takes a MiB from a step


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file that it goes to, None for standard output."""

    format: str
    file: str | None


class Delivery:
    """What is to be written, as `--format`, `--output` and the options of looks ask for."""

    def __init__(
        self,
        formats: Sequence[tuple[str, str | None]],
        output: str | None,
        width: int | None,
        *,
        bom: bool = False,
        color: str = "auto",
        quiet: bool = False,
    ) -> None:
        """Raises UsageError where two reports would go to one place, or `output` belongs to none."""
        self.targets = _targets(formats, output)
        self._width = width
        self._bom = bom
        self._color = color
        self._quiet = quiet

    def refuse_copies(self, draft: str | None = None) -> None:
        """Say no to a marked copy of a draft where there is no draft's file, or no file for the copy."""
        for target in self.targets:
            format = target.format
            if not copies_draft(format):
                continue
            if draft is None:
                how = f"factcheck check DRAFT --against PATH... --format {format} --output FILE"
                raise click.UsageError(f"--format {format} is a marked copy of a draft: {how}")
            if draft == "-":
                raise click.UsageError(
                    f"--format {format} is a marked copy of a file; name the draft instead of -"
                )
            if target.file is None:
                raise click.UsageError(f"--format {format} is no text to print; add --output FILE")
            _refuse_other_suffix(draft, target.file)

    def write(self, report: "Report", *, everything: bool = False, draft: str | None = None) -> None:
        """Write the report in every format; `draft` is the path of a checked draft.

        One that cannot be written keeps no other from being; the first failure is raised in the end.
        """
        failed: OutputError | click.ClickException | None = None
        unread = told()
        for target in self.targets:
            options = Options(
                width=width_of(self._width, target.file),
                everything=everything,
                quiet=self._quiet,
                color=wants_color(self._color, target.file),
                bom=self._bom,
                folder=os.getcwd(),
                repository=_repository(),
                stamp=_stamp(),
                unread=unread,
            )
            try:
                if draft and copies_draft(target.format):
                    options = replace(options, original=_original(draft))
                write_report(_rendered(target.format, report, options), target.file)
                if target.format == "github":
                    _add_job_summary(report, options)
            except (OutputError, click.ClickException) as error:
                failed = failed or error
        if failed:
            raise failed

    @property
    def prints(self) -> bool:
        """Whether a report goes to standard output."""
        return any(target.file is None for target in self.targets)

    @property
    def files(self) -> list[str]:
        """The files that will be written."""
        return [target.file for target in self.targets if target.file is not None]


def _targets(formats: Sequence[tuple[str, str | None]], output: str | None) -> tuple[Target, ...]:
    asked = formats or [("table", None)]
    open_ = [format for format, file in asked if file is None]
    if len(open_) > 1:
        raise click.UsageError(f"--format {open_[0]} and {open_[1]}: only one can go without =FILE")
    if output is not None and not open_:
        raise click.UsageError("--output is for a --format without =FILE, and there is none")
    targets = tuple(Target(format, _file(output if file is None else file)) for format, file in asked)
    places = [os.path.realpath(target.file) if target.file is not None else "-" for target in targets]
    for number, place in enumerate(places):
        if place in places[:number]:
            raise click.UsageError(f"two reports would go to {targets[number].file or 'standard output'}")
    return targets


def _file(name: str | None) -> str | None:
    return None if name == "-" else name


def _repository() -> str:
    """The folder that paths of a repository start from: the nearest upward with a .git, else this one."""
    here = folder = os.getcwd()
    while not os.path.exists(os.path.join(folder, ".git")):
        if (parent := os.path.dirname(folder)) == folder:
            return here
        folder = parent
    return folder


def _refuse_other_suffix(draft: str, copy: str) -> None:
    """Word opens a document with macros, or without, by the ending of its kind alone."""
    from corpus.formats.docx import SUFFIXES

    own, other = (os.path.splitext(path)[1].casefold() for path in (draft, copy))
    if own in SUFFIXES and other in SUFFIXES and own != other:
        raise click.UsageError(f"{copy}: a copy of {draft} ends in {own}, too")


def _original(path: str) -> bytes:
    """The draft's file, byte for byte."""
    from corpus.errors import ReadProblem
    from corpus.source import open_source

    try:
        with open_source(path) as source:
            return source.data()
    except ReadProblem as problem:
        raise click.ClickException(str(problem)) from problem


def _stamp() -> datetime | None:
    """The day that SOURCE_DATE_EPOCH sets for all that is dated, so that two builds are alike; else none."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(seconds), UTC) if seconds else None
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH: {seconds!r} is no number of seconds") from error


def _rendered(format: str, report: "Report", options: Options) -> str | bytes | Iterator[str]:
    from corpus.errors import ReadProblem

    try:
        return pieces(format, report, options)
    except ReadProblem as problem:
        raise click.ClickException(f"--format {format}: {problem}") from problem


def _add_job_summary(report: "Report", options: Options) -> None:
    """Add the tables to the page that GitHub shows for the job, if it runs this and has room."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    written = render("markdown", report, options)
    text = written if isinstance(written, bytes) else written.encode("utf-8")
    if len(text) > _SUMMARY_BYTES:
        text = text[: text.rindex(b"\n", 0, _SUMMARY_BYTES)] + b"\n\nThe rest is left out.\n"
    with suppress(OSError), open(path, "ab") as summary:  # the page is an extra
        summary.write(text + b"\n")
