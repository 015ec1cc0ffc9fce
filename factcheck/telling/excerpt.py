"""The words around a claim, with the claim marked."""

from collections.abc import Sequence

from claims.model import Claim
from factcheck.telling.paint import paint
from factcheck.telling.terminal import cells, visible, wrap, wrap_spans

_MARKS = len("“[]”")
_CUTS = len("… " + " …")

Spans = list[tuple[int, int]]


def excerpt(claim: Claim, width: int, *, color: bool = False) -> str:
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
    return f"“{before}{paint(f'[{mention}]', 'mark', color=color)}{after}”"


def underlined(
    claims: Sequence[Claim], width: int, lines: int, label: str = "", *, color: bool = False
) -> list[str]:
    """The words around claims of one sentence on about `lines` lines of `width` cells, and carets.

    Claims that stand too far from the first one for that are not shown. `label` stands behind the last of
    the carets, or below them where there is no room.

    >>> from claims.model import Claim
    >>> two = Claim(id="", kind="quantity", doc="a", start=14, end=17, text="two", sentence_start=0,
    ...     sentence="They received two of the six systems")
    >>> print("\\n".join(underlined([two], 22, 2, "A: 2")))
    They received two of
                  ^^^ A: 2
    the six systems
    """
    sentence, opening = claims[0].sentence, claims[0].sentence_start
    spans = sorted((claim.start - opening, claim.start - opening + len(claim.text)) for claim in claims)
    shown = _together(spans, sentence, width * lines - _CUTS)
    before, core, after = _window(sentence, shown[0][0], shown[-1][1], width * lines)
    marks = [(len(before), len(before) + len(core))]
    if len(shown) > 1:
        core, marks = _pieces(sentence, shown, len(before))
    return _with_carets(before + core + after, marks, width, label, color=color)


def _together(spans: Spans, sentence: str, width: int) -> Spans:
    """The first of the spans, and those after it that fit beside it."""
    first = spans[0][0]
    near = [span for span in spans if span[1] - first <= width]
    while len(near) > 1 and cells(visible(sentence[first : near[-1][1]])) > width:
        near.pop()
    return near or spans[:1]


def _pieces(sentence: str, spans: Spans, position: int) -> tuple[str, Spans]:
    """The sentence from the first span to the last, and the spans in it where it starts at `position`."""
    text, marks = "", []
    reached = spans[0][0]
    for start, end in spans:
        text += visible(sentence[reached:start])
        mark = position + len(text)
        text += visible(sentence[max(start, reached) : end])
        marks.append((mark, position + len(text)))
        reached = max(end, reached)
    return text, marks


def _with_carets(text: str, marks: Spans, width: int, label: str, *, color: bool) -> list[str]:
    """`text` in lines of `width` cells, below each of them the carets of the spans that it holds."""
    drawn = []
    for start, end in wrap_spans(text, width):
        drawn.append(text[start:end])
        carets = ""
        for first, last in ((max(start, first), min(end, last)) for first, last in marks):
            if first < last:
                carets = carets.ljust(cells(text[start:first])) + "^" * max(1, cells(text[first:last]))
        below = [carets] if carets else []
        if carets and label and start < marks[-1][1] <= end:
            beside = f"{carets} {label}"
            below = [beside] if cells(beside) <= width else [carets, *wrap(label, width)]
        drawn += [paint(line, "mark", color=color) for line in below]
    return drawn


def window(claim: Claim, width: int) -> tuple[str, str, str]:
    """The words before the claim, its own and those after it: as many of its sentence as `width` holds."""
    start = claim.start - claim.sentence_start
    return _window(claim.sentence, start, start + len(claim.text), width)


def _window(sentence: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The words before a span, those in it and those after it: as many as `width` cells hold."""
    before = visible(sentence[max(0, start - width) : start])
    after = visible(sentence[end : end + width])
    cut_before, cut_after = start > width, end + width < len(sentence)
    core = _shortened(visible(sentence[start:end]), width - _CUTS)
    spare = width - cells(core)
    if cut_before or cut_after or cells(before) + cells(after) > spare:
        room = spare - _CUTS
        left = room - min(cells(after), room // 2)
        before, cut_before = _head(before[::-1], left, cut_before)
        before = before[::-1]
        after, cut_after = _head(after, room - cells(before), cut_after)
    return f"{'… ' * cut_before}{before}", core, f"{after}{' …' * cut_after}"


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
