"""Values inside words: numbers, spans of time, sums, shares; equal however they are written.

七日 and 7日 are one value, and so are 10000元 and 一万元.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gazette_diff.core.numerals import NUMERAL_CHARACTERS, parse_number

NUMBER = rf"[0-9{NUMERAL_CHARACTERS}万亿.,]+"
SPAN = re.compile(rf"(?:{NUMBER})(?:个?工作日|个?自然日|日|天|个月|月|年|小时|周)")
MONEY = re.compile(rf"(?:{NUMBER})(?:元|角|美元|欧元|港元)")
SHARE = re.compile(rf"百分之{NUMBER}点?{NUMBER}?|{NUMBER}(?:[%‰]|个?百分点)|{NUMBER}分之{NUMBER}")
COUNT = re.compile(rf"(?:{NUMBER})(?:[名人位次件份项户家所种类级届期辆台套倍个])")
DATE = re.compile(rf"[0-9{NUMERAL_CHARACTERS}]{{4}}年|(?:公布|发布|印发)之日")
_DIGITS = re.compile(rf"[0-9{NUMERAL_CHARACTERS}万亿.]+")
_MYRIADS = {"万": 10**4, "亿": 10**8}


def same_writing(words: str) -> str:
    """Return *words* with all numbers that can be read written in digits: 一万元 is 10000元."""
    return _DIGITS.sub(_in_digits, words.replace(",", "").replace("两", "二"))


def _in_digits(found: re.Match[str]) -> str:
    total = 0
    rest = found[0]
    for sign, scale in sorted(_MYRIADS.items(), key=lambda one: -one[1]):
        head, mark, tail = rest.partition(sign)
        if mark:
            number = _read(head)
            if number is None:
                return found[0]
            total, rest = total + round(number * scale), tail
    number = _read(rest) if rest else 0
    if number is None:
        return found[0]
    return str(round(total + number, 6)) if number % 1 else str(total + int(number))


def _read(text: str) -> float | None:
    readers: tuple[Callable[[str], float | None], ...] = (parse_number, _float)
    for reader in readers:
        if (number := reader(text)) is not None:
            return number
    return None


def _float(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", text) else None
