"""`factcheck config`: every option's value, and where it comes from."""

import os
from collections.abc import Iterator

import click

from factcheck.cli import EXIT_CLEAN
from factcheck.command.config import Configuration
from factcheck.command.configured import ConfiguredCommand, options_of, settings


@click.command(
    cls=ConfiguredCommand,
    short_help="Each option's value, and where it comes from.",
    examples=[
        ("What counts here", "factcheck config"),
        ("What a file would set", "factcheck config --config ci/factcheck.toml"),
    ],
    see=("report", "check"),
)
@click.pass_context
def config(context: click.Context) -> int:
    """Print each option of each command with its value, and where that comes from.

    The configuration is the nearest upward from here of factcheck.toml, [tool.factcheck] in pyproject.toml
    and [factcheck] in setup.cfg.
    """
    from factcheck.telling.terminal import visible

    configuration = context.meta.get("factcheck.configuration")
    root = context.find_root().command
    assert isinstance(root, click.Group)
    click.echo(visible(f"# {configuration.path}" if configuration else "# no configuration"))
    for name, command in root.commands.items():
        if isinstance(command, click.Group):
            continue
        with click.Context(command, parent=context.find_root(), info_name=name) as inner:
            for line in _lines(name, inner, configuration):
                click.echo(visible(line))
    return EXIT_CLEAN


def _lines(name: str, context: click.Context, configuration: Configuration | None) -> Iterator[str]:
    configured = settings(configuration, context) if configuration else {}
    for key, option in options_of(context.command):
        value, origin = option.get_default(context, call=True), "default"
        if isinstance(option.envvar, str) and os.environ.get(option.envvar):
            value, origin = os.environ[option.envvar], option.envvar
        elif configuration and option.name in configured:
            value, origin = configured[option.name], os.path.basename(configuration.path)
        told = _words(value)
        yield f"{name}.{key} = {told}  # {origin}" if told else f"# {name}.{key}: not set"


def _words(value: object) -> str:
    """A value as TOML writes it; "" for none."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_words, value))}]" if value else ""
    if isinstance(value, (str, int)):
        return f'"{value}"' if isinstance(value, str) else str(value)
    return ""
