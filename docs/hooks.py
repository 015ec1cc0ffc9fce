"""Pages of the site that are written from the code each time it is built."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.article import Article
from factcheck.command.commands import commands
from factcheck.command.configured import options_of
from factcheck.command.manual import ENVIRONMENT
from factcheck.command.own_lexicon import PARTS
from factcheck.crosscheck import cross_check
from factcheck.model import Report
from factcheck.report import Options, render
from factcheck.report._rules import RULES, rule_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_COLUMNS = 80
EXAMPLES = tomllib.loads(Path(__file__).with_name("verdict-examples.toml").read_text(encoding="utf-8"))


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Add the generated pages."""
    from mkdocs.structure.files import File

    for name, write in PAGES.items():
        files.append(File.generated(config, name, content=write()))
    return files


def command_line() -> str:
    """The help of every command, as a page."""
    parts = ["# The command line\n", "What `factcheck COMMAND --help` prints.\n"]
    for name, command in [("factcheck", commands), *_commands("factcheck", commands)]:
        context = click.Context(command, info_name=name, max_content_width=_COLUMNS, terminal_width=_COLUMNS)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def configuration() -> str:
    """Every key of a configuration, and every variable of the environment that is looked at, as a page."""
    lines = [
        "# Configuration keys\n",
        "What can stand in `factcheck.toml`, in `[tool.factcheck]` of `pyproject.toml` or in",
        "`[factcheck]` of `setup.cfg`; [Configuration](../how-to/configuration.md) tells how.\n",
        "## For all commands\n",
        "Outside of the tables a key is for every command that has it; in a table for that one alone.\n",
    ]
    shared = _shared_keys()
    lines += _table(("key", "default", "it is"), [_key_row(*shared[key]) for key in sorted(shared)])
    for name, command in sorted(commands.commands.items()):
        own = [(key, option) for key, option in options_of(command) if key not in shared]
        if own:
            lines += [f"\n## In the table `{name}`\n"]
            lines += _table(("key", "default", "it is"), [_key_row(*one) for one in own])
    lines += ["\n## Words of one's own: the table `lexicon`\n"]
    lines += _table(
        ("table", "lists", "strings", "a new entry needs"),
        [
            (f"`lexicon.{name}.NAME`", _codes(part.lists), _codes(part.words), _codes(part.needed))
            for name, part in PARTS.items()
        ],
    )
    lines += ["\n## The environment\n", *_table(("variable", "it is"), ENVIRONMENT)]
    return "\n".join(lines) + "\n"


def verdicts() -> str:
    """What factcheck makes of an example of each rule, as a page."""
    parts = [
        "# Verdicts by example\n",
        "What `--format full --all` prints of two short articles that a newsroom and an agency might have",
        "published on two days. [Verdicts](../verdicts.md) explains the words.\n",
    ]
    titles = {rule.id: rule for rule in RULES}
    for rule, texts in EXAMPLES.items():
        report = example_report(texts)
        findings = tuple(finding for finding in report.findings if rule_of(finding).id == rule)
        shown = render("full", replace(report, findings=findings), Options(width=_COLUMNS, everything=True))
        assert isinstance(shown, str), "it is a format of text"
        told = shown[: shown.rindex("\n\n")]
        parts.append(f"## {rule}: {titles[rule].title}\n\n{titles[rule].meaning}\n\n```text\n{told}\n```\n")
    return "\n".join(parts)


def example_report(texts: dict[str, str]) -> Report:
    """The report on articles with these texts, each a day after the one before it."""
    publishers = {"herald": "The Coast Herald", "wire": "Morning Wire"}
    return cross_check(
        Article(
            id=name,
            text=f"{text}\n",
            publisher=publishers[name],
            published=date(2023, 5, day),
            path=f"{name}.txt",
        )
        for day, (name, text) in enumerate(texts.items(), 3)
    )


def schemas() -> str:
    """The JSON Schemas, as a page."""
    parts = [
        "# JSON Schemas\n",
        "They are part of the package (`factcheck/schema`). [JSON](../json-schema.md) explains the fields.\n",
    ]
    for file in sorted((files("factcheck") / "schema").iterdir(), key=lambda file: file.name):
        text = json.dumps(json.loads(file.read_text(encoding="utf-8")), indent=2, ensure_ascii=False)
        parts.append(f"## {file.name}\n\n```json\n{text}\n```\n")
    return "\n".join(parts)


PAGES = {
    "reference/command-line.md": command_line,
    "reference/configuration.md": configuration,
    "reference/schemas.md": schemas,
    "reference/verdicts.md": verdicts,
}


def _commands(prefix: str, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(f"{prefix} {name}", command)


def _shared_keys() -> dict[str, tuple[str, click.Parameter]]:
    """The keys that mean the same to every command that has them, and that several have."""
    found: dict[str, list[click.Parameter]] = {}
    for _, command in _commands("", commands):
        for key, option in options_of(command):
            found.setdefault(key, []).append(option)
    return {
        key: (key, options[0])
        for key, options in found.items()
        if len(options) > 1 and len({option.metavar for option in options}) == 1
    }


def _key_row(key: str, option: click.Parameter) -> tuple[str, str, str]:
    default = option.default
    told = f"`{json.dumps(default)}`" if isinstance(default, (str, int)) else ""
    if isinstance(option, click.Option) and option.is_flag:
        told = f"`{str(default is True).lower()}`"
    said = "the articles, files or folders" if not isinstance(option, click.Option) else option.help or ""
    choices = f" ({option.metavar.strip('[]')})" if (option.metavar or "").startswith("[") else ""
    return f"`{key}`", told, said + choices


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _table(head: tuple[str, ...], rows: "Iterator[tuple[str, ...]] | list[tuple[str, ...]]") -> list[str]:
    def row(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

    return [row(head), row(("---",) * len(head)), *map(row, rows)]
