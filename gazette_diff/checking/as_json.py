"""Findings as the contract ``gazette-diff/check@1`` writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gazette_diff.checking.check import Finding
    from gazette_diff.core.errors import GazetteDiffError
    from gazette_diff.core.language import Language


def findings_as_json(
    found: Mapping[str, Sequence[Finding]],
    troubles: Mapping[str, GazetteDiffError],
    language: Language,
) -> dict[str, Any]:
    """Return what was *found* in each file, and the *troubles* with those that could not be read.

    ``line`` is null where a regulation has no lines (XML), ``document`` where the finding
    concerns no single document of its file. ``summary`` counts the findings by their codes.
    """
    every = [(file, one) for file, findings in found.items() for one in findings]
    counts = Counter(one.diagnostic.code.id for _, one in every)
    return {
        "schema": "gazette-diff/check@1",
        "files": [*found, *troubles],
        "summary": dict(sorted(counts.items())),
        "findings": [
            {"file": file, **one.diagnostic.as_json(language), "document": one.document}
            for file, one in every
        ],
        "trouble": [{"file": f, "message": error.in_(language)} for f, error in troubles.items()],
    }
