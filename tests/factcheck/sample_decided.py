"""The sample, and the sample's draft, with findings that were decided in every way."""

from factcheck.deciding.ignores import find_ignored
from factcheck.deciding.rulings import decide
from factcheck.model import Decision
from tests.factcheck.sample import FINDINGS, REPORT
from tests.factcheck.sample_draft import DRAFT, DRAFT_REPORT, SUM_FINDING

MAGNITUDE, DATE, ARITHMETIC, ORDINAL = (finding.id for finding in FINDINGS[:4])

DECISIONS = {
    MAGNITUDE: Decision(ruling="accepted", reason="The owner confirmed $1.2 million; the wire will correct."),
    DATE: Decision(ruling="dismissed", reason='=two <b>purchases</b>, "said" the `line` | [x](y)'),
    ARITHMETIC: Decision(ruling="fixed", reason="Corrected\non 4 May."),
}
DECIDED_REPORT = decide(REPORT, DECISIONS, baseline=(ORDINAL, "0123456789"))

_PARAGRAPH = DRAFT.text.index("Of her 61")
IGNORED = find_ignored(
    f"{'.' * (_PARAGRAPH - 2)}\n\nOf her 61 passengers. <!-- factcheck: ignore the sum is quoted -->\n\nEnd."
)
DECIDED_DRAFT = decide(DRAFT_REPORT, {}, baseline=[SUM_FINDING.id], ignored=IGNORED)
