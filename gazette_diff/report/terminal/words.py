"""The words of a row with the signs of what was deleted and added, long stretches elided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.terminal.lines import Role, Span, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.changes import Segment
    from gazette_diff.core.language import Language
    from gazette_diff.report.rows import ComparisonTable, TableRow

_ELIDED = Bilingual("[…{count}字…]", "[…{count} chars…]")
# How many unchanged characters stay beside a change, and from how many on it is worth eliding.
_KEPT = 40
_WORTH = 60
# Where to cut: after a sentence if one ends nearby, else after a clause.
_ENDS = (re.compile("[。；;！？\n]"), re.compile("[，,：:]"))


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs around words deleted and added; ``depth`` brackets, more than any text has."""

    depth: int = 1

    @property
    def deleted(self) -> tuple[str, str]:
        """What stands before and after deleted words."""
        return "[" * self.depth + "-", "-" + "]" * self.depth

    @property
    def added(self) -> tuple[str, str]:
        """What stands before and after added words."""
        return "{" * self.depth + "+", "+" + "}" * self.depth


def signs_for(table: ComparisonTable) -> Signs:
    """Return signs that occur in no text of *table*, so that they can be told from the words."""
    texts = [segment.text for row in _rows(table) for segment in row.segments]
    depth = 1
    while True:
        signs = Signs(depth)
        marks = (*signs.deleted, *signs.added)
        if not any(mark in text for text in texts for mark in marks):
            return signs
        depth += 1


def _rows(table: ComparisonTable) -> Iterable[TableRow]:
    yield from table.frame
    for group in table.groups:
        for entry in group.entries:
            yield from entry.rows


def marked(
    segments: Sequence[Segment],
    signs: Signs,
    language: Language,
    *,
    elide: bool,
    ops: str = "=-+",
) -> list[Span]:
    """Return *segments* as spans with *signs*; with *elide* long unchanged stretches are cut.

    Only the segments whose op is among *ops* are shown (``=-`` for the old side alone);
    what is left out is the same for both sides.
    """
    spans: list[Span] = []
    for position, (op, text) in enumerate(segments):
        if op not in ops:
            continue
        if op == "=":
            first, last = position == 0, position == len(segments) - 1
            spans += _same(text, language, first=first, last=last) if elide else _plain(text)
            continue
        role, (before, after) = (
            (Role.DELETED, signs.deleted) if op == "-" else (Role.ADDED, signs.added)
        )
        spans += [Span(before, role), Span(visible(text), role), Span(after, role)]
    return spans


def excerpt(text: str, language: Language, *, elide: bool, role: Role) -> list[Span]:
    """Return *text* in *role*; with *elide* a long one keeps its beginning only."""
    if not elide or len(text) <= _KEPT + _WORTH:
        return [Span(visible(text), role)]
    kept = _head(text)
    return [Span(visible(kept), role), _gap(len(text) - len(kept), language)]


def _same(text: str, language: Language, *, first: bool, last: bool) -> list[Span]:
    """Return unchanged words: what is near the changes before and after them, whole clauses."""
    head = "" if first else _head(text)
    tail = "" if last else _tail(text)
    left_out = len(text) - len(head) - len(tail)
    if left_out < _WORTH:
        return _plain(text)
    return [*_plain(head), _gap(left_out, language), *_plain(tail)]


def _head(text: str) -> str:
    """Return the beginning of *text*, as far as a sentence or a clause ends nearby."""
    for end in _ENDS:
        if found := end.search(text, _KEPT // 2, _KEPT):
            return text[: found.end()]
    return text[:_KEPT]


def _tail(text: str) -> str:
    """Return the end of *text*, from where a sentence or a clause begins nearby."""
    start = max(0, len(text) - _KEPT)
    for end in _ENDS:
        if found := end.search(text, start, len(text) - _KEPT // 4):
            return text[found.end() :]
    return text[start:]


def _plain(text: str) -> list[Span]:
    return [Span(visible(text))] if text else []


def _gap(count: int, language: Language) -> Span:
    return Span(_ELIDED.in_(language).format(count=count), Role.QUIET)
