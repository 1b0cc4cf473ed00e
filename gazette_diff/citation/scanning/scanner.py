"""All citations of a running text (shared conventions: spans, lists, ranges, relative words)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gazette_diff.citation.scanning import grammar
from gazette_diff.citation.scanning.chains import read_mark
from gazette_diff.citation.scanning.groups import Group, counting_unit, entries_of, read_group
from gazette_diff.citation.scanning.heads import (
    counts_things,
    is_everyday,
    is_of_a_book,
    is_own_number,
)
from gazette_diff.citation.scanning.lines import Line
from gazette_diff.citation.scanning.naming import find_work, given_names
from gazette_diff.citation.values import Target, Unit, relative_unit

_OWN = frozenset({Unit.PART, Unit.SUBPART, Unit.CHAPTER, Unit.SECTION, Unit.ARTICLE})


class Found(NamedTuple):
    """A citation in a text.

    ``line`` counts from 1; ``start`` and ``end`` are offsets in code points into the line
    without the white space around it. ``work`` is as printed without 《》, "" for none.
    """

    line: int
    start: int
    end: int
    text: str
    work: str
    target: Target

    @property
    def relative(self) -> str:
        """The relative word (前款), "" for none."""
        return self.target.first.relative


def scan(text: str) -> tuple[Found, ...]:
    """Return all citations of *text*, in order.

    A citation is a printed reference to a 条, 款, 项, 目, 章 or 节, or a relative word. Each
    member of a list is one, and a range is one. An article's own number, headings, numbers
    inside a 《title》 and numbers that count things (第二条路) are none.
    """
    found: list[Found] = []
    candidate = grammar.candidate().search
    short = given_names(text)
    for number, line in enumerate(text.split("\n"), 1):
        if candidate(line):
            found.extend(_scan_line(Line.of(number, line.strip(), short)))
    return tuple(found)


def scan_provision(text: str) -> tuple[Found, ...]:
    """Return the citations in the words of one provision, which bear no number of their own.

    Offsets count in *text* as it stands.
    """
    if not grammar.candidate().search(text):
        return ()
    return tuple(_scan_line(Line.of(1, text, headed=False)))


def _scan_line(line: Line) -> Iterator[Found]:
    position = 0
    while candidate := grammar.candidate().search(line.text, position):
        start = candidate.start()
        if title := line.title_around(start):
            position = title[1]
            continue
        mark = read_mark(line.text, start) if candidate["numbered"] else None
        if mark and mark.unit in _OWN and is_own_number(line, start, mark.end, mark.unit):
            position = start + 1
            continue
        group = read_group(line.text, start, loose=candidate["loose"] is not None)
        position = start + 1 if group is None else group.end
        if group is not None:
            yield from _found(line, start, group)


def _found(line: Line, start: int, group: Group) -> Iterator[Found]:
    """Yield the entries of the *group* at *start*, with its work; none for what is no citation."""
    units = {mark.unit for member in group.members for mark in member.marks}
    if units <= {Unit.PART, Unit.SUBPART} and (units or group.relative.endswith("编")):
        return
    work = find_work(line, start)
    if not work and _is_prose(line.text, start, group):
        return
    name, begin = (work.name, work.start) if work else ("", start)
    for entry in entries_of(group, begin):
        words = line.text[entry.start : entry.end]
        yield Found(line.number, entry.start, entry.end, words, name, entry.target)


def _is_prose(line: str, start: int, group: Group) -> bool:
    """Tell whether the *group* at *start* counts things or is of a book that is no law."""
    if (unit := counting_unit(group)) and counts_things(line, group.end, unit):
        return True
    marks = [mark for member in group.members for mark in member.marks]
    if marks:
        first = marks[0].unit
        return first is not None and not group.relative and is_of_a_book(line, start, first)
    word = relative_unit(group.relative)
    return word is not None and is_everyday(line, group.end, word)
