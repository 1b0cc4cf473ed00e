"""The change set: what the comparison found, and what every report is made from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, NamedTuple

from gazette_diff.core.diagnostics import Diagnostic
from gazette_diff.core.pins import NO_PINS, PINNED, Pins
from gazette_diff.core.references import JudgedReference
from gazette_diff.core.tree import BlockKind, Metadata


class Relation(StrEnum):
    """What happened to a provision."""

    UNCHANGED = "unchanged"
    AMENDED = "amended"
    ADDED = "added"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"


class Segment(NamedTuple):
    """A run of words: ``=`` in both texts, ``-`` in the old only, ``+`` in the new only."""

    op: Literal["=", "-", "+"]
    text: str


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """An article (or outline level) of one version: eId, label as printed, containers around."""

    eid: str
    label: str
    path: tuple[str, ...] = ()


class Part(StrEnum):
    """Which words of its provision a row gives."""

    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class RowRef:
    """The provision whose words one side of a row gives: its eId and its label as printed.

    ``part`` says which of its words, outside the body what kind of block; ``position`` counts
    the parts of its side of the change in the order of that version's text (rows follow the
    new text), so that the rows of one part, which was divided, share it. Neither takes part
    in equality.
    """

    eid: str
    label: str = ""
    part: Part | BlockKind = field(default=Part.TEXT, compare=False)
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """One old article corresponds to one new one.

    ``similarity`` (0–1) compares the words, ``confidence`` (0–1) is the chance that the
    link is right; ``evidence`` says which pass found it and which words are shared.
    """

    old: str
    new: str
    similarity: float
    confidence: float
    evidence: tuple[str, ...] = ()

    @property
    def pinned(self) -> bool:
        """Whether a person fixed the link."""
        return PINNED in self.evidence[:1]


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one provision (款, 项, 目 or a part of one) in both versions.

    ``old`` or ``new`` is None where there is no counterpart. The ``=`` and ``-`` segments
    give the old words, the ``=`` and ``+`` segments the new ones, exactly, without labels.
    ``editorial`` says that they differ in nothing but width, spaces, quotes, and references
    that lead to the same provisions under their new numbers.
    """

    relation: Relation
    old: RowRef | None
    new: RowRef | None
    segments: tuple[Segment, ...]
    editorial: bool = False

    @property
    def old_text(self) -> str:
        """The words of the old side."""
        return "".join(s.text for s in self.segments if s.op != "+")

    @property
    def new_text(self) -> str:
        """The words of the new side."""
        return "".join(s.text for s in self.segments if s.op != "-")


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One thing of a named class that changed: deadline, 7个工作日, 5个工作日.

    ``name`` is the class. ``old`` is empty where something came, ``new`` where it went; both
    are as printed. ``row`` is the position of the row it stands in, in :attr:`Change.rows`.
    ``editorial`` marks what is no change of substance: see :class:`Row`.
    """

    name: str
    old: str
    new: str
    row: int
    editorial: bool = False


class Renaming(NamedTuple):
    """A body that has another name now, and in how many changes it is called so."""

    old: str
    new: str
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one article, or of several that were split or merged.

    ``renumbered``: the number differs; ``relocated``: it stands in another chapter now;
    ``classes``: the kinds of words that changed (duty, deadline …), may be empty;
    ``values``: what changed, of each class the old and the new value;
    ``editorial``: it is amended, but no row of it in substance (see :class:`Row`);
    ``pinned``: a person fixed what became of it, or of one of them at least.
    """

    relation: Relation
    old: tuple[ProvisionRef, ...] = ()
    new: tuple[ProvisionRef, ...] = ()
    renumbered: bool = False
    relocated: bool = False
    classes: tuple[str, ...] = ()
    values: tuple[ValueChange, ...] = ()
    links: tuple[Link, ...] = ()
    rows: tuple[Row, ...] = ()
    editorial: bool = False
    pinned: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether any link of the change is said with less confidence than :data:`DOUBT`."""
        return any(link.confidence < DOUBT for link in self.links)


#: Links below this confidence are marked as doubtful in every output.
DOUBT = 0.7


@dataclass(frozen=True, slots=True)
class ComparedVersion:
    """One side of a comparison: its metadata, the name of its version, and its articles' count."""

    metadata: Metadata
    version: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """A whole comparison.

    ``changes`` follow the order of the new text, deleted articles standing where they
    stood among their old neighbours; every article of both versions is in exactly one.
    ``frame`` holds the words outside the articles: preamble, chapter headings; ``pins`` are
    the corrections that a person made. ``references`` are the internal references of the
    new text, each with what the revision made of it; the comparison itself leaves them empty.
    ``set_aside`` counts the editorial rows that are told as unchanged because the reader asked
    for that.
    """

    old: ComparedVersion
    new: ComparedVersion
    changes: tuple[Change, ...]
    frame: tuple[Row, ...] = ()
    set_aside: int = 0
    pins: Pins = NO_PINS
    references: tuple[JudgedReference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def without_editorial(self) -> ChangeSet:
        """Return the comparison with what is editorial told as unchanged, and counted.

        Their rows keep their segments, so that both texts can still be read from them.
        """
        rows = [row for change in self.changes for row in change.rows] + [*self.frame]
        return replace(
            self,
            changes=tuple(map(_without_editorial, self.changes)),
            frame=tuple(map(_as_unchanged, self.frame)),
            set_aside=sum(row.editorial for row in rows),
        )

    @property
    def identical(self) -> bool:
        """Whether nothing at all differs."""
        return all(
            c.relation is Relation.UNCHANGED and not c.renumbered and not c.relocated
            for c in self.changes
        ) and all(r.relation is Relation.UNCHANGED for r in self.frame)

    @property
    def renamings(self) -> tuple[Renaming, ...]:
        """The bodies that have another name in more than one change, the most frequent first."""
        found = Counter(
            pair
            for change in self.changes
            for pair in {(v.old, v.new) for v in change.values if v.name == "body"}
            if all(pair)
        )
        ordered = sorted(found.items(), key=lambda one: (-one[1], one[0]))
        return tuple(Renaming(*pair, count) for pair, count in ordered if count > 1)

    @property
    def summary(self) -> dict[str, int]:
        """How many changes there are of each relation, and how many renumbered, relocated."""
        counts = Counter(c.relation for c in self.changes)
        return {
            **{str(relation): counts[relation] for relation in Relation},
            "renumbered": sum(c.renumbered for c in self.changes),
            "relocated": sum(c.relocated for c in self.changes),
        }


def _without_editorial(change: Change) -> Change:
    values = tuple(value for value in change.values if not value.editorial)
    gone = {value.name for value in change.values} - {value.name for value in values}
    return replace(
        change,
        relation=Relation.UNCHANGED if change.editorial else change.relation,
        classes=() if change.editorial else tuple(c for c in change.classes if c not in gone),
        values=() if change.editorial else values,
        rows=tuple(map(_as_unchanged, change.rows)),
    )


def _as_unchanged(row: Row) -> Row:
    return replace(row, relation=Relation.UNCHANGED) if row.editorial else row
