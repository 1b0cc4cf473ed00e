"""The JSON Schemas (2020-12) of everything the tool writes as JSON, shipped with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gazette_diff.report.json import Json

SchemaName = Literal[
    "changes-1",
    "tree-1",
    "ledger-1",
    "check-1",
    "library-1",
    "references-1",
    "integrity-1",
    "history-1",
    "life-1",
    "blame-1",
    "verify-1",
    "matrix-1",
    "provision-1",
    "provisions-1",
    "documents-1",
    "citations-1",
    "found-1",
    "elsewhere-1",
    "cite-check-1",
]


def schema(name: SchemaName) -> Json:
    """Return the schema of that *name*; ``ledger-1`` is that of a line."""
    loaded: Json = json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))
    return loaded
