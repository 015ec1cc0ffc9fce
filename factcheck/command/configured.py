"""Commands whose options can stand in a configuration file: `--config`, `--isolated`."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

import click

from factcheck.command.completion import files
from factcheck.command.config import ConfigError, Configuration, find_configuration, load_configuration
from factcheck.command.manual import Manual
from factcheck.command.mistakes import meant, unknown_command

LEXICON = "lexicon"
_ALONE = (
    "config",
    "isolated",
    "help",
    "version",
    "update-baseline",
    "as",
    "reason",
    "show-files",
)  # not for a file
_PLACES = ("FILE", "FOLDER", "PATH...")  # what is meant from the configuration's folder on


class ConfiguredCommand(Manual):
    """A command that takes what its command line does not say from the nearest configuration."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self.params += [
            click.Option(
                ["--config"],
                metavar="FILE",
                expose_value=False,
                shell_complete=files,
                help="Read this configuration, no other.",
            ),
            click.Option(
                ["--isolated"], is_flag=True, expose_value=False, help="Read no configuration at all."
            ),
        ]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return self._parse(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def _parse(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            asked, _, said = self.make_parser(ctx).parse_args(list(args))
        except click.UsageError:
            return super().parse_args(ctx, args)  # says so, and better
        for_help = any(set(parameter.opts) & set(ctx.help_option_names) for parameter in said)
        if not for_help and not ctx.resilient_parsing:
            configuration = _asked_for(asked)
            if configuration is not None:
                ctx.meta["factcheck.configuration"] = configuration
                ctx.default_map = settings(configuration, ctx)
                _use_lexicon(configuration)
        try:
            return super().parse_args(ctx, args)
        except click.BadParameter as error:
            raise _placed(error, ctx) from error


class ConfiguredGroup(Manual, click.Group):
    """A group of such commands."""

    command_class = ConfiguredCommand
    group_class = type

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            raise click.UsageError(f"a command is missing: there are {', '.join(self.commands)}", ctx)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(unknown_command(args[0], self.list_commands(ctx)), ctx)
        return super().resolve_command(ctx, args)


def settings(configuration: Configuration, context: click.Context) -> dict[str, Any]:
    """What `configuration` sets for the command of `context`, by parameter. Raises UsageError.

    All of the file is checked, whichever command reads it.
    """
    root = context.find_root().command
    try:
        _check(configuration, root)
    except ConfigError as error:
        raise click.UsageError(str(error), context) from error
    values = {**configuration.values, **_own(configuration, context.command)}
    return {
        option.name or "": _value(option, values[key], configuration)
        for key, option in options_of(context.command)
        if key in values
    }


def options_of(command: click.Command) -> Iterator[tuple[str, click.Parameter]]:
    """What a file can set for `command`, by its key there: its options, and PATH... where it needs one."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            key = next(name[2:] for name in parameter.opts if name.startswith("--"))
            if key not in _ALONE:
                yield key, parameter
        elif parameter.nargs == -1 and parameter.required:
            yield parameter.name or "", parameter


def _own(configuration: Configuration, command: click.Command) -> Mapping[str, object]:
    """The table of `command`; a key of that name may be an option instead."""
    table = configuration.values.get(command.name or "")
    return table if isinstance(table, Mapping) else {}


def _use_lexicon(configuration: Configuration) -> None:
    """Read articles with the user's own words. Raises UsageError for what cannot be used."""
    if LEXICON not in configuration.values:
        return
    from corpus.added import use_entries
    from factcheck.command.own_lexicon import LexiconError, own_entries

    try:
        use_entries(own_entries(configuration.values[LEXICON]))
    except LexiconError as error:
        raise click.UsageError(f"{configuration.path}: {error}") from error


def _asked_for(asked: Mapping[str, object]) -> Configuration | None:
    path = asked.get("config")
    try:
        if isinstance(path, str):
            return load_configuration(path)
        return None if asked.get("isolated") is True else find_configuration(os.getcwd())
    except ConfigError as error:
        raise click.UsageError(str(error)) from error


def _check(configuration: Configuration, root: click.Command) -> None:
    """Every key is a command's, or an option's that means the same to every command that has it."""
    commands = dict(root.commands) if isinstance(root, click.Group) else {root.name or "": root}
    shared: dict[str, set[str | None]] = {}
    for command in _all_commands(root):
        for key, option in options_of(command):
            shared.setdefault(key, set()).add(option.metavar)
    for key, value in configuration.values.items():
        if key == LEXICON:
            continue
        if isinstance(value, Mapping) and key in commands:
            known = [name for name, _ in options_of(commands[key])]
            for name in value:
                _check_known(name, known, configuration, key)
            continue
        _check_known(key, [*shared, *commands, LEXICON], configuration)
        if key in commands and key not in shared:
            raise ConfigError(f"{configuration.place(key)}: is a command, and its options are a table")
        if len(shared[key]) > 1:
            where = ".".join(filter(None, (configuration.table, "COMMAND")))
            raise ConfigError(f"{configuration.place(key)}: differs between commands; put it in [{where}]")


def _all_commands(root: click.Command) -> Iterator[click.Command]:
    yield root
    if isinstance(root, click.Group):
        for command in root.commands.values():
            yield from _all_commands(command)


def _check_known(key: str, known: list[str], configuration: Configuration, *tables: str) -> None:
    if key not in known:
        close = meant(key, known) or f"; there are {', '.join(sorted(set(known)))}"
        raise ConfigError(f"{configuration.place(*tables, key)}: is no option{close}")


def _value(option: click.Parameter, value: Any, configuration: Configuration) -> Any:
    """`value` as the command line would say it: paths in a file are meant from its folder on."""
    if getattr(option, "multiple", False) or option.nargs == -1:
        return [
            _from_folder(option, one, configuration)
            for one in (value if isinstance(value, list) else [value])
        ]
    return _from_folder(option, value, configuration)


def _from_folder(option: click.Parameter, value: Any, configuration: Configuration) -> Any:
    if reason := _wrong_kind(option, value):
        key = next(name for name, one in options_of(click.Command("", params=[option])) if one is option)
        raise click.UsageError(f"{configuration.path}: {key}: {value} {reason}")
    if not isinstance(value, str):
        return value
    if "\0" in value:  # no command line can say it, and no system takes it for a path
        raise click.UsageError(f"{configuration.path}: {value}: has a NUL in it")
    folder = os.path.dirname(configuration.path)
    if option.metavar in _PLACES and value != "-":
        return os.path.normpath(os.path.join(folder, value))
    if (option.metavar or "").endswith("[=FILE]") and "=" in value:
        name, _, file = value.partition("=")
        return f"{name}={os.path.normpath(os.path.join(folder, file))}" if file not in ("", "-") else value
    return value


def _wrong_kind(option: click.Parameter, value: object) -> str | None:
    """Why `value` is nothing that `option` can take, None if it may be; a text is looked at where it goes."""
    if isinstance(value, str):
        return None
    if isinstance(option, click.Option) and option.is_flag:
        return None if value in (True, False) else "is neither true nor false"
    if isinstance(option.type, click.types.IntParamType):
        return None if isinstance(value, int) and not isinstance(value, bool) else "is no whole number"
    return "is no text; write it in quotes"


def _placed(error: click.BadParameter, context: click.Context) -> click.UsageError:
    """`error`, with the place in the configuration where that is what is wrong."""
    configuration = context.meta.get("factcheck.configuration")
    if configuration is None or error.param is None or error.param.name is None:
        return error
    if context.get_parameter_source(error.param.name) is not click.core.ParameterSource.DEFAULT_MAP:
        return error
    keys = [key for key, option in options_of(context.command) if option is error.param]
    own = _own(configuration, context.command)
    tables = [context.command.name or ""] if keys and keys[0] in own else []
    return click.UsageError(f"{configuration.place(*tables, *keys)}: {error.message}", context)
