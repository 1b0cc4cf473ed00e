"""How the lines of a document relate to its paragraphs, told from the lines themselves."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from gazette_diff.parsing.decimals import is_decimal_heading
from gazette_diff.parsing.lines import Layout, Line
from gazette_diff.parsing.marks import STRUCTURE
from gazette_diff.parsing.wording import is_finished, stands_beside

# How many lines before and after one tell of its page.
_NEAR = 25
# Fewer lines than this tell nothing of a column.
_FEWEST = 8
# Share of lines that stop in mid sentence, and of those that stop at the column's width.
_UNFINISHED_SHARE = 0.3
_CLUSTER_SHARE = 0.6
_CLUSTER_CELLS = 6
_WIDEST = 100
_INDENTED_SHARE = 0.8
_FEWEST_STARTS = 2
_WIDEST_INDENT = 6
_HEADING_LONGEST = 30
_SENTENCE_MARKS = frozenset("，。；：、！？,;:!?“”")
_BESIDE_LATIN = re.compile(r"(?<=[^\x00-\x7f]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[^\x00-\x7f])")
_BORDERS = re.compile(r"[^\x00-\x7f] ?(?=[0-9A-Za-z])|[0-9A-Za-z] ?(?=[^\x00-\x7f])")
_QUARTER = 0.5
# A line that ends this many cells before the column does ends its paragraph.
_SHORT_CELLS = 5
_INDENT_CELLS = 4
# A mark that may not begin a line hangs at the end of the one before (GB/T 15834-2011, 5.1).
_HANGING = frozenset("，。；：、！？）》”’〕】,.;:!?)")


class Column(NamedTuple):
    """A column of wrapped lines, measured in half-width cells.

    ``width`` is that of its full lines; by ``indent`` the first line of a paragraph is
    narrower (0 where that cannot be told).
    """

    width: int
    indent: int

    def around(self, lines: Sequence[Line], index: int) -> Column:
        """Return the column as it is near the line at *index*: pages may differ in width."""
        near = lines[max(0, index - _NEAR) : index + _NEAR]
        widths = Counter(
            cells(line.text)
            for before, line in itertools.pairwise(near)
            if not (before.short or is_finished(before.text) or line.short or line.head)
            and line.text[-1] not in _HANGING
        )
        width, count = widths.most_common(1)[0] if widths else (self.width, 0)
        return self if count < _FEWEST else Column(width, self.indent)


def cells(text: str) -> int:
    """Return the width of *text* in half-width cells, its spaces (which stretch) left out."""
    bare = text.replace(" ", "").replace("\u3000", "")
    return 2 * len(bare) - len(bare.encode("ascii", "ignore"))


def _spaces_beside_latin(text: str) -> int:
    """Count the spaces around digits and Latin letters (2023 年), which take room in a line."""
    return len(_BESIDE_LATIN.findall(text)) if " " in text else 0


def stretch(text: str) -> float:
    """Return by how many cells at most *text* is wider than its characters.

    Around Latin letters and digits stands a quarter of a character, or a space that was typed.
    """
    return max(_QUARTER * len(_BORDERS.findall(text)), _spaces_beside_latin(text))


def printed_cells(line: Line) -> int:
    """Return the width of *line* with the space between its number and its words.

    That is one character at most, however many spaces stand for it.
    """
    head = line.head
    parted = line.text[head.end : head.rest] if head is not None else ""
    return cells(line.text) + min(2, len(parted) + parted.count("\u3000"))


def detect(lines: Sequence[Line], otherwise: Column | None = None) -> tuple[Layout, Column | None]:
    """Tell the layout of *lines*; mark the short ones where they are wrapped.

    *otherwise* is the column of the source they stand in, for lines too few to tell.
    """
    if any(line.level for line in lines):
        return Layout.PARAGRAPHS, None
    if column := _column(lines) or otherwise:
        if _indent_tells(lines, share_of_all=0.9):
            return Layout.INDENTED, None
        _mark_short(lines, column)
        return Layout.WRAPPED, column
    if _indent_tells(lines, share_of_all=1.1):
        return Layout.INDENTED, None
    return Layout.BROKEN, None


def _mark_short(lines: Sequence[Line], column: Column) -> None:
    """Mark the lines that end before the column does; a first line lost its indent of two."""
    first = True
    for line in lines:
        may_be_first = first or line.head is not None
        full = column.width - _SHORT_CELLS - (_INDENT_CELLS if may_be_first else 0)
        line.short = cells(line.text) + _spaces_beside_latin(line.text) < full
        first = line.short or is_finished(line.text) or stands_beside(line.text)


def _indent_tells(lines: Sequence[Line], share_of_all: float) -> bool:
    """Tell whether paragraphs begin with an indent: most lines after a sentence's end have one.

    An indent of two U+3000 is the convention of official documents; where nearly all lines
    (more than *share_of_all*) have one of other spaces, it is a margin.
    """
    pairs = itertools.pairwise(lines)
    starts = [
        after
        for before, after in pairs
        if is_finished(before.text) and not (after.head and after.head.mark in STRUCTURE)
    ]
    if len(starts) < _FEWEST_STARTS:
        return any(line.wide for line in lines)
    headings = sum(not line.wide and _is_heading(line) for line in starts)
    if sum(line.wide for line in starts) * 2 >= max(_FEWEST_STARTS, len(starts) - headings):
        return True
    indented = sum(2 <= line.indent <= _WIDEST_INDENT for line in starts)
    everywhere = sum(line.indent >= 2 for line in lines)
    return indented >= _INDENTED_SHARE * len(starts) and everywhere <= share_of_all * len(lines)


def _is_heading(line: Line) -> bool:
    """Tell whether *line* may be a heading, which is not indented as paragraphs are."""
    return len(line.text) <= _HEADING_LONGEST and not _SENTENCE_MARKS.intersection(line.text)


def _column(lines: Sequence[Line]) -> Column | None:
    plain = [line for line in lines if not _opens_chapter(line)]
    widths = [cells(line.text) for line in plain]
    unfinished = [w for w, line in zip(widths, plain, strict=True) if not is_finished(line.text)]
    if len(plain) < _FEWEST or len(unfinished) < _UNFINISHED_SHARE * len(plain):
        return None
    middle = _full_width(plain, unfinished)
    near = sum(abs(w - middle) <= _CLUSTER_CELLS for w in unfinished)
    wide = sum(w > middle * 1.35 for w in widths)
    if near < _CLUSTER_SHARE * len(unfinished) or wide > 0.05 * len(widths) or middle > _WIDEST:
        return None
    return Column(middle, _first_line_indent(plain))


def _opens_chapter(line: Line) -> bool:
    structure = line.head is not None and line.head.mark in STRUCTURE
    return structure or (is_decimal_heading(line.text) and _is_heading(line))


def _full_width(lines: Sequence[Line], unfinished: Sequence[int]) -> int:
    """Return the width that most full lines have; *unfinished* are those of all lines cut.

    The first line of a paragraph lost its indent and is narrower, so lines inside sentences
    count, which certainly are no first lines.
    """
    inside = [
        cells(line.text)
        for before, line in itertools.pairwise(lines)
        if not is_finished(before.text) and not is_finished(line.text)
    ]
    widths = inside if len(inside) >= _FEWEST // 2 else list(unfinished)
    return max(sorted(set(widths), reverse=True), key=widths.count)


def _first_line_indent(lines: Sequence[Line]) -> int:
    """Tell whether first lines are narrower: the indent was lost, the width was not.

    A line that opens a provision is compared with the next, on which its sentence goes on.
    """
    narrower = [
        cells(further.text) - printed_cells(first)
        for first, further in itertools.pairwise(lines)
        if first.head is not None
        and further.head is None
        and first.text[-1] not in _HANGING
        and further.text[-1] not in _HANGING
    ]
    near = [by for by in narrower if abs(by) <= _WIDEST_INDENT]
    return _INDENT_CELLS if len(near) >= 3 and median(near) > _INDENT_CELLS / 2 else 0
