"""The sentences beside one row of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Part, Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import BlockKind
from gazette_diff.report.drafting.edits import REWRITTEN, SUMMARIES, quoted, told
from gazette_diff.report.drafting.places import (
    around_name,
    counted,
    listed,
    name_of,
    parent_of,
    unit_of_step,
)
from gazette_diff.report.kinds import Kind
from gazette_diff.report.wording import BLOCKS, OUTSIDE, labels, moved_phrase

if TYPE_CHECKING:
    from gazette_diff.core.changes import Change, ValueChange
    from gazette_diff.report.folding import Fold
    from gazette_diff.report.rows import Entry, TableRow
    from gazette_diff.report.sides import Side

_FATES = {
    Kind.ADDED: Bilingual("新增一条，作为{new}。", "Added as {new}."),
    Kind.DELETED: Bilingual("删去原{old}。", "{old} is deleted."),
    Kind.SPLIT: Bilingual("原{old}拆分为{new}。", "{old} is split into {new}."),
    Kind.MERGED: Bilingual("原{old}合并为{new}。", "{old} are merged into {new}."),
    Kind.REGROUPED: Bilingual("原{old}重组为{new}。", "{old} are regrouped into {new}."),
}
# An outline has no articles: its levels are told by their numbers.
_LEVEL_FATES = {
    Kind.ADDED: Bilingual("新增一项，序号为“{new}”。", "Added as {new}."),
    Kind.DELETED: Bilingual("删去本项，原序号为“{old}”。", "{old} is deleted."),
}
_LEVEL_RENUMBERED = Bilingual("序号由“{old}”改为“{new}”。", "{old} becomes {new}.")
_LEVEL_ONLY_RENUMBERED = Bilingual(
    "序号由“{old}”改为“{new}”，内容未作修改。", "{old} becomes {new}, unchanged."
)
_RENUMBERED = Bilingual("原{old}改为{new}。", "{old} becomes {new}.")
_ONLY_RENUMBERED = Bilingual("原{old}改为{new}，内容未作修改。", "{old} becomes {new}, unchanged.")
_UNCHANGED = Bilingual("内容未作修改。", "The words are unchanged.")
_REWRITTEN = Bilingual("本条内容作了较大修改", "largely written anew")
_LEVEL_REWRITTEN = Bilingual("本部分内容作了较大修改", "largely written anew")
_EDITORIAL = {
    ("wording",): Bilingual("仅作文字表述修改", "nothing but wording changed"),
    ("punctuation",): Bilingual("仅修改标点", "nothing but punctuation changed"),
    ("wording", "punctuation"): Bilingual(
        "仅作文字表述和标点修改", "nothing but wording and punctuation changed"
    ),
}
_TABLE = Bilingual("表格作了修改", "the table is amended")
_THIS = Bilingual("本条", "")
_DOUBTFUL = Bilingual("【对应关系存疑，请核对】", "[Doubtful link: please check]")
_CAME = Bilingual("{around}增加{count}，作为{names}", "{names} added{in_around}")
_WENT = Bilingual("删去原{around}{names}", "{names} left out{in_around}")
_WORDS_CAME = Bilingual("{place}增加“{words}”", "{place} “{words}” is added")
_WORDS_WENT = Bilingual("删去{place}“{words}”", "{place} “{words}” is left out")
_MUCH_CAME = Bilingual("{place}增加部分内容", "{place} words are added")
_MUCH_WENT = Bilingual("{place}删去部分内容", "{place} words are left out")
_REORDERED = Bilingual("其他各{unit}序号相应调整", "the others are renumbered")
_LONGEST = 40

_NAMES = {"chp": "章", "sec": "节", "book": "编", "part": "分编", "att": "附件", "level": "部分"}
_HEADING = Bilingual("{unit}名修改。", "The heading is amended.")
_HEADING_CAME = Bilingual("新增一{unit}。", "Added.")
_HEADING_WENT = Bilingual("删去本{unit}。", "Deleted.")
_OUTSIDE_CHANGED = {
    Relation.AMENDED: Bilingual("{name}修改。", "The {name} is amended."),
    Relation.ADDED: Bilingual("新增{name}。", "The {name} is new."),
    Relation.DELETED: Bilingual("删去{name}。", "The {name} is left out."),
}


def draft(entry: Entry) -> tuple[Bilingual, ...]:
    """Return the note on *entry*, paragraph by paragraph; none where nothing is to be said.

    The first says what became of its articles, the second what changed in their words, the
    last that their correspondence is in doubt.
    """
    change = entry.change
    moved = moved_phrase(change)
    fate = [*_fate(entry), *([_closed(moved)] if moved else []), *map(_closed, entry.arranged)]
    paragraphs = [_run_together(fate)] if fate else []
    if change.relation not in (Relation.UNCHANGED, Relation.ADDED, Relation.DELETED):
        phrases = list(_on_words(entry))
        if phrases:
            paragraphs.append(_listed(phrases))
    if change.doubtful:
        paragraphs.append(_DOUBTFUL)
    return tuple(paragraphs)


def draft_fold(fold: Fold) -> tuple[Bilingual, ...]:
    """Return the note on a run of unchanged articles: their new numbers, if they have any."""
    if not fold.renumbered:
        return ()
    first, last = fold.entries[0], fold.entries[-1]
    old, new = (
        range_of(getattr(first, side), getattr(last, side)) for side in ("old_label", "new_label")
    )
    return (_RENUMBERED.fill(old=old, new=new),)


def range_of(first: Bilingual, last: Bilingual) -> Bilingual:
    """Return 第三条至第五条, or the one label if both are the same."""
    if first == last:
        return first
    return Bilingual(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")


def draft_heading(row: TableRow) -> tuple[Bilingual, ...]:
    """Return the note on the heading of a chapter."""
    side = row.new or row.old
    token = side.eid.rpartition("__")[2].partition("_")[0] if side else ""
    unit = Bilingual(_NAMES.get(token, "部分"), "")
    if row.new is None:
        return (_HEADING_WENT.fill(unit=unit),)
    if row.old is None:
        return (_HEADING_CAME.fill(unit=unit),)
    notes = []
    if row.old.label != row.new.label and row.old.label.zh:
        notes.append(_RENUMBERED.fill(old=row.old.label, new=row.new.label))
    if row.relation is not Relation.UNCHANGED:
        notes.append(_HEADING.fill(unit=unit))
    return tuple(notes)


def draft_outside(rows: Sequence[TableRow]) -> tuple[Bilingual, ...]:
    """Return the note on words outside the body, of one kind: 题注修改。."""
    relations = {row.relation for row in rows} - {Relation.UNCHANGED}
    side = rows[0].new or rows[0].old
    if not relations or side is None:
        return ()
    unchanged = any(row.relation is Relation.UNCHANGED for row in rows)
    relation = Relation.AMENDED if unchanged or len(relations) > 1 else relations.pop()
    kind = side.ref.part
    known = BLOCKS[kind] if isinstance(kind, BlockKind) else OUTSIDE.get(side.eid)
    name = known or Bilingual("文字", "text")
    return (_OUTSIDE_CHANGED[relation].fill(name=name),)


def _fate(entry: Entry) -> Iterator[Bilingual]:
    """Yield what became of the articles as a whole."""
    change = entry.change
    old, new = labels(change.old), labels(change.new)
    refs = (*change.new, *change.old)
    level = all(ref.eid.rpartition("__")[2].startswith("level_") for ref in refs)
    unchanged = change.relation is Relation.UNCHANGED
    fates = _FATES | _LEVEL_FATES if level else _FATES
    if entry.kind in fates:
        yield fates[entry.kind].fill(old=old, new=new)
    elif change.renumbered and level:
        only = _LEVEL_ONLY_RENUMBERED if unchanged else _LEVEL_RENUMBERED
        yield only.fill(old=old, new=new)
    elif change.renumbered:
        yield (_ONLY_RENUMBERED if unchanged else _RENUMBERED).fill(old=old, new=new)
    elif unchanged and not entry.quiet:
        yield _UNCHANGED


def _on_words(entry: Entry) -> Iterator[Bilingual]:
    """Yield phrases on the words of the articles that live on."""
    change = entry.change
    if entry.kind is Kind.AMENDED and entry.changed > REWRITTEN:
        outline = change.new[0].eid.rpartition("__")[2].startswith("level_")
        yield _LEVEL_REWRITTEN if outline else _REWRITTEN
        return
    several = len(change.old) > 1 or len(change.new) > 1
    whole = _whole(change)
    found = [
        phrase
        for position, row in enumerate(entry.rows)
        if position not in whole
        for phrase in _on_row(row, [v for v in change.values if v.row == position], several)
    ]
    found += _on_provisions(entry)
    if change.classes in _EDITORIAL:
        found.insert(0, _EDITORIAL[change.classes])
    elif not found and any(s.op != "=" for row in entry.rows for s in row.segments):
        found.append(_EDITORIAL["punctuation",])
    yield from found


def _on_row(row: TableRow, values: Sequence[ValueChange], several: bool) -> Iterator[Bilingual]:
    """Yield the phrase on a row of a provision that lives on, if there is anything to say."""
    if row.relation is Relation.AMENDED and row.new is not None:
        table = row.new.ref.part is Part.TABLE
        phrases = (_TABLE,) if table else told(row.segments, values)
        if phrases:
            place = name_of(row.new, article=several)
            yield _sentence(place if place.zh or phrases[0] not in SUMMARIES else _THIS, phrases)
    elif row.relation in (Relation.ADDED, Relation.DELETED):
        yield _words_alone(row, several)


def _whole(change: Change) -> frozenset[int]:
    """Return the positions of the rows of 款, 项 and 目 that came or went as a whole."""
    return frozenset(value.row for value in change.values if value.name == "items")


def _on_provisions(entry: Entry) -> Iterator[Bilingual]:
    """Yield the sentences on 款, 项 and 目 that came or went, those inside others left out."""
    several = len(entry.change.old) > 1 or len(entry.change.new) > 1
    rows = [row for n, row in enumerate(entry.rows) if n in _whole(entry.change)]
    units = []
    for new in (True, False):
        sides = [row.new if new else row.old for row in rows]
        found = [side for side in sides if side is not None]
        eids = {side.eid for side in found}
        outer = [side for side in found if not _inside(side, eids)]
        for (_, unit), run in groupby(outer, key=lambda s: (parent_of(s), unit_of_step(s))):
            units.append(unit)
            yield _provisions_phrase(list(run), unit, new=new, article=several)
    others = [row for row in entry.rows if row.renumbered]
    if units and others and not entry.arranged:
        yield _REORDERED.fill(unit="、".join(dict.fromkeys(_units(others))))


def _provisions_phrase(sides: list[Side], unit: str, *, new: bool, article: bool) -> Bilingual:
    around = around_name(sides[0], article=article)
    wording = _CAME if new else _WENT
    return wording.fill(
        around=around.zh,
        in_around=Bilingual("", f" in {around.en}" if around.en else ""),
        count=counted(len(sides), unit),
        names=listed(sides),
    )


def _inside(side: Side, eids: set[str]) -> bool:
    outer = parent_of(side)
    while outer:
        if outer in eids:
            return True
        outer = outer.rpartition("__")[0]
    return False


def _units(rows: Iterable[TableRow]) -> Iterator[str]:
    for row in rows:
        if row.new is not None and (unit := unit_of_step(row.new)):
            yield unit


def _words_alone(row: TableRow, several: bool) -> Bilingual:
    """Return the sentence on words that came or went within a provision that lives on."""
    side = row.new or row.old
    words = "".join(segment.text for segment in row.segments)
    came = row.new is not None
    if side is None or len(words) > _LONGEST or side.ref.part is Part.TABLE:
        wording = _MUCH_CAME if came else _MUCH_WENT
    else:
        wording = _WORDS_CAME if came else _WORDS_WENT
    place = name_of(side, article=several) if side else Bilingual("", "")
    if not came and place.zh:
        place = Bilingual(f"原{place.zh}", place.en)
    return wording.fill(place=place, words=quoted(words))


def _sentence(place: Bilingual, phrases: Sequence[Bilingual]) -> Bilingual:
    english = ", ".join(phrase.en for phrase in phrases)
    return Bilingual(
        place.zh + "，".join(phrase.zh for phrase in phrases),
        f"{place.en}: {english}" if place.en else english,
    )


def _closed(phrase: Bilingual) -> Bilingual:
    english = phrase.en.strip()
    return Bilingual(f"{phrase.zh}。", f"{english[:1].upper()}{english[1:]}.")


def _listed(phrases: Sequence[Bilingual]) -> Bilingual:
    """Return *phrases* as one sentence, each told once."""
    phrases = tuple(dict.fromkeys(phrases))
    joined = Bilingual("；".join(p.zh for p in phrases), "; ".join(p.en.strip() for p in phrases))
    return _closed(joined)


def _run_together(sentences: Sequence[Bilingual]) -> Bilingual:
    return Bilingual("".join(s.zh for s in sentences), " ".join(s.en for s in sentences))
