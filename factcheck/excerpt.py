"""The words around a claim, with the claim marked."""

from claims.model import Claim
from factcheck.terminal import cells, visible, wrap, wrap_spans

_MARKS = len("“[]”")
_CUTS = len("… " + " …")


def excerpt(claim: Claim, width: int) -> str:
    """One line of at most `width` cells from the claim's sentence, the claim's words in brackets.

    Whole words before and after as far as there is room; the claim's own words first, cut in the middle where
    they alone are too long.

    >>> from claims.model import Claim
    >>> two = Claim(id="", kind="quantity", doc="a", start=14, end=17, text="two", sentence_start=0,
    ...     sentence="They received two of the six systems")
    >>> print(excerpt(two, 80))
    “They received [two] of the six systems”
    >>> print(excerpt(two, 28))
    “… received [two] of the …”
    """
    before, mention, after = window(claim, width - _MARKS)
    return f"“{before}[{mention}]{after}”"


def underlined(claim: Claim, width: int, lines: int, label: str = "") -> list[str]:
    """The words around a claim on about `lines` lines of `width` cells, with carets under the claim's own.

    `label` stands behind the last of the carets, or below them where there is no room.

    >>> from claims.model import Claim
    >>> two = Claim(id="", kind="quantity", doc="a", start=14, end=17, text="two", sentence_start=0,
    ...     sentence="They received two of the six systems")
    >>> print("\\n".join(underlined(two, 22, 2, "A: 2")))
    They received two of
                  ^^^ A: 2
    the six systems
    """
    before, mention, after = window(claim, width * lines)
    text = before + mention + after
    first, last = len(before), len(before) + len(mention)
    drawn = []
    for start, end in wrap_spans(text, width):
        drawn.append(text[start:end])
        marked = max(start, first), min(end, last)
        if marked[0] < marked[1]:
            drawn.append(" " * cells(text[start : marked[0]]) + "^" * max(1, cells(text[slice(*marked)])))
            if marked[1] == last and label:
                beside = f"{drawn[-1]} {label}"
                drawn[-1:] = [beside] if cells(beside) <= width else [drawn[-1], *wrap(label, width)]
    return drawn


def window(claim: Claim, width: int) -> tuple[str, str, str]:
    """The words before the claim, its own and those after it: as many of its sentence as `width` holds."""
    start = claim.start - claim.sentence_start
    end = start + len(claim.text)
    before = visible(claim.sentence[max(0, start - width) : start])
    after = visible(claim.sentence[end : end + width])
    cut_before, cut_after = start > width, end + width < len(claim.sentence)
    mention = _shortened(visible(claim.text), width - _CUTS)
    spare = width - cells(mention)
    if cut_before or cut_after or cells(before) + cells(after) > spare:
        room = spare - _CUTS
        left = room - min(cells(after), room // 2)
        before, cut_before = _head(before[::-1], left, cut_before)
        before = before[::-1]
        after, cut_after = _head(after, room - cells(before), cut_after)
    return f"{'… ' * cut_before}{before}", mention, f"{after}{' …' * cut_after}"


def _shortened(mention: str, width: int) -> str:
    """`mention` without its middle words, if it is wider than `width`."""
    if cells(mention) <= width:
        return mention
    room = (width - len(" … ")) // 2
    tail, _ = _head(mention[::-1], room, False)
    return f"{_head(mention, room, False)[0]} … {tail[::-1]}"


def _head(text: str, width: int, cut: bool) -> tuple[str, bool]:
    """As many whole words of `text` as fit, and whether something is missing behind them."""
    if cells(text) <= width:
        return text, cut
    used = last = 0
    for position, character in enumerate(text):
        if character == " ":
            last = position
        used += cells(character)
        if used > width:
            break
    return text[:last], True
