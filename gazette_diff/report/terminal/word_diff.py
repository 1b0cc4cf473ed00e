"""``--word-diff``: the changed articles as running text with plain marks, for e-mail.

Neither columns nor colours nor lines are drawn, so that it reads the same in any typeface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Part, Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.folding import Fold
from gazette_diff.report.reading_order import is_run_in
from gazette_diff.report.remarks import remark
from gazette_diff.report.terminal.cells import wrap
from gazette_diff.report.terminal.lines import EMPTY, Line, Span, visible, visible_line
from gazette_diff.report.wording import (
    CONTINUED,
    KINDS,
    OUTSIDE_ARTICLES,
    chapter_name,
    label,
    with_former,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette_diff.report.rows import Entry, Group, TableRow
    from gazette_diff.report.sides import Side
    from gazette_diff.report.terminal.view import View

_FORMER = Bilingual("原{old}", "former {old}")
_RANGE = Bilingual("{first}至{last}", "{first} to {last}")
_TOLD = Bilingual("{name}：{told}", "{name}: {told}")


def frame_text(rows: Iterable[TableRow], view: View) -> Iterator[Line]:
    """Yield the changed words outside the articles."""
    changed = [row for row in rows if row.relation is not Relation.UNCHANGED]
    if changed:
        yield EMPTY
        yield (Span(view.say(OUTSIDE_ARTICLES)),)
        for row in changed:
            yield from wrap([Span(_row(row, view, outside=True))], view.cells)


def group_text(group: Group, parts: Sequence[Entry | Fold], view: View) -> Iterator[Line]:
    """Yield *parts*, the entries of *group* to be shown, under the heading of the chapter."""
    if group.chapter.path or group.chapter.attachment or group.chapter.deleted:
        yield EMPTY
        yield from wrap([Span(visible_line(view.say(chapter_name(group.chapter))))], view.cells)
    for part in parts:
        yield EMPTY
        lines = _fold(part, view) if isinstance(part, Fold) else _entry(part, view)
        for line in lines:
            yield from wrap([Span(line)], view.cells)


def _fold(fold: Fold, view: View) -> Iterator[str]:
    first, last = fold.entries[0], fold.entries[-1]
    new, old = first.new_label, first.old_label
    if first is not last:
        new = _RANGE.fill(first=new, last=last.new_label)
        old = _RANGE.fill(first=old, last=last.old_label)
    count = len(fold.entries)
    told = view.unit.unchanged(count) if count > 1 else KINDS[first.kind]
    name = new if new == old else with_former(new, old)
    yield visible_line(view.say(_TOLD.fill(name=name, told=told)))


def _entry(entry: Entry, view: View) -> Iterator[str]:
    yield visible_line(view.say(_TOLD.fill(name=_name(entry), told=remark(entry))))
    article = None
    heading = ""
    for row in entry.rows:
        side = row.new
        if len(entry.change.new) > 1 and side is not None and side.article != article:
            article = side.article
            if article is not None:
                yield visible_line(label(article))
        if _runs_in(row):
            heading += _row(row, view)
            continue
        yield _together(heading, _row(row, view), view)
        heading = ""
    if heading:
        yield heading


def _runs_in(row: TableRow) -> bool:
    """Tell whether *row* is a heading on whose line the next words stand."""
    side = row.new or row.old
    text = "".join(segment.text for segment in row.segments)
    return side is not None and side.ref.part is Part.HEADING and is_run_in(text)


def _together(heading: str, text: str, view: View) -> str:
    """Return *heading* and *text* on one line, what is marked alike under one mark."""
    for before, after in (view.signs.deleted, view.signs.added):
        if heading.endswith(after) and text.startswith(before):
            return heading.removesuffix(after) + text.removeprefix(before)
    return heading + text


def _name(entry: Entry) -> Bilingual:
    old, new = entry.old_label, entry.new_label
    if not new.zh:
        return _FORMER.fill(old=old)
    change = entry.change
    several = len(change.old) > 1 or len(change.new) > 1
    # A new number alone is told behind the name.
    return with_former(new, old) if several else new


def _row(row: TableRow, view: View, *, outside: bool = False) -> str:
    """Return the words of *row* with marks, its label among them: [-（三）-]{+（四）+}."""
    old, new = (_label(side, view, outside=outside) for side in (row.old, row.new))
    words = [(s.op, visible(s.text)) for s in row.segments]
    # （三） for (三) is no other number.
    if row.relabelled and old != new:
        pieces = [("-", old), ("+", new), *words]
    else:
        op = "=" if row.old is not None and row.new is not None else "+" if row.new else "-"
        pieces = [(op, new or old), *words]
    marks = {"-": view.signs.deleted, "+": view.signs.added, "=": ("", "")}
    said = []
    for op, text in _joined(pieces):
        before, after = marks[op]
        said.append(f"{before}{text}{after}")
    return "".join(said)


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield *pieces* with those of one kind that follow each other as one, none of them empty."""
    held: tuple[str, str] | None = None
    for op, text in pieces:
        if not text:
            continue
        if held is not None and held[0] == op:
            held = (op, held[1] + text)
            continue
        if held is not None:
            yield held
        held = (op, text)
    if held is not None:
        yield held


def _label(side: Side | None, view: View, *, outside: bool) -> str:
    """Return the number before the words as printed; outside the articles where they stand."""
    if side is None:
        return ""
    if outside:
        place = side.full if side.full.zh else side.label
        return visible_line(view.say(place)) + " "
    # The number of an article, before its heading, is told above its words.
    told = side.ref.part is Part.HEADING or side.label.zh.endswith(CONTINUED.zh)
    return "" if told else visible_line(side.ref.label)
