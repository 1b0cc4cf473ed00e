"""Finding provisions by level and number in a placed body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gazette_diff.core.ordinals import Ordinal

if TYPE_CHECKING:
    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Level


def of_level(inside: Iterable[Placed], level: Level) -> Iterator[Placed]:
    """Yield the nearest provisions of *level* in *inside*: none that stands within another."""
    for placed in inside:
        if placed.provision.level is level:
            yield placed
        else:
            yield from of_level(placed.children, level)


def holders(inside: Iterable[Placed], level: Level) -> Iterator[Placed]:
    """Yield the nearest provisions that have provisions of *level* directly in them."""
    for placed in inside:
        if any(child.provision.level is level for child in placed.children):
            yield placed
        else:
            yield from holders(placed.children, level)


def number_of(placed: Placed) -> Ordinal:
    """Return the number under which *placed* is named in its eId; a 款 is counted."""
    if placed.provision.ordinal is not None:
        return placed.provision.ordinal
    base, _, branch = _token(placed.eid)[1].partition("-")
    return Ordinal(int(base), int(branch or 0))


def instance_of(placed: Placed) -> int:
    """Return which of several provisions with one number *placed* is, counted from 1."""
    token = _token(placed.eid)
    return int(token[2].removeprefix("inst")) if len(token) > 2 else 1


def _token(eid: str) -> list[str]:
    return eid.rsplit("__", 1)[-1].split("_")
