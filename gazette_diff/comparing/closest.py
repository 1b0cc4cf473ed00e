"""How alike the most alike sentences of two units are: what stays of one that was split up.

The words of two long articles may have little in common as a whole while one sentence went
from the one to the other nearly as it was.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gazette_diff.comparing.profiles import Profile, Profiles

Pair = tuple[int, int]

# Sentences that tell less than this much (about three rare words) are alike by chance.
_TELLING = 2.0
# Of a very long unit so many sentences are looked at, those that tell most.
_MOST = 30


class _Unit(NamedTuple):
    """The sentences of a unit that tell enough, what each tells, and where each pair stands."""

    sentences: tuple[tuple[int, ...], ...]
    told: tuple[float, ...]
    places: dict[int, list[int]]


def closest_sentences(profiles: Profiles, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return for each of the *pairs* of units how alike their most alike sentences are.

    That is compared with the best that either unit has with any other: 1 where there is no
    better partner for one of them, else the larger of both shares.
    """
    weights = profiles.weights
    old: dict[int, _Unit] = {}
    new: dict[int, _Unit] = {}
    found: dict[Pair, float] = {}
    for i, j in pairs:
        if i not in old:
            old[i] = _unit(profiles.old[i], weights)
        if j not in new:
            new[j] = _unit(profiles.new[j], weights)
        found[i, j] = _worth(old[i], new[j], weights)
    top_old: dict[int, float] = {}
    top_new: dict[int, float] = {}
    for (i, j), worth in found.items():
        top_old[i] = max(top_old.get(i, 0.0), worth)
        top_new[j] = max(top_new.get(j, 0.0), worth)
    return {
        (i, j): worth / min(top_old[i], top_new[j]) if worth else 0.0
        for (i, j), worth in found.items()
    }


def _unit(profile: Profile, weights: Sequence[float]) -> _Unit:
    told = [sum(weights[pair] for pair in sentence) for sentence in profile.sentences]
    telling = [number for number, weight in enumerate(told) if weight >= _TELLING]
    kept = sorted(telling, key=lambda number: -told[number])[:_MOST]
    places: dict[int, list[int]] = {}
    for place, number in enumerate(kept):
        for pair in profile.sentences[number]:
            places.setdefault(pair, []).append(place)
    return _Unit(
        tuple(profile.sentences[number] for number in kept),
        tuple(told[number] for number in kept),
        places,
    )


def _worth(old: _Unit, new: _Unit, weights: Sequence[float]) -> float:
    """Return the most that any two sentences are worth: how alike they are and how telling."""
    most = 0.0
    places = old.places
    for sentence, told in zip(new.sentences, new.told, strict=True):
        common: dict[int, float] = {}
        for pair in sentence:
            for place in places.get(pair, ()):
                common[place] = common.get(place, 0.0) + weights[pair]
        for place, weight in common.items():
            most = max(most, 2 * weight / (old.told[place] + told) * math.log1p(weight))
    return most
