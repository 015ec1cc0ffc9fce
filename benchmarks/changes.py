"""Changes of a text's wording, and where what stands in the changed text stood at first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Place = tuple[str, int]  # an article, and how many of its characters stand before


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Other words for the characters from `start` to `end` of a text."""

    start: int
    end: int
    text: str

    def meets(self, start: int, end: int) -> bool:
        """Whether it changes any of these characters."""
        return self.start < end and start < self.end


def rewritten(text: str, changes: Sequence[Change]) -> str:
    """The text with `changes`, which are in its order and do not meet.

    >>> rewritten("12 miles on", [Change(0, 8, "19 km")])
    '19 km on'
    """
    for change in reversed(changes):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def led_back(doc: str, changes: Sequence[Change]) -> Callable[[Place], Place]:
    """Leads a place in the changed text of `doc` back; what stands in a change, to where that begins.

    >>> led_back("a", [Change(0, 8, "19 km")])(("a", 6))
    ('a', 9)
    """

    def back(place: Place) -> Place:
        if place[0] != doc:
            return place
        shift = 0
        for change in changes:
            if place[1] < change.start + shift:
                break
            if place[1] < change.start + shift + len(change.text):
                return doc, change.start
            shift += len(change.text) - (change.end - change.start)
        return doc, place[1] - shift

    return back
