"""The two pictures of a revision: where each article went, and how much of it changed.

Only geometry, in the units of the pictures' own coordinates; the templates draw it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.report.chapters import chapter_of
from gazette_diff.report.html.anchors import new_anchor
from gazette_diff.report.html.bands import Edge, outlines
from gazette_diff.report.kinds import Kind
from gazette_diff.report.sides import natural_order
from gazette_diff.report.wording import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.changes import ProvisionRef
    from gazette_diff.report.rows import Entry

_LEFT, _RIGHT = 296, 664  # where the bands of the map begin and end
_STUB = 60  # how far an added or deleted article reaches into the middle
_TALLEST, _ROW, _LEAST = 900.0, 18.0, 2.2
_LETTER = 13.0  # the least distance of two lines of writing
_GAP = 6.0  # between chapters
_TOP = 8.0
_LONGEST = 15  # letters of the name of a chapter
_NUMBER = re.compile(r"_(\d+)$")
_TALL = 1150.0  # a page of paper cannot hold more and be read
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Node:
    """An article in a column: its top and height, and its label where there is room."""

    top: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a chapter beside a column, and the stretch of the column it covers."""

    text: str
    full: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Flow:
    """One change in the map: where its bands and its articles lie, its words and target."""

    kind: Kind
    anchor: str
    told: str
    bands: tuple[str, ...]
    old: tuple[Node, ...]
    new: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The map of the renumbering: ``flows`` in the order of drawing, names of chapters.

    ``left`` and ``right`` are the inner edges of the columns of old and new articles.
    """

    left: int
    right: int
    height: float
    flows: tuple[Flow, ...]
    old_names: tuple[Name, ...]
    new_names: tuple[Name, ...]

    @property
    def tall(self) -> bool:
        """Whether it takes more than a page of paper."""
        return self.height > _TALL


@dataclass(frozen=True, slots=True)
class Bar:
    """One change in the strip: its place among all, its share of changed words.

    ``opens`` says that a chapter begins with it.
    """

    left: int
    opens: bool
    kind: Kind
    anchor: str
    told: str
    share: float


class _Column:
    """The articles of one version, one below the other, with a gap between chapters."""

    def __init__(self, refs: Iterable[ProvisionRef], row: float) -> None:
        ordered = sorted({ref.eid: ref for ref in refs}.values(), key=_order)
        self.row = row
        self.tops: dict[str, float] = {}
        self.names: list[tuple[str, float]] = []
        self._labelled: dict[str, str] = {}
        step = next((s for s in _STEPS if s * row >= _LETTER), _STEPS[-1])
        top, chapter, written = _TOP, None, -_LETTER
        for ref in ordered:
            here = chapter_of(ref)
            if here != chapter:
                top += _GAP if chapter is not None else 0
                self.names.append((here.path[-1] if here.path else "", top))
                chapter = here
            self.tops[ref.eid] = top
            if _is_round(ref.eid, step) and top - written >= _LETTER:
                self._labelled[ref.eid] = labels([ref]).zh
                written = top
            top += row
        self.bottom = top

    def edge(self, x: float) -> Edge:
        return Edge(x, self.tops, self.row)

    def node(self, eid: str) -> Node:
        return Node(round(self.tops[eid], 1), round(self.row, 1), self._labelled.get(eid, ""))

    def chapter_names(self) -> tuple[Name, ...]:
        """Return the names that have room; one too close below another is left out."""
        ends = [*(top - _GAP for _, top in self.names[1:]), self.bottom]
        shown: list[Name] = []
        free = 0.0
        for (text, top), end in zip(self.names, ends, strict=False):
            fits = top >= free
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            shown.append(Name(short if fits else "", text, round(top, 1), round(end, 1)))
            free = top + _LETTER if fits else free
        return tuple(shown)


def draw_map(entries: Sequence[Entry], told: Sequence[str]) -> Map:
    """Return the map of *entries*; *told* says of each in words what became of it."""
    changes = [entry.change for entry in entries]
    count = max(sum(len(c.old) for c in changes), sum(len(c.new) for c in changes), 1)
    row = min(_ROW, max(_LEAST, _TALLEST / count))
    old = _Column((ref for c in changes for ref in c.old), row)
    new = _Column((ref for c in changes for ref in c.new), row)
    flows = [_flow(e, old, new, words) for e, words in zip(entries, told, strict=True)]
    # What did not change lies below what did.
    flows.sort(key=lambda flow: flow.kind is not Kind.UNCHANGED)
    return Map(
        _LEFT,
        _RIGHT,
        round(max(old.bottom, new.bottom) + _TOP, 1),
        tuple(flows),
        old.chapter_names(),
        new.chapter_names(),
    )


def _flow(entry: Entry, old: _Column, new: _Column, told: str) -> Flow:
    change = entry.change
    return Flow(
        entry.kind,
        new_anchor(entry.anchor),
        told,
        outlines(change, old.edge(_LEFT), new.edge(_RIGHT), _STUB),
        tuple(old.node(ref.eid) for ref in change.old),
        tuple(new.node(ref.eid) for ref in change.new),
    )


def _is_round(eid: str, step: int) -> bool:
    """Tell whether the number of *eid* is one to be written when only every *step*-th is."""
    number = _NUMBER.search(eid)
    if number is None:
        return step == 1
    return int(number[1]) % step == (1 if step == 2 else 0) or int(number[1]) == 1


def _order(ref: ProvisionRef) -> tuple[bool, tuple[int, ...]]:
    return natural_order(ref.eid)


def draw_strip(groups: Sequence[Sequence[Entry]], told: Sequence[str]) -> tuple[Bar, ...]:
    """Return the strip of the entries of all *groups*, which are the chapters.

    *told* says of each entry in words what became of it.
    """
    entries = [(n == 0, entry) for group in groups for n, entry in enumerate(group)]
    return tuple(
        Bar(
            position,
            opens and position > 0,
            entry.kind,
            new_anchor(entry.anchor),
            words,
            round(entry.changed, 3),
        )
        for position, ((opens, entry), words) in enumerate(zip(entries, told, strict=True))
    )
