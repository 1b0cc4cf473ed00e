r"""Tables as lines: one Markdown table line for each row.

A cell stands on one line; a ``|`` in it is written ``\|``. The line ``| --- | --- |`` follows
the heading rows, where the source tells which they are. Web pages and Word files use tables
for layout too: such a frame is taken away and its cells are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

# More articles than this in one cell, and none beside it: a frame around a text.
_ARTICLES_IN_CELL = 2
# No table is wider; a row that is gets the others no cells.
_WIDEST = 64
_ARTICLE = re.compile(r"[ \t\u3000]*第[一二三四五六七八九十百千零〇0-9]{1,9}[条章]")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was found: rows of cells, a cell being a text of its own."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    header_rows: int = 0

    @property
    def is_frame(self) -> bool:
        """Whether the table only frames a text, its cells being there for the layout."""
        return all(map(_is_frame_row, self.rows))


#: A line of text, or a table between lines.
Block: TypeAlias = str | Grid


def block_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of *blocks*: tables as Markdown, frames taken away."""
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif block.is_frame:
            for row in block.rows:
                for cell in row:
                    yield from block_lines(cell)
        else:
            yield from table_lines([list(map(_flat, row)) for row in block.rows], block.header_rows)


def table_lines(rows: Sequence[Sequence[str]], header_rows: int = 0) -> list[str]:
    """Return *rows* as Markdown table lines, the first *header_rows* of them as headings.

    Rows that are too short get empty cells; line breaks in a cell become a space.
    """
    width = min(max((len(row) for row in rows), default=0), _WIDEST)
    lines = [_row_line(row, width) for row in rows]
    if 0 < header_rows < len(lines):
        lines.insert(header_rows, "|" + " --- |" * width)
    return lines


def comment_line(text: str) -> str:
    """Return a line that stands among the lines of a text and is no part of it.

    The end of a comment in *text* (首页-->法规 on a web page) gets a space, else it would end it.
    """
    words = " ".join(text.split()).replace("-->", "-- >")
    return f"<!-- {words} -->"


def _row_line(row: Sequence[str], width: int) -> str:
    cells = [_one_line(cell).replace("|", r"\|") for cell in row] + [""] * (width - len(row))
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _one_line(text: str) -> str:
    lines = (line.strip(" \t\r\xa0\u3000") for line in text.split("\n"))
    return " ".join(line for line in lines if line)


def _flat(blocks: Sequence[Block]) -> str:
    """Return the words of a cell, those of tables inside it too."""
    return "\n".join(_words(blocks))


def _words(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, str):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _words(cell)


def _is_frame_row(row: Sequence[Sequence[Block]]) -> bool:
    filled = [cell for cell in row if any(word.strip() for word in _words(cell))]
    if len(filled) <= 1:
        return True
    articles = [sum(_ARTICLE.match(word) is not None for word in _words(c)) for c in filled]
    return max(articles) > _ARTICLES_IN_CELL and sum(map(bool, articles)) == 1
