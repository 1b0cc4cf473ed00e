"""Finding the units that share rare words with a sentence, without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.comparing.profiles import Profile

# How many entries of the index one question may read. It bounds the work for each sentence,
# and so keeps the whole search linear: in 5,000 articles 应当 stands in 4,000 of them.
_BUDGET = 200


class Index:
    """Which of the units on one side hold a pair of characters."""

    def __init__(self, profiles: Sequence[Profile], members: Iterable[int]) -> None:
        """Index the units of *profiles* whose numbers are in *members*."""
        self._units: dict[int, list[int]] = {}
        for number in members:
            for pair in profiles[number].counts:
                self._units.setdefault(pair, []).append(number)

    def seek(self, pairs: Iterable[int], weights: Sequence[float]) -> dict[int, float]:
        """Return the units that hold any of *pairs*, each with the weight found in it.

        The rarest pairs are asked for first, and only as many as the budget allows.
        """
        known = [(len(units), pair, units) for pair in pairs if (units := self._units.get(pair))]
        known.sort()
        found: dict[int, float] = {}
        spent = 0
        for size, pair, units in known:
            spent += size
            if spent > _BUDGET:
                break
            weight = weights[pair]
            for unit in units:
                found[unit] = found.get(unit, 0.0) + weight
        return found


def best(found: dict[int, float], count: int) -> list[int]:
    """Return the *count* heaviest keys of *found*, the heaviest first, ties by number."""
    return sorted(found, key=lambda unit: (-found[unit], unit))[:count]
