"""Counting as Word counts: from the list and level of a paragraph to its number in words."""

from __future__ import annotations

import re

from gazette_diff.reading.word.number_formats import format_number
from gazette_diff.reading.word.numbering import LEVELS, NumberLevel, NumberList

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

    def next(self, numbers: NumberList, num: str, level: int) -> str:
        """Count one paragraph and return its number with what parts it from the words.

        Lists with one abstract definition share its counters; a start of a list's own holds
        where that list is first used at that level (ECMA-376 Part 1, 17.9.15 and 17.9.26).
        """
        counts = self._counts.setdefault(numbers.abstract, [None] * LEVELS)
        count = counts[level]
        if level in numbers.starts and (num, level) not in self._started:
            count = numbers.starts[level]
        else:
            count = _start(numbers, level) if count is None else count + 1
        counts[level] = count
        self._started.add((num, level))
        for deeper in range(level + 1, LEVELS):
            if _restarts(numbers.levels[deeper], deeper, level):
                counts[deeper] = None
        return self._written(numbers, level, counts)

    def _written(self, numbers: NumberList, level: int, counts: list[int | None]) -> str:
        own = numbers.levels[level]
        if own.format == "bullet":
            text = _PRIVATE.sub("•", own.text)
        else:
            text = _PLACE.sub(lambda m: self._place(numbers, own, int(m[1]) - 1, counts), own.text)
        return text + _SUFFIXES.get(own.suffix, " ") if text else ""

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
