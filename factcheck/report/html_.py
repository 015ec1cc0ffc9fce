"""One page that can be mailed: no network, no file beside it, and readable where no script runs."""

from factcheck.model import Report
from factcheck.report import Options
from factcheck.report._html.page import page


def render(report: Report, options: Options) -> str:
    """The report as one HTML document; uncorroborated claims are counted, and listed with `everything`."""
    return page(report, options)
