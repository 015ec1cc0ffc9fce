"""Logistic regression with an L2 penalty, in plain Python, the same on every machine."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 4  # examples that a feature must occur in to get a weight
STEPS = 60
MEMORY = 8  # steps that the search remembers
CLOSE = 1e-3  # largest slope at which the search ends


@dataclass(frozen=True, slots=True)
class Example:
    """One pair of claims: its features, whether it is what is asked for, how much it counts."""

    features: Mapping[str, float]
    is_right: bool
    weight: float


class _Loss:
    """The penalised log loss of the examples and its slope, over weights in the order of `names`."""

    def __init__(self, examples: Sequence[Example], expected: Mapping[str, float], penalty: float) -> None:
        seen = Counter(name for example in examples for name in example.features)
        self.names = sorted({name for name, count in seen.items() if count >= FEWEST} | expected.keys())
        place = {name: n for n, name in enumerate(self.names)}
        self.expected = [expected.get(name, 0.0) for name in self.names]
        self.penalty = penalty
        self._rows = [
            (
                [(place[name], x) for name, x in sorted(e.features.items()) if x and name in place],
                1.0 if e.is_right else -1.0,
                e.weight,
            )
            for e in examples
        ]

    def at(self, weights: Sequence[float]) -> tuple[float, list[float]]:
        away = [weight - usual for weight, usual in zip(weights, self.expected, strict=True)]
        slope = [self.penalty * distance for distance in away]
        loss = self.penalty * sum(distance * distance for distance in away) / 2
        for row, sign, weight in self._rows:
            margin = sign * sum(weights[place] * amount for place, amount in row)
            if margin > 30:
                continue
            size = math.exp(-max(margin, -30.0))
            loss += weight * math.log1p(size)
            pull = -sign * weight * size / (1 + size)
            for place, amount in row:
                slope[place] += pull * amount
        return loss, slope


def fit(examples: Sequence[Example], expected: Mapping[str, float], penalty: float) -> dict[str, float]:
    """The weights of all features, held near the `expected` ones, else near 0; rounded as a file holds them.

    Source: Nocedal and Wright (2006), Numerical Optimization, algorithm 7.5 (L-BFGS) with backtracking.
    """
    loss = _Loss(examples, expected, penalty)
    weights = list(loss.expected)
    value, slope = loss.at(weights)
    past: list[tuple[list[float], list[float]]] = []
    for _ in range(STEPS):
        if max(map(abs, slope), default=0.0) < CLOSE:
            break
        way = _direction(slope, past)
        steepness = _dot(way, slope)
        length = 1.0 if past else 1.0 / math.sqrt(_dot(slope, slope))
        while True:
            moved = [weight + length * step for weight, step in zip(weights, way, strict=True)]
            new_value, new_slope = loss.at(moved)
            if new_value <= value + 1e-4 * length * steepness or length < 1e-6:
                break
            length /= 2
        past.append((_minus(moved, weights), _minus(new_slope, slope)))
        del past[:-MEMORY]
        weights, value, slope = moved, new_value, new_slope
    return {
        n: rounded for n, weight in zip(loss.names, weights, strict=True) if (rounded := round(weight, 2))
    }


def _direction(slope: Sequence[float], past: Sequence[tuple[list[float], list[float]]]) -> list[float]:
    """Downhill, bent by what the past steps tell of the curvature."""
    way = [-x for x in slope]
    shares = []
    for step, turn in reversed(past):
        share = _dot(step, way) / (_dot(step, turn) or 1e-12)
        shares.append(share)
        way = [x - share * y for x, y in zip(way, turn, strict=True)]
    if past:
        step, turn = past[-1]
        scale = _dot(step, turn) / (_dot(turn, turn) or 1e-12)
        way = [x * scale for x in way]
    for (step, turn), share in zip(past, reversed(shares), strict=True):
        back = share - _dot(turn, way) / (_dot(step, turn) or 1e-12)
        way = [x + back * y for x, y in zip(way, step, strict=True)]
    return way


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _minus(a: Sequence[float], b: Sequence[float]) -> list[float]:
    return [x - y for x, y in zip(a, b, strict=True)]
