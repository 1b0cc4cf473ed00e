"""The document: title, both versions, summary, counts, and a table for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.chapters import chapter_of
from gazette_diff.report.drafting import draft
from gazette_diff.report.facts import constructed, facts, title_of
from gazette_diff.report.folding import Fold, arranged
from gazette_diff.report.kinds import ORDER, Kind
from gazette_diff.report.markdown.escaping import escaped, marked, table
from gazette_diff.report.reading_order import paragraphs
from gazette_diff.report.references.wording import FINDINGS_TITLE, told_of
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.summary import summary_sentence
from gazette_diff.report.values import renaming_phrase
from gazette_diff.report.wording import (
    BY_HAND,
    DIAGNOSTICS,
    EDITORIAL,
    KINDS,
    NEW_VERSION,
    OLD_VERSION,
    OUTSIDE_ARTICLES,
    RENAMINGS,
    chapter_name,
    kind_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.language import Language
    from gazette_diff.core.references import JudgedReference
    from gazette_diff.report.folding import Unchanged
    from gazette_diff.report.rows import ComparisonTable, Entry, Group, TableRow
    from gazette_diff.report.sides import Side
    from gazette_diff.report.units import Unit

_TITLE = Bilingual("《{title}》修订对照表", "{title}: comparison table")
_ITEM = Bilingual("项目", "Item")
_REMARKS = Bilingual("说明", "Remarks")
_ADDED = Bilingual("（新增）", "(added)")
_DELETED = Bilingual("（删除）", "(deleted)")
_CHAPTER = Bilingual("章", "Chapter")
_COLON = Bilingual("：", ":")
_TOTAL = Bilingual("合计", "Total")
_COUNTS = Bilingual("分章统计", "Counts by chapter")
_MARKS = Bilingual(
    "<del>删除线</del>为删去的文字，<ins>下划线</ins>为增加的文字。",
    "<del>Struck through</del>: deleted; <ins>underlined</ins>: added.",
)
_RANGE = Bilingual("{first}至{last}", "{first} to {last}")
_LINE = Bilingual("（第{line}行）", " (line {line})")
_ALL_UNCHANGED = Bilingual("本章未修改（{counted}）。", "{counted} unchanged.")


def to_markdown(
    changes: ChangeSet, *, language: Language = "zh", unchanged: Unchanged = "fold"
) -> str:
    """Return *changes* as a 对照表 in Markdown, with the tables of GitHub.

    Each article is a row: 修订前, 修订后, 说明; its 款 and 项 are lines in it, in the order
    of either text. Deleted words stand in ``<del>``, added ones in ``<ins>``.

    Args:
        changes: the comparison.
        language: the language of everything but the texts.
        unchanged: what becomes of unchanged articles.
    """
    compared = comparison_table(changes)
    writer = _Writer(language, unchanged, compared.unit)
    lines = writer.document(compared, summary_sentence(changes))
    return "\n".join(lines) + "\n"


class _Writer:
    """Writes in one language."""

    def __init__(self, language: Language, unchanged: Unchanged, unit: Unit) -> None:
        self.unit = unit
        self.language: Language = language
        self.unchanged: Unchanged = unchanged

    def say(self, words: Bilingual) -> str:
        """Return *words* of the report itself; what stands in them of the texts is escaped."""
        return escaped(words.in_(self.language))

    def document(self, compared: ComparisonTable, summary: Bilingual) -> Iterator[str]:
        title = _TITLE.in_(self.language).format(title=title_of(compared, self.language))
        yield f"# {escaped(title)}"
        yield from self._head(compared, summary)
        frame = [row for row in compared.frame if row.relation is not Relation.UNCHANGED]
        if frame:
            yield from ("", f"## {self.say(OUTSIDE_ARTICLES)}", "")
            yield from table([self._columns(), *map(self._frame_row, frame)])
        for group in compared.groups:
            yield from self._group(group)
        if compared.findings:
            yield from ("", f"## {self.say(FINDINGS_TITLE)}", "")
            yield from map(self._finding, compared.findings)
        if compared.diagnostics:
            yield from ("", f"## {self.say(DIAGNOSTICS)}", "")
            yield from map(self._note, compared.diagnostics)

    def _head(self, compared: ComparisonTable, summary: Bilingual) -> Iterator[str]:
        for _, words in constructed(compared):
            yield from ("", f"> {escaped(words)}")
        yield from ("", self.say(summary))
        if compared.renamings:
            yield from ("", f"{self.say(RENAMINGS)}{self.say(_COLON)}", "")
            for renaming in compared.renamings:
                yield f"- {self.say(renaming_phrase(renaming, self.unit))}"
        yield ""
        sides = (self.say(OLD_VERSION), self.say(NEW_VERSION))
        known = facts(compared, self.language)
        yield from table(
            [
                (self.say(_ITEM), *sides),
                *((escaped(f.name), escaped(f.old), escaped(f.new)) for f in known),
            ]
        )
        if len(compared.groups) > 1:
            yield from ("", f"## {self.say(_COUNTS)}", "")
            yield from table(self._counts(compared))
        yield from ("", _MARKS.in_(self.language))

    def _counts(self, compared: ComparisonTable) -> Iterator[tuple[str, ...]]:
        kinds = [kind for kind in ORDER if compared.counts.of(kind)]
        yield (self.say(_CHAPTER), *(self.say(KINDS[kind]) for kind in kinds))
        for group in compared.groups:
            numbers = (str(group.counts.of(kind)) for kind in kinds)
            yield (self.say(chapter_name(group.chapter)), *numbers)
        yield (self.say(_TOTAL), *(str(compared.counts.of(kind)) for kind in kinds))

    def _columns(self) -> tuple[str, ...]:
        return (self.say(OLD_VERSION), self.say(NEW_VERSION), self.say(_REMARKS))

    def _group(self, group: Group) -> Iterator[str]:
        yield from ("", f"## {self.say(chapter_name(group.chapter))}")
        parts = arranged(group.entries, self.unchanged)
        if not parts:
            counted = self.unit.of(group.counts.new_articles)
            yield from ("", self.say(_ALL_UNCHANGED.fill(counted=counted)))
        section: tuple[str, ...] = ()
        rows: list[tuple[str, ...]] = []
        for part in parts:
            inner = _section(part) or section
            if inner != section:
                yield from self._articles(rows)
                yield from ("", f"### {escaped(' '.join(inner))}")
                section, rows = inner, []
            rows.append(self._fold(part) if isinstance(part, Fold) else self._entry(part))
        yield from self._articles(rows)

    def _articles(self, rows: list[tuple[str, ...]]) -> Iterator[str]:
        if rows:
            yield ""
            yield from table([self._columns(), *rows])

    def _entry(self, entry: Entry) -> tuple[str, ...]:
        old = _text(entry, new=False) if entry.change.old else self.say(_ADDED)
        new = _text(entry, new=True) if entry.change.new else self.say(_DELETED)
        # Beside its kind, which the eye looks for, the note that the Word table has.
        first = f"**{self.say(kind_word(entry.change))}**"
        marks = [words for words in entry.told if words in (EDITORIAL, BY_HAND)]
        semicolon = "；" if self.language == "zh" else "; "
        head = semicolon.join([first, *map(self.say, marks)])
        return (old, new, "<br>".join([head, *map(self.say, draft(entry))]))

    def _fold(self, fold: Fold) -> tuple[str, ...]:
        ends = (fold.entries[0], fold.entries[-1])
        old = self._range([entry.old_label for entry in ends])
        new = self._range([entry.new_label for entry in ends])
        count = len(fold.entries)
        said = self.unit.unchanged(count) if count > 1 else KINDS[Kind.UNCHANGED]
        return (old, new, self.say(said))

    def _range(self, ends: list[Bilingual]) -> str:
        first, last = ends
        return self.say(first if first == last else _RANGE.fill(first=first, last=last))

    def _frame_row(self, row: TableRow) -> tuple[str, ...]:
        old = self._outside(row.old) + marked(row.old_segments) if row.old else ""
        new = self._outside(row.new) + marked(row.new_segments) if row.new else ""
        return (old, new, self.say(KINDS[Kind(row.relation.value)]))

    def _outside(self, side: Side) -> str:
        label = (side.full if side.full.zh else side.label).in_(self.language)
        return f"**{escaped(label)}** " if label else ""

    def _finding(self, one: JudgedReference) -> str:
        where = escaped(f"{one.reference.source.name}“{one.reference.text}”")
        return f"- **{where}** {self.say(told_of(one))}"

    def _note(self, note: Diagnostic) -> str:
        line = "" if note.line is None else _LINE.in_(self.language).format(line=note.line)
        return f"- `{note.code.id}` {escaped(note.message(self.language) + line)}"


def _text(entry: Entry, *, new: bool) -> str:
    lines = []
    for article, label, segments in paragraphs(entry, new=new):
        number = f"**{escaped(article.label)}** " if article is not None and article.label else ""
        lines.append(number + escaped(label) + marked(segments))
    return "<br>".join(lines)


def _section(part: Entry | Fold) -> tuple[str, ...]:
    """Return the headings between the chapter and *part*, empty for a deleted article."""
    new = (part.entries[0] if isinstance(part, Fold) else part).change.new
    return new[0].path[len(chapter_of(new[0]).path) :] if new else ()
