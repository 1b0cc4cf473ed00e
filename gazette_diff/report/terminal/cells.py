"""Widths in terminal cells, and lines broken as Chinese print breaks them.

A Chinese character takes two cells. No line begins with 。，）》 or ends with （《“, and
numbers and Latin words stay whole (GB/T 15834-2011, 5.1: where marks may not stand).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from gazette_diff.report.terminal.lines import Line, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING = r"\[+-|\{+\+|[（《〈“‘〔【［｛「『(\[{<]"
_CLOSING = r"-\]+|\+\}+|[，。、；：？！）》〉”’〕】］｝」』…—,.;:?!%)\]}>％‰℃]"
# What may not be broken: a word with the marks that belong to it, or a run of spaces.
_CLUSTER = re.compile(
    rf"""
    (?:{_OPENING})*
    (?:[A-Za-z0-9](?:[A-Za-z0-9.,/:_]{{0,60}}[A-Za-z0-9])? | \S)
    (?:{_CLOSING})*
    | \s+
    """,
    re.VERBOSE,
)
# Characters known to be wide without asking: ideographs, kana, full-width punctuation.
_WIDE = re.compile("[\u3001-\u303e\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]+")
_ELLIPSIS = "…"


def width(text: str) -> int:
    """Return how many cells *text* takes in a terminal."""
    if text.isascii():
        return len(text)
    if _WIDE.fullmatch(text):
        return 2 * len(text)
    from rich.cells import get_character_cell_size

    return sum(1 if c.isascii() else get_character_cell_size(c) for c in text)


def pad(text: str, cells: int) -> str:
    """Return *text* with spaces after it, to fill *cells*; a longer text stays as it is."""
    return text + " " * (cells - width(text))


def cut(text: str, cells: int) -> str:
    """Return *text* cut with … so that it takes no more than *cells*."""
    if width(text) <= cells:
        return text
    return text[: _fitting(text, 0, len(text), cells - 1)] + _ELLIPSIS if cells > 0 else ""


def cut_line(spans: Sequence[Span], cells: int | None) -> Line:
    """Return *spans* as one line, cut with … where *cells* end; None cuts nothing."""
    kept: list[Span] = []
    left = cells
    for span in spans:
        text = span.text if left is None else cut(span.text, left)
        kept.append(Span(text, span.role))
        if left is not None:
            left -= width(text)
            if text != span.text:
                break
    return tuple(kept)


def line_width(line: Line) -> int:
    """Return how many cells *line* takes."""
    return sum(width(span.text) for span in line)


def wrap(spans: Sequence[Span], cells: int | None) -> list[Line]:
    """Break *spans* into lines of at most *cells*, and where a line break stands in them.

    With None for *cells* only at line breaks. There is always at least one line.
    """
    text = "".join(span.text for span in spans)
    slicer = _Slicer(spans)
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        lines += [slicer.slice(a, b) for a, b in _ranges(text, start, end, cells)]
        start = end + 1
    return lines


def flow(items: Sequence[Span], cells: int | None, gap: str = "  ") -> list[Line]:
    """Set *items* beside each other with *gap* between them, none of them broken."""
    lines: list[list[Span]] = []
    used = 0
    for item in items:
        needed = width(item.text)
        if not lines or (cells is not None and used + len(gap) + needed > cells):
            lines.append([item])
            used = needed
        else:
            lines[-1] += [Span(gap), item]
            used += len(gap) + needed
    return [tuple(line) for line in lines]


def _ranges(text: str, start: int, end: int, cells: int | None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each line of ``text[start:end]``."""
    if cells is None or width(text[start:end]) <= cells:
        yield start, end
        return
    cells = max(cells, 2)  # a wide character must fit, or nothing would ever move on
    line, used = start, 0
    for found in _CLUSTER.finditer(text, start, end):
        needed = width(found[0])
        if used and used + needed > cells:
            yield line, line + len(text[line : found.start()].rstrip(" "))
            line, used = found.start(), 0
            if found[0].isspace():  # the break takes the place of the space
                line = found.end()
                continue
        while used == 0 and needed > cells:
            split = _fitting(text, line, found.end(), cells)
            yield line, split
            line = split
            needed = width(text[split : found.end()])
        used += needed
    if line < end or line == start:
        yield line, end


def _fitting(text: str, start: int, end: int, cells: int) -> int:
    """Return how far from *start* the text fits into *cells*."""
    for position in range(start, end):
        cells -= width(text[position])
        if cells < 0:
            return position
    return end


class _Slicer:
    """Cuts lines out of spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.starts: list[int] = []
        offset = 0
        for span in spans:
            self.starts.append(offset)
            offset += len(span.text)

    def slice(self, start: int, end: int) -> Line:
        """Return the spans between two offsets of the joined text, without a space at the end."""
        line: list[Span] = []
        number = max(0, bisect_right(self.starts, start) - 1)
        while number < len(self.spans) and self.starts[number] < end:
            offset = self.starts[number]
            text = self.spans[number].text[max(0, start - offset) : end - offset]
            if text:
                line.append(Span(text, self.spans[number].role))
            number += 1
        return tuple(line)
