"""The inputs that fuzzing keeps, seeds and whatever once broke something, hold in every run of the tests."""

import pytest

from fuzz.targets import CORPUS, TARGETS, replay

NEEDED = {
    "html": "trafilatura",
    "any": "trafilatura",
    "rss": "feedparser",
    "pdf": "pypdfium2",
    "warc": "warcio",
}


@pytest.mark.filterwarnings("ignore")  # of the libraries that read pages and feeds
@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs_hold(name):
    if name in NEEDED:
        pytest.importorskip(NEEDED[name])
    assert replay(name) > 0


def test_every_folder_is_the_corpus_of_a_target():
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
