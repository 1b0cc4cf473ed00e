"""From the evidence for a pair to the chance that it is right.

Two logistic models, one after the other: nine numbers tell how likely a pair is by itself,
and then that is weighed against what its rivals leave unexplained. The weights were fitted
(``benchmarks/alignment_fit.py``) to revisions read by people and to made-up ones;
regulations that have nothing to do with each other, and made-up parallel chapters, served as
examples of what is no pair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from gazette_diff.comparing.explaining import unexplained_weights
from gazette_diff.comparing.features import Features
from gazette_diff.core.changes import DOUBT

if TYPE_CHECKING:
    from gazette_diff.comparing.profiles import Profiles

Pair = tuple[int, int]

#: Links of at least this confidence are said.
ENOUGH = 0.5
#: The confidence of links that a person fixed.
BY_HAND = 1.0
#: The confidence of units that have the same words.
CERTAIN = 0.999
#: … of which there are several in one version.
REPEATED = 0.95
#: At most, of a unit that a person kept apart from a more alike one: the link is doubtful.
SECOND_BEST = DOUBT - 0.01

#: What each feature weighs, and the number that stands alone.
FIRST = Features(
    mutual=2.26,
    share=6.65,
    rank=1.84,
    place=1.77,
    kinship=1.96,
    alike=1.11,
    kept=-4.24,
    kept_alike=-4.50,
    sentence=1.88,
)
FIRST_BASE = -1.04
#: What the first judgement (log odds) and the unexplained weight (log) weigh.
SECOND = (0.83, 0.63)
SECOND_BASE = -1.21
# Pairs less likely than this by themselves have no future.
_HOPELESS = 0.03
_FAR = 30.0


def confidences(
    profiles: Profiles, shared: Mapping[Pair, float], features: Mapping[Pair, Features]
) -> dict[Pair, float]:
    """Return the chance (0–1) of each pair that has one; *shared* is the weight pairs share."""
    odds = {
        pair: FIRST_BASE + sum(w * value for w, value in zip(FIRST, values, strict=True))
        for pair, values in features.items()
    }
    return {
        pair: chance(SECOND_BASE + sum(w * value for w, value in zip(SECOND, both, strict=True)))
        for pair, both in second_evidence(profiles, shared, odds).items()
    }


def second_evidence(
    profiles: Profiles, shared: Mapping[Pair, float], odds: Mapping[Pair, float]
) -> dict[Pair, tuple[float, float]]:
    """Return what the second judgement goes by, for the pairs that are not hopeless.

    That are the log *odds* of the pair by itself, and the log of the weight that its rivals
    leave unexplained.
    """
    chances = {pair: value for pair, o in odds.items() if (value := chance(o)) >= _HOPELESS}
    unexplained = unexplained_weights(profiles, shared, chances)
    return {pair: (odds[pair], math.log1p(unexplained[pair])) for pair in chances}


def chance(odds: float) -> float:
    """Return the probability that log *odds* stand for."""
    return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, odds))))
