"""Histories as JSON: the contracts ``history@1``, ``life@1`` and ``blame@1``.

``schemas/history-1.json``, ``life-1.json`` and ``blame-1.json`` are their JSON Schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazette_diff.report.json_values import text_or_none
from gazette_diff.report.matrix import threads
from gazette_diff.report.versions_json import version_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazette_diff.core.changes import Change, ProvisionRef
    from gazette_diff.core.history import Blamed, History, Moment, Revision
    from gazette_diff.core.versions import Line, Stage


def history_as_json(history: History) -> dict[str, Any]:
    """Return the versions of a regulation, the earliest first, with what each changed."""
    return {
        "schema": "gazette-diff/history@1",
        "title": history.line.title,
        "versions": [_revision(revision) for revision in history.revisions],
    }


def life_as_json(line: Line, moments: Sequence[Moment]) -> dict[str, Any]:
    """Return what an article was in each text at hand, the earliest first."""
    return {
        "schema": "gazette-diff/life@1",
        "title": line.title,
        "moments": [
            {
                "version": _day(moment.revision.stage),
                "articles": [_ref(ref) for ref in moment.articles],
                "changes": None
                if moment.changes is None
                else [_change(change) for change in moment.changes],
                "not_held_before": [_day(stage) for stage in moment.revision.missing],
            }
            for moment in moments
        ],
    }


def matrix_as_json(history: History) -> dict[str, Any]:
    """Return which version changed which article: its articles in each text, what each did."""
    return {
        "schema": "gazette-diff/matrix@1",
        "title": history.line.title,
        "versions": [_day(revision.stage) for revision in history.held],
        "threads": [
            {
                "articles": [[_ref(ref) for ref in refs] for refs in thread.articles],
                "kinds": [None if kind is None else str(kind) for kind in thread.kinds],
            }
            for thread in threads(history)
        ],
    }


def blame_as_json(stage: Stage, blamed: Iterable[Blamed]) -> dict[str, Any]:
    """Return which version wrote what stands in the text of *stage*."""
    return {
        "schema": "gazette-diff/blame@1",
        "title": stage.version.title,
        "version": _day(stage),
        "articles": [
            {
                **_ref(article.article),
                "since": _day(article.since),
                "doubtful": article.doubtful,
                "words": [
                    {
                        "eid": words.eid,
                        "label": words.label,
                        "since": _day(words.since),
                        "doubtful": words.doubtful,
                        "text": words.text,
                    }
                    for words in article.words
                ],
            }
            for article in blamed
        ],
    }


def _revision(revision: Revision) -> dict[str, Any]:
    stage = revision.stage
    return {
        **version_as_json(stage.version),
        "step": str(stage.step),
        "start": stage.start.isoformat(),
        "start_is_told": stage.version.start_is_told,
        "end": text_or_none(stage.end),
        "replaced_by": None if stage.by is None else stage.by.title,
        "compared_with": None if revision.previous is None else _day(revision.previous),
        "not_held_before": [_day(missing) for missing in revision.missing],
        "summary": None if revision.changes is None else revision.changes.summary,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "relation": str(change.relation),
        "renumbered": change.renumbered,
        "relocated": change.relocated,
        "classes": list(change.classes),
        "old": [_ref(ref) for ref in change.old],
        "new": [_ref(ref) for ref in change.new],
        "rows": [
            {
                "relation": str(row.relation),
                "old": row.old and row.old.eid,
                "new": row.new and row.new.eid,
                "segments": [list(segment) for segment in row.segments],
            }
            for row in change.rows
        ],
    }


def _ref(ref: ProvisionRef) -> dict[str, Any]:
    return {"eid": ref.eid, "label": ref.label, "path": list(ref.path)}


def _day(stage: Stage) -> str:
    return stage.version.day.isoformat()
