"""The list of the documents in a source: ``gazette-diff parse --list``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.core.documents import ParsedDocument, ParsedSource
    from gazette_diff.core.language import Language

_UNTITLED = Bilingual("（无标题）", "(untitled)")


def documents_as_text(parsed: ParsedSource, language: Language) -> str:
    """Return two lines for each document of *parsed*: its title, and what is known of it."""
    lines = []
    for number, document in enumerate(parsed.documents, 1):
        title = document.regulation.metadata.title or (
            "（无标题）" if language == "zh" else "(untitled)"
        )
        lines += [f"{number}. {title}", f"   {'  '.join(_facts(document, language))}"]
    return "".join(f"{line}\n" for line in lines)


def documents_as_json(parsed: ParsedSource) -> dict[str, Any]:
    """Return the same as data (``gazette-diff/documents@1``)."""
    return {
        "schema": "gazette-diff/documents@1",
        "documents": [_as_json(document) for document in parsed.documents],
    }


def _facts(document: ParsedDocument, language: Language) -> list[str]:
    metadata = document.regulation.metadata
    chinese = language == "zh"
    facts = [str(metadata.document_number)] if metadata.document_number else []
    for zh, en, day in (
        ("签署", "signed", metadata.signed),
        ("公布", "published", metadata.published),
        ("施行", "in force", metadata.in_force),
    ):
        if day is not None:
            facts.append(f"{zh if chinese else en} {day}")
    facts.append(_size(document, chinese=chinese))
    first, last = document.lines
    if last:
        facts.append(f"第{first}–{last}行" if chinese else f"lines {first}–{last}")
    return facts


def _size(document: ParsedDocument, *, chinese: bool) -> str:
    if articles := len(document.regulation.articles):
        return f"{articles}条" if chinese else f"{articles} articles"
    levels = sum(p.level is Level.OUTLINE for p in document.regulation.walk())
    return f"{levels}个编号层次" if chinese else f"{levels} numbered levels"


def _as_json(document: ParsedDocument) -> dict[str, Any]:
    metadata = document.regulation.metadata
    number = metadata.document_number
    return {
        "title": metadata.title,
        "document_number": None if number is None else str(number),
        "signed": _iso(metadata.signed),
        "published": _iso(metadata.published),
        "in_force": _iso(metadata.in_force),
        "articles": len(document.regulation.articles),
        "lines": list(document.lines),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
