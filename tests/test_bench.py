"""No pinned score of the benches falls, and the texts are those that the scores were pinned on."""

from benchmarks import clusters, planter, reprints
from benchmarks.gold import digest_of
from benchmarks.pins import Pins, fallen, worse


def test_clusters_hold_their_pins(capsys):
    figures = clusters.figures_of(clusters.load_clusters())
    assert fallen(clusters.PINS, digest_of(), figures) == 0, capsys.readouterr().err


def test_planted_errors_hold_their_pins(capsys):
    figures, _ = planter.figures_of(clusters.load_clusters())
    assert fallen(planter.PINS, digest_of(), figures) == 0, capsys.readouterr().err


def test_falsified_reprints_hold_their_pins(capsys):
    figures, _ = reprints.figures_of(clusters.load_clusters())
    assert fallen(reprints.PINS, digest_of(), figures) == 0, capsys.readouterr().err
    right, told = figures["errors"]
    assert told >= 50
    assert right / told >= 0.9


def test_a_figure_that_falls_is_worse():
    assert worse("agreement recall", (8, 10), (9, 10))
    assert not worse("agreement recall", (9, 10), (8, 10))
    assert worse("trap other_item", (2, 10), (1, 10))
    assert not worse("agreement judged", (0, 0), (0, 0))


def test_pins_are_read_as_they_were_written(tmp_path, capsys):
    pins = Pins("bench", tmp_path)
    assert pins.read() == ("", {})
    pins.write("abc", {"agreement recall": (8, 10)})
    assert pins.read() == ("abc", {"agreement recall": (8, 10)})
    assert fallen(pins, "abc", {"agreement recall": (9, 10)}) == 0
    assert fallen(pins, "abc", {"agreement recall": (7, 10)}) == 1
    assert fallen(pins, "other", {"agreement recall": (9, 10)}) == 1
    assert "--update" in capsys.readouterr().err
