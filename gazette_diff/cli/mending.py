"""What was done to a source, line by line: ``gazette-diff parse --explain``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.mendings import tell

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedSource
    from gazette_diff.core.language import Language

_COLON = Bilingual("：", ": ")
_LEFT_OUT = Bilingual("不属于正文（{what}）：{text}", "no part of the text ({what}): {text}")
_SHOWN = 40


def mending_lines(parsed: ParsedSource, language: Language) -> Iterator[str]:
    """Yield a line for each piece of *parsed* that was joined or left out, and why."""
    for entry in parsed.ledger:
        text = entry.text[:_SHOWN] + ("…" if len(entry.text) > _SHOWN else "")
        if entry.note:
            told = f"{tell(entry.note, language)}{_COLON.in_(language)}{text}"
        elif entry.place == "furniture":
            told = _LEFT_OUT.fill(what=tell(entry.part, language), text=text).in_(language)
        else:
            continue
        yield f"{parsed.source.name}:{entry.line}: {told}"
