"""The gold of dates is sound, and its pinned scores hold."""

from benchmarks.accuracy_dates import load_sentences, main


def test_the_gold_is_sound() -> None:
    sentences = load_sentences()
    assert len(sentences) >= 300
    assert len({sentence.domain for sentence in sentences}) >= 10
    assert sum(not sentence.dates for sentence in sentences) >= 30
    for sentence in sentences:
        for mention in sentence.dates:
            assert sentence.text[mention.start : mention.end] == mention.text


def test_no_pinned_score_has_fallen() -> None:
    assert main([]) == 0
