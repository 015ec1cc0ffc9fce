"""Phrase rules: what a sequence of classes means, compiled to regular expressions over the codes of a run."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from claims.timex.context import Context, Readings
from claims.timex.tokens import Token
from claims.timex.vocabulary import Vocabulary

Reader = Callable[["Phrase", Context], Readings]


class Phrase:
    """Tokens `run[first:last]` that fit a rule; parts are looked up by the rule's names for them.

    `match` is that of the rule on the codes from `first` on.
    """

    __slots__ = ("_match", "first", "last", "run")

    def __init__(self, run: Sequence[Token], match: "re.Match[str]", first: int) -> None:
        self.run = run
        self._match = match
        self.first, self.last = first, first + match.end()

    def get(self, name: str) -> Token | None:
        """The token that fits the part `name`, or None if the rule does without or the phrase has none."""
        index = self._match.re.groupindex.get(name)
        at = self._match.start(index) if index else -1
        return self.run[self.first + at] if at >= 0 else None

    def __getitem__(self, name: str) -> Token:
        return self.run[self.first + self._match.start(name)]

    def word(self, name: str) -> str:
        """The casefolded word of the part `name`, or ""."""
        token = self.get(name)
        return token.word if token else ""

    @property
    def start(self) -> int:
        return self.run[self.first].start

    @property
    def end(self) -> int:
        return self.run[self.last - 1].end

    @property
    def before(self) -> str:
        """The casefolded word of the token before, or "" at the beginning of the run."""
        return self.run[self.first - 1].word if self.first else ""

    @property
    def after(self) -> str:
        """The casefolded word of the token after, or "" at the end of the run."""
        return self.run[self.last].word if self.last < len(self.run) else ""


class Rule:
    """A template, the codes that it can begin with, and what reads it; compiled when it is first tried.

    `needs` are the codes of each part that cannot be absent: what lacks one of them does not fit.
    """

    def __init__(
        self, source: str, starts: frozenset[str], needs: Sequence[frozenset[str]], read: Reader
    ) -> None:
        self.starts = starts
        self.needs = needs
        self.read = read
        self._source = source

    def match(self, codes: str) -> "re.Match[str] | None":
        """What of the beginning of `codes` fits."""
        if any(need.isdisjoint(codes) for need in self.needs):
            return None
        return self.pattern.match(codes)

    @cached_property
    def pattern(self) -> "re.Pattern[str]":
        """The template over codes, a named group for each part."""
        return re.compile(self._source)


def compile_rules(template: str, read: Reader, vocabulary: Vocabulary) -> list[Rule]:
    """The rules of one template: parts by class, "name=a|b" for a choice, "?" for what may be absent.

    `YEAR` in a template stands for each way to name a year: "2021", "fiscal 2021", "last year".
    """
    expanded = [template.replace("YEAR", form) for form in _YEARS] if "YEAR" in template else [template]
    return [_compile(form.split(), read, vocabulary) for form in expanded]


_YEARS = ("year", "fiscal year", "which=last|next|this|that|same yearunit=unit_year", "year_word")


def _compile(parts: list[str], read: Reader, vocabulary: Vocabulary) -> Rule:
    pattern, open_start = "", True
    starts: set[str] = set()
    needs = []
    for part in parts:
        optional = part.endswith("?")
        label, _, choice = part.rstrip("?").rpartition("=")
        codes = "".join(vocabulary.by_class[_class_name(name)] for name in choice.split("|"))
        name = label or choice.replace("|", "_or_")
        group = f"(?P<{name}>[{codes}])" if f"<{name}>" not in pattern else f"(?:[{codes}])"
        pattern += group + ("?" if optional else "")
        if not optional:
            needs.append(frozenset(codes))
        if open_start:
            starts.update(codes)
            open_start = optional
    return Rule(pattern, frozenset(starts), needs, read)


def _class_name(name: str) -> str:
    return name.rstrip("0123456789") if name not in ("year2", "decade2") else name
