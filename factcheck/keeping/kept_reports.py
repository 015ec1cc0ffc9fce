"""Reports that are made once: where no article and nothing that compares them changed, one is read again."""

from collections.abc import Callable, Sequence
from dataclasses import fields

from corpus.article import Article
from factcheck.keeping.cache import ReportCache, judged_key
from factcheck.keeping.report_codec import decode_report, encode_report
from factcheck.linking import MOST_COMPARED
from factcheck.model import Report


def kept_report(
    cache: ReportCache | None,
    articles: Sequence[Article],
    make: Callable[[], tuple[Report, bool]],
    *,
    draft: str | None = None,
    most_compared: int = MOST_COMPARED,
) -> tuple[Report, bool]:
    """The report on `articles`, and whether each could be read for claims: kept, or else made by `make`.

    `draft` is the id of the article that is checked against the others, None where all are compared, each
    with `most_compared` others at most. A report
    on articles that could not all be read for claims is not kept, so that what is wrong is told again.
    """
    if cache is None:
        return make()
    told = (repr(getattr(one, field.name)) for one in articles for field in fields(one))
    key = judged_key(draft, most_compared, *told)
    if (text := cache.rows([key]).get(key)) is not None:
        try:
            return decode_report(text, articles), True
        except ValueError:
            pass  # it is made anew
    report, complete = make()
    if complete:
        cache.keep({key: encode_report(report)})
    return report, complete
