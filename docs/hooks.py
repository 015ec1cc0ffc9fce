"""Pages of the site that are written from the code each time it is built."""

from collections.abc import Iterator

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from factcheck.commands import commands

_COLUMNS = 80


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    files.append(File.generated(config, "reference/command-line.md", content=command_line()))
    return files


def command_line() -> str:
    """The help of every command, as a page."""
    parts = ["# The command line\n", "What `factcheck COMMAND --help` prints.\n"]
    for name, command in [("factcheck", commands), *_commands("factcheck", commands)]:
        context = click.Context(command, info_name=name, max_content_width=_COLUMNS, terminal_width=_COLUMNS)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _commands(prefix: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(f"{prefix} {name}", command)
