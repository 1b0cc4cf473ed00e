"""Which permanent id each provision has, found out by comparing the versions of a regulation.

The earliest text at hand of a Work is its master: there the permanent ids are the eIds. In
each later version a provision keeps the id of the one that it corresponds to; one that is
new is called after the version (``v2023-03-13__art_8``). Of an article that was split the
first part keeps the id; of articles that were joined the first is kept (shared mapping,
section 2, after the Dutch STOP).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from gazette_diff.akn.uris import expression_of
from gazette_diff.core.places import place, walk_places
from gazette_diff.core.tree import PermanentIds, Regulation
from gazette_diff.library.lineage import same_work

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet, RowRef
    from gazette_diff.core.versions import Stage

#: Compares two versions, given as their stages and texts, the older first.
Comparer = Callable[["Stage", Regulation, "Stage", Regulation], "ChangeSet"]


def permanent_ids(
    texts: Sequence[tuple[Stage, Regulation]], comparer: Comparer
) -> tuple[PermanentIds | None, ...]:
    """Return the permanent ids of each of *texts*, the held texts of a line, earliest first.

    None for a text that is the master of its Work and takes the place of none at hand.
    """
    found: list[PermanentIds | None] = [None] * min(len(texts), 1)
    master = expression_of(texts[0][1]).uri if texts else ""
    wids: Mapping[str, str] = {}
    for (before, old), (after, new) in pairwise(texts):
        changes = comparer(before, old, after, new)
        if same_work(before.version, after.version):
            wids = dict(_kept(changes, new, wids, f"v{after.version.day}"))
            found.append(PermanentIds(master=master, ids=tuple(wids.items())))
            continue
        origin = expression_of(old).uri
        links = tuple(
            (link.new, f"{origin}/!main~{link.old}")
            for change in changes.changes
            for link in change.links
        )
        found.append(PermanentIds(predecessors=links) if links else None)
        master, wids = expression_of(new).uri, {}
    return tuple(found)


def _kept(
    changes: ChangeSet, new: Regulation, before: Mapping[str, str], version: str
) -> Iterator[tuple[str, str]]:
    """Yield the eId and the permanent id of each provision of *new*.

    *before* gives those of the old text; none if it is the master.
    """
    origins = _origins(changes)
    given: set[str] = set()
    for placed in walk_places(place(new.body)):
        old = origins.get(placed.eid)
        wid = None if old is None else before.get(old, old if not before else None)
        if wid is None or wid in given:
            wid = f"{version}__{placed.eid}"
        given.add(wid)
        yield placed.eid, wid


def _origins(changes: ChangeSet) -> dict[str, str]:
    """Return of each provision of the new text the one of the old that it corresponds to.

    One to one: what was split is the origin of its first part, what was joined comes from
    the first.
    """
    pairs: list[tuple[str, str]] = []
    for change in changes.changes:
        pairs += ((link.old, link.new) for link in change.links)
        pairs += _row_pairs((row.old, row.new) for row in change.rows)
    pairs += _row_pairs((row.old, row.new) for row in changes.frame)
    origins: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in pairs:
        if old not in taken and new not in origins:
            origins[new] = old
            taken.add(old)
    return origins


def _row_pairs(rows: Iterable[tuple[RowRef | None, RowRef | None]]) -> Iterator[tuple[str, str]]:
    for old, new in rows:
        if old is not None and new is not None:
            yield old.eid, new.eid
