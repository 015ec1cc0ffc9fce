"""Steps of hot functions: how often they call functions of ours, which no machine and no load changes.

`python -m benchmarks.steps` prints them beside their pins; a test holds them within a tenth above. What takes
more steps for a good reason is pinned anew with `--update`. The text is that of the example that comes with
factcheck; a first run has filled what is kept between calls.
"""

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from benchmarks.children import ROOT
from claims import extract_claims, find_dates, find_ordinals, find_quantities
from claims.model import Claim
from corpus import Article, load_articles
from corpus.boilerplate import boilerplate_spans
from factcheck import compare

PINS = Path(__file__).with_name("pins") / "steps.json"
ALLOWED = 1.1  # times what is pinned
_EXAMPLE = ROOT / "corpus" / "examples" / "serbia"
_OURS = tuple(str(ROOT / package) for package in ("claims", "corpus", "factcheck"))
_LINEAR = 2.1  # times the steps that twice the text may take


def count_steps(work: Callable[[], Any]) -> int:
    """How often `work` calls named functions of ours; what a generator yields counts as a call.

    >>> count_steps(lambda: find_quantities("Six jets came.")) > 1
    True
    """
    steps = 0
    known: dict[CodeType, bool] = {}

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal steps
        if event == "call":
            code = frame.f_code
            if code not in known:  # comprehensions are functions in some versions of Python only
                known[code] = code.co_filename.startswith(_OURS) and not code.co_name.startswith("<")
            steps += known[code]

    work()
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return steps


def count_all() -> tuple[dict[str, int], dict[str, float]]:
    """The steps of each hot function, for a thousand characters or for a claim, and how they grow.

    The growth is how many times the steps twice the text takes: 2 where time is linear.
    """
    articles = list(load_articles([_EXAMPLE]))
    claims = [claim for article in articles for claim in extract_claims(article)]
    once, twice = ("\n\n".join(one.text for one in articles for _ in range(times)) for times in (2, 4))
    steps, growth = {}, {}
    for name, find in _FINDERS.items():
        count = count_steps(partial(find, once))
        steps[f"{name}, a thousand characters"] = round(count * 1000 / len(once))
        growth[name] = round(count_steps(partial(find, twice)) / count, 2)
    compared = count_steps(partial(compare, claims, articles=articles))
    return steps | {"compare, a claim": round(compared / len(claims))}, growth


def too_many(steps: Mapping[str, int], growth: Mapping[str, float]) -> list[str]:
    """What takes more steps than is allowed, in words."""
    pinned = json.loads(PINS.read_text(encoding="utf-8"))
    told = [
        f"{name}: {count} steps, {pinned.get(name, 0)} are pinned"
        for name, count in steps.items()
        if count > ALLOWED * pinned.get(name, 0)
    ]
    return told + [
        f"{name}: {times} times the steps for twice the text"
        for name, times in growth.items()
        if times > _LINEAR
    ]


def _extract(text: str) -> list[Claim]:
    return extract_claims(Article(id="a", text=text))


_FINDERS: Mapping[str, Callable[[str], Any]] = {
    "boilerplate_spans": boilerplate_spans,
    "find_quantities": find_quantities,
    "find_ordinals": find_ordinals,
    "find_dates": find_dates,
    "extract_claims": _extract,
}


def main() -> int:
    """Print the steps, or pin them; 1 where there are too many."""
    steps, growth = count_all()
    if "--update" in sys.argv[1:]:
        PINS.write_text(json.dumps(steps, indent=2) + "\n", encoding="utf-8")
    found = too_many(steps, growth)
    print(json.dumps({"steps": steps, "growth": growth, "too many": found}, indent=2))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
