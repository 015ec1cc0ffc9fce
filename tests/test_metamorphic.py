"""What must not change what is told, and what must: over the bundled example and some invented clusters.

A told fact is a finding on several claims: its verdict, its kind, and by side who says what: the articles
with the values that were compared. Two runs tell the same facts where the sets of these are equal.
"""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

import corpus
from benchmarks.edits import apply_edits, edits_of
from benchmarks.errors import plant_value
from benchmarks.gold import GOLD, Cluster, Mention, load_cluster
from benchmarks.planter import is_on, shared_facts
from benchmarks.scoring import reported_pairs
from claims import extract_claims
from corpus import Article, load_articles
from factcheck.crosscheck import cross_check
from factcheck.judging.judge import judge
from factcheck.linking.blocking import KeyedClaims
from factcheck.linking.link import Link, link_articles
from factcheck.model import Finding

EXAMPLE = Path(corpus.__file__).parent / "examples" / "serbia"
CLUSTERS = (
    *(
        "business-azura-jets",
        "business-tannery-layoffs",
        "courts-cartel-fine-paints",
        "crime-orlin-bank-arrests",
    ),
    *("culture-skerry-bridge", "defence-corvettes-saltmark", "disaster-quake-osk", "elections-count-torrin"),
    *("energy-solar-park-almadra", "government-census-norrmark", "government-estrava-budget"),
    *("health-cholera-lunda", "labour-march-gardena", "money-fenwick-stores", "science-asteroid-2031kt"),
    *("space-swarm-satellites", "sport-harrowden-derby", "transport-ferry-alma-grace", "war-shelling-kessin"),
    "weather-blizzard-northfield",
)

Articles = tuple[Article, ...]
Said = tuple[str, str | None, str | None]
Fact = tuple[str, str | None, frozenset[frozenset[Said]]]


@cache
def clusters() -> tuple[Cluster, ...]:
    return tuple(load_cluster(GOLD / f"{name}.toml") for name in CLUSTERS)


@cache
def stories() -> dict[str, Articles]:
    example = tuple(load_articles([str(EXAMPLE)]))
    return {"serbia": example} | {cluster.name: tuple(cluster.articles) for cluster in clusters()}


@cache
def found(articles: Articles) -> tuple[Finding, ...]:
    return cross_check(articles).findings


def facts(articles: Articles, original: Callable[[str], str] = lambda name: name) -> set[Fact]:
    """The facts that are told of `articles`; `original` gives the name that an article had at first."""
    return {
        (finding.verdict, finding.kind, sides)
        for finding in found(articles)
        if len(set().union(*(sides := sides_of(finding, original)))) > 1
    }


def sides_of(finding: Finding, original: Callable[[str], str]) -> frozenset[frozenset[Said]]:
    said = [(e.side, (original(e.claim.doc), e.value, e.unit)) for e in finding.claims]
    return frozenset(frozenset(who for at, who in said if at == side) for side, _ in said)


def ink(text: str) -> list[int]:
    """For each place in a text, how many characters before it are no white space."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace()))
    return counts


@pytest.mark.parametrize("story", stories())
def test_the_order_of_the_articles_does_not_matter(story):
    articles = list(stories()[story])
    Random(7).shuffle(articles)
    assert cross_check(articles) == cross_check(stories()[story])


@pytest.mark.parametrize("story", stories())
def test_white_space_does_not_matter(story):
    articles = stories()[story]
    assert facts(tuple(replace(one, text=reflowed(one.text)) for one in articles)) == facts(articles)


@pytest.mark.parametrize("story", stories())
def test_the_names_of_the_articles_do_not_matter(story):
    articles = stories()[story]
    names = {article.id: f"{9 - n}-renamed" for n, article in enumerate(articles)}
    back = {new: old for old, new in names.items()}
    renamed = tuple(replace(article, id=names[article.id], path=None) for article in articles)
    assert facts(renamed, back.__getitem__) == facts(articles)


def test_two_claims_are_linked_and_judged_the_same_either_way_round():
    for articles in stories().values():
        known = [KeyedClaims(extract_claims(article)) for article in articles]
        for one, other in combinations(known, 2):
            assert set(map(told_of, link_articles(one, other))) == set(
                map(told_of, link_articles(other, one))
            )


def told_of(link: Link) -> tuple[object, ...]:
    """What a link and its judgement say, whichever claim comes first."""
    judged = judge(link)
    verdict = (judged.verdict, judged.kind, judged.chance) if judged else None
    pair = frozenset((link.a.id, link.b.id))
    return pair, link.chance, link.alike, link.related, link.is_copied, frozenset(link.signs), verdict


@pytest.mark.parametrize("story", stories())
def test_an_article_that_is_there_twice_tells_nothing_new(story):
    articles = stories()[story]
    first = articles[0].id
    twice = (*articles, replace(articles[0], id="again"))
    assert facts(twice, lambda name: first if name == "again" else name) == facts(articles)


def reflowed(text: str) -> str:
    """The paragraphs of a text hard-wrapped at 72 columns, with a blank line between them."""
    paragraphs = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    return "\n\n".join(
        textwrap.fill(one, 72, break_on_hyphens=False, break_long_words=False) for one in paragraphs
    )


@pytest.mark.parametrize("story", stories())
def test_an_article_split_in_two_makes_no_error(story):
    """What was told of the halves together may be lost with their context; nothing new is an error."""
    articles = stories()[story]
    first = articles[0]
    middle = first.text.find("\n\n", len(first.text) // 2)
    if middle < 0:
        return
    halves = (replace(first, text=first.text[:middle]), replace(first, id="half", text=first.text[middle:]))
    before = ink(first.text)[middle]

    def errors(articles: Articles) -> set[frozenset[tuple[str, int]]]:
        inked = {article.id: ink(article.text) for article in articles}
        return {
            frozenset(
                (first.id, before + inked["half"][e.claim.start])
                if e.claim.doc == "half"
                else (e.claim.doc, inked[e.claim.doc][e.claim.start])
                for e in pair[:2]
            )
            for finding in found(articles)
            if finding.severity == "error"
            for pair in reported_pairs(finding)
        }

    assert errors((*halves, *articles[1:])) <= errors(articles)


# ---- planted errors


def agreed() -> Iterator[tuple[Articles, Sequence[Mention], Sequence[Mention]]]:
    """Two reports, and the mentions in each of a number on which they agree in the same words."""
    for cluster in clusters():
        for first, second in combinations(cluster.articles, 2):
            for gold, here, there in shared_facts(cluster, first.id, second.id):
                words = {mention.text.casefold() for mention in (*here, *there)}
                if gold.kind == "value" and len(words) == 1:
                    yield (first, second), here, there


def falsified(article: Article, mentions: Sequence[Mention]) -> tuple[Article, list[Mention]] | None:
    """The article with another number in the place of the mentions, and where they are then."""
    new = [plant_value(mention.text, Random(1)) for mention in mentions]
    words = [text for text in new if text]
    if len(words) < len(new):
        return None
    text, moved = apply_edits(article, edits_of(mentions, words, article))
    return replace(article, text=text), [moved(mention) for mention in mentions]


def verdicts(articles: Articles, here: Sequence[Mention], there: Sequence[Mention]) -> set[str]:
    """What is told of two reports' mentions of one fact."""
    return {
        verdict
        for finding in found(articles)
        if finding.kind in ("value", "magnitude")
        for a, b, verdict in reported_pairs(finding)
        if is_on(a, b, here, there)
    }


def test_an_error_in_one_source_is_told_or_at_least_no_agreement():
    """How many are told is pinned by benchmarks.planter; here, that some are and none is agreed with."""
    told = []
    for (first, second), here, there in agreed():
        planted = falsified(second, there)
        if planted is not None and verdicts((first, second), here, there) == {"agreement"}:
            told.append(verdicts((first, planted[0]), here, planted[1]))
    assert len(told) > 40
    assert not [one for one in told if "agreement" in one]
    assert sum(not one.isdisjoint({"discrepancy", "update"}) for one in told) > 5


def test_an_error_in_the_example_is_told():
    articles = stories()["serbia"]
    wrong = tuple(
        replace(one, text=one.text.replace("six older Pantsir-S1", "four older Pantsir-S1"))
        for one in articles
    )
    assert wrong != articles
    more = facts(wrong) - facts(articles)
    assert "discrepancy" in {verdict for verdict, _, _ in more}


def test_the_same_error_in_both_sources_is_no_difference():
    """One is told: "12 out of 22" is taken for a share that a later report counts as 22."""
    alarmed = []
    for (first, second), here, there in agreed():
        one, other = falsified(first, here), falsified(second, there)
        if one is not None and other is not None:
            told = verdicts((one[0], other[0]), one[1], other[1])
            if told & {"discrepancy", "update"} - verdicts((first, second), here, there):
                alarmed.append((first.id, second.id, here[0].text))
    assert len(alarmed) <= 1, alarmed
