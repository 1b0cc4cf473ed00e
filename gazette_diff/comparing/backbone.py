"""The order of the texts: the links that keep it, and how far a pair of units is from it.

A revision renumbers most articles but moves few. The heaviest chain of confident links that
keeps the order in both versions is the backbone; where a unit should stand is told by it
and by the unit's nearest neighbours, which tell it also inside a chapter that was moved.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

# A unit three places away from where it is expected is still rather likely to be the one.
_REACH = 3.0


def backbone(links: Iterable[tuple[int, int, float]]) -> tuple[tuple[int, int], ...]:
    """Return the chain of *links* (old, new, weight) that keeps the order and weighs most.

    Each unit stands in the chain at most once. Takes O(n log n): a Fenwick tree holds the
    heaviest chain that ends at or before each new unit.
    """
    ordered = sorted(links, key=lambda link: (link[0], -link[1]))
    if not ordered:
        return ()
    size = max(link[1] for link in ordered) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before = [-1] * len(ordered)
    best = (0.0, -1)
    for number, (_, new, weight) in enumerate(ordered):
        total, before[number] = _heaviest(tree, new)
        here = (total + weight, number)
        _raise(tree, new + 1, here)
        best = max(best, here, key=lambda chain: chain[0])
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(ordered[at][:2])
        at = before[at]
    return tuple(reversed(chain))


def _heaviest(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    found = (0.0, -1)
    while end > 0:
        if tree[end][0] > found[0]:
            found = tree[end]
        end -= end & -end
    return found


def _raise(tree: list[tuple[float, int]], at: int, chain: tuple[float, int]) -> None:
    while at < len(tree):
        if chain[0] > tree[at][0]:
            tree[at] = chain
        at += at & -at


class Neighbourhood:
    """Where each unit is expected, told from links that keep the order."""

    def __init__(self, spine: Sequence[tuple[int, int]], old_size: int, new_size: int) -> None:
        """Take the backbone *spine* and the number of units on both sides."""
        self._old = [-1, *(i for i, _ in spine), old_size]
        self._new = [-1, *(j for _, j in spine), new_size]

    def gap_of_old(self, old: int) -> int:
        """Return which gap of the backbone the unit *old* stands in, counted from 0."""
        return bisect_left(self._old, old) - 1

    def gap_of_new(self, new: int) -> int:
        """Return which gap of the backbone the unit *new* stands in, counted from 0."""
        return bisect_left(self._new, new) - 1

    def gap(self, number: int) -> tuple[range, range]:
        """Return the old and the new units inside gap *number*."""
        old = range(self._old[number] + 1, self._old[number + 1])
        return old, range(self._new[number] + 1, self._new[number + 1])

    def distance(self, old: int, new: int) -> int:
        """Return how many places the pair is away from where its neighbours stand."""
        return min(
            _outside(self._window(self._old, self._new, old), new),
            _outside(self._window(self._new, self._old, new), old),
        )

    @staticmethod
    def _window(here: Sequence[int], there: Sequence[int], one: int) -> tuple[int, int]:
        """Return the places on the other side between which the unit *one* is expected."""
        at = bisect_left(here, one)
        after = at + 1 if here[at] == one else at
        return there[at - 1], there[after]


def _outside(window: tuple[int, int], place: int) -> int:
    """Return how far *place* is outside of *window*; on its edge stand the neighbours."""
    low, high = window
    if low < place < high:
        return 0
    return min(abs(place - low), abs(place - high)) + (place in window)


def nearness(distance: int) -> float:
    """Return 1 for a pair in its place, falling to 0 as *distance* grows."""
    return math.exp(-distance / _REACH)
