"""A regulation as clean plain text, which reads back as the same regulation.

Paragraphs are indented by two characters as official documents print them (左空二字,
GB/T 9704-2012, 7.3.3); the indent is also what tells a reader where one begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gazette_diff.core.tree import (
    CONTAINERS,
    Attachment,
    Block,
    BlockKind,
    Level,
    Provision,
    Regulation,
)
from gazette_diff.parsing.attachments import write_attachment_head
from gazette_diff.parsing.tables import write_table

INDENT = "\u3000\u3000"
_INDENTED_BLOCKS = frozenset({BlockKind.NOTICE_TEXT, BlockKind.PREAMBLE, BlockKind.EDITOR_NOTE})
_BLANK_BEFORE = frozenset({BlockKind.TITLE, BlockKind.CONTENTS})


def to_text(regulation: Regulation) -> str:
    """Return *regulation* as text: one paragraph a line, a blank line between paragraphs.

    Parsing the text gives the same regulation again.
    """
    lines: list[str] = []
    if regulation.metadata.gazette is not None:
        lines.append(str(regulation.metadata.gazette))
    lines += _blocks(regulation.preface)
    lines += _provisions(regulation.body)
    lines += _blocks(regulation.conclusion)
    for attachment in regulation.attachments:
        lines += _attachment(attachment)
    return "\n\n".join(lines) + "\n"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        for line in block.text.split("\n"):
            yield INDENT + line if block.kind in _INDENTED_BLOCKS else line


def _attachment(attachment: Attachment) -> Iterator[str]:
    yield from write_attachment_head(attachment.label, attachment.heading)
    yield from _provisions(attachment.body)


def _provisions(provisions: Sequence[Provision]) -> Iterator[str]:
    for provision in provisions:
        yield from _provision(provision)


def _provision(provision: Provision) -> Iterator[str]:
    """Yield the lines of *provision*; the number shares a line with the first words after it."""
    if provision.level in CONTAINERS:
        yield _with_words(provision.label, provision.heading)
        yield from _provisions(provision.children)
        return
    if provision.table is not None:
        yield "\n".join(write_table(provision.table))
        return
    own, rest = _first_words(provision)
    lines = own.split("\n")
    if provision.label or provision.heading or own:
        yield INDENT + _with_words(provision.label, lines[0])
        for line in lines[1:]:
            yield INDENT + line
    for child in rest:
        yield from _provision(child)
    if provision.closing:
        yield INDENT + provision.closing


def _first_words(provision: Provision) -> tuple[str, Sequence[Provision]]:
    """Return the words on the line of the number, and the children still to be written."""
    children = provision.children
    if provision.level not in (Level.ARTICLE, Level.OUTLINE):
        return provision.text, children
    heading = provision.heading
    run_in = not heading or heading.endswith(("。", "】"))
    first = children[0] if children else None
    if run_in and first is not None and _plain(first):
        return heading + first.text, (*first.children, *_closing_of(first), *children[1:])
    return heading, children


def _plain(paragraph: Provision) -> bool:
    return paragraph.level is Level.PARAGRAPH and bool(paragraph.text)


def _closing_of(paragraph: Provision) -> Sequence[Provision]:
    """Return the closing words of *paragraph* as a provision of their own, to be written last."""
    if not paragraph.closing:
        return ()
    return (Provision(level=Level.PARAGRAPH, text=paragraph.closing),)


def _with_words(label: str, words: str) -> str:
    """Put *label* before *words*, parted where they would run together."""
    if not label or not words:
        return label + words
    if label[-1] in "、）)" and not words[0].isdigit():
        return label + words
    wide = label[-1] not in ".．" and not label[-1].isascii()
    return label + ("\u3000" if wide else " ") + words
