"""Numbers as regulations write them: 四十四, 一百零一, 一〇一, 廿, 12, １２, ⑫."""

from __future__ import annotations

import re
from functools import lru_cache

DIGITS = "零一二三四五六七八九"
_VALUES = {c: i for i, c in enumerate(DIGITS)} | {"〇": 0, "○": 0, "Ｏ": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MERGED = {"廿": 20, "卅": 30, "卌": 40}

#: Characters a Chinese numeral is made of, for use inside a character class.
NUMERAL_CHARACTERS = "".join(_VALUES) + "".join(_UNITS) + "".join(_MERGED)
#: Characters of a number in any written form.
NUMBER_CHARACTERS = NUMERAL_CHARACTERS + "0-9０-９"

MAXIMUM = 9999

_CIRCLED = {
    **{chr(0x2460 + i): i + 1 for i in range(20)},  # ① … ⑳
    **{chr(0x3251 + i): i + 21 for i in range(15)},  # ㉑ … ㉟
    **{chr(0x32B1 + i): i + 36 for i in range(15)},  # ㊱ … ㊿
    **{chr(0x2776 + i): i + 1 for i in range(10)},  # ❶ … ❿
}
CIRCLED_CHARACTERS = "".join(_CIRCLED)
_STOPPED = {chr(0x2488 + i): i + 1 for i in range(20)}
_BRACKETED = {chr(0x2474 + i): i + 1 for i in range(20)}
_BRACKETED_NUMERALS = {chr(0x3220 + i): i + 1 for i in range(10)}
#: Characters that are a number with its mark: ⒈ … ⒛, ⑴ … ⒇, ㈠ … ㈩.
STOPPED_CHARACTERS = "".join(_STOPPED)
BRACKETED_CHARACTERS = "".join(_BRACKETED)
BRACKETED_NUMERAL_CHARACTERS = "".join(_BRACKETED_NUMERALS)
_SINGLE = _CIRCLED | _STOPPED | _BRACKETED | _BRACKETED_NUMERALS

_POSITIONAL = re.compile(rf"[{''.join(_VALUES)}]{{2,4}}")
_ARABIC = re.compile(r"[0-9０-９]{1,4}")


@lru_cache(maxsize=4096)
def parse_number(text: str) -> int | None:
    """Read *text* as a number from 0 to 9999 in any written form; None when it is none.

    Read are 一百零一 and 一百〇一, the shortened 一百二 (= 120, in speech), the positional
    一〇一, the merged 廿五, Arabic digits of either width, circled ones and those with their
    mark (⒈ ⑴ ㈠). What is not well formed (十百, 一二十) is None, never a guess.
    """
    if len(text) == 1 and text in _SINGLE:
        return _SINGLE[text]
    if _ARABIC.fullmatch(text):
        return int(text)
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_VALUES[c]) for c in text))
    return _parse_units(text)


# 三千二百一十五: each unit at most once, each but the tens with its digit, 零 over a gap.
_COUNTED = re.compile(
    r"""
    (?:(?P<thousands>[一二两三四五六七八九])千)?
    (?P<gap1>[零〇○])?
    (?:(?P<hundreds>[一二两三四五六七八九])百)?
    (?P<gap2>[零〇○])?
    (?:(?P<tens>[一二三四五六七八九])?(?P<ten>十)|(?P<merged>[廿卅卌]))?
    (?P<gap3>[零〇○])?
    (?P<ones>[一二三四五六七八九])?
    """,
    re.VERBOSE,
)


def _parse_units(text: str) -> int | None:
    """Read a numeral with units: 三千二百一十五, 一百零一, 廿五, and 一百二 for 120."""
    found = _COUNTED.fullmatch(text)
    if not text or found is None or text[0] in "零〇○" or text[-1] in "零〇○":
        return 0 if text in {"零", "〇", "○"} else None
    part = {name: _VALUES[c] for name, c in found.groupdict().items() if c in _VALUES}
    number = part.get("thousands", 0) * 1000 + part.get("hundreds", 0) * 100
    if found["ten"]:
        number += part.get("tens", 1) * 10
    elif found["merged"]:
        number += _MERGED[found["merged"]]
    return number + part.get("ones", 0) * _scale_of_ones(text)


def _scale_of_ones(text: str) -> int:
    """Return what a last digit counts: 一百二 is 120, 一百零二 is 102, 一千二 is 1200."""
    before = text[-2:-1]
    return _UNITS[before] // 10 if before in ("百", "千") else 1


def format_numeral(number: int, *, zero: str = "零") -> str:
    """Write *number* (1–9999) as statutes do: 十二, 二十, 一百零一, 一百一十.

    *zero* is the character for a gap: 零 (the usual form) or 〇.

    Raises:
        ValueError: *number* is outside 1–9999.
    """
    if not 1 <= number <= MAXIMUM:
        message = f"no article number: {number}"
        raise ValueError(message)
    out = ""
    gap = False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit == 0:
            gap = bool(out)
            continue
        if gap:
            out += zero
            gap = False
        # 十二, not 一十二; but 一百一十二.
        out += sign if unit == 10 and digit == 1 and not out else DIGITS[digit] + sign
    return out


def format_positional(number: int) -> str:
    """Write *number* digit by digit, as older texts do: 一〇一.

    Raises:
        ValueError: *number* is outside 1–9999.
    """
    if not 1 <= number <= MAXIMUM:
        message = f"no article number: {number}"
        raise ValueError(message)
    return "".join("〇" if d == "0" else DIGITS[int(d)] for d in str(number))
