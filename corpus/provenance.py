"""Provenance: which articles are one voice, so that an agency's story counts once, wherever it is printed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from corpus.article import Article
from corpus.copies import Shingles, near_copies
from corpus.publishers import canonical_publisher, stated_origin, syndicated_from


def origins(
    articles: Iterable[Article], shingles_of: Callable[[Article], Shingles] | None = None
) -> Mapping[str, str]:
    """The independent voice of each article by its id: claims of one voice count once.

    The voice is the article's `origin`, else the origin that its text states, else the one that a user's own
    entries give its publisher, else, for copies of one
    text, the voice of the copies, else the publisher, else the article's own id. Copies speak with the
    origin that any of them names, else with the publisher of the earliest copy; and where that publisher
    has its copy from somebody else, with that one's voice.
    The order of the articles makes no difference. `shingles_of` is that of `near_copies`.

    >>> text = "MOSCOW (Reuters) - Six jets came."
    >>> dict(origins([Article(id="a", text=text), Article(id="b", text="Six.", publisher="Reuters News")]))
    {'a': 'Reuters', 'b': 'Reuters'}
    """
    known = sorted(articles, key=lambda article: article.id)
    stated = {article.id: _origin(article) for article in known}
    voices = {
        article.id: stated[article.id] or canonical_publisher(article.publisher or "") or article.id
        for article in known
    }
    by_id = {article.id: article for article in known}
    for group in near_copies(known, shingles_of):
        voices.update(_voices([by_id[name] for name in group], stated))
    return MappingProxyType(voices)


def _origin(article: Article) -> str | None:
    if article.origin:
        return canonical_publisher(article.origin)
    return stated_origin(article.text) or (syndicated_from(article.publisher) if article.publisher else None)


def _voices(copies: Sequence[Article], stated: Mapping[str, str | None]) -> Mapping[str, str]:
    """The voice of each of the copies of one text, by id."""
    first = min(copies, key=lambda copy: (copy.published or date.max, copy.publisher is None, copy.id))
    named = sorted(filter(None, (stated[copy.id] for copy in copies)))
    common = named[0] if named else canonical_publisher(first.publisher or "") or first.id
    taken_from = {
        canonical_publisher(copy.publisher): origin
        for copy in copies
        if copy.publisher and (origin := stated[copy.id]) is not None
    }
    voices = {copy.id: stated[copy.id] or common for copy in copies}
    for _ in copies:  # a chain of reprints cannot be longer
        voices = {name: taken_from.get(voice, voice) for name, voice in voices.items()}
    return voices
