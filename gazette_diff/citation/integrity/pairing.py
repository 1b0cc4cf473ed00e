"""The same reference in both texts: found by the place in the words, not by its number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation.cross_references import TextReference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from gazette_diff.core.changes import ChangeSet, Row

# So much may stand between two members of a list: 、 和 或者.
_JOINT = 3
# Words that may differ beside a reference that is held to be the same: 依照本法第十条规定 and
# 按照本法第十二条规定.
_BESIDE = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Spot:
    """A reference within a row: at ``start`` to ``end`` of the words of one side.

    Each is only equal to itself: to compare or hash one would walk the tree it stands in.
    """

    start: int
    end: int
    reference: TextReference


class _Region(NamedTuple):
    """Where in the old words of a row a stretch of the new ones came from.

    ``exact`` says that the stretch stands in both texts alike; ``near`` that words beside
    it do.
    """

    start: int
    end: int
    exact: bool
    near: bool


def pair_references(
    changes: ChangeSet,
    old: Sequence[TextReference],
    new: Sequence[TextReference],
    follows: Callable[[TextReference, TextReference], bool],
) -> dict[int, TextReference]:
    """Return the old reference for each of *new* that has one, by its index in *new*.

    Two references are the same where the words that the comparison put side by side hold
    one each at the same place, between words that stayed. In a list of references that was
    edited the places tell little: there those go together first of which *follows* says
    that they name the same.
    """
    rows = [row for change in changes.changes for row in change.rows]
    before = _spots(rows, old, "old")
    after = _spots(rows, new, "new")
    number = {id(reference): index for index, reference in enumerate(new)}
    paired: dict[int, TextReference] = {}
    for index, row in enumerate(rows):
        if before[index] and after[index]:
            for spot, partner in _pair(row, before[index], after[index], follows):
                paired[number[id(spot.reference)]] = partner.reference
    return paired


def _spots(
    rows: Sequence[Row], references: Iterable[TextReference], side: str
) -> dict[int, list[_Spot]]:
    """Return the references of each row, by its number, at their offsets in its words.

    The rows that name a provision give, in order, its words; a reference is found in them
    by its offset in the whole.
    """
    pieces: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, row in enumerate(rows):
        ref = row.old if side == "old" else row.new
        if ref is not None:
            pieces[ref.eid].append((index, row.old_text if side == "old" else row.new_text))
    spots: dict[int, list[_Spot]] = defaultdict(list)
    for one in references:
        held = pieces.get(one.source.eid, [])
        base = _base(one, "".join(text for _, text in held))
        if base < 0:
            continue
        start, end = base + one.found.start, base + one.found.end
        for index, text in held:
            if start >= 0 and end <= len(text):
                spots[index].append(_Spot(start, end, one))
                break
            start, end = start - len(text), end - len(text)
    return spots


def _base(one: TextReference, words: str) -> int:
    """Return where the part of the provision that *one* stands in begins in its *words*."""
    provision = one.source.provision
    if one.part == "closing":
        return words.rfind(provision.closing)
    return words.find(provision.text)


def _pair(
    row: Row,
    before: Sequence[_Spot],
    after: Sequence[_Spot],
    follows: Callable[[TextReference, TextReference], bool],
) -> list[tuple[_Spot, _Spot]]:
    """Return the references of *row* that are the same, the new one first."""
    regions = {spot: _region(row, spot.start, spot.end) for spot in after}
    edited = {spot for run in _runs(after) if not _stayed(row, run) for spot in run}
    left, pairs = list(before), []

    def take(spot: _Spot, partner: _Spot) -> None:
        left.remove(partner)
        pairs.append((spot, partner))

    for spot in after:
        if spot in edited:
            same = [one for one in left if follows(one.reference, spot.reference)]
            if same:
                take(spot, min(same, key=lambda one: abs(one.start - regions[spot].start)))
    done = {spot for spot, _ in pairs}
    for spot in after:
        region = regions[spot]
        exact = [one for one in left if (one.start, one.end) == (region.start, region.end)]
        if spot not in done and region.exact and exact and spot not in edited:
            take(spot, exact[0])
    done = {spot for spot, _ in pairs}
    waiting = {
        spot: [one for one in left if _overlaps(one, regions[spot])]
        for spot in after
        if spot not in done and regions[spot].near and _mostly_kept(row)
    }
    for spot, partners in waiting.items():
        rivals = [other for other, held in waiting.items() if set(held) & set(partners)]
        if len(partners) == 1 and rivals == [spot]:
            take(spot, partners[0])
    return pairs


def _mostly_kept(row: Row) -> bool:
    """Tell whether at least half of the words of *row* stayed: else its places tell nothing."""
    kept = sum(len(segment.text) for segment in row.segments if segment.op == "=")
    return kept * 2 >= max(len(row.old_text), len(row.new_text))


def _overlaps(one: _Spot, region: _Region) -> bool:
    return one.start < region.end and region.start < one.end


def _runs(spots: Sequence[_Spot]) -> list[list[_Spot]]:
    """Return *spots* as the lists they stand in: 第三条、第五条和第七条 is one."""
    runs: list[list[_Spot]] = []
    for spot in spots:
        if runs and spot.start - runs[-1][-1].end <= _JOINT:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs


def _stayed(row: Row, run: Sequence[_Spot]) -> bool:
    """Tell whether the whole list *run* stands in both texts, with nothing in it deleted."""
    return _region(row, run[0].start, run[-1].end).exact


def _region(row: Row, start: int, end: int) -> _Region:
    """Return where the new words of *row* from *start* to *end* stand in the old ones."""
    # Each stretch that both have: where it begins in the old words, in the new, its length.
    kept: list[tuple[int, int, int]] = []
    old = new = 0
    for segment in row.segments:
        if segment.op == "=":
            kept.append((old, new, len(segment.text)))
        old += len(segment.text) * (segment.op != "+")
        new += len(segment.text) * (segment.op != "-")
    first, last = 0, old
    exact = left = right = False
    for at, begin, length in kept:
        if begin <= start and end <= begin + length:
            return _Region(at + start - begin, at + end - begin, exact=True, near=True)
        if begin <= start:
            first = at + min(length, start - begin)
            left = start - (begin + length) <= _BESIDE and length > 0
        if begin + length >= end:
            last = at + max(0, end - begin)
            right = begin - end <= _BESIDE
            break
    return _Region(first, last, exact=exact, near=left or right)
