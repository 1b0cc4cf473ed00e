"""What speaks for a pair of units: the numbers on which a link is judged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.backbone import Neighbourhood, backbone, nearness
from gazette_diff.comparing.homes import settle

if TYPE_CHECKING:
    from gazette_diff.comparing.candidates import Candidates
    from gazette_diff.comparing.profiles import Profiles

# Above this similarity the best partners of each other are sure enough to tell the order.
_SURE = 0.5
# From this similarity on the best partners of each other show that the texts are kin.
_KIN = 0.2
# Texts that share this much are versions of one regulation; more tells nothing of one link.
_SURELY_KIN = 0.3
_HARDLY_KIN = 0.01
# How much the place counts against the words when a sentence chooses its home.
_PLACE = 0.3
# How much it counts that the other unit has a better partner, and that this one has: a long
# penalty clause repeats the words of many articles and is the home of few of them.
_THERE = 0.5
_HERE = 0.25

Pair = tuple[int, int]


class Features(NamedTuple):
    """The evidence for one pair; all are the same when the versions are swapped.

    ``mutual`` is the weight (log) of the sentences that chose each other's unit, the lesser
    of both sides; ``share`` the larger share of a unit that went to the other; ``rank_low``
    and ``rank_high`` compare the similarity with that of the best other partner on either
    side; ``place`` is 1 where the neighbours expect the pair; ``kinship`` (log) tells how
    much the two texts have in common at all.
    """

    mutual: float
    share: float
    rank_low: float
    rank_high: float
    place: float
    kinship: float


def kinship(profiles: Profiles, candidates: Candidates, sure: Sequence[Pair]) -> float:
    """Return the share (0–1) of the lesser text that units sure of each other have in common."""
    common = sum(profiles.old[i].weight for i, _ in sure)
    top_old, top_new = candidates.tops()
    common += sum(
        candidates.shared[i, j]
        for (i, j), value in candidates.similarity.items()
        if value >= _KIN and value == top_old[i] == top_new[j]
    )
    whole = min(sum(unit.weight for unit in side) for side in (profiles.old, profiles.new))
    return min(1.0, common / whole) if whole else 0.0


def features_of(
    profiles: Profiles, candidates: Candidates, sure: Sequence[Pair], kin: float
) -> dict[Pair, Features]:
    """Return the evidence for each pair in *candidates*.

    *sure* are the pairs known already, *kin* is the :func:`kinship` of the texts.
    """
    alike = candidates.similarity
    top_old, top_new = candidates.tops()
    clear = [
        (i, j, value)
        for (i, j), value in alike.items()
        if value >= _SURE and value == top_old[i] == top_new[j]
    ]
    around = Neighbourhood(
        backbone([*((i, j, 1.0) for i, j in sure), *clear]), len(profiles.old), len(profiles.new)
    )
    place = {pair: nearness(around.distance(*pair)) for pair in alike}

    def fitness(i: int, j: int, rank_there: float, rank_here: float) -> float:
        ranks: float = rank_there**_THERE * rank_here**_HERE
        return (1 - _PLACE + _PLACE * place[i, j]) * ranks

    def fitness_of_old(i: int, j: int) -> float:
        value = alike.get((i, j), 0.0)
        return fitness(i, j, value / top_new[j], value / top_old[i]) if value else 0.0

    def fitness_of_new(j: int, i: int) -> float:
        value = alike.get((i, j), 0.0)
        return fitness(i, j, value / top_old[i], value / top_new[j]) if value else 0.0

    went = settle(
        profiles.old, profiles.new, candidates.old_sentences, fitness_of_old, profiles.weights
    )
    came = settle(
        profiles.new, profiles.old, candidates.new_sentences, fitness_of_new, profiles.weights
    )
    result = {}
    for (i, j), value in alike.items():
        there, back = went.get((i, j), 0.0), came.get((j, i), 0.0)
        ranks = value / top_old[i], value / top_new[j]
        result[i, j] = Features(
            mutual=math.log1p(min(there, back)),
            share=max(there / profiles.old[i].said, back / profiles.new[j].said),
            rank_low=min(ranks),
            rank_high=max(ranks),
            place=place[i, j],
            kinship=math.log(min(max(kin, _HARDLY_KIN), _SURELY_KIN)),
        )
    return result
