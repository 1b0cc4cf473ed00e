"""Provisions under construction, and the cutting of a paragraph's pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.source import NOWHERE, LineSpan, Piece, Span
from gazette_diff.core.tree import Level, Provision, Table
from gazette_diff.parsing.lines import CONTROL, Line

if TYPE_CHECKING:
    from gazette_diff.parsing.marks import Head
    from gazette_diff.parsing.paragraphs import AnyParagraph


@dataclass(slots=True)
class Node:
    """A provision under construction, with the fields of a :class:`Provision`.

    :meth:`freeze` turns it into one, in place: a regulation has thousands, and copying
    each would take longer than all else that is done to its words. What is finished at once
    is a provision already, and left as it is.
    """

    level: Level
    ordinal: Ordinal | None
    label: str
    heading: str
    text: str
    children: list[Node]
    closing: str
    table: Table | None
    span: Span | LineSpan

    def freeze(self) -> Provision:
        """Turn the node and all inside it into provisions, their 款 counted; return it."""
        nodes: list[Any] = [self]
        while nodes:
            node = nodes.pop()
            count = 0
            for child in node.children:
                if child.__class__ is Provision:
                    continue
                if child.level is _PARAGRAPH:
                    count += 1
                    child.ordinal = _NTH[count] if count < _MANY else Ordinal(count)
                if child.children:
                    nodes.append(child)
                else:
                    child.children = ()
                    child.__class__ = Provision
            node.children = tuple(node.children)
            node.__class__ = Provision
        return cast("Provision", self)


_new = tuple.__new__
# What is finished has tuples.
_NO_CHILDREN: Any = ()
_PARAGRAPH = Level.PARAGRAPH
_ARTICLE = Level.ARTICLE


# The places of 款, of which few articles have so many.
_MANY = 64
_NTH = [Ordinal(number) for number in range(_MANY)]
_FIRST = _NTH[1]


def empty_node(level: Level) -> Node:
    """Return a new node of *level* without a number and words."""
    return Node(level, None, "", "", "", [], "", None, NOWHERE)


def numbered_node(level: Level, paragraph: AnyParagraph) -> Node:
    """Return a new node of *level* with the number of *paragraph*, without its words."""
    head = paragraph.head
    if head is None:
        return empty_node(level)
    return Node(level, head.ordinal, head.label, "", "", [], "", None, paragraph.label_span())


def item_node(level: Level, paragraph: AnyParagraph, head: Head) -> Node:
    """Return *paragraph*, which begins with the number *head*, as an item or subitem.

    It is finished, as most are; what is to be put into it goes into what is :func:`reopened`.
    """
    item: Any
    words, span = paragraph.words, paragraph.span()
    item = node = Node(level, head.ordinal, head.label, "", words, _NO_CHILDREN, "", None, span)
    item.__class__ = Provision
    return node


def reopened(node: Node) -> Node:
    """Return *node*, which may be finished, as one under construction."""
    finished: Any = node
    if finished.__class__ is Provision:
        object.__setattr__(finished, "children", list(finished.children))
        object.__setattr__(finished, "__class__", Node)
    return node


def text_node(paragraph: AnyParagraph) -> Node:
    """Return the words of *paragraph* (or its table) as a 款."""
    table = None if paragraph.table is None else paragraph.table.table
    words, span = paragraph.words, paragraph.text_span()
    return Node(_PARAGRAPH, None, "", "", words, _NO_CHILDREN, "", table, span)


def article_node(paragraph: AnyParagraph, head: Head, *, alone: bool) -> Node:
    """Return *paragraph*, numbered *head*, as an article with its first 款.

    Where that is *alone* in the article, both are finished; else more is to come.
    """
    label_span: Span | LineSpan
    text_span: Span | LineSpan
    if isinstance(paragraph, Line):  # the spans of most, made without a call for each
        number, start = paragraph.number, paragraph.start
        label_span = _new(LineSpan, (number, start, start + head.end, 0, 0))
        text_span = _new(LineSpan, (number, 0, 0, start + head.rest, paragraph.end))
    else:
        label_span, text_span = paragraph.label_span(), paragraph.text_span()
    words, ordinal, label = paragraph.words, head.ordinal, head.label
    if not alone:
        text = Node(_PARAGRAPH, None, "", "", words, _NO_CHILDREN, "", None, text_span)
        return Node(_ARTICLE, ordinal, label, "", "", [text], "", None, label_span)
    only: Any = Node(_PARAGRAPH, _FIRST, "", "", words, _NO_CHILDREN, "", None, text_span)
    only.__class__ = Provision
    article: Any = Node(_ARTICLE, ordinal, label, "", "", _NO_CHILDREN, "", None, label_span)
    article.children = (only,)
    article.__class__ = Provision
    node: Node = article
    return node


def cut_heading(node: Node, paragraph: Node, end: int, source: Sequence[str]) -> None:
    """Move the first *end* characters of *paragraph* to the heading of *node*.

    *source* are the source's lines, by which the pieces are cut.
    """
    node.heading, paragraph.text = paragraph.text[:end].strip(), paragraph.text[end:].strip()
    count = sum(not c.isspace() for c in node.heading)
    heading, text = cut_pieces(paragraph.span.text, count, source)
    node.span = node.span.whole._replace(heading=heading)
    paragraph.span = paragraph.span.whole._replace(text=text)


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
