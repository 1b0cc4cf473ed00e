"""One chapter of the report: its heading, and its articles in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.folding import Fold
from gazette_diff.report.terminal.article import row_lines
from gazette_diff.report.terminal.cells import line_width, pad, wrap
from gazette_diff.report.terminal.entries import entry_lines, fold_lines
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.wording import (
    NEW_VERSION,
    OLD_VERSION,
    chapter_name,
    with_former,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.report.rows import Entry, Group, TableRow
    from gazette_diff.report.terminal.view import View

_RULE_AT_MOST = 100


def group_lines(
    group: Group, parts: Sequence[Entry | Fold], view: View, *, heading: bool
) -> Iterator[Line]:
    """Yield *parts*, the entries of *group* to be shown, under the heading of the chapter.

    Without *heading* the heading is left out where the articles stand in no chapter.
    """
    if heading or group.chapter.path:
        yield EMPTY
        yield from _chapter_lines(group, view)
    if view.side and any(not isinstance(part, Fold) for part in parts):
        yield _columns_line(view)
    if group.heading is not None and group.heading.relation is Relation.AMENDED:
        yield from row_lines(None, group.heading, view)
    full = view.options.context is None or bool(view.options.articles)
    section: tuple[str, ...] = ()
    before: Entry | Fold | None = None
    for part in parts:
        if not (isinstance(part, Fold) and isinstance(before, Fold)):
            yield EMPTY
        before = part
        if isinstance(part, Fold):
            yield from fold_lines(part, view)
            continue
        inner = _section(part, group) or section
        if inner != section:
            section = inner
            yield (Span(visible_line(" ".join(inner)), Role.CHAPTER),)
        yield from entry_lines(part, view, full=full)


def _section(entry: Entry, group: Group) -> tuple[str, ...]:
    """Return the containers within the chapter around a new article, empty for a deleted one."""
    new = entry.change.new
    return new[0].path[len(group.chapter.path) :] if new else ()


def _chapter_lines(group: Group, view: View) -> Iterator[Line]:
    """Yield the line with the name of the chapter, and its former number if that changed."""
    row = group.heading
    name = chapter_name(group.chapter)
    if group.chapter.attachment and not group.chapter.path and row is not None:
        name = _attachment(row) or name  # as printed, 附表二, not as counted
    old, new = (row.old, row.new) if row is not None else (None, None)
    if old is not None and new is not None and old.label != new.label:
        name = with_former(name, old.label)
    yield from _rule(visible_line(view.say(name)), view)


def _attachment(row: TableRow) -> Bilingual | None:
    side = row.new or row.old
    words = "".join(s.text for s in (row.new_segments if row.new else row.old_segments))
    parts = [" ".join(filter(None, (label, words))) for label in (side.label if side else ())]
    return Bilingual(*parts) if any(parts) else None


def _rule(name: str, view: View) -> Iterator[Line]:
    """Yield *name* with a rule through the window; in a pipe between signs of equality."""
    if view.options.plain or view.cells is None:
        yield (Span(f"== {name} ==", Role.CHAPTER),)
        return
    for number, line in enumerate(wrap([Span(name, Role.CHAPTER)], view.left(4))):
        rule = " " + "─" * (min(view.cells, _RULE_AT_MOST) - line_width(line) - 4)
        start, end = ("── ", rule) if number == 0 else ("   ", "")
        yield (Span(start, Role.QUIET), *line, Span(end, Role.QUIET))


def _columns_line(view: View) -> Line:
    """Return what stands over the two columns."""
    indent = " " * view.words_from
    old = pad(indent + view.say(OLD_VERSION), 4 + view.column)
    return (Span(old + view.bar + indent[4:] + view.say(NEW_VERSION), Role.QUIET),)
