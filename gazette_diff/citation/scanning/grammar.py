"""The patterns of the scanner: a number with its unit, relative words, joints.

One pattern finds where a citation may begin; the parsers then read on from there, so
that each pattern states one rule. All are compiled when they are first used.
"""

from __future__ import annotations

import re
from functools import cache

#: Spaces within a line: citations do not run over a line's end.
SPACES = "[ \\t\\u3000\\xa0]*"
#: Digits of an ordinal. 两 is none: 前两款 counts, 第两款 does not exist.
DIGIT = "[零〇○一二三四五六七八九十百千廿卅0-9０-９]"
# A unit is none where it begins another word: 条例, 条件, 款项, 项目, 章程, 节目, 编制. Some of
# these letters begin words of their own behind a unit: 第三条约定, 第五项目的, 第二条形成.
_UNIT = rf"""(?:
    分?编(?!{SPACES}[制号码写辑排外委办者译纂审入造剧队组])
  | 章(?!{SPACES}程(?!序))
  | 节(?!{SPACES}(?:[目假气余]|能(?![否够])|日(?!常)|点(?!明)|约(?!定)|省(?!级|人民)))
  | 条(?!{SPACES}(?:
        例(?!外)|[款件]|约(?!定|束)|目(?!的|前|录)|形(?!成)|状(?!态|况)|理(?!解)|文(?!字|本)
    ))
  | 款(?!{SPACES}(?:项(?!下)|[式待额]|物(?!业|品|权|资)))
  | 项(?!{SPACES}(?:目(?!的|前|录)|[链圈]))
  | 目(?!{SPACES}(?:[录击光次]|标(?!准|明|的)|前(?!款|项|条|述)))
)"""
# 第十条之一, but not one of several (第一项之一) nor the beginning of a word (之一般).
_BRANCH = rf"(?:{SPACES}之{SPACES}(?P<branch>{DIGIT}{{1,3}})(?![般切定致些个种次样旦律类条款项]))?"


@cache
def level() -> re.Pattern[str]:
    """Return the pattern of one number, with 第 and unit where they are printed.

    第三条, 第（三）项, （三）项, 第三, 第十条之一, 第 24 条, 第二十四    条.
    """
    return re.compile(
        rf"""
        (?P<mark>第{SPACES})?
        (?P<open>[（(〔]{SPACES})?
        (?P<number>{DIGIT}(?:{SPACES}{DIGIT})*)
        (?P<close>{SPACES}[）)〕])?
        (?:{SPACES}(?P<unit>{_UNIT})(?:(?<=[条章节]){_BRANCH})?)?
        """,
        re.VERBOSE,
    )


# 前款 and its kind. 该项 is left out: it counts things (该项资产); 本项, 该款 and 同款 too
# unless a provision is plainly meant.
_COUNT = "[一二两三四五六七八九十几数各0-9０-９]"
# What goes on after a word that may also count things: 本项工程, 该款产品 are none.
_PROVISION = rf"""(?={SPACES}(?:
    规定|所|第|的|之|中|明确|前|内容|情形|行为|另有|适用|未|已|以外|外|和|或|[、，。；）]
))"""
_RELATIVE = rf"""
    (?<![目当提此之日先午空婚超])前(?:{_COUNT}{{0,2}}){_UNIT}
  | (?<![基根日文版资样副剧课书脚抄译标股亏])本{SPACES}
        (?: (?![项款节目]){_UNIT} | [项款目]{_PROVISION} | (?!节{SPACES}课)(?=节){_UNIT} )
  | (?<!应)该(?:[条章节](?!{SPACES}(?:[例款件目程能日点线道路河街船课]|约(?!定)))|款{_PROVISION})
  | (?<![以如网线身手路地基市海])上一?[条款章](?={SPACES}(?:规定|所|第|的|之))
  | (?<![以之此其])后(?:{_COUNT}{{0,2}})[条款项](?={SPACES}(?:规定|所|第|的|之))
  | (?<![合不相共陪会雷等])同[条款](?={SPACES}(?:规定|第))
  | (?<![以从由因如至])此[条款](?={SPACES}(?:规定|所|第|的规定))
  | (?<![其依层渐])次条(?={SPACES}(?:规定|所|第|的|之))
"""


@cache
def relative() -> re.Pattern[str]:
    """Return the pattern of a relative word: 前款, 前两款, 本条, 该条, 上款."""
    return re.compile(_RELATIVE, re.VERBOSE)


@cache
def candidate() -> re.Pattern[str]:
    """Return the pattern of where a citation may begin."""
    numbered = rf"第{SPACES}(?:[（(〔]{SPACES})?(?={DIGIT})"
    bracketed = rf"[（(]{DIGIT}{{1,3}}[）)]"
    # （一）、（二）项: without 第, but with a unit at the end.
    more = rf"(?:[、和或及至]{{0,2}}{bracketed}){{0,20}}"
    loose = rf"(?<=.){bracketed}(?={more}(?=[项款]){_UNIT})"
    return re.compile(
        rf"(?P<numbered>{numbered}) | (?P<relative>{_RELATIVE}) | (?P<loose>{loose})", re.VERBOSE
    )


@cache
def joint() -> re.Pattern[str]:
    """Return the pattern of what stands alone between members of a list or range, or nothing."""
    return re.compile(
        rf"{SPACES}(?:(?P<range>至|到|—+|–|－|-|~|～)|(?P<list>、|，|,|和|及|或者|或|以及)|){SPACES}"
    )


@cache
def counted_unit() -> re.Pattern[str]:
    """Return the pattern of a unit that sums a list up: 第（一）、（二）两项."""
    return re.compile(rf"{SPACES}[两二三四五六七八九十]{SPACES}(?P<unit>{_UNIT})", re.VERBOSE)


@cache
def branch_alone() -> re.Pattern[str]:
    """Return the pattern of a 之二 that stands for its article: 第一百二十条之一、之二."""
    return re.compile(
        rf"之{SPACES}(?P<branch>{DIGIT}{{1,3}})(?!{DIGIT}|[般切定致些个种次样旦律类])"
    )
