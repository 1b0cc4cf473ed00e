"""The tokens that two texts have in common, in order, found within bounds.

``difflib`` finds good matches but takes time and memory beyond all bounds for long texts of
few different tokens. Long texts are therefore cut first at runs of tokens that stand once in
each of them (as patience diff does), and what stays too long between them is not searched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from gazette_diff.comparing.backbone import backbone

# How many pairs of equal tokens difflib may look at: at once, and at the most.
_EASY = 100_000
_HARD = 1_000_000
# So many tokens in a row, once in each text, mark the same place in both.
_RUN = 6


class Common(NamedTuple):
    """*size* tokens from *old* on are the same as those from *new* on."""

    old: int
    new: int
    size: int


def common_runs(old: Sequence[str], new: Sequence[str]) -> list[Common]:
    """Return the runs of tokens that both have in common, in order, none empty."""
    head = _common_length(old, 0, new, 0)
    tail = _common_length(old[head:][::-1], 0, new[head:][::-1], 0)
    middle = _between(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = [Common(0, 0, head)]
    runs += [Common(i + head, j + head, size) for i, j, size in middle]
    runs.append(Common(len(old) - tail, len(new) - tail, tail))
    return _joined(runs)


def _between(old: Sequence[str], new: Sequence[str]) -> list[Common]:
    work = _work(old, new)
    if work <= _EASY:
        return _by_difflib(old, new) if work else []
    anchors = _anchors(old, new)
    runs: list[Common] = []
    i = j = 0
    for anchor in [*anchors, Common(len(old), len(new), 0)]:
        here, there = old[i : anchor.old], new[j : anchor.new]
        if 0 < _work(here, there) <= _HARD:
            runs += [Common(i + a, j + b, size) for a, b, size in _by_difflib(here, there)]
        runs.append(anchor)
        i, j = anchor.old + anchor.size, anchor.new + anchor.size
    return runs


def _work(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many pairs of equal tokens there are: what difflib has to look at."""
    few, many = Counter(old), Counter(new)
    return sum(count * many[token] for token, count in few.items() if token in many)


def _by_difflib(old: Sequence[str], new: Sequence[str]) -> list[Common]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [Common(*block) for block in matcher.get_matching_blocks() if block.size]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Common]:
    """Return runs that stand once in each text, grown as far as they go, in order."""
    places = _single_runs(old), _single_runs(new)
    pairs = [(i, places[1][run], 1.0) for run, i in places[0].items() if run in places[1]]
    anchors: list[Common] = []
    i = j = 0
    for start, there in backbone(pairs):
        if start < i or there < j:
            continue  # inside the anchor before
        back = 0
        while (
            start - back > i
            and there - back > j
            and (old[start - back - 1] == new[there - back - 1])
        ):
            back += 1
        size = back + _common_length(old, start, new, there)
        anchors.append(Common(start - back, there - back, size))
        i, j = start - back + size, there - back + size
    return anchors


def _single_runs(items: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the runs of tokens that stand once in *items*, and where."""
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(items) - _RUN + 1):
        run = tuple(items[at : at + _RUN])
        seen[run] = -1 if run in seen else at
    return {run: at for run, at in seen.items() if at >= 0}


def _common_length(old: Sequence[str], i: int, new: Sequence[str], j: int) -> int:
    """Return how many tokens are the same from *i* and *j* on."""
    most = min(len(old) - i, len(new) - j)
    size = 0
    while size < most and old[i + size] == new[j + size]:
        size += 1
    return size


def _joined(runs: Iterable[Common]) -> list[Common]:
    """Join runs that follow on each other in both texts; leave out empty ones."""
    joined: list[Common] = []
    for run in runs:
        if not run.size:
            continue
        last = joined[-1] if joined else None
        if last and last.old + last.size == run.old and last.new + last.size == run.new:
            joined[-1] = Common(last.old, last.new, last.size + run.size)
        else:
            joined.append(run)
    return joined
