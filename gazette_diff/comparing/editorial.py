"""Editorial differences: layout, and references that only follow the renumbering.

Width, spaces and the kind of quotes say nothing, and neither does a reference 第三十八条 to
what was 第三十一条. They are told apart from changes of substance; punctuation is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.comparing.edits import edits_of
from gazette_diff.comparing.following import Correspondence, edit_follows, follows
from gazette_diff.comparing.keys import plain
from gazette_diff.comparing.rules import values_of
from gazette_diff.core.changes import Relation

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change, Row, ValueChange


def with_editorial(changes: Sequence[Change], containers: Mapping[str, str]) -> tuple[Change, ...]:
    """Return *changes* with what is editorial in them marked so.

    *containers* names the old chapters that live on, and under which eId.
    """
    known = Correspondence(changes, containers)
    return tuple(_marked(change, known) for change in changes)


def layout_only(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return *rows* with those marked that differ in layout only."""
    return tuple(
        replace(row, editorial=True)
        if row.relation is Relation.AMENDED and plain(row.old_text) == plain(row.new_text)
        else row
        for row in rows
    )


def _marked(change: Change, known: Correspondence) -> Change:
    if not any(row.relation is Relation.AMENDED for row in change.rows):
        return change
    rows = tuple(
        replace(row, editorial=True)
        if row.relation is Relation.AMENDED and follows(row, known)
        else row
        for row in change.rows
    )
    return replace(
        change,
        rows=rows,
        values=tuple(_values(change.values, rows, known)),
        editorial=change.relation is Relation.AMENDED and _is_editorial(change, rows),
    )


def _values(
    values: Iterable[ValueChange], rows: Sequence[Row], known: Correspondence
) -> Iterator[ValueChange]:
    """Yield *values* with those marked that stand for no change of substance."""
    following: dict[int, list[bool]] = {}
    for value in values:
        if value.name == "reference":
            row = rows[value.row]
            if value.row not in following:
                following[value.row] = [
                    edit_follows(edit, row, known)
                    for edit in edits_of(row.segments)
                    for found in values_of(edit)
                    if found.name == "reference"
                ]
            yield replace(value, editorial=following[value.row].pop(0))
        elif value.name == "punctuation":
            yield replace(value, editorial=plain(value.old) == plain(value.new))
        else:
            yield value


def _is_editorial(change: Change, rows: Sequence[Row]) -> bool:
    """Tell whether every row is unchanged or editorial, and none stands elsewhere now."""
    outer = len(change.old[0].eid), len(change.new[0].eid)
    for row in rows:
        if not (row.old and row.new):
            return False
        if row.relation is not Relation.UNCHANGED and not row.editorial:
            return False
        if row.old.eid[outer[0] :] != row.new.eid[outer[1] :]:
            return False
        if plain(row.old.label) != plain(row.new.label) and row.old.eid != change.old[0].eid:
            return False
    return any(row.editorial for row in rows)
