"""Units whose words are the same in both versions: they are paired before any search."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from gazette_diff.comparing.backbone import Neighbourhood, backbone
from gazette_diff.comparing.fixed import NOTHING_FIXED, Fixed


def identical_pairs(
    old: Sequence[str], new: Sequence[str], *, fixed: Fixed = NOTHING_FIXED
) -> tuple[tuple[int, int], ...]:
    """Pair the units of *old* and *new* (reduced texts) that have the same words.

    Words that stand once in each version pair at once. Words that stand more often (此条
    删去, a clause repeated in parallel chapters) pair where they stand between the same
    neighbours, then in order; so do units without any words. The units that *fixed* settles
    are left out, and pairs that it keeps apart; its links are neighbours as the others are.
    """
    places = _places(old, fixed.settled[0]), _places(new, fixed.settled[1])
    common = [text for text in places[0] if text in places[1]]
    pairs = [
        (places[0][text][0], places[1][text][0])
        for text in common
        if len(places[0][text]) == len(places[1][text]) == 1
    ]
    pairs = [pair for pair in pairs if pair not in fixed.apart]
    spine = backbone([(i, j, 1.0) for i, j in (*pairs, *sorted(fixed.linked))])
    around = Neighbourhood(spine, len(old), len(new))
    for text in common:
        if len(places[0][text]) + len(places[1][text]) > 2:
            found = _pair_repeated(places[0][text], places[1][text], around, fixed.apart)
            pairs += found
    return tuple(sorted(pairs))


def _places(texts: Sequence[str], settled: AbstractSet[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        if number not in settled:
            places.setdefault(text, []).append(number)
    return places


def _pair_repeated(
    old: Sequence[int],
    new: Sequence[int],
    around: Neighbourhood,
    apart: AbstractSet[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Pair equal units: first those in the same gap of the backbone, then the rest in order.

    Pairs in *apart* are passed over.
    """
    gaps: dict[int, list[int]] = {}
    for j in new:
        gaps.setdefault(around.gap_of_new(j), []).append(j)
    for waiting in gaps.values():
        waiting.reverse()
    pairs = []
    left = []
    for i in old:
        waiting = gaps.get(around.gap_of_old(i), [])
        if waiting and (i, waiting[-1]) not in apart:
            pairs.append((i, waiting.pop()))
        else:
            left.append(i)
    rest = sorted(j for waiting in gaps.values() for j in waiting)
    return pairs + [pair for pair in zip(left, rest, strict=False) if pair not in apart]
