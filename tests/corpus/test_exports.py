"""Exports: JSON Lines and CSV, good rows and bad ones."""

import json
from datetime import date

import pytest

from tests.corpus.test_read import STORY, put, read

ROW = {
    "text": "Six died.\r\nTwo fled.",
    "title": "Six die in fire",
    "publisher": "Gazette",
    "url": "https://e.org/1",
}


def lines(*records):
    return "".join(record if isinstance(record, str) else json.dumps(record) + "\n" for record in records)


def test_json_lines(tmp_path):
    put(
        tmp_path,
        {"out.jsonl": lines(ROW | {"published": "2021-03-04T10:00:00Z", "words": 7}, "\n", {"text": STORY})},
    )
    [one, two], problems = read(tmp_path)
    assert one.text == "Six die in fire\n\nSix died.\nTwo fled."
    assert (one.id, one.title, one.publisher, one.url) == (
        "out#1",
        "Six die in fire",
        "Gazette",
        "https://e.org/1",
    )
    assert (one.published, one.published_from) == (date(2021, 3, 4), "declared")
    assert (two.id, two.text, two.title) == ("out#2", STORY, "Six die in harbour fire")
    assert problems == []


def test_one_line_takes_the_files_name_and_own_ids_are_kept(tmp_path):
    put(
        tmp_path,
        {
            "one.jsonl": lines({"text": STORY}),
            "two.jsonl": lines(*[{"text": STORY, "id": n} for n in (7, 7)]),
        },
    )
    put(tmp_path, {"three.jsonl": lines({"text": STORY, "id": "one"}, {"text": STORY, "id": "x"})})
    assert [article.id for article in read(tmp_path)[0]] == ["one", "three#1", "x", "7", "two#2"]


def test_the_headline_is_not_written_twice(tmp_path):
    text = "By Ann Lee\n\nSIX DIE, IN FIRE\n\nSix died."
    put(tmp_path, {"out.jsonl": lines({"text": text, "title": "Six die in fire"})})
    assert read(tmp_path)[0][0].text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{\n", "is no JSON: "),
        ("[1]\n", "is no object"),
        ('"x"\n', "is no object"),
        ("null\n", "is no object"),
        ('{"title": "x"}\n', "has no text"),
        ('{"text": 7}\n', "text: not a text"),
        ('{"text": "a", "text": "b"}\n', "has 'text' twice"),
        ('{"text": "a", "n": NaN}\n', "is no JSON: NaN"),
        ('{"text": "a", "n": Infinity}\n', "is no JSON: Infinity"),
        ("[" * 100_000 + "\n", "is nested too deep"),
        ('{"text": "' + "x" * 3000 + '"}\n', "is larger than 2,000 characters"),
        ('{"text": "a", "n": ' + "9" * 10 + "}x\n", "is no JSON: Extra data"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_others_read(tmp_path, line, reason):
    put(tmp_path, {"out.jsonl": "\ufeff" + lines({"text": STORY}, line, {"text": STORY})})
    limit = 2_000 if "larger" in reason else 1_000_000
    articles, [(severity, name, said)] = read(tmp_path, max_bytes=limit)
    assert [article.id for article in articles] == ["out#1", "out#2"]
    assert (severity, name) == ("error", "out.jsonl")
    assert said.startswith("line 2: " + reason)


@pytest.mark.parametrize(
    ("fields", "severity", "reason"),
    [
        ({"text": " \n"}, "warning", "is empty"),
        ({"text": STORY, "title": 7}, "error", "title: not a text"),
        ({"text": STORY, "url": ["x"]}, "error", "url: not a text"),
        ({"text": STORY, "published": "soon"}, "warning", "published: 'soon' is no date"),
        ({"text": STORY, "published": "2021-13-45"}, "warning", "is no date"),
        ({"text": STORY, "n": 0, "title": None, "publisher": ""}, None, None),
    ],
)
def test_a_bad_field_is_named_and_left_out(tmp_path, fields, severity, reason):
    put(tmp_path, {"out.jsonl": lines(fields)})
    articles, problems = read(tmp_path / "out.jsonl")
    assert [article.text for article in articles] == [fields["text"]] * bool(fields["text"].strip())
    assert [problem[0] for problem in problems] == [severity] * bool(severity)
    assert all(problem[2].startswith("line 1: ") and reason in problem[2] for problem in problems)


def test_huge_numbers_cost_nothing(tmp_path):
    put(tmp_path, {"out.jsonl": '{"text": "Six died.", "n": ' + "9" * 100_000 + ', "e": 1e999999999}\n'})
    assert [article.text for article in read(tmp_path)[0]] == ["Six died."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_exports(tmp_path, encoding):
    text = json.dumps({"text": "Caf\xe9: 6 \u20ac."}, ensure_ascii=False) + "\r\n"
    put(
        tmp_path,
        {
            "out.jsonl": (text * 2).encode(encoding),
            "out.csv": "text\r\nCaf\xe9: 6 \u20ac.\r\n".encode(encoding),
        },
    )
    assert {article.text for article in read(tmp_path)[0]} == {"Caf\xe9: 6 \u20ac."}


def test_what_is_in_another_encoding_further_down_is_said(tmp_path):
    put(tmp_path, {"out.csv": b"text\n" + b"Six died.\n" * 10_000 + b"Caf\xe9 closed.\n"})
    articles, [(severity, _, reason)] = read(tmp_path)
    assert articles[-1].text == "Caf\ufffd closed."
    assert (severity, reason[:11]) == ("warning", "line 10002:")


def test_an_export_in_a_text_file_is_recognised(tmp_path):
    put(tmp_path, {"out.txt": lines(ROW, ROW), "json.txt": '{"text" was the key, she said.\n\nSix died.\n'})
    assert [article.id for article in read(tmp_path)[0]] == ["json", "out#1", "out#2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(tmp_path, delimiter):
    rows = [
        ["ID", "Title", "Text", "published"],
        ["7", "Six die", '"Six died,\n""all"" of them; so 1|2\t3."', "2021-03-04"],
        ["8", "", '"Two fled."', ""],
        ["", "", "", ""],
    ]
    put(tmp_path, {"out.csv": "\r\n".join(delimiter.join(row) for row in rows) + "\r\n"})
    [one, two], problems = read(tmp_path)
    assert one.text == 'Six die\n\nSix died,\n"all" of them; so 1|2\t3.'
    assert (one.id, one.published, two.id, two.text, two.published) == (
        "7",
        date(2021, 3, 4),
        "8",
        "Two fled.",
        None,
    )
    assert problems == []


@pytest.mark.parametrize(
    ("table", "reason", "left"),
    [
        ('text,title\n"a","b","c"\nd,e\n', "line 2: has 3 fields where the first row names 2", ["e\n\nd"]),
        ('title,text\nx,\ny,"d"\n', "line 2: has no text", ["y\n\nd"]),
        ('text\nd\n"a', "line 3: cannot be read: ", ["d"]),
        ('text\n"a"b\nd\n', "line 2: cannot be read: ", ["d"]),
        ("title,body\nx,y\n", "has no column named text", []),
        ("", "is empty", []),
        ("text,title\n", "has no row below its first", []),
        ("text,title\n,\n\n \n", "has no row below its first", []),
    ],
)
def test_bad_tables(tmp_path, table, reason, left):
    put(tmp_path, {"out.csv": table})
    articles, [(severity, _, said)] = read(tmp_path / "out.csv")
    assert [article.text for article in articles] == left
    assert severity == "error"
    assert said.startswith(reason)


def test_a_table_of_figures_in_a_folder_is_only_a_warning(tmp_path):
    put(tmp_path, {"budget.csv": "year,sum\n2019,7\n", "a.txt": STORY})
    articles, [(severity, name, _)] = read(tmp_path)
    assert ([article.id for article in articles], severity, name) == (["a"], "warning", "budget.csv")


def test_long_and_odd_fields(tmp_path):
    text = "Six died. " * 30_000
    put(tmp_path, {"out.csv": f'text,text\n"{text}",x\n"a\0b",y\n'})
    assert [article.text for article in read(tmp_path)[0]] == [text.strip() and text, "a\0b"]
