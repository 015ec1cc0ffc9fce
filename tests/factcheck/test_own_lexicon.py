"""A user's own units, items, events, places and publishers: read like those that are shipped."""

import json
import subprocess
import sys
import tomllib

import pytest

from factcheck.command.own_lexicon import LexiconError, own_entries
from tests.factcheck.test_cli import ROOT, run

OWN = """\
[lexicon.units.smoot]
forms = ["smoot", "Smoots"]
dimension = "[length]"
factor = "1.7018"

[lexicon.items.tank]
forms = ["brawler"]

[lexicon.items.hovertruck]
forms = ["hover-truck", "glider van"]
broader = ["vehicle"]

[lexicon.events.donation]
verbs = ["regift"]

[lexicon.places.Norland]
adjectives = ["Norlandic"]
cities = ["Port Maren"]

[lexicon.publishers."Morning Wire"]
origin = "Harbour News Agency"

[lexicon.publishers."Evening Gazette"]
origin = "Harbour News"

[lexicon.publishers."Harbour News Agency"]
forms = ["harbour news", "harbour news agency"]
"""
STORY = (
    "The new runway is 12 smoots long. The army received 30 Brawlers in May 2021. "
    "Rangers regifted 14 glider vans to Freedonia.\n"
)


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


def claims(desk, *options):
    done = run("extract", "--format", "jsonl", "--cache-dir", desk / "cache", *options, "story.txt", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")
    return {claim["text"]: claim for claim in map(json.loads, done.stdout.splitlines())}


def test_own_words_are_read_and_never_kept_for_others(desk):
    for _ in range(2):
        own, shipped = claims(desk), claims(desk, "--isolated")
        assert (own["12 smoots"]["unit"], shipped["12 smoots"]["unit"]) == ("smoot", "")
        assert own["30 Brawlers"]["item"]["type"] == "tank"
        assert shipped["30 Brawlers"]["item"]["type"] is None
        assert own["14 glider vans"]["item"]["type"] == "hovertruck"
        assert own["14 glider vans"]["event"] == "donation"
        assert shipped["14 glider vans"]["event"] is None


def test_who_syndicates_whom_decides_who_is_independent(desk):
    (desk / "in").mkdir()
    for name, publisher in (("a", "The Morning Wire"), ("b", "Evening Gazette")):
        (desk / "in" / f"{name}.txt").write_text(
            f"Storm, {publisher}\n\nThe storm of 3 May 2021 killed 19 people in Genoa.\n", encoding="utf-8"
        )
        with (desk / "in" / "articles.toml").open("a", encoding="utf-8") as metadata:
            metadata.write(f'["{name}.txt"]\npublisher = "{publisher}"\n')
    counts = {}
    for options in ((), ("--isolated",)):
        done = run("report", "--format", "json", *options, "in", cwd=desk)
        findings = json.loads(done.stdout)["findings"]
        counts[options] = {one["independent_sources"] for one in findings if one["verdict"] == "agreement"}
    assert counts == {(): {1}, ("--isolated",): {2}}


def test_a_new_process_reads_what_it_is_given():
    code = (
        "from corpus.added import use_entries, used_entries\n"
        "from corpus.article import Article\n"
        "from factcheck.extraction import _outcome_with\n"
        "entries = {'things': {'tank': {'forms': ['brawler']}}}\n"
        "story = Article(id='a', text='The army received 30 Brawlers.')\n"
        "[claim] = _outcome_with(entries, story)\n"
        "assert claim.item.type == 'tank' and used_entries() == entries\n"
        "_outcome_with(entries, story)\n"
        "try:\n    use_entries({})\nexcept RuntimeError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, cwd=ROOT
    )
    assert done.stdout == "the tables have been read without these entries; set them first\n"


def test_entries_by_file():
    entries = own_entries(tomllib.loads(OWN)["lexicon"])
    assert set(entries) == {"units", "things", "events", "places", "publishers"}
    assert entries["units"]["smoot"]["forms"] == ["smoot", "smoots"]
    assert entries["places"]["countries"]["Norland"]["cities"] == "Port Maren"
    assert entries["publishers"]["Morning Wire"]["forms"] == ["morning wire"]


def test_cities_are_added_to_those_of_the_country():
    entries = own_entries({"places": {"Albania": {"cities": ["Port Maren"]}}})
    cities = entries["places"]["countries"]["Albania"]["cities"].split("; ")
    assert cities[-1] == "Port Maren"
    assert "Tirana" in cities


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unitz.x = 1", "lexicon.unitz: is not known; did you mean 'units'?"),
        ("units = 1", "lexicon.units: is no table"),
        ("units.smoot = 1", "lexicon.units.smoot: is no table"),
        ("units.smoot.forms = ['smoot']", "lexicon.units.smoot: is new, and has no dimension"),
        ("units.acre.factor = '1'", "lexicon.units.acre: factor is '4046.87260987', and cannot be another"),
        ("units.acre.froms = []", "froms: is not known; did you mean 'forms'?"),
        ("units.acre.forms = 'acre'", "lexicon.units.acre: forms is no list of words"),
        ("units.acre.forms = ['']", "forms is no list of words"),
        ("units.acre.forms = ['Mile']", "lexicon.units.acre: 'mile' is a form of 'mile' already"),
        (
            "units.smoot = {forms = ['smoot'], dimension = '[lenght]', factor = '1'}",
            "dimension '[lenght]': is not known; did you mean '[length]'?",
        ),
        ("units.s = {forms = ['smoot'], dimension = '[length]', factor = '0'}", "'0' is no number above 0"),
        ("units.s = {forms = ['smoot'], dimension = '[length]', factor = 'NaN'}", "is no number above 0"),
        ("items.hovertruck.broader = ['vehicle']", "lexicon.items.hovertruck: is new, and has no forms"),
        ("items.tank.broader = ['vehicel']", "broader vehicel: is not known; did you mean 'vehicle'?"),
        ("items.tank.forms = ['truck']", "'truck' is a form of 'truck' already"),
        ("events.regift.verbs = ['regift']", "lexicon.events.regift: is new, and has no kind"),
        ("events.regift = {verbs = ['regift'], kind = 'twice'}", "kind 'twice': is not known"),
        ("publishers.Wire.origin = 1", "lexicon.publishers.Wire: origin is no string"),
        ("publishers.Wire.forms = ['reuters']", "'reuters' is a form of 'Reuters' already"),
    ],
)
def test_entries_that_cannot_be_used_are_named(text, said):
    with pytest.raises(LexiconError) as raised:
        own_entries(tomllib.loads(text))
    assert said in str(raised.value)


def test_a_wrong_entry_is_one_line_with_the_file(desk):
    (desk / "factcheck.toml").write_text("[lexicon.units.acre]\nforms = ['mile']\n", encoding="utf-8")
    done = run("extract", "story.txt", cwd=desk)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("factcheck: factcheck.toml: lexicon.units.acre: 'mile' is a form of 'mile'")
