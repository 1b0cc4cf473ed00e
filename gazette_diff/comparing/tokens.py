"""The smallest pieces of words that an edit may replace: numbers, titles, references whole.

Chinese is written without spaces, so everything else is one character to a token; no
dictionary is needed, and the clean-up afterwards makes readable edits of them.
"""

from __future__ import annotations

import re

from gazette_diff.comparing.keys import REFERENCE
from gazette_diff.core.numerals import NUMBER_CHARACTERS, NUMERAL_CHARACTERS

_DIGITS = "0-9０-９"
_NUMERALS = f"{NUMERAL_CHARACTERS}万亿"
# Counting words and measures that a number in a regulation is written with.
UNIT = (
    r"(?:分之[一二三四五六七八九十百]+|个?工作日|个?自然日|周年|周岁|个月|小时|分钟|[年月日天周时分秒岁]"
    r"|[万亿]*(?:元|角|美元|欧元|港元)|[%％‰]|个?百分点|倍"
    r"|平方米|平方公里|立方米|公顷|公里|千米|厘米|毫米|公斤|千克|[米克吨升亩]"
    r"|[个名人位次件份项户家所种类级届期辆台套篇册条款章节页点度])"
)

_TOKEN = re.compile(
    rf"""
    {REFERENCE.pattern}
    | [（(][{NUMBER_CHARACTERS}]+[）)][条款项目]?
    | 《[^《》\n]{{1,100}}》
    | “[^“”\n]{{1,16}}” | 「[^「」\n]{{1,16}}」 | 『[^『』\n]{{1,16}}』
    | [{_DIGITS}〇○一二三四五六七八九零]{{4}}[ ]*年[ ]*
      (?:[{_DIGITS}{NUMERAL_CHARACTERS}]{{1,3}}[ ]*月[ ]*
      (?:[{_DIGITS}{NUMERAL_CHARACTERS}]{{1,3}}[ ]*日)?)?
    | [{_DIGITS}{NUMERAL_CHARACTERS}]{{1,3}}月[{_DIGITS}{NUMERAL_CHARACTERS}]{{1,3}}日
    | (?:〔[{_DIGITS}]{{4}}〕)?第?[{_DIGITS}]+号
    | 百分之[{_DIGITS}{_NUMERALS}点]+
    | [{_DIGITS}]+(?:[.．,，:：][{_DIGITS}]+)*[ ]*[万亿]*(?:{UNIT})?
    | [{_NUMERALS}]+{UNIT} | [{_NUMERALS}]{{2,}}
    | 应当|应该|必须|可以|不得|禁止|严禁|不予|原则上
    | [A-Za-zＡ-Ｚａ-ｚ][\w.+-]*
    | [ \t\u3000]+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(text: str) -> list[str]:
    """Cut *text* into tokens; one after the other they are the text."""
    return _TOKEN.findall(text)
