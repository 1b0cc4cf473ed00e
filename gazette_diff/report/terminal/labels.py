"""What stands in the label column: 第二款, （三）, and where the words stood before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual, Language
from gazette_diff.report.terminal.cells import flow, wrap
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.wording import CONTINUED, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.report.rows import Entry, TableRow
    from gazette_diff.report.sides import Side

# Room for 第一款（续）, 原（十二） and 原第四条; a longer label takes several lines.
_CELLS: dict[Language, int] = {"zh": 10, "en": 11}
# Where a label may be broken: 原 第二十一条 第二款 （三）, was 第二十一条 / para. 2 / （三）.
_STEP = re.compile(r"was|原|第[^第（ ]*|（[^）]*）|para\. \S+|\S+")
_WAS = Bilingual("原", "was ")


def label_cells(language: Language) -> int:
    """Return the width of the label column."""
    return _CELLS[language]


def row_label(entry: Entry | None, row: TableRow, language: Language) -> list[Span]:
    """Return the label of *row*, and as a second piece where the words stood before.

    The second piece stands only where the place within the article changed, or where the
    article itself is not said by the heading of *entry* alone (a split, a merge).
    """
    side = row.new or row.old
    if side is None:
        return []
    if entry is None:
        return [Span(visible_line(side.full.in_(language)), Role.PLAIN)]
    was = _was(entry, row, language)
    role = Role.QUIET if row.relation is Relation.UNCHANGED else Role.PLAIN
    if row.new is None:
        text = was or side.label.in_(language)
        # Among the rows of the new text the number of an old one must not pass for a new one.
        if text and entry.change.new:
            text = _WAS.in_(language) + text
        return [Span(visible_line(text), role)]
    pieces = [Span(visible_line(side.label.in_(language)), role)]
    if was:
        pieces.append(Span(visible_line(_WAS.in_(language) + was), Role.QUIET))
    return [piece for piece in pieces if piece.text]


def replaced_labels(
    entry: Entry | None, row: TableRow, language: Language
) -> tuple[list[Span], list[Span]]:
    """Return the labels of the old and of the new words of a *row* replaced as a whole.

    Old words never stand under a new number: they have their own label or none. A label
    that both share stands before the old words, outside the articles before either.
    """
    if entry is None or row.old is None or row.new is None:
        sides = (row.old, row.new)
        old, new = ([Span(visible_line(s.full.in_(language)))] if s else [] for s in sides)
        return old, new
    pieces = row_label(entry, row, language)
    if len(pieces) > 1:
        return [pieces[1]], [pieces[0]]
    return (pieces, []) if row.old.label == row.new.label else ([], pieces)


def label_lines(pieces: Sequence[Span], language: Language) -> list[Line]:
    """Return the *pieces* of a label one below the other, each broken between its steps."""
    gap = "" if language == "zh" else " "
    lines: list[Line] = []
    for text, role in pieces:
        steps = [Span(step, role) for step in _STEP.findall(text)]
        for line in flow(steps, label_cells(language), gap):
            lines += wrap(line, label_cells(language))
    return lines or [EMPTY]


def side_label(side: Side | None, language: Language, role: Role, *, several: bool) -> list[Span]:
    """Return the label of one side; its article too, where there are *several* on that side."""
    if side is None:
        return []
    pieces = [label(side.article)] if several and side.article is not None else []
    pieces.append(side.label.in_(language))
    return [Span(visible_line(piece), role) for piece in pieces if piece]


def _was(entry: Entry, row: TableRow, language: Language) -> str:
    """Return where the words of *row* stood before, empty if that needs no saying."""
    old = row.old
    if old is None or old.article is None:
        return ""
    if _came_with_parent(entry, row):
        return old.label.in_(language) if row.renumbered else ""
    place = old.full.in_(language)
    if place == CONTINUED.in_(language).strip():
        place = ""  # the sole 款 of its article, in parts
    change = entry.change
    if len(change.old) > 1:
        gap = "" if language == "zh" else " "
        return (label(old.article) + gap + place).strip()
    if row.new is not None and (row.relabelled or len(change.new) > 1):
        return place
    return ""


def _came_with_parent(entry: Entry, row: TableRow) -> bool:
    """Whether *row* hangs under words that came from where its own parent stood before.

    Their label has said then from where, and for which article.
    """
    if row.old is None or row.new is None:
        return False
    before, now = (side.eid.rpartition("__")[0] for side in (row.old, row.new))
    if row.old.article is None or before == row.old.article.eid:
        return False
    sources = {r.old.eid for r in entry.rows if r.old and r.new and r.new.eid == now}
    return sources == {before}
