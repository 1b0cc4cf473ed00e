"""What reports call a change: the relations, and one more that people tell apart.

Several old articles that became several new ones were neither split nor merged. The
change set, and with it the JSON contract, counts them as split; every report that people
read calls them regrouped (重组), so that their numbers agree with each other.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change


class Kind(StrEnum):
    """What happened to a provision, as reports for people count it."""

    UNCHANGED = "unchanged"
    AMENDED = "amended"
    ADDED = "added"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"


#: The order in which kinds are counted: what changed first.
ORDER = (
    Kind.AMENDED,
    Kind.ADDED,
    Kind.DELETED,
    Kind.SPLIT,
    Kind.MERGED,
    Kind.REGROUPED,
    Kind.UNCHANGED,
)


def kind_of(change: Change) -> Kind:
    """Return the kind of *change*: its relation, or regrouped."""
    if len(change.old) > 1 and len(change.new) > 1:
        return Kind.REGROUPED
    return Kind(change.relation.value)
