"""Damage to the characters, as text recognition and copying leave it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gazette_diff.checking.passages import RUNNING, WORDED, Passage, Spot, excerpt
from gazette_diff.core.diagnostics import Code

_HAN = "一-鿿"
_UNITS = "年月日号条款项元万亿个%％倍天时分人次名度米吨公千百以小周岁家户"
_LETTER_FOR_DIGIT = re.compile(
    rf"""
    # 二○○二, 二00二, 一九八O: the zero of numerals is 〇 (GB/T 15835-2011)
    (?<![0-9A-Za-z０-９])(?=[一二三四五六七八九十〇○◯零OoＯ0０]*[一二三四五六七八九])
    (?=[一二三四五六七八九十〇零]*[○◯OoＯ0０])
    [一二三四五六七八九十〇○◯零OoＯ0０]{{2,}}(?![.0-9A-Za-z％%])
    # 2O23年, l0日, 1O万元
    |(?<![0-9A-Za-z\-—.])(?=[lIOo]*[0-9])(?=[0-9]*[lIOo])[0-9lIOo]{{2,}}(?=[ ]?[{_UNITS}])
    # 处l万元, 一名l级: a letter where a digit must be
    |(?<=[{_HAN}])[lIOo]{{1,3}}(?=[ ]?[万亿千百倍年月日元])
    """,
    re.VERBOSE,
)
_STRAY_LETTER = re.compile(rf"(?<=[{_HAN}])(?=[A-Z]?[a-z])[A-Za-z]{{1,2}}(?=[{_HAN}])")
_SIGNS = frozenset({"pH", "ph", "kV", "kW", "kg", "km", "cm", "mm", "mg", "ml", "dB", "Hz", "vs"})
_ENGLISH_WORDS = (
    "and",
    "or",
    "of",
    "the",
    "in",
    "to",
    "is",
    "at",
    "by",
    "for",
    "with",
    "on",
    "from",
)
_ENGLISH = re.compile(
    rf"(?<=[{_HAN}”》，、])\s*(?:{'|'.join(_ENGLISH_WORDS)})\s*(?=[{_HAN}“《])", re.IGNORECASE
)
# Function words twice in a row, save where a word ends and the next begins with them
# (目的的, 可以以): only those that do so nowhere in some 700 real regulations.
_FUNCTION_WORD_TWICE = re.compile(
    r"""
    (?<![目标])的的|了了(?!解|结|如)|(?<![平饱谐缓温])和和(?![平谐解睦缓])
    |(?<![存现所内潜实])在在(?![职编读建校岗线押位册任])|(?<![但还于只凡])是是(?![否非])
    |(?<!参)与与(?!会|否)|(?<!涉)及及(?![时格早])|或或|(?<![理自事缘])由由|(?<![即])将将(?![来军要])
    |(?<![合兼吞])并并(?![案购网处行列存])|(?<![方意])向向|(?<![其])其其(?!他|它|余)
    |(?<![服自听跟])从从(?![事业属犯轻重宽严])|(?<!照)按按(?!照|时|期)|(?<!明)确确(?!定|认|保|实|立|权)
    """,
    re.VERBOSE,
)
# A phrase twice without anything between, or a whole sentence twice. With a comma between
# them it is how law goes on: 报本级人民政府。本级人民政府….
_PHRASE_TWICE = re.compile(rf"([{_HAN}]{{4,40}}?)\1|([^。；]{{6,80}}[。；])\2")
_TITLES = frozenset({"title", "notice_title"})
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_STRAY_SPACE = re.compile(rf"(?<=[{_HAN}，；、])[ \u3000\xa0]+(?=[{_HAN}])")
_CONTACT = re.compile(r"联系(?:人|电话|方式)|签发人|抄送|印发|主题词")
# 总　则 is printed so.
_LONGEST_HEADING = 8
_WIDE_DIGIT, _NARROW_DIGIT = re.compile("[０-９]"), re.compile("[0-9]")


def check_characters(passage: Passage) -> Iterator[Spot]:
    """Find what damage there is in the words of *passage*."""
    words = passage.words
    if lost := list(_LOST.finditer(words)):
        yield _counted(Code.LOST_CHARACTER, passage, lost)
    if passage.part not in WORDED:
        return
    for check in _CHECKS:
        yield from check(passage)


def _look_alikes(passage: Passage) -> Iterator[Spot]:
    for found in _LETTER_FOR_DIGIT.finditer(passage.words):
        yield _printed(Code.LETTER_FOR_DIGIT, passage, found)


def _stray_letters(passage: Passage) -> Iterator[Spot]:
    for found in _STRAY_LETTER.finditer(passage.words):
        known = found[0] in _SIGNS or found[0].lower() in _ENGLISH_WORDS
        if not known and not _LETTER_FOR_DIGIT.match(passage.words, found.start()):
            yield _printed(Code.STRAY_LETTER, passage, found)


def _english(passage: Passage) -> Iterator[Spot]:
    for found in _ENGLISH.finditer(passage.words):
        shown = excerpt(passage.words, *found.span())
        values = {"printed": found[0].strip(), "excerpt": shown}
        yield Spot(Code.SUSPECT_TEXT, passage, found.start(), values)


def _repeats(passage: Passage) -> Iterator[Spot]:
    if passage.part in _TITLES:
        return  # 最高人民法院人民法院…规定: the issuer and what it is about
    for pattern in (_FUNCTION_WORD_TWICE, _PHRASE_TWICE):
        for found in pattern.finditer(passage.words):
            yield _printed(Code.REPEATED_WORDS, passage, found)


def _digits(passage: Passage) -> Iterator[Spot]:
    wide = _WIDE_DIGIT.search(passage.words)
    narrow = _NARROW_DIGIT.search(passage.words)
    if wide and narrow:
        at = max(wide.start(), narrow.start())
        shown = excerpt(passage.words, at, at + 1)
        yield Spot(Code.MIXED_DIGITS, passage, at, {"excerpt": shown})


def _spaces(passage: Passage) -> Iterator[Spot]:
    if passage.part not in RUNNING:
        return  # headings may be stretched
    if passage.placed is None and _CONTACT.search(passage.words):
        return  # names stand apart there
    found = list(_STRAY_SPACE.finditer(passage.words))
    if found and len(passage.words) > _LONGEST_HEADING:
        yield _counted(Code.STRAY_SPACE, passage, found)


_CHECKS: tuple[Callable[[Passage], Iterator[Spot]], ...] = (
    _look_alikes,
    _stray_letters,
    _english,
    _repeats,
    _digits,
    _spaces,
)


def _printed(code: Code, passage: Passage, found: re.Match[str]) -> Spot:
    shown = excerpt(passage.words, *found.span())
    return Spot(code, passage, found.start(), {"printed": found[0], "excerpt": shown})


def _counted(code: Code, passage: Passage, found: list[re.Match[str]]) -> Spot:
    """Return one spot for all that was *found*; it stands where the first does."""
    shown = excerpt(passage.words, *found[0].span())
    return Spot(code, passage, found[0].start(), {"count": len(found), "excerpt": shown})
