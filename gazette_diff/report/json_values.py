"""Values that several of the JSON contracts write alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gazette_diff.core.tree import Metadata


def text_or_none(value: object) -> str | None:
    """Return *value* as text (a day as 2023-04-05), None if it is not known."""
    return None if value is None else str(value)


def work_as_json(metadata: Metadata) -> dict[str, Any]:
    """Return which text is meant: its title, document number and version."""
    return {
        "title": metadata.title,
        "document_number": text_or_none(metadata.document_number),
        "version": text_or_none(metadata.version),
    }
