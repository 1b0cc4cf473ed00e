"""Which sentences correspond, also those that left their 款 or 项 for another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.pairing import NOTHING_APART, Apart, Words, resemblance, words_of
from gazette_diff.core.changes import Part

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Piece

# A sentence ends with its mark and the quotes and brackets that close on it.
_SENTENCE = re.compile(r"[^。；;！？!?]*[。；;！？!?]+[”’」』）)]*|[^。；;！？!?]+")
# Sentences less alike than this are not the same one; shorter ones tell too little.
_ALIKE = 0.5
_SHORTEST = 8
# The most pairs of sentences that are compared.
_MOST = 10_000


#: The sentences of each piece of one side.
Sentences = Sequence[Sequence[str]]


class Went(NamedTuple):
    """Sentence *old_sentence* of the piece *old* became one of the piece *new*."""

    old: int
    old_sentence: int
    new: int
    new_sentence: int

    def turned(self) -> Went:
        """Return the same with old and new exchanged."""
        return Went(self.new, self.new_sentence, self.old, self.old_sentence)


def cut(piece: Piece) -> list[str]:
    """Cut the words of *piece* into sentences (a table into rows); joined they are its text."""
    if piece.part is Part.TABLE:
        return piece.text.splitlines(keepends=True)
    return _SENTENCE.findall(piece.text)


def sentences_that_went(
    old: Sentences, new: Sentences, pairs: Mapping[int, int], apart: Apart = NOTHING_APART
) -> tuple[list[Went], list[Went]]:
    """Find the sentences that correspond: inside paired pieces, and across other ones.

    *old* and *new* hold the sentences of each piece, *pairs* the pieces that correspond,
    *apart* those whose articles are not linked: sentences do not go from one to the other.
    """
    words = [[[words_of(sentence) for sentence in piece] for piece in side] for side in (old, new)]
    stayed = [
        Went(p, s, q, t)
        for p, q in sorted(pairs.items())
        for s, t in _alike(words[0][p], words[1][q])
    ]
    known = {(w.old, w.old_sentence) for w in stayed}, {(w.new, w.new_sentence) for w in stayed}
    left = [
        [
            (at, number, sentence)
            for at, piece in enumerate(side)
            for number, sentence in enumerate(piece)
            if (at, number) not in explained and len(sentence.plain) >= _SHORTEST
        ]
        for side, explained in zip(words, known, strict=True)
    ]
    return stayed, _best_first(left[0], left[1], pairs, apart)


def _alike(one: Sequence[Words], other: Sequence[Words]) -> list[tuple[int, int]]:
    """Return the sentences of paired pieces that say the same, each at most once."""
    if len(one) * len(other) > _MOST:
        return [(s, s) for s in range(min(len(one), len(other)))]
    found = sorted(
        ((resemblance(w, v), s, t) for s, w in enumerate(one) for t, v in enumerate(other)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for alike, s, t in found:
        if alike >= _ALIKE and s not in pairs and t not in taken:
            pairs[s] = t
            taken.add(t)
    return sorted(pairs.items())


Left = tuple[int, int, Words]


def _best_first(
    old: Sequence[Left], new: Sequence[Left], pairs: Mapping[int, int], apart: Apart
) -> list[Went]:
    """Pair the sentences left over in other pieces than their own, the most alike first."""
    if len(old) * len(new) > _MOST:
        return []
    found = [
        (resemblance(w, v), Went(p, s, q, t))
        for p, s, w in old
        for q, t, v in new
        if pairs.get(p) != q and (p, q) not in apart
    ]
    moved: list[Went] = []
    taken: set[tuple[str, int, int]] = set()
    for alike, move in sorted(found, key=lambda one: (-one[0], one[1])):
        ends = {("old", move.old, move.old_sentence), ("new", move.new, move.new_sentence)}
        if alike >= _ALIKE and not ends & taken:
            moved.append(move)
            taken |= ends
    return moved
