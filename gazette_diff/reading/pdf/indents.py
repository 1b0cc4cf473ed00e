"""How far lines are indented: the strongest evidence of where paragraphs begin."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.rows import Segment

# In sizes of the letters.
_LEAST = 0.8
_FIRST_LINE = (1.4, 2.6)
_STEP = 0.25
_FEWEST_LINES = 3
_MOST = 30


class Edges:
    """The left edges of a document's columns, known from all of its pages."""

    def __init__(self, columns: Iterable[Sequence[Segment]], em: float) -> None:
        """Gather the places where lines begin; a few that begin together are an edge."""
        self._em = em
        step = _STEP * em
        begins = Counter(round(line.left / step) for column in columns for line in column)
        self._edges = sorted(
            place * step
            for place, count in begins.items()
            if count + begins[place - 1] + begins[place + 1] >= _FEWEST_LINES
        )

    def indented(self, column: Sequence[Segment]) -> list[str]:
        """Return the lines of *column* with a U+3000 for every letter that they are indented."""
        edge = self.edge(column)
        return [self._indent(line.left - edge) + line.text for line in column]

    def edge(self, column: Sequence[Segment]) -> float:
        """Return where the lines of *column* begin that are not indented.

        In a column of nothing but first lines no line begins at its edge; then another
        page has shown it.
        """
        edge = min(line.left for line in column)
        nearest, furthest = (edge + width * self._em for width in _FIRST_LINE)
        if not any(nearest <= line.left <= furthest for line in column):
            edge = self._known(edge)
        return edge

    def _known(self, left: float) -> float:
        """Return the edge by which a line at *left* would be a first line, else *left*."""
        nearest, furthest = (left - width * self._em for width in _FIRST_LINE)
        at = bisect_right(self._edges, nearest)
        return self._edges[at - 1] if at and self._edges[at - 1] >= furthest else left

    def _indent(self, offset: float) -> str:
        if offset < _LEAST * self._em:
            return ""
        return "\u3000" * min(max(1, round(offset / self._em)), _MOST)
