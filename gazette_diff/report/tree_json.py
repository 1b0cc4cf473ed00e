"""A parsed source as JSON: its trees (``gazette-diff/tree@1``) and its ledger, line by line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gazette_diff.core.places import place
from gazette_diff.core.source import line_range
from gazette_diff.report.json_values import text_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import LedgerEntry, ParsedDocument, ParsedSource
    from gazette_diff.core.language import Language
    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Attachment, Block, Metadata, Replaced, Table
    from gazette_diff.report.json import Json

TREE_SCHEMA = "gazette-diff/tree@1"


def tree_as_json(
    documents: Sequence[ParsedDocument],
    language: Language,
    diagnostics: Sequence[Diagnostic] = (),
) -> Json:
    """Return the trees of *documents* (DESIGN: ``parse --format json``).

    The diagnostics of all documents stand at the end, each with the number of its
    document (from 1), after *diagnostics*, which concern no single one (``null``).
    """
    doubts = [{**d.as_json(language), "document": None} for d in diagnostics]
    for number, document in enumerate(documents, 1):
        doubts += [{**d.as_json(language), "document": number} for d in document.diagnostics]
    return {
        "schema": TREE_SCHEMA,
        "documents": [_document(document) for document in documents],
        "diagnostics": doubts,
    }


def ledger_lines(parsed: ParsedSource) -> Iterator[str]:
    """Yield one JSON object for each piece of the source (DESIGN: ``parse --format ledger``).

    ``document`` stands in each where the source has several documents, ``note`` where
    something was done to the piece. The lines have no line end.
    """
    several = len(parsed.documents) > 1
    for entry in parsed.ledger:
        yield json.dumps(_ledger_entry(entry, several=several), ensure_ascii=False)


def _ledger_entry(entry: LedgerEntry, *, several: bool) -> Json:
    data: Json = {
        "line": entry.line,
        "start": entry.start,
        "end": entry.end,
        "place": entry.place,
        "part": entry.part,
        "text": entry.text,
    }
    if several:
        data["document"] = entry.document
    if entry.note:
        data["note"] = entry.note
    return data


def _document(document: ParsedDocument) -> Json:
    regulation = document.regulation
    return {
        "metadata": _metadata(regulation.metadata),
        "preface": [_block(block) for block in regulation.preface],
        "body": [_provision(placed) for placed in place(regulation.body)],
        "conclusion": [_block(block) for block in regulation.conclusion],
        "attachments": [
            _attachment(attachment, number)
            for number, attachment in enumerate(regulation.attachments, 1)
        ],
        "lines": list(document.lines),
    }


def _metadata(metadata: Metadata) -> Json:
    gazette = metadata.gazette
    return {
        "title": metadata.title,
        "document_number": text_or_none(metadata.document_number),
        "issuer": list(metadata.issuer),
        "version": text_or_none(metadata.version),
        "signed": text_or_none(metadata.signed),
        "published": text_or_none(metadata.published),
        "amended": [day.isoformat() for day in metadata.amended],
        "in_force": text_or_none(metadata.in_force),
        "repealed": text_or_none(metadata.repealed),
        "replaces": [_replaced(replaced) for replaced in metadata.replaces],
        "gazette": None
        if gazette is None
        else {
            "name": gazette.name,
            "year": gazette.year,
            "number": gazette.number,
            "total": gazette.total,
        },
        "constructed": metadata.constructed,
    }


def _replaced(replaced: Replaced) -> Json:
    return {
        "title": replaced.title,
        "document_number": text_or_none(replaced.document_number),
        "signed": text_or_none(replaced.signed),
    }


def _block(block: Block) -> Json:
    lines = line_range(block.pieces)
    return {"kind": str(block.kind), "text": block.text, "lines": lines and list(lines)}


def _provision(placed: Placed) -> Json:
    provision = placed.provision
    lines = provision.span.lines
    data: Json = {
        "level": str(provision.level),
        "eid": placed.eid,
        "label": provision.label,
        "heading": provision.heading,
        "text": provision.text,
        "children": [_provision(child) for child in placed.children],
        "closing": provision.closing,
        "lines": lines and list(lines),
    }
    if provision.table is not None:
        data["table"] = _table(provision.table)
    return data


def _table(table: Table) -> Json:
    return {
        "caption": table.caption,
        "header_rows": table.header_rows,
        "rows": [list(row) for row in table.rows],
    }


def _attachment(attachment: Attachment, number: int) -> Json:
    lines = attachment.span.lines
    return {
        "label": attachment.label,
        "heading": attachment.heading,
        "body": [_provision(placed) for placed in place(attachment.body, f"att_{number}")],
        "lines": lines and list(lines),
    }
