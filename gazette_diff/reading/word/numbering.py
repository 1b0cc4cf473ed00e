"""What a Word document says of its automatic numbers: numbering.xml, styles.xml.

ECMA-376 Part 1, 17.9. A paragraph names a ``num`` and a level, itself or through its style;
the ``num`` names an abstract definition, some of whose levels it may override.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.reading.word.markup import attribute, child, is_on, number, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_STYLES_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class NumberLevel:
    """One level of a definition: ``text`` is 第%1条, ``restart`` the level after which it restarts.

    ``restart`` counts from 1, 0 is never, None after any higher level; ``legal`` writes all
    numbers in digits; ``style`` is the paragraph style that stands for the level; a ``hidden``
    number is counted and not shown.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False


class NumberRef(NamedTuple):
    """What a paragraph or style says of its number; None is what it does not say."""

    num: str | None
    level: int | None


@dataclass(frozen=True, slots=True)
class NumberList:
    """A ``num``: its abstract definition, that one's levels as overridden, starts of its own."""

    abstract: str
    levels: tuple[NumberLevel, ...]
    starts: dict[int, int]


class NumberPlace(NamedTuple):
    """Where a number is counted: a list, the name of its ``num``, the level (from 0)."""

    numbers: NumberList
    num: str
    level: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document by the name of their ``num``, and what its styles say.

    ``named`` are the definitions that have a name, which fields call them by.
    """

    lists: dict[str, NumberList] = field(default_factory=dict)
    styles: dict[str, NumberRef] = field(default_factory=dict)
    default_style: str | None = None
    named: dict[str, NumberList] = field(default_factory=dict)

    def of_paragraph(self, properties: _Element | None) -> NumberPlace | None:
        """Return where a paragraph is counted, None without a number.

        A num of 0 takes away the number that the style gives (17.9.18).
        """
        style = value(properties, "w:pStyle") or self.default_style
        of_style = self.styles.get(style, _NOTHING) if style is not None else _NOTHING
        own = read_reference(child(properties, "w:numPr"))
        num = own.num if own.num is not None else of_style.num
        if num is None or num == "0" or num not in self.lists:
            return None
        found = self.lists[num]
        level = own.level
        if level is None:
            level = _level_of_style(found, style) if own.num is None else None
        if level is None:
            level = of_style.level or 0
        return NumberPlace(found, num, min(max(level, 0), LEVELS - 1))


_NOTHING = NumberRef(None, None)


def read_reference(properties: _Element | None) -> NumberRef:
    """Read a ``w:numPr``."""
    return NumberRef(value(properties, "w:numId"), number(properties, "w:ilvl"))


def read_numbering(numbering: _Element | None, styles: _Element | None) -> Numbering:
    """Read the roots of numbering.xml and styles.xml; either may be missing."""
    references, default = _read_styles(styles)
    if numbering is None:
        return Numbering({}, references, default)
    abstracts = {
        attribute(e, "abstractNumId") or "": e for e in numbering if tag(e) == "w:abstractNum"
    }
    nums = {attribute(e, "numId") or "": e for e in numbering if tag(e) == "w:num"}
    lists = {}
    for name, num in nums.items():
        abstract = _resolve(value(num, "w:abstractNumId"), abstracts, nums, references)
        if abstract is not None:
            lists[name] = _read_list(num, abstract, abstracts[abstract])
    named = {
        called: _read_list(None, key, abstract)
        for key, abstract in abstracts.items()
        if (called := value(abstract, "w:name"))
    }
    return Numbering(lists, references, default, named)


def _resolve(
    abstract: str | None,
    abstracts: dict[str, _Element],
    nums: dict[str, _Element],
    styles: dict[str, NumberRef],
) -> str | None:
    """Follow ``w:numStyleLink`` from a definition to the one that has the levels."""
    for _ in range(LEVELS):
        if abstract not in abstracts:
            return None
        style = value(abstracts[abstract], "w:numStyleLink")
        linked = nums.get(styles.get(style, _NOTHING).num or "") if style is not None else None
        target = value(linked, "w:abstractNumId")
        if target is None or target == abstract:
            return abstract
        abstract = target
    return None


def _read_list(num: _Element | None, abstract: str, definition: _Element) -> NumberList:
    levels = [NumberLevel()] * LEVELS
    for element in definition:
        if tag(element) == "w:lvl":
            _put_level(levels, element)
    starts: dict[int, int] = {}
    for element in num if num is not None else ():
        if tag(element) != "w:lvlOverride":
            continue
        at = _index(element)
        if at is None:
            continue
        if (inner := child(element, "w:lvl")) is not None:
            # Word ignores a restart that stands in an override (MS-OI29500, 2.1.282 b).
            levels[at] = replace(_read_level(inner), restart=levels[at].restart)
        if (start := number(element, "w:startOverride")) is not None:
            starts[at] = start
    return NumberList(abstract, tuple(levels), starts)


def _put_level(levels: list[NumberLevel], element: _Element) -> None:
    at = _index(element)
    if at is not None:
        levels[at] = _read_level(element)


def _index(element: _Element) -> int | None:
    text = attribute(element, "ilvl") or ""
    return int(text) if text.isascii() and text.isdigit() and int(text) < LEVELS else None


def _read_level(element: _Element) -> NumberLevel:
    return NumberLevel(
        start=number(element, "w:start") or 0,
        format=_format(element),
        text=value(element, "w:lvlText") or "",
        suffix=value(element, "w:suff") or "tab",
        restart=number(element, "w:lvlRestart"),
        legal=is_on(element, "w:isLgl"),
        style=value(element, "w:pStyle"),
        hidden=is_on(element, "w:rPr", "w:vanish"),
    )


def _format(element: _Element) -> str:
    """Return the format of a level; newer ones stand beside a fallback that is the nearest."""
    plain = value(element, "w:numFmt")
    if plain is None:
        plain = value(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
        newer = child(element, "mc:AlternateContent", "mc:Choice", "w:numFmt")
        if newer is not None and attribute(newer, "format") == "01, 02, 03, ...":
            return "decimalZero"
    return plain or "decimal"


def _read_styles(styles: _Element | None) -> tuple[dict[str, NumberRef], str | None]:
    """Return what each style says of numbers, its ancestors included, and the default style."""
    own: dict[str, NumberRef] = {}
    parents: dict[str, str | None] = {}
    default = None
    for element in styles if styles is not None else ():
        name = attribute(element, "styleId")
        if tag(element) != "w:style" or name is None:
            continue
        own[name] = read_reference(child(element, "w:pPr", "w:numPr"))
        parents[name] = value(element, "w:basedOn")
        if attribute(element, "type") == "paragraph" and (
            attribute(element, "default") or "0"
        ) not in ("0", "false", "off"):
            default = name
    return {name: _inherited(name, own, parents) for name in own}, default


def _inherited(name: str, own: dict[str, NumberRef], parents: dict[str, str | None]) -> NumberRef:
    num = level = None
    at: str | None = name
    for _ in range(_STYLES_DEEPEST):
        if at is None or at not in own:
            break
        num = own[at].num if num is None else num
        level = own[at].level if level is None else level
        at = parents[at]
    return NumberRef(num, level)


def _level_of_style(numbers: NumberList, style: str | None) -> int | None:
    """Return the level that *style* stands for in *numbers*, whatever its own ilvl says."""
    if style is None:
        return None
    return next((i for i, level in enumerate(numbers.levels) if level.style == style), None)
