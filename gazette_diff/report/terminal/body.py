"""The whole report as lines, from its head to its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.rows import Entry, Fold, comparison_table, fold
from gazette_diff.report.selection import chosen
from gazette_diff.report.terminal.article import row_lines
from gazette_diff.report.terminal.cells import width, wrap
from gazette_diff.report.terminal.entries import entry_lines, fold_lines
from gazette_diff.report.terminal.head import chapter_lines, count_line, head_lines, marks_line
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.terminal.view import View
from gazette_diff.report.terminal.words import signs_for
from gazette_diff.report.wording import (
    DIAGNOSTICS,
    IDENTICAL,
    OUTSIDE_ARTICLES,
    chapter_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.report.rows import ComparisonTable, Group, TableRow
    from gazette_diff.report.terminal.options import TerminalOptions

_SHOWN = Bilingual("只显示 {shown} 处，共 {all} 处", "showing {shown} of {all}")
_LINE = Bilingual("第{line}行", "line {line}")
_FORMERLY = Bilingual("（原{old}）", " (was {old})")
_RULE_AT_MOST = 100


def report_lines(changes: ChangeSet, options: TerminalOptions, width: int) -> Iterator[Line]:
    """Yield the lines of the report on *changes* for a window of *width* cells."""
    table = comparison_table(changes)
    selecting = bool(options.only or options.articles)
    view = View(
        options,
        signs_for(table),
        width if options.wrap else None,
        options.side_by_side(width),
        options.context is not None and not options.articles,
    )
    yield from head_lines(table, view)
    yield EMPTY
    if changes.identical:
        yield (Span(view.say(IDENTICAL)),)
    else:
        yield from count_line(table.counts, view)
        yield from _selected(table, view) if selecting else _everything(table, view)
    if not selecting:
        yield from _notes(table, view)


def _everything(table: ComparisonTable, view: View) -> Iterator[Line]:
    yield marks_line(view)
    yield from chapter_lines(table, view)
    yield from _frame(table, view)
    for group in table.groups:
        yield from _group(table, group, fold(group.entries), view)


def _selected(table: ComparisonTable, view: View) -> Iterator[Line]:
    options = view.options
    kept = [
        (group, [e for e in group.entries if chosen(e, options.only, options.articles)])
        for group in table.groups
    ]
    total = sum(len(group.entries) for group in table.groups)
    shown = sum(len(entries) for _, entries in kept)
    yield (Span(view.say(_SHOWN).format(shown=shown, all=total), Role.QUIET),)
    if shown:
        yield marks_line(view)
    for group, entries in kept:
        # An article that is asked for by its number is shown, whatever happened to it.
        parts = entries if options.articles else fold(entries)
        if parts:
            yield from _group(table, group, parts, view)


def _group(
    table: ComparisonTable, group: Group, parts: Sequence[Entry | Fold], view: View
) -> Iterator[Line]:
    """Yield the heading of a chapter and what is shown of it."""
    if len(table.groups) > 1 or group.chapter.path:
        yield EMPTY
        yield _chapter_line(group, view)
        if group.heading is not None and group.heading.relation is Relation.AMENDED:
            yield from row_lines(None, group.heading, view)
    section: tuple[str, ...] = ()
    full = view.options.context is None or bool(view.options.articles)
    folded_before = False
    for part in parts:
        if isinstance(part, Fold):
            if not folded_before:
                yield EMPTY
            yield from fold_lines(part, view)
            folded_before = True
            continue
        yield EMPTY
        inner = part.change.new[0].path[len(group.chapter.path) :] if part.change.new else section
        if inner and inner != section:
            section = inner
            yield (Span(visible_line(" ".join(inner)), Role.CHAPTER),)
        yield from entry_lines(part, view, full=full)
        folded_before = False


def _chapter_line(group: Group, view: View) -> Line:
    name = view.say(chapter_name(group.chapter))
    heading = group.heading
    if heading is not None and heading.old is not None and heading.new is not None:
        old = view.say(heading.old.label)
        if old != view.say(heading.new.label):
            name += view.say(_FORMERLY).format(old=old)
    name = visible_line(name)
    if view.options.plain or view.cells is None:
        return (Span(f"== {name} ==", Role.CHAPTER),)
    rule = min(view.cells, _RULE_AT_MOST) - width(name) - 4
    return (
        Span("── ", Role.QUIET),
        Span(name, Role.CHAPTER),
        Span(" " + "─" * max(rule, 2), Role.QUIET),
    )


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


def _said(row: TableRow) -> bool:
    return row.relation is Relation.UNCHANGED


def _notes(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield the diagnostics."""
    if not table.diagnostics:
        return
    yield EMPTY
    yield (Span(view.say(DIAGNOSTICS), Role.CHAPTER),)
    for diagnostic in table.diagnostics:
        text = diagnostic.message(view.language)
        if diagnostic.line is not None:
            text = f"{view.say(_LINE).format(line=diagnostic.line)}  {text}"
        lines = wrap([Span(visible_line(text))], view.left(9))
        for number, line in enumerate(lines):
            code = diagnostic.code.id if number == 0 else ""
            yield (Span(f"  {code:<5}  ", Role.QUIET), *line)
