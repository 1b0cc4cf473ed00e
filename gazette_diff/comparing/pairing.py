"""Which 款, 项 and 目 of linked articles correspond: the order is mostly kept, here.

Equal words are paired first; between them the best pairing that keeps the order is found,
and then what was moved. Sentences that went elsewhere are :mod:`division`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from gazette_diff.comparing.backbone import Neighbourhood, backbone
from gazette_diff.comparing.identical import identical_pairs
from gazette_diff.comparing.keys import bigrams, plain
from gazette_diff.core.changes import Part

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Piece

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Apart:
    """The pairs of pieces whose articles are in one change, but not linked to each other.

    ``owners`` names the article of each piece, on both sides; none means that all are linked.
    """

    owners: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    linked: frozenset[Pair] = frozenset()

    def __contains__(self, pair: Pair) -> bool:
        """Tell whether the pieces of *pair* are kept apart."""
        if not self.linked:
            return False
        return (self.owners[0][pair[0]], self.owners[1][pair[1]]) not in self.linked

    def turned(self) -> Apart:
        """Return the same with old and new exchanged."""
        return Apart(self.owners[::-1], frozenset((j, i) for i, j in self.linked))


NOTHING_APART = Apart()

# Pieces less alike than this are not paired in order; moved ones must be much more alike.
_LEAST = 0.3
_MOVED = 0.6
# Pieces pair in order if neither has a better partner elsewhere, to this share.
_NEAR = 0.85
# What likeness counts for between pieces whose articles are not linked.
_APART = 0.7
# The sole 款 of an article takes the place of the sole 款 it became, if anything stayed.
_SOLE = 0.1
# A piece of fewer characters says too little to be called moved.
_TELLING = 6
# The last item of a list ends in another mark than the ones before it.
_MARKS = "，；。、,;."
_EQUAL_BUT_MARKS = 0.99
# The most pairs that are compared between two equal pieces; longer lists pair in order.
_MOST = 4000


@dataclass(frozen=True, slots=True)
class Words:
    """A text as pairing sees it: without layout, and its pairs of neighbouring characters."""

    plain: str
    pairs: Counter[str]


def words_of(text: str) -> Words:
    """Return *text* ready to be compared; of a very short one the characters count."""
    bare = plain(text)
    return Words(bare, Counter(bigrams(bare) or list(bare)))


def resemblance(one: Words, other: Words) -> float:
    """Return how alike two texts are (0–1); a text inside a much longer one is rather alike."""
    if one.plain == other.plain:
        return 1.0
    if one.plain.rstrip(_MARKS) == other.plain.rstrip(_MARKS):
        return _EQUAL_BUT_MARKS
    common = (one.pairs & other.pairs).total()
    sizes = one.pairs.total(), other.pairs.total()
    if not common:
        return 0.0
    alike = 2 * common / sum(sizes)
    inside = common / min(sizes)
    # A short text is easily found inside a long one by chance.
    return max(alike, 0.75 * inside if min(sizes) >= _TELLING else 0.0)


def pair_pieces(
    old: Sequence[Piece], new: Sequence[Piece], apart: Apart = NOTHING_APART
) -> dict[int, int]:
    """Pair the pieces of *old* and *new*, each with at most one, by their words.

    *apart* are the pairs of pieces whose articles are not linked themselves.
    """
    words = [[words_of(piece.text) for piece in side] for side in (old, new)]
    same = _equal(old, new, words)
    spine = backbone((i, j, len(old[i].text)) for i, j in same)
    pairs = dict(spine)
    alike = _Likeness(words[0], words[1], pairs, apart)
    around = Neighbourhood(spine, len(old), len(new))
    for number in range(len(spine) + 1):
        olds, news = around.gap(number)
        if olds and news:
            gains = [[_gain(old[i], new[j], alike.near_best(i, j)) for j in news] for i in olds]
            pairs.update((olds[a], news[b]) for a, b in _in_order(gains))
    _add_moved(pairs, same, alike)
    _add_equal(pairs, [*same, *_equal(old, new, words, marks=_MARKS)], alike)
    _add_sole(pairs, old, new, alike)
    return pairs


def _equal(
    old: Sequence[Piece], new: Sequence[Piece], words: Sequence[Sequence[Words]], marks: str = ""
) -> tuple[Pair, ...]:
    """Pair the pieces of one depth that are equal but for *marks* at their ends."""
    keys = (
        [f"{piece.depth}{w.plain.rstrip(marks) if marks else w.plain}" for piece, w in found]
        for found in (zip(old, words[0], strict=True), zip(new, words[1], strict=True))
    )
    return identical_pairs(*keys)


def in_order_only(pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the pairs of *pairs* that keep the order: as many of them as do."""
    return dict(backbone((i, j, 1.0) for i, j in pairs.items()))


class _Likeness:
    """How alike the pieces are that have no equal; told at once, for every pair of them."""

    def __init__(
        self,
        old: Sequence[Words],
        new: Sequence[Words],
        paired: Mapping[int, int],
        apart: Apart,
    ) -> None:
        """Compare all pieces but those of *paired*; in very long lists those of one rank."""
        self._words = old, new
        self.apart = apart
        taken = set(paired.values())
        rest = [i for i in range(len(old)) if i not in paired]
        others = [j for j in range(len(new)) if j not in taken]
        few = len(rest) * len(others) <= _MOST
        pairs = product(rest, others) if few else zip(rest, others, strict=False)
        self.values = {
            (i, j): value * (_APART if (i, j) in apart else 1)
            for i, j in pairs
            if (value := resemblance(old[i], new[j])) > 0
        }
        self._best: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for (i, j), value in self.values.items():
            self._best[0][i] = max(self._best[0].get(i, 0.0), value)
            self._best[1][j] = max(self._best[1].get(j, 0.0), value)

    def near_best(self, i: int, j: int) -> float:
        """Return how alike the pieces are, 0 where either has a much better partner."""
        value = self.values.get((i, j), 0.0)
        if value < _NEAR * max(self._best[0].get(i, 0.0), self._best[1].get(j, 0.0)):
            return 0.0
        return value

    def telling(self, i: int, j: int) -> bool:
        """Tell whether both pieces are long enough to be recognised at another place."""
        return min(len(self._words[0][i].plain), len(self._words[1][j].plain)) >= _TELLING


def _gain(one: Piece, other: Piece, alike: float) -> float:
    """Return what pairing two pieces is worth, nothing if they are not *alike*."""
    if alike < _LEAST:
        return 0.0
    kin = one.part is other.part and one.level is other.level
    return alike - _LEAST + 0.01 + 0.1 * kin + 0.05 * (one.label == other.label)


def _in_order(gains: Sequence[Sequence[float]]) -> list[Pair]:
    """Return the pairing that keeps the order and gains most (Needleman and Wunsch 1970)."""
    rows, columns = len(gains), len(gains[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        for b in range(columns - 1, -1, -1):
            together = best[a + 1][b + 1] + gains[a][b] if gains[a][b] > 0 else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    pairs = []
    a = b = 0
    while a < rows and b < columns:
        if gains[a][b] > 0 and best[a][b] == best[a + 1][b + 1] + gains[a][b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _add_moved(pairs: dict[int, int], same: Sequence[Pair], alike: _Likeness) -> None:
    """Add the pairs of pieces that left the order: equal ones, then the most alike."""
    taken = set(pairs.values())
    moved = [(1.0, i, j) for i, j in same]
    moved += [(value, i, j) for (i, j), value in alike.values.items() if value >= _MOVED]
    for _, i, j in sorted(moved, key=lambda one: (-one[0], one[1], one[2])):
        if i not in pairs and j not in taken and alike.telling(i, j):
            pairs[i] = j
            taken.add(j)


def _add_equal(pairs: dict[int, int], equal: Sequence[Pair], alike: _Likeness) -> None:
    """Add *equal* pieces of linked articles, however short: items that changed places."""
    taken = set(pairs.values())
    for i, j in equal:
        if i not in pairs and j not in taken and (i, j) not in alike.apart:
            pairs[i] = j
            taken.add(j)


def _add_sole(
    pairs: dict[int, int], old: Sequence[Piece], new: Sequence[Piece], alike: _Likeness
) -> None:
    """Pair 款 that are left alone between the same neighbours, if anything of one stayed."""
    taken = set(pairs.values())
    for i, piece in enumerate(old):
        if i in pairs or (i and i - 1 not in pairs):
            continue
        j = pairs[i - 1] + 1 if i else 0
        if j >= len(new) or j in taken or not _may_replace(piece, new[j]):
            continue
        ends = i + 1 == len(old), j + 1 == len(new)
        alone = all(ends) or (not any(ends) and pairs.get(i + 1) == j + 1)
        if alone and (i, j) not in alike.apart and alike.values.get((i, j), 0.0) >= _SOLE:
            pairs[i] = j
            taken.add(j)


def _may_replace(old: Piece, new: Piece) -> bool:
    kinds = [(piece.part, piece.level, piece.depth) for piece in (old, new)]
    return kinds[0] == kinds[1] and old.depth == 1 and old.part is not Part.CLOSING
