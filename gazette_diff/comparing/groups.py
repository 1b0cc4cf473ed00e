"""Links drawn together: which units make up one change, and in which order changes stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gazette_diff.comparing.alignment import Match
from gazette_diff.comparing.backbone import backbone


class Group(NamedTuple):
    """The units of one change, in the order of their texts, and the matches among them."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    matches: tuple[Match, ...]


def groups_of(matches: Sequence[Match], old_size: int, new_size: int) -> list[Group]:
    """Return the groups in the order of the new text; every unit is in exactly one.

    A deleted unit stands after the one it stood after, if that kept its place.
    """
    linked = _connected(matches)
    taken = {i for group in linked for i in group.old}, {j for group in linked for j in group.new}
    added = [Group((), (j,), ()) for j in range(new_size) if j not in taken[1]]
    standing = sorted([*linked, *added], key=lambda group: group.new[0])
    home = dict(backbone((m.old, m.new, m.confidence) for m in matches))
    gone: dict[int, list[Group]] = {}
    last = -1
    for i in range(old_size):
        last = home.get(i, last)
        if i not in taken[0]:
            gone.setdefault(last, []).append(Group((i,), (), ()))
    ordered = gone.get(-1, [])
    for group in standing:
        ordered.append(group)
        for j in group.new:
            ordered += gone.get(j, ())
    return ordered


def _connected(matches: Sequence[Match]) -> list[Group]:
    """Return the groups of units that hang together by matches."""
    of_old: dict[int, list[Match]] = {}
    of_new: dict[int, list[Match]] = {}
    for match in matches:
        of_old.setdefault(match.old, []).append(match)
        of_new.setdefault(match.new, []).append(match)
    groups = []
    seen: set[int] = set()
    for first in sorted(of_old):
        if first in seen:
            continue
        olds, news, waiting = {first}, set[int](), [first]
        while waiting:
            for match in of_old[waiting.pop()]:
                if match.new in news:
                    continue
                news.add(match.new)
                fresh = {other.old for other in of_new[match.new]} - olds
                olds |= fresh
                waiting += sorted(fresh)
        seen |= olds
        inside = tuple(match for i in sorted(olds) for match in of_old[i])
        groups.append(Group(tuple(sorted(olds)), tuple(sorted(news)), inside))
    return groups
