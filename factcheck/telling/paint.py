"""Colour for terminals. It repeats what words and signs say, so that nothing is lost without it.

Lines are painted when they have their width. Text from outside has passed `visible` by then: no code in
a painted line comes from an article.
"""

from typing import Literal

Role = Literal["title", "error", "warning", "note", "mark", "faint"]

# Of the sixteen colours that every terminal has, and its users can choose (ECMA-48, SGR).
_CODES: dict[Role, str] = {
    "title": "1",
    "error": "1;31",
    "warning": "1;33",
    "note": "1",
    "mark": "1;36",
    "faint": "2",
}


def paint(text: str, role: Role, *, color: bool) -> str:
    """`text` as a terminal shows it in that role, or as it is where no `color` is wanted.

    >>> paint("12 dead", "mark", color=True)
    '\\x1b[1;36m12 dead\\x1b[0m'
    >>> paint("12 dead", "mark", color=False)
    '12 dead'
    """
    return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if color and text else text
