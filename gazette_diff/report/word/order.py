"""The comparison table as one list: headings and what stands around the body in their places.

A table on paper has no folds and no columns of contents: every row of the frame stands where
a reader of the new text meets its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from gazette_diff.core.changes import Relation
from gazette_diff.core.printing import CONCLUSION, PREFACE
from gazette_diff.report.chapters import Chapter, attachment_of
from gazette_diff.report.folding import Fold, Unchanged, fold
from gazette_diff.report.headings import headings_of
from gazette_diff.report.rows import ComparisonTable, Entry, Group, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette_diff.core.changes import ProvisionRef


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a chapter, a section or an attachment."""

    row: TableRow


@dataclass(frozen=True, slots=True)
class Outside:
    """Words before or after the body: the rows of one kind of block."""

    rows: tuple[TableRow, ...]


Item: TypeAlias = Heading | Outside | Entry | Fold


def in_order(table: ComparisonTable, unchanged: Unchanged = "full") -> list[Item]:
    """Return *table* as one list; every row of the frame and every entry stands in it once.

    Of what is *unchanged* only headings and runs of articles stand in it with ``fold``, and
    with ``omit`` only the headings over what changed.
    """
    front, headings, end = _parts_of(table.frame)
    body = _with_headings(table, headings)
    position = next((n for n, item in enumerate(body) if _in_attachment(item)), len(body))
    items = [*_outside(front), *body[:position], *_outside(end), *body[position:]]
    return items if unchanged == "full" else list(_shortened(items, unchanged))


def _parts_of(
    frame: Sequence[TableRow],
) -> tuple[list[TableRow], list[TableRow], list[TableRow]]:
    """Return the rows of *frame* before the body, of headings, and after the body."""
    parts: dict[str, list[TableRow]] = {PREFACE: [], "": [], CONCLUSION: []}
    for row in frame:
        eid = _eid(row)
        parts[eid if eid in (PREFACE, CONCLUSION) else ""].append(row)
    return parts[PREFACE], parts[""], parts[CONCLUSION]


def _outside(rows: Iterable[TableRow]) -> Iterator[Outside]:
    run: list[TableRow] = []
    for row in rows:
        if run and _kind(run[-1]) != _kind(row):
            yield Outside(tuple(run))
            run = []
        run.append(row)
    if run:
        yield Outside(tuple(run))


def _with_headings(table: ComparisonTable, headings: Sequence[TableRow]) -> list[Item]:
    """Return the entries of *table* with *headings* before the first that stands under each.

    A heading over nothing stands before the next one that has something, or at the end.
    """
    entries = [(entry, group) for group in table.groups for entry in group.entries]
    places = {id(row): number for number, row in enumerate(headings)}
    known = headings_of(headings)
    wanted = [
        [n for row in _over(entry, group, known) if (n := places.get(id(row))) is not None]
        for entry, group in entries
    ]
    used = {number for numbers in wanted for number in numbers}
    body: list[Item] = []
    told: set[int] = set()
    for (entry, _), numbers in zip(entries, wanted, strict=True):
        for number in numbers:
            empty = (n for n in range(number) if n not in used)
            for one in (*empty, number):
                if one not in told:
                    told.add(one)
                    body.append(Heading(headings[one]))
        body.append(entry)
    body += [Heading(row) for number, row in enumerate(headings) if number not in told]
    return body


def _over(entry: Entry, group: Group, known: dict[Chapter, TableRow]) -> Iterator[TableRow]:
    """Yield the headings over the articles of *entry*, outermost first."""
    change = entry.change
    if not change.new and group.heading is not None:
        # A deleted article stands with those among which it stood.
        yield group.heading
    for ref in change.new or change.old:
        yield from _over_article(ref, known, deleted=not change.new)


def _over_article(
    ref: ProvisionRef, known: dict[Chapter, TableRow], *, deleted: bool
) -> Iterator[TableRow]:
    attachment = attachment_of(ref.eid)
    # The path of an article in an attachment begins with the name of the attachment.
    paths = [ref.path[start:end] for end in range(len(ref.path) + 1) for start in (0, 1)]
    for path in dict.fromkeys(paths if attachment else paths[::2]):
        row = known.get(Chapter(path, deleted, attachment))
        if row is not None:
            yield row


def _shortened(items: Iterable[Item], unchanged: Unchanged) -> Iterator[Item]:
    waiting: list[Heading] = []
    for item in _folded(items):
        if isinstance(item, Heading):
            waiting = [heading for heading in waiting if _around(heading.row, item.row)]
            if unchanged == "omit" and not _changed(item.row):
                waiting.append(item)
                continue
        elif isinstance(item, Outside):
            if any(map(_changed, item.rows)):
                yield item
            continue
        elif isinstance(item, Fold) and unchanged == "omit":
            continue
        yield from waiting
        waiting = []
        yield item


def _folded(items: Iterable[Item]) -> Iterator[Item]:
    """Yield *items* with the runs of unchanged articles folded, each under its heading."""
    run: list[Entry] = []
    for item in items:
        if isinstance(item, Entry):
            run.append(item)
            continue
        yield from fold(run)
        run = []
        yield item
    yield from fold(run)


def _changed(row: TableRow) -> bool:
    if row.relation is not Relation.UNCHANGED:
        return True
    return row.old is not None and row.new is not None and row.old.label != row.new.label


def _around(outer: TableRow, inner: TableRow) -> bool:
    """Tell whether the heading *inner* stands under *outer*."""
    sides = ((outer.old, inner.old), (outer.new, inner.new))
    return any(o is not None and i is not None and i.eid.startswith(f"{o.eid}__") for o, i in sides)


def _in_attachment(item: Item) -> bool:
    match item:
        case Heading(row=row):
            return bool(attachment_of(_eid(row)))
        case Entry(change=change):
            return bool(attachment_of((change.new or change.old)[0].eid))
        case _:
            return False


def _eid(row: TableRow) -> str:
    side = row.new or row.old
    return side.eid if side else ""


def _kind(row: TableRow) -> object:
    side = row.new or row.old
    return side.ref.part if side else None
