"""The findings that an archive had when factcheck was adopted: a text file, one a line, sorted by id."""

from collections.abc import Iterable

from factcheck.deciding.decisions import FINDING_ID
from factcheck.model import Finding
from factcheck.telling.terminal import visible

_HEAD = "# Known findings of factcheck, by id; --update-baseline writes this file.\n"
_KNOWN = ("discrepancy", "update", "review")


def read_baseline(text: str) -> frozenset[str]:
    """The ids in a baseline: the first word of each line that is no comment.

    Raises ValueError for a line that begins with no id.

    >>> sorted(read_baseline("# Known\\n0a1b2c3d4e discrepancy: six or two\\n\\n0123456789\\n"))
    ['0123456789', '0a1b2c3d4e']
    """
    found = set()
    for number, line in enumerate(text.splitlines(), 1):
        if (words := line.split(maxsplit=1)) and not words[0].startswith("#"):
            if not FINDING_ID.fullmatch(words[0]):
                raise ValueError(f"line {number} begins with no id of a finding")
            found.add(words[0])
    return frozenset(found)


def baseline_text(findings: Iterable[Finding]) -> str:
    """The baseline that knows all of `findings` that somebody should look at."""
    known = {
        finding.id: f"{finding.id} {finding.verdict}: {visible(finding.summary)}\n"
        for finding in findings
        if finding.verdict in _KNOWN
    }
    return _HEAD + "".join(line for _, line in sorted(known.items()))
