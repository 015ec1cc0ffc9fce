"""A copy of the draft, a Word document, with every finding as a comment at the very words."""

from io import BytesIO

from corpus.errors import ReadProblem
from corpus.formats.docx import recognises
from corpus.source import HEAD, Source
from factcheck.model import Report
from factcheck.report import Options
from factcheck.telling.remarks import Quotation, Remark, remarks_on
from factcheck.word.comments import Note, Words
from factcheck.word.document import with_comments

COPIES_DRAFT = True


def render(report: Report, options: Options) -> bytes:
    """The marked copy; on what is supported there are comments only if `options.everything`.

    Raises ReadProblem where the draft is no Word document.
    """
    if report.draft is None or options.original is None:
        raise ReadProblem("docx", "is a marked copy of a draft in Word, and there is none")
    article = report.draft.article
    if not recognises(options.original[:HEAD]):
        raise ReadProblem(article.path or article.id, "is no Word document; save it as .docx for this")
    notes = [_note(remark) for remark in remarks_on(report, everything=options.everything)]
    source = Source(article.path or article.id, BytesIO(options.original))
    return with_comments(source, article.text, notes, options.stamp)


def _note(remark: Remark) -> Note:
    paragraphs: list[Words] = [((f"{remark.title}: ", True), (remark.summary, False))]
    paragraphs += [_quoted(quotation) for quotation in remark.quotations]
    if remark.left_out:
        paragraphs.append(((f"and {remark.left_out:,} more", False),))
    if remark.why:
        paragraphs.append((("Why: ", True), (remark.why, False)))
    if remark.facts:
        paragraphs.append(((remark.facts, False),))
    return Note(start=remark.claim.start, end=remark.claim.end, paragraphs=tuple(paragraphs))


def _quoted(quotation: Quotation) -> Words:
    head = f"{quotation.who}: {quotation.says}, “{quotation.before}"
    return ((head, False), (quotation.words, True), (f"{quotation.after}”", False))
