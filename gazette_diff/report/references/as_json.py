"""References as JSON: the contracts ``gazette-diff/references@1`` and ``…/integrity@1``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.references import count_judgements
from gazette_diff.report.json_values import work_as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.language import Bilingual, Language
    from gazette_diff.core.references import Cited, JudgedReference, Reference
    from gazette_diff.core.tree import Metadata
    from gazette_diff.report.json import Json


def references_as_json(
    metadata: Metadata, references: Sequence[Reference], language: Language
) -> Json:
    """Return every reference of a regulation with what it points to; messages in *language*."""
    return {
        "schema": "gazette-diff/references@1",
        **work_as_json(metadata),
        "summary": {
            "references": len(references),
            "internal": sum(str(one.scope) == "internal" for one in references),
            "external": sum(str(one.scope) == "external" for one in references),
            "checked": sum(bool(one.held) for one in references),
            "problems": sum(one.problem is not None for one in references),
        },
        "references": [reference_as_json(one, language) for one in references],
    }


def integrity_as_json(
    old: Metadata, new: Metadata, judged: Sequence[JudgedReference], language: Language
) -> Json:
    """Return every internal reference of the new text with its judgement."""
    return {
        "schema": "gazette-diff/integrity@1",
        "old": work_as_json(old),
        "new": work_as_json(new),
        "summary": count_judgements(judged),
        "references": [judged_as_json(one, language) for one in judged],
    }


def judged_as_json(judged: JudgedReference, language: Language) -> Json:
    """Return one judged reference; ``old`` is the same reference in the old text or null."""
    return {
        "judgement": str(judged.judgement),
        "doubtful": judged.doubtful,
        "reason": judged.reason.in_(language),
        **reference_as_json(judged.reference, language),
        "expected": [_cited(one) for one in judged.expected],
        "old": None if judged.old is None else reference_as_json(judged.old, language),
    }


def reference_as_json(reference: Reference, language: Language) -> Json:
    """Return one reference: where it stands, its words, what it points to or why to nothing."""
    return {
        "source": _cited(reference.source),
        "part": reference.part,
        "start": reference.start,
        "end": reference.end,
        "text": reference.text,
        "scope": str(reference.scope),
        "work": reference.work or None,
        "checked_against": reference.held or None,
        "range": reference.ranged,
        "targets": [_cited(one) for one in reference.targets],
        "problem": _told(reference.problem, language),
    }


def _cited(one: Cited) -> Json:
    return {"eid": one.eid, "name": one.name, "gist": one.gist}


def _told(message: Bilingual | None, language: Language) -> str | None:
    return None if message is None else message.in_(language)
