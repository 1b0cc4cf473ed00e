"""The whole report as lines, from its head to its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.folding import arranged
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.selection import chosen
from gazette_diff.report.summary import identical_sentence
from gazette_diff.report.terminal.article import row_lines
from gazette_diff.report.terminal.entries import entry_lines
from gazette_diff.report.terminal.group import group_lines
from gazette_diff.report.terminal.head import (
    chapter_lines,
    count_line,
    head_lines,
    marks_line,
    renaming_lines,
)
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span
from gazette_diff.report.terminal.names import name_lines, status_lines
from gazette_diff.report.terminal.notes import finding_lines, note_lines
from gazette_diff.report.terminal.options import SIDE_BY_SIDE_FROM
from gazette_diff.report.terminal.stat import stat_lines
from gazette_diff.report.terminal.view import View
from gazette_diff.report.terminal.word_diff import frame_text, group_text
from gazette_diff.report.terminal.words import signs_for
from gazette_diff.report.wording import (
    OUTSIDE_ARTICLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.report.folding import Fold
    from gazette_diff.report.rows import ComparisonTable, Entry, Group, TableRow
    from gazette_diff.report.terminal.options import TerminalOptions

_SHOWN = Bilingual("只显示 {shown} 处，共 {all} 处", "showing {shown} of {all}")


def report_lines(changes: ChangeSet, options: TerminalOptions, cells: int) -> Iterator[Line]:
    """Yield the lines of the report on *changes* for a window of *cells*."""
    table = comparison_table(changes)
    side = options.side_by_side(cells)
    # A line of Chinese beyond this is hard to follow; two columns may use the whole window.
    cells = cells if side else min(cells, SIDE_BY_SIDE_FROM)
    selecting = bool(options.only or options.articles)
    view = View(
        options,
        signs_for(table),
        cells if options.wrap else None,
        side,
        options.context is not None and not options.articles,
        table.unit,
    )
    if options.show in ("stat", "names", "status"):
        yield from _list(table, view)
        return
    yield from head_lines(table, view)
    yield EMPTY
    if changes.identical:
        yield (Span(view.say(identical_sentence(changes))),)
    else:
        yield from count_line(table.counts, view)
        yield from _selected(table, view) if selecting else _everything(table, view)
    if not selecting:
        yield from finding_lines(table.findings, view.language, view.cells)
        yield from note_lines(table.diagnostics, view.language, view.cells)


def entries_alone(changes: ChangeSet, options: TerminalOptions, cells: int) -> Iterator[Line]:
    """Yield the lines of the articles of *changes*, whole, without what stands around them."""
    table = comparison_table(changes)
    width = cells if options.wrap else None
    view = View(options, signs_for(table), width, options.side_by_side(cells), True, table.unit)
    for group in table.groups:
        for entry in group.entries:
            yield EMPTY
            yield from entry_lines(entry, view, full=True)


def _list(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield what ``--stat``, ``--name-only`` or ``--name-status`` shows."""
    options = view.options
    selecting = bool(options.only or options.articles)
    kept = _kept(table, options)
    if options.show == "stat":
        yield from stat_lines(table, kept, view, frame=not selecting)
        return
    lines = name_lines if options.show == "names" else status_lines
    entries = [entry for group in kept for entry in group]
    yield from lines(entries, () if selecting else table.frame, view, asked=selecting)


def _kept(table: ComparisonTable, options: TerminalOptions) -> list[list[Entry]]:
    """Return of each chapter the entries that are asked for."""
    return [
        [entry for entry in group.entries if chosen(entry, options.only, options.articles)]
        for group in table.groups
    ]


def _everything(table: ComparisonTable, view: View) -> Iterator[Line]:
    yield marks_line(view)
    yield from renaming_lines(table, view)
    if view.options.show == "words":
        yield from frame_text(table.frame, view)
    else:
        yield from chapter_lines(table, view)
        yield from _frame(table, view)
    # With all context nothing is folded: the whole text is asked for.
    unchanged = "full" if view.options.context is None else view.options.unchanged
    for group in table.groups:
        parts = arranged(group.entries, unchanged)
        if parts or _heading_changed(group):
            yield from _group(group, parts, view, heading=len(table.groups) > 1)


def _group(
    group: Group, parts: Sequence[Entry | Fold], view: View, *, heading: bool
) -> Iterator[Line]:
    if view.options.show == "words":
        return group_text(group, parts, view)
    return group_lines(group, parts, view, heading=heading)


def _selected(table: ComparisonTable, view: View) -> Iterator[Line]:
    options = view.options
    kept = _kept(table, options)
    total = sum(len(group.entries) for group in table.groups)
    shown = sum(map(len, kept))
    yield (Span(view.say(_SHOWN).format(shown=shown, all=total), Role.QUIET),)
    if shown:
        yield marks_line(view)
    for group, entries in zip(table.groups, kept, strict=True):
        # An article that is asked for by its number is shown, whatever happened to it.
        whole = options.articles or options.context is None
        parts = arranged(entries, "full" if whole else options.unchanged)
        if parts:
            yield from _group(group, parts, view, heading=len(table.groups) > 1)


def _frame(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield the changed words outside the articles that no chapter line shows."""
    headings = [group.heading for group in table.groups]
    rows = [row for row in table.frame if not _said(row) and row not in headings]
    if not rows:
        return
    yield EMPTY
    yield (Span(view.say(OUTSIDE_ARTICLES), Role.CHAPTER),)
    for row in rows:
        yield from row_lines(None, row, view)


def _heading_changed(group: Group) -> bool:
    return group.heading is not None and not _said(group.heading)


def _said(row: TableRow) -> bool:
    return row.relation is Relation.UNCHANGED
