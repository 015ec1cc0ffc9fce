"""The public comparison: claims in, findings out."""

from collections.abc import Iterable, Sequence

from claims.model import Claim
from corpus.article import Article
from corpus.provenance import origins
from factcheck.arithmetic import find_miscounts
from factcheck.findings import gather
from factcheck.judge import judge
from factcheck.link import find_links
from factcheck.model import Finding


def compare(claims: Iterable[Claim], *, articles: Sequence[Article] = ()) -> list[Finding]:
    """Cross-check claims: what several articles agree on, where they differ, what only one says.

    `articles` give provenance and days of publication; without them every document counts as a source of its
    own, and a weekday without a year is not held to its date. Findings come worst first; each names the
    claims it rests on, by side.
    The order of `claims` does not matter.

    >>> compare([])
    []
    """
    ordered = sorted(claims, key=lambda claim: (claim.doc, claim.start, claim.end))
    judgements = [judgement for link in find_links(ordered) if (judgement := judge(link))]
    published = {article.id: article.published for article in articles}
    return gather(ordered, judgements, origins(articles), find_miscounts(ordered, published))
