"""Paragraphs to provisions: the tree of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

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
# （一）规划先行。先规划后建设…: a run-in heading is a short first sentence.
_RUN_IN = re.compile(r"[^；;：:。！？“”]{2,28}。(?=.)")
# （一）加快学校建设，增加学位供给。 alone in its paragraph.
_ALONE = re.compile(r"[^；;：:。！？“”]{2,32}。")
_HEADED_SHARE = 0.6
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
        elif opening.container or (opening.head is not None and opening.head.mark in STRUCTURE):
            _open_container(stack, opening, rest)
        elif article_mark is Mark.ARTICLE and opening.head is not None and _is_comma(opening):
            _open_heading(stack, opening)
        elif article_mark is None:
            _open_outline_level(stack, opening, rest)
        else:
            _open_article(stack, opening, rest, source)
    if article_mark is None:
        _cut_run_in_headings(root, source)
    return root.freeze().children


def _cut_run_in_headings(parent: Node, source: Sequence[str]) -> None:
    """Cut the headings that run into the text, where most levels of a series have one.

    A short first sentence alone proves nothing; in a series where most have one, or stand
    under a heading of their own, it is the heading.
    """
    series: dict[Mark | None, list[Node]] = {}
    for child in parent.children:
        _cut_run_in_headings(child, source)
        if child.level is Level.OUTLINE:
            series.setdefault(child.mark, []).append(child)
    for levels in series.values():
        running = [(level, found) for level in levels if (found := _run_in(level))]
        headed = sum(bool(level.heading) for level in levels)
        if len(running) + headed >= _HEADED_SHARE * len(levels):
            for level, end in running:
                _cut_heading(level, end, source)


def _cut_heading(node: Node, end: int, source: Sequence[str]) -> None:
    """Make the first *end* characters in *node* its heading."""
    first = node.children[0]
    cut_heading(node, first, end, source)
    if not first.text and not first.children:
        del node.children[0]


def _run_in(level: Node) -> int:
    """Return the length of the heading that *level* may begin with, 0 for none.

    It is a short first sentence, or a sentence on its own with more words after it.
    """
    first = level.children[0] if level.children else None
    if level.heading or first is None or first.level is not Level.PARAGRAPH or first.children:
        return 0
    if len(level.children) > 1 and _ALONE.fullmatch(first.text):
        return len(first.text)
    found = _RUN_IN.match(first.text)
    return found.end() if found else 0


def _groups(paragraphs: Sequence[Paragraph], article_mark: Mark | None) -> list[Group]:
    """Gather each heading or article with the paragraphs that belong to it."""
    groups: list[Group] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        mark = paragraph.head.mark if paragraph.head else None
        opens = mark in STRUCTURE or paragraph.container is not None
        opens |= mark is not None and article_mark in (mark, None)
        if opens or (article_mark is Mark.ARTICLE and _heads_articles(paragraph, following)):
            groups.append((paragraph, []))
        elif groups:
            groups[-1][1].append(paragraph)
        else:
            groups.append((None, [paragraph]))
    return groups


def _is_comma(paragraph: Paragraph) -> bool:
    return paragraph.head is not None and paragraph.head.mark is Mark.COMMA


def _heads_articles(paragraph: Paragraph, following: Paragraph | None) -> bool:
    """Tell whether *paragraph* is a heading 三、诉讼参加人 with an article right under it.

    Judicial interpretations gather their articles so, without chapters.
    """
    under = following.head.mark if following is not None and following.head else None
    return under is Mark.ARTICLE and _is_comma(paragraph) and _is_heading(paragraph, numbered=True)


def _open_heading(stack: list[Node], opening: Paragraph) -> None:
    """Open a heading 三、 that gathers articles: it stands where a section does."""
    _close_down_to(stack, Mark.SECTION)
    node = open_node(Level.OUTLINE, opening)
    node.heading, node.heading_pieces = _tight(opening.text), tuple(opening.pieces)
    stack[-1].children.append(node)
    stack.append(node)
    node.mark = Mark.SECTION


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
    mark = opening.head.mark if opening.head is not None else opening.container
    assert mark is not None
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
    contents = Contents(article)
    if opening.text:
        contents.add_text(opening)
    contents.add_all(rest)
    if found := _ARTICLE_HEADING.match(opening.text):
        _cut_heading(article, found.end(), source)


def _open_outline_level(stack: list[Node], opening: Paragraph, rest: list[Paragraph]) -> None:
    node = _push(stack, opening)
    contents = Contents(node)
    if _is_heading(opening, numbered=True):
        node.heading, node.heading_pieces = _tight(opening.text), tuple(opening.pieces)
    elif opening.text:
        contents.add_text(opening)
    contents.add_all(rest)


def _is_heading(paragraph: Paragraph, *, numbered: bool = False) -> bool:
    return (
        (paragraph.head is not None) is numbered
        and paragraph.table is None
        and len(paragraph.text) <= _HEADING_LONGEST
        and not is_finished(paragraph.text)
    )


def _tight(heading: str) -> str:
    """Take out the spaces that stretch a heading of few characters (总    则)."""
    return heading if heading.isascii() else "".join(heading.split())
