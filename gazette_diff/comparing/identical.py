"""Units whose words are the same in both versions: they are paired before any search."""

from __future__ import annotations

from collections.abc import Sequence

from gazette_diff.comparing.backbone import Neighbourhood, backbone


def identical_pairs(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Pair the units of *old* and *new* (reduced texts) that have the same words.

    Words that stand once in each version pair at once. Words that stand more often (此条
    删去, a clause repeated in parallel chapters) pair where they stand between the same
    neighbours, then in order; so do units without any words.
    """
    places = _places(old), _places(new)
    common = [text for text in places[0] if text in places[1]]
    pairs = [
        (places[0][text][0], places[1][text][0])
        for text in common
        if len(places[0][text]) == len(places[1][text]) == 1
    ]
    spine = backbone([(i, j, 1.0) for i, j in pairs])
    around = Neighbourhood(spine, len(old), len(new))
    for text in common:
        if len(places[0][text]) + len(places[1][text]) > 2:
            pairs += _pair_repeated(places[0][text], places[1][text], around)
    return tuple(sorted(pairs))


def _places(texts: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        places.setdefault(text, []).append(number)
    return places


def _pair_repeated(
    old: Sequence[int], new: Sequence[int], around: Neighbourhood
) -> list[tuple[int, int]]:
    """Pair equal units: first those in the same gap of the backbone, then the rest in order."""
    gaps: dict[int, list[int]] = {}
    for j in new:
        gaps.setdefault(around.gap_of_new(j), []).append(j)
    for waiting in gaps.values():
        waiting.reverse()
    pairs = []
    left = []
    for i in old:
        waiting = gaps.get(around.gap_of_old(i), [])
        if waiting:
            pairs.append((i, waiting.pop()))
        else:
            left.append(i)
    rest = sorted(j for waiting in gaps.values() for j in waiting)
    return pairs + list(zip(left, rest, strict=False))
