"""The two pictures of a history: when each version was in force, and the lines of its articles.

Only geometry, in the units of the pictures' own coordinates; the template draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.core.versions import Stage
from gazette_diff.report.html.bands import Edge, outlines
from gazette_diff.report.kinds import Kind, kind_of
from gazette_diff.report.sides import natural_order
from gazette_diff.report.wording import happened, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.changes import Change, ChangeSet, ProvisionRef
    from gazette_diff.core.history import Revision
    from gazette_diff.core.language import Language

_LEFT, _RIGHT = 130.0, 940.0
_BAR = 26.0  # the distance of two bars of the timeline
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_YEARS_AT_MOST = 12
_COLUMN = 300.0  # from one column of articles to the next
_NODE = 8.0
_MARGIN = 120.0  # for the labels left of the first column
_TALLEST, _ROW, _LEAST = 1400.0, 18.0, 3.0
_LETTER = 13.0
_TOP = 24.0
_STUB = 50.0


@dataclass(frozen=True, slots=True)
class Bar:
    """The days on which a version is in force: ``left`` and ``width`` of its bar, its row."""

    stage: Stage
    top: float
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars of all versions, and the years on the axis with their places."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Node:
    """An article in a column; ``label`` is empty where there is no room to write it."""

    x: float
    top: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """What became of articles from one text to the next: its outlines, and it in words."""

    kind: Kind
    told: str
    outlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LifeLines:
    """The columns of the texts (day and place), the articles in them, the bands between."""

    columns: tuple[tuple[str, float], ...]
    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]
    width: float
    height: float


def draw_timeline(stages: Sequence[Stage], today: date) -> Timeline:
    """Return the timeline of *stages*, the earliest on top; what has no end lasts to *today*."""
    first = min(stage.start for stage in stages)
    last = max(today, *(stage.end or stage.start for stage in stages))
    begin, end = date(first.year, 1, 1), date(last.year + 1, 1, 1)
    scale = (_RIGHT - _LEFT) / max((end - begin).days, 1)

    def place(day: date) -> float:
        return round(_LEFT + (day - begin).days * scale, 1)

    bars = tuple(
        Bar(
            stage,
            _TOP + row * _BAR,
            place(stage.start),
            max(round(place(stage.end or last) - place(stage.start), 1), 3.0),
        )
        for row, stage in enumerate(stages)
    )
    step = next(s for s in _STEPS if (end.year - begin.year) / s <= _YEARS_AT_MOST)
    years = [y for y in range(begin.year, end.year + 1) if y % step == 0]
    return Timeline(
        bars,
        tuple((year, place(date(year, 1, 1))) for year in years),
        _TOP + len(stages) * _BAR + 8,
    )


def draw_lines(held: Sequence[Revision], language: Language) -> LifeLines:
    """Return the life lines of the articles through the texts *held*, the earliest on the left."""
    compared = [revision.changes for revision in held if revision.changes is not None]
    texts = _texts(compared)
    row = min(_ROW, max(_LEAST, _TALLEST / max(map(len, texts), default=1)))
    columns = [_Column(refs, _MARGIN + number * _COLUMN, row) for number, refs in enumerate(texts)]
    bands = [
        _band(change, columns[number], columns[number + 1], language)
        for number, changes in enumerate(compared)
        for change in changes.changes
    ]
    # What did not change lies below what did.
    bands.sort(key=lambda band: band.kind is not Kind.UNCHANGED)
    return LifeLines(
        tuple(
            (str(revision.stage.version.day), column.x)
            for revision, column in zip(held, columns, strict=False)
        ),
        tuple(node for column in columns for node in column.nodes()),
        tuple(bands),
        _MARGIN + max(len(texts) - 1, 0) * _COLUMN + 140,
        max((column.bottom for column in columns), default=_TOP) + 8,
    )


class _Column:
    """The articles of one text, one below the other, beginning at *x*."""

    def __init__(self, refs: Iterable[ProvisionRef], x: float, row: float) -> None:
        self.x = x
        self.row = row
        self.refs = sorted({r.eid: r for r in refs}.values(), key=lambda r: natural_order(r.eid))
        self.tops = {ref.eid: _TOP + number * row for number, ref in enumerate(self.refs)}
        self.bottom = _TOP + len(self.refs) * row

    def edge(self, x: float) -> Edge:
        return Edge(x, self.tops, self.row)

    def nodes(self) -> list[Node]:
        found = []
        written = -_LETTER
        for ref in self.refs:
            top = self.tops[ref.eid]
            fits = top - written >= _LETTER
            written = top if fits else written
            words = label(ref) if fits else ""
            found.append(Node(self.x, round(top, 1), round(self.row * 0.9, 1), words))
        return found


def _texts(compared: Sequence[ChangeSet]) -> list[list[ProvisionRef]]:
    """Return the articles of each text: of the first from the comparison after it."""
    if not compared:
        return []
    first = [ref for change in compared[0].changes for ref in change.old]
    return [first, *([ref for c in changes.changes for ref in c.new] for changes in compared)]


def _band(change: Change, old: _Column, new: _Column, language: Language) -> Band:
    names = ["、".join(map(label, refs)) for refs in (change.old, change.new)]
    comma = "；" if language == "zh" else "; "
    words = comma.join(phrase.in_(language) for phrase in happened(change))
    told = f"{' → '.join(filter(None, names))}  {words}"
    edges = old.edge(old.x + _NODE), new.edge(new.x)
    return Band(kind_of(change), told, outlines(change, *edges, _STUB))
