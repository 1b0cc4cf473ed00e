"""Which words stand side by side: cells, in the order of the new text.

A cell holds a run of sentences of one old and of one new piece, or of one of them. A piece
that was divided stands in several cells, its sentences in their order; where that is not the
order of the new text, the words that were moved stand beside those they were taken from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from gazette_diff.comparing.ordering import heaviest_rise, ordered

if TYPE_CHECKING:
    from gazette_diff.comparing.division import Sentences, Went
    from gazette_diff.comparing.units import Piece


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of the old piece *old* beside words of the new piece *new*; None is no piece."""

    old: int | None
    new: int | None
    old_text: str
    new_text: str


def arrange(
    old: Sequence[Piece],
    new: Sequence[Piece],
    old_sentences: Sentences,
    new_sentences: Sentences,
    pairs: Mapping[int, int],
    stayed: Sequence[Went],
    moved: Sequence[Went],
) -> list[Cell]:
    """Return the cells for the pieces.

    *pairs* are the pieces that correspond, *stayed* the sentences that correspond inside
    them, *moved* those that went to other pieces.
    """
    went = (*stayed, *moved)
    cells, cell_of = _cells_of_new(new_sentences, pairs, went)
    wished = _wishes(old_sentences, pairs, went, cells, cell_of)
    places = _places(old, old_sentences, wished, in_order=False)
    order = ordered(_chains(old, new, cells, places), len(cells))
    if order is None:
        places = _places(old, old_sentences, wished, in_order=True)
        order = list(range(len(cells)))
    filled = [replace(cell, old=None) for cell in cells]
    for p, homes in places.items():
        for home, sentence in zip(homes, old_sentences[p], strict=True):
            text = filled[home].old_text + sentence
            filled[home] = replace(filled[home], old=p, old_text=text)
    return _with_deleted(old, filled, order, places)


def _cells_of_new(
    sentences: Sentences, pairs: Mapping[int, int], went: Sequence[Went]
) -> tuple[list[Cell], dict[tuple[int, int], int]]:
    """Cut the new pieces into cells by the old piece that each sentence comes from.

    A sentence that comes from nowhere stands with the one before it.
    """
    partner = {q: p for p, q in pairs.items()}
    origin = {(one.new, one.new_sentence): one.old for one in went}
    cells: list[Cell] = []
    cell_of: dict[tuple[int, int], int] = {}
    for q, piece in enumerate(sentences):
        sources = [origin.get((q, t)) for t in range(len(piece))]
        if all(source is None for source in sources):
            sources = [partner.get(q)] * len(piece)
        for t, (source, sentence) in enumerate(zip(_filled(sources), piece, strict=True)):
            if cells and cells[-1].new == q and cells[-1].old == source:
                cells[-1] = replace(cells[-1], new_text=cells[-1].new_text + sentence)
            else:
                cells.append(Cell(source, q, "", sentence))
            cell_of[q, t] = len(cells) - 1
    return cells, cell_of


def _filled(values: Sequence[int | None]) -> list[int | None]:
    """Return *values* with each None replaced by the value before it, else by the next."""
    filled: list[int | None] = []
    last = next((value for value in values if value is not None), None)
    for value in values:
        last = last if value is None else value
        filled.append(last)
    return filled


def _wishes(
    sentences: Sentences,
    pairs: Mapping[int, int],
    went: Sequence[Went],
    cells: Sequence[Cell],
    cell_of: Mapping[tuple[int, int], int],
) -> list[list[int | None]]:
    """Return for each sentence of the old pieces the cell it should stand in, if it tells.

    A piece of which no sentence tells goes where its counterpart stands.
    """
    wished: list[list[int | None]] = [[None] * len(piece) for piece in sentences]
    for one in went:
        home = cell_of[one.new, one.new_sentence]
        # Only a cell of its own piece: its partner may have come from elsewhere after all.
        if cells[home].old == one.old:
            wished[one.old][one.old_sentence] = home
    own: dict[tuple[int, int], int] = {}
    for number, cell in enumerate(cells):
        if cell.old is not None and cell.new is not None:
            own.setdefault((cell.old, cell.new), number)
    for p, q in pairs.items():
        if all(wish is None for wish in wished[p]) and (p, q) in own:
            wished[p] = [own[p, q]] * len(wished[p])
    return wished


def _places(
    old: Sequence[Piece],
    sentences: Sentences,
    wished: Sequence[Sequence[int | None]],
    *,
    in_order: bool,
) -> dict[int, list[int]]:
    """Return the cells of the sentences of each old piece that stays.

    The wishes for one provision are granted if they never come back to a cell they left
    (or, *in_order*, never go back at all), else those that go on together and weigh most.
    A sentence without a cell goes with the one before or after it.
    """
    provisions: dict[str, list[tuple[int, int]]] = {}
    for p, piece in enumerate(old):
        for s in range(len(sentences[p])):
            if wished[p][s] is not None:
                provisions.setdefault(piece.eid, []).append((p, s))
    granted: list[list[int | None]] = [[None] * len(piece) for piece in sentences]
    for own in provisions.values():
        steps = [(wished[p][s] or 0, len(sentences[p][s])) for p, s in own]
        visits = [place for place, _ in groupby(place for place, _ in steps)]
        free = not in_order and len(visits) == len(set(visits))
        for at in range(len(steps)) if free else heaviest_rise(steps):
            p, s = own[at]
            granted[p][s] = steps[at][0]
    places: dict[int, list[int]] = {}
    for p, homes in enumerate(granted):
        filled = [home for home in _filled(homes) if home is not None]
        if filled:
            places[p] = filled
    return places


def _chains(
    old: Sequence[Piece],
    new: Sequence[Piece],
    cells: Sequence[Cell],
    places: Mapping[int, Sequence[int]],
) -> list[list[int]]:
    """Return the cells of each provision of either version, in the order of its words."""
    chains: dict[tuple[str, str], list[int]] = {}
    for number, cell in enumerate(cells):
        if cell.new is not None:
            chains.setdefault(("new", new[cell.new].eid), []).append(number)
    for p in sorted(places):
        chains.setdefault(("old", old[p].eid), []).extend(dict.fromkeys(places[p]))
    return list(chains.values())


def _with_deleted(
    old: Sequence[Piece],
    cells: Sequence[Cell],
    order: Sequence[int],
    places: Mapping[int, Sequence[int]],
) -> list[Cell]:
    """Put the old pieces that went nowhere among the cells, after those they stood after."""
    gone: dict[int, list[Cell]] = {}
    last = -1
    last_of: dict[str, int] = {}
    for p, piece in enumerate(old):
        if p in places:
            last = places[p][-1]
        else:
            last = max(last, last_of.get(piece.eid, -1))
            gone.setdefault(last, []).append(Cell(p, None, piece.text, ""))
        last_of[piece.eid] = max(last, last_of.get(piece.eid, -1))
    result = list(gone.get(-1, ()))
    for number in order:
        cell = cells[number]
        joins = result and cell.old is None is result[-1].old and result[-1].new == cell.new
        if joins and cell.new is not None:
            result[-1] = replace(result[-1], new_text=result[-1].new_text + cell.new_text)
        else:
            result.append(cell)
        result += gone.get(number, ())
    return result
