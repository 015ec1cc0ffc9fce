"""What shows another number than it holds is said and not read; what scripts and emoji need is neither."""

import pytest

from claims import extract_claims
from corpus import Article
from corpus.hidden import hidden_spans, hidden_warning
from tests.corpus.test_read import put, read

HOSTILE = [
    ("The storm killed \u202e21\u202c people.", "U+202E"),
    ("The storm killed 1\u200b2 people.", "U+200B"),
    ("Profit fell to 1,\u20602 million euros.", "U+2060"),
    ("The team won 3\u00ad1 on Monday, for 31 points.", "U+00AD"),
    ("It cost $1\U000e00302 million in 2019.", "U+E0030"),
    ("Voters cast 1\uff12 ballots.", "U+FF12"),
    ("Voters cast \uff112 ballots.", "U+0032"),
    ("The quake injured \U0001d7cf\U0001d7d0 and killed 3.", "U+1D7CF"),
    ("\x1b[31m31 meters of rain fell.", "U+001B"),
    ("\x9b31m31 meters of rain fell.", "U+009B"),
    ("The court fined him $90\b\b10.", "U+0008"),
]
HARMLESS = [
    "The co\u00adoperative sold 12 tonnes.",
    "Zero\u200bwidth break before 12 people.",
    "\ufeff12 people died.",
    "12\u200b people died.",
    "شركة \u200e12\u200f people died.",
    "The mayor of \u2066חיפה\u2069 named 12 people.",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 3, 🇫🇷 1",
    "👨\u200d👩\u200d👧 12 families, 1\ufe0f\u20e3 first",
    "１２ people died; ١٢٣ people fled; 10² km",
    "1\u00a0234 and 1\u202f234 and 1\u2009234 people",
]


@pytest.mark.parametrize(("text", "named"), HOSTILE)
def test_what_is_seen_is_not_what_is_there(tmp_path, text, named):
    put(tmp_path, {"a.txt": f"Two boats sank.\n{text}\n"})
    [article], [(severity, name, said)] = read(tmp_path / "a.txt")
    assert (severity, name) == ("warning", "a.txt")
    assert f"{named} in line 2" in said
    assert [claim.text for claim in extract_claims(article)] == ["Two boats"]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_scripts_need_is_no_reason_for_a_word(text):
    assert hidden_warning(text) is None


def test_a_warning_names_a_few_however_many_there_are():
    warning = hidden_warning("\x1b[1m\n" * 100_000)
    assert warning is not None
    assert len(warning) < 200
    assert sum(1 for _ in hidden_spans("\x1b[1m\n" * 100)) == 100


def test_an_article_that_python_was_given_is_as_safe():
    assert extract_claims(Article(id="a", text="\x1b[31m31 meters of rain fell.")) == []
