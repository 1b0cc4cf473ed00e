"""The paragraphs of a regulation in Word, and whose words they hold.

Of every character it is known which one it is among all words of its provision, so that the
rows of a comparison tell which characters of two versions are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.printing import PrintedLine, joint, printed
from gazette_diff.core.tree import BlockKind, Level

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation, Table

_TEXT = "RegulationText"
_TITLE = "RegulationTitle"
_CHAPTER = "RegulationChapter"
_ATTACHMENT = "RegulationAttachment"
_STYLES: dict[Level | BlockKind | None, str] = {
    BlockKind.TITLE: _TITLE,
    BlockKind.NOTICE_TITLE: _TITLE,
    BlockKind.ADOPTION_NOTE: "RegulationNote",
    BlockKind.DOCUMENT_NUMBER: "RegulationNote",
    BlockKind.GAZETTE: "RegulationNote",
    BlockKind.ADDRESSEE: "RegulationPlain",
    BlockKind.CONTENTS: "RegulationPlain",
    BlockKind.SIGNATURE: "RegulationEnd",
    BlockKind.DATE: "RegulationEnd",
    Level.PART: _CHAPTER,
    Level.SUBPART: _CHAPTER,
    Level.CHAPTER: _CHAPTER,
    Level.SECTION: "RegulationSection",
}


class Key(NamedTuple):
    """A character: the ``place`` of its words, and where it stands among them.

    The place is an eId, outside the body with the kind of the block.
    """

    place: str
    offset: int


@dataclass(frozen=True, slots=True)
class Character:
    """A character of the words of a provision."""

    text: str
    key: Key


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a table with its cells.

    ``label`` is the number with what parts it from the words. The cells of a table are its
    rows of characters; ``table`` and ``characters`` exclude each other.
    """

    style: str
    label: str = ""
    characters: tuple[Character, ...] = ()
    table: tuple[tuple[tuple[Character, ...], ...], ...] | None = None
    header_rows: int = 0
    numbered: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph with its number; nothing for a table."""
        return self.label + "".join(character.text for character in self.characters)


def paragraphs(regulation: Regulation) -> list[Paragraph]:
    """Return the paragraphs and tables of *regulation*; there is at least one paragraph.

    A file of Word ends with a paragraph, an empty one after a table.
    """
    found = [paragraph for line in printed(regulation) for paragraph in _paragraphs(line)]
    if not found or found[-1].table is not None:
        found.append(Paragraph(_TEXT))
    return found


def place_of(eid: str, part: object) -> str:
    """Return the place of words that a row calls *eid*, by the kind of their block outside."""
    return f"{eid}/{part}" if isinstance(part, BlockKind) else eid


def _paragraphs(line: PrintedLine) -> Iterator[Paragraph]:
    characters = tuple(_characters(line))
    if line.table is not None:
        yield from _table(line.table, characters)
    elif line.kind is None:
        yield Paragraph(_ATTACHMENT, line.label)
        if characters:
            yield Paragraph(_TITLE, characters=characters)
    else:
        label = line.label + joint(line.label, line.own)
        article = line.kind is Level.ARTICLE
        yield Paragraph(_STYLES.get(line.kind, _TEXT), label, characters, numbered=article)


def _characters(line: PrintedLine) -> Iterator[Character]:
    for words in line.words:
        place = place_of(words.eid, line.kind)
        for offset, text in enumerate(words.text, words.start):
            yield Character(text, Key(place, offset))


def _table(table: Table, characters: tuple[Character, ...]) -> Iterator[Paragraph]:
    """Yield *table* with its caption before it; *characters* are those of all its words."""
    at = 0
    if table.caption:
        at = len(table.caption)
        yield Paragraph("RegulationCell", characters=characters[:at])
        at += 1
    rows = []
    for row in table.rows:
        cells = []
        for cell in row:
            cells.append(characters[at : at + len(cell)])
            at += len(cell) + 1
        at += not row  # a row without cells is an empty line of the words, and nothing to see
        if cells:
            rows.append(tuple(cells))
    if rows:
        yield Paragraph("RegulationCell", table=tuple(rows), header_rows=table.header_rows)
