"""The numbers that a browser puts before the items of a list.

HTML (WHATWG), 4.4.5 and 4.4.8: start, reversed, type and value; CSS Counter Styles 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from gazette_diff.reading.html.list_styles import ListStyles
from gazette_diff.reading.number_formats import format_number

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
# The item's words begin with a number that its author wrote: the page shows no other.
_OWN_NUMBER = re.compile(
    r"\s*(?:第[ \u3000]*[〇零一二三四五六七八九十百千0-9]+[ \u3000]*[编章节条]"
    r"|[（(]?[一二三四五六七八九十]{1,4}[）)、.．]|[（(]?[0-9０-９]{1,3}[）)、.．]|[①-⑳])"
)
_LOOKED_AT = 200
# What UEditor, the commonest editor of Chinese sites, shows as pictures: list-cn-3-2 is （二）.
_PICTURED = re.compile(r"(?<![\w-])list-(cn|num)-([123])-([0-9]{1,3})(?![\w-])")
_AROUND = {"cn": ("%、", "%）", "（%）"), "num": ("%. ", "%）", "（%）")}
_BULLETS = frozenset(
    {"none", "disc", "circle", "square", "disclosure-open", "disclosure-closed", "initial"}
)
_BULLETED = frozenset({"ul", "menu", "dir"})
# Styles that part number and words by 、, by the names of the formats (CSS Counter Styles 3, 6).
_CHINESE = {
    "cjk-decimal": "ideographDigital", "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "japanese-informal": "japaneseCounting", "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}  # fmt: skip
# Where these end, a browser goes on in cjk-decimal.
_SHORT = {"cjk-heavenly-stem": 10, "cjk-earthly-branch": 12}
_TRADITIONAL = frozenset({"cjk-ideographic", "trad-chinese-informal", "trad-chinese-formal"})
_ALPHABETS = frozenset({"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"})
_ROMANS = {"lower-roman": "lowerRoman", "upper-roman": "upperRoman"}
_LAST_ROMAN = 3999
# Scripts that no Chinese regulation counts in: told, not written.
_FOREIGN = re.compile(
    r"hiragana|katakana|korean|hangul|hebrew|armenian|georgian|ethiopic|greek|arabic|persian|thai"
    r"|bengali|devanagari|gujarati|gurmukhi|kannada|khmer|cambodian|lao|malayalam|mongolian"
    r"|myanmar|oriya|tamil|telugu|tibetan|urdu|japanese-formal"
)


@dataclass(slots=True)
class ListCounter:
    """The counter of one list: the next item's number, by how much it goes on, its style.

    A list whose items begin with numbers of their own shows no others.
    """

    styles: ListStyles
    next: int
    step: int
    style: str
    numbered: bool = False

    @classmethod
    def of(cls, element: _Element, styles: ListStyles) -> ListCounter:
        """Begin the list *element*."""
        name = str(element.tag).lower()
        if name in _BULLETED:
            return cls(styles, 1, 1, styles.of(element) or "disc")
        backwards = element.get("reversed") is not None
        start = _integer(element.get("start"))
        if start is None:
            start = (
                sum(child.tag == "li" and _is_shown(child) for child in element) if backwards else 1
            )
        style = styles.of(element) or _TYPES.get(element.get("type") or "", "decimal")
        return cls(styles, start, -1 if backwards else 1, style, _numbered(element))

    def count(self, item: _Element) -> tuple[str, str]:
        """Count *item*; return its number with what parts it from the words, and the style.

        The number is "" where none is shown.
        """
        if not _is_shown(item):
            return "", ""  # no box, no count
        value = _integer(item.get("value"))
        number = self.next if value is None else value
        self.next = number + self.step
        if self.numbered:
            return "", ""
        if found := _PICTURED.search(item.get("class") or ""):
            return _pictured(found), ""
        style = self.styles.of(item) or _TYPES.get(item.get("type") or "", self.style)
        return write_number(number, style), style


def is_foreign(style: str) -> bool:
    """Tell whether *style* counts in signs that :func:`write_number` writes digits for."""
    return _FOREIGN.search(style) is not None


def write_number(number: int, style: str) -> str:
    """Return *number* as a browser writes it in a counter *style*, beyond its reach in digits."""
    if style in _BULLETS:
        return ""
    if style[:1] in "\"'" and style:
        return style[1:-1]
    if style in _CHINESE:
        return _chinese(number, style)
    if style in _ALPHABETS and number > 0:
        letters = _letters(number)
        return f"{letters.upper() if style.startswith('upper') else letters}. "
    if style in _ROMANS and 1 <= number <= _LAST_ROMAN:
        return f"{format_number(number, _ROMANS[style])}. "
    return f"{number:02d}. " if style == "decimal-leading-zero" else f"{number}. "


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def _chinese(number: int, style: str) -> str:
    if style in _SHORT and not 1 <= number <= _SHORT[style]:
        style = "cjk-decimal"
    if style == "cjk-decimal" and number < 0:
        return f"{number}、"
    if number < 0:
        sign = "負" if style in _TRADITIONAL else "负"
        return f"{sign}{_chinese(-number, style)}"
    if number == 0:
        return "〇、" if style == "cjk-decimal" else "零、"
    written = format_number(number, _CHINESE[style])
    return f"{written}、"


def _pictured(found: re.Match[str]) -> str:
    """Return the number that a picture of the editor shows."""
    kind, form, number = found[1], int(found[2]), int(found[3])
    style = "chineseCountingThousand" if kind == "cn" else "decimal"
    return _AROUND[kind][form - 1].replace("%", format_number(number, style) or "")


def _is_shown(item: _Element) -> bool:
    return item.get("hidden") is None and not _NOT_SHOWN.search(item.get("style") or "")


def _integer(text: str | None) -> int | None:
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else None


def _numbered(element: _Element) -> bool:
    """Tell whether most items of the list begin with numbers of their own."""
    items = [child for child in islice(element, _LOOKED_AT) if child.tag == "li"]
    own = sum(_OWN_NUMBER.match(_beginning(item)) is not None for item in items)
    return own * 2 > len(items)


def _beginning(item: _Element) -> str:
    """Return the first words of *item*."""
    return next((text for text in islice(item.itertext(), 20) if text.strip()), "")
