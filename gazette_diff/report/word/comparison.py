"""The 修订对照表 as offices file it: 修订前, 修订后, 修改说明, side by side on A4 landscape.

Fonts and sizes follow GB/T 9704-2012 (党政机关公文格式): the title in 小标宋 二号, heads in 黑体,
the text in 仿宋, which a table has smaller than the 三号 of running text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import BlockKind
from gazette_diff.report.controls import visible
from gazette_diff.report.drafting import draft, draft_fold, draft_heading, draft_outside, range_of
from gazette_diff.report.folding import Fold
from gazette_diff.report.kinds import Kind
from gazette_diff.report.rows import Entry, comparison_table
from gazette_diff.report.word.cells import blocks, side_lines
from gazette_diff.report.word.markup import cell, paragraph, row, runs, table
from gazette_diff.report.word.order import Heading, Outside, in_order
from gazette_diff.report.word.package import LANDSCAPE, package
from gazette_diff.report.wording import KINDS, NEW_VERSION, OLD_VERSION, UNTITLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from lxml.etree import _Element

    from gazette_diff.core.changes import ChangeSet, ComparedVersion
    from gazette_diff.core.language import Language
    from gazette_diff.report.folding import Unchanged
    from gazette_diff.report.rows import ComparisonTable, TableRow
    from gazette_diff.report.word.cells import Lines
    from gazette_diff.report.word.order import Item

# Of 225 mm: 87.5 for either text and 50 for the notes.
_WIDTHS = (4961, 4961, LANDSCAPE.width - 2 * 4961)
# A row of no more lines than this is not torn between two pages; a page has about 22.
_WHOLE_LINES = 11
_CHARACTERS = 18
_NOTES = Bilingual("修改说明", "Notes")
_TITLE = Bilingual("《{title}》修订对照表", "{title}: comparison table")
_UNCHANGED = Bilingual("{label}　无修改", "{label} unchanged")
_CONSTRUCTED = Bilingual(
    "注：{version}文本是为演示编写的，不是历史文本。",
    "Note: the text {version} the revision was written for demonstration; it is not historical.",
)
_SET_ASIDE = Bilingual(
    "注：编辑性差异{count}处未标出。", "Note: {count} editorial differences are not marked."
)
_NUMBER = Bilingual("（{facts}）", "({facts})")
# How words outside the body are set.
_OUTSIDE_STYLES = {
    BlockKind.TITLE: "ComparisonHeading",
    BlockKind.NOTICE_TITLE: "ComparisonHeading",
    BlockKind.DOCUMENT_NUMBER: "ComparisonCenter",
    BlockKind.ADOPTION_NOTE: "ComparisonCenter",
    BlockKind.ADDRESSEE: "ComparisonPlain",
    BlockKind.SIGNATURE: "ComparisonEnd",
    BlockKind.DATE: "ComparisonEnd",
}


def to_docx(
    changes: ChangeSet, *, language: Language = "zh", unchanged: Unchanged = "full"
) -> bytes:
    """Return *changes* as a Word file with the comparison table.

    A row of the table is one change: the old articles as they stood, the new ones, and a
    drafted note. The words of both versions stand in their columns exactly, with the numbers
    of the provisions before them; what XML cannot hold stands as its picture.

    Args:
        changes: the comparison.
        language: the language of everything but the texts.
        unchanged: ``full`` shows unchanged articles like the others, ``fold`` by a line that
            names them, ``omit`` not at all.
    """
    compared = comparison_table(changes)
    maker = _RowMaker(compared, language)
    items = in_order(compared, unchanged)
    title = _title(compared).in_(language)
    return package(
        [
            paragraph("ComparisonTitle", runs(visible(title))),
            *_remarks(compared, language),
            table(_WIDTHS, [_head(compared, language), *map(maker.row, items)]),
            paragraph("ComparisonCell"),
        ],
        LANDSCAPE,
        title=visible(title),
        language=language,
    )


def _title(compared: ComparisonTable) -> Bilingual:
    titles = (compared.new.metadata.title, compared.old.metadata.title)
    return _TITLE.fill(title=next(filter(None, titles), UNTITLED))


def _remarks(compared: ComparisonTable, language: Language) -> Iterator[_Element]:
    for name, version in ((OLD_VERSION, compared.old), (NEW_VERSION, compared.new)):
        if version.metadata.constructed:
            text = _CONSTRUCTED.fill(version=name).in_(language)
            yield paragraph("ComparisonRemark", runs(text))
    if compared.counts.set_aside:
        told = _SET_ASIDE.fill(count=compared.counts.set_aside).in_(language)
        yield paragraph("ComparisonRemark", runs(told))


def _head(compared: ComparisonTable, language: Language) -> _Element:
    cells = []
    for width, name, version in (
        (_WIDTHS[0], OLD_VERSION, compared.old),
        (_WIDTHS[1], NEW_VERSION, compared.new),
        (_WIDTHS[2], _NOTES, None),
    ):
        lines = [paragraph("ComparisonHead", runs(name.in_(language)))]
        facts = _facts(version, language) if version else ""
        if facts:
            lines.append(paragraph("ComparisonVersion", runs(visible(facts))))
        cells.append(cell(width, lines, middle=True))
    return row(cells, header=True)


def _facts(version: ComparedVersion, language: Language) -> str:
    """Return what tells the version from others: its document number and its day."""
    metadata = version.metadata
    day = metadata.version
    facts = [str(metadata.document_number)] if metadata.document_number else []
    if day is not None:
        facts.append(_day(day, language))
    comma = "，" if language == "zh" else ", "
    return _NUMBER.fill(facts=comma.join(facts)).in_(language) if facts else ""


def _day(day: date, language: Language) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh" else day.isoformat()


class _RowMaker:
    """Makes the rows of one table in one language."""

    def __init__(self, compared: ComparisonTable, language: Language) -> None:
        self._language: Language = language
        self._headed = tuple(
            frozenset(side.eid for row in compared.frame if (side := getattr(row, name)))
            for name in ("old", "new")
        )

    def row(self, item: Item) -> _Element:
        """Return the row for *item*."""
        match item:
            case Heading(row=heading):
                return self._heading(heading)
            case Outside(rows=rows):
                return self._outside(rows)
            case Entry():
                return self._entry(item)
            case Fold():
                return self._fold(item)
            case _:
                assert_never(item)

    def _entry(self, entry: Entry) -> _Element:
        change = entry.change
        sides = []
        for articles, new in ((change.old, False), (change.new, True)):
            lines = side_lines(entry.rows, articles, new=new, headed=self._headed[new])
            sides.append((lines, bool(articles)))
        notes = [note.in_(self._language) for note in draft(entry)]
        height = max(_height(lines) for lines, _ in sides)
        cells = [
            self._side(width, blocks(lines, width) if there else None, new=new)
            for (lines, there), width, new in zip(sides, _WIDTHS, (False, True), strict=False)
        ]
        return row([*cells, _note_cell(notes)], whole=height <= _WHOLE_LINES)

    def _heading(self, heading: TableRow) -> _Element:
        notes = [note.in_(self._language) for note in draft_heading(heading)]
        return self._words([heading], "ComparisonHeading", notes)

    def _outside(self, rows: Sequence[TableRow]) -> _Element:
        side = rows[0].new or rows[0].old
        kind = side.ref.part if side else None
        style = _OUTSIDE_STYLES.get(kind, "ComparisonText") if isinstance(kind, BlockKind) else ""
        notes = [note.in_(self._language) for note in draft_outside(rows)]
        return self._words(rows, style or "ComparisonText", notes)

    def _words(self, rows: Sequence[TableRow], style: str, notes: Sequence[str]) -> _Element:
        """Return the row for *rows* that belong to no article."""
        cells = []
        for width, new in ((_WIDTHS[0], False), (_WIDTHS[1], True)):
            lines = side_lines(rows, (), new=new)
            content = blocks(lines, width, style) if lines else None
            cells.append(self._side(width, content, new=new, middle=True))
        whole = max(_height(side_lines(rows, (), new=new)) for new in (False, True))
        return row([*cells, _note_cell(notes)], whole=whole <= _WHOLE_LINES)

    def _side(
        self,
        width: int,
        content: Iterable[_Element] | None,
        *,
        new: bool,
        middle: bool = False,
    ) -> _Element:
        """Return a cell with *content*; without any it says that this is new, or gone."""
        if content is not None:
            return cell(width, content, middle=middle)
        word = KINDS[Kind.DELETED if new else Kind.ADDED].in_(self._language)
        return cell(width, [paragraph("ComparisonMark", runs(word))], middle=True)

    def _fold(self, fold: Fold) -> _Element:
        first, last = fold.entries[0], fold.entries[-1]
        cells = []
        for width, side in zip(_WIDTHS, ("old_label", "new_label"), strict=False):
            label = range_of(getattr(first, side), getattr(last, side))
            text = _UNCHANGED.fill(label=label).in_(self._language)
            cells.append(cell(width, [paragraph("ComparisonText", runs(visible(text)))]))
        notes = [note.in_(self._language) for note in draft_fold(fold)]
        return row([*cells, _note_cell(notes)], whole=True)


def _note_cell(notes: Sequence[str]) -> _Element:
    return cell(_WIDTHS[2], [paragraph("ComparisonNote", runs(note)) for note in notes or [""]])


def _height(lines: Iterable[Lines]) -> int:
    """Return about how many lines of a cell *lines* take."""
    return sum(1 + len(line.text) // _CHARACTERS + line.text.count("\n") for line in lines)
