"""`factcheck lsp`: the check of drafts inside an editor. Heavy imports wait inside."""

from typing import TYPE_CHECKING

import click

from factcheck.cli import are_streams_open
from factcheck.command.check_command import ManyAgainst
from factcheck.command.completion import files
from factcheck.command.inputs import most_bytes, most_compared, wanted_cache
from factcheck.command.options import COMPARED, LANGUAGE, LARGEST, keeps_claims
from factcheck.start import leave_while_waiting

if TYPE_CHECKING:
    from corpus.read import Language


@click.command(
    short_help="The check of drafts inside an editor.",
    cls=ManyAgainst,
    examples=[("What the editor is told to start", "factcheck lsp --against sources/")],
    see=("check",),
)
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH...",
    shell_complete=files,
    help="The drafts' sources: files or folders, in the editor's workspace if it has one.",
)
@LANGUAGE
@LARGEST
@keeps_claims
@COMPARED
def lsp(against: tuple[str, ...], language: "Language") -> None:
    """Serve an editor over standard input and output, by the Language Server Protocol.

    Every text or Markdown document that is open is checked against the sources, as by `factcheck check`,
    while it is written. The editor starts this command: docs/editors-lsp.md tells how.
    """
    from corpus.extras import MissingExtraError, import_extra

    if "-" in against:
        raise click.UsageError("--against cannot be standard input: that is where the editor speaks")
    if not are_streams_open():
        raise click.ClickException("standard input or output is closed: that is where the editor speaks")
    try:
        import_extra("pygls.lsp.server", "lsp")
    except MissingExtraError as error:
        raise click.ClickException(f"factcheck lsp {error}") from error
    from factcheck.lsp.server import Settings, serve

    leave_while_waiting()
    settings = Settings(language=language, max_bytes=most_bytes(), most_compared=most_compared())
    serve(against, settings, wanted_cache())
