"""What changed in the order and the division of an article, which no marked word tells.

A 款 or 项 may have moved, two 款 may have become one: the words are the same, and yet
第二款 of the old text is no longer 第二款 of the new one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.sides import natural_order

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from gazette_diff.core.changes import Change, Row

_REORDERED = {
    "para": Bilingual("款序调整", "paragraphs reordered"),
    "point": Bilingual("项序调整", "items reordered"),
}
_REORDERED_BELOW = Bilingual("次序调整", "reordered")
_JOINED = Bilingual("款、项合并，文字未改", "paragraphs or items joined, same words")
_DIVIDED = Bilingual("款、项拆分，文字未改", "paragraphs or items divided, same words")
_REDIVIDED = Bilingual("款、项重新划分，文字未改", "divided otherwise, same words")
_RELABELLED = Bilingual("编号或编排有变，文字未改", "numbered or set otherwise, same words")


def moved_rows(rows: Sequence[Row]) -> frozenset[int]:
    """Return the positions in *rows* of the provisions that moved among the others.

    As few as possible are said to have moved: those outside the longest run of provisions
    that kept their order. What was divided or joined does not count.
    """
    pairs = {(row.old.eid, row.new.eid) for row in rows if row.old and row.new}
    old = Counter(before for before, _ in pairs)
    new = Counter(after for _, after in pairs)
    sole = {pair for pair in pairs if old[pair[0]] == new[pair[1]] == 1}
    order: dict[str, int] = {}
    for position, row in enumerate(rows):
        if row.old and row.new and (row.old.eid, row.new.eid) in sole:
            # The words that close a 款 after its items name it a second time.
            order.setdefault(row.old.eid, position)
    kept = _longest_rise([natural_order(eid) for eid in order])
    positions = list(order.values())
    return frozenset(set(positions) - {positions[n] for n in kept})


def arrangement(change: Change) -> tuple[Bilingual, ...]:
    """Return what *change* did to the order and the division of one article, in words.

    The division is told only where no word changed, so that nothing else says why the
    article is amended.
    """
    if not len(change.old) == len(change.new) == 1:
        return ()
    rows = change.rows
    told = []
    for position in sorted(moved_rows(rows)):
        new = rows[position].new
        step = new.eid.rpartition("__")[2].partition("_")[0] if new else ""
        told.append(_REORDERED.get(step, _REORDERED_BELOW))
    marked = any(segment.op != "=" for row in rows for segment in row.segments)
    if change.relation is Relation.AMENDED and not marked:
        divided = _division(rows)
        if divided is not None or not told:
            told.append(divided or _RELABELLED)
    return tuple(dict.fromkeys(told))


def _division(rows: Sequence[Row]) -> Bilingual | None:
    pairs = {(row.old.eid, row.new.eid) for row in rows if row.old and row.new}
    divided = len(pairs) > len({before for before, _ in pairs})
    joined = len(pairs) > len({after for _, after in pairs})
    match divided, joined:
        case True, True:
            return _REDIVIDED
        case True, False:
            return _DIVIDED
        case False, True:
            return _JOINED
        case _:
            return None


def _longest_rise(keys: Sequence[tuple[bool, tuple[int, ...]]]) -> Collection[int]:
    """Return the positions of a longest rising subsequence of *keys*, the earliest such."""
    tails: list[tuple[bool, tuple[int, ...]]] = []
    ends: list[int] = []
    before: list[int | None] = []
    for position, key in enumerate(keys):
        at = bisect_right(tails, key)
        before.append(ends[at - 1] if at else None)
        tails[at : at + 1] = [key]
        ends[at : at + 1] = [position]
    rise: list[int] = []
    here = ends[-1] if ends else None
    while here is not None:
        rise.append(here)
        here = before[here]
    return rise
