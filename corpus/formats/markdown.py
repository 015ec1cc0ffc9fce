"""Markdown: read as the plain text that it is, markup in place, so that offsets give lines and columns."""

from corpus.formats.text import read

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES = (".md", ".markdown", ".mdown")


def recognises(head: bytes) -> bool:
    """Nothing in its bytes tells Markdown from plain text."""
    return False
