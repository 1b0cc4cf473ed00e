"""Two texts as one, in which words stay, go and come: what tracked changes are written from.

The rows of the comparison say which characters are the same. Of what changed places only as
much can stay as keeps its order in both texts; the rest goes where it was and comes where it
is. What stays and comes gives the new text, what stays and goes the old one, by construction
and to the last character and end of a paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from gazette_diff.report.word.markup import Op
from gazette_diff.report.word.paragraphs import Character, Key, Paragraph, place_of

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet, Row

#: The same characters in both texts, by their keys in the old one.
Same: TypeAlias = Mapping[Key, Key]


@dataclass(frozen=True, slots=True)
class Number:
    """The number before the words of a paragraph; that of an ``article`` is set apart."""

    text: str
    article: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """The end of a paragraph."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, which stands between paragraphs."""

    paragraph: Paragraph

    def characters(self) -> Iterator[Character]:
        """Yield the characters of all cells."""
        for row in self.paragraph.table or ():
            for cell in row:
                yield from cell


Atom: TypeAlias = Character | Number | End | Grid


class Step(NamedTuple):
    """What becomes of one atom: it stays (then both sides are there), goes or comes."""

    op: Op
    old: Atom | None
    new: Atom | None

    @property
    def atom(self) -> Atom:
        """The atom; of one that stays that of the new text."""
        found = self.new or self.old
        assert found is not None
        return found


class _Run(NamedTuple):
    """Atoms that are the same and follow each other in both texts."""

    old: int
    new: int
    length: int
    weight: int


def same_characters(changes: ChangeSet) -> Same:
    """Return which characters of both texts are the same, told by the rows of *changes*."""
    same: dict[Key, Key] = {}
    at: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for row in _rows(changes):
        places = [ref and place_of(ref.eid, ref.part) for ref in (row.old, row.new)]
        for op, text in row.segments:
            starts = [at[side][place] if place else 0 for side, place in enumerate(places)]
            if op == "=" and places[0] and places[1]:
                for offset in range(len(text)):
                    same[Key(places[0], starts[0] + offset)] = Key(places[1], starts[1] + offset)
            for side, place in enumerate(places):
                if place and op != "+-"[side]:
                    at[side][place] += len(text)
    return same


def _rows(changes: ChangeSet) -> Iterator[Row]:
    yield from changes.frame
    for change in changes.changes:
        yield from change.rows


def atoms(paragraphs: Iterable[Paragraph]) -> list[Atom]:
    """Return *paragraphs* as atoms."""
    found: list[Atom] = []
    for paragraph in paragraphs:
        if paragraph.table is not None:
            found.append(Grid(paragraph))
            continue
        if paragraph.label:
            found.append(Number(paragraph.label, paragraph.numbered))
        found += paragraph.characters
        found.append(End(paragraph))
    return found


def merged(old: Sequence[Atom], new: Sequence[Atom], same: Same) -> list[Step]:
    """Return *old* and *new*, both of which end with the end of a paragraph, as one."""
    runs = _passable(_in_order(_runs(old, new, same)), old, new)
    steps: list[Step] = []
    i = j = 0
    inside = False  # whether the place before is inside a paragraph
    for run in (*runs, _Run(len(old) - 1, len(new) - 1, 1, 0)):
        steps += _between(old[i : run.old], new[j : run.new], inside=inside)
        i, j = run.old + run.length, run.new + run.length
        pairs = zip(old[run.old : i], new[run.new : j], strict=True)
        steps += [Step("=", before, after) for before, after in pairs]
        inside = isinstance(old[i - 1], Character)
    return steps


def merged_cells(old: Sequence[Character], new: Sequence[Character], same: Same) -> list[Step]:
    """Return the characters of two cells as one."""
    steps: list[Step] = []
    i = j = 0
    for run in (*_in_order(_runs(old, new, same)), _Run(len(old), len(new), 0, 0)):
        steps += [Step("-", atom, None) for atom in old[i : run.old]]
        steps += [Step("+", None, atom) for atom in new[j : run.new]]
        i, j = run.old + run.length, run.new + run.length
        pairs = zip(old[run.old : i], new[run.new : j], strict=True)
        steps += [Step("=", before, after) for before, after in pairs]
    return steps


def matched(weights: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Return the heaviest pairs of *weights* that keep their order on both sides."""
    # The heaviest partner of each, so that none has two.
    best: dict[int, tuple[int, int]] = {}
    for (i, j), weight in sorted(weights.items(), key=lambda one: (one[1], one[0])):
        best[i] = (j, weight)
    taken: dict[int, tuple[int, int]] = {}
    for i, (j, weight) in best.items():
        if j not in taken or taken[j][1] < weight:
            taken[j] = (i, weight)
    runs = [_Run(i, j, 1, weight) for j, (i, weight) in taken.items()]
    return [(run.old, run.new) for run in _in_order(sorted(runs))]


def _runs(old: Sequence[Atom], new: Sequence[Atom], same: Same) -> list[_Run]:
    """Return the atoms that are the same, in the order of *old*."""
    at = {atom.key: j for j, atom in enumerate(new) if isinstance(atom, Character)}
    runs: list[_Run] = []
    for i, atom in enumerate(old):
        if not isinstance(atom, Character):
            continue
        key = same.get(atom.key)
        j = at.get(key) if key else None
        if j is None:
            continue
        last = runs[-1] if runs else None
        if last and (i, j) == (last.old + last.length, last.new + last.length):
            runs[-1] = _Run(last.old, last.new, last.length + 1, last.weight + 1)
        else:
            runs.append(_Run(i, j, 1, 1))
    return sorted([*runs, *_grids(old, new, same)])


def _grids(old: Sequence[Atom], new: Sequence[Atom], same: Same) -> list[_Run]:
    """Return the tables that have most of their characters in common."""
    where = {
        character.key: j
        for j, atom in enumerate(new)
        if isinstance(atom, Grid)
        for character in atom.characters()
    }
    weights: Counter[tuple[int, int]] = Counter()
    for i, atom in enumerate(old):
        if isinstance(atom, Grid):
            for character in atom.characters():
                key = same.get(character.key)
                if key is not None and key in where:
                    weights[i, where[key]] += 1
    return [_Run(i, j, 1, weights[i, j]) for i, j in matched(weights)]


def _in_order(runs: Sequence[_Run]) -> list[_Run]:
    """Return the heaviest of *runs*, sorted by ``old``, whose ``new`` rise, too."""
    # The least end of a chain of each weight that no lighter chain reaches sooner.
    ends: list[int] = []
    weights: list[int] = []
    tails: list[int] = []
    before: list[int | None] = []
    for position, run in enumerate(runs):
        place = bisect_right(ends, run.new)
        before.append(tails[place - 1] if place else None)
        weight = run.weight + (weights[place - 1] if place else 0)
        stop = place
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        ends[place:stop], weights[place:stop], tails[place:stop] = [run.new], [weight], [position]
    chain: list[_Run] = []
    here = tails[-1] if tails else None
    while here is not None:
        chain.append(runs[here])
        here = before[here]
    return chain[::-1]


def _passable(runs: Sequence[_Run], old: Sequence[Atom], new: Sequence[Atom]) -> list[_Run]:
    """Return *runs* without those that would have a table go or come inside a paragraph."""
    counts = [_counts(side) for side in (old, new)]

    def blocked(before: _Run, after: _Run) -> bool:
        if not isinstance(old[before.old], Character):
            return False
        gaps = (
            (before.old + before.length, after.old),
            (before.new + before.length, after.new),
        )
        (ends, grids), (other_ends, other_grids) = (
            tuple(count[stop] - count[start] for count in side)
            for side, (start, stop) in zip(counts, gaps, strict=True)
        )
        return bool((grids and not other_ends) or (other_grids and not ends))

    kept: list[_Run] = []
    for run in runs:
        if not (kept and blocked(kept[-1], run)):
            kept.append(run)
    last = _Run(len(old) - 1, len(new) - 1, 1, 0)
    while kept and blocked(kept[-1], last):
        kept.pop()
    return kept


def _counts(side: Sequence[Atom]) -> tuple[list[int], list[int]]:
    """Return how many ends of paragraphs, and how many tables, stand before each atom."""
    ends = accumulate((isinstance(atom, End) for atom in side), initial=0)
    return list(ends), list(accumulate((isinstance(atom, Grid) for atom in side), initial=0))


def _between(old: Sequence[Atom], new: Sequence[Atom], *, inside: bool) -> Iterator[Step]:
    """Yield what lies between two places that stay; *inside* a paragraph, or after its end.

    A paragraph that goes on ends with what ended it before. Whole paragraphs go and come
    before the beginning of the one that follows.
    """
    if inside:
        end, other = _first_end(old), _first_end(new)
        if end is None or other is None:
            yield from _replaced(old, new)
            return
        yield from _replaced(old[:end], new[:other])
        yield Step("=", old[end], new[other])
        old, new = old[end + 1 :], new[other + 1 :]
    cuts = [_after_last_end(side) for side in (old, new)]
    yield from _replaced(old[: cuts[0]], new[: cuts[1]])
    old, new = old[cuts[0] :], new[cuts[1] :]
    if old and new and isinstance(old[0], Number) and old[0] == new[0]:
        yield Step("=", old[0], new[0])
        old, new = old[1:], new[1:]
    yield from _replaced(old, new)


def _replaced(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Step]:
    yield from (Step("-", atom, None) for atom in old)
    yield from (Step("+", None, atom) for atom in new)


def _first_end(side: Sequence[Atom]) -> int | None:
    return next((n for n, atom in enumerate(side) if isinstance(atom, End)), None)


def _after_last_end(side: Sequence[Atom]) -> int:
    return next((n for n in range(len(side), 0, -1) if isinstance(side[n - 1], End | Grid)), 0)
