"""The program that measures: what it reads and what it prints; no test depends on a time."""

import json

import pytest

from benchmarks.__main__ import _table, main
from benchmarks.articles import NEWSROOMS, TELLINGS, news_articles, write_articles
from benchmarks.measures import Row, Setting, measures
from claims import extract_claims
from claims.sentences import split_sentences
from corpus import load_articles
from factcheck import compare


def test_articles_are_the_same_every_time_and_differ():
    one = list(news_articles(40))
    assert one == list(news_articles(40))
    assert one[:20] == list(news_articles(20))
    assert len({article.text for article in one}) == 40
    assert {article.publisher for article in one} <= set(NEWSROOMS)
    assert one != list(news_articles(40, seed=2))


def test_half_of_the_text_has_numbers():
    articles = list(news_articles(100))
    spans = [(article.text[s.start : s.end]) for article in articles for s in split_sentences(article.text)]
    with_digits = sum(len(span) for span in spans if any(char.isdigit() for char in span))
    assert 0.35 < with_digits / sum(map(len, spans)) < 0.55


def test_tellings_of_one_event_agree():
    articles = list(news_articles(2 * TELLINGS))
    claims = [claim for article in articles for claim in extract_claims(article)]
    verdicts = {finding.verdict for finding in compare(claims, articles=articles)}
    assert "agreement" in verdicts


def test_written_articles_are_read_as_they_were_made(tmp_path):
    write_articles(tmp_path / "news", 5)
    made = list(news_articles(5))
    read = list(load_articles([tmp_path / "news"]))
    assert [(one.id, one.title, one.publisher, one.published) for one in read] == [
        (one.id, one.title, one.publisher, one.published) for one in made
    ]
    assert all(one.text.endswith(other.text + "\n") for one, other in zip(read, made, strict=True))


def test_every_measure_says_what_it_measures():
    assert {"startup", "extraction", "memory", "cache", "jobs"} <= set(measures())
    assert all(measure.__doc__ for measure in measures().values())


@pytest.mark.parametrize("arguments", [["--help"], ["no-such-measure"]])
def test_the_command_line_names_the_measures(arguments, capsys):
    with pytest.raises(SystemExit):
        main(arguments)
    told = "".join(capsys.readouterr())
    assert "startup" in told


def test_results_are_printed_and_written(tmp_path, monkeypatch, capsys):
    def measure(setting: Setting):
        yield Row(what="six beside two", value=setting.articles / 2, must=">= 2x", aim="4x")

    monkeypatch.setattr("benchmarks.__main__.measures", lambda: {"six": measure})
    main(["--articles", "6", "--json", str(tmp_path / "results.json")])
    assert "| six beside two | 3.00x | >= 2x | 4x |  |" in capsys.readouterr().out
    told = json.loads((tmp_path / "results.json").read_text())
    assert told["measures"]["six"][0]["value"] == 3
    assert "Python" in told["machine"]


def test_a_table_has_units():
    assert "| memory | 28.8 MB |" in _table([Row(what="memory", value=28.8, unit="MB")])
