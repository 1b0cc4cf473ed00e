"""The change set as JSON: the contract ``gazette-diff/changes@1``.

``schemas/changes-1.json`` beside this module is its JSON Schema. Keys keep their order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from gazette_diff.core.changes import DOUBT
from gazette_diff.core.references import count_judgements
from gazette_diff.report.json_values import text_or_none
from gazette_diff.report.references.as_json import judged_as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gazette_diff.core.changes import (
        Change,
        ChangeSet,
        ComparedVersion,
        Link,
        ProvisionRef,
        Row,
        RowRef,
        ValueChange,
    )
    from gazette_diff.core.language import Language
    from gazette_diff.core.pins import Pins

#: A JSON object as ``json`` reads and writes it.
Json = dict[str, Any]

CHANGES_SCHEMA = "gazette-diff/changes@1"
# Scores are rounded, so that a difference in the last bit of a float is none in the output.
_DIGITS = 4


def changes_as_json(changes: ChangeSet, language: Language, *, explain: bool = False) -> Json:
    """Return *changes* as the contract writes it.

    *language* is that of the diagnostics' messages; nothing else depends on it. With
    *explain* each link carries its ``evidence``.
    """
    data: Json = {
        "schema": CHANGES_SCHEMA,
        "old": _version(changes.old),
        "new": _version(changes.new),
        "summary": changes.summary,
        "changes": [_change(change, explain=explain) for change in changes.changes],
        "frame": [_row(row) for row in changes.frame],
        "renamings": [one._asdict() for one in changes.renamings],
        "references": {
            "summary": count_judgements(changes.references),
            "findings": [judged_as_json(o, language) for o in changes.references if o.finding],
        },
        "diagnostics": [diagnostic.as_json(language) for diagnostic in changes.diagnostics],
    }
    if changes.set_aside:
        data["set_aside"] = changes.set_aside
    return {**data, "pins": _pins(changes.pins)} if changes.pins else data


def json_text(data: Mapping[str, Any]) -> str:
    """Return *data* as text that can be read and compared: one line for each key and element.

    The elements of a list at the top (the changes, the documents) stand on lines of their
    own; what is inside them is not broken further.
    """
    lines = [f"{_dump(key)}: {_value(value)}" for key, value in data.items()]
    return "{" + ",\n ".join(lines) + "}\n"


def _value(value: object) -> str:
    # Indenting all the way down would cost the fast encoder and a line for each segment.
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(_dump(element) for element in value) + "]"
    return _dump(value)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _version(side: ComparedVersion) -> Json:
    return {
        "title": side.metadata.title,
        "document_number": text_or_none(side.metadata.document_number),
        "version": side.version,
        "articles": side.articles,
    }


def _pins(pins: Pins) -> Json:
    return {
        "links": [list(pair) for pair in sorted(pins.links)],
        "apart": [list(pair) for pair in sorted(pins.apart)],
        "deleted": sorted(pins.deleted),
        "added": sorted(pins.added),
    }


def _change(change: Change, *, explain: bool) -> Json:
    return {
        "relation": str(change.relation),
        "renumbered": change.renumbered,
        "relocated": change.relocated,
        "classes": list(change.classes),
        "values": [_value_change(value) for value in change.values],
        "old": [_provision(ref) for ref in change.old],
        "new": [_provision(ref) for ref in change.new],
        "links": [_link(link, explain=explain) for link in change.links],
        "rows": [_row(row) for row in change.rows],
        **({"editorial": True} if change.editorial else {}),
        **({"pinned": True} if change.pinned else {}),
    }


def _value_change(value: ValueChange) -> Json:
    data: Json = {"class": value.name, "old": value.old, "new": value.new, "row": value.row}
    return {**data, "editorial": True} if value.editorial else data


def _provision(ref: ProvisionRef) -> Json:
    return {"eid": ref.eid, "label": ref.label, "path": list(ref.path)}


def _link(link: Link, *, explain: bool) -> Json:
    data: Json = {
        "old": link.old,
        "new": link.new,
        "similarity": round(link.similarity, _DIGITS),
        "confidence": round(link.confidence, _DIGITS),
    }
    if link.confidence < DOUBT:
        data["doubtful"] = True
    if link.pinned:
        data["pinned"] = True
    if explain:
        data["evidence"] = list(link.evidence)
    return data


def _row(row: Row) -> Json:
    return {
        "relation": str(row.relation),
        "old": _row_ref(row.old),
        "new": _row_ref(row.new),
        "segments": [[segment.op, segment.text] for segment in row.segments],
        **({"editorial": True} if row.editorial else {}),
    }


def _row_ref(ref: RowRef | None) -> Json | None:
    return None if ref is None else {"eid": ref.eid, "label": ref.label}
