"""A sentence that ends where its line does, in a column: does its paragraph go on?

What the printer did tells: a line that had room for the next word ended its paragraph, and the
first line of a paragraph is narrower by its indent. Where neither tells, the words do: how
sentences begin inside a paragraph and at the head of one was counted in 640 regulations. Then
the decision is said to be doubtful.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.parsing.layout import Column, cells, printed_cells, stretch

if TYPE_CHECKING:
    from gazette_diff.parsing.lines import Line

# A mark that may not begin a line hangs at the end of the one before (GB/T 15834-2011, 5.1).
_HANGING = frozenset("，。；：、！？）》”’〕】,.;:!?)")
_HANGS_BY = 2
_WORD = re.compile(r"[（《“‘〔【(]*(?:[A-Za-z0-9.%]+|.)")
_LOOSE = 0.5
# With these a sentence goes on with the one before it, or opens a 款.
_GOES_ON = re.compile(
    r"但|必要时|其中|逾期|如果|具体(?:办法|标准|范围|实施|规定|名录|条件|程序|要求)?"
    r"|有特殊情|对直接负责|详细|情节(?:较|严重|特别)|构成犯罪"
)
_OPENS = re.compile(
    r"前[款项条]|本(?:条例|办法|规定|法|细则|规则|条)(?:所称|第|规定)|违反(?:本|前)|有(?:下列|前款)"
)


class Verdict(NamedTuple):
    """Whether the paragraph goes on, and whether that is sure."""

    goes_on: bool
    sure: bool


def after_sentence(
    column: Column, before: Line, line: Line, after: Line | None, *, first: bool, in_item: bool
) -> Verdict:
    """Tell whether *line* goes on with the paragraph of *before*, which ends a sentence.

    *after* is the line that goes on with *line*, if one certainly does; *first* tells that
    *before* is the first line of its paragraph, *in_item* that this is an item's.
    """
    wide, narrow = column.width, column.width - column.indent
    if column.indent:
        if cells(line.text) > narrow + _HANGS_BY:
            return Verdict(goes_on=True, sure=True)
        if _had_room(before, line, narrow if first else wide):
            return Verdict(goes_on=False, sure=True)
        if after is not None:
            begins, further = _fills(line, after, narrow), _fills(line, after, wide)
            if begins != further:
                return Verdict(goes_on=further, sure=True)
    words = line.text
    if _GOES_ON.match(words):
        return Verdict(goes_on=True, sure=False)
    opens = in_item or _OPENS.match(words) or words[-1] in "：:"
    return Verdict(goes_on=not opens and after is None, sure=False)


def _had_room(line: Line, following: Line, width: float) -> bool:
    """Tell whether the first word of *following* would have stood on *line*, *width* wide."""
    return printed_cells(line) + stretch(line.text) + _word(following) + _LOOSE < width


def _fills(line: Line, following: Line, width: float) -> bool:
    """Tell whether *line* was cut because *width* was full."""
    hangs = _HANGS_BY if line.text[-1] in _HANGING else 0
    return cells(line.text) <= width + hangs and not _had_room(line, following, width)


def _word(line: Line) -> int:
    found = _WORD.match(line.text)
    return cells(found.group()) if found else 0
