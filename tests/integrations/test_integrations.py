"""The hook, the action and the image as their users run them, on a repository made here."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parent.parent.parent
SARIF = ROOT / "tests" / "schemas" / "sarif-2.1.0-rtm.5.json"
COAST = "A fire on the ferry Aurora off Harstad on 4 March 2021 killed 12 people, police said."
VALLEY = "Police said a fire on the ferry Aurora off Harstad on 4 March killed 21 people."
STORIES = {"coast.md": f"# Ferry fire\n\n{COAST}\n", "valley.md": f"# Fire at sea\n\n{VALLEY}\n"}
METADATA = "".join(f'["{name}"]\npublisher = "{name}"\npublished = 2021-03-05\n' for name in STORIES)


@pytest.fixture
def repository(tmp_path):
    """A git repository with two stories that contradict each other, on line 3 of each."""
    folder = tmp_path / "newsroom" / "stories"
    folder.mkdir(parents=True)
    for name, text in {**STORIES, "articles.toml": METADATA}.items():
        (folder / name).write_text(text, encoding="utf-8")
    shell(tmp_path / "newsroom", "git init --quiet && git add --all")
    return tmp_path / "newsroom"


def shell(folder, script, **environment):
    """What a bash script prints, and its exit code; `python` is the one that runs the tests."""
    binaries = Path(sys.executable).parent
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{binaries}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            **environment,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def agree(repository):
    story = repository / "stories" / "valley.md"
    story.write_text(story.read_text(encoding="utf-8").replace("21 people", "12 people"), encoding="utf-8")


@pytest.fixture(scope="module")
def action():
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture
def run_action(action, repository, tmp_path):
    """The action's last step with these inputs: its result, what it told the job, and the job's summary."""

    def run(**inputs):
        step = action["runs"]["steps"][-1]
        values = {name: given.get("default", "") for name, given in action["inputs"].items()} | inputs
        environment = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], text)
            for name, text in step["env"].items()
        }
        told, summary = tmp_path / "output", tmp_path / "summary"
        result = shell(
            repository, step["run"], GITHUB_OUTPUT=str(told), GITHUB_STEP_SUMMARY=str(summary), **environment
        )
        return result, told.read_text(), summary.read_text()

    return run


def test_the_action_annotates_the_line_and_fails(run_action, repository):
    result, told, summary = run_action(paths="stories", sarif="found.sarif")
    assert (result.returncode, told) == (1, "exit-code=1\n"), result.stderr
    assert re.search(r"^::\w+ file=stories/(coast|valley)\.md,line=3,", result.stdout, re.MULTILINE)
    assert "12" in summary
    assert "21" in summary
    [sarif_run] = json.loads((repository / "found.sarif").read_text(encoding="utf-8"))["runs"]
    assert sarif_run["results"]


def test_the_action_takes_hostile_paths_for_names(run_action, repository):
    agree(repository)
    (repository / "-v; touch forged").mkdir()
    result, _, _ = run_action(paths="stories\n\n-v; touch forged\n$(touch forged)\n")
    assert result.returncode == 2
    assert not (repository / "forged").exists()


def test_the_action_passes_when_sources_agree(run_action, repository):
    agree(repository)
    result, told, _ = run_action(paths="stories")
    assert (result.returncode, told) == (0, "exit-code=0\n")


def test_inputs_reach_scripts_as_variables_alone(action):
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_image_installs_and_starts_what_exists():
    """Without Docker: the commands of the Dockerfile name extras and entry points that there are."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    [install] = [line for line in lines if line.startswith("RUN pip install")]
    [extras] = re.findall(r"/src\[(\w+)\]", install)
    assert f"\n{extras} =\n" in (ROOT / "setup.cfg").read_text(encoding="utf-8")
    [entry] = [json.loads(line.split(" ", 1)[1]) for line in lines if line.startswith("ENTRYPOINT")]
    assert f"\n    {entry[0]} = " in (ROOT / "setup.cfg").read_text(encoding="utf-8")


@pytest.mark.skipif(
    not os.environ.get("CI"), reason="installs the hook as pre-commit does, which takes a while"
)
def test_the_hook_fails_on_a_contradiction_and_passes_without(repository, tmp_path):
    pytest.importorskip("pre_commit")
    commit = shell(ROOT, "git rev-parse HEAD").stdout.strip()
    hook = {"repo": str(ROOT), "rev": commit, "hooks": [{"id": "factcheck", "args": ["stories"]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}), encoding="utf-8")
    shell(repository, "git add --all")
    run = "pre-commit run --all-files"
    failed = shell(repository, run, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert re.search(r"^stories/(coast|valley)\.md:3:\d+: ", failed.stdout, re.MULTILINE)
    agree(repository)
    shell(repository, "git add --all")
    passed = shell(repository, run, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_from_the_hook_to_the_decision(repository):
    """The hook says no, the line is annotated, a decision with its reason settles it."""
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    entry = hook["entry"].replace("factcheck", "python -m factcheck", 1)
    refused = shell(repository, f"{entry} stories")
    [(place, id)] = {
        (line.partition(":")[0], line[-11:-1]) for line in refused.stdout.splitlines() if "valley" in line
    }
    assert (refused.returncode, place) == (1, "stories/valley.md")

    report = "python -m factcheck report stories --format github --format sarif=found.sarif"
    found = shell(repository, report)
    lines = re.findall(r"^::warning file=stories/(\w+)\.md,line=(\d+),", found.stdout, re.MULTILINE)
    assert (found.returncode, sorted(lines)) == (1, [("coast", "3"), ("valley", "3")])
    assert "suppressions" not in sarif_result(repository, id)

    reason = "21 with the crew; both stand"
    shell(repository, f"python -m factcheck decide {id} --as accepted --reason '{reason}' stories")
    settled = shell(repository, report)
    assert (settled.returncode, settled.stdout, settled.stderr) == (0, "", "")
    [suppression] = sarif_result(repository, id)["suppressions"]
    assert reason in suppression["justification"]
    assert shell(repository, f"{entry} stories").returncode == 0


def sarif_result(repository, id):
    """The finding with that id in the SARIF file, which follows its schema."""
    log = json.loads((repository / "found.sarif").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(log)
    [run] = log["runs"]
    [result] = [one for one in run["results"] if one["partialFingerprints"]["factcheck/v1"] == id]
    return result
