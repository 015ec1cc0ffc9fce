"""The findings: for each fact what every source says, how far they are apart, and why that verdict."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from claims.model import Claim
from factcheck.model import Evidence, Finding, Verdict
from factcheck.report._html.cautions import cautions
from factcheck.report._html.difference import differences
from factcheck.report._html.index import DECIDED, VERDICTS, Index, Kind, anchor, claim_names, source_anchor
from factcheck.report._html.markup import Markup, join, language_of, symbol, tag, unseen, web_link
from factcheck.report._html.plot import plot
from factcheck.report._html.sides import balance, odd_sides
from factcheck.report._html.sources_list import day_of
from factcheck.words.phrases import count_words, course_words, evidence_words, plain, side_names
from factcheck.words.timex_words import date_words

_ROWS = 12  # of one side before the rest is folded away: one wire story may stand in hundreds of papers
_AROUND = 220  # characters of the sentence on either side of the claim


def findings_section(index: Index) -> Markup:
    """Every listed finding, the worst verdict first."""
    parts = [_verdict_section(verdict, index) for verdict in VERDICTS if index.counts[verdict]]
    if index.report.decided:
        parts.append(_decided_section(index))
    if not parts:
        parts = [tag("p", "No two articles speak of one thing.")]
    return tag(
        "section",
        tag("h2", "Findings", id="findings-title"),
        *parts,
        id="findings",
        aria_labelledby="findings-title",
    )


def _verdict_section(verdict: Verdict, index: Index) -> Markup:
    kind = VERDICTS[verdict]
    count, listed = index.counts[verdict], index.listed[verdict]
    parts = [_heading(kind, count)]
    if verdict == "uncorroborated":
        parts.append(
            _uncorroborated(listed, index)
            if listed
            else tag("p", f"Counted only; {index.option} lists them.")
        )
    else:
        parts += [_finding(finding, index) for finding in listed]
        if left := count - len(listed):
            parts.append(tag("p", f"{left:,} more are left out; {index.option} lists them."))
    return tag("section", *parts, class_="verdict", id=verdict)


def _decided_section(index: Index) -> Markup:
    """What no longer counts, and why; the evidence stays folded."""
    found = index.report.decided
    return tag(
        "section",
        _heading(DECIDED, len(found)),
        *(_finding(one.finding, index) for one in found),
        class_="verdict",
        id=DECIDED.name,
    )


def _heading(kind: Kind, count: int) -> Markup:
    title = tag("h3", symbol(kind.symbol), f" {kind.title} ", tag("small", f"{count:,}"), class_=kind.name)
    return join((title, tag("p", f"{kind.meaning.capitalize()}.", class_="meaning")))


def _finding(finding: Finding, index: Index) -> Markup:
    letters = side_names(finding)
    names = claim_names(finding, letters)
    kind = index.kind_of(finding)
    number = index.numbers[finding.id]
    title = tag(
        "h4",
        tag(
            "a",
            symbol(kind.symbol),
            unseen(f"{kind.name} "),
            f"{number}",
            href=f"#{anchor(finding)}",
            class_="number",
        ),
        " ",
        tag("bdi", finding.summary),
        id=f"{anchor(finding)}-title",
    )
    apart = list(differences(finding, _letters_with_draft(finding, letters, index)))
    lead = (
        tag("p", tag("strong", "Difference: "), "; ".join(apart), ".", class_="difference") if apart else ""
    )
    evidence = tag(
        "details",
        tag("summary", f"What the sources say ({count_words(len(finding.claims), 'claim')})"),
        *_evidence(finding, names, letters, index),
        open=kind.name not in ("agreement", "decided"),
    )
    return tag(
        "article",
        title,
        _facts(finding),
        _decision(finding, index),
        lead if isinstance(lead, Markup) else Markup(),
        evidence,
        id=anchor(finding),
        class_=f"finding {kind.name}",
        tabindex="-1",
        aria_labelledby=f"{anchor(finding)}-title",
        data_verdict=kind.name,
        data_severity=finding.severity,
        data_sources=_places(finding, index),
    )


def _letters_with_draft(finding: Finding, letters: Mapping[int, str], index: Index) -> Mapping[int, str]:
    """The names of the sides, of which that of the draft says so."""
    drafted = {one.side for one in finding.claims if one.claim.id in index.draft_numbers}
    if len(drafted) != 1:
        return letters
    return {side: f"{name} (the draft)" if side in drafted else name for side, name in letters.items()}


def _places(finding: Finding, index: Index) -> str:
    """The sources of a finding as the filter knows them."""
    return " ".join(dict.fromkeys(str(index.publishers[evidence.claim.doc]) for evidence in finding.claims))


def _decision(finding: Finding, index: Index) -> Markup:
    decision = index.decisions.get(finding.id)
    if decision is None:
        return Markup()
    ruling = f"{finding.verdict}, {decision.ruling}: "
    return tag("p", tag("strong", ruling.capitalize()), tag("bdi", decision.reason), class_="decision")


def _facts(finding: Finding) -> Markup:
    facts = [
        finding.kind or "",
        finding.severity,
        count_words(finding.independent_sources, "independent source"),
        f"confidence {plain(finding.confidence)}",
        f"id {finding.id}",
    ]
    return tag("p", " · ".join(filter(None, facts)), class_="facts")


def _evidence(
    finding: Finding, names: Sequence[str], letters: Mapping[int, str], index: Index
) -> Iterator[Markup]:
    odd = odd_sides(finding, index.voices)
    if words := balance(finding, index.voices, letters):
        yield tag("p", words, class_="balance")
    rows = list(zip(names, finding.claims, strict=True))
    seen: Counter[int] = Counter()
    first: list[tuple[str, Evidence]] = []
    rest: list[tuple[str, Evidence]] = []
    for row in rows:
        seen[row[1].side] += 1
        (first if seen[row[1].side] <= _ROWS else rest).append(row)
    yield _table(finding, first, odd, index)
    if rest:
        more = tag("summary", f"{count_words(len(rest), 'more source', 'more sources')}")
        yield tag("details", more, _table(finding, rest, odd, index))
    yield plot(finding, names, index)
    yield _list("Why", finding.reasons, "why")
    yield _list("Before calling it an error", cautions(finding, names, index.articles), "cautions")


def _list(title: str, lines: Sequence[str], name: str) -> Markup:
    if not lines:
        return Markup()
    items = (tag("li", tag("bdi", line)) for line in lines)
    return tag("div", tag("p", tag("strong", title)), tag("ul", *items), class_=name)


def _table(
    finding: Finding, rows: Sequence[tuple[str, Evidence]], odd: frozenset[int], index: Index
) -> Markup:
    heads = ("Side", "What it says", "In its words", "Source")
    header = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    bodies = [
        tag("tbody", *(_row(finding, name, one, side in odd, index) for name, one in group))
        for side, group in groupby(rows, key=lambda row: row[1].side)
    ]
    caption = tag("caption", f"Source by source: {finding.summary}", class_="unseen")
    return tag("table", caption, header, *bodies, class_="evidence")


def _row(finding: Finding, name: str, evidence: Evidence, is_odd: bool, index: Index) -> Markup:
    claim = evidence.claim
    drafted = index.draft_numbers.get(claim.id)
    says = [tag("strong", evidence_words(evidence, finding.kind) or claim.text)]
    says += [tag("span", words, class_="slot") for words in _slots(evidence, finding)]
    if is_odd:
        says.append(tag("span", symbol("◀"), " odd one out", class_="odd"))
    return tag(
        "tr",
        tag("th", name, scope="row"),
        tag("td", *says, class_="says"),
        tag("td", quotation(claim, index), class_="words"),
        tag("td", source(claim, index), class_="from"),
        class_=" ".join(filter(None, ("is-odd" if is_odd else "", "is-draft" if drafted else ""))) or None,
    )


def _slots(evidence: Evidence, finding: Finding) -> Iterator[str]:
    """What else was read and tells one claim from another: stage, day, parties."""
    claim = evidence.claim
    if stage := course_words(claim):
        yield stage
    if claim.when and claim.kind != "date":
        yield date_words(claim.when.value)
    if finding.kind == "party":
        yield from (f"{role} {name}" for role, name in claim.parties)


def quotation(claim: Claim, index: Index) -> Markup:
    """The claim's sentence with its words marked; of a very long one what stands around them."""
    start = claim.start - claim.sentence_start
    end = start + len(claim.text)
    before, after = claim.sentence[max(0, start - _AROUND) : start], claim.sentence[end : end + _AROUND]
    if start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if end + _AROUND < len(claim.sentence):
        after = f"{after.rpartition(' ')[0]} …"
    lang = language_of(index.articles[claim.doc].language)
    quoted = tag("bdi", before, tag("mark", claim.text), after, lang=lang)
    return tag("q", quoted)


def source(claim: Claim, index: Index) -> Markup:
    """Who says it, when, where; of a claim of the draft the way back to it."""
    article = index.articles[claim.doc]
    place = index.positions[claim.doc]
    parts = [tag("a", tag("bdi", index.source_name(claim.doc)), href=f"#{source_anchor(place)}")]
    if day := day_of(article):
        parts.append(day)
    parts.append(tag("span", tag("bdi", index.place(claim)), class_="place"))
    if link := web_link(article.url):
        parts.append(link)
    if drafted := index.draft_numbers.get(claim.id):
        parts.append(
            tag("a", symbol("↩"), f" draft, claim {drafted}", href=f"#claim-{drafted}", class_="back")
        )
    return join(tag("span", part) for part in parts)


def _uncorroborated(findings: Sequence[Finding], index: Index) -> Markup:
    """A line a claim: there is nothing to compare it with."""
    rows = []
    for finding in findings:
        for evidence in finding.claims:
            row = tag(
                "tr",
                tag("th", str(index.numbers[finding.id]), scope="row"),
                tag(
                    "td", tag("strong", evidence_words(evidence, None) or evidence.claim.text), class_="says"
                ),
                tag("td", quotation(evidence.claim, index), class_="words"),
                tag("td", source(evidence.claim, index), class_="from"),
                id=anchor(finding),
                tabindex="-1",
                data_verdict=finding.verdict,
                data_severity=finding.severity,
                data_sources=_places(finding, index),
            )
            rows.append(row)
    heads = ("No.", "What it says", "In its words", "Source")
    header = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    caption = tag("caption", "Claims that no other article makes", class_="unseen")
    return tag("table", caption, header, tag("tbody", *rows), class_="evidence")
