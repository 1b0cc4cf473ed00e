"""What kind of words changed, where the words themselves show it.

The list of classes stands in docs/classes.md. Every rule looks at one edit (the words that
went, those that came) and at what stands around it in the row; where no rule is sure the
edit has no class.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from gazette_diff.comparing.bodies import common_names
from gazette_diff.comparing.edits import edits_of
from gazette_diff.comparing.rules import values_of
from gazette_diff.core.changes import Change, Relation, Row, RowRef, ValueChange
from gazette_diff.core.ordinals import Ordinal

#: All classes, in the order in which a change names them.
CLASSES = (
    "duty",
    "deadline",
    "amount",
    "percentage",
    "count",
    "body",
    "scope",
    "condition",
    "items",
    "entry_into_force",
    "reference",
    "wording",
    "punctuation",
)

# Classes that say: nothing else changed. They are left out where an edit has no class.
_EDITORIAL = frozenset({"wording", "punctuation"})
# What eIds call 款, 项 and 目.
_STEPS = frozenset({"para", "point", "indent"})

_NUMBER = re.compile(r"\d+")


class Classified(NamedTuple):
    """The classes of a change, in the order of :data:`CLASSES`, and the values behind them."""

    classes: tuple[str, ...]
    values: tuple[ValueChange, ...]


def classified(rows: Sequence[Row]) -> Classified:
    """Return what kinds of words changed in *rows*, and from what to what.

    A change is said to be one of wording or of punctuation only if every edit in it has a
    class: a reader may pass over what is called editorial.
    """
    found: list[ValueChange] = []
    complete = True
    for at, row in enumerate(rows):
        if row.relation is Relation.AMENDED:
            values = [values_of(edit) for edit in edits_of(row.segments)]
            complete = complete and all(values)
            found += [ValueChange(*value, at) for edit in values for value in edit]
        elif row.relation in {Relation.ADDED, Relation.DELETED}:
            if _is_item(row, rows):
                found.append(ValueChange("items", _name(row.old), _name(row.new), at))
            else:
                complete = False
    names = {value.name for value in found}
    if _is_rearranged(rows):
        names.add("items")
    if not complete:
        names -= _EDITORIAL
    return Classified(
        tuple(name for name in CLASSES if name in names),
        tuple(value for value in found if value.name in names),
    )


def with_common_names(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return *changes* with one name for a body that was renamed in several of them."""
    bodies = [v for change in changes for v in change.values if v.name == "body"]
    names = common_names([(v.old, v.new) for v in bodies])
    if not names:
        return tuple(changes)

    def named(value: ValueChange) -> ValueChange:
        pair = names.get((value.old, value.new)) if value.name == "body" else None
        return replace(value, old=pair[0], new=pair[1]) if pair else value

    return tuple(replace(change, values=tuple(map(named, change.values))) for change in changes)


def _is_item(row: Row, rows: Sequence[Row]) -> bool:
    """Tell whether the 款, 项 or 目 of *row* came or went, not only some words of one.

    Where an article has one 款 before and after, that one was written anew.
    """
    ref = row.old or row.new
    if ref is None or _step(ref) not in _STEPS:
        return False
    sides = [(one.old, one.new) for one in rows]
    both = [refs[0 if row.old else 1] for refs in sides if all(refs)]
    if any(one and one.eid == ref.eid for one in both):
        return False
    paragraphs = [
        {one.eid for refs in sides if (one := refs[side]) and _step(one) == "para"}
        for side in (0, 1)
    ]
    return _step(ref) != "para" or any(len(eids) != 1 for eids in paragraphs)


def _is_rearranged(rows: Sequence[Row]) -> bool:
    """Tell whether the 款, 项 or 目 of one article changed places among each other."""
    pairs = [(row.old.eid, row.new.eid) for row in rows if row.old and row.new]
    articles = {tuple(eid.partition("__para_")[0] for eid in pair) for pair in pairs}
    if len(articles) != 1:
        return False
    places = [[int(number) for number in _NUMBER.findall(old)] for old, _ in dict.fromkeys(pairs)]
    return places != sorted(places)


def _step(ref: RowRef) -> str:
    """Return what eIds call the level of *ref*: ``para``, ``point``, ``indent``."""
    return ref.eid.rpartition("__")[2].partition("_")[0]


def _name(ref: RowRef | None) -> str:
    """Return what a 款, 项 or 目 is called: its label, else its number: 第二款."""
    if ref is None:
        return ""
    if ref.label:
        return ref.label
    number = _NUMBER.search(ref.eid.rpartition("__")[2])
    return Ordinal(int(number[0])).counted("款") if number and _step(ref) == "para" else ref.eid
