"""Limits: what was not compared, or not told together, because there was too much of it, in words."""

from factcheck.gathering import belonging
from factcheck.linking import blocking


def limits_told(*, crowded: int, most_compared: int, alike: int, parted: int) -> tuple[str, ...]:
    """A sentence on each limit that was met.

    `crowded` articles are like more others than the `most_compared` that each is compared with, `alike` have
    too many claims that share a key, and `parted` pairs of sentences belong to wholes that were full.

    >>> limits_told(crowded=1, most_compared=16, alike=0, parted=0)
    ('1 article is like more than 16 others; it was compared with the 16 likest (--most-compared N: with N)',)
    """
    told = []
    if crowded:
        who, each = ("1 article is", "it") if crowded == 1 else (f"{crowded:,} articles are", "each")
        told.append(
            f"{who} like more than {most_compared:,} others; {each} was compared with the {most_compared:,} "
            "likest (--most-compared N: with N)"
        )
    if alike:
        who = "1 article has" if alike == 1 else f"{alike:,} articles have"
        told.append(
            f"{who} more than {blocking.MOST_ALIKE // 2:,} claims with a word, unit or value in common, or "
            f"{blocking.MOST_PAIRS // 2:,} pairs of such claims, too many to compare for that alone "
            "(split such articles to compare more)"
        )
    if parted:
        what = "1 pair of sentences was" if parted == 1 else f"{parted:,} pairs of sentences were"
        told.append(
            f"{what} not told together, as more than {belonging.MOST:,} sentences hang together "
            "(report on fewer articles at a time)"
        )
    return tuple(told)


def undated_told(crowded: int, most_compared: int) -> tuple[str, ...]:
    """A sentence on the `crowded` articles without a day that are like more than `most_compared` others.

    >>> undated_told(2, 16)
    ('2 articles without a day are like more than 16 others; only the 16 likest tell when (--most-compared)',)
    """
    if not crowded:
        return ()
    who = "1 article without a day is" if crowded == 1 else f"{crowded:,} articles without a day are"
    likest = f"only the {most_compared:,} likest tell when (--most-compared)"
    return (f"{who} like more than {most_compared:,} others; {likest}",)
