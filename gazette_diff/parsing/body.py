"""Where the body begins, how it is numbered, and where a foreign text begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from gazette_diff.parsing.attachments import is_attachment_head
from gazette_diff.parsing.decimals import mark_decimals, mark_spaced
from gazette_diff.parsing.headings import Contents, outline_contents, unnumbered_headings
from gazette_diff.parsing.lines import Layout, Line, is_heading_like
from gazette_diff.parsing.marks import STRUCTURE, Mark
from gazette_diff.parsing.sequence import choose, follows, numbered_lines
from gazette_diff.parsing.wording import is_date, is_finished, is_issuer, without_space

if TYPE_CHECKING:
    from gazette_diff.core.ordinals import Ordinal

_STRUCTURE_LONGEST = 60
_NO_HEADING = re.compile(
    r"(?:规定|所列|的|、|，|和|至|或者?|及|第[一二三四五六七八九十百0-9]+[条节款])"
)
_LEADERS = re.compile(r"[.…·．\s\u3000]*[（(]?[0-9]*[）)]?$")
_CONTENTS = re.compile(r"目[ \u3000]*[录次]")
_IN_FORCE = re.compile(r"施行|实施|执行|生效|废止|失效")
_SHORTEST_HEADING = 3
_OVER_LONGEST = 40
_SENTENCE_MARKS = frozenset("，。；：,;:！？!?“”")
_RULES = re.compile(
    r"(?:规则|办法|条例|细则|守则|章程|规定|规程|准则|制度)(?:[（(〔][^（）()]{1,40}[）)〕])*$"
)
_FEWEST_RULES = 3
_SENTENCES_SHARE = 0.8


@dataclass(slots=True)
class Numbering:
    """How a text is numbered.

    ``article_mark`` is the kind of number its articles have (None: an outline); ``heads``
    are the indexes of the lines that are headings or open articles; ``unnumbered`` those of
    headings without a number, with the level each stands at. ``start`` is the index of the
    first line of the body, None when nothing is numbered.
    """

    article_mark: Mark | None
    heads: Set[int]
    unnumbered: Mapping[int, Mark] = field(default_factory=dict)
    start: int | None = field(init=False)

    def __post_init__(self) -> None:
        """Look for the first of the heads."""
        self.start = min(self.heads, default=None)

    def before(self, end: int) -> Numbering:
        """Return the numbering of the lines before the index *end*."""
        if max(self.heads, default=0) < end:
            return self
        unnumbered = {i: mark for i, mark in self.unnumbered.items() if i < end}
        return Numbering(self.article_mark, {i for i in self.heads if i < end}, unnumbered)

    def after(self, start: int) -> Numbering:
        """Return the numbering of the lines from *start* on, counted from there."""
        if not start:
            return self
        unnumbered = {i - start: mark for i, mark in self.unnumbered.items() if i >= start}
        heads = {i - start for i in self.heads if i >= start}
        return Numbering(self.article_mark, heads, unnumbered)


def read_numbering(lines: Sequence[Line], layout: Layout) -> Numbering:
    """Tell how *lines* are numbered.

    Articles in 一、 style are those that run on through chapters; elsewhere 一、 numbers the
    first level of an outline (or, inside articles, items).
    """
    numbered = numbered_lines(lines)
    headings = sorted(i for mark in STRUCTURE for i in numbered[mark])
    structure = [i for i in headings if _is_structure(lines, i, layout)]
    if len(structure) < len(headings) and layout is not Layout.WRAPPED:
        structure = _counted_on(lines, headings, set(structure))
    articles, commas, listed = _articles_or_commas(lines, numbered, layout)
    commas = commas or (set() if articles else mark_spaced(lines))
    decimals = set() if articles else mark_decimals(lines)
    commas -= decimals  # 一、总则 over 1.1
    units = articles or commas or decimals
    contents = _contents(lines, structure, units) if structure else Contents()
    structure = [i for i in structure if not contents.start <= i < contents.end]
    mark = Mark.ARTICLE if articles else None
    if commas and _run_on(lines, first := _first_series(lines, commas), structure):
        mark, units = Mark.COMMA, first
    heads = units.union(decimals, structure)
    unnumbered: Mapping[int, Mark] = {}
    if articles:
        over = (i for i in numbered[Mark.COMMA] if i + 1 in articles)
        heads.update(i for i in over if _is_over(lines[i]))  # 三、诉讼参加人 over an article
    if mark is not None:
        unnumbered = unnumbered_headings(lines, units, structure, contents, layout)
        heads.update(unnumbered)
    if not units:
        deeper = chain(*(numbered[mark] for mark in Mark if mark > Mark.COMMA))
        heads.update(i for i in deeper if i >= listed)
    return Numbering(mark, heads, unnumbered)


def _articles_or_commas(
    lines: Sequence[Line], numbered: Mapping[Mark, Sequence[int]], layout: Layout
) -> tuple[set[int], set[int], int]:
    """Return which *lines* open articles, and which count in 一、 style where none do.

    The third value is the line after a contents list without chapters, 0 without one.
    """
    articles = choose(lines, numbered[Mark.ARTICLE], layout)
    if articles and not _begin_late(lines, articles):
        return articles, set(), 0
    listed = outline_contents(lines)
    below = [i - listed for i in numbered[Mark.COMMA] if i >= listed]
    commas = {i + listed for i in choose(lines[listed:], below, layout)}
    if len(commas) > len(articles) and not _begin_late(lines, commas):
        return set(), commas, listed  # the articles are another text's, which this one amends
    return articles, set() if articles else commas, listed


def _begin_late(lines: Sequence[Line], units: set[int]) -> bool:
    """Tell whether the numbers of *units* do not begin at one."""
    head = lines[min(units)].head if units else None
    return head is not None and head.ordinal != (1, 0)


def _is_over(line: Line) -> bool:
    """Tell whether *line* may be a heading: one in 一、 style over an article, or a chapter's.

    It may list what it is about: 一、案件的审理、执行.
    """
    return len(line.text) <= _OVER_LONGEST and _SENTENCE_MARKS.isdisjoint(line.words)


def _is_structure(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Tell whether the line at *index*, which begins as a heading does, is one."""
    line = lines[index]
    assert line.head is not None
    if line.level:
        return True
    rest = line.words
    tight = line.head.rest == line.head.end
    if (
        len(rest) > _STRUCTURE_LONGEST
        or is_finished(line.text)
        or (tight and _NO_HEADING.match(rest))
    ):
        return False
    if index == 0 or line.gap or layout in (Layout.PARAGRAPHS, Layout.INDENTED):
        return True
    before = lines[index - 1]
    headed = before.head is not None and before.head.mark in STRUCTURE
    ended = is_finished(before.text) or headed or before.short or is_heading_like(before)
    return ended or _is_below_words(lines, index) or _stands_over_first(lines, index)


def _is_below_words(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line above *index* has the words of a heading whose number is above it."""
    above = lines[index - 2] if index > 1 else None
    return above is not None and _is_bare(above) and lines[index - 1].head is None


def _is_bare(line: Line) -> bool:
    return line.head is not None and line.head.mark in STRUCTURE and not line.words


def _counted_on(lines: Sequence[Line], headings: Sequence[int], known: set[int]) -> list[int]:
    """Return the *known* of the *headings*, and those that count on where no sentence ends above.

    Such a heading is parted from its number, and that is the next of its level.
    """
    found: list[int] = []
    last: dict[Mark, Ordinal] = {}
    for i in headings:
        head = lines[i].head
        assert head is not None
        before = last.get(head.mark)
        counts = before is not None and follows(before, head.ordinal) and head.rest > head.end
        if i in known or (counts and _is_over(lines[i])):
            found.append(i)
            last = {mark: ordinal for mark, ordinal in last.items() if mark < head.mark}
            last[head.mark] = head.ordinal
    return found


def _stands_over_first(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the first article or heading below it stands right below that at *index*.

    A 题注 in brackets, which ends no sentence, may be above the first chapter.
    """
    line, *below = lines[index : index + 3]
    if below and not line.words and below[0].head is None and is_heading_like(below[0]):
        del below[0]  # the words of the heading, on the line below its number
    head = below[0].head if below else None
    return (
        head is not None
        and line.head is not None
        and is_heading_like(line)
        and line.head.mark < head.mark <= Mark.ARTICLE
        and head.ordinal == (1, 0)
    )


def _contents(lines: Sequence[Line], structure: Sequence[int], units: Set[int]) -> Contents:
    """Return the contents list: headings before the text that come again in it.

    Several of one level, line after line, are one too: no chapter is empty.
    """
    first_unit = min(units, default=len(lines))
    before = [i for i in structure if i < first_unit]
    if not before:
        return Contents()
    first = _heading_key(lines[before[0]])
    again = next((i for i in before[1:] if _heading_key(lines[i]) == first), None)
    if again is None and _several_of_one_level(lines, before):
        again = before[-1] + 1
    if again is None:
        return Contents()
    start = before[0]
    if start and _CONTENTS.fullmatch(lines[start - 1].text):
        start -= 1
    listed = [lines[i] for i in before if i < again]
    names = {_heading_key(line)[1]: line.head.mark for line in listed if line.head is not None}
    return Contents(start, again, names)


def _several_of_one_level(lines: Sequence[Line], headings: Sequence[int]) -> bool:
    marks = [head.mark for i in headings if (head := lines[i].head)]
    adjacent = headings[-1] - headings[0] < len(headings)
    return adjacent and any(a == b for a, b in pairwise(marks))


def _heading_key(line: Line) -> tuple[str, str]:
    assert line.head is not None
    rest = _LEADERS.sub("", line.text[line.head.rest :])
    return line.head.label, without_space(rest)


def _first_series(lines: Sequence[Line], commas: set[int]) -> set[int]:
    """Return those of the *commas* before their numbers begin again, in a list or an essay."""
    ordered = sorted(commas)
    ones = [i for i in ordered[1:] if (head := lines[i].head) and head.ordinal == (1, 0)]
    return {i for i in ordered if not ones or i < ones[0]}


def _run_on(lines: Sequence[Line], commas: set[int], structure: Sequence[int]) -> bool:
    """Tell whether 一、 numbers count on through chapters, as articles do."""
    chapters = [i for i in structure if lines[i].head.mark is Mark.CHAPTER]  # type: ignore[union-attr]
    if not chapters or len(commas) < 2:
        return False
    return max(commas) > chapters[-1]


def as_rules(lines: Sequence[Line], numbering: Numbering, title: str) -> Numbering:
    """Return *numbering* with 一、 as articles where the text is one of rules without chapters.

    Its *title* names rules, its numbers count through, and each opens a sentence: 工作规则
    are so numbered, and their 四、 is cited as 第四条. Decisions and plans are outlines.
    """
    if numbering.article_mark is not None or _RULES.search(without_space(title)) is None:
        return numbering
    opened = [lines[i] for i in sorted(numbering.heads)]
    heads = [line.head for line in opened if line.head is not None]
    if len(heads) < _FEWEST_RULES or any(head.mark is not Mark.COMMA for head in heads):
        return numbering
    counted = all(follows(a.ordinal, b.ordinal) for a, b in pairwise(heads))
    sentences = sum(not is_heading_like(line) for line in opened)
    if not counted or sentences < _SENTENCES_SHARE * len(opened):
        return numbering
    return replace(numbering, article_mark=Mark.COMMA)


def foreign_start(lines: Sequence[Line], numbering: Numbering) -> int | None:
    """Return the index in a gazette's *lines* where another text begins, None if none does.

    After the last article the text ends at a heading, or where a page begins once the
    article on entry into force has been read; an outline ends at a heading after which its
    numbers do not count on.
    """
    if numbering.article_mark is not None:
        return _foreign_after_articles(lines, numbering)
    heads = sorted(numbering.heads)
    first = heads[0] if heads else 0
    for i in range(first + 1, len(lines)):
        if _begins_text(lines, i) and not _outline_goes_on(lines, i):
            return i
    ones = [
        i for i in heads if (h := lines[i].head) and (h.mark, h.ordinal) == (Mark.COMMA, (1, 0))
    ]
    return ones[1] if len(ones) > 1 else None


def _outline_goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the numbers after the line at *index* count on those before it."""
    last: dict[Mark, Ordinal] = {}
    for line in lines[:index]:
        if line.head is not None:
            last = {mark: o for mark, o in last.items() if mark < line.head.mark}
            last[line.head.mark] = line.head.ordinal
    following = next((line.head for line in lines[index + 1 :] if line.head is not None), None)
    if following is None or following.mark not in last:
        # A deeper list may begin under a heading; a higher level cannot begin but at the next.
        return following is not None and bool(last) and following.mark > max(last)
    return follows(last[following.mark], following.ordinal)


def _foreign_after_articles(lines: Sequence[Line], numbering: Numbering) -> int | None:
    last = max(numbering.heads)
    for i in range(last + 1, len(lines)):
        if _begins_text(lines, i):
            return i
        page_start = lines[i].indent == 1 and is_finished(lines[i - 1].text)
        article = "".join(line.text for line in lines[last:i])
        if page_start and lines[i].head is None and _IN_FORCE.search(article):
            return i
    return None


def _begins_text(lines: Sequence[Line], index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    return (
        line.head is None
        and (is_finished(before.text) or is_date(before.text))
        and is_heading_like(line)
        and line.text[0] not in "（("
        and not is_date(line.text)
        and not is_issuer(line.text)
        and not is_attachment_head(line)
        and len(line.text) > _SHORTEST_HEADING
    )
