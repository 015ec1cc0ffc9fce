"""Fuzz targets: each takes any bytes at all and raises where a promise is broken.

What is promised of a reader: articles that can be written, or problems that say something. Of what finds:
exact offsets, in order. Of the comparison: the same answer in whatever order. Of a writer: what the test of
its format holds it to.
"""

import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import cache, partial
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_STORED, ZipFile

from claims import extract_claims, find_dates, find_ordinals, find_quantities
from claims.published import published_from_text
from corpus.article import Article
from corpus.boilerplate import boilerplate_spans
from corpus.errors import ReadProblem
from corpus.extras import MissingExtraError
from corpus.formats import choose_format
from corpus.frontmatter import with_front_matter
from corpus.metadata import load_metadata
from corpus.source import Source

CORPUS = Path(__file__).parent / "corpus"
LONGEST = 4_096  # bytes of an input: what breaks a reader is short
# Tried more often if short: what is read word by word, compared claim by claim, or written into every text.
SHORTER = {
    "page": 128,
    "reports": 256,
    "compare": 512,
    "claims": 512,
    "dates": 512,
    "html": 1_024,
    "ordinals": 1_024,
}
PUBLISHED = date(2020, 2, 29)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_MAIN}" Target="word/document.xml"/></Relationships>'
)

Target = Callable[[bytes], None]


# ---- readers


def read_as(name: str, data: bytes) -> None:
    """What the reader of a file of that name makes of `data`."""
    source = Source(name, BytesIO(data), 1_000_000)
    try:
        for item in choose_format(source).read(source):
            check_read(item)
    except MissingExtraError:
        raise
    except ReadProblem as problem:
        check_read(problem)


def check_read(item: Article | ReadProblem) -> None:
    """An article holds text that can be written; a problem names the file and the reason."""
    if isinstance(item, ReadProblem):
        assert item.reason.strip()
        assert "cannot be read: " not in item.reason or "Error: " not in item.reason, item.reason
        return
    assert item.text.strip()
    assert "\r" not in item.text
    for said in (item.id, item.text, item.title, item.publisher, item.url, item.language):
        (said or "").encode()
    assert (item.published is None) == (item.published_from is None)
    check_spans(boilerplate_spans(item.text), item.text)


def check_spans(spans: Iterable[tuple[int, int]], text: str) -> None:
    """Spans lie in the text, in order and apart."""
    told = list(spans)
    assert all(0 <= start < end <= len(text) for start, end in told)
    assert all(before[1] <= after[0] for before, after in pairwise(told))


def read_word_xml(data: bytes) -> None:
    """`data` as the main part of a Word document."""
    read_as("a.docx", word_document(data))


def word_document(main: bytes) -> bytes:
    """A Word document with that main part."""
    return packed([("[Content_Types].xml", _TYPES.encode()), ("_rels/.rels", _RELATIONS.encode()),
                   ("word/document.xml", main)])  # fmt: skip


def read_members(data: bytes) -> None:
    """Pieces of `data` as the names and the contents of an archive."""
    pieces = data.split(b"\xff")
    names = [piece.decode("utf-8", "replace") for piece in pieces[::2]]
    read_as("a.zip", packed(list(zip(names, pieces[1::2], strict=False))))


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """A zip file that holds `members`, each name once."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in dict(members).items():
            archive.writestr(name.partition("\0")[0] or "a", content)
    return stream.getvalue()


def read_gzipped(data: bytes) -> None:
    """`data` compressed as text, whole and cut off."""
    packer = zlib.compressobj(1, wbits=31)
    whole = packer.compress(data) + packer.flush()
    read_as("a.txt.gz", whole)
    read_as("a.txt.gz", whole[: len(whole) // 2])


# ---- files that people write by hand


@cache
def folder() -> str:
    """One folder for what can only be read from a file."""
    return mkdtemp(prefix="factcheck-fuzz-")


def read_metadata(data: bytes) -> None:
    """`data` as an articles.toml."""
    with open(f"{folder()}/articles.toml", "wb") as file:
        file.write(data)
    metadata = load_metadata(folder())
    assert all(problem.reason.strip() for problem in metadata.problems)
    for name in metadata.tables:
        metadata.applied_to(Article(id="a", text="Six."), name)


def read_front_matter(data: bytes) -> None:
    """`data` as what may open an article."""
    article, problem = with_front_matter(Article(id="a", text=text_of(data)))
    assert problem is None or problem.strip()
    assert (article.published is None) == (article.published_from is None)


def read_configuration(data: bytes) -> None:
    """`data` as a configuration in TOML and in INI, as `factcheck report` takes it."""
    import click

    from factcheck.command.commands import commands
    from factcheck.command.config import ConfigError, load_configuration
    from factcheck.command.configured import settings
    from factcheck.command.own_lexicon import LexiconError, own_entries

    for name in ("factcheck.toml", "setup.cfg"):
        path = f"{folder()}/{name}"
        with open(path, "wb") as file:
            file.write(data)
        try:
            configuration = load_configuration(path)
            own_entries(configuration.values.get("lexicon", {}))
            root = click.Context(commands)
            settings(configuration, click.Context(commands.commands["report"], parent=root))
        except (ConfigError, LexiconError, click.UsageError) as error:
            told = error.format_message() if isinstance(error, click.UsageError) else str(error)
            if not told:
                raise


def read_decisions(data: bytes) -> None:
    """`data` as a file of decisions, and as a baseline; what is recorded there is read again."""
    from factcheck.deciding.baseline import read_baseline
    from factcheck.deciding.decisions import DecisionsError, load_decisions, record_decision

    with suppress(ValueError):  # what is no baseline
        read_baseline(text_of(data))
    path = f"{folder()}/decisions.toml"
    with open(path, "wb") as file:
        file.write(data)
    try:
        before = load_decisions(path)
        record_decision(path, "0123456789ab", "accepted", text_of(data) or "x", text_of(data))
        assert load_decisions(path).keys() == before.keys() | {"0123456789ab"}
    except DecisionsError as error:
        if not str(error):
            raise


# ---- finders and the comparison


def text_of(data: bytes) -> str:
    """Any text: what is not UTF-8 becomes U+FFFD."""
    return data.decode("utf-8", "replace")


def find_all(finder: Callable[[str], Iterable], data: bytes) -> None:  # type: ignore[type-arg]
    """Mentions are what they say they are, in order and apart."""
    text = text_of(data)
    found = list(finder(text))
    check_spans([(mention.start, mention.end) for mention in found], text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def find_published(data: bytes) -> None:
    """A day of publication is a day, or there is none."""
    assert isinstance(published_from_text(text_of(data)), date | None)


def claims_of(text: str) -> list:  # type: ignore[type-arg]
    """The claims of a text."""
    return extract_claims(Article(id="a", text=text, published=PUBLISHED))


def compare_halves(data: bytes) -> None:
    """Two articles are compared to the same findings in either order; every finding rests on claims."""
    from factcheck.crosscheck import cross_check

    halves = text_of(data).partition("\x1e")[::2]
    articles = [
        Article(id=name, text=half, published=PUBLISHED)
        for name, half in zip("ab", halves, strict=True)
        if half.strip()
    ]
    report = cross_check(articles)
    assert report == cross_check(articles[::-1])
    texts = {article.id: article.text for article in articles}
    for finding in report.findings:
        assert finding.claims
        assert 0 <= finding.confidence <= 1
        for evidence in finding.claims:
            claim = evidence.claim
            assert texts[claim.doc][claim.start : claim.end] == claim.text


# ---- writers


def write_reports(data: bytes) -> None:
    """`data` in every text of a report or of a draft's, in one format, held to what its test demands.

    The first byte chooses which.
    """
    from factcheck.report import Options, render
    from tests.factcheck import test_formats_for_tools as tools
    from tests.factcheck.test_report_formats import TEXT_FORMATS, hostile

    choice, payload = data[0] if data else 0, text_of(data[1:])
    sample = tools.DRAFT_REPORT if choice % 2 else tools.REPORT
    held = (
        tools.test_sarif_follows_its_schema,
        tools.test_junit_is_read_by_a_parser,
        tools.test_gitlab_fingerprints_are_unique,
        tools.test_no_article_can_forge_an_annotation,
        tools.test_no_cell_is_a_formula,
        tools.test_concise_lines_have_one_form,
    )
    choice = choice // 2 % (len(held) + len(TEXT_FORMATS))
    if choice < len(held):
        held[choice](payload, sample)
        return
    name = TEXT_FORMATS[choice - len(held)]
    written = render(name, hostile(sample, payload), Options(everything=True))
    assert isinstance(written, str)
    written.encode()
    assert not set(written) & {"\x00", "\x07", "\x1b", "\x9b", "\u202e"}, name


def write_page(data: bytes) -> None:
    """`data` in every text of the HTML page: not an element or an attribute more."""
    from tests.factcheck.test_page import test_no_text_from_outside_becomes_markup as held

    held(text_of(data), "page")


def write_comments(data: bytes) -> None:
    """A comment in a Word document whose main part is `data`; its text stays the same."""
    from corpus.archives import open_archive
    from corpus.wordtext import WordText
    from factcheck.word.comments import Note
    from factcheck.word.document import with_comments

    whole = word_document(data)

    def text(content: bytes) -> str:
        with open_archive(Source("a.docx", BytesIO(content))) as archive:
            return WordText(archive, "a.docx").text

    try:
        before = text(whole)
        notes = [
            Note(start=m.start, end=m.end, paragraphs=(((m.text, True),),)) for m in find_quantities(before)
        ]
        assert text(with_comments(Source("a.docx", BytesIO(whole)), before, notes)) == before
    except ReadProblem as problem:
        check_read(problem)


_ARTICLES = ("txt", "md", "html", "docx", "pdf", "json", "nitf", "newsml")
_COLLECTIONS = ("rss", "jsonl", "csv", "warc", "zip", "gz")
TARGETS: dict[str, Target] = {
    **{suffix: partial(read_as, f"a.{suffix}") for suffix in (*_ARTICLES, *_COLLECTIONS)},
    "any": partial(read_as, "a"),
    "docx-xml": read_word_xml,
    "zip-members": read_members,
    "gz-text": read_gzipped,
    "articles-toml": read_metadata,
    "front-matter": read_front_matter,
    "config": read_configuration,
    "decisions": read_decisions,
    "quantities": partial(find_all, find_quantities),
    "ordinals": partial(find_all, find_ordinals),
    "dates": partial(find_all, partial(find_dates, published=PUBLISHED)),
    "published": find_published,
    "claims": partial(find_all, claims_of),
    "compare": compare_halves,
    "reports": write_reports,
    "page": write_page,
    "comments": write_comments,
}


def replay(name: str) -> int:
    """Try the inputs that are kept for a target, by name; how many there are."""
    paths = sorted((CORPUS / name).iterdir())
    for path in paths:
        try:
            TARGETS[name](path.read_bytes())
        except Exception as error:
            error.add_note(f"input: {path}")
            raise
    return len(paths)
