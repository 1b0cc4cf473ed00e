"""Days written out in words: 2023年4月16日, 二〇二三年四月十六日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gazette_diff.core.numerals import NUMBER_CHARACTERS, parse_number

_DAY = re.compile(
    rf"""
    (?P<year>[{NUMBER_CHARACTERS}]{{4}})[ \u3000]*年[ \u3000]*
    (?P<month>[{NUMBER_CHARACTERS}]{{1,3}})[ \u3000]*月[ \u3000]*
    (?P<day>[{NUMBER_CHARACTERS}]{{1,3}})[ \u3000]*日
    """,
    re.VERBOSE,
)


class WrittenDay(NamedTuple):
    """A day, and where in the text it is written."""

    start: int
    end: int
    day: date


def written_days(text: str) -> Iterator[WrittenDay]:
    """Yield the days written in *text*, in order; what is no day of the calendar is none."""
    for found in _DAY.finditer(text):
        numbers = [parse_number(found[part]) for part in ("year", "month", "day")]
        try:
            day = date(*(number or 0 for number in numbers))
        except ValueError:
            continue
        yield WrittenDay(found.start(), found.end(), day)
