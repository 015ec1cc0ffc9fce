"""The published JSON schemas: every output follows them, and nothing else does."""

import json
from copy import deepcopy
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from corpus import load_articles
from factcheck.crosscheck import cross_check
from factcheck.report import Options, render
from factcheck.telling.records import claim_record
from tests.factcheck.sample import REPORT
from tests.factcheck.sample_decided import DECIDED_DRAFT, DECIDED_REPORT
from tests.factcheck.sample_draft import DRAFT_REPORT
from tests.factcheck.test_report_formats import PAYLOADS, hostile

FILES = sorted(files("factcheck").joinpath("schema").iterdir(), key=lambda file: file.name)
SCHEMAS = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in FILES}
REGISTRY = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)
WHOLE, CLAIM, LINE = (
    Draft202012Validator(SCHEMAS[f"{name}.schema.json"], registry=REGISTRY)
    for name in ("report", "claim", "report-line")
)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name):
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("payload", ["", *PAYLOADS])
@pytest.mark.parametrize(
    "sample",
    [REPORT, DRAFT_REPORT, DECIDED_REPORT, DECIDED_DRAFT],
    ids=["report", "draft", "decided", "both"],
)
def test_the_samples_follow_the_schemas(sample, payload):
    report = hostile(sample, payload)
    WHOLE.validate(json.loads(render("json", report, Options())))
    for claim in report.claims:
        CLAIM.validate(claim_record(claim))
    for line in render("jsonl", report, Options()).splitlines():
        LINE.validate(json.loads(line))


def test_the_report_on_the_example_follows_the_schema():
    folder = files("corpus") / "examples" / "serbia"
    report = cross_check(load_articles([str(folder)]))
    WHOLE.validate(json.loads(render("json", report, Options())))


@pytest.mark.parametrize(
    ("record", "definition"),
    [("articles", "article"), ("claims", "claim"), ("findings", "finding"), ("draft", "draft_claim")],
)
def test_schema_and_records_have_the_same_keys(record, definition):
    members = json.loads(render("json", DRAFT_REPORT, Options()))[record]
    first = members["claims"][0] if record == "draft" else members[0]
    schema = SCHEMAS["report.schema.json"]["$defs"][definition]
    assert list(schema["properties"]) == schema["required"] == list(first)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "factcheck-report/2"),
        (("extra",), 1),
        (("articles", 0, "extra"), 1),
        (("articles", 0, "published"), "2 May 2023"),
        (("claims", 0, "extra"), None),
        (("claims", 0, "value"), "1E+9"),
        (("claims", 0, "value"), "7.50"),
        (("claims", 0, "value"), 7),
        (("claims", 0, "bound"), "roughly"),
        (("claims", 0, "start"), -1),
        (("claims", 0, "parties"), None),
        (("findings", 0, "verdict"), "false"),
        (("findings", 0, "id"), "not/an/id"),
        (("findings", 0, "confidence"), 1.5),
        (("findings", 0, "claims"), []),
        (("findings", 0, "claims", 0, "extra"), 1),
        (("draft", "claims", 0, "assessment"), "true"),
        (("draft", "claims", 0, "extra"), 1),
    ],
)
def test_what_the_schema_refuses(place, value):
    record = deepcopy(json.loads(render("json", DRAFT_REPORT, Options())))
    *way, last = place
    inner = record
    for step in way:
        inner = inner[step]
    inner[last] = value
    assert not WHOLE.is_valid(record)


@pytest.mark.parametrize("line", [{"record": "sentence"}, {"record": "claim"}, {}, [], {"record": "report"}])
def test_lines_that_the_schema_refuses(line):
    assert not LINE.is_valid(line)
