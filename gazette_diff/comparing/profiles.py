"""What the search knows of a unit: its character pairs, and how much each pair tells.

A pair that stands in few units tells more than one that stands in many (inverse document
frequency, Spärck Jones 1972); with characters in pairs no dictionary of words is needed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazette_diff.comparing.keys import bigrams, sentences

# Units without any of the words, added to those of the texts when rarity is told.
_BESIDE = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """The character pairs of one unit, as numbers.

    ``counts`` says how often each stands in the unit, ``sentences`` which stand in each
    sentence. ``weight`` is the sum of what they tell, ``said`` the same counting each pair
    once in a sentence.
    """

    counts: dict[int, int]
    sentences: tuple[tuple[int, ...], ...]
    weight: float
    said: float


@dataclass(frozen=True, slots=True)
class Profiles:
    """Both versions as the search sees them, and what each pair of characters tells.

    ``pairs`` are the pairs of characters that the numbers stand for.
    """

    old: tuple[Profile, ...]
    new: tuple[Profile, ...]
    weights: tuple[float, ...]
    pairs: tuple[str, ...] = ()


def profile_both(old: Sequence[str], new: Sequence[str]) -> Profiles:
    """Return the profiles of the reduced texts *old* and *new* (see :func:`keys.reduced`)."""
    numbers: dict[str, int] = {}
    cut = [[_cut(text, numbers) for text in side] for side in (old, new)]
    counts = [[Counter(pair for s in parts for pair in s) for parts in side] for side in cut]
    weights = _weights(counts[0] + counts[1], len(numbers))
    sides = [
        tuple(_profile(count, parts, weights) for count, parts in zip(*side, strict=True))
        for side in zip(counts, cut, strict=True)
    ]
    return Profiles(sides[0], sides[1], weights, tuple(numbers))


def shared_weight(one: Profile, other: Profile, weights: Sequence[float]) -> float:
    """Return the weight of the pairs that stand in both units."""
    few, many = one.counts, other.counts
    if len(few) > len(many):
        few, many = many, few
    return sum(
        weights[pair] * min(count, many[pair]) for pair, count in few.items() if pair in many
    )


def contained_weight(sentence: Iterable[int], unit: Profile, weights: Sequence[float]) -> float:
    """Return the weight of the pairs of *sentence* that stand anywhere in *unit*."""
    counts = unit.counts
    return sum(weights[pair] for pair in sentence if pair in counts)


def _cut(text: str, numbers: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(numbers.setdefault(pair, len(numbers)) for pair in bigrams(sentence))
        for sentence in sentences(text)
    )


def _weights(counts: Iterable[Counter[int]], size: int) -> tuple[float, ...]:
    """Return what each pair tells (0–1): the rarer the more, nothing if it stands everywhere.

    In a text of a few articles every word stands in a large share of them, so the share is
    taken as though some units without it stood beside.
    """
    frequency: Counter[int] = Counter()
    units = _BESIDE
    for count in counts:
        frequency.update(count.keys())
        units += 1
    most = math.log((1 + units) / 2)
    return tuple(math.log((1 + units / frequency[pair]) / 2) / most for pair in range(size))


def _profile(
    counts: Counter[int], parts: tuple[tuple[int, ...], ...], weights: Sequence[float]
) -> Profile:
    weight = sum(weights[pair] * count for pair, count in counts.items())
    # Each pair once: a word said twice in a sentence is no better evidence of its origin.
    distinct = tuple(tuple(dict.fromkeys(part)) for part in parts)
    said = sum(weights[pair] for part in distinct for pair in part)
    return Profile(dict(counts), tuple(part for part in distinct if part), weight, said)
