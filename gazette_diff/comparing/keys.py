"""Texts reduced to what counts when looking for a counterpart.

Reduced texts find partners only; whether words are equal is told from what was printed.
"""

from __future__ import annotations

import re
import unicodedata

from gazette_diff.core.numerals import NUMBER_CHARACTERS

# Spaces of any width, and the marks without width that web pages leave behind.
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_QUOTES = str.maketrans(dict.fromkeys("“”‘’「」『』＂", '"'))

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
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)


def reduced(text: str) -> str:
    """Return *text* without layout, numbers of provisions and the regulation's own kind."""
    return _SELF.sub("本法", REFERENCE.sub(_BREAK, plain(text)))


def sentences(reduced_text: str) -> list[str]:
    """Cut a reduced text at the ends of sentences (。 and ；), without empty ones."""
    return [part for part in _SENTENCE_END.split(reduced_text) if part]


def bigrams(reduced_text: str) -> list[str]:
    """Return the pairs of neighbouring characters of *reduced_text*, punctuation parting them."""
    return [word[i : i + 2] for word in _WORDS.findall(reduced_text) for i in range(len(word) - 1)]
