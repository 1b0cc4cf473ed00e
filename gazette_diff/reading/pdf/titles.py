"""Titles over several lines: their size shows that they are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.rows import Segment

# In sizes of the letters of the text.
_LARGER = 1.25
_SAME = 0.05
_CENTRED = 1.0
# Lines of a title are no further apart than this, in sizes of its own letters.
_LEADING = 2.2
_MOST_LINES = 4
# A heading with a number begins anew, and so does a number of a document alone.
_BEGINS = re.compile(
    r"[ \u3000]*(?:第.{1,9}[条章节编]|[一二三四五六七八九十]{1,3}、|[（(].{1,4}[）)])"
)
_ENDS = tuple("。；：:！？")


def join_titles(lines: Sequence[Segment], em: float) -> list[Segment]:
    """Return *lines* with those in larger letters than *em* put together that are one title.

    They have one size, one axis, and follow close on one another.
    """
    joined: list[Segment] = []
    count = 1
    for line in lines:
        if joined and count < _MOST_LINES and _goes_on(joined[-1], line, em):
            before = joined[-1]
            joined[-1] = replace(
                before,
                text=before.text + line.text,
                left=min(before.left, line.left),
                right=max(before.right, line.right),
                base=line.base,
            )
            count += 1
        else:
            joined.append(line)
            count = 1
    return joined


def _goes_on(before: Segment, line: Segment, em: float) -> bool:
    axis = abs((before.left + before.right) - (line.left + line.right)) / 2
    return (
        before.size >= _LARGER * em
        and abs(before.size - line.size) <= _SAME * before.size
        and axis <= _CENTRED * line.size
        and line.base - before.base <= _LEADING * line.size
        and not before.text.endswith(_ENDS)
        and _BEGINS.match(line.text) is None
        and _BEGINS.match(before.text) is None
    )
