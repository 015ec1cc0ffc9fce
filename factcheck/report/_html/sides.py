"""Who stands alone: the sides of a finding weighed by independent voices."""

from collections.abc import Mapping

from factcheck.model import Finding

# Of these, one side at most is right; stages and updates can all be.
_RIVALS = frozenset({"value", "date", "magnitude", "ordinal", "party"})


def odd_sides(finding: Finding, voices: Mapping[str, str]) -> frozenset[int]:
    """The sides that one voice tells while two or more tell another; none where nobody stands alone."""
    counts = _counts(finding, voices)
    if not counts or max(counts.values()) < 2:
        return frozenset()
    return frozenset(side for side, count in counts.items() if count == 1)


def balance(finding: Finding, voices: Mapping[str, str], letters: Mapping[int, str]) -> str:
    """How many voices each side has, in words; "" where sides are no rivals."""
    counts = _counts(finding, voices)
    if not counts:
        return ""
    if set(counts.values()) == {1}:
        return "One independent source on each side."
    return (
        f"Independent sources: {', '.join(f'{letters[side]} {count:,}' for side, count in counts.items())}."
    )


def _counts(finding: Finding, voices: Mapping[str, str]) -> Mapping[int, int]:
    """The independent voices of each side; empty where the sides do not exclude each other."""
    if finding.verdict not in ("discrepancy", "review") or finding.kind not in _RIVALS:
        return {}
    told: dict[int, set[str]] = {}
    for evidence in finding.claims:
        told.setdefault(evidence.side, set()).add(voices[evidence.claim.doc])
    return {side: len(names) for side, names in sorted(told.items())} if len(told) > 1 else {}
