"""The kinds of finding as rules with names that never change, for tools that sort and switch by rule."""

from dataclasses import dataclass

from factcheck.model import Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """One verdict of one kind: `id` is stable, `title` a few words, `meaning` one sentence."""

    id: str
    title: str
    meaning: str


RULES = (
    Rule(
        "discrepancy/value",
        "Two numbers for one thing",
        "Sources give different numbers for the same thing.",
    ),
    Rule(
        "discrepancy/stage",
        "Two stages of one deal",
        "Sources give numbers for the same deal or event at different stages.",
    ),
    Rule("discrepancy/date", "Two dates of one event", "Sources give different dates for the same event."),
    Rule(
        "discrepancy/magnitude",
        "Scale, unit or currency differs",
        "Sources give numbers that differ by their scale, unit or currency alone.",
    ),
    Rule(
        "discrepancy/arithmetic",
        "Figures do not add up",
        "Figures of one text do not come to what the text says they come to.",
    ),
    Rule("discrepancy/party", "Two parties to one fact", "Sources name different parties to the same fact."),
    Rule("discrepancy/ordinal", "Two ranks of one event", "Sources give the same event different ranks."),
    Rule("update", "A later report is newer", "A later report gives a newer figure for the same measure."),
    Rule(
        "review",
        "Perhaps the same thing",
        "Claims are alike and differ, and a person must decide whether they speak of the same thing.",
    ),
    Rule("agreement", "The sources say the same", "Sources say the same of the same thing."),
    Rule("uncorroborated", "Nobody else says so", "No other source speaks of this claim."),
)
_NUMBERS = {rule.id: number for number, rule in enumerate(RULES)}


def rule_number(finding: Finding) -> int:
    """The place in `RULES` of the rule that `finding` comes under."""
    of_kind = f"{finding.verdict}/{finding.kind}"
    return _NUMBERS[of_kind if of_kind in _NUMBERS else finding.verdict]


def rule_of(finding: Finding) -> Rule:
    """The rule that `finding` comes under."""
    return RULES[rule_number(finding)]
