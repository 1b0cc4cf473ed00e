"""Tables: ``table/tr/(th|td)/p``, with ``caption``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.akn import faults
from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.navigation import inside, read_integer
from gazette_diff.akn.vocabulary import OWN_PREFIX, local_name, own
from gazette_diff.akn.words import paragraphs, text_of, words
from gazette_diff.core.tree import Table

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

# The schema wants a row in every table and a cell in every row; these mark what is not there.
_NO_CELLS = {f"{OWN_PREFIX}:cells": "0"}
_NO_ROWS = {f"{OWN_PREFIX}:rows": "0"}


def table_element(table: Table, eid: str) -> Element:
    """Return *table* as an element named *eid*."""
    rows = [
        _row(row, "th" if number < table.header_rows else "td")
        for number, row in enumerate(table.rows)
    ]
    implied = min(max(table.header_rows, 0), len(rows))
    attributes: dict[str, str | None] = {"eId": eid}
    if implied != table.header_rows:
        attributes[f"{OWN_PREFIX}:headerRows"] = str(table.header_rows)
    if not rows:
        attributes |= _NO_ROWS
        rows = [_row((), "td")]
    caption = element("caption", None, *words(table.caption)) if table.caption else None
    return element("table", attributes, caption, *rows)


def _row(row: tuple[str, ...], cell: str) -> Element:
    if not row:
        return element("tr", _NO_CELLS, element(cell))
    return element("tr", None, *(element(cell, None, *paragraphs(text)) for text in row))


def read_table(node: XmlElement) -> Table:
    """Return the table that *node* is, the inverse of :func:`table_element`.

    Raises:
        Fault: something stands in it that is no caption and no row.
    """
    caption = ""
    rows: list[tuple[str, ...]] = []
    headers = 0
    for part in inside(node):
        name = local_name(part)
        if name == "caption":
            caption = text_of(part)
        elif name == "tr":
            # Heading cells further down head a row, not the table.
            headers += len(rows) == headers and all(local_name(c) == "th" for c in part)
            rows.append(_read_row(part))
        else:
            raise faults.unknown_element(part, "table")
    if node.get(own("rows")) == "0":
        rows, headers = [], 0
    if own("headerRows") in node.attrib:
        headers = read_integer(node, own("headerRows"))
    return Table(tuple(rows), headers, caption)


def _read_row(node: XmlElement) -> tuple[str, ...]:
    if node.get(own("cells")) == "0":
        return ()
    return tuple("\n".join(text_of(block) for block in inside(cell)) for cell in inside(node))
