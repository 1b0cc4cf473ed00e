"""The borders of tables, as programs draw them: lines that cross one another.

A table has three borders each way at least. Two are the frame of a box; an underline and the
rule above the notes stand alone: they are the rules of a page.
"""

from __future__ import annotations

import ctypes
import itertools
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_MOST_POINTS = 2000
# In points: how far a border may be askew, how long it is at least, how far two are apart.
_ASKEW = 1.0
_SHORTEST = 6.0
_SAME = 4.0
_FEWEST = 3
# The shortest line across that may part something, and how many of them a page may have.
_SHORTEST_RULE = 20.0
_MOST_RULES = 200


class PageGrid(NamedTuple):
    """The places of a table's borders, from the left and from the top of the page.

    ``no_top`` are the cells (row, column) that no border parts from the one above them,
    ``no_left`` those that none parts from the one before: both are merged.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    no_top: frozenset[tuple[int, int]] = frozenset()
    no_left: frozenset[tuple[int, int]] = frozenset()

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Return row and column of the cell at a place; of merged cells the first."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        while row > 0 and (row, column) in self.no_top:
            row -= 1
        while column > 0 and (row, column) in self.no_left:
            column -= 1
        return row, column


class Rule(NamedTuple):
    """A line across the page at the height ``at``, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Drawn(NamedTuple):
    """The lines that a page has: ``grids`` of tables, from the top, and ``rules`` beside them."""

    grids: tuple[PageGrid, ...]
    rules: tuple[Rule, ...]


class _Border(NamedTuple):
    """A border at a place (its x or y), from ``start`` to ``end`` along the other axis."""

    at: float
    start: float
    end: float


def find_lines(
    paths: Iterable[Any], raw: Any, point: Callable[[float, float], tuple[float, float]]
) -> Drawn:
    """Return the lines that *paths* draw; *point* turns their space into that of reading."""
    across: list[_Border] = []
    down: list[_Border] = []
    for (a, b), (c, d) in itertools.chain.from_iterable(_strokes(path, raw) for path in paths):
        (x0, y0), (x1, y1) = point(a, b), point(c, d)
        if abs(y1 - y0) <= _ASKEW and abs(x1 - x0) >= _SHORTEST:
            across.append(_Border(y0, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _ASKEW and abs(y1 - y0) >= _SHORTEST:
            down.append(_Border(x0, min(y0, y1), max(y0, y1)))
    grids = tuple(grid for band in _bands(down) if (grid := _grid(band, across)) is not None)
    return Drawn(grids, tuple(_rules(across, grids)))


def _rules(across: Sequence[_Border], grids: Sequence[PageGrid]) -> list[Rule]:
    """Return the lines of *across* that are no borders, each once, from the top."""
    rules: list[Rule] = []
    for at, start, end in sorted(across):
        inside = any(
            grid.rows[0] - _SAME <= at <= grid.rows[-1] + _SAME
            and start < grid.columns[-1] + _SAME
            and end > grid.columns[0] - _SAME
            for grid in grids
        )
        side = any(at - r.at <= _SAME and abs(start - r.start) <= _SAME for r in rules[-2:])
        if end - start >= _SHORTEST_RULE and not inside and not side:
            rules.append(Rule(at, start, end))
    return rules[:_MOST_RULES]


def pack(grids: Sequence[PageGrid]) -> bytes:
    """Return *grids* as bytes, for :func:`unpack`."""
    return json.dumps([[*map(list, grid)] for grid in grids]).encode()


def unpack(data: bytes) -> tuple[PageGrid, ...]:
    """Return the grids that :func:`pack` wrote."""
    return tuple(
        PageGrid(tuple(columns), tuple(rows), *(frozenset(map(tuple, cells)) for cells in merged))
        for columns, rows, *merged in json.loads(data)
    )


def _bands(down: Sequence[_Border]) -> Iterator[list[_Border]]:
    """Yield the vertical borders that overlap or meet one another: those of one table."""
    band: list[_Border] = []
    bottom = 0.0
    for border in sorted(down, key=lambda border: border.start):
        if band and border.start > bottom + _SAME:
            yield band
            band = []
        band.append(border)
        bottom = max(bottom, border.end) if len(band) > 1 else border.end
    if band:
        yield band


def _grid(down: Sequence[_Border], across: Sequence[_Border]) -> PageGrid | None:
    left, right = min(b.at for b in down), max(b.at for b in down)
    top, bottom = min(b.start for b in down), max(b.end for b in down)
    inside = [
        border
        for border in across
        if top - _SAME <= border.at <= bottom + _SAME
        and border.end >= left - _SAME
        and border.start <= right + _SAME
    ]
    columns, rows = _places(b.at for b in down), _places(b.at for b in inside)
    if min(len(columns), len(rows)) < _FEWEST:
        return None
    no_top = [
        (row, column)
        for row in range(1, len(rows) - 1)
        for column, middle in enumerate(_middles(columns))
        if not _is_drawn(inside, rows[row], middle)
    ]
    no_left = [
        (row, column)
        for column in range(1, len(columns) - 1)
        for row, middle in enumerate(_middles(rows))
        if not _is_drawn(down, columns[column], middle)
    ]
    return PageGrid(columns, rows, frozenset(no_top), frozenset(no_left))


def _middles(places: Sequence[float]) -> list[float]:
    return [(before + after) / 2 for before, after in pairwise(places)]


def _is_drawn(borders: Sequence[_Border], at: float, along: float) -> bool:
    return any(abs(b.at - at) <= _SAME + _ASKEW and b.start <= along <= b.end for b in borders)


def _places(places: Iterator[float]) -> tuple[float, ...]:
    """Return *places* in order, those that are one border's two sides once."""
    different: list[float] = []
    for place in sorted(places):
        if not different or place - different[-1] > _SAME:
            different.append(place)
    return tuple(different)


def _strokes(path: Any, raw: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight lines of *path*, from point to point."""
    x, y, matrix = ctypes.c_float(), ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    begun = before = (0.0, 0.0)
    for k in range(min(raw.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, k)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield before, point
        before = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, begun
