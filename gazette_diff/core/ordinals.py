"""The number of a provision as a value, and how it is written and read."""

from __future__ import annotations

from typing import NamedTuple

from gazette_diff.core.numerals import MAXIMUM, format_numeral


class Ordinal(NamedTuple):
    """The number of a provision: 第二十条之一 is ``Ordinal(20, 1)``; it sorts after 第二十条."""

    base: int
    branch: int = 0

    def __str__(self) -> str:
        """Return the number as eIds write it: ``20``, ``20-1``."""
        return f"{self.base}-{self.branch}" if self.branch else str(self.base)

    @property
    def chinese(self) -> str:
        """The number in numerals, without the unit: 二十, 二十之一 is left to :meth:`counted`.

        In digits beyond what numerals of articles can tell, which no real text has.
        """
        return _numeral(self.base)

    def counted(self, unit: str) -> str:
        """Return the number with its *unit* (条, 款 …): 第二十条之一."""
        branch = f"之{_numeral(self.branch)}" if self.branch else ""
        return f"第{_numeral(self.base)}{unit}{branch}"


def _numeral(number: int) -> str:
    return format_numeral(number) if 1 <= number <= MAXIMUM else str(number)
