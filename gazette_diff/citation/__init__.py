"""Citations: reading what people type, resolving it, writing it, finding it in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.citation.cross_references import TextReference, references
    from gazette_diff.citation.formatting import (
        CitationStyle,
        format_citation,
        format_gathered,
    )
    from gazette_diff.citation.gathering import Gathered, Member, gather, resolve_each
    from gazette_diff.citation.integrity.judging import judge_references
    from gazette_diff.citation.integrity.listing import (
        as_cited,
        as_reference,
        find_in,
        list_references,
        why,
    )
    from gazette_diff.citation.resolving import Resolved, Scopes, resolve, resolve_all
    from gazette_diff.citation.scanning.as_json import citation_as_json, citations_as_json
    from gazette_diff.citation.scanning.scanner import Found, scan
    from gazette_diff.citation.typed import parse_citation
    from gazette_diff.citation.values import Citation, Reference, Step, Target, Unit
    from gazette_diff.citation.wording import bare_citation, provision_text

_HOMES = {
    "as_cited": "integrity.listing",
    "as_reference": "integrity.listing",
    "find_in": "integrity.listing",
    "why": "integrity.listing",
    "Citation": "values",
    "CitationStyle": "formatting",
    "Found": "scanning.scanner",
    "Gathered": "gathering",
    "Member": "gathering",
    "Reference": "values",
    "Resolved": "resolving",
    "Scopes": "resolving",
    "Step": "values",
    "Target": "values",
    "TextReference": "cross_references",
    "Unit": "values",
    "bare_citation": "wording",
    "citation_as_json": "scanning.as_json",
    "citations_as_json": "scanning.as_json",
    "format_citation": "formatting",
    "format_gathered": "formatting",
    "gather": "gathering",
    "judge_references": "integrity.judging",
    "list_references": "integrity.listing",
    "parse_citation": "typed",
    "provision_text": "wording",
    "references": "cross_references",
    "resolve": "resolving",
    "resolve_all": "resolving",
    "resolve_each": "gathering",
    "scan": "scanning.scanner",
}

__all__ = [
    "Citation",
    "CitationStyle",
    "Found",
    "Gathered",
    "Member",
    "Reference",
    "Resolved",
    "Scopes",
    "Step",
    "Target",
    "TextReference",
    "Unit",
    "as_cited",
    "as_reference",
    "bare_citation",
    "citation_as_json",
    "citations_as_json",
    "find_in",
    "format_citation",
    "format_gathered",
    "gather",
    "judge_references",
    "list_references",
    "parse_citation",
    "provision_text",
    "references",
    "resolve",
    "resolve_all",
    "resolve_each",
    "scan",
    "why",
]


def __getattr__(name: str) -> object:
    """Load the module of a public name when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    import importlib

    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
