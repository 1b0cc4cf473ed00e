"""The cells of one change, arranged along the new text and along the old, the better kept.

Sentences are gathered into cells along one of the texts; where several 款 were divided and
joined anew, the other direction may cut finer. Trying both makes the result the same,
whichever version comes first.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gazette_diff.comparing.arranging import Cell, arrange
from gazette_diff.comparing.division import Sentences, Went
from gazette_diff.comparing.ordering import ordered
from gazette_diff.comparing.pairing import in_order_only, resemblance, words_of
from gazette_diff.comparing.units import Piece


class Matter(NamedTuple):
    """What is to be arranged: the pieces of both sides, and what corresponds in them.

    ``pairs`` are the pieces that correspond, ``stayed`` the sentences that correspond
    inside them, ``moved`` those that went to other pieces.
    """

    old: Sequence[Piece]
    new: Sequence[Piece]
    sentences: tuple[Sentences, Sentences]
    pairs: Mapping[int, int]
    stayed: Sequence[Went]
    moved: Sequence[Went]

    def turned(self) -> Matter:
        """Return the same with old and new exchanged."""
        return Matter(
            self.new,
            self.old,
            (self.sentences[1], self.sentences[0]),
            {j: i for i, j in sorted(self.pairs.items(), key=lambda pair: pair[1])},
            sorted(went.turned() for went in self.stayed),
            sorted(went.turned() for went in self.moved),
        )

    def in_order(self) -> Matter:
        """Return the same without what was moved or divided."""
        return self._replace(pairs=in_order_only(self.pairs), stayed=[], moved=[])


def arrange_both_ways(matter: Matter) -> list[Cell]:
    """Return the cells in the order of the new text.

    For every provision the cells that name it give its words, in order.
    """
    plain = matter.in_order()
    found = _candidates(matter) or _candidates(plain) or [_arranged(plain)]
    return max(found, key=_worth) if len(found) > 1 else found[0]


def _candidates(matter: Matter) -> list[list[Cell]]:
    """Return the arrangements that give all words, one if both directions agree.

    Of those worth the same the first is that of the text whose characters come first.
    """
    along_new, along_old = _arranged(matter), _arranged(matter.turned())
    back = _by_new([_turned(cell) for cell in along_old], matter.old, matter.new)
    found = [cells for cells in (along_new, back) if _exact(cells, matter.old, matter.new)]
    if len(found) == 2 and Counter(found[0]) == Counter(found[1]):
        return found[:1]
    texts = [[piece.text for piece in side] for side in (matter.old, matter.new)]
    return found if texts[0] <= texts[1] else found[::-1]


def _arranged(matter: Matter) -> list[Cell]:
    return arrange(
        matter.old, matter.new, *matter.sentences, matter.pairs, matter.stayed, matter.moved
    )


def _turned(cell: Cell) -> Cell:
    return Cell(cell.new, cell.old, cell.new_text, cell.old_text)


def _by_new(cells: Sequence[Cell], old: Sequence[Piece], new: Sequence[Piece]) -> list[Cell]:
    """Return *cells*, which follow the old text, in the order of the new one.

    What was deleted stays after the words it stood after.
    """
    chains: dict[tuple[str, str], list[int]] = {}
    for at, cell in enumerate(cells):
        if cell.old is not None:
            chains.setdefault(("old", old[cell.old].eid), []).append(at)
        if cell.new is not None:
            chains.setdefault(("new", new[cell.new].eid), []).append(at)
    wished = _wished(cells)
    rank = {at: number for number, at in enumerate(wished)}
    order = ordered(([rank[at] for at in chain] for chain in chains.values()), len(cells))
    return [cells[wished[number]] for number in order or ()]


def _wished(cells: Sequence[Cell]) -> list[int]:
    """Return the numbers of *cells* by the new text, deleted ones after those before them."""
    gone: dict[int, list[int]] = {}
    last = -1
    for at, cell in enumerate(cells):
        if cell.new is None:
            gone.setdefault(last, []).append(at)
        else:
            last = at
    wished = list(gone.get(-1, ()))
    for _, at in sorted((cell.new, at) for at, cell in enumerate(cells) if cell.new is not None):
        wished.append(at)
        wished += gone.get(at, ())
    return wished


def _worth(cells: Sequence[Cell]) -> float:
    """Return how much of the words stands beside words like them; the same both ways."""
    return math.fsum(
        resemblance(words_of(cell.old_text), words_of(cell.new_text))
        * (len(cell.old_text) + len(cell.new_text))
        for cell in cells
        if cell.old is not None and cell.new is not None
    )


def _exact(cells: Sequence[Cell], old: Sequence[Piece], new: Sequence[Piece]) -> bool:
    """Tell whether the cells give the words of every provision, in order."""
    given: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for cell in cells:
        for words, piece, text in (
            (given[0], None if cell.old is None else old[cell.old], cell.old_text),
            (given[1], None if cell.new is None else new[cell.new], cell.new_text),
        ):
            if piece is not None:
                words[piece.eid] = words.get(piece.eid, "") + text
    return given == (_words(old), _words(new))


def _words(pieces: Sequence[Piece]) -> dict[str, str]:
    words: dict[str, str] = {}
    for piece in pieces:
        words[piece.eid] = words.get(piece.eid, "") + piece.text
    return words
