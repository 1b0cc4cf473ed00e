"""The paragraphs and tables of a Word document, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gazette_diff.reading.tables import Block, Grid, block_lines, comment_line
from gazette_diff.reading.word.counters import Counters
from gazette_diff.reading.word.field_numbers import FieldNumbers
from gazette_diff.reading.word.inline import DELETED, InlineReader, Words
from gazette_diff.reading.word.markup import attribute, child, is_on, number, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gazette_diff.reading.word.numbering import Numbering, NumberPlace

_WIDEST_CELL = 64
_WRAPPERS = frozenset({"w:customXml", "w:smartTag"})
_INSERTED = frozenset({"w:ins", "w:moveTo"})


@dataclass(slots=True)
class Found:
    """What was met on the way: counts for the diagnostics."""

    changes: int = 0
    boxes: int = 0
    hidden: int = 0
    unread: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)


class StoryReader:
    """Reads the text of a document, its text boxes, tables and notes, with one set of counters.

    ``asides`` are the texts that stand beside the one being read (notes, hidden words).
    """

    def __init__(self, numbering: Numbering, notes: dict[tuple[str, str], _Element]) -> None:
        """Prepare to read; *notes* are the footnotes, endnotes and comments by kind and id."""
        self.numbering = numbering
        self.counters = Counters()
        self.field_numbers = FieldNumbers(numbering, self.counters)
        self.found = Found()
        self.asides: list[str] = []
        self._notes = notes
        self._inline = InlineReader()
        # A paragraph whose end was deleted, number first: the next one goes on in it.
        self._open: list[str] = []
        self._place: NumberPlace | None = None

    def lines(self, parent: _Element) -> Iterator[str]:
        """Yield the lines of *parent* (a body, a note); what stands beside them as comments."""
        for element in parent:
            yield from block_lines(list(self._block(element)))
            yield from self._told_asides()
        yield from block_lines(list(self._rest()))

    def _told_asides(self) -> Iterator[str]:
        for aside in self.asides:
            yield comment_line(aside)
        self.asides.clear()

    def _blocks(self, parent: _Element | None) -> Iterator[Block]:
        for element in parent if parent is not None else ():
            yield from self._block(element)

    def _block(self, element: _Element) -> Iterator[Block]:
        name = tag(element)
        if name == "w:p":
            yield from self._paragraph(element)
        elif name == "w:tbl":
            yield from self._rest()
            yield self._table(element)
        elif name == "w:sdt":
            yield from self._blocks(child(element, "w:sdtContent"))
        elif name in _WRAPPERS:
            yield from self._blocks(element)
        elif name in _INSERTED:
            self.found.changes += 1
            yield from self._blocks(element)
        elif name in DELETED:
            self.found.changes += 1
        elif name == "mc:AlternateContent":
            yield from self._blocks(child(element, "mc:Choice"))
        elif name == "w:altChunk":
            self.found.unread += 1

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        properties = child(element, "w:pPr")
        words = self._inline.read(element)
        self._note(words)
        mark = child(properties, "w:rPr")
        deleted = any(child(mark, name) is not None for name in DELETED)
        self.found.changes += deleted + (child(mark, "w:ins") is not None)
        # A style separator: the end of the paragraph is there but not shown.
        joined = deleted or (is_on(mark, "w:vanish") and is_on(mark, "w:specVanish"))
        if joined and not (words.text or words.boxes or words.fields):
            return  # deleted as a whole: not there, not counted
        if not self._open:
            self._open.append(self._number(properties))
        self._open.append(self.field_numbers.filled(words, self._place))
        if not joined:
            yield from self._rest()
        for box in words.boxes:
            self.found.boxes += 1
            yield from self._in_box(box)

    def _rest(self) -> Iterator[Block]:
        """Yield the lines of the paragraph that is being put together, if one is."""
        if self._open:
            text = "".join(self._open).rstrip(" \t\n")
            self._open = []
            yield from text.split("\n")

    def _number(self, properties: _Element | None) -> str:
        self._place = self.numbering.of_paragraph(properties)
        self.field_numbers.note(self._place)
        return "" if self._place is None else self.counters.next(self._place)

    def _in_box(self, box: _Element) -> Iterator[Block]:
        """Read a text of its own: a cell, a text box, a note."""
        inline, self._inline = self._inline, InlineReader()
        held, self._open = self._open, []
        place = self._place
        yield from self._blocks(box)
        yield from self._rest()
        self._inline, self._open, self._place = inline, held, place

    def _note(self, words: Words) -> None:
        self.found.changes += words.changes
        if words.hidden.strip():
            self.found.hidden += 1
            self.asides.append(f"隐藏文字：{words.hidden.strip()}")
        for kind, identifier in words.notes:
            note = self._notes.get((kind, identifier))
            if note is not None:
                self.found.notes.append((kind, identifier))
                self.asides.append(_NOTES[kind] + self.told(note))

    def told(self, parent: _Element) -> str:
        """Return the text of a head, foot or note on one line."""
        asides, self.asides = self.asides, []
        lines = block_lines(list(self._in_box(parent)))
        text = " ".join(filter(None, (line.strip() for line in lines)))
        self.asides = asides
        return text

    def _table(self, table: _Element) -> Grid:
        rows, headers, only_headers = [], 0, True
        for row in _inside(table, "w:tr"):
            properties = child(row, "w:trPr")
            if any(child(properties, name) is not None for name in DELETED):
                self.found.changes += 1
                continue
            only_headers = only_headers and is_on(properties, "w:tblHeader")
            headers += only_headers
            rows.append(tuple(self._cells(row, properties)))
        return Grid(tuple(rows), headers if headers < len(rows) else 0)

    def _cells(self, row: _Element, properties: _Element | None) -> Iterator[tuple[Block, ...]]:
        for _ in range(min(number(properties, "w:gridBefore") or 0, _WIDEST_CELL)):
            yield ()
        for cell in _inside(row, "w:tc"):
            about = child(cell, "w:tcPr")
            if child(about, "w:cellDel") is not None:
                self.found.changes += 1
                continue
            blocks = tuple(self._in_box(cell))
            merged = child(about, "w:vMerge")
            hidden = merged is not None and attribute(merged, "val") != "restart"
            yield () if hidden or value(about, "w:hMerge") == "continue" else blocks
            for _ in range(min(number(about, "w:gridSpan") or 1, _WIDEST_CELL) - 1):
                yield ()


_NOTES = {"footnote": "脚注：", "endnote": "尾注：", "comment": "批注："}


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """Yield the rows or cells called *name* in *parent*, also where a control wraps them."""
    for element in parent:
        found = tag(element)
        if found == name:
            yield element
        elif found == "w:sdt":
            inner = child(element, "w:sdtContent")
            if inner is not None:
                yield from _inside(inner, name)
        elif found in _WRAPPERS or found in _INSERTED:
            yield from _inside(element, name)
