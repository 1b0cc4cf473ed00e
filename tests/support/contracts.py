"""Every JSON output is held to the schema that it names, wherever a test meets one."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_args

import jsonschema

from gazette_diff.report.schemas import SchemaName, schema

_NAMES: dict[str, SchemaName] = {
    f"gazette-diff/{name.rpartition('-')[0]}@{name.rpartition('-')[2]}": name
    for name in get_args(SchemaName)
}


def hold_to_contract(text: str) -> None:
    """Check *text*, the output of a command, if it is a JSON object; other output passes.

    Raises:
        ValidationError: it is not as its schema has it.
        KeyError: it names no schema, or one that the package does not ship.
    """
    try:
        data = json.loads(text) if text.startswith("{") else None
    except json.JSONDecodeError:  # the lines of a ledger
        return
    if data is not None and "place" not in data:  # a ledger of a single line
        _validator(_NAMES[data["schema"]]).validate(data)


@cache
def _validator(name: SchemaName) -> Any:
    return jsonschema.Draft202012Validator(schema(name))
