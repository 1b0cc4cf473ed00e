"""Finding the work that stands directly before a number: 《…》（文号）, 本办法, 应当依照刑法."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.citation.scanning.law_names import law_names, longest_name

if TYPE_CHECKING:
    from gazette_diff.citation.scanning.lines import Line

_CHINA = "中华人民共和国"
_WINDOW = 60
# The longest words in brackets that may stand between a work and a number.
_BRACKETED = 200
# 本实施细则, 该暂行条例: words that may stand between the pointing word and the noun.
_QUALIFIERS = (
    "实施|暂行|试行|补充|议事|管理|工作|示范|指导|框架|自治|单行|组织|司法|若干|修订|基本|选举|表决"
)
# The kinds of works that point at themselves: 本法, 该条例, 同办法.
_NOUNS = (
    "法|条例|办法|细则|规定|规则|解释|决定|章程|安排|规程|准则|守则|标准|决议|意见|通知|批复|公约|协定|协议|合同"
    "|议定书|公告|纪要|规范|通则|方案|备忘录|命令|条约|法典|宪法|修正案|公报|公约|预案|规划|指南|契约|制度"
)
# Behind one of these a name begins that is not known by itself: 违反某某管理条例第三条.
_BORDERS = (
    "违反|依照|按照|根据|依据|符合|适用|参照|比照|属于|遵守|执行|认定为|构成|实施|具有|不受|按|依|据|对|将|除|以|在"
    "|由|与|和|及|或者|或|的|有|是|为|因|受|到|照|同时|下列"
)


class Work(NamedTuple):
    """The work as printed without 《》, and where its span begins."""

    start: int
    name: str


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?P<name>
            (?<![基根日文版样副])本(?:{_QUALIFIERS}){{0,2}}(?:{_NOUNS})
          | (?<!应)该(?:{_QUALIFIERS}){{0,2}}(?:{_NOUNS})
          | (?<![合不共相如陪会])同(?:法|条例|办法|规定|解释)
        )$
        """,
        re.VERBOSE,
    )


@cache
def _generic() -> re.Pattern[str]:
    """Return the pattern of a work called by its kind alone (违反条例第十条), or unknown.

    The kinds that also are plain words (办法, 规定, 决定) count only with a word before
    them, and 法 only where it ends no other word (方法, 依法).
    """
    return re.compile(
        rf"""
        (?:^|[^一-鿿》]|其|{_BORDERS})
        (?P<name>
            条例|实施条例|实施细则|细则|实施办法|章程|公约|协定
          | (?:(?!{_BORDERS})[一-鿿]){{2,24}}
            (?:条例|细则|办法|章程|公约|议事规则|(?:管理|暂行|若干|特别)规定
              |(?<![方办无依违非合司执立看做说语书手犯守普枉])法)
        )$
        """,
        re.VERBOSE,
    )


@cache
def _derived() -> re.Pattern[str]:
    """Return the pattern of what makes the name of another work from a law's.

    刑法修正案（八）, 民诉法解释, 民法典婚姻家庭编解释（一）, 公司法司法解释三.
    """
    return re.compile(
        r"""
        (?: 修正案 | (?:[一-鿿]{2,6}编)?的?(?:司法)?解释 | 实施(?:条例|细则|办法) )
        (?: [（(][一二三四五六七八九十]+[）)] | [一二三四五六七八九十]{1,2} )?$
        """,
        re.VERBOSE,
    )


@cache
def _book() -> re.Pattern[str]:
    """Return the pattern of a 分则 or 人格权编 between the work and the number."""
    return re.compile(r"(?:分则|总则|附则|通则|[一-鿿]{2,6}编)$")


def find_work(line: Line, position: int) -> Work | None:
    """Return the work directly before *position* of *line*, None where none stands there.

    Brackets (a document number, 以下简称) and a 分则 or 人格权编 may stand between the two.
    """
    end = line.end_before(position)
    if end == 0:
        return None
    if line.text[end - 1] in "）)" and (work := _derived_name(line.text, end)):
        return work
    end = _before_brackets(line, end)
    if work := _work_ending_at(line, end):
        return work
    if not _book().search(line.text, max(0, end - 8), end):
        return None
    for start in range(max(0, end - 7), end - 1):
        if _book().fullmatch(line.text, start, end) and (
            work := _work_ending_at(line, _before_brackets(line, start))
        ):
            return work
    return None


def _work_ending_at(line: Line, end: int) -> Work | None:
    if end <= 0:
        return None
    if line.text[end - 1] == "》":
        title = line.title_ending_at(end)
        return Work(title[0], line.text[title[0] + 1 : end - 1]) if title else None
    offset = max(0, end - _WINDOW)
    before = line.text[offset:end]
    work = _pointed_at(before, offset) or _known(before, offset, line.short)
    if work is None:
        work = _derived_name(line.text, end)
    if work is None and (found := _generic().search(before)):
        work = Work(offset + found.start("name"), found["name"])
    return work


def _pointed_at(before: str, offset: int) -> Work | None:
    found = _pointing().search(before)
    return Work(offset + found.start("name"), found["name"]) if found else None


def _known(before: str, offset: int, short: frozenset[str]) -> Work | None:
    """Return the name of a law at the end of *before*, the longest that is known."""
    names = law_names()
    for length in range(min(longest_name(), len(before)), 1, -1):
        name = before[-length:]
        if name in names or name in short:
            start = len(before) - length
            if before.endswith(_CHINA, 0, start):
                start -= len(_CHINA)
            return Work(offset + start, before[start:])
    return None


def _derived_name(line: str, end: int) -> Work | None:
    offset = max(0, end - _WINDOW)
    found = _derived().search(line, offset, end)
    if found is None:
        return None
    for start in range(found.start(), end - 1):
        if not _derived().fullmatch(line, start, end):
            continue
        if base := _known(line[offset:start], offset, frozenset()):
            return Work(base.start, line[base.start : end])
    return None


def _before_brackets(line: Line, end: int) -> int:
    """Return where the brackets that end at *end* begin, *end* itself where there are none."""
    position = end
    while position and line.text[position - 1] in "）)〕]":
        start = _opening(line.text, position - 1)
        if start <= 0 or not _is_apposition(line.text[start:position]):
            break
        position = line.end_before(start)
    return position


def _opening(text: str, closing: int) -> int:
    """Return where the bracket opens that closes at *closing*, -1 where that is far away."""
    depth = 0
    for position in range(closing, max(-1, closing - _BRACKETED), -1):
        if text[position] in "）)〕]":
            depth += 1
        elif text[position] in "（(〔[":
            depth -= 1
            if depth == 0:
                return position
    return -1


def _is_apposition(bracketed: str) -> bool:
    """Tell whether brackets name the work they follow: a number, a year, 以下简称, 试行."""
    named = r"号|简称|以下称|[0-9]{4}|试行|暂行|草案|修[订正]|^[（(][一二三四五六七八九十]+[）)]$"
    return "。" not in bracketed and re.search(named, bracketed) is not None


@cache
def _given() -> re.Pattern[str]:
    quote = '[“"《『「]?'
    return re.compile(
        rf"(?:以下|下)简?称为?[：:]?{quote}(?P<name>[一-鿿]{{2,20}})[”\"》』」]?[）)]"
    )


def given_names(text: str) -> frozenset[str]:
    """Return the short names that *text* gives to works: （以下简称民诉解释）.

    Only names that end like works count; bodies and things are given names, too.
    """
    if "称" not in text:
        return frozenset()
    names = (found["name"] for found in _given().finditer(text))
    return frozenset(n for n in names if re.search(rf"(?:{_NOUNS})$", n))
