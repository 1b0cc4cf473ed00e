"""A regulation as clean plain text, which reads back as the same regulation.

Paragraphs are indented by two characters as official documents print them (左空二字,
GB/T 9704-2012, 7.3.3); the indent is also what tells a reader where one begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazette_diff.core.printing import PrintedLine, printed
from gazette_diff.core.tree import CONTAINERS, BlockKind, Level, Regulation
from gazette_diff.parsing.attachments import write_attachment_head
from gazette_diff.parsing.tables import write_table

INDENT = "\u3000\u3000"
_INDENTED = (frozenset(Level) - CONTAINERS) | {
    BlockKind.NOTICE_TEXT,
    BlockKind.PREAMBLE,
    BlockKind.EDITOR_NOTE,
}


def to_text(regulation: Regulation) -> str:
    """Return *regulation* as text: one paragraph a line, a blank line between paragraphs.

    Parsing the text gives the same regulation again.
    """
    lines = (text for line in printed(regulation) for text in _written(line))
    return "\n\n".join(lines) + "\n"


def _written(line: PrintedLine) -> Iterator[str]:
    if line.table is not None:
        yield "\n".join(write_table(line.table))
    elif line.kind is None:
        yield from write_attachment_head(line.label, line.own)
    else:
        yield INDENT + line.text if line.kind in _INDENTED else line.text
