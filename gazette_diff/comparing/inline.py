"""The words of two texts side by side: what stayed, what went, what came."""

from __future__ import annotations

from collections.abc import Iterator

from gazette_diff.comparing.cleanup import Edit, Edits, length, readable
from gazette_diff.comparing.matching import common_runs
from gazette_diff.comparing.tokens import tokens
from gazette_diff.core.changes import Segment

# A text of which less than this share stayed is shown as replaced as a whole.
_STAYED = 0.25


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """Return the segments from which both texts can be read, exactly.

    ``=`` and ``-`` give *old*, ``=`` and ``+`` give *new*; where words took the place of
    others the ``-`` comes first. Swapping the texts swaps the marks.
    """
    if old == new:
        return (Segment("=", old),) if old else ()
    if not old or not new:
        return (Segment("-", old) if old else Segment("+", new),)
    # One direction for both, so that swapping the versions moves no edit.
    swapped = new < old
    edits = _edits(new, old) if swapped else _edits(old, new)
    if swapped:
        edits = Edits(edits.start, tuple(Edit(e.inserted, e.deleted, e.kept) for e in edits.edits))
    return tuple(_marked(edits))


def _edits(old: str, new: str) -> Edits:
    first, second = tuple(tokens(old)), tuple(tokens(new))
    start: tuple[str, ...] = ()
    found: list[Edit] = []
    i = j = 0
    for run in common_runs(first, second):
        kept = first[run.old : run.old + run.size]
        if run.old == run.new == i == j == 0:
            start = kept
        else:
            found.append(Edit(first[i : run.old], second[j : run.new], kept))
        i, j = run.old + run.size, run.new + run.size
    if i < len(first) or j < len(second):
        found.append(Edit(first[i:], second[j:], ()))
    edits = readable(Edits(start, tuple(found)))
    stayed = length(edits.start) + sum(length(edit.kept) for edit in edits.edits)
    if stayed < _STAYED * min(len(old), len(new)):
        return Edits((), (Edit(first, second, ()),))
    return edits


def _marked(edits: Edits) -> Iterator[Segment]:
    if edits.start:
        yield Segment("=", "".join(edits.start))
    for edit in edits.edits:
        if edit.deleted:
            yield Segment("-", "".join(edit.deleted))
        if edit.inserted:
            yield Segment("+", "".join(edit.inserted))
        if edit.kept:
            yield Segment("=", "".join(edit.kept))
