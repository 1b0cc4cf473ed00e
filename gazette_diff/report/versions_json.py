"""What a library holds as JSON: the contract ``gazette-diff/library@1``.

``schemas/library-1.json`` beside this module is its JSON Schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazette_diff.report.json_values import text_or_none

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.versions import Version

LIBRARY_SCHEMA = "gazette-diff/library@1"


def library_as_json(versions: Iterable[Version], library: str) -> dict[str, Any]:
    """Return the *versions* of the folder *library* as the contract writes them."""
    return {
        "schema": LIBRARY_SCHEMA,
        "library": library,
        "regulations": [version_as_json(version) for version in versions],
    }


def version_as_json(version: Version) -> dict[str, Any]:
    """Return what is known of *version*; a day that is not known is null."""
    metadata = version.metadata
    return {
        "title": version.title,
        "version": version.day.isoformat(),
        "path": version.path,
        "holding": str(metadata.holding),
        "document_number": text_or_none(metadata.document_number),
        "issuer": list(metadata.issuer),
        "signed": text_or_none(metadata.signed),
        "published": text_or_none(metadata.published),
        "amended": [day.isoformat() for day in metadata.amended],
        "in_force": text_or_none(metadata.in_force),
        "repealed": text_or_none(metadata.repealed),
        "replaces": [
            {"title": replaced.title, "signed": text_or_none(replaced.signed)}
            for replaced in metadata.replaces
        ],
        "constructed": metadata.constructed,
        "remark": metadata.remark,
    }
