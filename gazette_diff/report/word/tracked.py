"""The old regulation as a Word document with tracked insertions and deletions.

Accepting all of them gives the new text, rejecting all the old one, exactly. There are no
marks of moves: what changed its place is deleted there and inserted here (ECMA-376 Part 1,
17.13.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gazette_diff.report.controls import visible
from gazette_diff.report.word.markup import cell, row, runs, table, w
from gazette_diff.report.word.merging import (
    Atom,
    End,
    Grid,
    Number,
    Same,
    Step,
    atoms,
    matched,
    merged,
    merged_cells,
    same_characters,
)
from gazette_diff.report.word.package import PORTRAIT, package
from gazette_diff.report.word.paragraphs import Character, paragraphs

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Regulation
    from gazette_diff.report.word.markup import Op

AUTHOR = "gazette-diff"
_LABEL_FONT = "黑体"
_TAGS: dict[Op, str] = {"-": "del", "+": "ins"}
# More than a minute apart.
_TIMES = ("00:00:00", "00:05:00")

TableRow = Sequence[Sequence[Character]]


def to_tracked_docx(
    changes: ChangeSet,
    old: Regulation,
    new: Regulation,
    *,
    day: date | None = None,
    author: str | None = None,
    language: Language = "zh",
) -> bytes:
    """Return *old* as a Word file in which tracked changes make it *new*.

    Args:
        changes: the comparison of *old* and *new*.
        old: the earlier version.
        new: the later version.
        day: the day of all insertions and deletions; by default that of the later version.
        author: who is said to have made them, by default this tool.
        language: the language of the page numbers.
    """
    same = same_characters(changes)
    steps = merged(atoms(paragraphs(old)), atoms(paragraphs(new)), same)
    writer = _Writer(same, visible(author or AUTHOR), day or new.metadata.version)
    title = visible(new.metadata.title or old.metadata.title)
    return package(writer.blocks(steps), PORTRAIT, title=title, language=language)


class _Writer:
    """Writes one document; counts its tracked changes.

    LibreOffice takes two changes of one kind and time for one, and the end of a paragraph
    that stays between them for a part of it. So the times take turns at such ends.
    """

    def __init__(self, same: Same, author: str, day: date | None) -> None:
        self._same = same
        self._author = author
        self._day = day
        self._count = 0
        self._time = 0

    def blocks(self, steps: Iterable[Step]) -> Iterator[_Element]:
        """Yield the paragraphs and tables of *steps*."""
        open_steps: list[Step] = []
        for step in steps:
            match step.atom:
                case End(paragraph=paragraph):
                    yield self._paragraph(paragraph.style, open_steps, step.op)
                    open_steps = []
                case Grid():
                    yield self._table(step)
                case _:
                    open_steps.append(step)

    def _change(self, op: Op) -> _Element | None:
        """Return the element of a tracked change, None for what stays."""
        if op == "=":
            return None
        self._count += 1
        attributes = {"author": self._author}
        if self._day is not None:
            attributes["date"] = f"{self._day.isoformat()}T{_TIMES[self._time]}Z"
        return w(_TAGS[op], id=self._count, **attributes)

    def _paragraph(self, style: str, steps: Iterable[Step], op: Op = "=") -> _Element:
        """Return a paragraph; *op* tells what becomes of its end."""
        content = list(self._runs(steps))
        change = self._change(op)
        mark = None if change is None else w("rPr", change)
        made = w("p", w("pPr", w("pStyle", val=style), mark))
        made.extend(content)
        if change is None:
            self._time = 1 - self._time
        return made

    def _runs(self, steps: Iterable[Step]) -> Iterator[_Element]:
        for (op, numbered), group in groupby(steps, key=_look):
            text = "".join(_text(step) for step in group)
            font = _LABEL_FONT if numbered else ""
            found = runs(text, font=font, deleted=op == "-")
            change = self._change(op)
            if change is None:
                yield from found
            else:
                change.extend(found)
                yield change

    def _table(self, step: Step) -> _Element:
        old = _rows(step.old)
        new = _rows(step.new)
        columns = max((len(row) for row in (*old, *new)), default=1)
        width = PORTRAIT.width // columns
        made = []
        i = j = 0
        for before, after in (*self._same_rows(old, new), (len(old), len(new))):
            made += [self._row(cells, None, columns, width) for cells in old[i:before]]
            made += [self._row(None, cells, columns, width) for cells in new[j:after]]
            if before < len(old):
                made.append(self._row(old[before], new[after], columns, width))
            i, j = before + 1, after + 1
        return table([width] * columns, made)

    def _same_rows(self, old: Sequence[TableRow], new: Sequence[TableRow]) -> list[tuple[int, int]]:
        """Return the rows that correspond: those with the most characters in common."""
        at = {
            character.key: j
            for j, cells in enumerate(new)
            for words in cells
            for character in words
        }
        weights: Counter[tuple[int, int]] = Counter()
        for i, cells in enumerate(old):
            for character in (character for words in cells for character in words):
                key = self._same.get(character.key)
                j = at.get(key) if key else None
                if j is not None and len(cells) == len(new[j]):
                    weights[i, j] += 1
        return matched(weights)

    def _row(
        self, old: TableRow | None, new: TableRow | None, columns: int, width: int
    ) -> _Element:
        """Return a row that stays, with the changes in its cells, or goes or comes as a whole."""
        op: Op = "=" if old is not None and new is not None else "-" if new is None else "+"
        before, after = old or (), new or ()
        number = len(after) if old is None else len(before)
        change = self._change(op)
        cells = []
        for place in range(number):
            span = columns - number + 1 if place == number - 1 else 1
            steps = merged_cells(
                before[place] if old is not None else (),
                after[place] if new is not None else (),
                self._same,
            )
            cells.append(cell(width * span, [self._cell(steps, op)], span=span))
        cells = cells or [cell(width * columns, [self._cell([], op)], span=columns)]
        return row(cells, change=change)

    def _cell(self, steps: Sequence[Step], op: Op) -> _Element:
        return self._paragraph("RegulationCell", steps, op)


def _look(step: Step) -> tuple[Op, bool]:
    return step.op, isinstance(step.atom, Number) and step.atom.article


def _text(step: Step) -> str:
    atom = step.atom
    return atom.text if isinstance(atom, Character | Number) else ""


def _rows(atom: Atom | None) -> Sequence[TableRow]:
    return (atom.paragraph.table or ()) if isinstance(atom, Grid) else ()
