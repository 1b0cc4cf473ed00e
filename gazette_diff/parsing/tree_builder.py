"""Paragraphs to provisions: the tree of the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.source import Span
from gazette_diff.core.tree import Level, Provision
from gazette_diff.parsing.contents import Contents
from gazette_diff.parsing.marks import STRUCTURE, Mark, read_head
from gazette_diff.parsing.nodes import (
    Node,
    article_node,
    cut_heading,
    empty_node,
    numbered_node,
    text_node,
)
from gazette_diff.parsing.wording import is_finished

if TYPE_CHECKING:
    from gazette_diff.parsing.paragraphs import AnyParagraph

_LEVELS = {
    Mark.PART: Level.PART,
    Mark.SUBPART: Level.SUBPART,
    Mark.DIVISION: Level.OUTLINE,
    Mark.CHAPTER: Level.CHAPTER,
    Mark.SECTION: Level.SECTION,
    Mark.ARTICLE: Level.ARTICLE,
}
# 第十条 【立法目的】: a heading that an editor put there (条标).
_ARTICLE_HEADING = re.compile(r"【[^【】]{1,40}】")
# （一）规划先行。先规划后建设…: a run-in heading is a short first sentence.
_RUN_IN = re.compile(r"(?=.{2,28}?。)(?:[^；;：:。！？“”]|“[^；;：:。！？“”]+”)+。(?=[^（(])")
# （一）加快学校建设，增加学位供给。 alone in its paragraph.
_ALONE = re.compile(r"[^；;：:。！？“”]{2,32}。")
# 本意见自印发之日起施行: the document on its own force, or on what comes of it.
_OF_THE_WHOLE = re.compile(r"本[一-鿿]{2,6}自[^。；]{2,40}(?:施行|实施|执行|生效)")
_ON_ITSELF = re.compile(r"附则|其[他它]|[施执]行|实施|生效|期限?|时间|事项|解释|效力")
_COMMA = Mark.COMMA
_ARTICLE = Level.ARTICLE
_ROOT = Mark.PART
_HEADED_SHARE = 0.6
_HEADING_LONGEST = 60

# The open nodes, outermost first, each with the kind of number that it stands at.
Stack = list[tuple[Mark, Node]]


def build(
    paragraphs: Sequence[AnyParagraph],
    heads: Sequence[int],
    article_mark: Mark | None,
    source: Sequence[str],
) -> tuple[Provision, ...]:
    """Return the body made of *paragraphs*.

    *heads* are the indexes of those that may open a heading or an article, *article_mark* is
    the kind of number that articles have (``ARTICLE``, or ``COMMA`` for articles in 一、 style);
    None for an outline, whose numbers are levels. *source* are the lines of the source.
    """
    root = empty_node(Level.PART)
    stack: Stack = [(_ROOT, root)]
    openings = _openings(paragraphs, heads, article_mark)
    ends = [*[at for at, _ in openings], len(paragraphs)]
    if ends[0]:
        Contents(root).add_all(paragraphs[: ends[0]])
    last = _end_of_levels(paragraphs, openings, article_mark)
    ends[-1] = last
    for (at, mark), end in zip(openings, ends[1:], strict=True):
        opening, rest = paragraphs[at], paragraphs[at + 1 : end]
        if mark is article_mark:
            # Nothing is open below an article, and it opens nothing: it needs no place there.
            stack[-1][1].children.append(_article(opening, rest, source))
        elif mark in STRUCTURE:
            _open_container(stack, opening, mark, rest)
        elif article_mark is None:
            _open_outline_level(stack, opening, mark, rest, source)
        else:
            _open_heading(stack, opening)
    if openings and last < len(paragraphs):
        Contents(root).add_all(paragraphs[last:])
    if article_mark is None:
        _cut_run_in_headings(root, source)
    return root.freeze().children


def _end_of_levels(
    paragraphs: Sequence[AnyParagraph],
    openings: Sequence[tuple[int, Mark]],
    article_mark: Mark | None,
) -> int:
    """Return where the last level of an outline ends and words on the whole of it follow.

    本决定自公布之日起施行。 below the last number speaks of the decision; under a heading of
    its own (五、施行日期) it is what the level says.
    """
    if article_mark is not None or not openings:
        return len(paragraphs)
    at = openings[-1][0]
    first = at + 2 if _is_heading(paragraphs[at], numbered=True) else at + 1
    heading = paragraphs[at].words if first > at + 1 else ""
    for i in range(first, len(paragraphs)):
        whole = paragraphs[i].head is None and _OF_THE_WHOLE.match(paragraphs[i].words)
        if whole and not _ON_ITSELF.search(heading):
            return i
    return len(paragraphs)


def _cut_run_in_headings(parent: Node, source: Sequence[str]) -> None:
    """Cut the headings that run into the text, where most levels of a series have one.

    A short first sentence alone proves nothing; in a series where most have one, or stand
    under a heading of their own, it is the heading.
    """
    series: dict[Mark | None, list[Node]] = {}
    for child in parent.children:
        _cut_run_in_headings(child, source)
        if child.level is Level.OUTLINE:
            head = read_head(child.label)
            series.setdefault(head.mark if head else None, []).append(child)
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


def _openings(
    paragraphs: Sequence[AnyParagraph], heads: Sequence[int], article_mark: Mark | None
) -> list[tuple[int, Mark]]:
    """Return the indexes of the paragraphs that open a heading, an article or a level.

    In an outline each number is a level's; elsewhere only those at *heads* may be.
    """
    outline = article_mark is None
    headed = article_mark is Mark.ARTICLE
    opening = STRUCTURE | {article_mark}
    return [
        (i, mark)
        for i in (range(len(paragraphs)) if outline else heads)
        if (mark := p.head.mark if (p := paragraphs[i]).head is not None else p.container)
        is not None
        and (
            outline
            or mark in opening
            or (headed and mark is _COMMA and _heads_articles(paragraphs, i))
        )
    ]


def _heads_articles(paragraphs: Sequence[AnyParagraph], index: int) -> bool:
    """Tell whether a heading 三、诉讼参加人 stands at *index*, with an article right under it.

    Judicial interpretations gather their articles so, without chapters.
    """
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    under = following.head.mark if following is not None and following.head else None
    return under is Mark.ARTICLE and _is_heading(paragraphs[index], numbered=True)


def _open_heading(stack: Stack, opening: AnyParagraph) -> None:
    """Open a heading 三、 that gathers articles: it stands where a section does."""
    node = _push(stack, opening, Mark.SECTION, Level.OUTLINE)
    _set_heading(node, opening)


def _open_container(
    stack: Stack, opening: AnyParagraph, mark: Mark, rest: Sequence[AnyParagraph]
) -> None:
    node = _push(stack, opening, mark, _LEVELS[mark])
    if not opening.words and rest and _is_heading(rest[0]):
        opening, rest = rest[0], rest[1:]  # the heading stands on the line after the number
    _set_heading(node, opening)
    if rest:
        Contents(node).add_all(rest)


def _push(stack: Stack, opening: AnyParagraph, mark: Mark, level: Level) -> Node:
    """Open a container or outline level where a number of kind *mark* may stand."""
    while stack[-1][0] >= mark and len(stack) > 1:
        stack.pop()
    node = numbered_node(level, opening)
    stack[-1][1].children.append(node)
    stack.append((mark, node))
    return node


def _set_heading(node: Node, paragraph: AnyParagraph) -> None:
    node.heading = _tight(paragraph.words)
    node.span = Span(node.span.label, paragraph.pieces)


def _article(opening: AnyParagraph, rest: Sequence[AnyParagraph], source: Sequence[str]) -> Node:
    text, head = opening.words, opening.head
    if not text or head is None:
        article = numbered_node(_ARTICLE, opening)
    elif rest or text[0] == "【":
        article = article_node(opening, head, alone=False)
    else:
        return article_node(opening, head, alone=True)
    if rest:
        Contents(article).add_all(rest)
    if text[:1] == "【":
        _cut_bracketed_heading(article, text, source)
    return article


def _cut_bracketed_heading(node: Node, text: str, source: Sequence[str]) -> None:
    """Cut the heading in 【】 off the words *text* that *node* begins with."""
    if found := _ARTICLE_HEADING.match(text):
        _cut_heading(node, found.end(), source)


def _open_outline_level(
    stack: Stack,
    opening: AnyParagraph,
    mark: Mark,
    rest: Sequence[AnyParagraph],
    source: Sequence[str],
) -> None:
    node = _push(stack, opening, mark, Level.OUTLINE)
    if not opening.words and rest and _is_heading(rest[0]):
        _set_heading(node, rest[0])  # on the line after the number
        rest = rest[1:]
    elif _is_heading(opening, numbered=True):
        _set_heading(node, opening)
    elif opening.words:
        node.children.append(text_node(opening))
    Contents(node).add_all(rest)
    if not node.heading:
        _cut_bracketed_heading(node, opening.words, source)


def _is_heading(paragraph: AnyParagraph, *, numbered: bool = False) -> bool:
    return (
        (paragraph.head is not None) is numbered
        and paragraph.table is None
        and len(paragraph.words) <= _HEADING_LONGEST
        and not is_finished(paragraph.words)
        and "。" not in paragraph.words
    )


def _tight(heading: str) -> str:
    """Take out the spaces that stretch a heading of few characters (总    则)."""
    return heading if heading.isascii() else "".join(heading.split())
