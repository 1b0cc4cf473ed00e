"""``--name-only`` and ``--name-status``: a line for each article, for people and scripts.

The letters are git's where git has one: A added, D deleted, M amended, R with a similarity
in per cent for a new number. S split, J joined (merged) and X regrouped are ours, and so are
the marks behind the letter: ? for a doubtful correspondence, ! for one corrected by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.core.places import number_and_words
from gazette_diff.report.kinds import Kind
from gazette_diff.report.terminal.lines import Line, Span, visible_line
from gazette_diff.report.wording import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette_diff.core.changes import ProvisionRef
    from gazette_diff.report.rows import Entry, TableRow
    from gazette_diff.report.terminal.view import View

_FORMER = Bilingual("原{label}", "was {label}")
_LETTERS = {
    Kind.ADDED: "A",
    Kind.DELETED: "D",
    Kind.AMENDED: "M",
    Kind.SPLIT: "S",
    Kind.MERGED: "J",
    Kind.REGROUPED: "X",
}
_OUTSIDE = {Relation.ADDED: "A", Relation.DELETED: "D"}


def name_lines(
    entries: Iterable[Entry], frame: Iterable[TableRow], view: View, *, asked: bool
) -> Iterator[Line]:
    """Yield the labels of what changed, those of deleted articles as former ones (原第十条).

    Articles that only have another number are left out, unless they are *asked* for.
    """
    for _, name in _outside(frame, view):
        yield (Span(name),)
    for entry in entries:
        if asked or not entry.as_before:
            refs = entry.change.new or entry.change.old
            for ref in refs:
                name = _name(ref)
                former = view.say(_FORMER).format(label=name)
                yield (Span(name if entry.change.new else former),)


def status_lines(
    entries: Iterable[Entry], frame: Iterable[TableRow], view: View, *, asked: bool
) -> Iterator[Line]:
    """Yield letter and labels of what changed, with tabs between them.

    Two columns of labels, old and new, where the number differs or there are several of
    them, which commas part. Articles that only have another number are ``R100``; unchanged
    ones are told only if they are *asked* for, without a letter.
    """
    for letter, name in _outside(frame, view):
        yield (Span(f"{letter}\t{name}"),)
    for entry in entries:
        change = entry.change
        if entry.as_before and not change.renumbered and not asked:
            continue
        old, new = (_list(refs) for refs in (change.old, change.new))
        pair = old and new and (old != new or change.relocated)
        names = (old, new) if pair else (new or old,)
        marks = "?" * change.doubtful + "!" * change.pinned
        yield (Span("\t".join((_letter(entry) + marks, *names))),)


def _letter(entry: Entry) -> str:
    change = entry.change
    moved = change.renumbered or change.relocated
    if moved and entry.kind in (Kind.UNCHANGED, Kind.AMENDED):
        alike = int(100 * min((link.similarity for link in change.links), default=0.0))
        return f"R{100 if entry.kind is Kind.UNCHANGED else min(99, alike):03d}"
    if entry.kind is Kind.UNCHANGED:
        return "M" if entry.arranged else " "
    return _LETTERS[entry.kind]


def _list(refs: Iterable[ProvisionRef]) -> str:
    return ",".join(map(_name, refs))


def _name(ref: ProvisionRef) -> str:
    """Return the label of an article; where it is no name by itself, with those around it.

    The levels of an outline and the articles of an attachment are counted anew each time:
    二、（二）.
    """
    inner = "__" in ref.eid
    around = [number_and_words(part)[0] for part in ref.path] if inner else []
    return visible_line("".join((*around, ref.label.rstrip() if inner else label(ref))))


def _outside(frame: Iterable[TableRow], view: View) -> Iterator[tuple[str, str]]:
    """Yield letter and place of the changed words outside the articles, each place once."""
    told: dict[str, str] = {}
    for row in frame:
        side = row.new or row.old
        if side is not None and row.relation is not Relation.UNCHANGED:
            place = side.full if side.full.zh else side.label
            name = visible_line(view.say(place)) or side.eid
            letter = _OUTSIDE.get(row.relation, "M")
            told[name] = letter if told.get(name, letter) == letter else "M"
    for name, letter in told.items():
        yield letter, name
