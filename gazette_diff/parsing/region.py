"""A run of lines that is numbered as one: the body, or the body of an attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.source import Span
from gazette_diff.core.tree import Attachment, Block, Level, Provision
from gazette_diff.parsing.body import Numbering, attachment_label, read_numbering
from gazette_diff.parsing.front import conclusion_blocks
from gazette_diff.parsing.lines import Layout, Line, clean
from gazette_diff.parsing.paragraphs import Joiner
from gazette_diff.parsing.tree_builder import build
from gazette_diff.parsing.wording import is_title, without_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.source import Piece
    from gazette_diff.parsing.layout import Column


class RegionParser:
    """Parses regions of one document; gathers what was doubtful and what was done to lines.

    ``notes`` tells, by line number, what was done to a line and why; ``borders`` are the
    bars and rules of tables.
    """

    def __init__(self, source: Sequence[str], layout: Layout, column: Column | None) -> None:
        """Prepare for a document of *source* (its lines) laid out as *layout* says."""
        self.source = source
        self.layout = layout
        self.column = column
        self.notes: dict[int, str] = {}
        self.borders: list[Piece] = []
        self.diagnostics: list[Diagnostic] = []

    def parse(
        self, lines: Sequence[Line], numbering: Numbering
    ) -> tuple[tuple[Provision, ...], list[Block]]:
        """Return the provisions of *lines*, and the signature and date at their end."""
        joiner = Joiner(
            lines,
            self.layout,
            self.column,
            set(numbering.heads),
            articles=numbering.article_mark is not None,
        )
        paragraphs, conclusion = conclusion_blocks(joiner.run())
        for paragraph in paragraphs:
            if paragraph.table is not None:
                self.borders += paragraph.table.borders
            self.notes |= {line: str(why) for line, why in paragraph.notes.items()}
        for line in lines:
            if line.note is not None:
                reasons = (str(line.note), self.notes.get(line.number, ""))
                self.notes[line.number] = "; ".join(filter(None, reasons))
        self.diagnostics += joiner.diagnostics
        return build(paragraphs, numbering.article_mark, self.source), conclusion

    def parse_attachment(self, lines: Sequence[Line]) -> Attachment:
        """Return the attachment that begins on the first of *lines* (附件1 …)."""
        first, rest = lines[0], lines[1:]
        length = attachment_label(first)
        heading = first.text[length:].strip()
        pieces = (first.piece(length),) if heading else ()
        below = rest[0] if rest else None
        untitled = not heading.strip("：:.．、 ")
        if untitled and below is not None and below.head is None and is_title(below.text):
            heading, pieces, rest = heading + below.text, (*pieces, below.piece()), rest[1:]
        body, conclusion = self.parse(rest, read_numbering(rest, self.layout))
        signed = tuple(
            Provision(level=Level.PARAGRAPH, text=block.text, span=Span(text=block.pieces))
            for block in conclusion
        )
        return Attachment(
            label=without_space(first.text[:length]),
            heading=clean(heading),
            body=(*body, *signed),
            span=Span(label=(first.piece(0, length),), heading=pieces),
        )


def attachment_shell(attachment: Attachment) -> Provision:
    """Return the label and heading of *attachment* as a provision without contents."""
    return Provision(
        level=Level.PART,
        label=attachment.label,
        heading=attachment.heading,
        span=attachment.span,
    )
