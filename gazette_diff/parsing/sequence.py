"""Which of the numbers at line starts open a provision: the sequence decides, not the form.

A wrapped line may begin with a reference («第三条规定的…»), a quoted amendment with the
article it rewrites. Among all candidates the chain that counts on best is taken: each
candidate is worth what its surroundings say for it, each step what it costs to believe it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gazette_diff.core.ordinals import Ordinal
from gazette_diff.parsing.lines import Layout, Line, is_heading_like
from gazette_diff.parsing.marks import STRUCTURE, Mark
from gazette_diff.parsing.wording import is_finished, is_open, is_title

# What follows a reference in running text, never the number of a provision.
_REFERENCE = re.compile(
    r"(?:规定|所列|所称|所指|的|、|，|,|和|至|到|或者|或|及|以及|与|第[一二三四五六七八九十百0-9]+[款项目条]"
    r"|中的|之规定|修改为|改为|删|增加|作为|后增加|内容|情形|标准执行)"
)
# Worth of the evidence, in units of one plain step.
_BASE = 3.0
_AFTER_SENTENCE = 2.0
_MID_SENTENCE = -4.0
_MID_SENTENCE_PARAGRAPHS = -0.5
_SPACED = 1.0
_REFERENCE_FOLLOWS = -7.0
_NEXT = 2.0
_GAP = -1.5
_REPEAT = -4.0
_RESTART = -4.0
_BACK = -7.0
_LOOK_BACK = 48
# The numbers of most texts, which count on without a branch.
_COUNTED = [Ordinal(number) for number in range(1, 2000)]
_MARKS = tuple(Mark)
# By so much a number that breaks the sequence may differ from the one before.
_NEAR = 2
_OF_PARAGRAPHS = frozenset({Layout.PARAGRAPHS, Layout.INDENTED})


class Candidate(NamedTuple):
    """A line that may open a provision: its place among the lines, its number, its worth."""

    at: int
    ordinal: Ordinal
    worth: float


def numbered_lines(lines: Sequence[Line]) -> dict[Mark, list[int]]:
    """Return the indexes of the *lines* that begin with a number, by its kind."""
    found: dict[Mark, list[int]] = {mark: [] for mark in _MARKS}
    for i, line in enumerate(lines):
        if (head := line.head) is not None:
            found[head.mark].append(i)
    return found


def choose(lines: Sequence[Line], numbered: Sequence[int], layout: Layout) -> set[int]:
    """Return those of *numbered* that open a provision.

    They are the indexes of the lines in *lines* that begin with a number of one kind.
    """
    heads = [head for i in numbered if (head := lines[i].head) is not None]
    if _counts_through([head.ordinal for head in heads]):
        # Where lines are paragraphs, a number that is parted from its words is no reference.
        spaces_tell = layout in _OF_PARAGRAPHS
        doubtful = [
            i
            for i, head in zip(numbered, heads, strict=True)
            if not spaces_tell or head.rest == head.end
        ]
        if all(_worth(lines, i, layout) > 0 for i in doubtful):
            return set(numbered)
    candidates = [
        Candidate(i, head.ordinal, _worth(lines, i, layout))
        for i, head in zip(numbered, heads, strict=True)
    ]
    chosen = _best_chain(candidates)
    if layout is not Layout.WRAPPED and heads:
        chosen |= _displaced(lines, candidates, chosen)
    return chosen


def _displaced(
    lines: Sequence[Line], candidates: Sequence[Candidate], chosen: set[int]
) -> set[int]:
    """Return the lines that open an article though its number breaks the sequence.

    A slip of the pen prints a number twice or changes the places of two. The number is near the
    one before, parted from its words, and begins a paragraph that no quotation holds. So does 二、:
    its mark parts it, and it may follow a line that no mark ends.
    """
    displaced: set[int] = set()
    head = lines[candidates[0].at].head
    commas = head is not None and head.mark is Mark.COMMA
    least = _BASE + (_MID_SENTENCE_PARAGRAPHS if commas else _AFTER_SENTENCE + _SPACED)
    before: Candidate | None = None
    for k, candidate in enumerate(candidates):
        at = candidate.at
        if at in chosen:
            if before is None and k == 1 and _is_first_twice(lines, candidates):
                displaced.add(candidates[0].at)
            before = candidate
        elif before is not None and candidate.worth >= least:
            near = abs(candidate.ordinal.base - before.ordinal.base) <= _NEAR
            quoted = is_open("".join(line.text for line in lines[before.at : at]))
            if near and not quoted:
                displaced.add(at)
    return displaced


def _is_first_twice(lines: Sequence[Line], candidates: Sequence[Candidate]) -> bool:
    """Tell whether the first two *candidates* are both 第一条; a title may stand above them."""
    head = lines[candidates[0].at].head
    parted = head is not None and (head.rest > head.end or head.mark is Mark.COMMA)
    return parted and candidates[0].ordinal == candidates[1].ordinal == (1, 0)


def _counts_through(ordinals: list[Ordinal]) -> bool:
    """Tell whether *ordinals* count on from one without a gap."""
    if ordinals == _COUNTED[: len(ordinals)]:
        return bool(ordinals)
    return ordinals[:1] == [(1, 0)] and all(map(follows, ordinals, ordinals[1:]))


def _worth(lines: Sequence[Line], index: int, layout: Layout) -> float:
    line = lines[index]
    assert line.head is not None
    rest = line.words
    worth = _BASE
    if index and not _ends_paragraph(lines[index - 1], layout):
        worth += _MID_SENTENCE_PARAGRAPHS if _is_paragraph(line, layout) else _MID_SENTENCE
    else:
        worth += _AFTER_SENTENCE
    spaced = line.head.rest > line.head.end or not rest
    if spaced:
        worth += _SPACED
    elif line.head.mark is not Mark.COMMA and _REFERENCE.match(rest):
        worth += _REFERENCE_FOLLOWS
    return worth


def _is_paragraph(line: Line, layout: Layout) -> bool:
    """Tell whether *line* begins a paragraph, whatever the line before it looks like.

    Where pages cut paragraphs, a heading 三、 does: what a page cut is longer.
    """
    if layout in _OF_PARAGRAPHS:
        return True
    comma = line.head is not None and line.head.mark is Mark.COMMA
    return layout is Layout.BROKEN and comma and is_heading_like(line)


def _ends_paragraph(line: Line, layout: Layout) -> bool:
    """Tell whether a provision may begin after *line*: a sentence's end, a heading, a title."""
    if is_finished(line.text) or line.level or _stands_above(line):
        return True
    mark = line.head.mark if line.head is not None else None
    if mark in STRUCTURE:
        return True
    # An article is a sentence, cut where no mark ends it; （一） may be a heading.
    if mark is not None and mark > Mark.ARTICLE and layout is not Layout.WRAPPED:
        return is_heading_like(line)
    # Where lines are wrapped, one that ends early ends its paragraph too; titles are short.
    return layout is Layout.WRAPPED and line.short


def _stands_above(line: Line) -> bool:
    """Tell whether *line* is a title, or a note in brackets (题注), as stand above a body."""
    text = line.text
    if line.head is not None:
        return False
    return (text[0] in "（(" and text[-1] in "）)") or is_title(text)


def _best_chain(candidates: list[Candidate]) -> set[int]:
    """Return the line indexes of the chain with the highest total worth."""
    best: list[float] = []
    came_from: list[int] = []
    for j, candidate in enumerate(candidates):
        total, source = candidate.worth + _first_step(candidate.ordinal), -1
        for i in range(max(0, j - _LOOK_BACK), j):
            chained = best[i] + candidate.worth + _step(candidates[i].ordinal, candidate.ordinal)
            if chained > total:
                total, source = chained, i
        best.append(total)
        came_from.append(source)
    chosen: set[int] = set()
    if max(best, default=0) <= 0:
        return chosen
    at = max(range(len(best)), key=lambda j: (best[j], -j))
    # The first of a chain may be worth little itself: what follows it speaks for it.
    while at >= 0:
        chosen.add(candidates[at].at)
        at = came_from[at]
    return chosen


def _first_step(ordinal: Ordinal) -> float:
    return _NEXT if ordinal == (1, 0) else _GAP


def _step(before: Ordinal, after: Ordinal) -> float:
    if follows(before, after):
        return _NEXT
    if after > before:
        return _GAP - min(3.0, (after.base - before.base) / 4)
    if after == before:
        return _REPEAT
    return _RESTART if after == (1, 0) else _BACK


def follows(before: Ordinal, after: Ordinal) -> bool:
    """Tell whether *after* is the number next to *before*: 二十 → 二十一 or 二十之一."""
    if after.branch:
        return after.base == before.base and after.branch == before.branch + 1
    return after.base == before.base + 1
