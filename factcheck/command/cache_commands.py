"""`factcheck cache`: where claims are kept between runs."""

import click

from factcheck.cli import EXIT_CLEAN
from factcheck.command.configured import ConfiguredGroup
from factcheck.command.inputs import named_cache
from factcheck.command.options import CACHE_DIR


@click.group(cls=ConfiguredGroup, name="cache", short_help="The claims kept between runs.", see=("report",))
def cache_commands() -> None:
    """The claims of articles that did not change are kept between runs; no report depends on them."""


@cache_commands.command(
    short_help="Where the cache is, and what it holds.",
    examples=[("Of the user's own cache", "factcheck cache info")],
    see=("cache clear",),
)
@CACHE_DIR
def info() -> int:
    """Tell where the cache is, of how many articles it holds the claims, and its size."""
    kept = named_cache()
    held = kept.info()
    articles = "1 article" if held.articles == 1 else f"{held.articles:,} articles"
    click.echo(f"{kept.path}: {articles}, {held.size:,} bytes")
    return EXIT_CLEAN


@cache_commands.command(
    short_help="Forget everything that is kept.",
    examples=[("Of a project's cache", "factcheck cache clear --cache-dir .cache/factcheck")],
    see=("cache info",),
)
@CACHE_DIR
def clear() -> int:
    """Remove the cache's file."""
    named_cache().clear()
    return EXIT_CLEAN
