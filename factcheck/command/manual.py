"""Help as a manual page has it: examples, exit codes, the environment, and where to read on."""

from collections.abc import Sequence
from typing import Any

import click

Rows = Sequence[tuple[str, str]]

READ_CODES = (
    ("0", "all was read"),
    ("2", "wrong usage, or a file that could not be read: one line names it, all others are used"),
)
CHECKED_CODES = (
    ("0", "nothing at the level of --fail-on"),
    ("1", "something is"),
    READ_CODES[1],
    ("130, 143", "stopped by Ctrl-C, by SIGTERM"),
)

ENVIRONMENT = (
    ("FACTCHECK_CACHE_DIR", "The folder of the cache, as by --cache-dir."),
    ("NO_COLOR", "No colour, also on a terminal; --color always has the last word."),
    ("FORCE_COLOR", "Colour, also in a pipe; it beats NO_COLOR, and --color beats it."),
    ("COLUMNS", "The width of the terminal, where it tells none or another one."),
    ("CI", "No progress on standard error."),
    ("SOURCE_DATE_EPOCH", "The day that comments in a Word copy bear, in seconds since 1970."),
    ("GITHUB_STEP_SUMMARY", "A file to which --format github adds tables, as GitHub Actions sets it."),
    ("FACTCHECK_DEBUG", "On an internal error, the trace that developers need."),
)


class Manual(click.Command):
    """A command whose help goes on behind its options.

    `examples` are pairs of what is done, and the command line that does it; `see` names other commands.
    """

    def __init__(
        self,
        *arguments: Any,
        examples: Rows = (),
        exit_codes: Rows = (),
        environment: Rows = (),
        see: Sequence[str] = (),
        **more: Any,
    ) -> None:
        super().__init__(*arguments, **more)
        self.examples = examples
        self.exit_codes = exit_codes
        self.environment = environment
        self.see = see

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what comes behind the options."""
        super().format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for does, line in self.examples:
                    formatter.write_text(f"{does}:")
                    formatter.write(f"{'':>{formatter.current_indent + formatter.indent_increment}}{line}\n")
        for title, rows in (("Exit codes", self.exit_codes), ("Environment", self.environment)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
        if self.see:
            with formatter.section("See also"):
                formatter.write_text(", ".join(f"factcheck {name}" for name in self.see))
