"""Where a finding is shown: one claim a side, and paths as a repository's tools want them."""

import os
from collections import Counter

from claims.model import Claim
from factcheck.model import Evidence, Finding, Report
from factcheck.report import Options
from factcheck.telling.sources import Region, Sources
from factcheck.telling.terminal import visible
from factcheck.words.phrases import course_words, evidence_words, side_names

SOURCES_A_SIDE = 4  # one wire story may stand in hundreds of papers


def marked_claims(finding: Finding, report: Report) -> list[Evidence]:
    """The first claim of each side, that of the side that fewest articles are on first.

    Where a draft is checked, only its own claims: the sources are not what is to be mended.
    """
    own = report.draft.article.id if report.draft else None
    firsts: dict[int, Evidence] = {}
    for evidence in finding.claims:
        if own in (None, evidence.claim.doc):
            firsts.setdefault(evidence.side, evidence)
    documents: dict[int, set[str]] = {}
    for evidence in finding.claims:
        documents.setdefault(evidence.side, set()).add(evidence.claim.doc)
    sides = sorted(firsts, key=lambda side: (len(documents[side]), -side))
    return [firsts[side] for side in sides]


def repository_path(path: str, options: Options) -> str:
    """`path` from the root of the repository, with forward slashes; whole where it lies outside.

    >>> options = Options(folder="/news/desk", repository="/news")
    >>> repository_path("./storm.txt", options), repository_path("/elsewhere/a.txt", options)
    ('desk/storm.txt', '/elsewhere/a.txt')
    >>> repository_path("./storm.txt", Options())
    'storm.txt'
    """
    whole = os.path.normpath(os.path.join(options.folder, path)).replace(os.sep, "/")
    if not options.repository:
        return whole
    root = os.path.normpath(options.repository).replace(os.sep, "/").rstrip("/")
    return whole.removeprefix(f"{root}/")


def compared_words(evidence: Evidence, finding: Finding) -> str:
    """What a claim says as far as the finding compares it, fit for print: "6 (ordered)"."""
    claim = evidence.claim
    says = evidence_words(evidence, finding.kind) or claim.text
    if finding.kind == "stage":
        says = f"{says} ({course_words(claim)})"
    if finding.kind == "party":
        says = ", ".join((says, *(f"{role} {name}" for role, name in claim.parties)))
    return visible(says)


class Places:
    """The articles of a report by their paths in the repository; every text it returns is fit for print."""

    def __init__(self, report: Report, options: Options) -> None:
        self._sources = Sources(report.articles)
        self._options = options
        self._paths = {article.id: article.path for article in report.articles}

    def path(self, doc: str) -> str:
        """The path from the repository's root; the article's id where there is no file."""
        path = self._paths[doc]
        return visible(repository_path(path, self._options) if path else doc)

    def raw_path(self, doc: str) -> str:
        """The same as it is on disk, whatever characters it has."""
        path = self._paths[doc]
        return repository_path(path, self._options) if path else doc

    def region(self, claim: Claim) -> Region | None:
        """The claim's lines and columns; None where the file has no lines."""
        return self._sources.region(claim) if self._sources.has_lines(claim.doc) else None

    def words(self, evidence: Evidence, finding: Finding) -> str:
        """Who says what, where: "The Coast Herald, 2023-05-02 (ferry.txt:5): 12 people"."""
        claim = evidence.claim
        place, publisher = self._sources.place(claim), self._sources.publisher(claim.doc)
        says = compared_words(evidence, finding)
        return f"{publisher} ({place}): {says}" if publisher else f"{place}: {says}"


def story(finding: Finding, places: Places, line_break: str = "\n") -> str:
    """A finding in a few lines: what it says, who says what by side, why, and its id."""
    sides = side_names(finding)
    lines = [visible(finding.summary)]
    shown: Counter[int] = Counter()
    for evidence in finding.claims:
        shown[evidence.side] += 1
        if shown[evidence.side] <= SOURCES_A_SIDE:
            name = sides[evidence.side]
            lines.append(
                f"{name}: {places.words(evidence, finding)}" if name else places.words(evidence, finding)
            )
    left = len(finding.claims) - sum(min(count, SOURCES_A_SIDE) for count in shown.values())
    if left:
        lines.append(f"and {left:,} more")
    if finding.reasons:
        lines.append(f"Why: {'; '.join(map(visible, finding.reasons))}")
    lines.append(f"factcheck id {finding.id}")
    return line_break.join(lines)
