"""Columns of wrapped text with full-width lines between them, drawn by tabulate."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.telling.terminal import cells, wrap

_GAP = 2  # tabulate's "plain" puts two spaces between columns
_NARROWEST = 6

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: in each column a few paragraphs, one above the other."""

    columns: tuple[Cell, ...]


def draw(rows: Sequence[Row | str], width: int, *, indent: str = "") -> list[str]:
    """The lines of a table at most `width` cells wide, its rows behind `indent`.

    A `str` among the rows is a line across all columns, printed as it is. All rows have the same
    number of columns, and the columns stay aligned across the whole table.
    """
    table = [row.columns for row in rows if isinstance(row, Row)]
    if not table:
        return [row for row in rows if isinstance(row, str)]
    from tabulate import tabulate  # takes six times as long to load as Python to start

    widths = _widths(table, width - len(indent))
    wrapped = [
        [[line for text in cell for line in wrap(text, size)] for cell, size in zip(row, widths, strict=True)]
        for row in table
    ]
    drawn = tabulate(
        [["\n".join(cell) for cell in row] for row in wrapped], tablefmt="plain", disable_numparse=True
    )
    lines = iter(drawn.split("\n"))
    heights = iter([max(1, *map(len, row)) for row in wrapped])
    result = []
    for row in rows:
        if isinstance(row, str):
            result.append(row)
        else:
            result.extend((indent + next(lines)).rstrip() for _ in range(next(heights)))
    return result


def paragraph(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """`text` wrapped to `width` cells, the first line after `first`, the others after `rest`.

    Without `rest` they are indented as far as `first` goes.

    >>> paragraph("two of the six", 12, first="Why: ")
    ['Why: two of', '     the six']
    """
    indent = " " * cells(first) if rest is None else rest
    lines = wrap(text, max(width - max(cells(indent), cells(first)), _NARROWEST))
    return [(indent if number else first) + line for number, line in enumerate(lines)]


def _widths(rows: Sequence[tuple[Cell, ...]], width: int) -> list[int]:
    """The columns' widths: what they need; if that is too much, the widest give way.

    A column gives way only as far as its longest word, if another can do so instead.
    """
    columns = [[text for cell in column for text in cell] for column in zip(*rows, strict=True)]
    room = max(width - _GAP * (len(columns) - 1), _NARROWEST * len(columns))
    sizes = [min(max(map(cells, column), default=0), room) for column in columns]
    words = [max((cells(word) for text in column for word in text.split()), default=0) for column in columns]
    while sum(sizes) > room:
        loose = [n for n, size in enumerate(sizes) if size > max(words[n], _NARROWEST)]
        sizes[max(loose or range(len(sizes)), key=lambda n: sizes[n])] -= 1
    return sizes
