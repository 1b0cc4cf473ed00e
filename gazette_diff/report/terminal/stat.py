"""``--stat``: a line for each chapter with a bar of what was added and deleted, like git's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import ORDER, Kind
from gazette_diff.report.terminal.cells import cut, pad, width, wrap
from gazette_diff.report.terminal.lines import Line, Role, Span, visible_line
from gazette_diff.report.wording import (
    BY_HAND,
    DOUBTFUL,
    KINDS,
    OUTSIDE_ARTICLES,
    chapter_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette_diff.report.rows import ComparisonTable, Entry, TableRow
    from gazette_diff.report.terminal.view import View

_CHANGES = Bilingual("{n}处", "{n} changed")
_LETTERS = Bilingual("{n}字", "{n} chars")
_CHAPTERS = Bilingual("{n}章有变动", "{n} chapters changed")
_CHAPTER = Bilingual("1章有变动", "1 chapter changed")
_ADDED = Bilingual("增加{n}字(+)", "{n} chars added (+)")
_DELETED = Bilingual("删去{n}字(-)", "{n} chars deleted (-)")
# As git has it, three eighths of what the numbers leave are for the bars.
_BAR_AT_LEAST = 10
_BAR_SHARE = 3 / 8
_NAME_AT_LEAST = 10
_PIPED = 80


class _Tally(NamedTuple):
    """What changed under one name: how many entries, how many characters in and out."""

    name: str
    changes: int
    added: int
    deleted: int

    @property
    def letters(self) -> int:
        return self.added + self.deleted


def stat_lines(
    table: ComparisonTable, kept: Sequence[Sequence[Entry]], view: View, *, frame: bool
) -> Iterator[Line]:
    """Yield a line for each chapter in which something changed, and the totals.

    *kept* are the entries that count, of each chapter of *table*; with *frame* the words
    outside the articles count too. Nothing is yielded where nothing changed.
    """
    tallies = list(_tallies(table, kept, view, frame=frame))
    if not tallies:
        return
    cells = view.cells or _PIPED
    counts = [view.say(_CHANGES).format(n=t.changes) if t.changes else "" for t in tallies]
    letters = [view.say(_LETTERS).format(n=t.letters) for t in tallies]
    first, second = max(map(width, counts)), max(map(width, letters))
    taken = len("  |    ") + first + second
    longest = max(width(t.name) for t in tallies)
    left = cells - taken
    room = max(_NAME_AT_LEAST, min(longest, left - max(_BAR_AT_LEAST, int(left * _BAR_SHARE))))
    most = max(t.letters for t in tallies)
    bar = min(most, max(1, left - room))
    for tally, count, length in zip(tallies, counts, letters, strict=True):
        name = pad(cut(tally.name, room), room)
        numbers = f"{_right(count, first)}  {_right(length, second)}"
        yield (Span(f" {name} | {numbers} "), *_bar(tally, most, bar))
    yield from wrap([Span(f" {_totals(tallies, kept, view)}")], view.cells)


def _tallies(
    table: ComparisonTable, kept: Sequence[Sequence[Entry]], view: View, *, frame: bool
) -> Iterator[_Tally]:
    if frame and (tally := _tally(view.say(OUTSIDE_ARTICLES), (), table.frame)).letters:
        yield tally
    for group, entries in zip(table.groups, kept, strict=True):
        changed = [entry for entry in entries if not entry.as_before]
        if changed:
            name = visible_line(view.say(chapter_name(group.chapter)))
            yield _tally(name, changed, (row for entry in changed for row in entry.rows))


def _tally(name: str, changed: Sequence[Entry], rows: Iterable[TableRow]) -> _Tally:
    segments = [segment for row in rows for segment in row.segments]
    added = sum(len(s.text) for s in segments if s.op == "+")
    deleted = sum(len(s.text) for s in segments if s.op == "-")
    return _Tally(name, len(changed), added, deleted)


def _bar(tally: _Tally, most: int, cells: int) -> Line:
    """Return the bar of *tally* where *most* characters take *cells*; none of it is lost."""
    plus, minus = (_scaled(n, most, cells) for n in (tally.added, tally.deleted))
    if plus + minus > cells:  # both were rounded up
        plus, minus = (plus - 1, minus) if plus > minus else (plus, minus - 1)
    return (Span("+" * plus, Role.ADDED), Span("-" * minus, Role.DELETED))


def _scaled(number: int, most: int, cells: int) -> int:
    return max(1, round(number * cells / most)) if number else 0


def _right(text: str, cells: int) -> str:
    return " " * (cells - width(text)) + text


def _totals(tallies: Sequence[_Tally], kept: Sequence[Sequence[Entry]], view: View) -> str:
    chapters = sum(1 for tally in tallies if tally.changes)
    entries = [entry for group in kept for entry in group if not entry.as_before]
    facts = [view.say(_CHAPTER if chapters == 1 else _CHAPTERS).format(n=chapters)]
    for kind in ORDER:
        number = sum(1 for entry in entries if entry.kind is kind)
        if number and kind is not Kind.UNCHANGED:
            facts.append(f"{view.say(KINDS[kind])}{'' if view.language == 'zh' else ' '}{number}")
    facts.append(view.say(_ADDED).format(n=sum(t.added for t in tallies)))
    facts.append(view.say(_DELETED).format(n=sum(t.deleted for t in tallies)))
    changes = [entry.change for group in kept for entry in group]
    for word, number in (
        (DOUBTFUL, sum(change.doubtful for change in changes)),
        (BY_HAND, sum(change.pinned for change in changes)),
    ):
        if number:
            facts.append(f"{view.say(word)}{'' if view.language == 'zh' else ' '}{number}")
    return ("，" if view.language == "zh" else ", ").join(facts)
