"""What a provision within an article is called in a sentence: 第二款第（三）项."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import format_numeral
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.report.wording import HEADING, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.report.sides import Side

_STEP = re.compile(r"(?P<token>[a-z]+)_(?P<base>\d+)(?:-(?P<branch>\d+))?")
_UNITS = {"para": "款", "point": "项", "indent": "目"}
_NOTHING = Bilingual("", "")
# From this many on, provisions that follow each other are told by the first and the last.
_RANGE = 3


def unit_of_step(side: Side) -> str:
    """Return 款, 项 or 目 for the provision of *side*; nothing for any other."""
    return _UNITS.get(side.eid.rpartition("__")[2].partition("_")[0], "")


def parent_of(side: Side) -> str:
    """Return the eId of the provision around that of *side*."""
    return side.eid.rpartition("__")[0]


def own_name(side: Side) -> Bilingual:
    """Return what the provision of *side* is called where those around it are known: 第（三）项."""
    if side.article is not None and side.eid == side.article.eid:
        return HEADING
    return _step_name(side.inner.rpartition("__")[2], side.ref.label)


def name_of(side: Side, *, article: bool = False) -> Bilingual:
    """Return the place of *side* within its article, with the *article* itself if asked for.

    A 款 is told where the article has several.
    """
    around = side.article
    if around is None:
        return _NOTHING
    parts = [Bilingual(label(around), label(around))] if article else []
    if side.eid == around.eid:
        return _joined([*parts, HEADING])
    *outer, last = side.inner.split("__")
    several = "款" in side.full.zh
    names = [_step_name(step) for step in outer] + [_step_name(last, side.ref.label)]
    steps = zip((*outer, last), names, strict=True)
    parts += [name for step, name in steps if several or not step.startswith("para_")]
    return _joined(parts)


def around_name(side: Side, *, article: bool = False) -> Bilingual:
    """Return the place of what is around the provision of *side*, as :func:`name_of` does."""
    whole, own = name_of(side, article=article), own_name(side)
    return Bilingual(whole.zh.removesuffix(own.zh), whole.en.removesuffix(own.en).removesuffix(" "))


def listed(sides: Sequence[Side]) -> Bilingual:
    """Return the names of provisions that follow each other: 第（四）项至第（六）项."""
    names = [own_name(side) for side in sides]
    if len(names) >= _RANGE:
        first, last = names[0], names[-1]
        return Bilingual(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
    return Bilingual("、".join(n.zh for n in names), ", ".join(n.en for n in names))


def counted(count: int, unit: str) -> str:
    """Return 一款, 两项: two are 两 before a measure word."""
    return ("两" if count == 2 else format_numeral(count)) + unit


def _step_name(step: str, printed: str = "") -> Bilingual:
    found = _STEP.match(step)
    if found is None or found["token"] not in _UNITS:
        return Bilingual(printed, printed)
    number, unit = Ordinal(int(found["base"]), int(found["branch"] or 0)), _UNITS[found["token"]]
    match found["token"]:
        case "para":
            return Bilingual(number.counted(unit), f"para. {number}")
        case "point":
            mark = printed or f"（{number.chinese}）"
        case _:
            mark = printed or str(number)
    mark = mark.rstrip("、.．，")
    return Bilingual(f"第{mark.removeprefix('第').removesuffix(unit)}{unit}", f"item {mark}")


def _joined(parts: Sequence[Bilingual]) -> Bilingual:
    return Bilingual("".join(p.zh for p in parts), " ".join(p.en for p in parts if p.en))
