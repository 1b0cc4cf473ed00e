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

#: Marks that part one statement from the next; 、 parts the items of a list.
CLAUSE_MARKS = frozenset("，。；：！？,;:!?\n\t")
_PARTING = CLAUSE_MARKS | {"、"}
# A clause (or item of a list) of which less than this share stayed is replaced as a whole.
_STAYED = 0.4
# This many characters that stayed are worth showing between two edits, and this many where
# whole clauses came or went before or after them.
_WORTH = 4
_BESIDE_CLAUSES = 2


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
    return _without_scraps(_without_confetti(edits))


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
    if before.kept == ("、",) and _is_chance(before, after):
        return True
    if any(word in _PARTING for word in before.kept):
        return False
    if _is_value(before) or _is_value(after):
        return kept == 0
    if kept >= _BESIDE_CLAUSES and _are_clauses(before, after):
        return False
    return kept < _WORTH and kept <= max(1, min(before.size, after.size))


def _is_chance(before: Edit, after: Edit) -> bool:
    """Tell whether the 、 between two edits stayed by chance: 工作。区、[县→区].

    It does where clauses went, or came, on one side of it and words were replaced on the other.
    """
    for one, other in ((before, after), (after, before)):
        words = one.deleted or one.inserted
        alone = not (one.deleted and one.inserted)
        if alone and other.deleted and other.inserted and CLAUSE_MARKS & set(words[1:-1]):
            return True
    return False


def _are_clauses(before: Edit, after: Edit) -> bool:
    """Tell whether nothing but whole clauses came, or went, on one side of the words between."""
    ends = [words[-1] for words in (before.deleted, before.inserted) if words]
    starts = [words[0] for words in (after.deleted, after.inserted) if words]
    return (len(ends) == 1 and ends[0] in CLAUSE_MARKS) or (
        len(starts) == 1 and starts[0] in CLAUSE_MARKS
    )


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

    *lead* counts the characters of the clause before its first edit. Of the first and the
    last edit only those of this clause count: both may reach into others.
    """
    if len(clause) < len(("one", "another")) or all(_is_value(edit) for edit in clause):
        return clause
    stayed = lead + sum(length(edit.kept) for edit in clause[:-1])
    stayed += _after_mark(clause[-1].kept[::-1])
    changed = sum(edit.size for edit in clause[1:-1])
    changed += _of_last_clause(clause[0]) + _of_first_clause(clause[-1])
    if stayed >= _STAYED * (stayed + changed):
        return clause
    whole = clause[0]
    for edit in clause[1:]:
        whole = _join(whole, edit)
    return [whole]


def _of_last_clause(edit: Edit) -> int:
    """Return how many characters of *edit* stand after its last mark."""
    return max(_after_mark(edit.deleted), _after_mark(edit.inserted))


def _of_first_clause(edit: Edit) -> int:
    """Return how many characters of *edit* stand before its first mark."""
    return max(_after_mark(edit.deleted[::-1]), _after_mark(edit.inserted[::-1]))
