"""The words of a regulation, passage by passage, and where each stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.places import Placed, place_regulation
from gazette_diff.core.source import Piece
from gazette_diff.core.tree import CONTAINERS, Attachment, Block, Level, Regulation

#: The parts that hold running text; a heading or a label is no sentence.
RUNNING = frozenset({"text", "closing", "preamble", "notice_text", "adoption_note"})
#: The parts whose characters and marks are those of running text.
WORDED = RUNNING | {"heading", "title", "notice_title", "date"}
TABLE = "table"
_OPENS_UNIT = CONTAINERS | {Level.ARTICLE, Level.OUTLINE}
_AROUND = 10
_LONGEST = 40


class Passage(NamedTuple):
    """Some words in one place: ``part`` says which (``label``, ``heading``, ``text`` …).

    ``part`` is ``table`` for the words of a table and the kind of the block outside the
    provisions, for which ``placed`` is None; ``order`` counts through the regulation.
    """

    order: int
    place: str
    part: str
    words: str
    pieces: tuple[Piece, ...] = ()
    placed: Placed | None = None


class Unit(NamedTuple):
    """The passages that belong together: a heading, a block, or an article with all in it.

    An outline level is a unit without the levels inside it. ``owner`` is None for a block.
    """

    owner: Placed | None
    passages: tuple[Passage, ...]


class Spot(NamedTuple):
    """Something found: the code, the passage and the offset in its words, the values."""

    code: Code
    passage: Passage
    at: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Subject:
    """A regulation that is checked, with its places and its words in units."""

    regulation: Regulation
    placed: tuple[Placed, ...]
    units: tuple[Unit, ...]
    _first: dict[str, Passage] = field(repr=False)

    @classmethod
    def of(cls, regulation: Regulation) -> Subject:
        """Return *regulation* ready to be checked."""
        placed = place_regulation(regulation)
        units = tuple(_units(regulation, placed))
        first: dict[str, Passage] = {}
        for passage in (one for unit in units for one in unit.passages):
            first.setdefault(passage.place, passage)
        return cls(regulation, placed, units, first)

    def passage(self, placed: Placed) -> Passage:
        """Return the first passage of *placed* or, if it has no words, of what is inside it."""
        for one in placed.walk():
            if found := self._first.get(one.eid):
                return found
        return Passage(-1, placed.eid, "label", "", (), placed)

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages, in the order of the text."""
        for unit in self.units:
            yield from unit.passages


def locate(spots: Iterable[Spot], lines: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield *spots*, those of a passage together, with the line of *lines* that each stands in."""
    for _, run in groupby(spots, key=lambda spot: spot.passage.order):
        same = list(run)
        starts = piece_starts(same[0].passage, lines)
        for spot in same:
            line = _line_at(spot.passage.pieces, starts, spot.at)
            yield Diagnostic.of(spot.code, place=spot.passage.place, line=line, **spot.values)


def piece_starts(passage: Passage, lines: Sequence[str]) -> list[int]:
    """Return the offsets in the words of *passage* at which its pieces of the source begin.

    Only the characters that are no space are the same in words and source (core.source).
    """
    words, starts, at = passage.words, [], 0
    for piece in passage.pieces:
        starts.append(at)
        rest = sum(not c.isspace() for c in lines[piece.line - 1][piece.start : piece.end])
        while rest and at < len(words):
            rest -= not words[at].isspace()
            at += 1
    return starts


def _line_at(pieces: Sequence[Piece], starts: Sequence[int], at: int) -> int | None:
    return pieces[max(0, bisect_right(starts, at) - 1)].line if pieces else None


def excerpt(words: str, start: int, end: int) -> str:
    """Return ``words[start:end]`` with a little of what stands around it, on one line."""
    end = min(end, start + _LONGEST)
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    shown = " ".join(words[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(words) else "")


def _units(regulation: Regulation, placed: Sequence[Placed]) -> Iterator[Unit]:
    order = count()
    yield from _block_units(regulation.preface, "preface", order)
    for one in placed:
        yield from _units_of(one, order)
    # The ledger's word for what stands behind the body.
    yield from _block_units(regulation.conclusion, "metadata", order)
    for number, attachment in enumerate(regulation.attachments, 1):
        yield _shell(attachment, f"att_{number}", order)


def _block_units(blocks: Sequence[Block], place: str, order: Iterator[int]) -> Iterator[Unit]:
    """Yield the blocks of one kind that follow one another as a unit: a 题注 has many lines."""
    for kind, run in groupby(blocks, key=lambda block: str(block.kind)):
        yield Unit(None, tuple(Passage(next(order), place, kind, b.text, b.pieces) for b in run))


def _shell(attachment: Attachment, place: str, order: Iterator[int]) -> Unit:
    span = attachment.span
    label = Passage(next(order), place, "label", attachment.label, span.label)
    heading = Passage(next(order), place, "heading", attachment.heading, span.heading)
    return Unit(None, tuple(one for one in (label, heading) if one.words))


def _units_of(placed: Placed, order: Iterator[int]) -> Iterator[Unit]:
    nested: list[Placed] = []
    yield Unit(placed, tuple(_words(placed, nested, order)))
    for child in nested:
        yield from _units_of(child, order)


def _words(placed: Placed, nested: list[Placed], order: Iterator[int]) -> Iterator[Passage]:
    """Yield the passages of *placed*; what opens a unit of its own goes to *nested*."""
    own, span = placed.provision, placed.provision.span
    text = ("text", own.text) if own.table is None else (TABLE, own.table.text)
    before = (
        ("label", own.label, span.label),
        ("heading", own.heading, span.heading),
        (*text, span.text),
    )
    for part, words, pieces in before:
        if words:
            yield Passage(next(order), placed.eid, part, words, pieces, placed)
    for child in placed.children:
        if child.provision.level in _OPENS_UNIT:
            nested.append(child)
        else:
            yield from _words(child, nested, order)
    if own.closing:
        yield Passage(next(order), placed.eid, "closing", own.closing, span.closing, placed)
