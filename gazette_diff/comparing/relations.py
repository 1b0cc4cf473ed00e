"""What happened to the units of a group, in one word, and whether their numbers changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.comparing.keys import plain
from gazette_diff.core.changes import Relation

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Unit


def relation_of(old: Sequence[Unit], new: Sequence[Unit]) -> Relation:
    """Return what became of the linked units *old* and *new*; one side may be empty.

    Where several became several, more units after than before are a split, fewer a merge;
    as many of them count as split if the words grew.
    """
    if not old:
        return Relation.ADDED
    if not new:
        return Relation.DELETED
    if len(old) == len(new) == 1:
        return Relation.UNCHANGED if _same(old[0], new[0]) else Relation.AMENDED
    grown = len(new) - len(old) or _size(new) - _size(old)
    if grown:
        return Relation.SPLIT if grown > 0 else Relation.MERGED
    before, after = ([unit.text for unit in side] for side in (old, new))
    return Relation.SPLIT if before < after else Relation.MERGED


def is_renumbered(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Tell whether the units have another number now; the first one speaks for a group.

    第四十四条 that is printed 四十四、 now has the number it had.
    """
    if not old or not new or not (old[0].ref.label and new[0].ref.label):
        return False
    return _number(old[0]) != _number(new[0])


def _number(unit: Unit) -> str:
    """Return the number of *unit* among its like, from its eId: ``44`` of ``chp_1__art_44``."""
    return unit.ref.eid.rpartition("__")[2].partition("_")[2].partition("_inst")[0]


def _same(old: Unit, new: Unit) -> bool:
    """Tell whether not a word of the unit changed, nor how it is divided and numbered inside."""
    return _shape(old) == _shape(new)


def _shape(unit: Unit) -> list[tuple[str, str, int, str, str]]:
    return [
        (
            piece.level,
            piece.part,
            piece.depth,
            piece.text,
            plain(piece.label) if piece.depth else "",
        )
        for piece in unit.pieces
    ]


def _size(units: Sequence[Unit]) -> int:
    return sum(len(unit.text) for unit in units)
