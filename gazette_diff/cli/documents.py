"""The list of the documents in a source, as data: ``parse --list --format json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.core.documents import ParsedDocument, ParsedSource


def documents_as_json(parsed: ParsedSource) -> dict[str, Any]:
    """Return what is known of each document of *parsed* (``gazette-diff/documents@1``)."""
    return {
        "schema": "gazette-diff/documents@1",
        "documents": [_as_json(document) for document in parsed.documents],
    }


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
