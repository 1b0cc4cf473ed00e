"""What speaks for a pair of units: the numbers on which a link is judged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.backbone import Neighbourhood, backbone, nearness
from gazette_diff.comparing.closest import closest_sentences
from gazette_diff.comparing.homes import settle
from gazette_diff.comparing.profiles import shared_weight

if TYPE_CHECKING:
    from gazette_diff.comparing.candidates import Candidates
    from gazette_diff.comparing.profiles import Profiles

# Above this similarity the best partners of each other are sure enough to tell the order.
_SURE = 0.5
#: From this similarity on the best partners of each other show that the texts are kin.
KIN = 0.2
# Texts that share this much are versions of one regulation; more tells nothing of one link.
_SURELY_KIN = 0.3
_HARDLY_KIN = 0.01
# How much the place counts against the words when a sentence chooses its home.
_PLACE = 0.3
# How much it counts that the other unit has a better partner, and that this one has: a long
# penalty clause repeats the words of many articles and is the home of few of them.
_THERE = 0.5
_HERE = 0.25
# What so many units would have in common that are not there.
_MIDDLING = 0.5
_BESIDE = 4
# Added to the similarity before its logarithm is taken.
_BARELY = 0.02

Pair = tuple[int, int]


class Features(NamedTuple):
    """The evidence for one pair; all are the same when the versions are swapped.

    ``mutual`` is the weight (log) of the sentences that chose each other's unit, the lesser
    of both sides; ``share`` the larger share of a unit that went to the other; ``rank``
    compares the similarity with that of the best partner either has; ``place`` is 1 where
    the neighbours expect the pair; ``kinship`` (log) tells how much the two texts have in
    common at all.

    ``alike`` is the similarity (log). ``kept`` tells how lightly the text was revised: the
    similarity of the middle one of all best partners; ``kept_alike`` is its product with
    the similarity: where all else stayed nearly as it was, a pair with little in common is
    hardly one, in a text written anew it may well be. ``sentence`` compares the most alike
    sentences of both with the best that either has with another unit.
    """

    mutual: float
    share: float
    rank: float
    place: float
    kinship: float
    alike: float
    kept: float
    kept_alike: float
    sentence: float


def kinship(
    profiles: Profiles,
    candidates: Candidates,
    same: Sequence[Pair],
    linked: AbstractSet[Pair] = frozenset(),
) -> float:
    """Return the share (0–1) of the lesser text that units sure of each other have in common.

    *same* are the pairs of equal words, *linked* those that are known otherwise.
    """
    common = sum(profiles.old[i].weight for i, _ in same)
    common += sum(
        shared_weight(profiles.old[i], profiles.new[j], profiles.weights) for i, j in linked
    )
    top_old, top_new = candidates.tops()
    common += sum(
        candidates.shared[i, j]
        for (i, j), value in candidates.similarity.items()
        if value >= KIN and value == top_old[i] == top_new[j] and (i, j) not in linked
    )
    whole = min(sum(unit.weight for unit in side) for side in (profiles.old, profiles.new))
    return min(1.0, common / whole) if whole else 0.0


def features_of(
    profiles: Profiles, candidates: Candidates, sure: Sequence[Pair], kin: float
) -> dict[Pair, Features]:
    """Return the evidence for each pair in *candidates*.

    *sure* are the pairs known already, *kin* is the :func:`kinship` of the texts.
    """
    place = _places(profiles, candidates, sure)
    ranks = _ranks(candidates)
    fitness = {pair: _fitness(place[pair], *ranks[pair]) for pair in ranks}
    turned = {(j, i): _fitness(place[i, j], there, here) for (i, j), (here, there) in ranks.items()}
    old, new, weights = profiles.old, profiles.new, profiles.weights
    went = settle(old, new, candidates.old_sentences, fitness, weights)
    came = settle(new, old, candidates.new_sentences, turned, weights)
    common = math.log(min(max(kin, _HARDLY_KIN), _SURELY_KIN))
    kept = _kept(candidates, sure)
    closest = closest_sentences(profiles, candidates.similarity)
    result = {}
    for (i, j), similarity in candidates.similarity.items():
        there, back = went.get((i, j), 0.0), came.get((j, i), 0.0)
        result[i, j] = Features(
            mutual=math.log1p(min(there, back)),
            share=max(there / old[i].said, back / new[j].said),
            rank=min(ranks[i, j]),
            place=place[i, j],
            kinship=common,
            alike=math.log(similarity + _BARELY),
            kept=kept,
            kept_alike=kept * similarity,
            sentence=closest[i, j],
        )
    return result


def _kept(candidates: Candidates, sure: Sequence[Pair]) -> float:
    """Return the similarity of the middle one (0–1) of all units that are best partners.

    A text of a few articles tells little of that; some of middling similarity stand beside.
    """
    alike = candidates.similarity
    top_old, top_new = candidates.tops()
    best = [_MIDDLING] * _BESIDE
    best += [1.0 for pair in sure if pair not in alike]
    best += [
        value
        for (i, j), value in alike.items()
        if value >= KIN and value == top_old[i] == top_new[j]
    ]
    return sorted(best)[len(best) // 2]


def _places(profiles: Profiles, candidates: Candidates, sure: Sequence[Pair]) -> dict[Pair, float]:
    """Return how near each pair is to where its neighbours expect it (0–1)."""
    alike = candidates.similarity
    top_old, top_new = candidates.tops()
    clear = [
        (i, j, value)
        for (i, j), value in alike.items()
        if value >= _SURE and value == top_old[i] == top_new[j]
    ]
    spine = backbone([*((i, j, 1.0) for i, j in sure), *clear])
    around = Neighbourhood(spine, len(profiles.old), len(profiles.new))
    return {pair: nearness(around.distance(*pair)) for pair in alike}


def _ranks(candidates: Candidates) -> dict[Pair, tuple[float, float]]:
    """Return the similarity of each pair against the best of its old, and of its new unit."""
    top_old, top_new = candidates.tops()
    return {
        (i, j): (value / top_old[i], value / top_new[j])
        for (i, j), value in candidates.similarity.items()
    }


def _fitness(place: float, here: float, there: float) -> float:
    """Return how fit a unit is as the home of a sentence, from its place and the ranks."""
    ranks: float = there**_THERE * here**_HERE
    return (1 - _PLACE + _PLACE * place) * ranks
