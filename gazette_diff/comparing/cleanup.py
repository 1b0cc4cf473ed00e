"""From the tokens in common to edits as a person would mark them.

Between the raw matches of two sentences there are always a few characters that happen to
stand in both (的, 的规定). Marked as unchanged they chop an edit to confetti, so they become
part of it, unless a comma or the 、 of a list stands there: what was changed on either side
of it are separate edits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

Words = tuple[str, ...]

# Marks that part one statement from the next, and the items of a list.
_CLAUSE_MARKS = frozenset("，。；：！？,;:!?\n\t")
_PARTING = _CLAUSE_MARKS | {"、"}
# A clause (or item of a list) of which less than this share stayed is replaced as a whole.
_STAYED = 0.4
# This many characters that stayed are worth showing between two edits.
_WORTH = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that took the place of others, and the words after them that stayed."""

    deleted: Words
    inserted: Words
    kept: Words

    @property
    def size(self) -> int:
        """The number of characters of the longer side."""
        return max(length(self.deleted), length(self.inserted))


class Edits(NamedTuple):
    """A text and the one that came of it: the words up to the first edit, and the edits."""

    start: Words
    edits: tuple[Edit, ...]


def readable(edits: Edits) -> Edits:
    """Return *edits* without confetti and scraps; the texts on both sides stay the same."""
    merged = _without_confetti(edits)
    merged = _without_scraps(merged)
    return _at_edges(merged)


def length(words: Sequence[str]) -> int:
    """Return the number of characters of *words*."""
    return sum(len(word) for word in words)


def _without_confetti(edits: Edits) -> Edits:
    """Join edits that only a few characters part, over and over until none is left."""
    done: list[Edit] = []
    for edit in edits.edits:
        current = edit
        while done and _is_confetti(done[-1], current):
            current = _join(done.pop(), current)
        done.append(current)
    return Edits(edits.start, tuple(done))


def _is_confetti(before: Edit, after: Edit) -> bool:
    """Tell whether the words kept between two edits are too few to show.

    They are when both edits are at least as long. A number or a duty that changed (三日 →
    五日, 应当 → 可以) is an edit of its own, however near another stands.
    """
    kept = length(before.kept)
    if any(word in _PARTING for word in before.kept):
        return False
    if _is_value(before) or _is_value(after):
        return kept == 0
    return kept < _WORTH and kept <= max(1, min(before.size, after.size))


def _is_value(edit: Edit) -> bool:
    """Tell whether the edit replaces one whole token (a number, a title) by another."""
    sides = edit.deleted, edit.inserted
    return all(len(words) == 1 and len(words[0]) > 1 for words in sides)


def _join(before: Edit, after: Edit) -> Edit:
    return Edit(
        before.deleted + before.kept + after.deleted,
        before.inserted + before.kept + after.inserted,
        after.kept,
    )


def _without_scraps(edits: Edits) -> Edits:
    """Replace as a whole what hardly anything stayed of, between two marks of punctuation."""
    done: list[Edit] = []
    clause: list[Edit] = []
    lead = _after_mark(edits.start)
    for edit in edits.edits:
        clause.append(edit)
        if any(word in _PARTING for word in edit.kept):
            done += _whole_if_scraps(lead, clause)
            clause, lead = [], _after_mark(edit.kept)
    return Edits(edits.start, (*done, *_whole_if_scraps(lead, clause)))


def _after_mark(words: Words) -> int:
    """Return how many characters stand after the last mark in *words*."""
    count = 0
    for word in reversed(words):
        if word in _PARTING:
            break
        count += len(word)
    return count


def _whole_if_scraps(lead: int, clause: Sequence[Edit]) -> Sequence[Edit]:
    """Return the edits of a clause joined into one if they leave too little between them.

    *lead* counts the characters of the clause before its first edit.
    """
    if len(clause) < len(("one", "another")) or all(_is_value(edit) for edit in clause):
        return clause
    stayed = lead + sum(length(edit.kept) for edit in clause[:-1])
    stayed += _after_mark(clause[-1].kept[::-1])
    changed = sum(edit.size for edit in clause)
    if stayed >= _STAYED * (stayed + changed):
        return clause
    whole = clause[0]
    for edit in clause[1:]:
        whole = _join(whole, edit)
    return [whole]


def _at_edges(edits: Edits) -> Edits:
    """Move insertions and deletions to the edges of clauses and items where words allow it."""
    start = edits.start
    done: list[Edit] = []
    for number, edit in enumerate(edits.edits):
        before = done[-1].kept if done else start
        last = number == len(edits.edits) - 1
        shift = _best_shift(before, edit, last=last)
        kept, edit = _shifted(before, edit, shift)
        if done:
            done[-1] = Edit(done[-1].deleted, done[-1].inserted, kept)
        else:
            start = kept
        done.append(edit)
    return Edits(start, tuple(done))


def _best_shift(before: Words, edit: Edit, *, last: bool) -> int:
    """Return by how many tokens (right is positive) the edit should be moved, 0 for none.

    At least one kept token stays on either side, so that no two edits meet.
    """
    words = edit.deleted or edit.inserted
    if (edit.deleted and edit.inserted) or not words:
        return 0
    left = 0
    while left < len(before) - 1 and before[-1 - left] == words[-1 - left % len(words)]:
        left += 1
    right = 0
    most = len(edit.kept) if last else len(edit.kept) - 1
    while right < most and edit.kept[right] == words[right % len(words)]:
        right += 1
    text = before + words + edit.kept
    at = len(before)
    shifts = sorted(range(-left, right + 1), key=abs)
    return max(
        shifts,
        key=lambda shift: (
            _edge(text, at + shift) + _edge(text, at + shift + len(words)),
            -abs(shift),
        ),
    )


def _edge(text: Words, at: int) -> int:
    """Return how good a place for the border of an edit is before the token *at*."""
    if at in {0, len(text)}:
        return 4
    if text[at - 1] in _CLAUSE_MARKS:
        return 4
    if text[at - 1] == "、":
        return 3
    return 2 if text[at] in _CLAUSE_MARKS else int(text[at] == "、")


def _shifted(before: Words, edit: Edit, shift: int) -> tuple[Words, Edit]:
    """Return the words before and the edit itself after moving it by *shift* tokens."""
    if not shift:
        return before, edit
    words = edit.deleted or edit.inserted
    text = before + words + edit.kept
    at = len(before) + shift
    moved, kept = text[at : at + len(words)], text[at + len(words) :]
    new = Edit(moved, (), kept) if edit.deleted else Edit((), moved, kept)
    return text[:at], new
