"""The list of the documents in a source, as data: ``parse --list --format json``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazette_diff.report.json_values import text_or_none

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedDocument, ParsedSource


def documents_as_json(parsed: ParsedSource) -> dict[str, Any]:
    """Return what is known of each document of *parsed* (``gazette-diff/documents@1``)."""
    return {
        "schema": "gazette-diff/documents@1",
        "documents": [_as_json(document) for document in parsed.documents],
    }


def _as_json(document: ParsedDocument) -> dict[str, Any]:
    metadata = document.regulation.metadata
    return {
        "title": metadata.title,
        "document_number": text_or_none(metadata.document_number),
        "signed": text_or_none(metadata.signed),
        "published": text_or_none(metadata.published),
        "in_force": text_or_none(metadata.in_force),
        "articles": len(document.regulation.articles),
        "lines": list(document.lines),
    }
