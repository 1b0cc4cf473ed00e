"""A web page as it is read: lines, tables, and the boxes that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias


class Box:
    """A block element: where lines stand. ``names`` are the words of its class and id.

    ``depth`` is that of boxes, the root's 0; ``first`` to ``last`` are the lines in it.
    """

    __slots__ = ("depth", "first", "last", "names", "parent", "tag")

    def __init__(self, tag: str, names: frozenset[str], parent: Box | None) -> None:
        """Put a box into *parent*."""
        self.tag = tag
        self.names = names
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.first = self.last = -1

    def around(self) -> Iterator[Box]:
        """Yield this box and those around it, the innermost first."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


class Reason(Enum):
    """Why a line is no part of the text."""

    HIDDEN = auto()
    CONTROL = auto()  # of a form: a button, a list to choose from
    OUTSIDE = auto()  # menus, heads and feet of the site
    TOOL = auto()  # 打印, 关闭, 分享到, 责任编辑
    CARD = auto()  # 索引号, 主题分类: what the site's catalogue says of the text
    REPEATED = auto()  # the title once more


@dataclass(slots=True, eq=False)
class PageLine:
    """A line of a page: its words, how many of them are links, the box it stands in.

    ``number`` is what a browser writes before it, as the first line of an item of a list.
    """

    text: str
    box: Box
    links: int = 0
    left_out: Reason | None = None
    number: str = ""

    @property
    def shown(self) -> str:
        """The line as a browser shows it, with its number."""
        return self.number + self.text

    @property
    def bare(self) -> str:
        """The words without white space."""
        return "".join(self.text.split())

    @property
    def is_link(self) -> bool:
        """Whether most of the line is links."""
        return self.links * 2 > len(self.bare)


@dataclass(slots=True, eq=False)
class PageTable:
    """A table of a page: rows of cells, with the headings on the first ``header_rows``."""

    rows: list[list[list[PageNode]]] = field(default_factory=list)
    header_rows: int = 0


PageNode: TypeAlias = PageLine | PageTable


@dataclass(slots=True)
class Page:
    """A page: its ``nodes`` in order, all its ``lines`` again, and the ``titles`` it claims.

    ``deleted`` counts the words marked as deleted; ``foreign`` are the counter styles of lists
    whose numbers are not written as a browser writes them.
    """

    nodes: list[PageNode]
    lines: list[PageLine]
    titles: list[str]
    deleted: int = 0
    foreign: list[str] = field(default_factory=list)


def lines_of(nodes: list[PageNode]) -> Iterator[PageLine]:
    """Yield the lines of *nodes*, those in tables too."""
    stack: list[Iterator[PageNode]] = [iter(nodes)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif isinstance(node, PageLine):
            yield node
        else:
            stack.append(inner for row in node.rows for cell in row for inner in cell)
