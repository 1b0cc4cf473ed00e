"""Heads and feet: what stands in the same place on page after page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from gazette_diff.reading.pdf.rows import Segment

_DIGITS = re.compile(r"[0-9]+")
# - 3 -, 第3页 共10页; three numbers are a day (2023-05-18), not the page's and how many there are.
_AROUND_NUMBER = r"[-—–·•\s第共页/]"
_PAGE_NUMBER = re.compile(rf"{_AROUND_NUMBER}*[0-9]+(?:{_AROUND_NUMBER}+[0-9]+)?{_AROUND_NUMBER}*")
_GAZETTE = "公报"
_OUTER_ROWS = 2
_SAME_ROW = 0.45  # in sizes of the letters
# A head may stand on every other page only.
_SHARE_OF_PAGES = 0.4
_SAME_PLACE = 3.0
_SMALLER = 0.95
_APART = 1.3


class Margins(NamedTuple):
    """A page parted: the lines above the text, the text, the lines below it."""

    head: list[Segment]
    body: list[Segment]
    foot: list[Segment]


def part_margins(pages: Sequence[Sequence[Segment]], em: float) -> list[Margins]:
    """Part the heads and feet off the segments of each page.

    *em* is the size of most letters. What stands apart at one height on page after page is
    a head or foot if it says the same (but for its digits) or is in smaller letters.
    """
    rows = [_rows(page) for page in pages]
    gaps = [b[0].base - a[0].base for page in rows for a, b in itertools.pairwise(page)]
    apart = _APART * median(gaps) if gaps else 0.0
    outer = [_outer_rows(page, apart) for page in rows]
    seen = Counter(key for found in outer for key in _keys(found, em))
    return [
        _part(page, found, seen, len(pages), em) for page, found in zip(pages, outer, strict=True)
    ]


def names_gazette(text: str) -> bool:
    """Tell whether a head names a gazette: it tells what issue the text stands in."""
    return _GAZETTE in "".join(text.split())


def is_page_number(text: str) -> bool:
    """Tell whether *text* is but the number of a page."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def _rows(page: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for segment in sorted(page, key=lambda segment: segment.base):
        if rows and segment.base - rows[-1][0].base <= _SAME_ROW * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _outer_rows(rows: Sequence[list[Segment]], apart: float) -> list[list[Segment]]:
    """Return the *rows* at the top and bottom of a page that stand *apart* from its text."""
    gaps = [after[0].base - before[0].base for before, after in itertools.pairwise(rows)]
    reach = min(_OUTER_ROWS, len(gaps))
    head = next((i for i in range(reach, 0, -1) if gaps[i - 1] > apart), 0)
    foot = next((i for i in range(reach, 0, -1) if gaps[-i] > apart), 0)
    return [*rows[:head], *rows[max(head, len(rows) - foot) :]]


def _keys(rows: Iterable[Sequence[Segment]], em: float) -> set[tuple[str, int]]:
    return {key for row in rows for segment in row for key in _keys_of(segment, em)}


def _keys_of(segment: Segment, em: float) -> Iterator[tuple[str, int]]:
    """Yield what *segment* has in common with those on other pages: words and height."""
    height = round(segment.base / _SAME_PLACE)
    yield _DIGITS.sub("#", segment.text), height
    if segment.size < _SMALLER * em:
        yield "", height


def _part(
    page: Sequence[Segment],
    outer: Iterable[Sequence[Segment]],
    seen: Counter[tuple[str, int]],
    count: int,
    em: float,
) -> Margins:
    often = max(2, _SHARE_OF_PAGES * count)
    repeated: set[int] = set()
    for i, row in enumerate(outer):
        # On a single page nothing is repeated; there small letters above all else tell.
        alone = count == 1 and i == 0 and all(s.size < _SMALLER * em for s in row)
        named = any(_GAZETTE in segment.text for segment in row)
        repeated |= {
            id(segment)
            for segment in row
            if (alone and segment.base == min(s.base for s in page))
            or named
            or is_page_number(segment.text)
            or any(
                seen[text, height + shift] >= often
                for text, height in _keys_of(segment, em)
                for shift in (-1, 0, 1)
            )
        }
    body = [segment for segment in page if id(segment) not in repeated]
    middle = median(segment.base for segment in body) if body else 0.0
    margins = [segment for segment in page if id(segment) in repeated]
    head = [segment for segment in margins if segment.base < middle]
    foot = [segment for segment in margins if segment.base >= middle]
    return Margins(head, body, foot)
