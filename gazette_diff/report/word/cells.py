"""One side of a row as the paragraphs of a cell: as the articles stand in that version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Part, Segment
from gazette_diff.core.printing import joint
from gazette_diff.report.word.markup import Op, cell, paragraph, row, runs, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from gazette_diff.core.changes import ProvisionRef
    from gazette_diff.report.rows import TableRow
    from gazette_diff.report.sides import Side

_TEXT = "ComparisonText"
_LABEL_FONT = "黑体"
# A table inside a cell is narrower than the cell, by its margins and its own.
_INNER_MARGIN = 300


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of one part of one provision: a paragraph with its label, or a table.

    ``mark`` is what became of the label.
    """

    eid: str
    label: str
    segments: tuple[Segment, ...]
    part: object = Part.TEXT
    mark: Op = "="

    @property
    def text(self) -> str:
        """The label and the words, as they are printed."""
        return self.label + joint(self.label, self.own) + self.own

    @property
    def own(self) -> str:
        """The words without the label."""
        return "".join(segment.text for segment in self.segments)


def side_lines(
    rows: Sequence[TableRow],
    articles: Iterable[ProvisionRef],
    *,
    new: bool,
    headed: frozenset[str] = frozenset(),
) -> list[Lines]:
    """Return what the *articles* say in the old or the *new* text, in its order.

    The number of an article stands before its first words; not so if the table says it in
    a heading already (*headed* are the eIds of those).
    """
    parts = _parts(rows, new=new)
    lines: list[Lines] = []
    for article in articles:
        own = [part for side, part in parts if side.article == article]
        if own and own[0].part is Part.HEADING and own[0].eid == article.eid:
            own = _run_in(own)
        label = "" if article.eid in headed else article.label
        if own and not own[0].label and own[0].part is not Part.TABLE:
            # The number of an article is new, or gone, only with all of it.
            own[0] = replace(own[0], label=label, mark=_sole_mark(own))
        elif label:
            own.insert(0, Lines(article.eid, label, (), mark=_sole_mark(own)))
        lines += own
    return lines + [part for side, part in parts if side.article is None]


def _parts(rows: Sequence[TableRow], *, new: bool) -> list[tuple[Side, Lines]]:
    """Return the parts of the provisions in the order of their text, each put together again."""
    found = [
        (side, row.new_segments if new else row.old_segments)
        for row in rows
        if (side := row.new if new else row.old) is not None
    ]
    found.sort(key=lambda one: one[0].ref.position)
    parts = []
    seen: set[str] = set()
    for _, run in groupby(found, key=_place):
        pieces = list(run)
        side = pieces[0][0]
        # What stands in an article of its own has its number before its first words alone.
        inner = side.article is None or side.eid != side.article.eid
        label = side.ref.label if inner and side.eid not in seen else ""
        seen.add(side.eid)
        segments = tuple(segment for _, segments in pieces for segment in segments)
        line = Lines(side.eid, label, segments, side.ref.part)
        parts.append((side, replace(line, mark=_sole_mark([line]))))
    return parts


def _sole_mark(lines: Iterable[Lines]) -> Op:
    """Return the one mark of all words of *lines*, none if they have several."""
    ops = {segment.op for line in lines for segment in line.segments}
    return ops.pop() if len(ops) == 1 else "="


def _place(found: tuple[Side, tuple[Segment, ...]]) -> tuple[str, str, int]:
    side = found[0]
    return side.eid, side.ref.part, side.ref.position


def _run_in(parts: list[Lines]) -> list[Lines]:
    """Let the words of the first 款 follow a heading that is closed: 【材料】, 加强领导。."""
    heading, *rest = parts
    closed = heading.own.endswith(("。", "】"))
    if not (closed and rest and rest[0].part is Part.TEXT and not rest[0].label):
        return parts
    first = replace(rest[0], segments=(*heading.segments, *rest[0].segments))
    return [first, *rest[1:]]


def blocks(lines: Iterable[Lines], width: int, style: str = _TEXT) -> Iterator[_Element]:
    """Yield the paragraphs and tables of *lines* in a cell of *width*, at its end a paragraph."""
    last_is_table = True
    for line in lines:
        last_is_table = line.part is Part.TABLE
        if last_is_table:
            yield _table(line.segments, width - _INNER_MARGIN)
        else:
            yield paragraph(style, _words(line))
    if last_is_table:
        yield paragraph("ComparisonCell")


def _words(line: Lines) -> Iterator[_Element]:
    yield from runs(line.label, mark=line.mark, font=_LABEL_FONT)
    yield from runs(joint(line.label, line.own), mark=line.mark)
    for op, text in line.segments:
        yield from runs(text, mark=op)


def _table(segments: Iterable[Segment], width: int) -> _Element:
    """Return the table whose words are *segments*: rows end with a line break, cells with a tab."""
    rows: list[list[list[Segment]]] = [[[]]]
    for op, text in segments:
        for number, line in enumerate(text.split("\n")):
            if number:
                rows.append([[]])
            for place, words in enumerate(line.split("\t")):
                if place:
                    rows[-1].append([])
                if words:
                    rows[-1][-1].append(Segment(op, words))
    columns = max(map(len, rows))
    share = width // columns
    return table([share] * columns, (_table_row(cells, columns, share) for cells in rows))


def _table_row(cells: Sequence[Sequence[Segment]], columns: int, share: int) -> _Element:
    return row(
        cell(
            share * span,
            [paragraph("ComparisonCell", (r for op, text in words for r in runs(text, mark=op)))],
            span=span,
        )
        for number, words in enumerate(cells, 1)
        for span in [columns - len(cells) + 1 if number == len(cells) else 1]
    )
