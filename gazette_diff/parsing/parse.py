"""A source to its regulations, with a ledger that accounts for every character."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.documents import LedgerEntry, ParsedDocument, ParsedSource
from gazette_diff.core.mendings import Furnishing
from gazette_diff.core.source import text_at
from gazette_diff.parsing.document import DocumentParser, SourceFacts
from gazette_diff.parsing.furniture import drop_furniture, find_issue
from gazette_diff.parsing.headings import part_headings
from gazette_diff.parsing.layout import detect
from gazette_diff.parsing.ledger import Claim, DocumentClaims, write_ledger
from gazette_diff.parsing.lines import close_emphasis, control_pieces, mark_continued, split_lines
from gazette_diff.parsing.segment import segment
from gazette_diff.parsing.tables import mark_tabbed_rows
from gazette_diff.parsing.threads import disentangle, may_be_entangled
from gazette_diff.parsing.wording import excerpt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from gazette_diff.core.source import SourceText
    from gazette_diff.core.tree import Block
    from gazette_diff.parsing.lines import Furniture, Line

# The comment with which collections of laws end what they say about a text.
_END_OF_NOTES = "<!-- INFO END -->"


def parse_source(source: SourceText) -> ParsedSource:
    """Find the regulations in *source* and parse each.

    A source without any has no documents; the caller decides whether that is an error.
    The ledger of the result covers every non-space character exactly once.
    """
    lines, furniture, facts = _read_lines(source)
    documents: list[ParsedDocument] = []
    used: list[Line] = []
    claims: list[DocumentClaims] = []
    notice: list[Block] = []
    for section in segment(lines, facts.titles):
        parser = DocumentParser(facts, section, len(documents) + 1, notice)
        document = parser.parse()
        notice = parser.notice
        if document is not None:
            documents.append(document)
            claims.append(parser.claims)
            used += parser.used

    def ledger() -> tuple[LedgerEntry, ...]:
        outside = (Claim(f.piece, "furniture", str(f.kind)) for f in furniture)
        return tuple(write_ledger(source.lines, chain(outside, *claims)))

    return ParsedSource(
        source=source,
        documents=tuple(documents),
        diagnostics=(*_controls(source, furniture), *_unplaced(lines, used)),
        write_ledger=ledger,
    )


def _read_lines(source: SourceText) -> tuple[list[Line], list[Furniture], SourceFacts]:
    """Return the lines of *source* in reading order, what is furniture, and what is known."""
    lines, notable, furniture = split_lines(source)
    close_emphasis(notable, furniture)
    if source.continued:
        mark_continued(lines, source.continued)
    lines, notable = part_headings(lines, notable)
    notes_end = _end_of_notes(source, furniture)
    rough = [line for line in notable if not line.plain]
    if any("\t" in line.text for line in rough):
        mark_tabbed_rows(lines)
    furniture += control_pieces(rough)
    issue = find_issue(notable)
    lines, dropped = drop_furniture(lines, notable)
    column = detect(lines)[1]
    ordered = disentangle(lines) if may_be_entangled(notable) else lines
    attached = "附" in [line.text[0] for line in notable]
    titles = [line for line in notable if line.level == 1]
    facts = SourceFacts(
        source, issue, notes_end, column, titles, attached, moved=ordered is not lines
    )
    return ordered, [*furniture, *dropped], facts


def _end_of_notes(source: SourceText, furniture: Sequence[Furniture]) -> int:
    """Return the number of the last line that ends a collection's notes; 0 without one."""
    comments = [f.piece.line for f in furniture if f.kind is Furnishing.COMMENT]
    ends = (number for number in comments if _END_OF_NOTES in source.lines[number - 1])
    return max(ends, default=0)


def _controls(source: SourceText, furniture: Sequence[Furniture]) -> Iterator[Diagnostic]:
    """Name each control character that was taken out of the text, where it first stands.

    Zero-width characters, which web pages are full of, are in the ledger only.
    """
    named: set[str] = set()
    for piece in (f.piece for f in furniture if f.kind is Furnishing.CONTROL_CHARACTER):
        character = text_at(source.lines, [piece])
        if character in named or not (character < " " or character == "\x7f"):
            continue
        named.add(character)
        name = f"U+{ord(character):04X}"
        yield Diagnostic.of(Code.CONTROL_CHARACTER, line=piece.line, character=name)


def _unplaced(lines: Sequence[Line], used: Collection[Line]) -> Iterator[Diagnostic]:
    """Name each run of *lines* of which none is among those *used*, each of which is so once."""
    if len(used) == len(lines):
        return
    numbers = {line.number for line in used}
    in_order = sorted(lines, key=lambda line: line.number)
    for placed, run in groupby(in_order, key=lambda line: line.number in numbers):
        if placed:
            continue
        first, *rest = run
        last = rest[-1] if rest else first
        yield Diagnostic.of(
            Code.UNPLACED,
            line=first.number,
            first=first.number,
            last=last.number,
            excerpt=excerpt(first.text),
        )
