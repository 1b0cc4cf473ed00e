"""From the evidence for a pair to the chance that it is right.

A logistic model of six numbers. Its weights were fitted (``benchmarks/alignment_fit.py``)
to the pairs of sixteen revisions read in full, and, as examples of what is no pair at all,
to regulations that have nothing to do with each other.
"""

from __future__ import annotations

import math

from gazette_diff.comparing.features import Features

#: Links of at least this confidence are said.
ENOUGH = 0.5
#: The confidence of units that have the same words.
CERTAIN = 0.999
#: … of which there are several in one version.
REPEATED = 0.95

#: What each feature weighs; the last number stands alone.
WEIGHTS = Features(mutual=2.2, share=7.5, rank_low=3.3, rank_high=2.0, place=2.1, kinship=2.3)
BASE = -6.4


def confidence_of(features: Features) -> float:
    """Return the chance (0–1) that the pair of *features* corresponds."""
    total = BASE + sum(w * value for w, value in zip(WEIGHTS, features, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
