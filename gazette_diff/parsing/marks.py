"""The numbers that may open a line: 第三章, 第四十四条之一, 一、, （三）, 1., (1), ①.

After 立法法 (2023) 第六十五条 for 编 章 节 条 款 项 目, and GB/T 9704-2012, 7.3.3 for the
outline numbers 一、（一）1.（1）. A match is a candidate only: a wrapped line may begin with
a reference (第三条规定的…); :mod:`gazette_diff.parsing.sequence` decides.
"""

from __future__ import annotations

import re
from enum import IntEnum
from string import ascii_letters, ascii_lowercase
from typing import NamedTuple
from unicodedata import normalize

from gazette_diff.core.numerals import (
    BRACKETED_CHARACTERS,
    BRACKETED_NUMERAL_CHARACTERS,
    CIRCLED_CHARACTERS,
    NUMBER_CHARACTERS,
    NUMERAL_CHARACTERS,
    STOPPED_CHARACTERS,
    parse_number,
)
from gazette_diff.core.ordinals import Ordinal


class Mark(IntEnum):
    """The kinds of numbers, from the outermost to the innermost as outlines nest them."""

    PART = 1
    SUBPART = 2
    DIVISION = 3  # 第一部分
    CHAPTER = 4
    SECTION = 5
    ARTICLE = 6
    DECIMAL_1 = 7  # 1 where 1.1 follows it
    DECIMAL_2 = 8  # 1.1
    DECIMAL_3 = 9  # 1.1.1
    DECIMAL_4 = 10
    COMMA = 11  # 一、
    PAREN = 12  # （一）
    DOT = 13  # 1. or 1、
    DIGIT_PAREN = 14  # （1）
    HALF_PAREN = 15  # 1）
    CIRCLED = 16  # ①
    LETTER = 17  # a. or A、
    LETTER_PAREN = 18  # (a)

    # The hash of an Enum is computed in Python, each time a set is asked for a member.
    __hash__ = int.__hash__


_UNITS = {
    "编": Mark.PART,
    "分编": Mark.SUBPART,
    "章": Mark.CHAPTER,
    "节": Mark.SECTION,
    "条": Mark.ARTICLE,
    "部分": Mark.DIVISION,
}
STRUCTURE = frozenset({Mark.PART, Mark.SUBPART, Mark.DIVISION, Mark.CHAPTER, Mark.SECTION})
#: By how many parts they have, from one; :mod:`gazette_diff.parsing.decimals` finds them.
DECIMALS = (Mark.DECIMAL_1, Mark.DECIMAL_2, Mark.DECIMAL_3, Mark.DECIMAL_4)


class Head(NamedTuple):
    """A number at the start of a line: its kind, its value, and its ``label`` without spaces.

    ``end`` and ``rest`` are the offsets of its end and of the words after it in the line;
    ``irregular`` tells that spaces stand inside it (第二十四 条).
    """

    mark: Mark
    ordinal: Ordinal
    end: int
    rest: int
    label: str
    irregular: bool = False


_S = r"[ \u3000\t\xa0]*"
_SPACES = r"[ \u3000\t\xa0]+"
_DIGITS = rf"[{NUMBER_CHARACTERS}]{{1,12}}+"
_DIGIT = "[0-9０-９]"
# 1.2023年底前完成……: a year, with which many measures begin, is no decimal.
_YEAR = r"(?:19|20)[0-9]{2}[ ]?年"
# （一）、总体要求: not needed, but printed; （一）、（二）项 is a list.
_POINT = r"(?:[ ]?[、．.](?![ ]?[（(]))?"
# a. 成绩评价; a further letter or digit shows a name or an abbreviation (A. melanoleuca, B、C类).
_LETTER = "[A-Za-zＡ-Ｚａ-ｚ]"
HEAD = re.compile(
    rf"""
    (?P<printed>
    第{_S}(?P<number>{_DIGITS}(?:{_SPACES}{_DIGITS}){{0,11}}){_S}(?P<unit>条|章|节|编|分{_S}编|部{_S}分)
      (?:{_S}之{_S}(?P<branch>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})(?![一-鿿]?[分种年月日]))?
    | (?P<comma>[{NUMERAL_CHARACTERS}]{{1,6}}){_S}(?:、|[．.](?!{_DIGIT}))
    | [（(]{_S}(?P<paren>[{NUMERAL_CHARACTERS}]{{1,5}}){_S}[）)]{_POINT}
    | (?P<dot>{_DIGIT}{{1,3}}){_S}[.．、](?:(?!{_DIGIT})|(?={_YEAR}))
    | [（(]{_S}(?P<digit_paren>[0-9０-９]{{1,3}}){_S}[）)]{_POINT}
    | (?P<half>[0-9０-９]{{1,3}}|[{NUMERAL_CHARACTERS}]{{1,4}}){_S}[）)]
    | (?P<circled>[{CIRCLED_CHARACTERS}])
    | (?P<stopped>[{STOPPED_CHARACTERS}])
    | (?P<bracketed>[{BRACKETED_CHARACTERS}])
    | (?P<bracketed_numeral>[{BRACKETED_NUMERAL_CHARACTERS}])
    | (?:[（(]{_S}(?P<letter>{_LETTER}){_S}[）)]|(?P<open_letter>{_LETTER})[.．、）)])
      (?!{_S}[A-Za-z0-9])
    ){_S}
    """,
    re.VERBOSE,
)
_COMMONEST = rf"第{_DIGITS}条{_S}+(?!之)|（[{NUMERAL_CHARACTERS}]{{1,5}}+）{_S}+(?![、.．])"
#: The same without the groups, which take time on every line, the commonest forms first.
match_head = re.compile(
    f"{_COMMONEST}|(?:{re.sub('[?]P<[a-z_]+>', '?:', HEAD.pattern)})", re.VERBOSE
).match
_SPACE = re.compile(_SPACES)
_KEPT = 32768
#: The first characters a number can have: most lines are told from them alone.
FIRST = frozenset(
    "第（("
    + CIRCLED_CHARACTERS
    + STOPPED_CHARACTERS
    + BRACKETED_CHARACTERS
    + BRACKETED_NUMERAL_CHARACTERS
    + "".join(c for c in NUMERAL_CHARACTERS)
    + "0123456789０１２３４５６７８９"
    + ascii_letters
    + "".join(chr(ord(c) + 0xFEE0) for c in ascii_letters)
)
_PLAIN = {
    "paren": Mark.PAREN,
    "digit_paren": Mark.DIGIT_PAREN,
    "comma": Mark.COMMA,
    "dot": Mark.DOT,
    "half": Mark.HALF_PAREN,
    "circled": Mark.CIRCLED,
    "stopped": Mark.DOT,
    "bracketed": Mark.DIGIT_PAREN,
    "bracketed_numeral": Mark.PAREN,
}


def read_head(text: str) -> Head | None:
    """Return the number that *text* begins with, None when it begins with none."""
    if not text or text[0] not in FIRST:
        return None
    found = match_head(text)
    return None if found is None else HEADS[found[0]]


class _Heads(dict[str, Head | None]):
    """What is matched by ``HEAD``, and what it says: the same few numbers open most provisions.

    A long text counts to thousands, and each number is kept once.
    """

    def __missing__(self, matched: str) -> Head | None:
        if len(self) >= _KEPT:
            self.clear()
        self[matched] = head = _interpret(matched)
        return head


#: By what ``match_head`` matched, the number that it says; None where it says none.
HEADS = _Heads()


def _interpret(matched: str) -> Head | None:
    found = HEAD.fullmatch(matched)
    assert found is not None
    printed = found["printed"]
    label = _SPACE.sub("", printed)
    end, rest = len(printed), len(matched)
    if letter := found["letter"] or found["open_letter"]:
        place = ascii_lowercase.index(normalize("NFKC", letter).lower()) + 1
        mark = Mark.LETTER_PAREN if found["letter"] else Mark.LETTER
        return Head(mark, Ordinal(place), end, rest, label)
    for group, mark in _PLAIN.items():
        if found[group]:
            number = parse_number(found[group])
            return Head(mark, Ordinal(number), end, rest, label) if number else None
    number = parse_number(_SPACE.sub("", found["number"]))
    branch = parse_number(found["branch"]) if found["branch"] else 0
    if not number or branch is None:
        return None
    mark = _UNITS[_SPACE.sub("", found["unit"])]
    return Head(mark, Ordinal(number, branch), end, rest, label, irregular=label != printed)
