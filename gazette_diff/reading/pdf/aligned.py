"""Tables without borders: words that stand below one another in several columns.

Such a table is taken for one on strong evidence only: at least three rows, one after the
other, each with the same number of cells, three or more, every one below that of the row
before (by its left side, its right side or its middle), and gaps between them that are far
wider than a space. What only looks like it stays lines, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from gazette_diff.reading.pdf.grids import PageGrid
from gazette_diff.reading.pdf.rows import Segment
from gazette_diff.reading.tables import table_lines

# In sizes of the letters: the narrowest gap between cells, and how far cells may be askew.
_GAP = 1.6
_ASKEW = 0.4
_SAME_ROW = 0.45
# In usual distances of lines: rows further apart are not of one table.
_LEADING = 2.5
_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
# So many rows with wide gaps may be a table, whatever their cells.
_DOUBTFUL_ROWS = 4
_NUMBER = re.compile(
    r"第[一二三四五六七八九十百千零〇0-9]{1,9}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(].{1,3}[）)]"
)


class Aligned(NamedTuple):
    """A page's segments outside its tables, the tables, and whether more may be some."""

    segments: list[Segment]
    tables: list[tuple[PageGrid, list[str]]]
    is_doubtful: bool


def part_aligned(segments: Sequence[Segment], em: float) -> Aligned:
    """Part the tables without borders from the *segments* of a page without columns.

    *em* is the size of most letters.
    """
    rows = _rows(segments, em)
    heights = [row[0].base for row in rows]
    leading = median(b - a for a, b in pairwise(heights)) if len(rows) > 1 else 0.0
    furthest = _LEADING * leading
    found = [run for run in _runs(rows, furthest, em) if _is_table(run, em)]
    taken = {id(part) for run in found for row in run for part in row}
    rest = [row for row in rows if id(row[0]) not in taken]
    return Aligned(
        [segment for row in rest for segment in row],
        [(_grid(run, em), table_lines([[s.text for s in row] for row in run])) for run in found],
        any(len(run) >= _DOUBTFUL_ROWS for run in _runs(rest, furthest, em)),
    )


def _rows(segments: Sequence[Segment], em: float) -> list[list[Segment]]:
    """Return the rows of a page, from above, each from the left."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: s.base):
        if rows and segment.base - rows[-1][0].base <= _SAME_ROW * max(em, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.left) for row in rows]


def _runs(
    rows: Sequence[list[Segment]], furthest: float, em: float
) -> Iterator[list[list[Segment]]]:
    """Yield rows with wide gaps that follow one another, from above."""
    run: list[list[Segment]] = []
    for row in rows:
        gaps = [b.left - a.right for a, b in pairwise(row)]
        wide = max(gaps, default=0) >= _GAP * em and not _NUMBER.match(row[0].text)
        near = not run or row[0].base - run[-1][0].base <= furthest
        if run and not (wide and near):
            yield run
            run = []
        if wide:
            run.append(row)
    if run:
        yield run


def _is_table(run: Sequence[Sequence[Segment]], em: float) -> bool:
    alike = all(len(row) == len(run[0]) >= _FEWEST_CELLS for row in run)
    apart = all(b.left - a.right >= _GAP * em for row in run for a, b in pairwise(row))
    if len(run) < _FEWEST_ROWS or not alike or not apart:
        return False
    return all(_is_column(column, em) for column in zip(*run, strict=True))


def _is_column(cells: Sequence[Segment], em: float) -> bool:
    sides = (
        [cell.left for cell in cells],
        [cell.right for cell in cells],
        [(cell.left + cell.right) / 2 for cell in cells],
    )
    return any(max(side) - min(side) <= _ASKEW * em for side in sides)


def _grid(run: Sequence[Sequence[Segment]], em: float) -> PageGrid:
    columns = [min(cell.left for cell in column) for column in zip(*run, strict=True)]
    right = max(row[-1].right for row in run)
    # The place of a table is that of its first row.
    heights = [row[0].base - em for row in run]
    return PageGrid((*columns, right), (*heights, run[-1][0].base))
