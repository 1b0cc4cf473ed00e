"""Whether two texts have anything to do with each other.

Regulations on different matters share the clauses that every regulation has: its purpose, its
scope, 滥用职权、玩忽职守, 构成犯罪的, the day of entry into force. What they have in common is
therefore measured without the pairs of characters that stand in a quarter of all regulations
(``everyday.txt``, made by ``benchmarks/everyday_words.py``).

Of 250 random pairs out of 600 regulations none shared more than 1.6 % when measured so, of 26
pairs on one subject (a city's rules and the law, two cities' rules) all but two 6 % and more;
with all words counted the one went up to 8.6 %, the other down to 4 %.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.comparing.features import KIN
from gazette_diff.comparing.profiles import shared_weight

if TYPE_CHECKING:
    from gazette_diff.comparing.candidates import Candidates
    from gazette_diff.comparing.profiles import Profiles

Pair = tuple[int, int]


@cache
def everyday_pairs() -> frozenset[str]:
    """Return the pairs of characters that stand in most regulations, whatever their matter."""
    text = Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def telling_share(profiles: Profiles, candidates: Candidates, sure: Sequence[Pair]) -> float:
    """Return the share (0–1) of the lesser text that both have in common, everyday words apart.

    *sure* are the pairs of units known to correspond; units that are the best partner of each
    other count too, as far as they share anything. Texts of everyday words alone are alike.
    """
    weights = _telling(profiles)
    top_old, top_new = candidates.tops()
    mutual = {
        (i, j)
        for (i, j), value in candidates.similarity.items()
        if value >= KIN and value == top_old[i] == top_new[j]
    }
    common = sum(
        shared_weight(profiles.old[i], profiles.new[j], weights)
        for i, j in sorted({*sure, *mutual})
    )
    whole = min(
        sum(_weight(unit.counts, weights) for unit in side) for side in (profiles.old, profiles.new)
    )
    if not whole:
        return 1.0 if profiles.pairs else 0.0
    return min(1.0, common / whole)


def _telling(profiles: Profiles) -> Sequence[float]:
    everyday = everyday_pairs()
    return [
        0.0 if pair in everyday else weight
        for pair, weight in zip(profiles.pairs, profiles.weights, strict=True)
    ]


def _weight(counts: Mapping[int, int], weights: Sequence[float]) -> float:
    return sum(weights[pair] * count for pair, count in counts.items())
