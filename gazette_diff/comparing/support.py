"""The rows that links rest on: words that linked articles share inside their sentences.

A sentence is mostly the smallest part that goes to another article. Where a link is left
without any row, the clauses of both articles are searched, and sentences cut where a passage
went, so that a reader sees why a split or a merge is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.pairing import Apart, Words, resemblance, words_of

if TYPE_CHECKING:
    from gazette_diff.comparing.arranging import Cell
    from gazette_diff.comparing.division import Sentences

Pair = tuple[int, int]

# A clause ends with its mark and the quotes and brackets that close on it.
_CLAUSE = re.compile(r"[^，,。；;：:！？!?]*[，,。；;：:！？!?]+[”’」』）)]*|[^，,。；;：:！？!?]+")
# A passage that went is at least so alike, and begins with a clause of so many characters.
_ALIKE = 0.6
_GOES_ON = 0.5
# Words side by side that are less alike show nothing.
_SHOWN = 0.4
_SHORTEST = 8
# The most pairs of clauses that are compared for one link.
_MOST = 10_000


class Clause(NamedTuple):
    """Clause *number* of a sentence: of which piece and sentence, from where to where."""

    piece: int
    sentence: int
    number: int
    start: int
    end: int
    words: Words


def joined(cells: Iterable[Cell], apart: Apart) -> frozenset[Pair]:
    """Return the pairs of articles (as *apart* numbers them) that stand in a cell together.

    Words without any likeness to each other join nothing.
    """
    return frozenset(
        (apart.owners[0][cell.old], apart.owners[1][cell.new])
        for cell in cells
        if cell.old is not None
        and cell.new is not None
        and resemblance(words_of(cell.old_text), words_of(cell.new_text)) >= _SHOWN
    )


def cut_for(
    old: Sentences, new: Sentences, missing: Iterable[Pair], apart: Apart
) -> tuple[Sentences, Sentences]:
    """Return the sentences, cut where the most telling passage of each *missing* link lies."""
    cuts: tuple[dict[Pair, set[int]], dict[Pair, set[int]]] = ({}, {})
    for one, other in sorted(missing):
        clauses = _clauses(old, apart.owners[0], one), _clauses(new, apart.owners[1], other)
        for side, run in enumerate(_passage(*clauses)):
            first, last = run
            places = cuts[side].setdefault((first.piece, first.sentence), set())
            places |= {first.start, last.end}
    return _cut(old, cuts[0]), _cut(new, cuts[1])


def _clauses(sentences: Sentences, owners: Sequence[int], article: int) -> list[Clause]:
    return [
        Clause(p, s, number, found.start(), found.end(), words_of(found[0]))
        for p, piece in enumerate(sentences)
        if owners[p] == article
        for s, sentence in enumerate(piece)
        for number, found in enumerate(_CLAUSE.finditer(sentence))
    ]


def _passage(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[tuple[Clause, Clause], ...]:
    """Return the first and the last clause of the passage in common, on both sides, if any."""
    if len(old) * len(new) > _MOST:
        return ()
    best = max(_alike(old, new), default=None)
    if best is None:
        return ()
    i, j = -best[2], -best[3]
    first = _extent(old, new, i, j, -1)
    last = _extent(old, new, i, j, 1)
    return (old[i - first], old[i + last]), (new[j - first], new[j + last])


def _alike(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[float, int, int, int]]:
    """Yield how alike two clauses are, their length, and their numbers (negative)."""
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            size = min(len(one.words.plain), len(other.words.plain))
            if size >= _SHORTEST and (alike := resemblance(one.words, other.words)) >= _ALIKE:
                yield alike, size, -i, -j


def _extent(old: Sequence[Clause], new: Sequence[Clause], i: int, j: int, step: int) -> int:
    """Return over how many clauses of the same sentences the passage goes on."""
    count = 0
    while True:
        a, b = i + step * (count + 1), j + step * (count + 1)
        if not (0 <= a < len(old) and 0 <= b < len(new)):
            return count
        whole = old[a][:2] == old[i][:2] and new[b][:2] == new[j][:2]
        if not whole or resemblance(old[a].words, new[b].words) < _GOES_ON:
            return count
        count += 1


def _cut(sentences: Sentences, cuts: dict[Pair, set[int]]) -> Sentences:
    result = []
    for p, piece in enumerate(sentences):
        parts: list[str] = []
        for s, sentence in enumerate(piece):
            places = sorted({0, len(sentence), *cuts.get((p, s), ())})
            parts += [sentence[a:b] for a, b in pairwise(places)]
        result.append(parts)
    return result
