"""From the segments of pages to lines in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gazette_diff.reading.pdf.columns import read_columns, usual_gutters
from gazette_diff.reading.pdf.continuing import Bounds, Flow, measure
from gazette_diff.reading.pdf.indents import Edges
from gazette_diff.reading.pdf.margins import Margins, is_page_number, names_gazette
from gazette_diff.reading.pdf.rows import Segment, join_rows
from gazette_diff.reading.pdf.titles import join_centred, join_titles
from gazette_diff.reading.tables import comment_line

# The issue of a gazette, with its year: a head that is known as one wherever it stands.
_ISSUE = re.compile(r"公报.*(?:19|20)[0-9]{2}")

# The name of a gazette and what tells its issue (2023.05, 2023年第5期（总第12期）).
_NAMED = re.compile(r"([^\u3000]*公报[^\u3000]*(?:\u3000+[0-9第总（(][^\u3000]*)*)")


class PrintedLine(NamedTuple):
    """A line as it is read; ``continued`` tells that it goes on the line of text before it."""

    text: str
    continued: bool = False


class LaidOut(NamedTuple):
    """The lines of all pages, and the words among them that are left out of the text."""

    lines: list[PrintedLine]
    left_out: list[str]


def lay_out(pages: Sequence[Margins], em: float, notes: Sequence[Sequence[str]]) -> LaidOut:
    """Return the lines of *pages* in the order of reading; *em* is the size of most letters.

    The *notes* of each page stand below it as comment lines.
    """
    usual = usual_gutters([page.body for page in pages], em)
    parts = [
        [
            join_titles(join_rows(column, em), em)
            for column in read_columns(page.body, em, usual)
            if column
        ]
        for page in pages
    ]
    columns = [column for page in parts for column in page]
    edges = Edges(columns, em)
    bounds = measure(columns, edges, em)
    whole = [bounds for page in parts for bounds in _extents(page)]
    columns = [
        join_centred(column, bound or across, em)
        for column, bound, across in zip(columns, bounds, whole, strict=True)
    ]
    continued = iter(Flow(columns, bounds, em).continued())
    ordered = iter(columns)
    frame = _Frame(em)
    lines: list[PrintedLine] = []
    for page, found, below in zip(pages, parts, notes, strict=True):
        lines += frame.lines(page.head, "页眉：")
        for _ in found:
            # The texts come first: they are as many as the lines told of.
            texts = edges.indented(next(ordered))
            lines += [PrintedLine(text, next(continued)) for text in texts]
        lines += [PrintedLine(comment_line(f"脚注：{note}")) for note in below]
        lines += frame.lines(page.foot, "页脚：")
    return LaidOut(lines, frame.left_out)


def _extents(columns: Sequence[Sequence[Segment]]) -> list[Bounds]:
    """Return for each of the *columns* of a page the bounds of all its text."""
    lines = [line for column in columns for line in column]
    left, right = min((s.left for s in lines), default=0), max((s.right for s in lines), default=0)
    return [Bounds(left, right)] * len(columns)


class _Frame:
    """Writes heads and feet as comment lines; the name of a gazette is told once."""

    def __init__(self, em: float) -> None:
        self._em = em
        self._told: set[str] = set()
        self.left_out: list[str] = []

    def lines(self, segments: Iterable[Segment], kind: str) -> list[PrintedLine]:
        """Return the lines of a head or foot, which *kind* names."""
        return [PrintedLine(self._line(line, kind)) for line in self._rows(segments)]

    def _rows(self, segments: Iterable[Segment]) -> list[str]:
        """Return the words of each row; the name of a gazette stands alone, with its issue."""
        rows: list[str] = []
        for line in join_rows(segments, self._em):
            rows += [part.strip("\u3000") for part in _NAMED.split(line.text) if part]
        return rows

    def _line(self, text: str, kind: str) -> str:
        if is_page_number(text):
            return comment_line(f"页码：{text}")
        if names_gazette(text) and (not self._told or _ISSUE.search(text)):
            known = text in self._told
            self._told.add(text)
            if not known:
                return text
        else:
            self.left_out.append(text)
        return comment_line(kind + text)
