"""A backtracking matcher over what `re` parses, that counts its steps: the growth of a pattern, on no clock.

It follows sre's own way of trying (greedy, lazy and possessive repeats, branches in order) without its
shortcuts, so that it counts at least what sre does.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from re import _constants as sre
from re import _parser  # type: ignore[attr-defined]
from typing import Any

ALPHABET = 'a1 A,.-(\n"<:'
Node = tuple[Any, Any]


class TooManyStepsError(Exception):
    """The pattern backtracks beyond all measure."""


class Steps:
    """The steps that `pattern` takes over a text."""

    def __init__(self, pattern: re.Pattern[str], most: int = 2_000_000) -> None:
        parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self.nodes: Sequence[Node] = list(parsed)
        self.flags = pattern.flags
        self.most = most
        self.steps = 0
        self.text = ""
        self.groups: dict[int, tuple[int, int]] = {}
        self.fitting: dict[tuple[int, str], bool] = {}

    def of(self, text: str, *, everywhere: bool) -> int:
        """Steps of finding all matches in `text`, or of trying at its beginning only."""
        self.text, self.steps, self.groups = text, 0, {}
        at = 0
        while at <= len(text):
            end = next(self._run(self.nodes, 0, at), None)
            if not everywhere:
                break
            at = end if end is not None and end > at else at + 1
        return self.steps

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError

    def _run(self, nodes: Sequence[Node], index: int, at: int) -> Iterator[int]:
        """Where a match of `nodes[index:]` from `at` can end, in the order of trying."""
        while index < len(nodes) and self._is_single(nodes[index]):
            self._step()
            if at >= len(self.text) or not self._fits(nodes[index], self.text[at]):
                return
            at, index = at + 1, index + 1
        if index == len(nodes):
            yield at
            return
        for end in self._one(nodes[index], at):
            yield from self._run(nodes, index + 1, end)

    def _one(self, node: Node, at: int) -> Iterator[int]:
        op, av = node
        self._step()
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            low, high, body = av
            yield from self._repeat(list(body), low, high, at, lazy=op is sre.MIN_REPEAT)
        elif op is sre.POSSESSIVE_REPEAT:
            low, high, body = av
            ends = self._repeat(list(body), low, high, at, lazy=False)
            yield from (end for end in (next(ends, None),) if end is not None)
        elif op is sre.ATOMIC_GROUP:
            yield from (end for end in (next(self._run(list(av), 0, at), None),) if end is not None)
        elif op is sre.SUBPATTERN:
            for end in self._run(list(av[3]), 0, at):
                if av[0] is not None:
                    self.groups[av[0]] = (at, end)
                yield end
        elif op is sre.BRANCH:
            for branch in av[1]:
                yield from self._run(list(branch), 0, at)
        elif op is sre.GROUPREF:
            first, last = self.groups.get(av, (0, 0))
            if self.text.startswith(self.text[first:last], at):
                yield at + last - first
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from [at] if self._looks(av, at) == (op is sre.ASSERT) else []
        elif op is sre.AT:
            yield from [at] if self._is_at(av, at) else []
        else:
            raise NotImplementedError(op)

    def _repeat(self, body: list[Node], low: int, high: Any, at: int, *, lazy: bool) -> Iterator[int]:
        if len(body) == 1 and self._is_single(body[0]):
            yield from self._repeat_single(body[0], low, high, at, lazy=lazy)
            return
        stack: list[tuple[int, Iterator[int]]] = [(at, iter(()))]
        if lazy and low == 0:
            yield at
        stack = [(at, self._run(body, 0, at))]
        while stack:
            begun, ends = stack[-1]
            end = next(ends, None)
            if end is None or end == begun:
                stack.pop()
                if not lazy and len(stack) >= low:
                    yield begun
                continue
            if lazy and len(stack) >= low:
                yield end
            if high is sre.MAXREPEAT or len(stack) < high:
                stack.append((end, self._run(body, 0, end)))
            elif not lazy:
                yield end

    def _repeat_single(self, node: Node, low: int, high: Any, at: int, *, lazy: bool) -> Iterator[int]:
        limit = len(self.text) if high is sre.MAXREPEAT else min(len(self.text), at + high)
        end = at
        if lazy:
            while True:
                if end - at >= low:
                    yield end
                self._step()
                if end >= limit or not self._fits(node, self.text[end]):
                    return
                end += 1
        while end < limit and self._fits(node, self.text[end]):
            self._step()
            end += 1
        while end - at >= low:
            self._step()
            yield end
            end -= 1

    def _looks(self, av: tuple[int, Any], at: int) -> bool:
        direction, body = av
        nodes = list(body)
        if direction > 0:
            return next(self._run(nodes, 0, at), None) is not None
        width = body.getwidth()[0]
        return at >= width and next(self._run(nodes, 0, at - width), None) == at

    def _is_at(self, where: Any, at: int) -> bool:
        before = self.text[at - 1] if at else ""
        after = self.text[at] if at < len(self.text) else ""
        if where in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            multiline = self.flags & re.MULTILINE and where is sre.AT_BEGINNING
            return at == 0 or bool(multiline and before == "\n")
        if where in (sre.AT_END, sre.AT_END_STRING):
            return at == len(self.text) or bool(self.flags & re.MULTILINE and after == "\n")
        is_edge = is_word(before) != is_word(after)
        return is_edge == (where is sre.AT_BOUNDARY)

    def _is_single(self, node: Node) -> bool:
        return node[0] in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY)

    def _fits(self, node: Node, character: str) -> bool:
        key = id(node), character  # a node lives as long as this
        if key not in self.fitting:
            self.fitting[key] = fits(node, character, self.flags)
        return self.fitting[key]


def is_word(character: str) -> bool:
    """Whether `character` is one of \\w; "" is not."""
    return character.isalnum() or character == "_"


CATEGORIES: dict[Any, Callable[[str], bool]] = {
    sre.CATEGORY_DIGIT: lambda c: unicodedata.category(c) == "Nd",
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: is_word,
}
OPPOSITES = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
}


def fits(node: Node, character: str, flags: int) -> bool:
    """Whether one character is what a node that takes one asks for."""
    op, av = node
    cases = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
    if op is sre.LITERAL:
        return chr(av) in cases
    if op is sre.NOT_LITERAL:
        return chr(av) not in cases
    if op is sre.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    negated = bool(av) and av[0][0] is sre.NEGATE
    return any(in_set(item, case) for item in av for case in cases if len(case) == 1) != negated


def in_set(item: Node, character: str) -> bool:
    """Whether one item of a set holds the character."""
    op, av = item
    if op is sre.LITERAL:
        return ord(character) == av
    if op is sre.RANGE:
        return av[0] <= ord(character) <= av[1]
    if op is sre.CATEGORY:
        return not CATEGORIES[OPPOSITES[av]](character) if av in OPPOSITES else CATEGORIES[av](character)
    return False  # NEGATE


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What may wear the pattern out: what stands before a repeat, and what the repeat takes, for each."""
    seen = set()
    for before, body in repeats(_parser.parse(pattern.pattern, pattern.flags), ""):
        for pump in samples(body, pattern.flags):
            if pump and (before, pump) not in seen:
                seen.add((before, pump))
                yield before, pump


def repeats(nodes: Any, before: str) -> Iterator[tuple[str, Any]]:
    """The repeats of a pattern that may go on for long, each with a text that leads up to it."""
    for op, av in nodes:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            if av[1] is sre.MAXREPEAT or av[1] > 60:
                yield before, av[2]
            yield from repeats(av[2], before)
        for inner in parts(op, av):
            yield from repeats(inner, before)
        before += next(samples([(op, av)], 0), "")


def parts(op: Any, av: Any) -> list[Any]:
    """What stands in a group, a branch or a look around."""
    if op is sre.SUBPATTERN:
        return [av[3]]
    if op is sre.BRANCH:
        return list(av[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [av[1]]
    return [av] if op is sre.ATOMIC_GROUP else []


def samples(nodes: Any, flags: int) -> Iterator[str]:
    """Short texts that `nodes` take, one for each character of the alphabet that can be the first choice."""
    for wanted in ALPHABET:
        made = "".join(sample(node, wanted, flags) for node in nodes)
        if made:
            yield made


def sample(node: Node, wanted: str, flags: int) -> str:
    """A short text that a node takes, of the character `wanted` where there is a choice."""
    op, av = node
    if op is sre.LITERAL:
        return chr(av)
    if op in (sre.IN, sre.ANY, sre.NOT_LITERAL):
        return next((c for c in (wanted, *ALPHABET) if fits(node, c, flags)), "")
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return "".join(sample(inner, wanted, flags) for inner in av[2]) * max(av[0], 1)
    if op is sre.SUBPATTERN:
        return "".join(sample(inner, wanted, flags) for inner in av[3])
    if op is sre.BRANCH:
        return "".join(sample(inner, wanted, flags) for inner in av[1][0])
    return "".join(sample(inner, wanted, flags) for inner in av) if op is sre.ATOMIC_GROUP else ""
