"""What stands inside an article: 款, their 项, and 目 below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.tree import Level
from gazette_diff.parsing.nodes import Node, open_node

if TYPE_CHECKING:
    from gazette_diff.parsing.marks import Mark
    from gazette_diff.parsing.paragraphs import Paragraph

_GOES_ON = ("；", ";", "，", ",", "、")
_LEAD_IN = ("：", ":")


class Contents:
    """Fills one article (or container) with its paragraphs, items and subitems.

    The first kind of number under a 款 is its 项; a kind that appears inside those is one
    level below, and so on, whatever the kinds are: （一） 1. (1) or 1. (1) ① alike.
    """

    def __init__(self, parent: Node) -> None:
        """Prepare to fill *parent*."""
        self.parent = parent
        self.paragraph: Node | None = None
        self.open: list[Node] = []

    def add_all(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add *paragraphs* in order."""
        for index, paragraph in enumerate(paragraphs):
            if paragraph.head is not None:
                self._add_item(paragraph)
            elif self.open and self._list_goes_on(paragraphs[index + 1 :]):
                self._add_to_item(paragraph)
            elif self.open and not paragraph.table and self._is_closing(paragraph):
                self._close(paragraph)
            else:
                self.add_text(paragraph)

    def add_text(self, paragraph: Paragraph) -> None:
        """Begin the next 款 with the words of *paragraph*."""
        self.paragraph = _paragraph_node(paragraph)
        self.parent.children.append(self.paragraph)
        self.open = []

    def _add_to_item(self, paragraph: Paragraph) -> None:
        """Add a further paragraph to the open item: its text then has a line break."""
        item = self.open[-1]
        if paragraph.table is not None:
            item.children.append(_paragraph_node(paragraph))
            return
        item.text = f"{item.text}\n{paragraph.text}" if item.text else paragraph.text
        item.text_pieces += tuple(paragraph.pieces)

    def _add_item(self, paragraph: Paragraph) -> None:
        if self.paragraph is None:
            self.paragraph = Node(Level.PARAGRAPH)
            self.parent.children.append(self.paragraph)
        assert paragraph.head is not None
        mark = paragraph.head.mark
        marks = [node.mark for node in self.open]
        if mark in marks:
            del self.open[marks.index(mark) :]
        around = self.open[-1] if self.open else self.paragraph
        level = Level.SUBITEM if self.open else Level.ITEM
        item = open_node(level, paragraph)
        item.text, item.text_pieces = paragraph.text, tuple(paragraph.pieces)
        around.children.append(item)
        self.open.append(item)

    def _list_goes_on(self, following: Sequence[Paragraph]) -> bool:
        """Tell whether an open list counts on after an unnumbered paragraph."""
        expected = {node.mark: node.ordinal for node in self.open}
        seen: set[Mark] = set()
        for paragraph in following:
            head = paragraph.head
            if head is None:
                continue
            ordinal = expected.get(head.mark)
            if ordinal is not None and head.mark not in seen and head.ordinal > ordinal:
                return True
            seen.add(head.mark)
        return False

    def _is_closing(self, paragraph: Paragraph) -> bool:
        """Tell whether *paragraph* ends the list's sentence: the last item ended in ；or ，."""
        last = self.open[-1].text
        return (
            last.endswith(_GOES_ON)
            and not paragraph.text.endswith(_LEAD_IN)
            and self.paragraph is not None
            and not self.paragraph.closing
        )

    def _close(self, paragraph: Paragraph) -> None:
        assert self.paragraph is not None
        self.paragraph.closing = paragraph.text
        self.paragraph.closing_pieces = tuple(paragraph.pieces)
        self.open = []


def _paragraph_node(paragraph: Paragraph) -> Node:
    table = paragraph.table.table if paragraph.table else None
    pieces = tuple(paragraph.pieces)
    return Node(Level.PARAGRAPH, text=paragraph.text, text_pieces=pieces, table=table)
