"""What kind of words changed, where the words themselves show it.

Every rule looks at one edit (the words that went, those that came) and at what stands
around it in the row. A rule that could be wrong is left out: an edit may have no class.

| class | given when |
|---|---|
| duty | a word of duty or permission (应当, 必须, 可以, 不得 …) took the place of another |
| deadline | a span of time changed that is followed by 内, 前 … or follows 期限, 不超过, 提前 … |
| amount | a sum of money changed |
| percentage | a per cent, 百分之 or 分之 changed |
| count | a number of things, persons or times changed |
| body | a body got another name: both sides end, or go on, in 部门, 机关, 委员会, 局 … |
| scope | the sentence that says to what the regulation applies (适用本办法) changed |
| items | a 款, 项 or 目 came, went or changed places inside an article that lived on |
| entry_into_force | the date changed on which the regulation enters into force (施行) |
| reference | nothing but the provisions that are referred to changed (in one edit) |
| wording | the same in other words: 7日 and 七日, 和 and 及, 举报投诉 and 投诉举报 |
| punctuation | nothing but punctuation, width or spaces changed |

The classes wording and punctuation are told only where every edit of the change has a class:
with no others beside them the change is editorial, and a reader may pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gazette_diff.comparing.keys import plain
from gazette_diff.comparing.rules import Edit, classes_of_edit
from gazette_diff.core.changes import Relation, Row, RowRef, Segment

#: All classes, in the order in which a change names them.
CLASSES = (
    "duty",
    "deadline",
    "amount",
    "percentage",
    "count",
    "body",
    "scope",
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


def classes_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the classes of the edits in *rows*, in the order of :data:`CLASSES`.

    A change is said to be one of wording or of punctuation only if every edit in it has a
    class: a reader may pass over what is called editorial.
    """
    amended = [row for row in rows if row.relation is Relation.AMENDED]
    edits = [classes_of_edit(edit) for row in amended for edit in _edits(row.segments)]
    whole = [row for row in rows if row.relation in {Relation.ADDED, Relation.DELETED}]
    items = [row for row in whole if _is_item(row, rows)]
    found = set().union(*edits)
    if items or _is_rearranged(rows):
        found.add("items")
    if len(items) < len(whole) or not all(edits):
        found -= _EDITORIAL
    return tuple(name for name in CLASSES if name in found)


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


def _edits(segments: Sequence[Segment]) -> Iterator[Edit]:
    """Yield the edits of a row, all words without layout."""
    old = new = before = ""
    for segment in (*segments, Segment("=", "")):
        words = plain(segment.text)
        if segment.op == "-":
            old += words
        elif segment.op == "+":
            new += words
        else:
            if old or new:
                yield Edit(old, new, before, words)
            elif _differs_in_layout(segments):
                yield Edit("", "", before, words)
            old, new, before = "", "", words


def _differs_in_layout(segments: Sequence[Segment]) -> bool:
    """Tell whether nothing but spaces was added or left out."""
    return all(segment.op == "=" or not plain(segment.text) for segment in segments)
