"""From a place in the lines that were read of a Word file to the elements of its XML."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lxml.etree import _Element

from gazette_diff.reading.word.inline import DELETED, InlineReader
from gazette_diff.reading.word.markup import tag

if TYPE_CHECKING:
    from gazette_diff.cite_checking.values import Span

# Written by the reader around the cells of tables, and before the signs in them.
_NOT_COUNTED = "|\\"
# A few characters are not looked for farther ahead than this: they might stand anywhere.
_SHORT, _NEAR = 10, 300


class Spot(NamedTuple):
    """One character: the element that it stands in, and its offset in the text of that."""

    element: _Element
    offset: int


class Places:
    """Knows where each character of the lines read stands in the document.

    The reader adds numbers, cell borders and notes to what paragraphs say, so each paragraph
    is looked for in the characters that were read, after the one before it.
    """

    def __init__(self, lines: Sequence[str], body: _Element) -> None:
        """Find the paragraphs of *body* in the *lines* that were read of it."""
        self._places = [
            (number, offset)
            for number, line in enumerate(lines, 1)
            for offset, char in enumerate(line)
            if _counts(char)
        ]
        read = "".join(char for line in lines for char in line if _counts(char))
        self._spots: dict[int, Spot] = {}
        position = 0
        for spots in _stretches(body):
            words = "".join(char for char, _ in spots)
            reach = len(read) if len(words) >= _SHORT else position + _NEAR
            at = read.find(words, position, reach)
            if words and at >= 0:
                self._spots.update(enumerate((spot for _, spot in spots), at))
                position = at + len(words)

    def of(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return the first and the last character of *span*; None where they are not found."""
        start = bisect_left(self._places, (span.line, span.start))
        end = bisect_left(self._places, (span.last, span.end)) - 1
        first, last = self._spots.get(start), self._spots.get(end)
        return None if first is None or last is None or end < start else (first, last)


def _counts(char: str) -> bool:
    return not char.isspace() and char not in _NOT_COUNTED


def _stretches(body: _Element) -> Iterator[list[tuple[str, Spot]]]:
    """Yield the characters of each paragraph that is shown, in the order of the document.

    The reader writes numbers where fields stand, so the words between them are apart.
    """
    reader = InlineReader()
    for element in body.iter():
        if tag(element) == "w:p" and not _is_aside(element):
            words = reader.read(element)
            ends = (field.pieces for field in words.fields if not field.has_result)
            for start, end in pairwise((0, *ends, len(words.pieces))):
                yield [
                    (char, Spot(piece, _indent(piece, text) + offset))
                    for piece, text in words.pieces[start:end]
                    for offset, char in enumerate(text)
                    if _counts(char)
                ]


def _is_aside(paragraph: _Element) -> bool:
    """Tell whether a paragraph is of a deleted passage, or the older form of a text box."""
    return any(
        tag(above) in DELETED or tag(above) == "mc:Fallback" for above in paragraph.iterancestors()
    )


def _indent(piece: _Element, shown: str) -> int:
    """Return how much of the text of *piece* stands before what is *shown* of it."""
    return max(0, (piece.text or "").find(shown)) if tag(piece) == "w:t" else 0
