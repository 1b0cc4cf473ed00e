"""The words of two texts side by side: what stayed, what went, what came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from gazette_diff.comparing.borders import at_edges, whole_words
from gazette_diff.comparing.cleanup import Edit, Edits, length, readable
from gazette_diff.comparing.matching import common_runs
from gazette_diff.comparing.tokens import tokens
from gazette_diff.core.changes import Segment

# A text of which less than this share stayed is shown as replaced as a whole.
_STAYED = 0.25


def segments(old: str, new: str, often: Mapping[str, int] | None = None) -> tuple[Segment, ...]:
    """Return the segments from which both texts can be read, exactly.

    ``=`` and ``-`` give *old*, ``=`` and ``+`` give *new*; where words took the place of
    others the ``-`` comes first. Swapping the texts swaps the marks. *often* counts the
    characters and their pairs in both regulations (see :func:`counts`); without it those of
    the two texts are counted.
    """
    if old == new:
        return (Segment("=", old),) if old else ()
    if not old or not new:
        return (Segment("-", old) if old else Segment("+", new),)
    # One direction for both, so that swapping the versions moves no edit.
    swapped = new < old
    known = counts((old, new)) if often is None else often
    edits = _edits(new, old, known) if swapped else _edits(old, new, known)
    if swapped:
        edits = Edits(edits.start, tuple(Edit(e.inserted, e.deleted, e.kept) for e in edits.edits))
    return tuple(_marked(edits))


def counts(texts: Iterable[str]) -> Mapping[str, int]:
    """Return how often each character, and each pair of neighbours, stands in *texts*."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(text)
        found.update(map("".join, pairwise(text)))
    return found


def _edits(old: str, new: str, often: Mapping[str, int]) -> Edits:
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
    # Before the clean-up too, lest a sentence that came is taken for scraps of its neighbours.
    edits = at_edges(readable(at_edges(Edits(start, tuple(found)), often)), often)
    edits = whole_words(edits, often)
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
