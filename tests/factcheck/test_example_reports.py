"""What the bundled example comes to, as people see it."""

from factcheck.crosscheck import cross_check, read_articles
from factcheck.report import Options, render
from tests.factcheck.test_run import EXAMPLE


def test_the_report_on_the_example(check_golden):
    articles, complete = read_articles([str(EXAMPLE)], print)
    assert complete
    check_golden(
        "reports/serbia.table-all.txt", render("table", cross_check(articles), Options(everything=True))
    )
