"""The head of the report: both versions, the counts, a line for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import ORDER, Kind
from gazette_diff.report.terminal.cells import cut, flow, pad, width, wrap
from gazette_diff.report.terminal.lines import EMPTY, ROLES, Line, Role, Span, visible_line
from gazette_diff.report.values import renaming_phrase
from gazette_diff.report.wording import (
    BY_HAND,
    DOUBTFUL,
    EDITORIAL,
    KINDS,
    NEW_VERSION,
    OLD_VERSION,
    RELOCATED,
    RENAMINGS,
    RENUMBERED,
    SET_ASIDE,
    UNTITLED,
    chapter_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.core.changes import ComparedVersion
    from gazette_diff.report.rows import ComparisonTable, Counts, Group
    from gazette_diff.report.terminal.view import View
    from gazette_diff.report.units import Unit

_IN_FORCE = Bilingual("{day}施行", "in force {day}")
_MARKS = Bilingual(
    "标记  {deleted[0]}删去的文字{deleted[1]}  {added[0]}增加的文字{added[1]}",
    "marks  {deleted[0]}deleted{deleted[1]}  {added[0]}added{added[1]}",
)
_CHAPTERS = Bilingual("各章", "chapter")
_MORE_RENAMINGS = Bilingual("…另有{count}处", "… {count} more")
_RENAMINGS_AT_MOST = 8
_NAME_AT_LEAST = 16
_NAME_AT_MOST = 44


def head_lines(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield the title, and a line for each version; two titles where they differ."""
    sides = ((OLD_VERSION, table.old), (NEW_VERSION, table.new))
    titles = [side.metadata.title or view.say(UNTITLED) for _, side in sides]
    same = titles[0] == titles[1]
    facts = [_facts(side, table.unit, view) for _, side in sides]
    said = _aligned(facts) if same else ["  ".join(filter(None, fact)) for fact in facts]
    if same:
        yield from wrap([Span(visible_line(titles[0]), Role.STRONG)], view.cells)
    indent = max(width(view.say(name)) for name, _ in sides) + 2
    for (name, side), title, fact in zip(sides, titles, said, strict=True):
        lines = [] if same else wrap([Span(visible_line(title), Role.STRONG)], view.left(indent))
        lines += wrap([Span(visible_line(fact))], view.left(indent))
        if side.metadata.constructed:
            warning = Span(visible_line(side.metadata.constructed), Role.DOUBT)
            lines += wrap([warning], view.left(indent))
        for number, line in enumerate(lines):
            start = view.say(name) if number == 0 else ""
            yield (Span(pad(start, indent)), *line)


def _aligned(rows: list[list[str]]) -> list[str]:
    """Return the cells of each of *rows* under each other; a column that is empty goes."""
    shown = [[visible_line(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    padded = [[pad(cell, w) for cell, w in zip(row, widths, strict=True)] for row in shown]
    return ["  ".join(filter(None, row)).strip() for row in padded]


def _facts(side: ComparedVersion, unit: Unit, view: View) -> list[str]:
    metadata = side.metadata
    in_force = ""
    if metadata.in_force is not None and metadata.in_force.isoformat() != side.version:
        in_force = view.say(_IN_FORCE).format(day=metadata.in_force.isoformat())
    number = "" if metadata.document_number is None else str(metadata.document_number)
    return [number, side.version, in_force, view.say(unit.of(side.articles))]


def count_line(counts: Counts, view: View) -> list[Line]:
    """Return how many changes there are of each kind, in words."""
    items = [
        Span(f"{view.say(KINDS[kind])} {counts.of(kind)}", ROLES[kind])
        for kind in ORDER
        # Rare as it is, regrouping is told only where it occurs.
        if kind is not Kind.REGROUPED or counts.of(kind)
    ]
    flags = (
        (RENUMBERED, counts.renumbered, Role.PLAIN),
        (RELOCATED, counts.relocated, Role.MOVED),
        (EDITORIAL, counts.editorial, Role.PLAIN),
        (SET_ASIDE, counts.set_aside, Role.QUIET),
        (DOUBTFUL, counts.doubtful, Role.DOUBT),
        (BY_HAND, counts.pinned, Role.MOVED),
    )
    items += [Span(f"{view.say(word)} {number}", role) for word, number, role in flags if number]
    return flow(items, view.cells)


def renaming_lines(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield a line for each body that has another name in several articles."""
    if not table.renamings:
        return
    yield EMPTY
    yield (Span(view.say(RENAMINGS), Role.QUIET),)
    for renaming in table.renamings[:_RENAMINGS_AT_MOST]:
        words = visible_line(view.say(renaming_phrase(renaming, table.unit)))
        for line in wrap([Span(words)], view.left(2)):
            yield (Span("  "), *line)
    more = len(table.renamings) - _RENAMINGS_AT_MOST
    if more > 0:
        yield (Span("  " + view.say(_MORE_RENAMINGS).format(count=more), Role.QUIET),)


def marks_line(view: View) -> Line:
    """Return the line that says which signs this report uses."""
    text = view.say(_MARKS).format(deleted=view.signs.deleted, added=view.signs.added)
    return (Span(text, Role.QUIET),)


def chapter_lines(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield a table of the chapters: how many changes of each kind stand in each."""
    if len(table.groups) < 2:
        return
    kinds = [kind for kind in ORDER if table.counts.of(kind)]
    heads = [view.say(KINDS[kind]) for kind in kinds]
    taken = sum(width(head) + 2 for head in heads)
    names = [visible_line(view.say(chapter_name(group.chapter))) for group in table.groups]
    longest = min(max(width(name) for name in names), _NAME_AT_MOST)
    room = longest if view.cells is None else min(longest, max(view.cells - taken, _NAME_AT_LEAST))
    yield EMPTY
    head_cells = [Span(pad(view.say(_CHAPTERS), room), Role.QUIET)]
    yield (*head_cells, *(Span(f"  {head}", Role.QUIET) for head in heads))
    for name, group in zip(names, table.groups, strict=True):
        yield (Span(pad(cut(name, room), room)), *_numbers(group, kinds, heads))


def _numbers(group: Group, kinds: list[Kind], heads: list[str]) -> Iterator[Span]:
    for kind, head in zip(kinds, heads, strict=True):
        number = group.counts.of(kind)
        space = " " * (2 + width(head) - len(str(number or "-")))
        yield Span(space + str(number or "-"), ROLES[kind] if number else Role.QUIET)
