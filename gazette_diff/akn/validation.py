"""Whether a file is valid after the strict schema of Akoma Ntoso 3.0, which lies beside this."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.akn import faults
from gazette_diff.akn.navigation import child, parse
from gazette_diff.akn.numbering import wrong_eid
from gazette_diff.akn.vocabulary import AKN_NAMESPACE, LEVELS, akn, local_name
from gazette_diff.akn.words import text_of
from gazette_diff.core.errors import InvalidMarkupError

if TYPE_CHECKING:
    from lxml import etree

_SCHEMA = Path(__file__).parent / "schema" / "akomantoso30.xsd"


class SchemaError(NamedTuple):
    """What the schema finds wrong, in its own words, and the line, from 1."""

    line: int
    message: str


def schema_errors(data: bytes, name: str) -> tuple[SchemaError, ...]:
    """Return what the strict schema finds wrong with the document *data*; nothing if valid.

    Raises:
        InvalidMarkupError: *data*, called *name*, is no well-formed XML.
    """
    try:
        root = parse(data)
    except faults.Fault as fault:
        raise InvalidMarkupError(fault.what, where=name, mend=fault.mend) from fault
    schema = _schema()
    schema.validate(root)
    return tuple(
        SchemaError(error.line, error.message.replace(f"{{{AKN_NAMESPACE}}}", ""))
        for error in schema.error_log
    )


@cache
def _schema() -> etree.XMLSchema:
    from lxml import etree

    return etree.XMLSchema(etree.parse(_SCHEMA))


def wrong_eids(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield each eId in *data* that tells another number than is printed, and its line, from 1.

    *data* is well-formed XML.
    """
    for node in parse(data).iter(*(akn(name) for name in LEVELS)):
        label = child(node, "num")
        level = LEVELS[local_name(node)]
        eid = None if label is None else wrong_eid(node, level, text_of(label))
        if eid is not None:
            yield eid, node.sourceline or 0
