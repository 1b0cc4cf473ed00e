"""What was done to a source, line by line: ``gazette-diff parse --explain``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedSource
    from gazette_diff.core.language import Language

_JOINED = Bilingual("接上一行（{why}）：{text}", "joined to the line before ({why}): {text}")
_LEFT_OUT = Bilingual("不属于正文（{what}）：{text}", "no part of the text ({what}): {text}")
# The words of the ledger, which is data and English, as a Chinese reader is told them.
_CHINESE = {
    "line fills the column": "上一行排满栏宽",
    "heading fills the column": "标题排满栏宽",
    "full width: no first line": "行首不缩进",
    "no indent": "行首不缩进",
    "bracket or quote still open": "括号、书名号或引号未闭合",
    "sentence not ended": "上一行句子未完",
    "heading mark": "标题记号",
    "comment INFO END": "注释",
    "control character": "控制字符",
    "list dash": "列表符号",
    "running head": "页眉",
    "page number": "页码",
    "floating title": "混入正文的标题",
}
_SHOWN = 40


def mending_lines(parsed: ParsedSource, language: Language) -> Iterator[str]:
    """Yield a line for each piece of *parsed* that was joined or left out, and why."""
    for entry in parsed.ledger:
        text = entry.text[:_SHOWN] + ("…" if len(entry.text) > _SHOWN else "")
        if entry.note:
            told = _JOINED.fill(why=_word(entry.note, language), text=text)
        elif entry.place == "furniture":
            told = _LEFT_OUT.fill(what=_word(entry.part, language), text=text)
        else:
            continue
        yield f"{parsed.source.name}:{entry.line}: {told.in_(language)}"


def _word(english: str, language: Language) -> str:
    return _CHINESE.get(english, english) if language == "zh" else english
