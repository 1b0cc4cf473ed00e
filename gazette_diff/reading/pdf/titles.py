"""Titles and other centred words over several lines: size and place show that they are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.reading.pdf.rows import is_finished

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.continuing import Bounds
    from gazette_diff.reading.pdf.rows import Segment

# In sizes of the letters of the text.
_LARGER = 1.25
_SAME = 0.05
_CENTRED = 1.0
# Lines of a title are no further apart than this, in sizes of its own letters.
_LEADING = 2.2
_MOST_LINES = 4
# A centred line stands so far from both edges, in sizes of the letters.
_ASIDE = 1.4
_MOST_CENTRED = 8
# Spaces between digits and Chinese characters are not reckoned with.
_ROOM = 0.5
# A heading with a number begins anew, and so does a number of a document alone.
_BEGINS = re.compile(
    r"[ \u3000]*(?:第.{1,9}[条章节编]|[一二三四五六七八九十]{1,3}、|[（(].{1,4}[）)])"
)
# In mid sentence a centred line below a full one goes on with it, but for a heading.
_OPENS = re.compile(
    r"第[一二三四五六七八九十百]{1,5}[编章节条]|[一二三四五六七八九十]{1,3}、"
    r"|[目附][ \u3000]*[录则件表]"
)
# Notes on the adoption stand one below the other, each of them from its day to what was done.
_ADOPTED = re.compile(r"(?:通过|批准|公布|发布|颁布|修正|修订|施行|备案|批复)[）)]?$")
_DAY = re.compile(r"[（(]?[12][0-9]{3}[ ]?年|[（(]?[一二][〇○零一二三四五六七八九]{3}年")
_ENDS = tuple("。；：:！？")


def join_titles(lines: Sequence[Segment], em: float) -> list[Segment]:
    """Return *lines* with those in larger letters than *em* put together that are one title.

    They have one size, one axis, and follow close on one another.
    """
    joined: list[Segment] = []
    count = 1
    for line in lines:
        if joined and count < _MOST_LINES and _goes_on(joined[-1], line, em):
            joined[-1] = _as_one([joined[-1], line])
            count += 1
        else:
            joined.append(line)
            count = 1
    return joined


def join_centred(lines: Sequence[Segment], bounds: Bounds, em: float) -> list[Segment]:
    """Return *lines*, a column in its *bounds*, with each centred text on one line.

    Its last line is centred and not full; those above it are, and end in mid sentence: what
    the next begins with had no room there. *em* is the size of most letters.
    """
    joined: list[Segment] = []
    free = 0  # what stands before is put together already
    for line in lines:
        centred = _is_centred(line, bounds, em)
        above = _above(joined[free:], line, bounds, em) if centred else 0
        if above:
            joined[-above:] = [_as_one([*joined[-above:], line])]
            free = len(joined)
        else:
            joined.append(line)
    return joined


def _is_centred(line: Segment, bounds: Bounds, em: float) -> bool:
    before, behind = line.left - bounds.left, bounds.right - line.right
    return abs(before - behind) <= _CENTRED * line.size and min(before, behind) >= _ASIDE * em


def _above(lines: Sequence[Segment], line: Segment, bounds: Bounds, em: float) -> int:
    """Return how many of *lines*, the last ones, belong to the centred *line* below them."""
    count, below = 0, line
    while count < len(lines) and _is_full(before := lines[-1 - count], below, bounds):
        count, below = count + 1, before
    # Lines like these below a first line are those of a paragraph.
    in_text = count < len(lines) and _goes_below(lines[-1 - count], below, bounds)
    return 0 if in_text or count > _MOST_CENTRED else count


def _is_full(before: Segment, below: Segment, bounds: Bounds) -> bool:
    return before.left - bounds.left <= _ASIDE * before.size and _goes_below(before, below, bounds)


def _goes_below(before: Segment, below: Segment, bounds: Bounds) -> bool:
    """Tell whether *before* breaks off where it has no room for what *below* begins with."""
    return (
        not is_finished(before.text)
        and bounds.room(before, below.text) <= _ROOM * before.size
        and abs(before.size - below.size) <= _SAME * before.size
        and below.base - before.base <= _LEADING * below.size
        and _OPENS.match(below.text) is None
        and not (_ADOPTED.search(before.text) and _DAY.match(below.text))
    )


def _as_one(lines: Sequence[Segment]) -> Segment:
    """Return *lines*, from above, as one."""
    return replace(
        lines[0],
        text="".join(line.text for line in lines),
        left=min(line.left for line in lines),
        right=max(line.right for line in lines),
        base=lines[-1].base,
    )


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
