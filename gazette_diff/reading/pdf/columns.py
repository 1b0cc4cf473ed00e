"""The columns of a page, and the order in which its lines are read.

A gutter is a strip that (nearly) no line crosses, with lines on both sides that fill their
column. Lines that cross one (a title over several columns) part the page into bands; in each
band the columns are read from the left. Cells of a table do not fill their columns: a table
is read row by row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.rows import Segment

# In sizes of the letters.
_NARROWEST_GUTTER, _WIDEST_GUTTER = 0.9, 6.0
_NARROWEST_COLUMN = 8.0
_FULL = 1.5
_AT_EDGE = 0.1
_FIRST_LINE = 2.0
_CENTRED = 0.3
# Shares of the page's segments.
_CROSSING = 0.35
_FILLED = 0.35
_FEWEST_LEFT, _FEWEST_RIGHT = 4, 2
_DEEPEST = 3
# A number, and how far the words stand behind it.
_LABEL = re.compile(
    r"第[一二三四五六七八九十百千零〇0-9]{1,9}[编章节条](?:之[一二三四五六七八九十]+)?"
)
_AFTER_LABEL = 2.5


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
    segments: Sequence[Segment], em: float, usual: Sequence[Gutter] = ()
) -> list[list[Segment]]:
    """Return *segments* by the columns that they stand in, in the order of reading.

    *em* is the size of most letters. A page without columns is one list. Where too few
    lines are left to show all columns, the *usual* gutters of the other pages part them.
    """
    gutters = find_gutters(segments, em)
    if len(gutters) < len(usual) and all(_is_one_of(gutter, usual) for gutter in gutters):
        crossing = sum(_crosses(segment, usual) for segment in segments)
        gutters = list(usual) if crossing <= _CROSSING * len(segments) else gutters
    if not gutters:
        return [list(segments)]
    columns: list[list[Segment]] = []
    for band in _bands(segments, gutters):
        parts = [part for part in _parted(band, gutters) if part]
        if _crosses(band[0], gutters) or (len(parts) > 1 and not _is_filled(band, gutters, em)):
            columns.append(band)
        else:
            columns += parts
    return columns


def usual_gutters(pages: Sequence[Sequence[Segment]], em: float) -> list[Gutter]:
    """Return the gutters that most of *pages* have; none if most have none."""
    found = [gutters for page in pages if (gutters := find_gutters(page, em))]
    if not found or 2 * len(found) < len([page for page in pages if page]):
        return []
    return max(found, key=lambda gutters: sum(len(other) == len(gutters) for other in found))


def find_gutters(segments: Sequence[Segment], em: float, depth: int = 0) -> list[Gutter]:
    """Return the gutters between the columns of *segments*, from the left."""
    if not depth:
        segments = _with_labels(segments, em)
    gutter = find_gutter(segments, em) if depth < _DEEPEST else None
    if gutter is None:
        return []
    left, right = _sides([s for s in segments if not gutter.is_crossed_by(s)], gutter)
    before, after = (find_gutters(side, em, depth + 1) for side in (left, right))
    return [*before, gutter, *after]


def _with_labels(segments: Sequence[Segment], em: float) -> list[Segment]:
    """Return *segments* with each number and the words after it as one.

    Numbers above a thousand are as wide as a narrow column, and stand one below the other.
    """
    joined: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (round(s.base / em), s.left)):
        label = joined[-1] if joined and _LABEL.fullmatch(joined[-1].text) else None
        beside = label is not None and abs(segment.base - label.base) < em / 2
        if label and beside and 0 < segment.left - label.right <= _AFTER_LABEL * em:
            joined[-1] = replace(segment, left=label.left)
        else:
            joined.append(segment)
    return joined


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


def _share_full(left: Sequence[Segment], em: float) -> float:
    """Return the share of the lines beside the gutter, on its *left*, that reach it.

    Lines of other columns further to the left end a column's width before it.
    """
    side = max(segment.right for segment in left)
    beside = [s.right for s in left if s.right > side - _NARROWEST_COLUMN * em]
    return sum(right > side - _FULL * em for right in beside) / len(beside)


def _sides(segments: Sequence[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    left = [s for s in segments if (s.left + s.right) / 2 < gutter.middle]
    right = [s for s in segments if (s.left + s.right) / 2 >= gutter.middle]
    return left, right


def _is_one_of(gutter: Gutter, others: Iterable[Gutter]) -> bool:
    return any(other.left < gutter.middle < other.right for other in others)


def _crosses(segment: Segment, gutters: Iterable[Gutter]) -> bool:
    return any(gutter.is_crossed_by(segment) for gutter in gutters)


def _bands(segments: Sequence[Segment], gutters: Sequence[Gutter]) -> Iterator[list[Segment]]:
    """Yield lines across columns, and what stands between them, from the top down."""
    band: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: segment.base):
        if band and _crosses(segment, gutters) is not _crosses(band[0], gutters):
            yield band
            band = []
        band.append(segment)
    if band:
        yield band


def _parted(band: Sequence[Segment], gutters: Sequence[Gutter]) -> list[list[Segment]]:
    """Return the segments of *band* by the columns between *gutters*, from the left."""
    parts: list[list[Segment]] = [[] for _ in range(len(gutters) + 1)]
    for segment in band:
        middle = (segment.left + segment.right) / 2
        parts[sum(gutter.middle <= middle for gutter in gutters)].append(segment)
    return parts


def _is_filled(band: Sequence[Segment], gutters: Sequence[Gutter], em: float) -> bool:
    """Tell whether any line of *band* fills its column, begins with it, or is centred in it.

    A first line begins two letters later. Else it is lines with gaps in them.
    """
    width = gutters[0].left - min(segment.left for segment in band)
    return any(
        gutter.left - _FULL * em < segment.right < gutter.middle
        or abs(segment.left - gutter.right) <= _AT_EDGE * em
        or abs(segment.left - gutter.right - _FIRST_LINE * em) <= _AT_EDGE * em
        or abs((segment.left + segment.right - width) / 2 - gutter.right) <= _CENTRED * em
        for segment in band
        for gutter in gutters
    )
