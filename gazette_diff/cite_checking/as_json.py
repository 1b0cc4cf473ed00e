"""Checked citations, as the contract ``gazette-diff/cite-check@1`` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.cite_checking.values import CheckedCitation, CheckedText, Finding, Span
    from gazette_diff.core.language import Language


def checked_as_json(
    checked: CheckedText, name: str, day: date, language: Language
) -> dict[str, Any]:
    """Return the citations of the document *name* and what was found on *day*.

    ``line`` and ``column`` count from 1, in code points of the line as it stands; the end is
    exclusive. ``citation`` of a finding is an index into ``citations``.
    """
    return {
        "schema": "gazette-diff/cite-check@1",
        "file": name,
        "as_of": day.isoformat(),
        "summary": {
            "citations": len(checked.citations),
            **{str(state): count for state, count in checked.counts.items()},
            "findings": sum(not one.is_note for one in checked.findings),
            "notes": sum(one.is_note for one in checked.findings),
        },
        "citations": [_citation(one) for one in checked.citations],
        "findings": [_finding(one, language) for one in checked.findings],
    }


def _citation(one: CheckedCitation) -> dict[str, Any]:
    return {
        **_place(one.span),
        "text": one.text,
        "work": one.work,
        "state": str(one.state),
        "title": one.title or None,
        "version": one.version or None,
        "provisions": list(one.provisions),
    }


def _finding(one: Finding, language: Language) -> dict[str, Any]:
    return {
        **_place(one.span),
        "code": one.diagnostic.code.id,
        "severity": "note" if one.is_note else "error",
        "message": one.diagnostic.message(language),
        "citation": one.citation,
    }


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.start + 1,
        "end_line": span.last,
        "end_column": span.end + 1,
    }
