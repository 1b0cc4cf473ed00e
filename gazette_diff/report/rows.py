"""The rows of the 修订对照表: the one source of what every report says.

A :class:`ComparisonTable` is a change set arranged for reading: grouped by the chapters of
the new text, with the label of every 款 and 项, and with counts. Renderers only lay it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazette_diff.core.changes import (
    Change,
    ChangeSet,
    ComparedVersion,
    Relation,
    Renaming,
    Row,
    Segment,
)
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.language import Bilingual
from gazette_diff.core.references import JudgedReference
from gazette_diff.report.arrangement import arrangement, moved_rows
from gazette_diff.report.chapters import Chapter, chapters_of
from gazette_diff.report.headings import headings_of
from gazette_diff.report.kinds import Kind, kind_of
from gazette_diff.report.sides import Side, SideLabels, natural_order
from gazette_diff.report.units import Unit, unit_of
from gazette_diff.report.wording import happened, labels


@dataclass(frozen=True, slots=True)
class TableRow:
    """The words of one 款, 项 or 目 in both versions; a side is None where there is none.

    ``moved`` says that it stands elsewhere among its neighbours now, ``editorial`` that it
    differs in layout and in references that follow the renumbering, no more. Where such a row
    is told as unchanged, ``segments`` are the new words and ``old_words`` the old ones.
    """

    relation: Relation
    old: Side | None
    new: Side | None
    segments: tuple[Segment, ...]
    moved: bool = False
    editorial: bool = False
    old_words: str | None = None

    @property
    def old_segments(self) -> tuple[Segment, ...]:
        """The segments of the old text: ``=`` and ``-``."""
        if self.old_words is not None:
            return (Segment("=", self.old_words),)
        return tuple(s for s in self.segments if s.op != "+")

    @property
    def new_segments(self) -> tuple[Segment, ...]:
        """The segments of the new text: ``=`` and ``+``."""
        return tuple(s for s in self.segments if s.op != "-")

    @property
    def relabelled(self) -> bool:
        """Whether the words stand elsewhere in their article now: （三） became （四）."""
        return self.old is not None and self.new is not None and self.old.inner != self.new.inner

    @property
    def renumbered(self) -> bool:
        """Whether the words themselves have another number, not only what is around them."""
        return self.old is not None and self.new is not None and self.old.step != self.new.step


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as the table tells it.

    ``old_label`` and ``new_label`` list the articles (empty on the side that has none),
    ``told`` says what happened, first the relation; ``arranged`` is the part of it that
    concerns the order and the division of its 款 and 项. ``anchor`` names the entry within a
    report: the eId of its first new article, ``old-`` and the eId of a deleted one.
    ``old_position`` counts the first old article through the old text, from 0, None for
    an added one; ``changed`` is the share (0–1) of its words that changed.
    """

    change: Change
    anchor: str
    old_label: Bilingual
    new_label: Bilingual
    told: tuple[Bilingual, ...]
    arranged: tuple[Bilingual, ...]
    rows: tuple[TableRow, ...]
    old_position: int | None
    changed: float

    @property
    def kind(self) -> Kind:
        """What happened, as reports count it."""
        return kind_of(self.change)

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell but perhaps a new number."""
        return self.as_before and not (self.change.doubtful or self.change.pinned)

    @property
    def as_before(self) -> bool:
        """Whether nothing changed but perhaps the number."""
        change = self.change
        unchanged = change.relation is Relation.UNCHANGED
        return unchanged and not (change.relocated or self.arranged)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many changes there are of each kind, and how many articles before and after.

    ``editorial`` counts those with nothing else, ``set_aside`` the rows that are told as
    unchanged for it.
    """

    by_kind: tuple[tuple[Kind, int], ...]
    renumbered: int
    relocated: int
    editorial: int
    set_aside: int
    doubtful: int
    pinned: int
    old_articles: int
    new_articles: int

    def of(self, kind: Kind) -> int:
        """Return how many changes are of *kind*."""
        return dict(self.by_kind)[kind]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one chapter; ``heading`` is the frame row of its heading, if there is one."""

    chapter: Chapter
    heading: TableRow | None
    entries: tuple[Entry, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """The whole table; ``frame`` are the rows outside the articles, headings included.

    ``renamings`` are the bodies that have another name in several of its entries.
    ``diagnostics`` are without those that only repeat what rows of the frame show.
    ``findings`` are the references that ask for a look; ``unit`` is what its entries are
    counted in.
    """

    old: ComparedVersion
    new: ComparedVersion
    frame: tuple[TableRow, ...]
    renamings: tuple[Renaming, ...]
    groups: tuple[Group, ...]
    counts: Counts
    diagnostics: tuple[Diagnostic, ...]
    findings: tuple[JudgedReference, ...]
    unit: Unit


def comparison_table(changes: ChangeSet) -> ComparisonTable:
    """Arrange *changes* as the table that all reports show."""
    frame = table_rows(changes.frame, Change(relation=Relation.AMENDED))
    headings = headings_of(frame)
    entries = _entries(changes.changes)
    groups = tuple(
        Group(
            chapter,
            headings.get(chapter),
            tuple(entries[n] for n in positions),
            count([changes.changes[n] for n in positions]),
        )
        for chapter, positions in chapters_of(changes.changes).items()
    )
    return ComparisonTable(
        changes.old,
        changes.new,
        frame,
        changes.renamings,
        groups,
        count(changes.changes, changes.set_aside),
        tuple(d for d in changes.diagnostics if d.code is not Code.HEADING_CHANGED),
        tuple(one for one in changes.references if one.finding),
        unit_of(changes.changes),
    )


def table_rows(rows: Sequence[Row], change: Change) -> tuple[TableRow, ...]:
    """Return *rows*, which belong to *change*, with their labels."""
    old_labels = SideLabels(change.old, (row.old for row in rows))
    new_labels = SideLabels(change.new, (row.new for row in rows))
    moved = moved_rows(rows) if len(change.old) == len(change.new) == 1 else frozenset()
    return tuple(
        TableRow(
            row.relation,
            old_labels.side(row.old) if row.old else None,
            new_labels.side(row.new) if row.new else None,
            (Segment("=", row.new_text),) if _set_aside(row) else row.segments,
            position in moved,
            row.editorial,
            row.old_text if _set_aside(row) else None,
        )
        for position, row in enumerate(rows)
    )


def _set_aside(row: Row) -> bool:
    return row.editorial and row.relation is Relation.UNCHANGED


def count(changes: Iterable[Change], set_aside: int = 0) -> Counts:
    """Count *changes* by kind, and the articles on both sides of them."""
    changes = tuple(changes)
    kinds = Counter(map(kind_of, changes))
    return Counts(
        tuple((kind, kinds[kind]) for kind in Kind),
        sum(change.renumbered for change in changes),
        sum(change.relocated for change in changes),
        sum(c.editorial and c.relation is Relation.AMENDED for c in changes),
        set_aside,
        sum(change.doubtful for change in changes),
        sum(change.pinned for change in changes),
        sum(len(change.old) for change in changes),
        sum(len(change.new) for change in changes),
    )


def _entries(changes: Sequence[Change]) -> list[Entry]:
    """Return the entry of each of *changes*."""
    eids = sorted((ref.eid for change in changes for ref in change.old), key=natural_order)
    positions = {eid: position for position, eid in enumerate(eids)}
    return [_entry(change, positions) for change in changes]


def _entry(change: Change, positions: dict[str, int]) -> Entry:
    relation, *others = happened(change)
    arranged = arrangement(change)
    anchor = change.new[0].eid if change.new else f"old-{change.old[0].eid}"
    return Entry(
        change,
        anchor,
        labels(change.old),
        labels(change.new),
        (relation, *arranged, *others),
        arranged,
        table_rows(change.rows, change),
        positions[change.old[0].eid] if change.old else None,
        _changed_share(change.rows),
    )


def _changed_share(rows: Iterable[Row]) -> float:
    """Return which share of the characters of both sides is not common to them."""
    same = changed = 0
    for row in rows:
        for segment in row.segments:
            if segment.op == "=" or _set_aside(row):
                same += 2 * len(segment.text)
            else:
                changed += len(segment.text)
    return changed / (same + changed) if same + changed else 0.0
