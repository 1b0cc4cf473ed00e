"""All citations of a running text (shared conventions: spans, lists, ranges, relative words)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gazette_diff.citation.scanning import grammar
from gazette_diff.citation.scanning.chains import Mark, read_mark
from gazette_diff.citation.scanning.groups import counting_unit, entries_of, read_group
from gazette_diff.citation.scanning.heads import counts_things, is_own_number
from gazette_diff.citation.scanning.naming import find_work, given_names
from gazette_diff.citation.values import Target, Unit
from gazette_diff.citation.works import title_end

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
            found.extend(_scan_line(number, line.strip(), short))
    return tuple(found)


def scan_provision(text: str) -> tuple[Found, ...]:
    """Return the citations in the words of one provision, which bear no number of their own.

    Offsets count in *text* as it stands.
    """
    if not grammar.candidate().search(text):
        return ()
    return tuple(_scan_line(1, text, frozenset(), headed=False))


def _scan_line(
    number: int, line: str, short: frozenset[str], *, headed: bool = True
) -> Iterator[Found]:
    titles = _titles(line)
    position = 0
    while candidate := grammar.candidate().search(line, position):
        start = candidate.start()
        outer = next((end for begin, end in titles if begin < start < end), None)
        if outer is not None:
            position = outer
            continue
        if candidate["numbered"]:
            mark = read_mark(line, start)
            if _is_head(line, mark, headed=headed):
                position = start + 1
                continue
        loose = candidate["loose"] is not None
        position, entries = _read(number, line, start, titles, short, loose=loose)
        yield from entries


def _is_head(line: str, mark: Mark | None, *, headed: bool) -> bool:
    """Tell whether *mark* is a provision's own number; at the start only of a *headed* line."""
    if mark is None or mark.unit not in _OWN or (mark.start == 0 and not headed):
        return False
    return is_own_number(line, mark.start, mark.end, mark.unit)


def _read(
    number: int,
    line: str,
    start: int,
    titles: list[tuple[int, int]],
    short: frozenset[str],
    *,
    loose: bool,
) -> tuple[int, list[Found]]:
    """Read the citation at *start*: where to go on, and the entries."""
    group = read_group(line, start, loose=loose)
    if group is None:
        return start + 1, []
    units = {mark.unit for member in group.members for mark in member.marks}
    if units <= {Unit.PART, Unit.SUBPART} and (units or group.relative.endswith("编")):
        return group.end, []
    work = find_work(line, start, titles, short)
    unit = counting_unit(group)
    if unit and not work and counts_things(line, group.end, unit):
        return group.end, []
    name = work.name if work else ""
    begin = work.start if work else start
    return group.end, [
        Found(number, entry.start, entry.end, line[entry.start : entry.end], name, entry.target)
        for entry in entries_of(group, begin)
    ]


def _titles(line: str) -> list[tuple[int, int]]:
    """Return the extents of the 《titles》 of *line*, outermost only."""
    titles = []
    position = line.find("《")
    while position >= 0:
        end = title_end(line, position)
        if end < 0:
            break
        titles.append((position, end))
        position = line.find("《", end)
    return titles
