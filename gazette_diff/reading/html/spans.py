"""Tables of a web page: cells that span rows and columns are put where they are seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.reading.html.nodes import PageNode, PageTable

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPAN = re.compile("0*([1-9][0-9]*)")
_MOST_COLUMNS = 64
_MOST_ROWS = 1000
# Beyond so many cells that are only there because others span them, none spans any more.
_MOST_FILLED = 100_000


class TableBuilder:
    """Puts a table together from its rows and cells as they come."""

    def __init__(self) -> None:
        """Begin a table."""
        self._rows: list[list[list[PageNode]]] = []
        # Columns that cells from above cover: in this row, and in how many rows below it.
        self._covered: set[int] = set()
        self._below: dict[int, int] = {}
        self._only_headings: list[bool] = []
        self._filled = 0
        self._head_rows = 0

    def enter(self, name: str) -> None:
        """Note that a row or a group of rows begins."""
        if name == "tr":
            self._begin_row()

    def leave_head(self) -> None:
        """Note the end of a ``thead``."""
        self._head_rows = len(self._rows)

    def cell(self, element: _Element, name: str) -> list[PageNode]:
        """Return the place for the content of the cell *element*."""
        if not self._rows:
            self._begin_row()
        row = self._rows[-1]
        self._skip_covered(row)
        content: list[PageNode] = []
        columns = min(_span(element.get("colspan"), _MOST_COLUMNS), _MOST_COLUMNS - len(row))
        rows = _span(element.get("rowspan"), _MOST_ROWS)
        if self._filled > _MOST_FILLED:
            columns = rows = 1
        for offset in range(max(1, columns)):
            if rows > 1:
                self._below[len(row)] = rows - 1
            row.append(content if offset == 0 else [])
        self._filled += max(0, columns - 1)
        self._only_headings[-1] = self._only_headings[-1] and name == "th"
        return content

    def table(self) -> PageTable:
        """Return the table."""
        self._finish_row()
        leading = next(
            (i for i, only in enumerate(self._only_headings) if not only), len(self._rows)
        )
        headings = max(leading, self._head_rows)
        return PageTable(self._rows, headings if headings < len(self._rows) else 0)

    def _begin_row(self) -> None:
        self._finish_row()
        self._covered = set(self._below)
        self._below = {column: left - 1 for column, left in self._below.items() if left > 1}
        self._rows.append([])
        self._only_headings.append(True)

    def _finish_row(self) -> None:
        if self._rows:
            self._skip_covered(self._rows[-1])

    def _skip_covered(self, row: list[list[PageNode]]) -> None:
        """Put empty cells where a cell from above reaches down."""
        while len(row) in self._covered:
            row.append([])
            self._filled += 1


def _span(text: str | None, most: int) -> int:
    """Return how many rows or columns a cell spans; nonsense is 1, as in a browser."""
    found = _SPAN.fullmatch(text or "")
    # Python turns no more than some thousand digits into a number.
    return min(int(found[1][: len(str(most)) + 1]), most) if found else 1
