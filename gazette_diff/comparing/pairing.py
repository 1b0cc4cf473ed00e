"""Which 款, 项 and 目 of linked articles correspond: the order is mostly kept, here.

Equal words are paired first; between them the best pairing that keeps the order is found,
and then what was moved. Sentences that went elsewhere are :mod:`division`'s business.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gazette_diff.comparing.backbone import Neighbourhood, backbone
from gazette_diff.comparing.identical import identical_pairs
from gazette_diff.comparing.keys import bigrams, plain
from gazette_diff.comparing.units import Part, Piece

Pair = tuple[int, int]

# Pieces less alike than this are not paired in order; moved ones must be much more alike.
_LEAST = 0.3
_MOVED = 0.6
# The sole 款 of an article takes the place of the sole 款 it became, if anything stayed.
_SOLE = 0.1
# A piece of fewer characters says too little to be called moved.
_TELLING = 6
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
    common = (one.pairs & other.pairs).total()
    sizes = one.pairs.total(), other.pairs.total()
    if not common:
        return 0.0
    alike = 2 * common / sum(sizes)
    inside = common / min(sizes)
    # A short text is easily found inside a long one by chance.
    return max(alike, 0.75 * inside if min(sizes) >= _TELLING else 0.0)


def pair_pieces(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Pair the pieces of *old* and *new*, each with at most one, by their words."""
    words = [[words_of(piece.text) for piece in side] for side in (old, new)]
    same = identical_pairs(
        *(
            [f"{piece.depth}{w.plain}" for piece, w in zip(side, found, strict=True)]
            for side, found in zip((old, new), words, strict=True)
        )
    )
    spine = backbone((i, j, len(old[i].text)) for i, j in same)
    pairs = dict(spine)
    around = Neighbourhood(spine, len(old), len(new))
    for number in range(len(spine) + 1):
        olds, news = around.gap(number)
        pairs.update(_in_order(list(olds), list(news), old, new, words))
    _add_moved(pairs, same, words)
    _add_sole(pairs, old, new, words)
    return pairs


def in_order_only(pairs: Mapping[int, int]) -> dict[int, int]:
    """Return the pairs of *pairs* that keep the order: as many of them as do."""
    return dict(backbone((i, j, 1.0) for i, j in pairs.items()))


def _in_order(
    olds: list[int],
    news: list[int],
    old: Sequence[Piece],
    new: Sequence[Piece],
    words: Sequence[Sequence[Words]],
) -> list[Pair]:
    """Return the pairing of a gap that keeps the order and leaves the least unexplained."""
    if not olds or not news:
        return []
    if len(olds) * len(news) > _MOST:
        return [
            (i, j)
            for i, j in zip(olds, news, strict=False)
            if resemblance(words[0][i], words[1][j]) >= _LEAST
        ]
    gains = [[_gain(old[i], new[j], words[0][i], words[1][j]) for j in news] for i in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for a in range(len(olds) - 1, -1, -1):
        for b in range(len(news) - 1, -1, -1):
            together = best[a + 1][b + 1] + gains[a][b] if gains[a][b] > 0 else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    pairs = []
    a = b = 0
    while a < len(olds) and b < len(news):
        if gains[a][b] > 0 and best[a][b] == best[a + 1][b + 1] + gains[a][b]:
            pairs.append((olds[a], news[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _gain(one: Piece, other: Piece, words: Words, others: Words) -> float:
    """Return what pairing two pieces is worth, nothing or less if they are not alike."""
    gain = resemblance(words, others) - _LEAST
    if gain <= 0:
        return 0.0
    gain += 0.1 * (one.part is other.part and one.level is other.level)
    return gain + 0.05 * (one.label == other.label)


def _add_moved(
    pairs: dict[int, int], same: Sequence[Pair], words: Sequence[Sequence[Words]]
) -> None:
    """Add the pairs of pieces that left the order: equal ones, then the most alike."""
    taken = set(pairs.values())
    rest_old = [i for i in range(len(words[0])) if i not in pairs]
    rest_new = [j for j in range(len(words[1])) if j not in taken]
    if len(rest_old) * len(rest_new) > _MOST:
        moved = [(1.0, i, j) for i, j in same]
    else:
        moved = [(resemblance(words[0][i], words[1][j]), i, j) for i in rest_old for j in rest_new]
    for alike, i, j in sorted(moved, key=lambda one: (-one[0], one[1], one[2])):
        telling = min(len(words[0][i].plain), len(words[1][j].plain)) >= _TELLING
        if alike >= _MOVED and telling and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _add_sole(
    pairs: dict[int, int],
    old: Sequence[Piece],
    new: Sequence[Piece],
    words: Sequence[Sequence[Words]],
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
        if alone and resemblance(words[0][i], words[1][j]) >= _SOLE:
            pairs[i] = j
            taken.add(j)


def _may_replace(old: Piece, new: Piece) -> bool:
    kinds = [(piece.part, piece.level, piece.depth) for piece in (old, new)]
    return kinds[0] == kinds[1] and old.depth == 1 and old.part is not Part.CLOSING
