"""The rows of one article: inline, or old and new side by side."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.changes import Relation
from gazette_diff.report.kinds import Kind
from gazette_diff.report.terminal.cells import line_width, wrap
from gazette_diff.report.terminal.labels import (
    label_cells,
    label_lines,
    replaced_labels,
    row_label,
    side_label,
)
from gazette_diff.report.terminal.lines import EMPTY, ROLES, SIGNS, Line, Role, Span, visible
from gazette_diff.report.terminal.words import excerpt, marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.report.rows import Entry, TableRow
    from gazette_diff.report.terminal.view import View

# The sign of a row stands in the third cell, its label from the fifth, its words behind that.
_MARGIN = "  "
# A row that keeps no more than a mark or two is shown as replaced as a whole.
_KEPT_AT_MOST = 2


class _Block(NamedTuple):
    """Words under one sign; ``repeat`` sets the sign before every line of them."""

    sign: str
    role: Role
    words: list[Span]
    repeat: bool = False


def row_lines(entry: Entry | None, row: TableRow, view: View) -> Iterator[Line]:
    """Yield the lines of *row*, which belongs to *entry* or to no article."""
    return _side_by_side(entry, row, view) if view.side else _inline(entry, row, view)


def _inline(entry: Entry | None, row: TableRow, view: View) -> Iterator[Line]:
    blocks = _blocks(row, view)
    names = [row_label(entry, row, view.language)]
    if len(blocks) > 1:
        names = [*replaced_labels(entry, row, view.language)]
    for block, pieces in zip(blocks, names, strict=True):
        labels = _label_lines(pieces, view)
        texts = wrap(block.words, view.left(view.words_from))
        for number, (name, text) in enumerate(zip_longest(labels, texts, fillvalue=EMPTY)):
            sign = block.sign if number == 0 or (block.repeat and text) else " "
            yield _trimmed((Span(f"{_MARGIN}{sign} ", block.role), *_padded(name, view), *text))


def _blocks(row: TableRow, view: View) -> list[_Block]:
    """Return the words of *row* as one block, or as two where it is replaced as a whole."""
    match row.relation:
        case Relation.ADDED:
            return [_whole(row, new=True)]
        case Relation.DELETED:
            return [_whole(row, new=False)]
        case Relation.UNCHANGED:
            text = "".join(segment.text for segment in row.segments)
            words = excerpt(text, view.language, elide=view.elide, role=Role.QUIET)
            return [_Block(" ", Role.QUIET, words)]
        case _:
            if _replaced(row):
                return [_whole(row, new=False), _whole(row, new=True)]
            words = marked(row.segments, view.signs, view.language, elide=view.elide)
            return [_Block(SIGNS[Kind.AMENDED], Role.AMENDED, words)]


def _whole(row: TableRow, *, new: bool) -> _Block:
    kind = Kind.ADDED if new else Kind.DELETED
    segments = row.new_segments if new else row.old_segments
    text = visible("".join(segment.text for segment in segments))
    return _Block(SIGNS[kind], ROLES[kind], [Span(text, ROLES[kind])], repeat=True)


def _replaced(row: TableRow) -> bool:
    kept = sum(len(segment.text) for segment in row.segments if segment.op == "=")
    return kept <= _KEPT_AT_MOST and {"-", "+"} <= {segment.op for segment in row.segments}


def _side_by_side(entry: Entry | None, row: TableRow, view: View) -> Iterator[Line]:
    bar, column = view.bar, view.column
    several_old = entry is not None and len(entry.change.old) > 1
    several_new = entry is not None and len(entry.change.new) > 1
    quiet = Role.QUIET if row.relation is Relation.UNCHANGED else Role.PLAIN
    old_labels = side_label(row.old, view.language, quiet, several=several_old)
    new_labels = side_label(row.new, view.language, quiet, several=several_new)
    old = _column(old_labels, _side_words(row, view, new=False), column, view)
    new = _column(new_labels, _side_words(row, view, new=True), column, view)
    kind = _row_kind(row)
    sign = " " if kind is Kind.UNCHANGED else SIGNS[kind]
    role = ROLES[kind]
    for left, right in zip_longest(old, new, fillvalue=EMPTY):
        gap = Span(" " * (column - line_width(left)))
        yield _trimmed((Span(f"{_MARGIN}{sign} ", role), *left, gap, Span(bar, Role.QUIET), *right))
        sign = " "


def _column(labels: Sequence[Span], words: list[Span], cells: int, view: View) -> list[Line]:
    """Return one side of a row as lines of at most *cells*."""
    names = _label_lines(labels, view)
    texts = wrap(words, cells - label_cells(view.language) - 1)
    return [
        (*_padded(name, view), *text) for name, text in zip_longest(names, texts, fillvalue=EMPTY)
    ]


def _side_words(row: TableRow, view: View, *, new: bool) -> list[Span]:
    """Return the words of one side, marked where the other side has something to compare."""
    if (row.new if new else row.old) is None:
        return []
    segments = row.new_segments if new else row.old_segments
    text = "".join(segment.text for segment in segments)
    if row.relation is Relation.UNCHANGED:
        return excerpt(text, view.language, elide=view.elide, role=Role.QUIET)
    if row.old is None or row.new is None:
        return [Span(visible(text), Role.ADDED if new else Role.DELETED)]
    ops = "=+" if new else "=-"
    return marked(row.segments, view.signs, view.language, elide=view.elide, ops=ops)


def _row_kind(row: TableRow) -> Kind:
    """Return the kind whose sign stands before *row*; a part of a split is amended words."""
    known = (Relation.UNCHANGED, Relation.ADDED, Relation.DELETED)
    return Kind(row.relation.value) if row.relation in known else Kind.AMENDED


def _label_lines(pieces: Sequence[Span], view: View) -> list[Line]:
    """Return the pieces of a label one below the other; on one line if lines are not broken."""
    if view.cells is None:
        line = [span for piece in pieces for span in (piece, Span(" "))]
        return [tuple(line[:-1])]
    return label_lines(pieces, view.language)


def _padded(name: Line, view: View) -> Line:
    return (*name, Span(" " * max(label_cells(view.language) + 1 - line_width(name), 1)))


def _trimmed(line: Line) -> Line:
    """Return *line* without spaces at its end."""
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return (*line[:-1], line[-1]._replace(text=line[-1].text.rstrip(" "))) if line else EMPTY
