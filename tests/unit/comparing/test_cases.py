"""Small pairs of regulations that a lawyer can read, with what should be said of them.

``expected.json`` lists the changes in their order: what happened, the articles, the classes,
and the words of every row that is not unchanged, marked as in ``应当在[-三日-]{+五日+}内``.
``--update-golden`` writes it anew from what the code does now. A ``pins.txt`` beside them holds
corrections as they are typed: ``--pin 31=38``, ``--unpin 12=15``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gazette_diff import api
from gazette_diff.core.changes import Change, ChangeSet, Relation
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Regulation
from gazette_diff.parsing import parse_source
from tests.shared import ROOT
from tests.unit.comparing.marking import marked

CASES = sorted((ROOT / "tests" / "cases" / "diff").iterdir())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder: Path, request: pytest.FixtureRequest) -> None:
    sides = regulation(folder / "old.txt"), regulation(folder / "new.txt")
    typed = folder / "pins.txt"
    lines = typed.read_text(encoding="utf-8").splitlines() if typed.exists() else []
    pins, unpins = (
        [line.removeprefix(name) for line in lines if line.startswith(name)]
        for name in ("--pin ", "--unpin ")
    )
    found = as_read(api.compare(*sides, pins=pins, unpins=unpins))
    path = folder / "expected.json"
    if request.config.getoption("--update-golden"):
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


def regulation(path: Path) -> Regulation:
    source = SourceText.from_text(path.read_text(encoding="utf-8"), path.name)
    (document,) = parse_source(source).documents
    return document.regulation


def as_read(changes: ChangeSet) -> dict[str, Any]:
    """Return what *changes* says, as the cases write it."""
    frame = [
        marked(row.segments) for row in changes.frame if row.relation is not Relation.UNCHANGED
    ]
    result: dict[str, Any] = {"changes": [change_as_read(change) for change in changes.changes]}
    if frame:
        result["frame"] = frame
    if codes := sorted({diagnostic.code.name for diagnostic in changes.diagnostics}):
        result["diagnostics"] = codes
    return result


def change_as_read(change: Change) -> dict[str, Any]:
    """Return what *change* says; what is not said is left out."""
    old, new = ("、".join(ref.label for ref in side) for side in (change.old, change.new))
    words = [marked(row.segments) for row in change.rows if row.relation is not Relation.UNCHANGED]
    marks = {
        "relocated": change.relocated,
        "doubtful": change.doubtful,
        "pinned": change.pinned,
    }
    return {
        "what": str(change.relation),
        "articles": f"{old} → {new}",
        **{name: True for name, holds in marks.items() if holds},
        **({"classes": list(change.classes)} if change.classes else {}),
        **({"words": words} if words else {}),
    }
