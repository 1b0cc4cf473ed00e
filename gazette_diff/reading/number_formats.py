"""How Word writes a number: the formats of ECMA-376 Part 1, 17.18.59 (ST_NumberFormat).

Web pages know most of them by other names.
"""

from __future__ import annotations

from collections.abc import Callable

from gazette_diff.core.numerals import DIGITS, MAXIMUM, format_numeral

_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def format_number(number: int, style: str) -> str | None:
    """Return *number* as Word writes it in the format *style*; None for an unknown format.

    Beyond the reach of a format (circled numbers end at 20) Word writes plain digits.
    """
    write = _FORMATS.get(style)
    return None if write is None else write(number)


def _chinese(number: int) -> str:
    return format_numeral(number) if 1 <= number <= MAXIMUM else str(number)


def _positional(zero: str) -> Callable[[int], str]:
    signs = zero + DIGITS[1:]
    return lambda number: "".join(signs[int(digit)] for digit in str(abs(number)))


def _counting(number: int) -> str:
    """Write 十, 十一 … 九十九, and from 一○○ on digit by digit."""
    return _chinese(number) if number < 100 else _positional("○")(number)


def _japanese(number: int) -> str:
    """Write 百一 for 101: no zeros, and no 一 before a unit."""
    text = _chinese(number).replace("零", "")
    for unit in "百千":
        text = text.replace(f"一{unit}", unit)
    return text.replace("百一十", "百十").replace("千一十", "千十")


def _legal(signs: dict[int, int]) -> Callable[[int], str]:
    def write(number: int) -> str:
        text = _chinese(number)
        return ("一" + text if text.startswith("十") else text).translate(signs)

    return write


def _signs(first: int, count: int) -> Callable[[int], str]:
    """Return a writer for *count* characters in a row from the code point *first*."""
    return lambda number: chr(first + number - 1) if 1 <= number <= count else str(number)


def _listed(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """Write a … z, then aa, bb: the letter is repeated (17.18.59, lowerLetter)."""

    def write(number: int) -> str:
        if not 1 <= number <= 780:
            return str(number)
        turn, letter = divmod(number - 1, 26)
        return chr(ord(first) + letter) * (turn + 1)

    return write


def _roman(number: int) -> str:
    if not 1 <= number <= MAXIMUM:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "japaneseCounting": _japanese,
    "ideographDigital": _positional("〇"),
    "japaneseDigitalTenThousand": _positional("〇"),
    "taiwaneseDigital": _positional("○"),
    "chineseLegalSimplified": _legal(_LEGAL),
    "ideographLegalTraditional": _legal(_TRADITIONAL_LEGAL),
    "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _listed("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _signs(0x2460, 20),  # ①
    "decimalEnclosedCircleChinese": _signs(0x2460, 20),
    "decimalEnclosedParen": _signs(0x2474, 20),  # ⑴
    "decimalEnclosedFullstop": _signs(0x2488, 20),  # ⒈
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "none": lambda _: "",
}
