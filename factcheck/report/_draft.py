"""A checked draft for people to read: its words, what the sources say, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import ASSESSMENTS, DraftCheck, DraftClaim, Evidence, Finding, Report
from factcheck.report import Options
from factcheck.report._places import SOURCES_A_SIDE, compared_words
from factcheck.report._sections import ASSESSMENT_ROLES
from factcheck.telling.excerpt import excerpt, underlined
from factcheck.telling.layout import paragraph
from factcheck.telling.paint import paint
from factcheck.telling.sources import Sources
from factcheck.telling.terminal import cells, visible
from factcheck.words.phrases import count_words

_INDENT = " " * 4
_LINES = 3  # of the draft around a claim
_LABELS = {"update": "at another time", "review": "perhaps", "discrepancy": "differs"}
_ORDER = ("differs", "at another time", "other stage", "perhaps", "agrees", "the draft")


def render_draft(report: Report, draft: DraftCheck, options: Options) -> str:
    """The claims of the draft in its order, supported ones only if all are asked for; then the counts."""
    view = _View(report, draft, options)
    lines: list[str] = []
    for together in view.blocks():
        lines += [*view.claims(together), ""]
    if not options.quiet:
        lines += view.summary()
    return "".join(f"{line}\n" for line in lines)


class _View:
    """One draft as it is shown."""

    def __init__(self, report: Report, draft: DraftCheck, options: Options) -> None:
        self._draft = draft
        self._options = options
        self._sources = Sources(report.articles)
        self._against = len(report.articles) - 1
        self._findings = {finding.id: finding for finding in report.findings}

    def blocks(self) -> list[list[DraftClaim]]:
        """The claims to list; those of one sentence, of which the same is told, are together."""
        blocks: dict[tuple[object, ...], list[DraftClaim]] = defaultdict(list)
        for one in self._draft.claims:
            if self._options.everything or one.assessment != "supported":
                told = tuple(finding.id for finding in self._shown(one))
                blocks[one.claim.sentence_start, one.assessment, told].append(one)
        return list(blocks.values())

    def _shown(self, checked: DraftClaim) -> list[Finding]:
        """The findings that tell why: those against the claim, or where there are none, others on it."""
        held = [self._findings[name] for name in checked.findings]
        against = [one for one in held if one.verdict in ("discrepancy", "update") and one.kind != "stage"]
        alike = [one for one in held if one.verdict in ("review", "agreement")]
        if checked.assessment == "supported":
            against, alike = alike, against
        return against or alike or [one for one in held if one.kind == "stage" and self._has_source(one)]

    def _has_source(self, finding: Finding) -> bool:
        return any(evidence.claim.doc != self._draft.article.id for evidence in finding.claims)

    def claims(self, together: Sequence[DraftClaim]) -> Iterator[str]:
        """Claims of one sentence with one fate: where they stand, their words, what is said of them."""
        first = together[0]
        head = f"{self._sources.place(first.claim)}: {first.assessment.upper()}{_support(together)}"
        color = self._options.color
        for line in paragraph(head, self._options.width):
            yield paint(line, ASSESSMENT_ROLES[first.assessment], color=color)
        claims, room = [one.claim for one in together], self._options.width - len(_INDENT)
        yield from (_INDENT + line for line in underlined(claims, room, _LINES, color=color))
        for finding in self._shown(first):
            yield from self._finding(finding, {one.claim.id for one in together})

    def _finding(self, finding: Finding, own: set[str]) -> Iterator[str]:
        side = next(evidence.side for evidence in finding.claims if evidence.claim.id in own)
        told: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for evidence in finding.claims:
            if evidence.claim.id not in own:
                told[self._label(evidence, finding, side), compared_words(evidence, finding)].append(evidence)
        for label, says in sorted(told, key=lambda key: _ORDER.index(key[0])):
            yield from self._sources_of(f"{label}: {says}", told[label, says])
        yield paint(self._why(finding), "faint", color=self._options.color)

    def _label(self, evidence: Evidence, finding: Finding, side: int) -> str:
        """How one claim of a finding stands to the draft's."""
        if evidence.claim.doc == self._draft.article.id:
            return "the draft"
        if evidence.side == side:
            return "agrees"
        return "other stage" if finding.kind == "stage" else _LABELS[finding.verdict]

    def _sources_of(self, title: str, told: Sequence[Evidence]) -> Iterator[str]:
        """Those who say one thing, each with its words."""
        width = self._options.width
        shown = told if self._options.everything else told[:SOURCES_A_SIDE]
        yield from paragraph(title, width, first="  ")
        for evidence in shown:
            claim = evidence.claim
            who = ", ".join(filter(None, (self._sources.publisher(claim.doc), self._sources.place(claim))))
            yield from paragraph(who, width, first=_INDENT)
            yield _INDENT + excerpt(claim, width - len(_INDENT), color=self._options.color)
        if left := len(told) - len(shown):
            yield from paragraph(f"{left:,} more; --claims shows them", width, first=_INDENT)

    def _why(self, finding: Finding) -> str:
        """The reasons as far as one line holds them; the values and the words stand above it."""
        words = {evidence.claim.text for evidence in finding.claims}
        reasons = dict.fromkeys(visible(_without_quotations(reason, words)) for reason in finding.reasons)
        end = f" (id {finding.id})"
        line = f"  why: {'; '.join(reasons)}"
        room = self._options.width - cells(end)
        if cells(line) > room:
            while line and cells(line) > room - 2:
                line = line.rpartition(" ")[0]
            line += " …"
        return line + end

    def summary(self) -> Iterator[str]:
        """How many claims there are of each assessment, the worst first, and where they stand."""
        name = self._sources.file(self._draft.article.id)
        against = f"{count_words(self._against, 'source')}"
        counts = Counter(one.assessment for one in self._draft.claims)
        total = f"{name}: {count_words(len(self._draft.claims), 'claim')} against {against}"
        yield from paragraph(total, self._options.width)
        for assessment in ASSESSMENTS:
            places = [one.claim for one in self._draft.claims if one.assessment == assessment]
            first = f"{counts[assessment]:>5,} {assessment:<14}"
            numbers = ", ".join(dict.fromkeys(str(self._sources.number(claim)) for claim in places))
            if assessment == "supported" or not places:
                yield first.rstrip()
            else:
                unit = "line" if self._sources.has_lines(self._draft.article.id) else "paragraph"
                many = "s" * ("," in numbers)
                yield from paragraph(f"{unit}{many} {numbers}", self._options.width, first=first)


def _support(together: Sequence[DraftClaim]) -> str:
    """How many stand behind claims that are told of together, where that is one number."""
    numbers = {one.independent_sources for one in together}
    if len(numbers) > 1 or 0 in numbers:
        return ""
    [number] = numbers
    if together[0].assessment == "supported":
        return f" by {count_words(number, 'independent source')}"
    return f", though {count_words(number, 'independent source')} {'agrees' if number == 1 else 'agree'}"


def _without_quotations(reason: str, words: set[str]) -> str:
    """`reason` without the claims' words that it ends in: "the same fact, other numbers"."""
    said, _, quoted = reason.partition(": ")
    return said if quoted and words.issuperset(quoted.split(" / ")) else reason
