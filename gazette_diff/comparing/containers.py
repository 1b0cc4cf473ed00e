"""Which chapter is which: told from headings and from where the articles went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.comparing.keys import plain

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Container, Unit
    from gazette_diff.core.tree import Level


@dataclass(frozen=True, slots=True)
class Counterparts:
    """What the containers of one version are called in the other.

    Containers of one heading correspond, whatever their numbers; one whose heading is gone
    corresponds to the one that most of its units went to.
    """

    by_heading: Mapping[str, str]
    by_units: tuple[Mapping[str, str], Mapping[str, str]]
    old_headed: frozenset[str]
    new_headed: frozenset[str]

    def match(self, old: str, new: str) -> bool:
        """Tell whether the containers *old* and *new* are one and the same."""
        if old in self.old_headed or new in self.new_headed:
            return self.by_heading.get(old) == new
        return self.by_units[0].get(old) == new or self.by_units[1].get(new) == old

    def pairs(self) -> dict[str, str]:
        """Return the old containers that have a counterpart which has none other."""
        pairs = dict(self.by_heading)
        for old, new in self.by_units[0].items():
            free = old not in self.old_headed and new not in self.new_headed
            if free and self.by_units[1].get(new) == old:
                pairs[old] = new
        return pairs


def counterparts(
    old: Sequence[Container],
    new: Sequence[Container],
    links: Iterable[tuple[Unit, Unit]],
) -> Counterparts:
    """Find out which containers correspond, given the *links* of the units in them."""
    headings = _single_headings(old), _single_headings(new)
    by_heading = {
        eid: headings[1][words] for words, eid in headings[0].items() if words in headings[1]
    }
    votes: tuple[dict[str, Counter[str]], dict[str, Counter[str]]] = ({}, {})
    levels = [{c.eid: c.level for c in side} for side in (old, new)]
    for one, other in links:
        for before in one.containers:
            for after in other.containers:
                if levels[0].get(before) is levels[1].get(after):
                    votes[0].setdefault(before, Counter())[after] += 1
                    votes[1].setdefault(after, Counter())[before] += 1
    return Counterparts(
        by_heading,
        (_majorities(votes[0]), _majorities(votes[1])),
        frozenset(by_heading),
        frozenset(by_heading.values()),
    )


def _single_headings(containers: Sequence[Container]) -> dict[tuple[Level | None, str], str]:
    """Return the containers by heading; 一般规定 that stands in several chapters names none."""
    found: dict[tuple[Level | None, str], str] = {}
    often = Counter((c.level, plain(c.heading)) for c in containers)
    for container in containers:
        key = container.level, plain(container.heading)
        if container.heading and often[key] == 1:
            found[key] = container.eid
    return found


def _majorities(votes: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return what more than half of the votes are for, if anything is."""
    chosen = {}
    for eid, counter in votes.items():
        name, count = counter.most_common(1)[0]
        if 2 * count > counter.total():
            chosen[eid] = name
    return chosen


def is_relocated(old: Unit, new: Unit, found: Counterparts, levels: Mapping[str, Level]) -> bool:
    """Tell whether linked units stand in different chapters (or sections of one chapter).

    *levels* names the level of each container by eId. Where only one version has a level
    (sections were introduced), it tells nothing.
    """
    before = {levels.get(eid): eid for eid in old.containers}
    after = {levels.get(eid): eid for eid in new.containers}
    return any(
        not found.match(eid, after[level]) for level, eid in before.items() if level in after
    )
