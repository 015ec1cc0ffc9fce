"""A report made on a cluster of two processes is the one made here, whatever dies on the way."""

import os
import signal
from contextlib import contextmanager
from importlib import import_module

import pytest

from benchmarks.gold import load_clusters
from corpus import Article
from factcheck.crosscheck import cross_check
from factcheck.engine.cluster import ClusterError, cluster_report
from factcheck.engine.shards import ShardWriter
from factcheck.keeping.lines import close_files, read_line

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")

NEWS = [article for cluster in load_clusters()[:9] for article in cluster.articles]
POISON = Article(id="poison", path="wire/poison.txt", text="DEATHTOWORKERS: it killed 12 people on Monday.")
PRELOAD = """
import os, signal
import claims.extract
def extract_claims(article, original=claims.extract.extract_claims):
    if "DEATHTOWORKERS" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(article)
claims.extract.extract_claims = extract_claims
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    preload = tmp_path_factory.mktemp("preload") / "poisoned.py"
    preload.write_text(PRELOAD)
    with (
        import_module("dask").config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, preload=[str(preload)], silence_logs=50
        ) as cluster,
    ):
        yield cluster


@pytest.fixture(scope="module")
def expected():
    return cross_check(NEWS)


@contextmanager
def quiet(things):
    yield lambda done, total: None


def report_on(articles, cluster, folder, tell, progress=quiet):
    with cluster_report(
        articles,
        scheduler=cluster.scheduler_address,
        folder=str(folder),
        jobs=2,
        tell=tell,
        progress=progress,
    ) as (report, complete):
        return list(report.findings), list(report.claims), complete


def test_a_cluster_makes_no_difference(cluster, expected, tmp_path):
    findings, claims, complete = report_on(NEWS, cluster, tmp_path, pytest.fail)
    assert complete
    assert findings == list(expected.findings)
    assert claims == list(expected.claims)
    assert list(tmp_path.iterdir()) == []


def test_shards_may_be_at_a_url(cluster, expected, tmp_path):
    findings, claims, complete = report_on(NEWS, cluster, f"file://{tmp_path}", pytest.fail)
    assert complete
    assert findings == list(expected.findings)
    assert claims == list(expected.claims)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("things", ["articles", "pairs of articles"])
def test_a_worker_that_is_killed_makes_no_difference(things, cluster, expected, tmp_path):
    killed = []

    @contextmanager
    def deadly(counted):
        def told(done, total):
            if counted == things and done >= total // 4 and not killed:
                killed.append(next(iter(cluster.workers.values())).process.pid)
                os.kill(killed[0], signal.SIGKILL)

        yield told

    findings, _, complete = report_on(NEWS, cluster, tmp_path, pytest.fail, deadly)
    assert killed
    assert complete
    assert findings == list(expected.findings)


def test_an_article_that_kills_workers_is_named_and_the_rest_is_read(cluster, expected, tmp_path):
    told = []
    articles = sorted([*NEWS, POISON], key=lambda article: article.id)
    findings, _, complete = report_on(articles, cluster, tmp_path, told.append)
    assert not complete
    assert told == ["wire/poison.txt: ended every process that worked on it; left out"]
    assert findings == list(expected.findings)


def test_no_scheduler_is_told_as_such(monkeypatch, tmp_path):
    monkeypatch.setattr("factcheck.engine.cluster._PATIENCE", "0.2s")
    with (
        pytest.raises(ClusterError, match="no Dask scheduler answers"),
        cluster_report(
            NEWS[:2], scheduler="tcp://127.0.0.1:9", folder=str(tmp_path), jobs=1, tell=print, progress=quiet
        ),
    ):
        raise AssertionError


def test_a_shard_may_be_a_url():
    url = "memory://factcheck/shard"
    with ShardWriter(url) as writer:
        places = [writer.put(text) for text in ("one", "two \u2028", "")]
    assert [read_line(place) for place in reversed(places)] == ["", "two \u2028", "one"]
    close_files()
