"""Characters to pieces of lines: what stands on one height and close together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.glyphs import Glyph

# In sizes of the font. Lines are further apart than this; raised signs are not.
_SAME_LINE = 0.45
# A gap as wide as a character parts columns, cells, and a number from its words.
_PARTED = 0.9
_WORDS_PARTED = 0.18
_CHARACTERS_PARTED = 0.2
# Programs put a quarter of space between Chinese characters and digits, which is no space.
_SCRIPTS_PARTED = 0.45
# The same sign again within so much of its width: printed bold by printing it twice.
_TWICE = 0.3
_MAY_BE_TWO = re.compile(r"[A-Za-z—―─…‥.・-]")
_MOST_SPACES = 4
_LONG = 6
_FINISHED = re.compile(r"[。！？；：:;!?…][”’）)》〉】」』〕]*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line without a wide gap; ``base`` is the line that they stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float


def is_finished(text: str) -> bool:
    """Tell whether *text* ends where a sentence or a clause may end."""
    return _FINISHED.search(text) is not None


def read_segments(glyphs: Iterable[Glyph]) -> list[Segment]:
    """Put *glyphs* together, from the top of the page down, in each line from the left."""
    segments: list[Segment] = []
    for row in _rows(glyphs):
        at = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or row[i].left - row[i - 1].right >= _PARTED * row[i].size:
                segments.append(_segment(row[at:i]))
                at = i
    return segments


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of one height, from the left, none twice."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if row and glyph.base - row[0].base > _SAME_LINE * max(glyph.size, row[0].size):
            yield _once(row)
            row = []
        row.append(glyph)
    if row:
        yield _once(row)


def _once(row: list[Glyph]) -> list[Glyph]:
    """Sort *row* from the left and take out what was printed twice."""
    row.sort(key=lambda glyph: (glyph.left, glyph.order))
    kept: list[Glyph] = []
    for glyph in row:
        if not kept or not _is_again(kept[-1], glyph):
            kept.append(glyph)
    return kept


def _is_again(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether *glyph* is the one *before* printed again.

    One sign may stand for two characters (——, ……, ff); both have its place, to the point.
    """
    width = before.right - before.left
    if glyph.text != before.text or glyph.left - before.left > _TWICE * width:
        return False
    at_once = glyph.left == before.left and glyph.order == before.order + 1
    return not (at_once and _MAY_BE_TWO.match(glyph.text))


def _segment(row: Sequence[Glyph]) -> Segment:
    gaps = [after.left - before.right for before, after in itertools.pairwise(row)]
    # Only long lines are justified.
    usual = max(0.0, median(gaps)) if len(gaps) >= _LONG else 0.0
    text = row[0].text
    for gap, before, after in zip(gaps, row, row[1:], strict=False):
        text += f" {after.text}" if _is_parted(before, after, gap, usual) else after.text
    return Segment(
        text,
        row[0].left,
        max(glyph.right for glyph in row),
        median(glyph.base for glyph in row),
        median(glyph.size for glyph in row),
    )


def _is_parted(before: Glyph, after: Glyph, gap: float, usual: float) -> bool:
    """Tell whether a space stands in the *gap*; the *usual* one is that of a justified line."""
    match before.text.isascii(), after.text.isascii():
        case True, True:
            return gap > _WORDS_PARTED * after.size
        case False, False:
            return gap - usual > _CHARACTERS_PARTED * after.size
        case _:
            return gap - usual > _SCRIPTS_PARTED * after.size


def join_rows(segments: Iterable[Segment], em: float) -> list[Segment]:
    """Return the lines of one column: segments on one height put together, with U+3000 between.

    *em* is the size of the column's letters.
    """
    lines: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.base):
        near = lines and segment.base - lines[-1][0].base <= _SAME_LINE * max(em, segment.size)
        if near:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [_join(sorted(line, key=lambda segment: segment.left), em) for line in lines]


def _join(line: Sequence[Segment], em: float) -> Segment:
    text = line[0].text
    for before, after in itertools.pairwise(line):
        gap = round((after.left - before.right) / em)
        text += "\u3000" * min(max(gap, 1), _MOST_SPACES) + after.text
    last = max(segment.right for segment in line)
    longest = max(line, key=lambda segment: len(segment.text))
    return Segment(text, line[0].left, last, longest.base, longest.size)
