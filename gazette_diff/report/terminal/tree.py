"""The tree of a regulation, drawn: one line for each provision, its line numbers in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import line_range
from gazette_diff.core.tree import Level
from gazette_diff.report.terminal.cells import cut_line, flow, wrap
from gazette_diff.report.terminal.documents import facts_of, title_of
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.terminal.notes import note_lines
from gazette_diff.report.wording import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Attachment, Block, Provision, Table

_TABLE = Bilingual("表格 {rows}行：{first}", "table of {rows} rows: {first}")
_PARAGRAPH = Bilingual("第{number}款", "para. {number}")
_PASSAGE = Bilingual("第{number}段", "para. {number}")  # outside of articles
_CLOSING = Bilingual("（续）", "(cont.)")
# Room for 1234–1250 and two spaces.
_GUTTER = 11


@dataclass(frozen=True, slots=True)
class _Node:
    """A line of the drawing, with those below it."""

    label: Span
    text: str
    lines: tuple[int, int] | None
    children: tuple[_Node, ...] = ()


def tree_lines(
    documents: Sequence[ParsedDocument],
    language: Language,
    cells: int | None,
    diagnostics: Sequence[Diagnostic] = (),
    *,
    notes: bool = True,
) -> Iterator[Line]:
    """Yield the drawing of *documents* for a window of *cells*; None indents and cuts nothing.

    With *notes* the diagnostics follow: those of each document, at the end *diagnostics*.
    """
    for number, document in enumerate(documents):
        if number:
            yield EMPTY
        yield from wrap([Span(title_of(document, language), Role.STRONG)], cells)
        facts = [Span(fact) for fact in facts_of(document, language) if fact]
        yield from flow(facts, cells)
        yield from _drawn(_roots(document, language), "", cells)
        if notes:
            yield from note_lines(document.diagnostics, language, cells)
    if notes:
        yield from note_lines(diagnostics, language, cells)


def _roots(document: ParsedDocument, language: Language) -> tuple[_Node, ...]:
    regulation = document.regulation
    return (
        *(_block(block, language) for block in regulation.preface),
        *(_provision(provision, language, None) for provision in regulation.body),
        *(_block(block, language) for block in regulation.conclusion),
        *(_attachment(attachment, language) for attachment in regulation.attachments),
    )


def _drawn(nodes: Sequence[_Node], before: str, cells: int | None) -> Iterator[Line]:
    """Yield *nodes* and what is below them; *before* are the branches to their left."""
    for number, node in enumerate(nodes, 1):
        last = number == len(nodes)
        branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
        if cells is None:
            branch, below = "", "  "
        spans = [
            Span(_line_numbers(node.lines).rjust(_GUTTER - 2) + "  ", Role.QUIET),
            Span(before + branch, Role.QUIET),
            node.label,
            Span("  " if node.label.text and node.text else ""),
            Span(node.text),
        ]
        yield cut_line(spans, cells)
        yield from _drawn(node.children, before + below, cells)


def _line_numbers(lines: tuple[int, int] | None) -> str:
    if lines is None:
        return ""
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}–{lines[1]}"


def _block(block: Block, language: Language) -> _Node:
    label = Span(BLOCKS[block.kind].in_(language), Role.QUIET)
    return _Node(label, visible_line(block.text), line_range(block.pieces))


def _attachment(attachment: Attachment, language: Language) -> _Node:
    return _Node(
        Span(visible_line(attachment.label), Role.CHAPTER),
        visible_line(attachment.heading),
        attachment.span.lines,
        tuple(_provision(provision, language, None) for provision in attachment.body),
    )


def _provision(provision: Provision, language: Language, parent: Level | None) -> _Node:
    """Return the node of *provision*, which stands in one of the level *parent*, None at the top.

    The sole 款 of an article stands on the article's line.
    """
    children = provision.children
    words = [provision.heading, provision.text]
    closing = provision.closing
    lines = provision.span.lines
    if len(children) == 1 and children[0].level is Level.PARAGRAPH and not closing:
        sole = children[0]
        words += [sole.text, _table(sole.table, language)]
        children, closing = sole.children, sole.closing
        lines = line_range(provision.span.pieces + sole.span.pieces)
    nodes = [_provision(child, language, provision.level) for child in children]
    if closing:
        nodes.append(_Node(Span(_CLOSING.in_(language), Role.QUIET), visible_line(closing), None))
    words.append(_table(provision.table, language))
    text = visible_line("  ".join(filter(None, words)))
    return _Node(_label(provision, language, parent), text, lines, tuple(nodes))


def _label(provision: Provision, language: Language, parent: Level | None) -> Span:
    if provision.level is Level.PARAGRAPH and not provision.label and provision.ordinal:
        number = provision.ordinal.chinese if language == "zh" else provision.ordinal
        words = _PARAGRAPH if parent is Level.ARTICLE else _PASSAGE
        return Span(words.in_(language).format(number=number), Role.QUIET)
    return Span(visible_line(provision.label), Role.STRONG)


def _table(table: Table | None, language: Language) -> str:
    if table is None:
        return ""
    first = table.caption or " | ".join(table.rows[0] if table.rows else ())
    return _TABLE.in_(language).format(rows=len(table.rows), first=first)
