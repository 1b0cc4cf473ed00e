"""Tables of a page: the characters between borders, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from gazette_diff.reading.pdf.glyphs import Glyph, PageGlyphs
from gazette_diff.reading.pdf.grids import PageGrid
from gazette_diff.reading.pdf.rows import Segment, is_finished, join_rows, read_segments
from gazette_diff.reading.tables import comment_line, table_lines

# A place in the text holds a sign from here on that no text has (Supplementary Private Use A).
_FIRST_SIGN = 0xF0000
_MOST_TABLES = 0xFFFD
_SIGN = re.compile(f"([{chr(_FIRST_SIGN)}-{chr(_FIRST_SIGN + _MOST_TABLES - 1)}])")
# The middle of a character lies so much of its size above the line that it stands on.
_MIDDLE = 0.35
_BESIDE = 2.0
# A cell with more lines than this is a page's layout, no table's.
_MOST_LINES = 60
# A cell with fewer characters than this is not cut by the end of a page.
_LONG_CELL = 8
_CELL_BORDER = re.compile(r"(?<!\\)\|")


#: Where a table stands, and its lines.
FoundTable: TypeAlias = tuple[PageGrid, list[str]]


def is_table_sign(text: str) -> bool:
    """Tell whether *text* holds the place of a table."""
    return _SIGN.search(text) is not None


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page outside its tables, and the tables' lines with their grids."""

    glyphs: list[Glyph]
    tables: list[FoundTable]


def part_tables(page: PageGlyphs) -> PageText:
    """Part the tables of *page* from its other characters."""
    glyphs = list(page.glyphs())
    tables: list[FoundTable] = []
    for grid in page.grids:
        inside = [glyph for glyph in glyphs if _is_inside(glyph, grid)]
        rows = _cells(inside, grid)
        if rows:
            tables.append((grid, table_lines(rows)))
            taken = {glyph.order for glyph in inside}
            glyphs = [glyph for glyph in glyphs if glyph.order not in taken]
    return PageText(glyphs, tables)


def _is_inside(glyph: Glyph, grid: PageGrid) -> bool:
    middle, height = (glyph.left + glyph.right) / 2, glyph.base - _MIDDLE * glyph.size
    return grid.columns[0] < middle < grid.columns[-1] and grid.rows[0] < height < grid.rows[-1]


def _cells(glyphs: Sequence[Glyph], grid: PageGrid) -> list[list[str]]:
    """Return the words in each cell; nothing if it is no table: no row has two with words."""
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        at = grid.cell((glyph.left + glyph.right) / 2, glyph.base - _MIDDLE * glyph.size)
        cells.setdefault(at, []).append(glyph)
    lines = {at: _lines(inside) for at, inside in cells.items()}
    if max(map(len, lines.values()), default=0) > _MOST_LINES:
        return []
    width = len(grid.columns) - 1
    rows = [
        ["".join(_joined(lines.get((r, c), []))) for c in range(width)]
        for r in range(len(grid.rows) - 1)
    ]
    kept = [row for row in rows if any(row)]
    return kept if any(sum(map(bool, row)) > 1 for row in kept) else []


def _lines(glyphs: Sequence[Glyph]) -> list[str]:
    size = max(glyph.size for glyph in glyphs)
    return [line.text for line in join_rows(read_segments(glyphs), size)]


def _joined(lines: Sequence[str]) -> list[str]:
    """Put the lines of a cell together; only Latin words get a space between them."""
    parts = list(lines[:1])
    for before, after in pairwise(lines):
        apart = before[-1:].isascii() and after[:1].isascii()
        parts.append(f" {after}" if apart else after)
    return parts


class TablePlaces:
    """Puts signs for tables among the segments of pages, and the tables back for the signs."""

    def __init__(self) -> None:
        """Begin a document."""
        self._tables: list[list[str]] = []
        self._headings = ""

    def mark(
        self, tables: Sequence[FoundTable], segments: Sequence[Segment], em: float
    ) -> list[Segment]:
        """Return *segments* with a sign where each of their page's *tables* stands."""
        marked = list(segments)
        for grid, lines in tables:
            if len(self._tables) == _MOST_TABLES:
                break
            left, right = grid.columns[0], grid.columns[-1]
            # Borders stand a little outside of the column; the sign shall not widen it.
            near = [s.left for s in segments if left <= s.left <= left + _BESIDE * em]
            sign = chr(_FIRST_SIGN + len(self._tables))
            marked.append(Segment(sign, min(near, default=left), right, grid.rows[0] + em, em))
            self._tables.append(lines)
        return marked

    def write(self, line: str, lines: list[str]) -> None:
        """Append *line* to *lines*, with the lines of a table for each sign in it.

        Words beside a table, on the height of its first row, stay lines of their own. Where
        a table goes on right below another, on the next page, its headings are not repeated.
        """
        for part in _SIGN.split(line):
            at = ord(part) - _FIRST_SIGN if _SIGN.fullmatch(part) else len(self._tables)
            if at < len(self._tables):
                first, *rest = self._tables[at]
                above = _row_above(lines)
                again = rest and first == self._headings and above is not None
                if again:
                    lines.append(comment_line(f"续表表头：{first}"))
                rows = rest if again else [first, *rest]
                if above is not None and (whole := _whole_row(lines[above], rows[0])):
                    lines[above] = whole
                    lines.append(comment_line("本页表格首行接上页末行，已并为一行"))
                    rows = rows[1:]
                elif above is not None and not _row_cells(rows[0])[0]:
                    lines.append(comment_line("本页表格首行可能接上页末行，未合并，请核对"))
                lines += rows
                self._headings = first
            elif part.strip():
                lines.append(part)


def _row_above(lines: Sequence[str]) -> int | None:
    """Return where the last of *lines* that is no comment stands, if it is the row of a table."""
    last = next((i for i in reversed(range(len(lines))) if not lines[i].startswith("<!--")), None)
    return last if last is not None and lines[last].startswith("|") else None


def _whole_row(above: str, below: str) -> str:
    """Return two rows as the one that the end of a page cut; nothing if they are two.

    Below the cut only long cells go on, all in mid sentence; the first cell and others that
    have words above are done. Where the first cell is but merged, the others begin anew.
    """
    before, after = _row_cells(above), _row_cells(below)
    if len(before) != len(after) or not before[0] or after[0] or not any(after):
        return ""
    torn = all(
        len(cell) >= _LONG_CELL and not is_finished(cell)
        for cell, more in zip(before, after, strict=True)
        if more
    )
    if not torn or 2 * sum(map(bool, after)) > len(after):
        return ""
    cells = [
        "".join(_joined([part for part in pair if part]))
        for pair in zip(before, after, strict=True)
    ]
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _row_cells(row: str) -> list[str]:
    """Return the cells of a *row* as it is written, with their escapes."""
    return [cell.strip() for cell in _CELL_BORDER.split(row)[1:-1]]
