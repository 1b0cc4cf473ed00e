"""From the evidence for a pair to the chance that it is right.

Two logistic models, one after the other: six numbers tell how likely a pair is by itself,
and then that is weighed against what its rivals leave unexplained. The weights were fitted
(``benchmarks/alignment_fit.py``) to revisions read in full; regulations that have nothing
to do with each other, and made-up parallel chapters, served as examples of what is no pair.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from gazette_diff.comparing.explaining import unexplained_weights
from gazette_diff.comparing.features import Features

if TYPE_CHECKING:
    from gazette_diff.comparing.profiles import Profiles

Pair = tuple[int, int]

#: Links of at least this confidence are said.
ENOUGH = 0.5
#: The confidence of units that have the same words.
CERTAIN = 0.999
#: … of which there are several in one version.
REPEATED = 0.95

#: What each feature weighs, and the number that stands alone.
FIRST = Features(mutual=2.1, share=7.27, rank_low=2.89, rank_high=1.83, place=1.93, kinship=1.93)
FIRST_BASE = -6.36
#: What the first judgement (log odds) and the unexplained weight (log) weigh.
SECOND = (0.64, 0.86)
SECOND_BASE = -1.67
# Pairs less likely than this by themselves have no future.
_HOPELESS = 0.03
_FAR = 30.0


def confidences(
    profiles: Profiles, shared: Mapping[Pair, float], features: Mapping[Pair, Features]
) -> dict[Pair, float]:
    """Return the chance (0–1) of each pair that has one; *shared* is the weight pairs share."""
    odds = {pair: log_odds(values) for pair, values in features.items()}
    chances = {
        pair: chance for pair, value in odds.items() if (chance := _chance(value)) >= _HOPELESS
    }
    unexplained = unexplained_weights(profiles, shared, chances)
    return {
        pair: _chance(
            SECOND_BASE + SECOND[0] * odds[pair] + SECOND[1] * math.log1p(unexplained[pair])
        )
        for pair in chances
    }


def log_odds(features: Features) -> float:
    """Return the log odds of a pair by itself, from its *features*."""
    return FIRST_BASE + sum(w * value for w, value in zip(FIRST, features, strict=True))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_FAR, min(_FAR, odds))))
