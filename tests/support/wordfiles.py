"""Word files that the tool wrote, opened again: their text, with tracked changes taken or not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from typing import Literal

from lxml import etree
from lxml.etree import _Element

from gazette_diff.core.printing import printed
from gazette_diff.core.tree import BlockKind, Regulation
from gazette_diff.report.word.markup import printable
from gazette_diff.report.word.paragraphs import paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Choice = Literal["accept", "reject"]
#: A paragraph is its text, a table its rows of cells.
Block = str | tuple[tuple[str, ...], ...]


def body_of(data: bytes) -> _Element:
    """Return the body of the Word file *data*."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    return body


def resolved(data: bytes, choice: Choice) -> list[Block]:
    """Return the paragraphs and tables of *data* after all changes are accepted or rejected.

    As Word does it: what was deleted (or, rejecting, inserted) is taken out; a paragraph
    whose end is taken out goes on in the next one, and is gone if nothing is left of it.
    """
    body = deepcopy(body_of(data))
    gone = "del" if choice == "accept" else "ins"
    for row in [r for r in body.iter(f"{W}tr") if r.find(f"{W}trPr/{W}{gone}") is not None]:
        _remove(row)
    for table in [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tr") is None]:
        _remove(table)
    for run in [r for r in body.iter(f"{W}{gone}") if _parent(r).tag == f"{W}p"]:
        _remove(run)
    blocks: list[Block] = []
    open_text = ""
    is_open = False
    for element in body:
        if element.tag == f"{W}tbl":
            assert not open_text, "a paragraph goes on in a table"
            is_open = False
            blocks.append(_table(element))
        elif element.tag == f"{W}p":
            open_text += text_of(element)
            is_open = element.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None
            if not is_open:
                blocks.append(open_text)
                open_text = ""
    assert not is_open
    assert not open_text
    return blocks


def text_of(element: _Element) -> str:
    """Return the words in *element*: tabs and line breaks too, paragraphs run together."""
    parts = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}tab":
            parts.append("\t")
        elif node.tag == f"{W}br":
            parts.append("\n")
        else:
            parts.append(node.text or "")
    return "".join(parts)


def _table(table: _Element) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(text_of(cell) for cell in row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")
    )


def rows_of(data: bytes) -> Iterator[list[_Element]]:
    """Yield the cells of each row of the first table of *data*."""
    table = body_of(data).find(f"{W}tbl")
    assert table is not None
    for row in table.findall(f"{W}tr"):
        yield row.findall(f"{W}tc")


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _remove(element: _Element) -> None:
    _parent(element).remove(element)


def parts_of(data: bytes) -> dict[str, _Element]:
    """Return the XML parts of the Word file *data* by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def lines_of(cell: _Element) -> list[str]:
    """Return the words of a cell: a paragraph each, a table as its words are in a row."""
    lines = []
    for block in cell:
        if block.tag == f"{W}p":
            lines.append(text_of(block))
        elif block.tag == f"{W}tbl":
            lines.append("\n".join("\t".join(row) for row in _table(block)))
    return lines


def marked_text(cell: _Element) -> str:
    """Return the words of a cell as a word diff marks them: ``[-struck-]{+underlined+}``."""
    parts = []
    for run in cell.iter(f"{W}r"):
        text = text_of(run)
        properties = run.find(f"{W}rPr")
        if properties is None or not text:
            parts.append(text)
        elif properties.find(f"{W}strike") is not None:
            assert properties.find(f"{W}color") is not None
            parts.append(f"[-{text}-]")
        elif properties.find(f"{W}u") is not None:
            assert properties.find(f"{W}b") is not None
            parts.append(f"{{+{text}+}}")
        else:
            parts.append(text)
    return "".join(parts).replace("-][-", "").replace("+}{+", "")


def blocks_of(regulation: Regulation) -> list[Block]:
    """Return what a Word file with *regulation* holds, told from its tree."""
    return [
        paragraph.text
        if paragraph.table is None
        else tuple(
            tuple("".join(character.text for character in cell) for cell in row)
            for row in paragraph.table
        )
        for paragraph in paragraphs(regulation)
    ]


def printable_blocks(regulation: Regulation) -> list[Block]:
    """Return the same with pictures for what XML cannot hold."""
    return [
        printable(block)
        if isinstance(block, str)
        else tuple(tuple(printable(cell) for cell in row) for row in block)
        for block in blocks_of(regulation)
    ]


def columns_of(data: bytes) -> tuple[list[str], list[str]]:
    """Return the lines of the old and of the new text in a comparison table."""
    columns: tuple[list[str], list[str]] = ([], [])
    for cells in list(rows_of(data))[1:]:
        for column, cell, none in zip(columns, cells, ("新增", "删除"), strict=False):
            lines = [line for line in lines_of(cell) if line]
            if lines != [none]:
                column += [part for line in lines for part in line.split("\n")]
    return columns


def printed_lines(regulation: Regulation) -> list[str]:
    """Return the lines that the table has of *regulation*.

    They are those of its text, without the contents, which repeat the headings, and the
    issue of the gazette; a title is there also where no line of the text is one.
    """
    left_out = {BlockKind.CONTENTS, BlockKind.GAZETTE}
    lines = [line for line in printed(regulation) if line.kind not in left_out]
    texts = [part for line in lines for part in line.text.split("\n") if part]
    titles = {BlockKind.TITLE, BlockKind.NOTICE_TITLE}
    title = regulation.metadata.title
    if title and not any(line.kind in titles for line in lines):
        texts.append(title)
    return texts
