"""WordprocessingML, element by element (ECMA-376 Part 1, 17).

Word is strict about the order of elements; the builders here put them in the order of the
schema. Words keep every character that XML can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from lxml import etree

from gazette_diff.report.controls import DIRECTION, picture

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What happened to a run or a row: it stayed, it was deleted, it was inserted.
Op = Literal["=", "-", "+"]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES = {"w": W, "r": R}
# What XML 1.0 cannot hold; a carriage return would be read as a line feed.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_RED = "FF0000"
_PIECE = re.compile("\t|\n|[^\t\n]+")


def w(tag: str, *children: _Element | None, **attributes: object) -> _Element:
    """Return the element ``w:tag``; a child may be None, an attribute is ``w:name``."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=_NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def printable(text: str) -> str:
    """Return *text* with what XML cannot hold as pictures: ␛ for ESC."""
    return _UNPRINTABLE.sub(picture, text)


def runs(text: str, *, mark: Op = "=", font: str = "", deleted: bool = False) -> Iterator[_Element]:
    """Yield the runs of *text*.

    ``mark`` ``-`` strikes them through in red, ``+`` sets them bold and underlined. A mark
    that turns the writing around stands hidden in a run of its own: it is kept, and cannot
    make the words read as other words. With *deleted* the words are those of a tracked
    deletion (``w:delText``).
    """
    at = 0
    text = printable(text)
    for found in DIRECTION.finditer(text):
        if found.start() > at:
            yield _run(text[at : found.start()], _look(mark, font), deleted=deleted)
        yield _run(found[0], w("rPr", w("vanish")), deleted=deleted)
        at = found.end()
    if at < len(text):
        yield _run(text[at:], _look(mark, font), deleted=deleted)


def _run(text: str, properties: _Element | None, *, deleted: bool) -> _Element:
    run = w("r", properties)
    for piece in _PIECE.findall(text):
        if piece == "\t":
            run.append(w("tab"))
        elif piece == "\n":
            run.append(w("br"))
        else:
            words = w("delText" if deleted else "t")
            words.text = piece
            words.set(_SPACE, "preserve")
            run.append(words)
    return run


def _look(mark: Op, font: str) -> _Element | None:
    fonts = w("rFonts", eastAsia=font) if font else None
    if mark == "-":
        return w("rPr", fonts, w("strike"), w("color", val=_RED))
    if mark == "+":
        return w("rPr", fonts, w("b"), w("bCs"), w("u", val="single"))
    return None if fonts is None else w("rPr", fonts)


def paragraph(style: str, content: Iterable[_Element] = (), *, keep: bool = False) -> _Element:
    """Return a paragraph of *style*; with *keep* it stays on the page of the next one."""
    properties = w("pPr", w("pStyle", val=style), w("keepNext") if keep else None)
    found = w("p", properties)
    found.extend(content)
    return found


def field(instruction: str) -> Iterator[_Element]:
    """Yield the runs of a field (``PAGE``), which Word computes; 1 stands until it does."""
    yield w("r", w("fldChar", fldCharType="begin"))
    text = w("instrText")
    text.text = f" {instruction} "
    text.set(_SPACE, "preserve")
    yield w("r", text)
    yield w("r", w("fldChar", fldCharType="separate"))
    yield from runs("1")
    yield w("r", w("fldChar", fldCharType="end"))


def table(widths: Iterable[int], rows: Iterable[_Element]) -> _Element:
    """Return a table with borders and columns of fixed *widths*, in twentieths of a point."""
    columns = tuple(widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (w(side, val="single", sz="4", space="0", color="auto") for side in sides)
    made = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(columns), type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *borders),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in columns)),
    )
    made.extend(rows)
    return made


def row(
    cells: Iterable[_Element],
    *,
    header: bool = False,
    whole: bool = False,
    change: _Element | None = None,
) -> _Element:
    """Return a row of a table.

    A *header* is repeated on every page; a *whole* row is not torn between two. *change*
    is the tracked insertion or deletion of the row.
    """
    properties = w(
        "trPr",
        w("cantSplit") if whole or header else None,
        w("tblHeader") if header else None,
        change,
    )
    made = w("tr", properties if len(properties) else None)
    made.extend(cells)
    return made


def cell(
    width: int, blocks: Iterable[_Element], *, span: int = 1, middle: bool = False
) -> _Element:
    """Return a cell of *width* over *span* columns; its last block has to be a paragraph."""
    made = w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            w("vAlign", val="center") if middle else None,
        ),
    )
    made.extend(blocks)
    return made
