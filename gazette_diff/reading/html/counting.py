"""The numbers that a browser puts before the items of ``<ol>``.

HTML (WHATWG), 4.4.5 and 4.4.8: start, reversed, type and value; CSS Counter Styles 3 for the
styles that an element itself names. Style sheets are not at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from gazette_diff.core.numerals import MAXIMUM, format_numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

_INTEGER = re.compile(r"[ \t\n\f\r]*(-?[0-9]{1,6})")
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.I)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.I)
# The item's words begin with a number that its author wrote: the page shows no other.
_OWN_NUMBER = re.compile(
    r"\s*(?:第[ \u3000]*[〇零一二三四五六七八九十百千0-9]+[ \u3000]*[编章节条]"
    r"|[（(]?[一二三四五六七八九十]{1,4}[）)、.．]|[（(]?[0-9０-９]{1,3}[）)、.．]|[①-⑳])"
)
_LOOKED_AT = 200
_CHINESE = frozenset(
    {"cjk-ideographic", "cjk-decimal", "simp-chinese-informal", "trad-chinese-informal"}
)
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(slots=True)
class ListCounter:
    """The counter of one ``<ol>``: the next item's number, by how much it goes on, its style."""

    next: int
    step: int
    style: str

    @classmethod
    def of(cls, element: _Element) -> ListCounter:
        """Begin the list *element*."""
        backwards = element.get("reversed") is not None
        start = _integer(element.get("start"))
        if start is None:
            start = (
                sum(child.tag == "li" and _is_shown(child) for child in element) if backwards else 1
            )
        style = _style_of(element) or _TYPES.get(element.get("type") or "", "decimal")
        return cls(start, -1 if backwards else 1, "none" if _numbered(element) else style)

    def count(self, item: _Element) -> str:
        """Count *item* and return its number with what parts it from the words; "" for none."""
        if not _is_shown(item):
            return ""  # no box, no count
        value = _integer(item.get("value"))
        number = self.next if value is None else value
        self.next = number + self.step
        style = _style_of(item) or _TYPES.get(item.get("type") or "", self.style)
        return write_number(number, "none" if self.style == "none" else style)


def write_number(number: int, style: str) -> str:
    """Return *number* as a browser writes it in a counter *style*, beyond its reach in digits."""
    if style in ("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"):
        return ""
    if style in _CHINESE and 1 <= number <= MAXIMUM:
        return f"{format_numeral(number)}、"
    if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin") and number > 0:
        letters = _letters(number)
        return f"{letters.upper() if style.startswith('upper') else letters}. "
    if style in ("lower-roman", "upper-roman") and 1 <= number <= 3999:
        roman = _roman(number)
        return f"{roman.upper() if style.startswith('upper') else roman}. "
    return f"{number:02d}. " if style == "decimal-leading-zero" else f"{number}. "


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


def _is_shown(item: _Element) -> bool:
    return item.get("hidden") is None and not _NOT_SHOWN.search(item.get("style") or "")


def _integer(text: str | None) -> int | None:
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else None


def _style_of(element: _Element) -> str | None:
    found = _STYLE.search(element.get("style") or "")
    if found is None:
        return None
    words = [word for word in found[1].lower().split() if word not in ("inside", "outside")]
    return next((word for word in words if not word.startswith("url")), None)


def _numbered(element: _Element) -> bool:
    """Tell whether most items of the list begin with numbers of their own."""
    items = [child for child in islice(element, _LOOKED_AT) if child.tag == "li"]
    own = sum(_OWN_NUMBER.match(_beginning(item)) is not None for item in items)
    return own * 2 > len(items)


def _beginning(item: _Element) -> str:
    """Return the first words of *item*."""
    return next((text for text in islice(item.itertext(), 20) if text.strip()), "")
