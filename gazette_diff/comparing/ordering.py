"""Orders: the heaviest run that never falls, and one order that keeps many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise


def heaviest_rise(steps: Sequence[tuple[int, int]]) -> list[int]:
    """Return the positions of the heaviest run of *steps* (place, weight) that never falls."""
    # For each place the best run that ends there; places rise along the lists, so do totals.
    ends: list[int] = []
    totals: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for at, (place, weight) in enumerate(steps):
        found = bisect_right(ends, place) - 1
        before.append(tails[found] if found >= 0 else -1)
        total = weight + (totals[found] if found >= 0 else 0)
        spot = found if found >= 0 and ends[found] == place else found + 1
        same = spot == found
        ends[spot : spot + same] = [place]
        totals[spot : spot + same] = [total]
        tails[spot : spot + same] = [at]
        while spot + 1 < len(ends) and totals[spot + 1] <= total:
            del ends[spot + 1], totals[spot + 1], tails[spot + 1]
    run: list[int] = []
    at = tails[-1] if tails else -1
    while at >= 0:
        run.append(at)
        at = before[at]
    return run[::-1]


def ordered(chains: Iterable[Sequence[int]], size: int) -> list[int] | None:
    """Return the numbers up to *size* in an order that keeps that of all *chains*.

    Small numbers come as early as the chains allow; None where they contradict each other.
    """
    after: list[set[int]] = [set() for _ in range(size)]
    waits = [0] * size
    for chain in chains:
        for one, other in pairwise(chain):
            if other not in after[one]:
                after[one].add(other)
                waits[other] += 1
    ready = [number for number in range(size) if not waits[number]]
    heapify(ready)
    order = []
    while ready:
        number = heappop(ready)
        order.append(number)
        for other in after[number]:
            waits[other] -= 1
            if not waits[other]:
                heappush(ready, other)
    return order if len(order) == size else None
