"""The columns of a page, and the order in which its lines are read.

A gutter is a strip that (nearly) no line crosses, with lines on both sides that fill their
column. Lines that cross it (a title over both columns) part the page into bands; in each band
the left column is read before the right one. Cells of a table do not fill their columns: a
table is read row by row.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.rows import Segment

# In sizes of the letters.
_NARROWEST_GUTTER, _WIDEST_GUTTER = 0.9, 6.0
_NARROWEST_COLUMN = 8.0
_FULL = 1.5
# Shares of the page's segments.
_CROSSING = 0.35
_FILLED = 0.35
_FEWEST_LEFT, _FEWEST_RIGHT = 4, 2
_DEEPEST = 3


class Gutter(NamedTuple):
    """A strip between two columns, from ``left`` to ``right``."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where it is halved."""
        return (self.left + self.right) / 2

    def is_crossed_by(self, segment: Segment) -> bool:
        """Tell whether *segment* reaches from one column into the other."""
        return segment.left < self.middle < segment.right


def read_columns(
    segments: Sequence[Segment], em: float, usual: Gutter | None = None, depth: int = 0
) -> list[list[Segment]]:
    """Return *segments* by the columns that they stand in, in the order of reading.

    *em* is the size of most letters. A page without columns is one list. Where too few
    lines are left to show columns, the *usual* gutter of the other pages parts them.
    """
    gutter = find_gutter(segments, em) if depth < _DEEPEST else None
    if gutter is None and usual is not None and depth == 0:
        crossing = sum(usual.is_crossed_by(segment) for segment in segments)
        gutter = usual if crossing <= _CROSSING * len(segments) else None
    if gutter is None:
        return [list(segments)]
    columns: list[list[Segment]] = []
    for band in _bands(segments, gutter):
        if gutter.is_crossed_by(band[0]) or not _is_parted(band, gutter, em):
            columns.append(band)
            continue
        for side in _sides(band, gutter):
            if side:
                columns += read_columns(side, em, depth=depth + 1)
    return columns


def usual_gutter(pages: Sequence[Sequence[Segment]], em: float) -> Gutter | None:
    """Return the gutter that most of *pages* have, None if most have none."""
    found = [gutter for page in pages if (gutter := find_gutter(page, em)) is not None]
    if not found or 2 * len(found) < len([page for page in pages if page]):
        return None
    return sorted(found, key=lambda gutter: gutter.middle)[len(found) // 2]


def find_gutter(segments: Sequence[Segment], em: float) -> Gutter | None:
    """Return the gutter between the columns of *segments*, None if they stand in one column."""
    if len(segments) < _FEWEST_LEFT + _FEWEST_RIGHT:
        return None
    least = min(s.left for s in segments) + _NARROWEST_COLUMN * em
    most = max(s.right for s in segments) - _NARROWEST_COLUMN * em
    strips = list(_strips(segments, least, most))
    fewest = min((count for count, _ in strips), default=len(segments))
    allowed = min(fewest + 3, int(_CROSSING * len(segments)))
    for bound in range(fewest, allowed + 1):
        widest = max(_joined(strips, bound), key=lambda g: g.right - g.left, default=None)
        if widest is not None and widest.right - widest.left >= _NARROWEST_GUTTER * em:
            return widest if _parts_columns(segments, widest, em) else None
    return None


def _strips(segments: Sequence[Segment], least: float, most: float) -> Iterator[tuple[int, Gutter]]:
    """Yield the strips between *least* and *most* with how many segments cross each."""
    edges = sorted({least, most, *(x for s in segments for x in (s.left, s.right))})
    edges = [x for x in edges if least <= x <= most]
    starts = sorted(s.left for s in segments)
    ends = sorted(s.right for s in segments)
    opened = closed = 0
    for left, right in itertools.pairwise(edges):
        while opened < len(starts) and starts[opened] <= left:
            opened += 1
        while closed < len(ends) and ends[closed] <= left:
            closed += 1
        yield opened - closed, Gutter(left, right)


def _joined(strips: Sequence[tuple[int, Gutter]], bound: int) -> Iterator[Gutter]:
    """Yield the strips that at most *bound* segments cross, neighbours as one."""
    open_strip: Gutter | None = None
    for count, strip in strips:
        if count > bound:
            if open_strip is not None:
                yield open_strip
            open_strip = None
        elif open_strip is None:
            open_strip = strip
        else:
            open_strip = Gutter(open_strip.left, strip.right)
    if open_strip is not None:
        yield open_strip


def _parts_columns(segments: Sequence[Segment], gutter: Gutter, em: float) -> bool:
    left, right = _sides([s for s in segments if not gutter.is_crossed_by(s)], gutter)
    if len(left) < _FEWEST_LEFT or len(right) < _FEWEST_RIGHT:
        return False
    beside = min(s.base for s in right) < max(s.base for s in left)
    widths = [max(s.right for s in side) - min(s.left for s in side) for side in (left, right)]
    apart = min(s.left for s in right) - max(s.right for s in left)
    return (
        beside
        and min(widths) >= _NARROWEST_COLUMN * em
        and apart <= _WIDEST_GUTTER * em
        and _share_full(left, em) >= _FILLED
    )


def _share_full(column: Sequence[Segment], em: float) -> float:
    """Return the share of lines in *column* that reach its right side."""
    side = max(segment.right for segment in column)
    return sum(segment.right > side - _FULL * em for segment in column) / len(column)


def _sides(segments: Sequence[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    left = [s for s in segments if (s.left + s.right) / 2 < gutter.middle]
    right = [s for s in segments if (s.left + s.right) / 2 >= gutter.middle]
    return left, right


def _bands(segments: Sequence[Segment], gutter: Gutter) -> Iterator[list[Segment]]:
    """Yield lines across the page, and what stands between them, from the top down."""
    band: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.base):
        if band and gutter.is_crossed_by(segment) is not gutter.is_crossed_by(band[0]):
            yield band
            band = []
        band.append(segment)
    if band:
        yield band


def _is_parted(band: Sequence[Segment], gutter: Gutter, em: float) -> bool:
    """Tell whether a *band* is two columns rather than a few lines with gaps in them."""
    left, right = _sides(band, gutter)
    if not left or not right:
        return True
    return any(segment.right > gutter.left - _FULL * em for segment in left)
