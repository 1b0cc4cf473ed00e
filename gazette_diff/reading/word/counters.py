"""Counting as Word counts: from the list and level of a paragraph to its number in words."""

from __future__ import annotations

import re

from gazette_diff.reading.number_formats import format_number
from gazette_diff.reading.word.numbering import LEVELS, NumberLevel, NumberList, NumberPlace

_PLACE = re.compile(r"%([1-9])")
# What stands for a bullet in symbol fonts (Wingdings, Symbol) has no code of its own.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SUFFIXES = {"nothing": "", "space": " ", "tab": " "}


class Counters:
    """The counters of a document; ``unknown`` gathers the formats that could not be written."""

    def __init__(self) -> None:
        """Begin a document."""
        self.unknown: set[str] = set()
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, place: NumberPlace) -> str:
        """Count one paragraph and return its number with what parts it from the words.

        Lists with one abstract definition share its counters; a start of a list's own holds
        where that list is first used at that level (ECMA-376 Part 1, 17.9.15 and 17.9.26).
        """
        numbers, num, level = place
        counts = self._count(place)
        if level in numbers.starts and (num, level) not in self._started:
            counts[level] = numbers.starts[level]
        self._started.add((num, level))
        text = self._written(numbers, level, counts)
        suffix = _SUFFIXES.get(numbers.levels[level].suffix, " ")
        return text + suffix if text else ""

    def inline(self, place: NumberPlace, start: int | None) -> str:
        """Count a number within a paragraph, from *start* if it is told; return it alone."""
        counts = self._count(place)
        if start is not None:
            counts[place.level] = start
        return self._written(place.numbers, place.level, counts)

    def _count(self, place: NumberPlace) -> list[int | None]:
        """Count on at *place* and return the counts of its list."""
        numbers, _, level = place
        counts = self._counts.setdefault(numbers.abstract, [None] * LEVELS)
        count = counts[level]
        counts[level] = _start(numbers, level) if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            if _restarts(numbers.levels[deeper], deeper, level):
                counts[deeper] = None
        return counts

    def _written(self, numbers: NumberList, level: int, counts: list[int | None]) -> str:
        own = numbers.levels[level]
        if own.hidden:
            return ""
        if own.format == "bullet":
            return _PRIVATE.sub("•", own.text)
        return _PLACE.sub(lambda m: self._place(numbers, own, int(m[1]) - 1, counts), own.text)

    def _place(
        self, numbers: NumberList, own: NumberLevel, at: int, counts: list[int | None]
    ) -> str:
        level = numbers.levels[at]
        style = "decimal" if own.legal else level.format
        count = counts[at]
        number = _start(numbers, at) if count is None else count
        written = format_number(number, style)
        if written is None:
            self.unknown.add(style)
            return str(number)
        return written


def _start(numbers: NumberList, level: int) -> int:
    return numbers.starts.get(level, numbers.levels[level].start)


def _restarts(level: NumberLevel, at: int, used: int) -> bool:
    """Tell whether the level *at* begins anew after one at the level *used* above it."""
    if level.restart is None or level.restart > at:
        return True
    return used < level.restart
