"""Assessment: what the findings on one claim of a draft make of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from claims.model import Claim
from claims.replaced import plain_value
from factcheck.linking.updates import in_order, is_replaced, update_reason
from factcheck.model import ASSESSMENTS, Assessment, DraftClaim, Finding


def assess(
    claim: Claim, findings: Sequence[Finding], voices: Mapping[str, str], backed: Collection[str] = ()
) -> DraftClaim:
    """`claim` with the worst that any of its findings makes of it.

    `voices` names each article's origin, and `backed` the ids of the draft's claims that have supporters.
    """
    found = [
        held
        for finding in findings
        if (held := blame(claim, finding)) and not _is_cleared(claim, finding, backed)
    ]
    supporters = supporters_of(claim, findings, voices)
    return DraftClaim(
        claim=claim,
        assessment=min(found, key=ASSESSMENTS.index, default="supported" if supporters else "unsupported"),
        independent_sources=len(supporters),
        findings=tuple(finding.id for finding in findings),
    )


def blame(claim: Claim, finding: Finding) -> Assessment | None:
    """What `finding` holds against the claim, None if nothing.

    Two stages of one course can both be true. A source that others have updated since contradicts nobody,
    and where all that is against the claim is newer than what says the same, the claim is outdated.
    """
    if finding.verdict not in ("discrepancy", "update") or finding.kind == "stage":
        return None
    side = _side(claim, finding)
    alike = [evidence.claim for evidence in finding.claims if evidence.side == side]
    others = (evidence.claim for evidence in finding.claims if evidence.side != side)
    against = [other for other in others if other.doc != claim.doc]
    if not against:
        return "inconsistent" if finding.verdict == "discrepancy" else None
    if finding.verdict == "update":
        return "outdated" if any(_is_later(other, one) for other in against for one in alike) else None
    newer = {other.id for other in against if any(_is_update(other, one) for one in alike)}
    older = {other.id for other in against if any(_is_update(one, other) for one in alike)}
    if len(newer | older) < len(against):
        return "contradicted"
    return "outdated" if newer else None


def _side(claim: Claim, finding: Finding) -> int:
    return next(evidence.side for evidence in finding.claims if evidence.claim.id == claim.id)


def _is_update(claim: Claim, of: Claim) -> bool:
    """Whether `claim` gives a newer figure for what `of` tells."""
    return update_reason(claim, of) is not None and _is_later(claim, of)


def _is_later(claim: Claim, than: Claim) -> bool:
    """Which of two figures, of which one is an update of the other, is the newer."""
    if is_replaced(claim, than):
        return claim.replaces == plain_value(than)
    told = in_order(claim, than)
    return told.second is claim if told else than.standing == "preliminary"


def _is_cleared(claim: Claim, finding: Finding, backed: Collection[str]) -> bool:
    """Whether sources back the claim's part in a sum that does not come out, but not another part of it."""
    others = (evidence.claim for evidence in finding.claims if evidence.claim.doc == claim.doc)
    is_sum = finding.kind == "arithmetic" and claim.id in backed
    return is_sum and any(other.id not in backed for other in others)


def supporters_of(claim: Claim, findings: Iterable[Finding], voices: Mapping[str, str]) -> set[str]:
    """The voices other than the draft's that say the same as its claim."""
    return {voice for finding in findings for voice in _supporters(claim, finding, voices)}


def _supporters(claim: Claim, finding: Finding, voices: Mapping[str, str]) -> Iterator[str]:
    """The voices other than the draft's that stand on the claim's side of `finding`."""
    if finding.kind == "arithmetic":  # its sides are parts and their sum
        return
    side = _side(claim, finding)
    for evidence in finding.claims:
        if evidence.side == side and voices[evidence.claim.doc] != voices[claim.doc]:
            yield voices[evidence.claim.doc]
