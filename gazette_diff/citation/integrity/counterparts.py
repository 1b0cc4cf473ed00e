"""Where a provision of the old text stands in the new one, as the comparison found it."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.changes import DOUBT
from gazette_diff.core.places import article_of, walk_places
from gazette_diff.core.tree import CONTAINERS, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette_diff.core.changes import Change, ChangeSet, Row
    from gazette_diff.core.places import Placed


class _Measured(NamedTuple):
    """A row: the eIds of its sides ("" for none), how many characters stay, how many there were."""

    old: str
    new: str
    kept: int
    old_length: int


class Counterparts:
    """The successors of every provision of the old text, from a comparison.

    Articles (and levels of outlines) correspond by the links of the comparison, 款, 项 and
    目 by its rows, chapters by where most of their articles stand now.
    """

    def __init__(
        self, changes: ChangeSet, old: tuple[Placed, ...], new: tuple[Placed, ...]
    ) -> None:
        """Gather the links and rows of *changes*; *old* and *new* are the placed bodies."""
        self._changes = changes
        self._sides = old, new
        self._forward: dict[str, dict[str, float]] = defaultdict(dict)
        # Rows by the article of their old side.
        self._rows: dict[str, list[_Measured]] = defaultdict(list)
        self.known_old: set[str] = set()
        self.known_new: set[str] = set()
        for change in changes.changes:
            self._gather(change)
        for one, other in self._containers():
            self._link(one, other, 1.0)

    def successors(self, old: str) -> dict[str, float]:
        """Return the eIds in the new text of what *old* became, each with its confidence."""
        return self._forward.get(old, {})

    def predecessors(self, new: str) -> dict[str, float]:
        """Return the eIds in the old text that *new* was made from, each with its confidence."""
        return {old: held[new] for old, held in self._forward.items() if new in held}

    def doubtful(self, old: str, new: str) -> bool:
        """Tell whether it is in doubt that *old* became *new*."""
        return self.successors(old).get(new, 0.0) < DOUBT

    def kept(self, old: str, new: str) -> float:
        """Return the share (0–1) of the words of *old* that stand in *new* as they did."""
        before = [r for r in self._rows[article_of(old)] if _inside(r.old, old)]
        kept = sum(row.kept for row in before if _inside(row.new, new))
        length = sum(row.old_length for row in before)
        return kept / length if length else 1.0

    @cached_property
    def containers(self) -> frozenset[str]:
        """The eIds of the chapters and sections of both texts."""
        return frozenset(placed.eid for side in self._sides for placed in _containers(side))

    def _gather(self, change: Change) -> None:
        confidences = {(link.old, link.new): link.confidence for link in change.links}
        self.known_old.update(ref.eid for ref in change.old)
        self.known_new.update(ref.eid for ref in change.new)
        for (old, new), confidence in confidences.items():
            self._link(old, new, confidence)
        for row in change.rows:
            old = row.old.eid if row.old else ""
            new = row.new.eid if row.new else ""
            self.known_old.add(old)
            self.known_new.add(new)
            self._rows[article_of(old)].append(_measured(row, old, new))
            if old and new and (old, new) not in confidences:
                self._link(old, new, self._of_row(confidences, old, new))

    def _of_row(self, confidences: dict[tuple[str, str], float], old: str, new: str) -> float:
        # A clause that went to an article that is not linked is known by its words alone.
        return confidences.get((article_of(old), article_of(new)), DOUBT)

    def _link(self, old: str, new: str, confidence: float) -> None:
        self._forward[old][new] = max(confidence, self._forward[old].get(new, 0.0))
        self.known_old.add(old)
        self.known_new.add(new)

    def _containers(self) -> Iterator[tuple[str, str]]:
        """Yield each chapter of the old text with the one that holds most of its articles now."""
        old, new = self._sides
        home = {
            (placed.provision.level, article): placed.eid
            for placed in _containers(new)
            for article in _articles(placed)
        }
        for placed in _containers(old):
            level = placed.provision.level
            held: Counter[str] = Counter()
            for article in _articles(placed):
                homes = {home.get((level, new_), "") for new_ in self.successors(article)}
                held.update(homes - {""})
            if held:
                (most, count), *_ = held.most_common(1)
                if count * 2 > sum(held.values()):
                    yield placed.eid, most


def _inside(eid: str, outer: str) -> bool:
    return eid == outer or eid.startswith(f"{outer}__")


def _measured(row: Row, old: str, new: str) -> _Measured:
    kept = sum(len(s.text) for s in row.segments if s.op == "=")
    return _Measured(old, new, kept, len(row.old_text))


def _containers(placed: Iterable[Placed]) -> Iterator[Placed]:
    return (one for one in walk_places(tuple(placed)) if one.provision.level in CONTAINERS)


def _articles(placed: Placed) -> list[str]:
    return [one.eid for one in placed.walk() if one.provision.level is Level.ARTICLE]
