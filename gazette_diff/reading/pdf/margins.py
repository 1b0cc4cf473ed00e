"""Heads and feet: what stands in the same place on page after page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from gazette_diff.reading.pdf.rows import Segment

_DIGITS = re.compile(r"[0-9]+")
# A page number alone: the parser knows them, and running heads that name a gazette's issue,
# which tell what issue a text stands in. Both stay lines.
_PAGE_NUMBER = re.compile(r"[-—–·•\s第共页/0-9]*[0-9][-—–·•\s第共页/0-9]*")
_GAZETTE = "公报"
_OUTER_ROWS = 2
_SAME_ROW = 0.45  # in sizes of the letters
# A head may stand on every other page only.
_SHARE_OF_PAGES = 0.4
_SAME_PLACE = 3.0
_APART = 1.3


class Margins(NamedTuple):
    """A page parted: the lines above the text, the text, the lines below it."""

    head: list[Segment]
    body: list[Segment]
    foot: list[Segment]


def part_margins(pages: Sequence[Sequence[Segment]]) -> list[Margins]:
    """Part the heads and feet off the segments of each page."""
    rows = [_rows(page) for page in pages]
    gaps = [b[0].base - a[0].base for page in rows for a, b in itertools.pairwise(page)]
    apart = _APART * median(gaps) if gaps else 0.0
    outer = [_outer_rows(page, apart) for page in rows]
    seen = Counter(key for found in outer for key in {_key(s) for row in found for s in row})
    return [_part(page, found, seen, len(pages)) for page, found in zip(pages, outer, strict=True)]


def is_furniture(text: str) -> bool:
    """Tell whether a head or foot is left to the parser: a page number, or a gazette's name."""
    return _GAZETTE in "".join(text.split()) or _PAGE_NUMBER.fullmatch(text) is not None


def page_number(text: str) -> str:
    """Return a page number without spaces, which reads like nothing else: -3-, not - 3."""
    return "".join(text.split()) if _PAGE_NUMBER.fullmatch(text) else text


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


def _key(segment: Segment) -> tuple[str, int]:
    return _DIGITS.sub("#", segment.text), round(segment.base / _SAME_PLACE)


def _part(
    page: Sequence[Segment],
    outer: Iterable[Sequence[Segment]],
    seen: Counter[tuple[str, int]],
    count: int,
) -> Margins:
    repeated: set[int] = set()
    for row in outer:
        for segment in row:
            text, place = _key(segment)
            times = max(seen[text, place + shift] for shift in (-1, 0, 1))
            if times >= max(2, _SHARE_OF_PAGES * count) or is_furniture(segment.text):
                repeated.add(id(segment))
    body = [segment for segment in page if id(segment) not in repeated]
    middle = median(segment.base for segment in body) if body else 0.0
    margins = [segment for segment in page if id(segment) in repeated]
    head = [segment for segment in margins if segment.base < middle]
    foot = [segment for segment in margins if segment.base >= middle]
    return Margins(head, body, foot)
