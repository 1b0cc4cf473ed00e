"""Citations: reading what people type, resolving it, writing it, finding it in running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.citation.bibliography import as_bibtex, as_csl
    from gazette_diff.citation.cross_references import TextReference, references
    from gazette_diff.citation.finding import Hit, find_words
    from gazette_diff.citation.formatting import (
        CitationStyle,
        format_citation,
        format_gathered,
        uri_of,
    )
    from gazette_diff.citation.gathering import Gathered, Member, gather, resolve_each
    from gazette_diff.citation.integrity.elsewhere import (
        Counterpart,
        changes_about,
        counterparts_of,
    )
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
    from gazette_diff.citation.versions import version_words
    from gazette_diff.citation.wording import bare_citation, provision_text

_HOMES = {
    "version_words": "versions",
    "counterparts_of": "integrity.elsewhere",
    "changes_about": "integrity.elsewhere",
    "Counterpart": "integrity.elsewhere",
    "uri_of": "formatting",
    "as_csl": "bibliography",
    "as_bibtex": "bibliography",
    "find_words": "finding",
    "Hit": "finding",
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
    "Counterpart",
    "Found",
    "Gathered",
    "Hit",
    "Member",
    "Reference",
    "Resolved",
    "Scopes",
    "Step",
    "Target",
    "TextReference",
    "Unit",
    "as_bibtex",
    "as_cited",
    "as_csl",
    "as_reference",
    "bare_citation",
    "changes_about",
    "citation_as_json",
    "citations_as_json",
    "counterparts_of",
    "find_in",
    "find_words",
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
    "uri_of",
    "version_words",
    "why",
]


def __getattr__(name: str) -> object:
    """Load the module of a public name when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    import importlib

    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
