"""The gold of quantities is sound, and its pinned scores hold."""

from benchmarks.accuracy_quantities import load_sentences, main


def test_the_gold_is_sound() -> None:
    sentences = load_sentences()
    assert len(sentences) >= 400
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert len({sentence.domain for sentence in sentences}) >= 10
    assert sum(not sentence.quantities for sentence in sentences) >= 30
    for sentence in sentences:
        end = 0
        for mention in sentence.quantities:
            assert end <= mention.start < mention.end <= len(sentence.text)
            end = mention.end


def test_no_pinned_score_has_fallen() -> None:
    assert main([]) == 0
