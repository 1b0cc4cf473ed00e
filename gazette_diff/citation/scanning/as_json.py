"""The citations of a text as data: the contract of ``cite --scan --format json``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gazette_diff.citation.values import Reference, Unit

if TYPE_CHECKING:
    from gazette_diff.citation.scanning.scanner import Found

_UNITS = {
    "paragraph": Unit.PARAGRAPH,
    "item": Unit.ITEM,
    "subitem": Unit.SUBITEM,
    "chapter": Unit.CHAPTER,
    "section": Unit.SECTION,
}


def citations_as_json(citations: Iterable[Found]) -> dict[str, object]:
    """Return *citations* as ``{"schema": "gazette-diff/citations@1", "citations": […]}``."""
    return {
        "schema": "gazette-diff/citations@1",
        "citations": [citation_as_json(citation) for citation in citations],
    }


def citation_as_json(citation: Found) -> dict[str, object]:
    """Return one citation: its extent, words, work, places, whether a range, relative word."""
    references = citation.target.references
    return {
        "line": citation.line,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "work": citation.work or None,
        "refs": [_reference(one) for one in references if one.steps],
        "range": citation.target.last is not None,
        "relative": citation.relative or None,
    }


def _reference(reference: Reference) -> dict[str, int | None]:
    article = reference.number(Unit.ARTICLE)
    numbers: dict[str, int | None] = {
        "article": article.base if article else None,
        "branch": article.branch if article else 0,
    }
    for name, unit in _UNITS.items():
        number = reference.number(unit)
        numbers[name] = number.base if number else None
    return numbers
