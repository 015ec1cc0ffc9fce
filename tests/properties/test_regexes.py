"""No pattern of ours takes more than linear time on texts made to wear it out.

Seen are the patterns that a module or a cached function without parameters holds, and those written where
they are used; not those made of what an article says. A pattern that is only ever tried at one place
(`match`, `fullmatch`) is tried at one place here.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

import pytest

import claims
import corpus
import factcheck
from tests.properties.regex_steps import Steps, TooManyStepsError, attacks

ONCE, TWICE = 40, 80  # characters of an attack
MOST = 12_000  # steps over the longer one; what is cubic takes more
SLACK = 300

# Patterns that may take more, because what they are given is short.
SHORT = {
    "claims.sentences._LAST_WORD": "the twelve characters before a full stop",
    r"claims.timex.years: ([^\W\d_]+)\s+of\s+$": "thirty characters",
    "corpus.credits._TWEET_SIGNED": "every part is bounded, at 80 characters",
    "corpus.labels._DECLARED": "every part is bounded, at 500 characters",
    "corpus.published._LABEL": "lines of less than 80 characters",
    "corpus.tokens._ATTRIBUTE": "names are bounded, at 60 characters",
    "factcheck.arithmetic.changes._BEFORE_FROM": "160 characters between two numbers",
    "factcheck.arithmetic.days._AND_THEN": "160 characters between two dates",
    "factcheck.arithmetic.parts._goes_on": "160 characters between two numbers",
    "factcheck.arithmetic.shares._LISTED": "160 characters between two numbers",
}


class Used(NamedTuple):
    """A pattern, where it is held, and whether it is searched for rather than tried at one place."""

    name: str
    pattern: re.Pattern[str]
    everywhere: bool


def patterns() -> Iterator[Used]:
    for package in (corpus, claims, factcheck):
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.endswith("__main__"):
                continue
            module = import_module(found.name)
            source = Path(str(module.__file__)).read_text(encoding="utf-8")
            yield from held_patterns(found.name, vars(module), source)
            yield from written_patterns(found.name, source)


def held_patterns(module: str, names: dict[str, object], source: str) -> Iterator[Used]:
    for name, value in names.items():
        if isinstance(value, re.Pattern) and re.search(rf"^{name}\b.*=", source, re.MULTILINE):
            yield Used(f"{module}.{name}", value, is_searched(name, source))
        elif is_maker(value, module):
            made = value()  # type: ignore[operator]
            for pattern in made if isinstance(made, tuple) else (made,):
                if isinstance(pattern, re.Pattern):
                    yield Used(f"{module}.{name}", pattern, is_searched(rf"{name}\(\)", source))


def is_maker(value: object, module: str) -> bool:
    if not hasattr(value, "cache_info") or getattr(value, "__module__", "") != module:
        return False
    signature = inspect.signature(value)  # type: ignore[arg-type]
    return not signature.parameters and "Pattern" in str(signature.return_annotation)


def is_searched(name: str, source: str) -> bool:
    uses = set(re.findall(rf"\b{name}\.(\w+)", source))
    return not uses or not uses <= {"match", "fullmatch", "pattern"}


def written_patterns(module: str, source: str) -> Iterator[Used]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=how),
                args=[ast.Constant(value=str(written)), *_],
            ) if how not in ("compile", "escape"):
                is_one_place = how in ("match", "fullmatch")
                yield Used(f"{module}: {written[:30]}", re.compile(written), not is_one_place)


def worst(used: Used) -> str | None:
    """The attack that the pattern does not stand, or None."""
    steps = Steps(used.pattern, MOST)
    for before, pump in attacks(used.pattern):
        for head, said in ((before, pump), ("", before + pump)) if before else (("", pump),):
            once, twice = (head + said * (size // len(said) + 1) + "\0" for size in (ONCE, TWICE))
            try:
                taken = [steps.of(attack, everywhere=used.everywhere) for attack in (once, twice)]
            except TooManyStepsError:
                return repr(twice)
            if taken[1] > 2.6 * taken[0] + SLACK:
                return f"{twice!r}: {taken}"
    return None


PATTERNS = list(patterns())


@pytest.mark.parametrize("used", PATTERNS, ids=lambda used: used.name)
def test_twice_the_text_takes_twice_the_steps(used):
    assert used.name in SHORT or worst(used) is None


def test_no_pattern_is_excused_without_need():
    by_name = {used.name: used for used in PATTERNS}
    assert [name for name in SHORT if name not in by_name or worst(by_name[name]) is None] == []


@pytest.mark.parametrize(
    ("pattern", "stands"),
    [
        (r"(?<!a)a+b", True),
        (r"\ba+\b", True),
        (r"a{1,9}b", True),
        (r"a++b", False),  # begins at every a
        (r"(a+)+b", False),
        (r"(a|a)*b", False),
        (r"\s*,?\s*x", False),
        (r"a.*b", False),
        (r"\d+(?=%)", False),
        (r"(?:<!--.*?-->\s*){0,5}<html", False),
        (r"(?:(?><!--.{0,20}?-->)\s*+){0,5}+<html", True),
        (r"<[^>\"']*(?:\"[^\"]*\"[^>\"']*)*>", False),
        (r"(?:(?P<x>a)(?P=x))*$", False),
        (r"^[a-z]*?(?!\w)$", True),
    ],
)
def test_what_wears_out_is_known(pattern, stands):
    assert (worst(Used("x", re.compile(pattern), True)) is None) == stands
