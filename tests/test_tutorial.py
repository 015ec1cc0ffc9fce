"""The tutorial does what it says: its commands are run, its corrections made, its outputs compared."""

import re
import shlex
import shutil
from pathlib import Path

from tests.reliability.commandline import run

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tutorial-editors.md"
STEP = re.compile(
    r"^```console\n\$ (?P<command>.*)\n(?P<output>(?:(?!```).*\n)*)```$"
    r"|^\| (?P<line>\d+) \| `(?P<wrong>.*?)` \| `(?P<right>.*?)` \|$",
    re.MULTILINE,
)


class Editor:
    """Somebody who does what the page says, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.codes: list[int] = []
        self.ids: list[str] = []  # of the findings that were shown last
        shutil.copytree(ROOT / "corpus" / "examples", folder / "corpus" / "examples")

    def follow(self, step: re.Match[str]) -> str:
        """The step as the page should show it, after it was done."""
        if step["line"]:
            self.correct(int(step["line"]), step["wrong"], step["right"])
            return step[0]
        program, *arguments = shlex.split(step["command"])
        if program == "cp":
            shutil.copy(*(self.folder / name for name in arguments))
            return step[0]
        assert program == "factcheck"
        if arguments[0] == "explain":
            arguments[1] = self.ids[1]
        done = run(*arguments, cwd=self.folder, env={"FACTCHECK_CACHE_DIR": str(self.folder / "cache")})
        assert done.stderr == ""
        self.codes.append(done.returncode)
        self.ids = re.findall(r"\(id (\w+)\)", done.stdout)
        shown = done.stdout
        if arguments[0] == "explain":  # the page shows how the explanation ends
            shown = "[...]\n" + shown[shown.index("\nWhy\n") :]
        return f"```console\n$ factcheck {shlex.join(arguments)}\n{shown}```"

    def correct(self, line: int, wrong: str, right: str) -> None:
        draft = self.folder / "belgrade-arms.md"
        lines = draft.read_text(encoding="utf-8").splitlines(keepends=True)
        assert lines[line - 1].count(wrong) == 1
        lines[line - 1] = lines[line - 1].replace(wrong, right)
        draft.write_text("".join(lines), encoding="utf-8")


def test_the_page_shows_what_happens(tmp_path, request):
    page = PAGE.read_text(encoding="utf-8")
    editor = Editor(tmp_path)
    followed = STEP.sub(editor.follow, page)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(followed, encoding="utf-8")
    else:
        assert followed == page
    assert editor.codes == [
        1,
        0,
        0,
        0,
        1,
    ]  # the draft, an explanation, the draft mended, then settled, the first as a page


def test_the_draft_has_three_errors_and_is_no_article_of_the_example():
    draft = ROOT / "corpus" / "examples" / "draft" / "belgrade-arms.md"
    done = run("check", draft, "--against", ROOT / "corpus" / "examples" / "serbia")
    assert [line.split()[:2] for line in done.stdout.splitlines()[-5:]] == [
        ["3", "contradicted"],
        ["0", "inconsistent"],
        ["0", "outdated"],
        ["1", "unsupported"],
        ["14", "supported"],
    ]
    assert "5 articles" in run("demo").stdout
