"""Headings without a number: 附则 at the end of a code, chapters whose number was not printed.

Such a line stands among the articles like the last words of one. It is a heading where it is
marked as one, where official texts print that name without a number (总则, 附则), where the
contents list names it, where paragraphs are indented and it is not, or where the numbers of
the other headings leave out just as many as there are such lines. Elsewhere the line
stays where it stands, and a diagnostic names it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import NamedTuple

from gazette_diff.parsing.attachments import is_attachment_label
from gazette_diff.parsing.lines import Layout, Line
from gazette_diff.parsing.marks import STRUCTURE, Mark
from gazette_diff.parsing.tables import is_row
from gazette_diff.parsing.wording import (
    is_finished,
    is_issuer,
    is_signed_by,
    is_title,
    stands_beside,
    without_space,
)

_CONTENTS = re.compile(r"目[ \u3000]*[录次]")
_LEADERS = re.compile(r"[.…·．\s\u3000]*[（(]?[0-9]*[）)]?$")
_NAMES = frozenset({"总则", "分则", "附则"})
# What official texts call their last chapters, by frequency in 698 of them.
_LAST_CHAPTERS = re.compile(
    r"(?:[一-鿿]{2,4}[与和])?法[ \u3000]*律[ \u3000]*责[ \u3000]*任|罚[ \u3000]*则|奖励[与和]?处罚"
    r"|监督(?:管理|检查|保障|[与和](?:管理|检查|保障|考核))|保障(?:措施|[与和]监督)|其他规定"
)
_SHORTEST = 2
_LONGEST = 30
_SENTENCE_MARKS = frozenset("，。；：！？,;:!?“”")
# A paragraph is indented by two characters, a heading stands in the middle of its line.
_INDENT = 4


# 第一章 总则 第一条 为了……, 第一章 总则 第一节 范围: what stands beside a heading.
_NUMBER = r"第[一二三四五六七八九十百千零〇0-9]{1,8}"
_BESIDE = re.compile(
    rf"""
    (?P<heading>[^，。；：！？,;:!?]{{1,30}}?)[ \u3000\t\xa0]+
    (?P<beside>{_NUMBER}条(?:之[一二三四五六七八九十]{{1,3}})?[ \u3000\t\xa0]+
      [一-鿿《“（0-9](?:.{{9}}|.+[。：]$)
    | {_NUMBER}节[ \u3000\t\xa0]+[^ \u3000\t\xa0，。；：！？,;:!?第]{{2,30}}
      (?:$|[ \u3000\t\xa0]+{_NUMBER}条)
    )""",
    re.VERBOSE,
)


class Contents(NamedTuple):
    """A contents list: its lines from ``start`` to before ``end``, the headings that it names."""

    start: int = 0
    end: int = 0
    names: Mapping[str, Mark] = MappingProxyType({})


def part_headings(lines: list[Line], notable: list[Line]) -> tuple[list[Line], list[Line]]:
    """Return *lines*, and those of them that are *notable*, with each heading on its own.

    An article or a section that stands on the line of the heading above it is a line after it.
    """
    headings = [line for line in notable if line.head is not None and line.head.mark in STRUCTURE]
    parts = {line.number: parts for line in headings if len(parts := _parts(line)) > 1}
    if not parts:
        return lines, notable
    return _parted(lines, parts), _parted(notable, parts)


def _parts(line: Line) -> tuple[Line, ...]:
    """Return the headings that *line* begins with, each on its own, and what stands beside them."""
    head = line.head
    if head is None or head.mark not in STRUCTURE or not ("条" in line.words or "节" in line.words):
        return (line,)
    found = _BESIDE.match(line.words)
    if found is None:
        return (line,)
    at = head.rest + found.start("beside")
    heading = _part(line, 0, head.rest + found.end("heading"))
    heading.level, heading.indent, heading.gap = line.level, line.indent, line.gap
    return (heading, *_parts(_part(line, at, len(line.text))))


def _part(line: Line, start: int, end: int) -> Line:
    part = Line.of(line.text[start:end])
    part.number, part.start, part.end = line.number, line.start + start, line.start + end
    return part


def _parted(lines: Sequence[Line], parts: Mapping[int, tuple[Line, ...]]) -> list[Line]:
    return [part for line in lines for part in parts.get(line.number, (line,))]


def outline_contents(lines: Sequence[Line]) -> int:
    """Return the index after the contents list of a text without chapters, 0 without one.

    Under 目录 stand the headings, each of which comes again in the text.
    """
    start = next((i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    if start is None:
        return 0
    keys = [without_space(_LEADERS.sub("", line.text)) for line in lines[start + 1 :]]
    last = {key: i for i, key in enumerate(keys)}
    count = 0
    while count < len(keys) and last[keys[count]] > count and not is_finished(keys[count]):
        count += 1
    return start + 1 + count if count else 0


def unnumbered_headings(
    lines: Sequence[Line],
    units: Collection[int],
    structure: Sequence[int],
    contents: Contents,
    layout: Layout,
) -> dict[int, Mark]:
    """Return the lines that are headings without a number, and the level each stands at.

    *units* are the indexes of the lines that open articles, *structure* those of numbered
    headings outside the contents list.
    """
    levels: _Levels | None = None
    found: dict[int, Mark] = {}
    bare = [i - 1 for i in chain(units, structure) if i and lines[i - 1].head is None]
    above = [i for i in bare if _is_short(lines[i])]
    if not above:
        return found
    opening = {*units, *structure}
    first = min(opening)
    for i in sorted(above, reverse=True):
        while i >= contents.end and _may_be_heading(lines, i, opening):
            words = without_space(lines[i].text)
            named = words in _NAMES or words in contents.names or _is_marked(lines[i], i > first)
            if not named and not (i > first and _stands_out(lines, i, layout)):
                break
            levels = levels or _Levels(lines, structure)
            found[i] = contents.names.get(words) or levels.of(i, words)
            i -= 1
    doubtful = [i for i in above if i > first and i not in found and _ends_above(lines, i, opening)]
    if doubtful:
        found |= _left_out(lines, sorted(doubtful), structure, found)
    return found


def _ends_above(lines: Sequence[Line], index: int, opening: Collection[int]) -> bool:
    """Tell whether a sentence ends above the line at *index*, which may be a heading."""
    line, before = lines[index], lines[index - 1]
    apart = is_issuer(line.text) or is_signed_by(line.text) or len(line.text) < _SHORTEST
    return before.text[-1] in "。）)" and not apart and _may_be_heading(lines, index, opening)


def _left_out(
    lines: Sequence[Line],
    doubtful: Sequence[int],
    structure: Sequence[int],
    found: Mapping[int, Mark],
) -> dict[int, Mark]:
    """Return those of the *doubtful* lines that take the places the numbers leave out.

    Between 第三章 and 第六章 stand two of them: these are the headings of the chapters four and
    five. After the last number those count that are worded as the last chapters are; where no
    heading has a number, all between 总则 and 附则 do.
    """
    headed = [(i, head) for i in sorted(structure) if (head := lines[i].head) is not None]
    if not headed:
        words = [without_space(lines[i].text) for i in sorted(found)]
        whole = words[:1] == ["总则"] and words[-1:] == ["附则"]
        return dict.fromkeys(doubtful, Mark.CHAPTER) if whole else {}
    highest = min(head.mark for _, head in headed)
    numbered = [(i, head.ordinal.base) for i, head in headed if head.mark is highest]
    taken: dict[int, Mark] = {}
    for (a, before), (b, after) in pairwise([(0, 0), *numbered]):
        between = [i for i in doubtful if a < i < b]
        known = sum(a < i < b and mark is highest for i, mark in found.items())
        if between and len(between) == after - before - 1 - known:
            taken |= dict.fromkeys(between, highest)
    last = numbered[-1][0]
    ending = [i for i in doubtful if i > last and _LAST_CHAPTERS.fullmatch(lines[i].text)]
    return taken | dict.fromkeys(ending, highest)


def _is_short(line: Line) -> bool:
    """Tell whether *line* is short and without a number, as most lines above articles are not."""
    return line.head is None and len(line.text) <= _LONGEST and line.text[-1] not in _SENTENCE_MARKS


def _may_be_heading(lines: Sequence[Line], index: int, opening: Collection[int]) -> bool:
    line = lines[index]
    if index in opening or not _is_short(line) or is_row(line):
        return False
    before = lines[index - 1] if index else None
    bare_number = (
        before is not None
        and before.head is not None
        and before.head.mark in STRUCTURE
        and before.head.rest >= len(before.text)
    )
    return (
        not bare_number  # its words stand on this line
        and not _SENTENCE_MARKS.intersection(line.text)
        and not stands_beside(line.text)
        and not is_attachment_label(line.text)
    )


def _is_marked(line: Line, inside: bool) -> bool:
    """Tell whether *line* is marked as a heading below the title; before the text, none is."""
    return line.level > 1 and inside


def _stands_out(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether the line at *index* has no paragraph's indent between two that have one."""
    line, before, after = lines[index], lines[index - 1], lines[index + 1]
    return (
        layout is Layout.INDENTED
        and line.indent != _INDENT
        and (after.indent == _INDENT or after.head is None or after.head.mark in STRUCTURE)
        and is_finished(before.text)
        and before.text[-1] not in "：:；;"
        and not is_title(line.text)
        and not is_issuer(line.text)
        and not is_attachment_label(before.text)
    )


class _Levels:
    """Tells at which level a heading without a number stands, by the numbers around it."""

    def __init__(self, lines: Sequence[Line], structure: Sequence[int]) -> None:
        """Take the numbered headings, which stand at the indexes *structure* of *lines*."""
        found = [(i, head) for i in sorted(structure) if (head := lines[i].head) is not None]
        self._at = [i for i, _ in found]
        self._heads = [head for _, head in found]
        self._open: list[dict[Mark, int]] = []  # after each, the levels open and their numbers
        last: dict[Mark, int] = {}
        for head in self._heads:
            last = {mark: base for mark, base in last.items() if mark < head.mark}
            last[head.mark] = head.ordinal.base
            self._open.append(last)
        self._highest = min((head.mark for head in self._heads), default=Mark.CHAPTER)

    def of(self, index: int, words: str) -> Mark:
        """Return the level of the heading *words* on the line at *index*.

        附则 ends the whole text, so it stands at the highest level there is. Where the next
        number leaves one out, the heading has its place; where deeper numbers begin again
        after it, it stands above them; else beside the heading before it.
        """
        if words in _NAMES:
            return self._highest
        after = bisect_right(self._at, index)
        last = self._open[after - 1] if after else {}
        following = self._heads[after] if after < len(self._heads) else None
        if not last:
            return following.mark if following is not None else Mark.CHAPTER
        if following is not None and following.ordinal == (1, 0):
            above = [mark for mark in last if mark < following.mark]
            return max(above, default=following.mark)
        left_out = following is not None and following.ordinal.base - 2 == last.get(following.mark)
        return following.mark if following is not None and left_out else max(last)
