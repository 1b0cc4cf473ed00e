"""Word files (``.docx``): paragraphs with the numbers that Word computes, tables, notes.

The XML is read directly. python-docx knows neither automatic numbers nor tracked changes
(it drops inserted words), and would still have to be gone around for text boxes and notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.source import SourceText
from gazette_diff.reading.result import ReadResult
from gazette_diff.reading.tables import comment_line
from gazette_diff.reading.word.markup import attribute, child
from gazette_diff.reading.word.numbering import read_numbering
from gazette_diff.reading.word.package import Package
from gazette_diff.reading.word.story import StoryReader

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gazette_diff.reading.archive import Archive

_NOTES = {"footnote": "footnotes", "endnote": "endnotes", "comment": "comments"}


def is_word(archive: Archive) -> bool:
    """Tell whether *archive* is a Word file: it has a text, or says that it is one."""
    types = archive.read("[Content_Types].xml") or b""
    return "word/document.xml" in archive.parts or b"wordprocessingml.document" in types


def read_word(archive: Archive) -> ReadResult:
    """Read the Word file in *archive*: each line is a paragraph or a row of a table.

    Tracked changes are accepted. Notes, comments, heads, feet and hidden text stand as
    comment lines, which are no part of the text.

    Raises:
        UnreadableError: a part is missing, broken, or larger than any document's.
    """
    package = Package(archive)
    body = child(package.document(), "w:body")
    numbering = read_numbering(package.part("numbering"), package.part("styles"))
    story = StoryReader(numbering, _notes(package))
    lines = list(story.lines(body)) if body is not None else []
    frames = list(dict.fromkeys(_frames(package, story)))
    lines += map(comment_line, frames)
    source = SourceText(archive.name, tuple(lines), "docx", paragraphs=True)
    return ReadResult(source, tuple(_diagnostics(story, len(frames))))


def _notes(package: Package) -> dict[tuple[str, str], _Element]:
    return {
        (kind, attribute(note, "id") or ""): note
        for kind, part in _NOTES.items()
        for root in package.parts(part)
        for note in root
    }


def _frames(package: Package, story: StoryReader) -> Iterator[str]:
    """Yield the text of each head and foot that has any."""
    for kind, name in (("header", "页眉："), ("footer", "页脚：")):
        for root in package.parts(kind):
            if text := story.told(root):
                yield name + text


def _diagnostics(story: StoryReader, frames: int) -> Iterator[Diagnostic]:
    found = story.found
    comments = sum(kind == "comment" for kind, _ in found.notes)
    notes = len(found.notes) - comments
    if notes or comments or frames or found.hidden:
        yield Diagnostic.of(
            Code.NOTES_LEFT_OUT,
            notes=notes,
            comments=comments,
            frames=frames,
            hidden=found.hidden,
        )
    if found.changes:
        yield Diagnostic.of(Code.CHANGES_ACCEPTED, count=found.changes)
    if found.boxes:
        yield Diagnostic.of(Code.TEXT_BOXES, count=found.boxes)
    unknown = sorted(story.counters.unknown | story.field_numbers.unsure)
    if unknown:
        yield Diagnostic.of(Code.NUMBER_FORMAT, format=", ".join(unknown))
    if found.unread:
        yield Diagnostic.of(Code.PART_NOT_READ, count=found.unread)
