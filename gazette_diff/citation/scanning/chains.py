"""Reading one cited place: the numbers that follow one another, 第三条第一款第（二）项."""

from __future__ import annotations

import re
from typing import NamedTuple

from gazette_diff.citation.scanning import grammar
from gazette_diff.citation.values import UNITS, Step, Unit
from gazette_diff.core.numerals import parse_number
from gazette_diff.core.ordinals import Ordinal

_INNER_SPACES = re.compile(r"[ \t\u3000\xa0]+")


class Mark(NamedTuple):
    """One printed number: where it stands, its unit (None where none is printed), its value.

    ``ordered`` says that 第 stands before it, ``bracketed`` that it is in brackets.
    """

    start: int
    end: int
    unit: Unit | None
    ordinal: Ordinal
    ordered: bool
    bracketed: bool

    @property
    def step(self) -> Step:
        """The number as a step of a reference; its unit must be known."""
        assert self.unit is not None
        return Step(self.unit, self.ordinal, bracketed=self.bracketed)


def read_mark(line: str, position: int) -> Mark | None:
    """Read the number that begins at *position* of *line*; None where there is none."""
    found = grammar.level().match(line, position)
    if found is None:
        return None
    opened, closed = found["open"] is not None, found["close"] is not None
    if opened != closed:
        if not closed:
            return None
        # （见第三条）: the bracket closes something else; the unit would stand behind it.
        return _unclosed(found)
    base = _value(found["number"])
    branch = _value(found["branch"]) if found["branch"] else 0
    if not base or branch is None:
        return None
    unit = UNITS[found["unit"]] if found["unit"] else None
    marked = found["mark"] is not None
    return Mark(found.start(), found.end(), unit, Ordinal(base, branch), marked, opened)


def _unclosed(found: re.Match[str]) -> Mark | None:
    base = _value(found["number"])
    if not base:
        return None
    end = found.end("number")
    return Mark(found.start(), end, None, Ordinal(base), found["mark"] is not None, False)


def _value(digits: str) -> int | None:
    return parse_number(_INNER_SPACES.sub("", digits))


def read_chain(
    line: str, position: int, *, above: int = -1, loose: bool = False
) -> tuple[Mark, ...]:
    """Read the numbers from *position* on that lead down to one place.

    *above* is the rank of a relative word before them (本条第二款); numbers must stand
    below it and go down. 第 may be missing inside the chain (第一款（二）项), and at its
    head where *loose* is set, after a joint. The last number may lack its unit.
    """
    marks: list[Mark] = []
    rank, first = above, True
    while True:
        start = position if first else _skip_spaces(line, position)
        mark = read_mark(line, start)
        inside = bool(marks) or above >= 0
        if mark is None or not (mark.ordered or loose or inside):
            break
        if mark.unit is None:
            if mark.ordered or mark.bracketed or (loose and first):
                marks.append(mark)
            break
        if mark.unit.rank <= rank or (inside and not _may_lack_mark(mark, marks, start)):
            break
        marks.append(mark)
        rank, position, first, loose = mark.unit.rank, mark.end, False, False
    return tuple(marks)


def _may_lack_mark(mark: Mark, marks: list[Mark], start: int) -> bool:
    """Tell whether a number inside a chain belongs to it though 第 may be missing.

    第三条二款 and 第一款（二）项 do; 第三条 2项 is apart.
    """
    if mark.ordered or mark.bracketed or not marks:
        return True
    return start == marks[-1].end and mark.unit is not Unit.ARTICLE


def _skip_spaces(line: str, position: int) -> int:
    while position < len(line) and line[position] in " \t\u3000\xa0":
        position += 1
    return position
