"""A report on a corpus in shards is the report on the same corpus in memory, finding by finding."""

import pickle
import random
import shutil
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import factcheck.command.inputs
import factcheck.engine.local
import factcheck.engine.readings
import factcheck.engine.remembered
import factcheck.engine.sharded
import factcheck.engine.tasks
import factcheck.gathering.belonging
import factcheck.linking.blocking
from benchmarks.gold import load_clusters
from claims import extract_claims
from corpus import Article
from factcheck.claim_store import HeldClaims
from factcheck.command.commands import commands
from factcheck.crosscheck import cross_check
from factcheck.engine.local import large_report
from factcheck.engine.shards import ShardWriter, read_claims
from factcheck.judging.articles import Judging
from factcheck.keeping.cache import ClaimCache
from factcheck.keeping.judgement_codec import decode_judgements, encode_judgements
from factcheck.keeping.lines import Place, close_files, read_line
from factcheck.keeping.spilled_articles import SpilledArticle, article_keeper, size_of, whole
from factcheck.model import SEVERITIES

NEWS = [article for cluster in load_clusters()[::6] for article in cluster.articles]
SUMS = "Of the 46 trains, 12 ran and 40 stood still on Monday, 5 May 2021, in Karlby."


@contextmanager
def quiet(things):
    yield lambda done, total: None


def copied(articles, times):
    return [replace(article, id=f"{article.id}-{n}") for article in articles for n in range(times)]


def undated(articles):
    rng = random.Random(4)
    return [replace(article, published=None) if rng.random() < 0.5 else article for article in articles]


def reprinted(articles):
    """Copies without the last sentences, under a line of their own."""
    return [
        replace(one, id=f"{one.id}-cut", text=f"Full report.\n\n{one.text[: len(one.text) * 3 // 4]}")
        for one in articles
    ]


def parted(articles):
    """Each in two parts at the first paragraph after its middle, two lines of white space let go."""
    halves = []
    for one in articles:
        middle = one.text.find("\n\n", len(one.text) // 2)
        texts = enumerate((one.text[:middle], one.text[middle:]), 1)
        halves += [replace(one, id=f"{one.id}-part{n}", text=text) for n, text in texts]
    return halves


CORPORA = {
    "news": NEWS,
    "reprints": [*NEWS[:30], *reprinted(NEWS[:30:3])],
    "copies": [*NEWS[:9], *copied(NEWS[:4], 3), *copied([Article(id="sums", text=SUMS)], 4)],
    "parts": [*parted(NEWS[:30:3]), *NEWS[1:30:3], *NEWS[2:30:3]],
    "undated": undated(NEWS),
    "no claims": [Article(id="quiet", text="Nothing was counted.")],
}


@pytest.mark.parametrize("part", [1, 500])
@pytest.mark.parametrize("name", CORPORA)
def test_shards_make_no_difference(name, part, monkeypatch):
    monkeypatch.setattr(factcheck.engine.sharded, "_PART", part)
    articles = sorted(CORPORA[name], key=lambda article: article.id)
    expected = cross_check(articles)
    with large_report(articles, tell=pytest.fail, progress=quiet) as (report, complete):
        assert complete
        assert list(report.findings) == list(expected.findings)
        assert len(report.findings) == len(expected.findings)
        assert list(report.claims) == list(expected.claims)
        assert len(report.claims) == len(expected.claims)
        assert (report.articles, report.datings, report.limits) == (expected.articles, expected.datings, ())
        for verdict in ("discrepancy", "agreement", "uncorroborated"):
            assert list(report.of(verdict)) == list(expected.of(verdict))
            assert report.number_of(verdict) == expected.number_of(verdict)
        for severity in SEVERITIES:
            told = [list(one.of("discrepancy", "agreement", severity=severity)) for one in (report, expected)]
            assert told[0] == told[1]
            assert all(finding.severity == severity for finding in told[0])


@pytest.mark.parametrize("most", [2, 9, 40])
@pytest.mark.parametrize("name", CORPORA)
def test_what_is_too_much_to_be_gathered_together_is_parted_alike(name, most, monkeypatch):
    monkeypatch.setattr(factcheck.gathering.belonging, "MOST", most)
    monkeypatch.setattr(factcheck.engine.sharded, "_PART", 20)
    articles = sorted(CORPORA[name], key=lambda article: article.id)
    expected = cross_check(articles)
    with large_report(articles, tell=pytest.fail, progress=quiet) as (report, _):
        assert list(report.findings) == list(expected.findings)
        assert len(report.findings) == len(expected.findings)
        assert report.limits == expected.limits
    assert bool(expected.limits) == (most < 40 and name != "no claims")


def test_what_is_too_much_to_compare_is_told_alike(monkeypatch):
    monkeypatch.setattr(factcheck.linking.blocking, "MOST_ALIKE", 4)
    articles = sorted(CORPORA["copies"], key=lambda article: article.id)
    expected = cross_check(articles, most_compared=1).limits
    assert len(expected) == 3
    with large_report(articles, tell=pytest.fail, progress=quiet, most_compared=1) as (report, _):
        assert report.limits == expected


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_command_prints_the_same_from_shards(jobs, tmp_path, monkeypatch, capsys):
    for article in NEWS[:12]:
        (tmp_path / f"{article.id}.txt").write_text(article.text)
    arguments = [
        "report",
        str(tmp_path),
        "--format",
        "jsonl",
        "--no-cache",
        "--fail-on",
        "never",
        "--jobs",
        jobs,
    ]
    commands.main(arguments, standalone_mode=False)
    expected = capsys.readouterr()
    monkeypatch.setattr(factcheck.command.inputs, "_LARGE", 1)
    commands.main(arguments, standalone_mode=False)
    assert capsys.readouterr() == expected


def test_findings_and_claims_can_be_asked_for_by_number():
    expected = cross_check(NEWS[:6])
    with large_report(NEWS[:6], tell=pytest.fail, progress=quiet) as (report, _):
        assert report.findings[0] == expected.findings[0]
        assert report.findings[-1] == expected.findings[-1]
        assert report.claims[2:5] == list(expected.claims[2:5])
        with pytest.raises(IndexError):
            report.claims[10**6]


def test_a_shard_gives_back_what_it_was_given(tmp_path):
    article = Article(id="a", text=SUMS, published=date(2021, 5, 6))
    claims = extract_claims(article)
    with ShardWriter(str(tmp_path / "shard")) as writer:
        first, second = writer.put("one\ttwo \u2028 \ud800"), writer.put_claims("a", claims)
    assert read_line(first) == "one\ttwo \u2028 \ud800"
    assert read_claims(second) == claims
    with pytest.raises(OSError, match="ends before byte"):
        read_line(Place(first.path, second.place.offset, 10**6))
    close_files()


def test_texts_of_many_articles_are_kept_in_a_file():
    articles = [replace(article, published_from="declared") for article in NEWS[:9]]
    with article_keeper(len(articles[0].text) + 1) as keeper:
        kept = [keeper.keep(article) for article in articles]
        keeper.read_all()
        assert kept[0] is articles[0]
        assert all(isinstance(article, SpilledArticle) for article in kept[1:])
        assert list(map(whole, kept)) == articles
        assert pickle.loads(pickle.dumps(kept)) == kept
        assert [size_of(one) for one in kept] == [len(one.text.encode()) for one in articles][:1] + [
            len(one.text.encode()) + 1 for one in articles
        ][1:]
        later = replace(kept[1], published_first=date(2021, 5, 1))
        assert whole(later) == replace(articles[1], published_first=date(2021, 5, 1))
        with large_report(kept, tell=pytest.fail, progress=quiet) as (report, _):
            found = list(report.findings)
            assert list(map(whole, report.articles)) == articles
        folder = Path(kept[1].place.path).parent
        assert folder.exists()
    assert found == list(cross_check(articles).findings)
    assert not folder.exists()


def test_judgements_survive_being_written():
    store = HeldClaims(claim for article in NEWS for claim in extract_claims(article))
    judging = Judging(store)
    docs = store.docs()
    told = 0
    for one, other in pairwise(docs):
        judgements = judging.between((one, other))
        text = encode_judgements(judgements, store.of(one), store.of(other))
        assert decode_judgements(text, store.of(one), store.of(other)) == judgements
        told += len(judgements)
    assert told > 20


def test_many_pieces_of_work_come_out_as_in_one_process(tmp_path, monkeypatch):
    monkeypatch.setattr(factcheck.engine.local, "_WORTH_FORKS", 0)
    monkeypatch.setattr(factcheck.engine.local, "_SEARCHED", 4)
    monkeypatch.setattr(factcheck.engine.remembered, "_AT_A_TIME", 1)
    monkeypatch.setattr(factcheck.engine.readings, "_AT_A_TIME", 5)
    monkeypatch.setattr(factcheck.engine.sharded, "_PART", 8)
    expected = list(cross_check(NEWS).findings)
    cache = ClaimCache(str(tmp_path))
    for _ in range(2):
        with large_report(NEWS, cache=cache, jobs=2, tell=pytest.fail, progress=quiet) as (report, complete):
            assert complete
            assert list(report.findings) == expected


@pytest.mark.parametrize("text", ["", "{", "[[1]]", '[[[0,0],["equal"],[],["agreement","value","x"]]]', "7"])
def test_what_are_no_judgements_is_refused(text):
    with pytest.raises(ValueError, match="not judgements"):
        decode_judgements(text, [], [])


@pytest.fixture
def compared(monkeypatch):
    """The pairs of articles that were compared, in order."""
    found = []
    original = factcheck.engine.tasks.judge_articles

    def judge_articles(one, other):
        found.append((one.claims[0].doc, other.claims[0].doc))
        return original(one, other)

    monkeypatch.setattr(factcheck.engine.tasks, "judge_articles", judge_articles)
    return found


def findings_of(articles, cache=None):
    with large_report(articles, cache=cache, tell=pytest.fail, progress=quiet) as (report, _):
        return list(report.findings)


def test_one_article_more_is_compared_with_what_it_touches_alone(tmp_path, compared):
    cache = ClaimCache(str(tmp_path))
    findings_of(NEWS, cache)
    whole = len(compared)
    new = replace(NEWS[0], id="new", text=f"{NEWS[0].text} Nobody gave other figures.")
    compared.clear()
    found = findings_of([*NEWS, new], cache)
    assert 1 <= len(compared) <= 8 < whole
    assert all("new" in docs for docs in compared)
    assert found == findings_of([*NEWS, new])
    compared.clear()
    findings_of([*NEWS, new], cache)
    assert compared == []


FEW = NEWS[:20]
NUMBERS_TURNED = str.maketrans("123", "231")
AGAIN = {
    "added": [*FEW, replace(FEW[0], id="new", text=f"{FEW[0].text} Nobody gave other figures.")],
    "added first": [replace(FEW[7], id="0", text=FEW[7].text.translate(NUMBERS_TURNED)), *FEW],
    "added of one text": [*FEW, *copied(FEW[3:4], 3)],
    "changed": [*FEW[:5], replace(FEW[5], text=FEW[5].text.translate(NUMBERS_TURNED)), *FEW[6:]],
    "redated": [*FEW[:5], replace(FEW[5], published=date(1999, 1, 1)), *FEW[6:]],
    "without its day": [*FEW[:5], replace(FEW[5], published=None), *FEW[6:]],
    "of another origin": [*FEW[:5], replace(FEW[5], origin=FEW[6].publisher), *FEW[6:]],
    "removed": FEW[1:],
    "renamed": [*FEW[1:], replace(FEW[0], id="zz")],
    "exchanged": [replace(FEW[0], id=FEW[9].id), replace(FEW[9], id=FEW[0].id), *FEW[1:9], *FEW[10:]],
}


@pytest.fixture(scope="module")
def kept_few(tmp_path_factory):
    """What is kept of a report on `FEW`."""
    folder = tmp_path_factory.mktemp("kept")
    findings_of(FEW, ClaimCache(str(folder)))
    return folder


@pytest.mark.parametrize("change", AGAIN)
def test_what_was_kept_makes_no_difference(change, kept_few, tmp_path):
    folder = shutil.copytree(kept_few, tmp_path / "kept")
    articles = sorted(AGAIN[change], key=lambda article: article.id)
    expected = list(cross_check(articles).findings)
    for _ in range(2):
        assert findings_of(articles, ClaimCache(str(folder))) == expected


def test_what_changed_is_compared_again(tmp_path, compared):
    cache = ClaimCache(str(tmp_path))
    findings_of(NEWS, cache)
    changed = [replace(NEWS[0], text=NEWS[0].text.replace("1", "2")), *NEWS[1:]]
    compared.clear()
    assert findings_of(changed, cache) == findings_of(changed)
    compared.clear()
    cache.clear()
    assert not any(tmp_path.iterdir())
    findings_of(NEWS, cache)
    assert compared


def test_a_damaged_cache_of_pairs_costs_time_alone(tmp_path):
    cache = ClaimCache(str(tmp_path))
    expected = findings_of(NEWS[:9], cache)
    path = tmp_path / "judged.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE judged SET rows = replace(rows, 'agreement', 'discrepancy')")
    assert findings_of(NEWS[:9], cache) == expected
    path.write_bytes(b"no database")
    assert findings_of(NEWS[:9], cache) == expected
