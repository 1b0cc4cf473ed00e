"""Provisions under construction, and the cutting of a paragraph's pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.source import Piece, Span
from gazette_diff.core.tree import Level, Provision, Table
from gazette_diff.parsing.lines import CONTROL
from gazette_diff.parsing.marks import Mark

if TYPE_CHECKING:
    from gazette_diff.parsing.paragraphs import Paragraph


@dataclass(slots=True)
class Node:
    """A provision under construction; ``mark`` is the kind of its printed number."""

    level: Level
    mark: Mark | None = None
    ordinal: Ordinal | None = None
    label: str = ""
    heading: str = ""
    text: str = ""
    closing: str = ""
    table: Table | None = None
    children: list[Node] = field(default_factory=list)
    label_pieces: tuple[Piece, ...] = ()
    heading_pieces: tuple[Piece, ...] = ()
    text_pieces: tuple[Piece, ...] = ()
    closing_pieces: tuple[Piece, ...] = ()

    def freeze(self) -> Provision:
        """Return the finished provision; its 款 are counted."""
        count = 0
        children = []
        for child in self.children:
            if child.level is Level.PARAGRAPH:
                count += 1
                child.ordinal = Ordinal(count)
            children.append(child.freeze())
        return Provision(
            level=self.level,
            ordinal=self.ordinal,
            label=self.label,
            heading=self.heading,
            text=self.text,
            children=tuple(children),
            closing=self.closing,
            table=self.table,
            span=Span(
                self.label_pieces, self.heading_pieces, self.text_pieces, self.closing_pieces
            ),
        )


def open_node(level: Level, paragraph: Paragraph) -> Node:
    """Return a new node of *level* with the number of *paragraph*, without its words."""
    head = paragraph.head
    if head is None:
        return Node(level, paragraph.container)
    return Node(level, head.mark, head.ordinal, head.label, label_pieces=paragraph.label_pieces)


def cut_heading(node: Node, paragraph: Node, end: int, source: Sequence[str]) -> None:
    """Move the first *end* characters of *paragraph* to the heading of *node*.

    *source* are the source's lines, by which the pieces are cut.
    """
    node.heading, paragraph.text = paragraph.text[:end].strip(), paragraph.text[end:].strip()
    count = sum(not c.isspace() for c in node.heading)
    node.heading_pieces, paragraph.text_pieces = cut_pieces(paragraph.text_pieces, count, source)


def cut_pieces(
    pieces: Sequence[Piece], count: int, source: Sequence[str]
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut *pieces* after *count* characters that are neither space nor control."""
    taken: list[Piece] = []
    for k, piece in enumerate(pieces):
        raw = source[piece.line - 1][piece.start : piece.end]
        for offset, c in enumerate(raw):
            if count == 0:
                if offset:
                    taken.append(Piece(piece.line, piece.start, piece.start + offset))
                cut = Piece(piece.line, piece.start + offset, piece.end)
                return tuple(taken), (cut, *pieces[k + 1 :])
            count -= not (c.isspace() or CONTROL.match(c))
        taken.append(piece)
    return tuple(taken), ()
