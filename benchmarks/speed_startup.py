"""Start-up: what small runs cost beside a Python that does nothing."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.children import ROOT, in_turn, spend
from benchmarks.measures import Row, Setting

_SOURCES = ROOT / "corpus" / "examples" / "serbia"  # the draft and four articles more
_DRAFT = _SOURCES / "rferl-pantsir-delivery.txt"
_RUN = "import sys; from factcheck.start import main; sys.argv[1:] = {!r}; main()"
_MORE_ROUNDS = 5  # short runs vary more


def _cpu(folder: Path, *arguments: str) -> float:
    return spend(["-c", _RUN.format(list(arguments))], cwd=folder, any_code=True).cpu


def measure_startup(setting: Setting) -> Iterator[Row]:
    """`--help`, `--version` and the check of a draft of one page, with a warm cache."""
    folder = setting.scratch / "startup"
    folder.mkdir()
    checked = ("--against", str(_SOURCES), "--cache-dir", str(folder / "cache"))
    drafts = count()

    def check_changed() -> float:
        """A draft that was never seen, its sources well known."""
        draft = folder / "draft.txt"
        text = _DRAFT.read_text(encoding="utf-8")
        draft.write_text(f"{text}\nOfficials met {next(drafts) + 2} times.\n", encoding="utf-8")
        return _cpu(folder, "check", str(draft), *checked)

    check_kept = partial(_cpu, folder, "check", str(_DRAFT), *checked)
    check_kept(), check_changed()
    taken = in_turn(
        {
            "nothing": lambda: spend(["-c", "pass"], cwd=folder).cpu,
            "help": partial(_cpu, folder, "--help"),
            "version": partial(_cpu, folder, "--version"),
            "kept": check_kept,
            "changed": check_changed,
        },
        setting.rounds * _MORE_ROUNDS,
    )
    against = " against python -c pass"
    small = {name: taken[name] / taken["nothing"] for name in taken}
    yield Row(what=f"factcheck --help{against}", value=small["help"], must="<= 6x", aim="4.5x")
    yield Row(what=f"factcheck --version{against}", value=small["version"], must="<= 6x", aim="4.5x")
    yield Row(what=f"one-page check, warm cache{against}", value=small["kept"], must="<= 15x", aim="10x")
    yield Row(
        what=f"the same, the draft changed{against}",
        value=small["changed"],
        note="its sources are in the cache",
    )


MEASURES = {"startup": measure_startup}
