"""The head of the report: both versions, the counts, a line for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.terminal.cells import cut, flow, pad, width, wrap
from gazette_diff.report.terminal.lines import EMPTY, ROLES, Line, Role, Span, visible_line
from gazette_diff.report.wording import (
    DOUBTFUL,
    NEW_VERSION,
    OLD_VERSION,
    RELATIONS,
    RELOCATED,
    RENUMBERED,
    UNTITLED,
    chapter_name,
    count_of_articles,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.core.changes import ComparedVersion
    from gazette_diff.report.rows import ComparisonTable, Counts, Group
    from gazette_diff.report.terminal.view import View

_IN_FORCE = Bilingual("{day}施行", "in force {day}")
_CONSTRUCTED = Bilingual("{side}：{text}", "{side}: {text}")
_MARKS = Bilingual(
    "标记  {deleted[0]}删去的文字{deleted[1]}  {added[0]}增加的文字{added[1]}",
    "marks  {deleted[0]}deleted{deleted[1]}  {added[0]}added{added[1]}",
)
_CHAPTERS = Bilingual("各章", "chapter")
_NAME_AT_LEAST = 16
_NAME_AT_MOST = 44
#: The order in which relations are counted: what changed first.
ORDER = (
    Relation.AMENDED,
    Relation.ADDED,
    Relation.DELETED,
    Relation.SPLIT,
    Relation.MERGED,
    Relation.UNCHANGED,
)


def head_lines(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield the titles and versions of both sides."""
    titles = [side.metadata.title or view.say(UNTITLED) for side in (table.old, table.new)]
    same = titles[0] == titles[1]
    if same:
        yield from wrap([Span(visible_line(titles[1]), Role.STRONG)], view.cells)
    rows = [
        [view.say(name), *([] if same else [title]), *_facts(side, view)]
        for name, title, side in zip(
            (OLD_VERSION, NEW_VERSION), titles, (table.old, table.new), strict=True
        )
    ]
    widths = [
        max(width(visible_line(cell)) for cell in column) for column in zip(*rows, strict=True)
    ]
    for row in rows:
        cells = [pad(visible_line(cell), cells) for cell, cells in zip(row, widths, strict=True)]
        text = "  ".join(filter(None, cells)).rstrip()  # a column that is empty on both sides goes
        yield from wrap([Span(text)], view.cells)
    for name, side in ((OLD_VERSION, table.old), (NEW_VERSION, table.new)):
        if side.metadata.constructed:
            text = view.say(_CONSTRUCTED).format(
                side=view.say(name), text=side.metadata.constructed
            )
            yield from wrap([Span(visible_line(text), Role.DOUBT)], view.cells)


def _facts(side: ComparedVersion, view: View) -> list[str]:
    metadata = side.metadata
    in_force = ""
    if metadata.in_force is not None and metadata.in_force.isoformat() != side.version:
        in_force = view.say(_IN_FORCE).format(day=metadata.in_force.isoformat())
    number = "" if metadata.document_number is None else str(metadata.document_number)
    return [number, side.version, in_force, view.say(count_of_articles(side.articles))]


def count_line(counts: Counts, view: View) -> list[Line]:
    """Return how many changes there are of each relation, in words."""
    items = [
        Span(f"{view.say(RELATIONS[relation])} {counts.of(relation)}", ROLES[relation])
        for relation in ORDER
    ]
    flags = (
        (RENUMBERED, counts.renumbered, Role.PLAIN),
        (RELOCATED, counts.relocated, Role.MOVED),
        (DOUBTFUL, counts.doubtful, Role.DOUBT),
    )
    items += [Span(f"{view.say(word)} {number}", role) for word, number, role in flags if number]
    return flow(items, view.cells)


def marks_line(view: View) -> Line:
    """Return the line that says which signs this report uses."""
    text = view.say(_MARKS).format(deleted=view.signs.deleted, added=view.signs.added)
    return (Span(text, Role.QUIET),)


def chapter_lines(table: ComparisonTable, view: View) -> Iterator[Line]:
    """Yield a table of the chapters: how many changes of each relation stand in each."""
    if len(table.groups) < 2:
        return
    relations = [relation for relation in ORDER if table.counts.of(relation)]
    heads = [view.say(RELATIONS[relation]) for relation in relations]
    taken = sum(width(head) + 2 for head in heads)
    names = [visible_line(view.say(chapter_name(group.chapter))) for group in table.groups]
    longest = min(max(width(name) for name in names), _NAME_AT_MOST)
    room = longest if view.cells is None else min(longest, max(view.cells - taken, _NAME_AT_LEAST))
    yield EMPTY
    head_cells = [Span(pad(view.say(_CHAPTERS), room), Role.QUIET)]
    yield (*head_cells, *(Span(f"  {head}", Role.QUIET) for head in heads))
    for name, group in zip(names, table.groups, strict=True):
        yield (Span(pad(cut(name, room), room)), *_numbers(group, relations, heads))


def _numbers(group: Group, relations: list[Relation], heads: list[str]) -> Iterator[Span]:
    for relation, head in zip(relations, heads, strict=True):
        number = group.counts.of(relation)
        space = " " * (2 + width(head) - len(str(number or "-")))
        yield Span(space + str(number or "-"), ROLES[relation] if number else Role.QUIET)
