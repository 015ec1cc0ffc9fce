"""The gold clusters say clear things: the loader refuses the rest, and nothing is missing."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.gold import KINDS, REASONS, VERDICTS, GoldError, load_cluster, load_clusters

CLUSTERS = load_clusters()
FINDINGS = [finding for cluster in CLUSTERS for finding in cluster.findings]


def test_there_are_clusters_from_many_domains():
    assert len({cluster.domain for cluster in CLUSTERS}) >= 10
    assert len(CLUSTERS) >= 60


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_there(verdict):
    assert any(finding.verdict == verdict for finding in FINDINGS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_there(kind):
    assert any(finding.kind == kind for finding in FINDINGS)


@pytest.mark.parametrize("reason", REASONS)
def test_every_trap_is_there(reason):
    assert any(trap.reason == reason for cluster in CLUSTERS for trap in cluster.traps)


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: cluster.name)
def test_reports_are_short_and_several(cluster):
    assert 1 <= len(cluster.articles) <= 4
    assert all(50 <= len(article.text.split()) <= 190 for article in cluster.articles)


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: cluster.name)
def test_no_trap_is_a_finding(cluster):
    known = {frozenset((a, b)) for finding in cluster.findings for a, b, _ in finding.pairs()}
    trapped = {
        frozenset(pair) for trap in cluster.traps if trap.reason != "sum_holds" for pair in trap.pairs()
    }
    assert not known & trapped


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda cluster: cluster.name)
def test_no_pair_has_two_verdicts(cluster):
    truths = Counter(
        (frozenset((a, b)), finding.kind) for finding in cluster.findings for a, b, _ in finding.pairs()
    )
    assert [pair for pair, times in truths.items() if times > 1] == []


REPORT = """
domain = "sport"
[[report]]
id = "one"
publisher = "One"
text = "Rovers won 2-1 before 900 fans, 900 of them singing, on May 4."
[[report]]
id = "two"
publisher = "Two"
text = "Some 900 fans saw it."
"""


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ('claims = [["one", "[900] fans", 0], ["two", "[901] fans", 0]]', "0 times, not once"),
        ('claims = [["one", "[900]", 0], ["two", "[900] fans", 0]]', "2 times, not once"),
        ('claims = [["one", "[900 fans", 0], ["two", "[900] fans", 0]]', "mark nothing"),
        ('claims = [["one", "[900] fans", 0], ["three", "[900] fans", 0]]', "no report 'three'"),
        ('claims = [["one", "[900] fans", 0], ["two", "[900] fans", 1]]', "an agreement has one side"),
        ('claims = [["one", "[900] fans", 0]]', "an agreement has one side"),
        ('claims = [["one", "[900] fans", 0], ["two", "[900] fans", 0]]\nwhy = "x"', "unknown why"),
    ],
)
def test_unclear_gold_is_refused(tmp_path: Path, gold, message):
    path = tmp_path / "sport-rovers.toml"
    head = '[[finding]]\nfact = "crowd"\nverdict = "agreement"\nkind = "value"\n'
    path.write_text(REPORT + head + gold + "\n")
    with pytest.raises(GoldError, match=r"sport-rovers\.toml") as caught:
        load_cluster(path)
    assert message in str(caught.value)


def test_brackets_mark_the_mention(tmp_path: Path):
    path = tmp_path / "sport-rovers.toml"
    path.write_text(
        REPORT
        + '[[finding]]\nfact = "crowd"\nverdict = "agreement"\nkind = "value"\n'
        + 'claims = [["one", "before [900 fans]", 0], ["two", "Some 900 fans", 0]]\n'
    )
    [finding] = load_cluster(path).findings
    assert [mention.text for mention, _ in finding.claims] == ["900 fans", "Some 900 fans"]
    assert [mention.start for mention, _ in finding.claims] == [22, 0]
