"""A run of lines that is numbered as one: the body, or the body of an attachment."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.mendings import Mending
from gazette_diff.core.source import Span
from gazette_diff.core.tree import Attachment, Block, Level, Provision
from gazette_diff.parsing.attachments import read_attachment_head
from gazette_diff.parsing.body import Numbering, read_numbering
from gazette_diff.parsing.closing import conclusion_blocks
from gazette_diff.parsing.paragraphs import Joiner
from gazette_diff.parsing.tree_builder import build

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.source import Piece
    from gazette_diff.parsing.layout import Column
    from gazette_diff.parsing.lines import Layout, Line

_RESUMED = (Mending.RESUMED, Mending.RESUMED_ALONE)


class RegionParser:
    """Parses regions of one document; gathers what was doubtful and what was done to lines.

    ``notes`` tells, by line number, what was done to a line and why; ``borders`` are the
    bars and rules of tables, ``colons`` those between the label of an attachment and its title.
    """

    def __init__(
        self, source: Sequence[str], layout: Layout, column: Column | None, *, moved: bool
    ) -> None:
        """Prepare for a document of *source* (its lines) laid out as *layout* says.

        *moved* tells that some lines stand in another order than in the source.
        """
        self.moved = moved
        self.source = source
        self.layout = layout
        self.column = column
        self.notes: dict[int, str] = {}
        self.borders: list[Piece] = []
        self.colons: list[Piece] = []
        self.diagnostics: list[Diagnostic] = []

    def parse(
        self, lines: Sequence[Line], numbering: Numbering
    ) -> tuple[tuple[Provision, ...], list[Block]]:
        """Return the provisions of *lines*, and the signature and date at their end."""
        joiner = Joiner(
            lines,
            self.layout,
            self.column,
            numbering.heads,
            unnumbered=numbering.unnumbered,
            articles=numbering.article_mark is not None,
            source=self.source,
        )
        paragraphs, conclusion = conclusion_blocks(joiner.run())
        self.borders += joiner.borders
        self.notes |= {line: str(why) for line, why in joiner.notes.items()}
        if self.moved:
            self._note_moves(lines)
        self.diagnostics += joiner.diagnostics
        heads = joiner.may_open[: bisect_left(joiner.may_open, len(paragraphs))]
        return build(paragraphs, heads, numbering.article_mark, self.source), conclusion

    def _note_moves(self, lines: Sequence[Line]) -> None:
        """Put down which of *lines* were moved; the seams where texts go on again are doubtful."""
        for line in lines:
            if line.note is not None:
                reasons = (str(line.note), self.notes.get(line.number, ""))
                self.notes[line.number] = "; ".join(filter(None, reasons))
        for before, line in pairwise(lines):
            if line.note in _RESUMED and before.note not in _RESUMED:
                doubt = Diagnostic.of(
                    Code.DOUBTFUL_JOIN, line=line.number, first=before.number, last=line.number
                )
                self.diagnostics.append(doubt)

    def parse_attachment(self, lines: Sequence[Line]) -> Attachment:
        """Return the attachment that begins on the first of *lines* (附件1 …)."""
        head = read_attachment_head(lines, self.layout)
        if head.colon is not None:
            self.colons.append(head.colon)
        rest = lines[head.lines :]
        body, conclusion = self.parse(rest, read_numbering(rest, self.layout))
        signed = tuple(
            Provision(level=Level.PARAGRAPH, text=block.text, span=Span(text=block.pieces))
            for block in conclusion
        )
        return Attachment(
            label=head.label,
            heading=head.title,
            body=(*body, *signed),
            span=Span(label=(head.label_piece,), heading=head.title_pieces),
        )
