"""A text as it came in, and the pieces of it that the tree is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Piece(NamedTuple):
    r"""A run of characters in one line of the source.

    ``line`` counts from 1 (lines end at ``\n``); ``start`` and ``end`` are offsets in
    code points into that line as it stands in the decoded source, ``end`` exclusive.
    """

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded source: ``name`` for messages, its ``lines`` without their line ends.

    ``paragraphs`` says that each line is a whole paragraph already (HTML, Word), so that
    no line may be joined to the next. ``continued`` are the numbers (from 1) of lines that go
    on the line before them, as their places on a printed page tell.
    """

    name: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    paragraphs: bool = False
    continued: frozenset[int] = frozenset()

    @classmethod
    def from_text(cls, text: str, name: str = "-") -> SourceText:
        r"""Split *text* at ``\n`` into a source called *name*."""
        return cls(name=name, lines=tuple(text.split("\n")))


class Span(NamedTuple):
    """Where the words of a provision stand in the source, part by part.

    The non-space characters of a part's pieces, one after the other, are those of the
    part itself. All four are empty for a provision that was not read from text.
    """

    label: tuple[Piece, ...] = ()
    heading: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    closing: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, in the order of the parts."""
        return self.label + self.heading + self.text + self.closing

    @property
    def lines(self) -> tuple[int, int] | None:
        """First and last line of the provision's own words, or None without a source."""
        return line_range(self.pieces)

    @property
    def whole(self) -> Span:
        """The span itself, which has all its pieces."""
        return self


class LineSpan(NamedTuple):
    """The :class:`Span` of a provision on one line, whose pieces are made when they are asked for.

    Its label and its text are bounded by offsets into the line ``number``; one that begins
    where it ends is not there. Most provisions stand on one line, and most uses of a
    regulation never ask where.
    """

    number: int
    label_start: int
    label_end: int
    text_start: int
    text_end: int

    @property
    def label(self) -> tuple[Piece, ...]:
        """The piece of the label, if any."""
        if self.label_start == self.label_end:
            return ()
        return (Piece(self.number, self.label_start, self.label_end),)

    @property
    def heading(self) -> tuple[Piece, ...]:
        """No pieces: a heading is no text."""
        return ()

    @property
    def text(self) -> tuple[Piece, ...]:
        """The piece of the text, if any."""
        if self.text_start == self.text_end:
            return ()
        return (Piece(self.number, self.text_start, self.text_end),)

    @property
    def closing(self) -> tuple[Piece, ...]:
        """No pieces: closing words stand on a line of their own."""
        return ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, in the order of the parts."""
        return self.label + self.text

    @property
    def lines(self) -> tuple[int, int] | None:
        """The line, as the first and the last of the provision's own words."""
        return self.number, self.number

    @property
    def whole(self) -> Span:
        """The same with all its pieces."""
        return Span(label=self.label, text=self.text)


NOWHERE = Span()


def line_range(pieces: Iterable[Piece]) -> tuple[int, int] | None:
    """Return the first and last line that *pieces* touch, None for no pieces."""
    numbers = [piece.line for piece in pieces]
    return (min(numbers), max(numbers)) if numbers else None


def text_at(lines: Sequence[str], pieces: Iterable[Piece]) -> str:
    """Return the characters of *pieces* in *lines*, one after the other."""
    return "".join(lines[p.line - 1][p.start : p.end] for p in pieces)
