"""The entries of one chapter: a heading line each, and the rows that are worth showing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import Kind
from gazette_diff.report.terminal.article import row_lines
from gazette_diff.report.terminal.cells import pad, wrap
from gazette_diff.report.terminal.lines import (
    ROLES,
    SIGNS,
    Line,
    Role,
    Span,
    visible_line,
)
from gazette_diff.report.values import class_phrases
from gazette_diff.report.wording import (
    BY_HAND,
    DOUBTFUL,
    EDITORIAL,
    KINDS,
    evidence_word,
    kind_word,
    label,
    moved_phrase,
    with_former,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.report.folding import Fold
    from gazette_diff.report.rows import Entry, TableRow
    from gazette_diff.report.terminal.view import View

# What happened begins in this cell, so that the eye finds it in one column.
_TOLD_FROM = 26
_FORMERLY = Bilingual("原{old}", "former {old}")
_UNCHANGED_ROWS = Bilingual("[…{rows}未修改…]", "[…{rows} unchanged…]")
_CONFIDENCE = Bilingual("（置信度 {value:.2f}）", " (confidence {value:.2f})")
_LINK = Bilingual(
    "{old} → {new}  相似度 {similarity:.2f}  置信度 {confidence:.2f}",
    "{old} → {new}  similarity {similarity:.2f}  confidence {confidence:.2f}",
)


def fold_lines(fold: Fold, view: View) -> Iterator[Line]:
    """Yield the one line that stands for a run of unchanged articles."""
    new = _range([label(entry.change.new[0]) for entry in fold.entries])
    old = _range([label(entry.change.old[0]) for entry in fold.entries])
    name = new
    if new != old:
        name = view.say(with_former(Bilingual(new, new), Bilingual(old, old)))
    said = view.say(KINDS[Kind.UNCHANGED])
    if len(fold.entries) > 1:
        said = view.say(view.unit.unchanged(len(fold.entries)))
    yield from _heading(Kind.UNCHANGED, name, [Span(said, Role.QUIET)], view, Role.QUIET)
    if view.options.explain:
        for entry in fold.entries:
            yield from _evidence(entry, view)


def entry_lines(entry: Entry, view: View, *, full: bool) -> Iterator[Line]:
    """Yield the heading of *entry* and its rows; with *full* those of an unchanged one too."""
    change = entry.change
    if change.relation is Relation.UNCHANGED and view.options.unchanged == "full":
        full, view = True, replace(view, elide=False)
    yield from _heading(entry.kind, _name(entry, view), _told(entry, view), view, Role.STRONG)
    if view.options.explain:
        yield from _evidence(entry, view)
    if change.relation is Relation.UNCHANGED and not entry.arranged and not full:
        return
    article = None
    for row in _shown(entry, view, full=full):
        if isinstance(row, list):
            yield _elided(row, view)
            continue
        side = row.new
        if len(change.new) > 1 and side is not None and side.article != article:
            article = side.article
            if article is not None and not view.side:
                yield (Span("    "), Span(visible_line(label(article)), Role.STRONG))
        yield from row_lines(entry, row, view)


def _heading(kind: Kind, name: str, told: list[Span], view: View, role: Role) -> Iterator[Line]:
    """Yield the heading: sign, label and what happened, under each other from entry to entry."""
    label_words = Span(pad(visible_line(name), _TOLD_FROM - 4) + "  ", role)
    for number, line in enumerate(wrap([label_words, *told], view.left(4))):
        start = f"{SIGNS[kind]} " if number == 0 else "    "
        yield (Span(start, ROLES[kind]), *line)


def _name(entry: Entry, view: View) -> str:
    """Return the labels of an entry: 第七条（原第六条）; 原第十条 for a deleted article."""
    old, new = entry.old_label, entry.new_label
    if not new.zh:
        return view.say(_FORMERLY).format(old=view.say(old))
    return view.say(new if not old.zh or old == new else with_former(new, old))


def _told(entry: Entry, view: View) -> list[Span]:
    """Return what happened: the relation, another chapter, a doubt, the kinds of words."""
    change = entry.change
    spans = [Span(view.say(kind_word(change)), ROLES[entry.kind])]
    spans += [Span(view.say(words), Role.MOVED) for words in entry.arranged]
    moved = moved_phrase(change)
    if moved is not None:
        spans.append(Span(visible_line(view.say(moved)), Role.MOVED))
    if change.editorial and change.relation is Relation.AMENDED:
        spans.append(Span(view.say(EDITORIAL), Role.QUIET))
    if change.doubtful:
        least = min(link.confidence for link in change.links)
        doubt = view.say(DOUBTFUL) + view.say(_CONFIDENCE).format(value=least)
        spans.append(Span(f"? {doubt}", Role.DOUBT))
    if change.pinned:
        spans.append(Span(view.say(BY_HAND), Role.MOVED))
    if change.classes:
        comma = "；" if view.language == "zh" else "; "
        phrases = comma.join(view.say(phrase) for _, phrase in class_phrases(change))
        spans.append(Span(visible_line(phrases), Role.QUIET))
    parted = [Span("  ")] * (2 * len(spans) - 1)
    parted[::2] = spans
    return parted


def _evidence(entry: Entry, view: View) -> Iterator[Line]:
    """Yield how sure each link of the entry is, and why (``--explain``)."""
    names = {ref.eid: label(ref) for ref in entry.change.old}
    new_names = {ref.eid: label(ref) for ref in entry.change.new}
    for link in entry.change.links:
        text = view.say(_LINK).format(
            old=names.get(link.old, link.old),
            new=new_names.get(link.new, link.new),
            similarity=link.similarity,
            confidence=link.confidence,
        )
        words = visible_line(
            "  ".join([text, *(view.say(evidence_word(e)) for e in link.evidence)])
        )
        for line in wrap([Span(words, Role.QUIET)], view.left(4)):
            yield (Span("    "), *line)


def _shown(entry: Entry, view: View, *, full: bool) -> Iterator[TableRow | list[TableRow]]:
    """Yield the rows to show, and in their place as a list those to leave out.

    Shown are the changed and the moved rows, ``context`` rows around each, and the 款 or
    项 that every shown row hangs under; all rows of an article that was split or merged.
    """
    rows, context = entry.rows, view.options.context
    regrouped = entry.change.relation in (Relation.SPLIT, Relation.MERGED)
    if full or context is None or regrouped:
        yield from rows
        return
    keep = _worth_showing(rows, context)
    left_out: list[TableRow] = []
    for number, row in enumerate(rows):
        if number not in keep:
            left_out.append(row)
            continue
        yield from _left_out(left_out)
        left_out = []
        yield row
    yield from _left_out(left_out)


def _left_out(rows: list[TableRow]) -> Iterator[TableRow | list[TableRow]]:
    """Yield *rows* as one gap; a single row takes no more room than the gap would."""
    if len(rows) == 1:
        yield rows[0]
    elif rows:
        yield rows


def _worth_showing(rows: Sequence[TableRow], context: int) -> set[int]:
    keep: set[int] = set()
    places = {row.new.eid: number for number, row in reversed(list(enumerate(rows))) if row.new}
    for number, row in enumerate(rows):
        if row.relation is not Relation.UNCHANGED or row.moved:
            keep.update(range(max(0, number - context), min(len(rows), number + context + 1)))
    for number in tuple(keep):
        side = rows[number].new
        eid = side.eid if side else ""
        while eid := eid.rpartition("__")[0]:
            if eid in places:
                keep.add(places[eid])
    return keep


def _elided(rows: Sequence[TableRow], view: View) -> Line:
    names = [view.say(row.new.full) for row in rows if row.new]
    text = view.say(_UNCHANGED_ROWS).format(rows=_range([name for name in names if name]))
    return (Span(" " * view.words_from), Span(visible_line(text).replace("[… ", "[…"), Role.QUIET))


def _range(names: Sequence[str]) -> str:
    """Return the first and the last of *names*: 第五条–第九条."""
    if not names:
        return ""
    return names[0] if names[0] == names[-1] else f"{names[0]}–{names[-1]}"
