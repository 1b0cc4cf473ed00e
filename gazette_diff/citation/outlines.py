"""Which levels of an outline a number means: 三、, （三）, 3. and 第三部分 are told apart.

An outline has no units in law; what tells its levels apart is how their numbers are
printed. A number in brackets therefore means levels printed in brackets only, a printed
label (三、 3.) levels printed so, and a bare 3 whatever bears that number: several are
named to the reader, never chosen from.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from gazette_diff.citation.values import Step, Unit
from gazette_diff.citation.walking import instance_of, number_of, of_level
from gazette_diff.core.numerals import CIRCLED_CHARACTERS
from gazette_diff.core.places import walk_places
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gazette_diff.core.places import Placed

# Drafters count 部分, 项, 目 down from the top: the 项 are the second level, the 目 the third.
_DEPTHS = {Unit.ITEM: 2, Unit.SUBITEM: 3}


class Shape(StrEnum):
    """How the number of an outline level is printed."""

    NUMERAL = "一、"
    BRACKETED_NUMERAL = "（一）"
    DIGITS = "1."
    BRACKETED_DIGITS = "（1）"
    CIRCLED = "①"
    DECIMAL = "1.1"


_SAME_BUT_DIGITS = {
    Shape.NUMERAL: Shape.DIGITS,
    Shape.BRACKETED_NUMERAL: Shape.BRACKETED_DIGITS,
    Shape.BRACKETED_DIGITS: Shape.BRACKETED_NUMERAL,
    Shape.CIRCLED: Shape.BRACKETED_DIGITS,
}


def is_decimal(label: str) -> bool:
    """Tell whether *label* is printed in decimals: 2.1, 2.1.1."""
    return re.match("[0-9０-９]+[.．][0-9０-９]", label) is not None


def shape_of(label: str) -> Shape:
    """Return how *label*, a printed number such as （三） or 3., is printed."""
    if any(c in CIRCLED_CHARACTERS for c in label):
        return Shape.CIRCLED
    if is_decimal(label):
        return Shape.DECIMAL
    digits = re.search("[0-9０-９]", label) is not None
    if any(c in "（()）〔〕" for c in label):
        return Shape.BRACKETED_DIGITS if digits else Shape.BRACKETED_NUMERAL
    return Shape.DIGITS if digits else Shape.NUMERAL


def shape_asked(step: Step) -> Shape | None:
    """Return the shape of the levels that *step* means, None where it means any."""
    if step.circled:
        return Shape.CIRCLED
    if step.bracketed:
        return Shape.BRACKETED_DIGITS if step.arabic else Shape.BRACKETED_NUMERAL
    if step.unit is Unit.PLAIN and not step.arabic:
        return Shape.NUMERAL
    if step.arabic and (step.labelled or step.unit is Unit.ITEM):
        return Shape.DIGITS
    return None


def outline_matching(
    body: tuple[Placed, ...], found: tuple[Placed, ...], step: Step
) -> tuple[Placed, ...]:
    """Return the levels of *body* that *step* means below *found*, else from the top.

    部分 and 条 are the highest level; a 项 is the second one, or what is printed 3. where
    3 was asked for; a 目 the third. A label is looked for at every depth: alone it may fit
    several, below a level that was named the nearest depth that has it counts.
    """
    inside = tuple(child for one in found for child in one.children) if found else body
    rings = tuple(_rings(inside))
    matching = _of_step(rings, _depth(found), step, shapes_in(body))
    chosen = (p for p in matching if step.instance in (0, instance_of(p)))
    return tuple({p.eid: p for p in chosen}.values())


def outline_levels(body: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return every outline level of *body*, in the order of the text."""
    return tuple(p for p in walk_places(tuple(body)) if p.provision.level is Level.OUTLINE)


def shapes_in(body: Iterable[Placed]) -> frozenset[Shape]:
    """Return the shapes in which *body* prints the numbers of its levels."""
    return frozenset(shape_of(p.provision.label) for p in outline_levels(body))


def printed_as(step: Step, printed: frozenset[Shape]) -> Shape | None:
    """Return the shape that *step* means in a text that prints the shapes *printed*.

    Where nothing is printed （1）, a (1) means （一）: the digits alone do not matter. A
    whole label (3.) is always taken as printed.
    """
    shape = shape_asked(step)
    if shape is None or shape in printed or step.labelled:
        return shape
    return _SAME_BUT_DIGITS.get(shape, shape)


def _of_step(
    rings: Sequence[Sequence[Placed]], depth: int, step: Step, printed: frozenset[Shape]
) -> list[Placed]:
    numbered = [[p for p in ring if number_of(p) == step.ordinal] for ring in rings]
    shape = printed_as(step, printed)
    if step.unit in (Unit.DIVISION, Unit.ARTICLE, Unit.OUTLINE):
        return numbered[0] if numbered else []
    if step.unit in _DEPTHS and not (shape and step.bracketed and step.unit is Unit.ITEM):
        wanted = max(_DEPTHS[step.unit] - depth, 1)
        counted = numbered[wanted - 1] if wanted <= len(numbered) else []
        return counted if shape is None else [*counted, *_shaped(numbered, shape, depth)]
    if shape is not None:
        return _shaped(numbered, shape, depth)
    # A bare number: anything from the top, but only the next level below a named one, or
    # where 2.1 is printed so.
    stepwise = depth or Shape.DECIMAL in printed
    return numbered[0] if stepwise and numbered else [p for ring in numbered for p in ring]


def _shaped(numbered: Sequence[Sequence[Placed]], shape: Shape, depth: int) -> list[Placed]:
    fitting = [[p for p in ring if shape_of(p.provision.label) is shape] for ring in numbered]
    if depth:
        return next((ring for ring in fitting if ring), [])
    return [p for ring in fitting for p in ring]


def _rings(inside: tuple[Placed, ...]) -> Iterator[tuple[Placed, ...]]:
    """Yield the levels directly in *inside*, then those in them, and so on."""
    ring = tuple(of_level(inside, Level.OUTLINE))
    while ring:
        yield ring
        ring = tuple(p for one in ring for p in of_level(one.children, Level.OUTLINE))


def _depth(found: tuple[Placed, ...]) -> int:
    if not found:
        return 0
    around = (*found[0].ancestors, found[0].provision)
    return sum(p.level is Level.OUTLINE for p in around)
