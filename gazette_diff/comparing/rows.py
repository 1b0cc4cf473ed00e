"""The rows of one change: its 款, 项 and 目 side by side, to the last word.

Rows follow the new text; what was deleted stands where it stood among its neighbours. For
every provision the rows that name it give its words, in order: that is checked, and rows
without moved and divided pieces are given where it does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gazette_diff.comparing.both_ways import Matter, arrange_both_ways
from gazette_diff.comparing.division import Sentences, Went, cut, sentences_that_went
from gazette_diff.comparing.inline import segments
from gazette_diff.comparing.pairing import NOTHING_APART, Apart, Pair, pair_pieces
from gazette_diff.comparing.support import cut_for, joined
from gazette_diff.core.changes import Relation, Row, RowRef

if TYPE_CHECKING:
    from gazette_diff.comparing.arranging import Cell
    from gazette_diff.comparing.units import Piece


def rows_of(
    old: Sequence[Piece],
    new: Sequence[Piece],
    apart: Apart = NOTHING_APART,
    often: Mapping[str, int] | None = None,
) -> tuple[Row, ...]:
    """Return the rows for the pieces *old* and *new* of linked units.

    *apart* are the pairs of pieces whose units are not linked themselves, *often* counts the
    characters of both regulations (see :func:`inline.segments`).
    """
    if not old or not new or [p.text for p in old] == [p.text for p in new]:
        return _plain_rows(old, new)
    sentences = [cut(piece) for piece in old], [cut(piece) for piece in new]
    cells = _cells(old, new, sentences, apart)
    missing = apart.linked - joined(cells, apart) if apart.linked else frozenset[Pair]()
    if missing:
        cells = _with_more_joined(old, new, sentences, apart, cells)
    return tuple(_row(cell, old, new, often) for cell in cells)


def _cells(
    old: Sequence[Piece],
    new: Sequence[Piece],
    sentences: tuple[Sentences, Sentences],
    apart: Apart,
) -> list[Cell]:
    found = _correspondence(old, new, sentences, apart)
    return arrange_both_ways(Matter(old, new, sentences, *found))


def _with_more_joined(
    old: Sequence[Piece],
    new: Sequence[Piece],
    sentences: tuple[Sentences, Sentences],
    apart: Apart,
    cells: list[Cell],
) -> list[Cell]:
    """Return cells in which more of the linked units stand together, else *cells*."""
    shown = apart.linked & joined(cells, apart)
    finer = _finer(old, new, sentences, apart.linked - shown, apart)
    if finer == sentences:
        return cells
    found = _cells(old, new, finer, apart)
    return found if len(apart.linked & joined(found, apart)) > len(shown) else cells


def _finer(
    old: Sequence[Piece],
    new: Sequence[Piece],
    sentences: tuple[Sentences, Sentences],
    missing: frozenset[Pair],
    apart: Apart,
) -> tuple[Sentences, Sentences]:
    """Return the sentences cut for the links *missing*, in one direction for both."""
    if _forward(old, new):
        return cut_for(*sentences, missing, apart)
    turned = cut_for(
        sentences[1], sentences[0], frozenset((j, i) for i, j in missing), apart.turned()
    )
    return turned[1], turned[0]


def _forward(old: Sequence[Piece], new: Sequence[Piece]) -> bool:
    return [piece.text for piece in old] <= [piece.text for piece in new]


def sole_row(old: Piece, new: Piece, position: int = 0) -> Row:
    """Return the row in which *new* takes the place of *old*, whatever they have in common.

    Both stand at *position* among the pieces of their side.
    """
    relation = Relation.UNCHANGED if old.text == new.text else Relation.AMENDED
    words = segments(old.text, new.text)
    return Row(relation, _ref(old, position), _ref(new, position), words)


def _correspondence(
    old: Sequence[Piece],
    new: Sequence[Piece],
    sentences: tuple[Sentences, Sentences],
    apart: Apart,
) -> tuple[dict[int, int], list[Went], list[Went]]:
    """Return the pieces that correspond, and the sentences inside them and across others.

    Found in one direction for both, so that swapping the versions changes nothing.
    """
    if _forward(old, new):
        pairs = pair_pieces(old, new, apart)
        return pairs, *sentences_that_went(*sentences, pairs, apart)
    turned = pair_pieces(new, old, apart.turned())
    stayed, moved = sentences_that_went(sentences[1], sentences[0], turned, apart.turned())
    pairs = {i: j for j, i in sorted(turned.items())}
    return pairs, [went.turned() for went in stayed], [went.turned() for went in moved]


def _plain_rows(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Row, ...]:
    """Return the rows where nothing has to be found: one side is empty, or both are equal."""
    if old and new:
        both = zip(old, new, strict=True)
        return tuple(sole_row(one, other, at) for at, (one, other) in enumerate(both))
    gone = [
        Row(Relation.DELETED, _ref(p, n), None, segments(p.text, "")) for n, p in enumerate(old)
    ]
    came = [Row(Relation.ADDED, None, _ref(p, n), segments("", p.text)) for n, p in enumerate(new)]
    return (*gone, *came)


def _row(
    cell: Cell, old: Sequence[Piece], new: Sequence[Piece], often: Mapping[str, int] | None
) -> Row:
    before = _ref(old[cell.old], cell.old) if cell.old is not None else None
    after = _ref(new[cell.new], cell.new) if cell.new is not None else None
    if before is None:
        relation = Relation.ADDED
    elif after is None:
        relation = Relation.DELETED
    else:
        same = cell.old_text == cell.new_text
        relation = Relation.UNCHANGED if same else Relation.AMENDED
    return Row(relation, before, after, segments(cell.old_text, cell.new_text, often))


def _ref(piece: Piece, position: int = 0) -> RowRef:
    return RowRef(piece.eid, piece.label, piece.part, position)
