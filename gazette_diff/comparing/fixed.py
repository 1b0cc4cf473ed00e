"""What is known of the alignment before it is searched for: the units that a person settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Unit
    from gazette_diff.core.pins import Pins

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Pins in numbers of units: pairs ``linked`` or ``apart``, units ``alone`` on each side."""

    linked: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    alone: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def __bool__(self) -> bool:
        """Tell whether anything is known at all."""
        return bool(self.linked or self.apart or any(self.alone))

    @property
    def settled(self) -> tuple[frozenset[int], frozenset[int]]:
        """The units on both sides of which nothing is left to be found."""
        return (
            self.alone[0] | {i for i, _ in self.linked},
            self.alone[1] | {j for _, j in self.linked},
        )

    def turned(self) -> Fixed:
        """Return the same with old and new exchanged."""
        return Fixed(
            frozenset((j, i) for i, j in self.linked),
            frozenset((j, i) for i, j in self.apart),
            self.alone[::-1],
        )


NOTHING_FIXED = Fixed()


def fixed_by(pins: Pins, old: Sequence[Unit], new: Sequence[Unit]) -> Fixed:
    """Return what *pins* say of the units *old* and *new*.

    Raises:
        ValueError: a pin names no unit, or two pins contradict each other.
    """
    numbers = _numbers(old), _numbers(new)
    fixed = Fixed(
        frozenset((_number(i, numbers[0]), _number(j, numbers[1])) for i, j in pins.links),
        frozenset((_number(i, numbers[0]), _number(j, numbers[1])) for i, j in pins.apart),
        (
            frozenset(_number(i, numbers[0]) for i in pins.deleted),
            frozenset(_number(j, numbers[1]) for j in pins.added),
        ),
    )
    linked = {i for i, _ in fixed.linked}, {j for _, j in fixed.linked}
    if fixed.linked & fixed.apart or fixed.alone[0] & linked[0] or fixed.alone[1] & linked[1]:
        message = "pins contradict each other"
        raise ValueError(message)
    return fixed


def _numbers(units: Sequence[Unit]) -> dict[str, int]:
    return {unit.ref.eid: number for number, unit in enumerate(units)}


def _number(eid: str, numbers: Mapping[str, int]) -> int:
    if eid not in numbers:
        message = f"a pin names no article: {eid}"
        raise ValueError(message)
    return numbers[eid]
