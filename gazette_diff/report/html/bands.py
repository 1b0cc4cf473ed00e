"""The bands that join articles in a picture: their outlines, as paths of SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change


class Edge(NamedTuple):
    """The articles at one end of the bands: ``x``, the top of each by its eId, their height."""

    x: float
    tops: Mapping[str, float]
    row: float


def outlines(change: Change, old: Edge, new: Edge, stub: float) -> tuple[str, ...]:
    """Return the outlines of the bands of *change*; an article shares its height among them.

    An article with no counterpart has a band *stub* long that ends in a point.
    """
    if not change.new:
        return tuple(_stub(old, ref.eid, stub) for ref in change.old)
    if not change.old:
        return tuple(_stub(new, ref.eid, -stub) for ref in change.new)
    links = [(k.old, k.new) for k in change.links if k.old in old.tops and k.new in new.tops]
    links = links or [(o.eid, n.eid) for o in change.old for n in change.new]
    links.sort(key=lambda pair: (old.tops[pair[0]], new.tops[pair[1]]))
    fan_old, fan_new = Counter(o for o, _ in links), Counter(n for _, n in links)
    done_old, done_new = Counter[str](), Counter[str]()
    bands = []
    for o, n in links:
        thick = old.row / fan_old[o], new.row / fan_new[n]
        top = old.tops[o] + thick[0] * done_old[o], new.tops[n] + thick[1] * done_new[n]
        done_old[o] += 1
        done_new[n] += 1
        bands.append(_curve((old.x, new.x), top, thick))
    return tuple(bands)


def _stub(edge: Edge, eid: str, reach: float) -> str:
    half = edge.row / 2
    return f"M{edge.x:.0f} {edge.tops[eid]:.1f}l{reach:.0f} {half:.1f}l{-reach:.0f} {half:.1f}Z"


def _curve(x: tuple[float, float], top: tuple[float, float], thick: tuple[float, float]) -> str:
    left, right = x
    middle = (left + right) / 2
    a, b = top
    c, d = b + thick[1], a + thick[0]
    return (
        f"M{left:.0f} {a:.1f}C{middle:.0f} {a:.1f} {middle:.0f} {b:.1f} {right:.0f} {b:.1f}"
        f"V{c:.1f}C{middle:.0f} {c:.1f} {middle:.0f} {d:.1f} {left:.0f} {d:.1f}Z"
    )
