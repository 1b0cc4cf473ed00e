r"""Markdown tables: lines that begin and end with ``|``, read and written.

The sources that are no text (HTML, Word) are read into such lines too. A line of dashes
parts the headings from the rest; ``\|`` is a bar inside a cell. Tables that were copied as
text have tabs between their cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.source import Piece
from gazette_diff.core.tree import Table
from gazette_diff.parsing.lines import clean

if TYPE_CHECKING:
    from gazette_diff.parsing.lines import Line

_ROW = re.compile(r"\|.*\|", re.DOTALL)
_RULE = re.compile(r"\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+")
# |:-|-:| under the headings; | - | - | may be cells without a value.
_SHORT_RULE = re.compile(r"\|(?=[^|]*:|.*:-|.*-:)(?:[ \t]*:?-+:?[ \t]*\|)+")
# The words of a cell: up to the next bar that is not escaped.
_FEWEST_ROWS = 3
_CELL = re.compile(r"(?:[^|\\]|\\.)*", re.DOTALL)


class ReadTable(NamedTuple):
    """A table, the pieces of its cells, and those of its bars and rules."""

    table: Table
    words: tuple[Piece, ...]
    borders: tuple[Piece, ...]


def is_row(line: Line) -> bool:
    """Tell whether *line* is a row of a table."""
    text = line.text
    return not line.plain and (line.tabbed or (len(text) > 1 and _ROW.fullmatch(text) is not None))


def mark_tabbed_rows(lines: Sequence[Line]) -> None:
    """Mark those of *lines* that are rows with tabs between their cells.

    A tab alone proves nothing: three lines in a row must have one, or two have several.
    """
    for tabs, run in groupby(lines, key=lambda line: _tabs(line) > 0):
        rows = list(run) if tabs else []
        several = any(_tabs(line) > 1 for line in rows)
        if len(rows) >= (_FEWEST_ROWS - 1 if several else _FEWEST_ROWS):
            for line in rows:
                line.tabbed = True


def _tabs(line: Line) -> int:
    return 0 if line.plain or line.head is not None else line.text.count("\t")


def read_table(lines: Sequence[Line]) -> ReadTable:
    """Read *lines*, all of them rows, as one table."""
    rows: list[tuple[str, ...]] = []
    words: list[Piece] = []
    borders: list[Piece] = []
    header_rows = 0
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line.text) or (index == 1 and _SHORT_RULE.fullmatch(line.text)):
            header_rows = header_rows or index
            borders.append(line.piece())
            continue
        cells = list(_tabbed_cells(line.text) if line.tabbed else _cells(line.text))
        rows.append(tuple(_unescape(clean(line.text[a:b])) for a, b in cells))
        words += [line.piece(a, b) for a, b in cells if line.text[a:b].strip()]
        if line.tabbed:
            continue
        borders += [line.piece(a - 1, a) for a, _ in cells]
        borders.append(line.piece(len(line.text) - 1))
    if any(line.tabbed for line in lines):  # empty cells at the end of a line were cut off
        widest = max(map(len, rows))
        rows = [row + ("",) * (widest - len(row)) for row in rows]
    return ReadTable(Table(tuple(rows), header_rows), tuple(words), tuple(borders))


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the cells between the bars of *text*."""
    at = 1
    while at < len(text):
        found = _CELL.match(text, at)
        end = found.end() if found else at
        if end >= len(text):  # the last bar was escaped: it ends the row all the same
            end = len(text) - 1
        yield at, end
        at = end + 1


def _tabbed_cells(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cell in text.split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _unescape(cell: str) -> str:
    return cell.replace("\\|", "|")


def write_table(table: Table) -> Iterator[str]:
    """Yield the lines of *table*; reading them gives it again, its caption left out."""
    for index, row in enumerate(table.rows):
        if index == table.header_rows and index:
            yield "| " + " | ".join("---" for _ in row) + " |"
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    if table.rows and table.header_rows == len(table.rows):
        yield "| " + " | ".join("---" for _ in table.rows[-1]) + " |"
