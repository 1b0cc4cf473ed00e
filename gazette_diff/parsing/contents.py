"""What stands inside an article: 款, their 项, and 目 below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.tree import Level
from gazette_diff.parsing.nodes import Node, empty_node, item_node, reopened, text_node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.marks import Head, Mark
    from gazette_diff.parsing.paragraphs import AnyParagraph

_ITEM, _SUBITEM = Level.ITEM, Level.SUBITEM
_GOES_ON = ("；", ";", "，", ",", "、")
_LEAD_IN = ("：", ":")


class Contents:
    """Fills one article (or container) with its paragraphs, items and subitems.

    The first kind of number under a 款 is its 项; a kind that appears inside those is one
    level below, and so on, whatever the kinds are: （一） 1. (1) or 1. (1) ① alike.
    """

    __slots__ = ("open", "paragraph", "parent")

    def __init__(self, parent: Node) -> None:
        """Prepare to fill *parent*, going on after the 款 that it has."""
        self.parent = parent
        self.paragraph = parent.children[-1] if parent.children else None
        self.open: list[tuple[Mark, Node]] = []

    def add_all(self, paragraphs: Sequence[AnyParagraph]) -> None:
        """Add *paragraphs* in order."""
        for index, paragraph in enumerate(paragraphs):
            if (head := paragraph.head) is not None:
                self._add_item(paragraph, head)
            elif not self.open:
                self._add_text(paragraph)
            elif self._lacks_words() or self._list_goes_on(paragraphs, index + 1):
                self._add_to_item(paragraph)
            elif not paragraph.table and self._is_closing(paragraph):
                self._close(paragraph)
            else:
                self._add_text(paragraph)

    def _lacks_words(self) -> bool:
        """Tell whether the open item is but a number: its words stand on the next line."""
        _, item = self.open[-1]
        return not (item.text or item.children)

    def _add_text(self, paragraph: AnyParagraph) -> None:
        """Begin the next 款 with the words of *paragraph*."""
        self.paragraph = text_node(paragraph)
        self.parent.children.append(self.paragraph)
        if self.open:
            self.open = []

    def _add_to_item(self, paragraph: AnyParagraph) -> None:
        """Add a further paragraph to the open item: its text then has a line break."""
        item = reopened(self.open[-1][1])
        if paragraph.table is not None:
            item.children.append(text_node(paragraph))
            return
        item.text = f"{item.text}\n{paragraph.words}" if item.text else paragraph.words
        item.span = item.span.whole._replace(text=(*item.span.text, *paragraph.pieces))

    def _add_item(self, paragraph: AnyParagraph, head: Head) -> None:
        if self.paragraph is None:
            self.paragraph = empty_node(Level.PARAGRAPH)
            self.parent.children.append(self.paragraph)
        depth = 0
        for mark, _ in self.open:
            if mark is head.mark:
                break
            depth += 1
        item = item_node(_SUBITEM if depth else _ITEM, paragraph, head)
        above = reopened(self.open[depth - 1][1]) if depth else self.paragraph
        if above.children:
            above.children.append(item)
        else:
            above.children = [item]
        self.open[depth:] = [(head.mark, item)]

    def _list_goes_on(self, paragraphs: Sequence[AnyParagraph], start: int) -> bool:
        """Tell whether an open list counts on in *paragraphs*, from the one at *start*."""
        expected = {mark: node.ordinal for mark, node in self.open}
        for index in range(start, len(paragraphs)):
            head = paragraphs[index].head
            if head is None:
                continue
            ordinal = expected.pop(head.mark, None)
            if ordinal is not None and head.ordinal > ordinal:
                return True
            if not expected:
                break
        return False

    def _is_closing(self, paragraph: AnyParagraph) -> bool:
        """Tell whether *paragraph* ends the list's sentence: the last item ended in ；or ，."""
        last = self.open[-1][1].text
        return (
            last.endswith(_GOES_ON)
            and not paragraph.words.endswith(_LEAD_IN)
            and self.paragraph is not None
            and not self.paragraph.closing
        )

    def _close(self, paragraph: AnyParagraph) -> None:
        assert self.paragraph is not None
        self.paragraph.closing = paragraph.words
        self.paragraph.span = self.paragraph.span.whole._replace(closing=paragraph.pieces)
        self.open = []
