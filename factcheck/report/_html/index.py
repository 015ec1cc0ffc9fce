"""What the page shows and where: numbers, anchors, names of sources, voices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from claims.model import Claim
from corpus.article import Article
from corpus.provenance import origins
from factcheck.model import Assessment, Decision, DraftClaim, Finding, Report, Verdict
from factcheck.report import Options
from factcheck.telling.sources import Sources

AGREEMENTS = 500  # listed; a page of thousands would hide what matters


class Kind(NamedTuple):
    """How a verdict or an assessment is shown: never by colour alone."""

    name: str
    symbol: str
    title: str
    meaning: str


VERDICTS: Mapping[Verdict, Kind] = {
    "discrepancy": Kind(
        "discrepancy",
        "✗",
        "Discrepancies",
        "two values for one thing; two stages of one course can both be right",
    ),
    "update": Kind("update", "↻", "Updates", "a later report brings a newer figure"),
    "review": Kind("review", "?", "To review", "alike, but perhaps not the same thing; a person must decide"),
    "agreement": Kind("agreement", "✓", "Agreements", "they say the same"),
    "uncorroborated": Kind("uncorroborated", "○", "Uncorroborated", "no other article speaks of it"),
}

DECIDED = Kind("decided", "–", "Decided", "an editor or a baseline has settled it; it no longer counts")
ASSESSMENTS: Mapping[Assessment, Kind] = {
    "contradicted": Kind("contradicted", "✗", "Contradicted", "a source says otherwise"),
    "inconsistent": Kind("inconsistent", "≠", "Inconsistent", "the draft says otherwise elsewhere"),
    "outdated": Kind("outdated", "↻", "Outdated", "a source has a later figure"),
    "unsupported": Kind("unsupported", "○", "Unsupported", "no source speaks of it"),
    "supported": Kind("supported", "✓", "Supported", "a source says the same"),
}


@dataclass(frozen=True)
class Index:
    """A report as the page numbers it; everything is looked up here once."""

    report: Report
    options: Options

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        return {article.id: article for article in self.report.articles}

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.report.articles)

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """The independent voice of each article, by id."""
        return origins(self.report.articles)

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many findings there are of each verdict."""
        return {verdict: self.report.number_of(verdict) for verdict in VERDICTS}

    @cached_property
    def listed(self) -> Mapping[Verdict, Sequence[Finding]]:
        """The findings of each verdict that the page lists; of the others there may be too many to hold."""
        most = {} if self.options.everything else {"uncorroborated": 0, "agreement": AGREEMENTS}
        return {
            verdict: list(islice(self.report.of(verdict), most.get(verdict, count)))
            for verdict, count in self.counts.items()
        }

    @cached_property
    def shown(self) -> Sequence[Finding]:
        """Every finding that the page lists, in its order; those that were decided are the last."""
        counting = [finding for verdict in VERDICTS for finding in self.listed[verdict]]
        return [*counting, *(one.finding for one in self.report.decided)]

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """What was decided, by the finding's id."""
        return {one.finding.id: one.decision for one in self.report.decided}

    @property
    def option(self) -> str:
        """The option that lists what is only counted."""
        return "--claims" if self.report.draft else "--all"

    def kind_of(self, finding: Finding) -> Kind:
        """How the finding is shown."""
        return DECIDED if finding.id in self.decisions else VERDICTS[finding.verdict]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each listed finding, by id."""
        return {finding.id: number for number, finding in enumerate(self.shown, 1)}

    @cached_property
    def first_finding(self) -> Mapping[str, Finding]:
        """The first listed finding that rests on a claim, by the claim's id."""
        return {evidence.claim.id: one for one in reversed(self.shown) for evidence in one.claims}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The place of each article in the list of sources, from 1."""
        return {article.id: place for place, article in enumerate(self.report.articles, 1)}

    @cached_property
    def publisher_names(self) -> Sequence[str]:
        """Every source by name, once, in alphabetical order."""
        return sorted({self.source_name(doc) for doc in self.articles})

    @cached_property
    def publishers(self) -> Mapping[str, int]:
        """The place of each article's source among `publisher_names`, by the article's id."""
        places = {name: place for place, name in enumerate(self.publisher_names)}
        return {doc: places[self.source_name(doc)] for doc in self.articles}

    @cached_property
    def draft_numbers(self) -> Mapping[str, int]:
        """The number of each claim of the draft, by the claim's id; empty without a draft."""
        draft = self.report.draft
        return {one.claim.id: number for number, one in enumerate(draft.claims, 1)} if draft else {}

    @cached_property
    def assessed(self) -> Mapping[Assessment, int]:
        """How many claims of the draft have each assessment."""
        counts = dict.fromkeys(ASSESSMENTS, 0)
        for one in self.report.draft.claims if self.report.draft else ():
            counts[one.assessment] += 1
        return counts

    @cached_property
    def _shown_by_id(self) -> Mapping[str, Finding]:
        return {finding.id: finding for finding in self.shown}

    def listed_of(self, claim: DraftClaim) -> Sequence[Finding]:
        """The findings of a claim of the draft that the page lists."""
        return [self._shown_by_id[name] for name in claim.findings if name in self._shown_by_id]

    def source_name(self, doc: str) -> str:
        """Who says it: the draft, the publisher, else the title, else the article's id."""
        if self.report.draft and doc == self.report.draft.article.id:
            return "the draft"
        article = self.articles[doc]
        name = article.publisher or article.title or article.id
        if article.origin and article.origin != article.publisher:
            return f"{name} (from {article.origin})"
        return name

    def place(self, claim: Claim) -> str:
        """File and line."""
        return self.sources.place(claim)


def anchor(finding: Finding) -> str:
    """The id of the finding's element; the same in the next report, if the finding is the same."""
    return f"finding-{finding.id}"


def source_anchor(place: int) -> str:
    """The id of a source's row."""
    return f"source-{place}"


def claim_names(finding: Finding, letters: Mapping[int, str]) -> list[str]:
    """A name for each claim of a finding: "A" alone on its side, else "A1", "A2"; "1", "2" without sides."""
    counts: dict[int, int] = {}
    for evidence in finding.claims:
        counts[evidence.side] = counts.get(evidence.side, 0) + 1
    seen = dict.fromkeys(counts, 0)
    names = []
    for evidence in finding.claims:
        seen[evidence.side] += 1
        alone = counts[evidence.side] == 1 and letters[evidence.side]
        names.append(letters[evidence.side] + ("" if alone else str(seen[evidence.side])))
    return names
