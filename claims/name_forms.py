"""Full forms of names within one article: abbreviations, family names, first words, misspellings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from claims.common_words import is_common_word, is_given_name
from claims.name_words import expand_acronym, is_acronym, is_joiner, is_organisation_word
from claims.names import Name, NameKind
from claims.places import canonical_place
from claims.same_name import is_misspelling, same_name
from claims.tokens import Token

_SMALL_WORDS = 5  # between the initials of a name that is abbreviated


def find_definitions(text: str, tokens: Sequence[Token]) -> dict[str, Name]:
    """Abbreviation to the name before it in one sentence: "Organization of Ruritanian States (ORS)"."""
    found: dict[str, Name] = {}
    if not tokens or text.find("(", tokens[0].start, tokens[-1].end) < 0:
        return found
    for at in range(1, len(tokens) - 2):
        if tokens[at].text != "(" or tokens[at + 2].text != ")":
            continue
        short = tokens[at + 1].bare
        if is_acronym(short):
            first = _initials_start(tokens, at, short.replace(".", "").rstrip("s"))
            if first is not None:
                start, end = tokens[first].start, tokens[at - 1].end
                known = expand_acronym(short)
                full = known if known and same_name(known, text[start:end]) else text[start:end]
                found[short] = Name(start, end, text[start:end], full, "organisation")
    return found


def _initials_start(tokens: Sequence[Token], at: int, letters: str) -> int | None:
    """The token from which on the capitalised words before `at` have just `letters` as initials."""
    left = len(letters)
    for position in range(at - 1, max(at - 1 - len(letters) - _SMALL_WORDS, -1), -1):
        word = tokens[position].text
        if word[0] == letters[left - 1]:
            left -= 1
            if left == 0:
                return position if at - position > 1 else None
        elif not is_joiner(word):
            return None
    return None


def resolve_forms(text: str, names: Sequence[Name], definitions: Mapping[str, Name]) -> list[Name]:
    """`names` with canonical forms and kinds shared by all mentions of one bearer."""
    fullest = {short: name.canonical for short, name in definitions.items()} | _bracketed(text, names)
    if fullest:
        names = [
            name._replace(canonical=fullest.get(name.text) or fullest.get(name.canonical, name.canonical))
            for name in names
        ]
    kinds = _kinds(names)
    forms = _short_forms(names, kinds)
    forms |= _misspellings(names, forms)
    resolved = []
    for name in names:
        canonical = name.canonical
        if name.kind not in ("place", "nationality"):
            canonical = forms.get(canonical, canonical)
            canonical = forms.get(canonical, canonical)
        is_place = name.kind in ("place", "nationality") and canonical == name.canonical
        kind = name.kind if is_place else kinds.get(canonical, name.kind)
        is_known = (canonical, kind) == (name.canonical, name.kind)
        resolved.append(name if is_known else name._replace(canonical=canonical, kind=kind))
    return resolved


def _kinds(names: Iterable[Name]) -> dict[str, NameKind]:
    """The kind of each canonical name: the first mention that knows it decides."""
    kinds: dict[str, NameKind] = {}
    for name in names:
        if kinds.get(name.canonical, "other") == "other":
            kinds[name.canonical] = name.kind
    return kinds


def _bracketed(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Abbreviation to organisation, where one stands in brackets behind the other, whatever its letters."""
    forms = {}
    for full, short in pairwise(names):
        in_brackets = text[full.end : short.start].strip() == "(" and text[short.end : short.end + 1] == ")"
        if (
            in_brackets
            and full.kind == "organisation"
            and is_acronym(short.text)
            and short.canonical == short.text
        ):
            forms[short.canonical] = full.canonical
    return forms


def _short_forms(names: Sequence[Name], kinds: Mapping[str, NameKind]) -> dict[str, str]:
    """Short form to full form, where just one full form of the article fits."""
    fuller: dict[str, set[str]] = defaultdict(set)
    seen: dict[str, int] = {}
    complete: set[str] = set()  # short as they are: "Acme" of "Acme Inc"
    for name in names:
        seen.setdefault(name.canonical, name.start)
        if name.kind == "organisation" and name.text.startswith(name.canonical + " "):
            complete.add(name.canonical)
    for canonical, kind in kinds.items():
        words = canonical.split()
        if len(words) < 2 or any(map(str.isdigit, canonical)) or kind in ("place", "nationality"):
            continue
        if (kind == "person" and not is_acronym(words[-1])) or (kind == "other" and _looks_personal(words)):
            for short in {words[-1], f"{words[0]} {words[-1]}"} - {canonical}:
                fuller[short].add(canonical)
        elif kind == "other" and is_acronym(words[0]) and len(words) == 2:
            fuller[words[1]].add(canonical)
        elif _is_telling(words[0]) and (
            is_organisation_word(words[-1]) or seen[canonical] <= seen.get(words[0], -1)
        ):
            fuller[words[0]].add(canonical)
    return {
        short: next(iter(full))
        for short, full in fuller.items()
        if short in kinds and short not in complete and len(full) == 1 and not _is_land(short)
    }


def _is_telling(word: str) -> bool:
    return not is_common_word(word) and not is_given_name(word)


def _is_land(word: str) -> bool:
    place = canonical_place(word)
    return place is not None and place.kind in ("country", "nationality", "capital", "bloc")


def _looks_personal(words: Sequence[str]) -> bool:
    ordinary = any(is_common_word(word) and not is_given_name(word) for word in words)
    return (
        len(words) <= 3
        and not is_acronym(words[-1])
        and not ordinary
        and not any(map(str.isdigit, words[-1]))
    )


def _misspellings(names: Sequence[Name], forms: Mapping[str, str]) -> dict[str, str]:
    """Rare spelling to the commoner one of the same article, for names that differ by a letter or two."""
    counts = Counter(name.canonical for name in names if name.kind not in ("place", "nationality"))
    targets = defaultdict(list)
    for canonical, count in counts.items():
        if count > 1 or canonical in forms or canonical in forms.values():
            word = canonical.split()[-1] if canonical not in forms else canonical
            targets[word[:1].casefold()].append((word, forms.get(canonical, canonical)))
    found = {}
    for word, count in counts.items():
        if count > 1 or " " in word or word in forms:
            continue
        full = next((full for last, full in targets[word[:1].casefold()] if is_misspelling(word, last)), None)
        if full and full != word:
            found[word] = full
    return found
