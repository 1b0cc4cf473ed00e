"""Which lines of print go on the line before them, as their places on the page tell.

Where paragraphs begin with an indent, a line without one goes on the line before if that is
full: what it begins with had no room there. This holds over the end of a column or a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.reading.pdf.rows import Segment, is_finished
from gazette_diff.reading.pdf.tables import is_table_sign

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.indents import Edges

# In sizes of the letters: an indent, the furthest of a first line, steps and nearness of widths.
_INDENT = 0.8
_FURTHEST_FIRST = 3.0
_STEP = 0.5
_NEAR = 0.75
# What would have had more room than this at the end of a line certainly begins a paragraph.
_SHORT = 2.0
_LATIN = 0.55
_SAME_SIZE = 0.1
_LARGEST = 1.15
# A gap wider than this parts paragraphs, in usual distances of lines.
_LEADING = 1.6
# So many lines at least have one width, or begin paragraphs, to tell anything.
_FEWEST = 3
_COMMON = 0.05
# In a column of text so many lines are full.
_FILLED = 0.3
# Of the lines that certainly begin a paragraph, so many may have none.
_FLUSH = 0.1
# What no line may be broken in: opening marks and what follows, a number or Latin word, and
# marks that may not begin a line (GB/T 15834-2011, 5.1).
_UNIT = re.compile(
    r"[（(《〈“‘「『【〔\[]*(?:[0-9A-Za-z.,%]+|.)[）)》〉”’」』】〕\]，。、；：！？,.;:!?…—]*"
)
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十百千零〇0-9]{1,9}[编章节条]|[一二三四五六七八九十百]{1,4}[、.．]"
    r"|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[、.．）)]|[①-⑳]|附[件表录则]"
)
# A reference never parts its number from the words after it (第八节　走私罪 opens one).
_OPENING = re.compile(
    r"第[一二三四五六七八九十百千零〇0-9]{1,9}[编章节条](?:之[一二三四五六七八九十]+)?[ \u3000]"
)


def first_unit(text: str, size: float) -> float:
    """Return how wide about the shortest beginning of *text* is that can stand on a line."""
    found = _UNIT.match(text)
    return sum(size * (_LATIN if c.isascii() else 1) for c in found.group()) if found else size


def is_numbered(text: str) -> bool:
    """Tell whether *text* begins with what may be the number of a provision."""
    return _NUMBERED.match(text) is not None


class Bounds(NamedTuple):
    """The edges of a column: where its full lines begin and end."""

    left: float
    right: float

    def room(self, line: Segment, text: str) -> float:
        """Return how much room the beginning of *text* would leave at the end of *line*."""
        return self.right - line.right - first_unit(text, line.size)


def measure(columns: Sequence[Sequence[Segment]], edges: Edges, em: float) -> list[Bounds | None]:
    """Return the bounds of each of *columns*; None where its full width is not known.

    It is the widest of those that many lines of the document have and that lines of the
    column reach. A narrower one than the widest of all fills its columns, else it is that of
    short lines that happen to be alike.
    """
    step = _STEP * em
    lefts = [edges.edge(column) if column else 0.0 for column in columns]
    counts = Counter(
        round((line.right - left) / step)
        for column, left in zip(columns, lefts, strict=True)
        for line in column
    )
    least = max(_FEWEST, _COMMON * counts.total())
    widths = [
        width * step
        for width in sorted(counts, reverse=True)
        if counts[width - 1] + counts[width] + counts[width + 1] >= least
    ]
    across = [
        [line.right - left for line in column] for column, left in zip(columns, lefts, strict=True)
    ]
    widths = [width for i, width in enumerate(widths) if i == 0 or _fills(width, across, em)]
    return [
        next(
            (
                Bounds(left, left + width)
                for width in widths
                if any(abs(line.right - left - width) <= _NEAR * em for line in column)
            ),
            None,
        )
        for column, left in zip(columns, lefts, strict=True)
    ]


def _fills(width: float, columns: Iterable[Sequence[float]], em: float) -> bool:
    """Tell whether many lines reach *width* in those *columns* that have none wider."""
    lines = [
        line for column in columns if abs(max(column, default=0) - width) <= em for line in column
    ]
    full = sum(abs(line - width) <= _NEAR * em for line in lines)
    return full >= max(_FEWEST, _FILLED * len(lines))


class _Placed(NamedTuple):
    """A line and the bounds of its column; ``first`` tells that it begins the column."""

    line: Segment
    bounds: Bounds
    first: bool

    @property
    def indent(self) -> float:
        return self.line.left - self.bounds.left


class Flow:
    """The lines of a document, in the order of reading, and which go on the one before."""

    def __init__(
        self, columns: Sequence[Sequence[Segment]], bounds: Sequence[Bounds | None], em: float
    ) -> None:
        """Learn from the *columns* in their *bounds* how paragraphs begin."""
        self._em = em
        self._lines = [
            _Placed(line, bound, i == 0) if bound and not is_table_sign(line.text) else None
            for column, bound in zip(columns, bounds, strict=True)
            for i, line in enumerate(column)
        ]
        pairs = [(a, b) for a, b in pairwise(self._lines) if a and b and not b.first]
        self._leading = median(b.line.base - a.line.base for a, b in pairs) if pairs else 0.0
        starts = [
            after
            for before, after in pairs
            if before.indent <= _FURTHEST_FIRST * em
            and before.bounds.room(before.line, after.line.text) > _SHORT * em
        ]
        flush = [after for after in starts if after.indent < _INDENT * em]
        self._indents = len(starts) - len(flush) >= _FEWEST and len(flush) <= _FLUSH * len(starts)
        self._numbers_flush = any(is_numbered(after.line.text) for after in flush)

    def continued(self) -> list[bool]:
        """Tell of each line whether it goes on the line before it."""
        told = [False] * len(self._lines)
        if self._indents:
            for i, (before, after) in enumerate(pairwise(self._lines), 1):
                told[i] = before is not None and after is not None and self._goes_on(before, after)
        return told

    def _goes_on(self, before: _Placed, after: _Placed) -> bool:
        last, line = before.line, after.line
        if after.indent >= _INDENT * self._em or before.indent > _FURTHEST_FIRST * self._em:
            return False
        if before.bounds.room(last, line.text) > 0 or _OPENING.match(line.text):
            return False
        if self._numbers_flush and is_finished(last.text) and is_numbered(line.text):
            return False
        alike = abs(line.size - last.size) <= _SAME_SIZE * last.size
        near = after.first or line.base - last.base <= _LEADING * self._leading
        return alike and near and line.size <= _LARGEST * self._em
