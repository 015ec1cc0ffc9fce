"""Completion of command lines by the Tab key: the scripts for shells, and what can stand where."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli import COMPLETE, EXIT_CLEAN
from factcheck.command.manual import Manual

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]

SHELLS = ("bash", "zsh", "fish")


def _shell(context: click.Context, parameter: click.Parameter, value: str) -> str:
    from factcheck.command.mistakes import meant

    if value not in SHELLS:
        known = f"'{value}' is not one of {', '.join(SHELLS)}{meant(value, SHELLS)}"
        raise click.BadParameter(known, context, parameter)
    return value


def some(names: Sequence[str]) -> Completer:
    """Completion to one of `names`."""

    def complete(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in names if name.startswith(incomplete)]

    return complete


def files(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Completion to a file or folder, which the shell does by itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def folders(context: click.Context, parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Completion to a folder."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


@click.command(
    cls=Manual,
    short_help="A script that makes the Tab key complete.",
    examples=[
        ("For bash, in ~/.bashrc", 'eval "$(factcheck completion bash)"'),
        ("For zsh, in ~/.zshrc, after compinit", 'eval "$(factcheck completion zsh)"'),
        ("For fish", "factcheck completion fish > ~/.config/fish/completions/factcheck.fish"),
    ],
)
@click.argument("shell", metavar="SHELL", callback=_shell, shell_complete=some(SHELLS))
def completion(shell: str) -> int:
    """Print a script by which SHELL (bash, zsh or fish) completes factcheck's command lines.

    Commands, options, their choices and files are completed.
    """
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, "click knows the shells"
    root = click.get_current_context().find_root().command
    script = ShellComplete.source(kind(root, {}, "factcheck", COMPLETE))  # without a look for the shell
    click.echo(script)
    return EXIT_CLEAN
