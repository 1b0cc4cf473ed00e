"""Texts reduced to what counts when looking for a counterpart.

Reduced texts find partners only; whether words are equal is told from what was printed.
"""

from __future__ import annotations

import re

from gazette_diff.core.numerals import NUMBER_CHARACTERS

# Spaces of any width, and the marks without width that web pages leave behind.
_INVISIBLE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_INVISIBLE += "".join(chr(code) for code in range(0x2000, 0x2010))
# ASCII in full width, in which every other text is written.
_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(0x5E)}
_PLAIN = {**dict.fromkeys(map(ord, _INVISIBLE)), **_WIDE}
_PLAIN |= dict.fromkeys(map(ord, "“”‘’「」『』＂"), ord('"'))

#: A reference to a provision by number: 第三十条第一款第（二）项, 第二十条之一.
REFERENCE = re.compile(
    rf"第[（(]?[{NUMBER_CHARACTERS}]+[）)]?[编章节条款项目]"
    rf"(?:之[{NUMBER_CHARACTERS}]+)?"
    rf"(?:第?[（(]?[{NUMBER_CHARACTERS}]+[）)]?[条款项目])*"
)
# What a regulation calls itself: an ordinance that becomes a statute changes it throughout.
_SELF = re.compile(r"本(?:法|条例|办法|规定|细则|规则|决定|意见|方案|通知|解释|章程|制度)")
_SENTENCE_END = re.compile(r"[。;!?]")
_WORDS = re.compile(r"[^\W_]+")
# Stands where a reference stood: its number says nothing of the content.
_BREAK = "|"


def plain(text: str) -> str:
    """Return *text* without differences of layout: width, spaces, the kind of quotes."""
    return text.translate(_PLAIN)


def reduced(plain_text: str) -> str:
    """Return a plain text without numbers of provisions and without the regulation's own kind."""
    return _SELF.sub("本法", REFERENCE.sub(_BREAK, plain_text))


def sentences(reduced_text: str) -> list[str]:
    """Cut a reduced text at the ends of sentences (。 and ；), without empty ones."""
    return [part for part in _SENTENCE_END.split(reduced_text) if part]


def bigrams(reduced_text: str) -> list[str]:
    """Return the pairs of neighbouring characters of *reduced_text*, punctuation parting them."""
    return [word[i : i + 2] for word in _WORDS.findall(reduced_text) for i in range(len(word) - 1)]
