"""Where a provision of one version stands in the other, from their comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from gazette_diff.citation.integrity.counterparts import Counterparts
from gazette_diff.citation.resolving import Resolved, Scopes
from gazette_diff.citation.values import Reference
from gazette_diff.core.changes import DOUBT
from gazette_diff.core.places import article_of, place_regulation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Change, ChangeSet
    from gazette_diff.core.tree import Regulation

Side = Literal["old", "new"]


class Counterpart(NamedTuple):
    """A provision of the other version, and how sure (0–1) it is that it corresponds."""

    provision: Resolved
    confidence: float

    @property
    def doubtful(self) -> bool:
        """Whether the correspondence is marked as doubtful everywhere."""
        return self.confidence < DOUBT


def counterparts_of(
    old: Regulation, new: Regulation, changes: ChangeSet, eid: str, side: Side
) -> tuple[Counterpart, ...]:
    """Return what the provision *eid* of the version on *side* is in the other one.

    *changes* is the comparison of *old* with *new*. Several where it was split or merged,
    none where it was added or deleted. They stand in the order of the other text.
    """
    sides = place_regulation(old), place_regulation(new)
    found = Counterparts(changes, *sides)
    pairs = found.successors(eid) if side == "old" else found.predecessors(eid)
    scopes = Scopes(new if side == "old" else old)
    return tuple(
        Counterpart(scopes.resolved(Reference(()), placed, body), pairs[placed.eid])
        for body in scopes.bodies
        for placed in body.by_eid.values()
        if placed.eid in pairs
    )


def changes_about(changes: ChangeSet, eids: Iterable[str], side: Side) -> ChangeSet:
    """Return *changes* with nothing but what became of the articles of *eids* on *side*."""
    wanted = {article_of(eid) for eid in eids}

    def concerns(change: Change) -> bool:
        refs = change.old if side == "old" else change.new
        return any(ref.eid in wanted for ref in refs)

    kept = tuple(change for change in changes.changes if concerns(change))
    return replace(changes, changes=kept, frame=(), references=(), diagnostics=())
