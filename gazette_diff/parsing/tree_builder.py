"""Paragraphs to provisions: the tree of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazette_diff.core.tree import Level, Provision
from gazette_diff.parsing.contents import Contents
from gazette_diff.parsing.marks import STRUCTURE, Mark
from gazette_diff.parsing.nodes import Node, cut_heading, open_node
from gazette_diff.parsing.paragraphs import Paragraph
from gazette_diff.parsing.wording import is_finished

_LEVELS = {
    Mark.PART: Level.PART,
    Mark.SUBPART: Level.SUBPART,
    Mark.CHAPTER: Level.CHAPTER,
    Mark.SECTION: Level.SECTION,
    Mark.ARTICLE: Level.ARTICLE,
}
# 第十条 【立法目的】: a heading that an editor put there (条标).
_ARTICLE_HEADING = re.compile(r"【[^【】]{1,40}】")
# （一）规划先行。先规划后建设…: a run-in heading is a short first sentence without a comma.
_RUN_IN = re.compile(r"[^，,；;：:。！？“”]{2,28}。(?=.)")
_HEADING_LONGEST = 60

Group = tuple[Paragraph | None, list[Paragraph]]


def build(
    paragraphs: Sequence[Paragraph], article_mark: Mark | None, source: Sequence[str]
) -> tuple[Provision, ...]:
    """Return the body made of *paragraphs*.

    *article_mark* is the kind of number that articles have (``ARTICLE``, or ``COMMA`` for
    articles in 一、 style); None for an outline, whose numbers are levels. *source* are the
    lines of the source.
    """
    root = Node(Level.PART)
    stack = [root]
    for opening, rest in _groups(paragraphs, article_mark):
        if opening is None:
            Contents(stack[-1]).add_all(rest)
        elif opening.head is not None and opening.head.mark in STRUCTURE:
            _open_container(stack, opening, rest)
        elif article_mark is None:
            _open_outline_level(stack, opening, rest, source)
        else:
            _open_article(stack, opening, rest, source)
    return root.freeze().children


def _groups(paragraphs: Sequence[Paragraph], article_mark: Mark | None) -> list[Group]:
    """Gather each heading or article with the paragraphs that belong to it."""
    groups: list[Group] = []
    for paragraph in paragraphs:
        mark = paragraph.head.mark if paragraph.head else None
        opens = mark in STRUCTURE or (mark is not None and article_mark in (mark, None))
        if opens:
            groups.append((paragraph, []))
        elif groups:
            groups[-1][1].append(paragraph)
        else:
            groups.append((None, [paragraph]))
    return groups


def _close_down_to(stack: list[Node], mark: Mark) -> None:
    """Close the open nodes that a number of kind *mark* cannot stand inside."""
    while len(stack) > 1 and (stack[-1].mark or 0) >= mark:
        stack.pop()


def _open_container(stack: list[Node], opening: Paragraph, rest: list[Paragraph]) -> None:
    node = _push(stack, opening)
    if not opening.text and rest and _is_heading(rest[0]):
        opening, rest = rest[0], rest[1:]  # the heading stands on the line after the number
    node.heading, node.heading_pieces = _tight(opening.text), tuple(opening.pieces)
    Contents(node).add_all(rest)


def _push(stack: list[Node], opening: Paragraph) -> Node:
    """Open a container, article or outline level in its place and return it."""
    assert opening.head is not None
    mark = opening.head.mark
    _close_down_to(stack, mark)
    node = open_node(_LEVELS.get(mark, Level.OUTLINE), opening)
    stack[-1].children.append(node)
    stack.append(node)
    return node


def _open_article(
    stack: list[Node], opening: Paragraph, rest: list[Paragraph], source: Sequence[str]
) -> None:
    article = _push(stack, opening)
    article.level = Level.ARTICLE
    if found := _ARTICLE_HEADING.match(opening.text):
        cut_heading(article, opening, found.end(), source)
    contents = Contents(article)
    if opening.text:
        contents.add_text(opening)
    contents.add_all(rest)


def _open_outline_level(
    stack: list[Node], opening: Paragraph, rest: list[Paragraph], source: Sequence[str]
) -> None:
    node = _push(stack, opening)
    contents = Contents(node)
    if _is_heading(opening, numbered=True):
        node.heading, node.heading_pieces = _tight(opening.text), tuple(opening.pieces)
    elif opening.text:
        if found := _RUN_IN.match(opening.text):
            cut_heading(node, opening, found.end(), source)
        contents.add_text(opening)
    contents.add_all(rest)


def _is_heading(paragraph: Paragraph, *, numbered: bool = False) -> bool:
    return (
        (paragraph.head is not None) is numbered
        and len(paragraph.text) <= _HEADING_LONGEST
        and not is_finished(paragraph.text)
    )


def _tight(heading: str) -> str:
    """Take out the spaces that stretch a heading of few characters (总    则)."""
    return heading if heading.isascii() else "".join(heading.split())
