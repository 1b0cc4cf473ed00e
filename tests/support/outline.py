"""A regulation as an outline that a lawyer can read: what the parser is expected to see."""

from __future__ import annotations

from collections.abc import Iterator

from gazette_diff.core.documents import ParsedSource
from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import Regulation


def outline(parsed: ParsedSource) -> str:
    """Return what was found in a source: each document, and the doubts."""
    lines: list[str] = []
    for number, document in enumerate(parsed.documents, 1):
        first, last = document.lines
        lines.append(f"== document {number}: lines {first}-{last}")
        lines += _regulation(document.regulation)
        lines += [
            f"! {d.code.id} {d.place} line {d.line}: {d.message('zh')}"
            for d in document.diagnostics
        ]
    lines += [f"! {d.code.id} line {d.line}: {d.message('zh')}" for d in parsed.diagnostics]
    return "\n".join(lines) + "\n"


def _regulation(regulation: Regulation) -> Iterator[str]:
    metadata = regulation.metadata
    for name in (
        "title", "document_number", "issuer", "signed", "published", "amended", "in_force",
        "replaces", "gazette", "constructed",
    ):  # fmt: skip
        value = getattr(metadata, name)
        if value:
            yield f"{name}: {_shown(value)}"
    yield from (f"[{block.kind}] {block.text}" for block in regulation.preface)
    for placed in place(regulation.body):
        yield from _placed(placed, 0)
    yield from (f"[{block.kind}] {block.text}" for block in regulation.conclusion)
    for number, attachment in enumerate(regulation.attachments, 1):
        yield f"att_{number} {attachment.label} {attachment.heading}".rstrip()
        for placed in place(attachment.body, f"att_{number}"):
            yield from _placed(placed, 1)


def _placed(placed: Placed, depth: int) -> Iterator[str]:
    provision, indent = placed.provision, "  " * depth
    words = provision.text.replace("\n", " / ")
    if provision.table is not None:
        rows = " / ".join("¦".join(row) for row in provision.table.rows)
        words = f"[table, {provision.table.header_rows} heading rows: {rows}]"
    heading = f"<{provision.heading}>" if provision.heading else ""
    parts = (placed.eid, provision.label, heading, words)
    yield indent + " ".join(part for part in parts if part)
    for child in placed.children:
        yield from _placed(child, depth + 1)
    if provision.closing:
        yield f"{indent}  … {provision.closing}"


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
