"""What can go wrong while files are read: one problem names one file and one reason."""

from typing import Literal

Severity = Literal["error", "warning", "note"]


class ReadProblem(ValueError):  # noqa: N818  # it may also be a warning or a note
    """A file that could not be read, or not wholly: `path` as the user gave it, `reason` in words.

    An "error" means that something the user asked for was not read or not understood (exit code 2);
    a "warning" that something was left out or guessed, and why; a "note" only counts what was passed over.

    >>> print(ReadProblem("desk/a.txt", "is empty"))
    desk/a.txt: is empty
    """

    def __init__(self, path: str, reason: str, *, severity: Severity = "error") -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
        self.severity: Severity = severity


class NoArticle(ReadProblem):
    """A file without an article: an error where it was named, `in_folder` where it only lies in a folder."""

    def __init__(self, path: str, reason: str, *, in_folder: Severity = "warning") -> None:
        super().__init__(path, reason)
        self.in_folder: Severity = in_folder


class OtherLanguage(ReadProblem):
    """An article that was read but is not in the language asked for: always a warning."""


class ReadWarning(UserWarning):
    """Warned by `load_articles` for what it left out or guessed."""
