"""Parting runs of text at a character, so that a mark can stand there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from gazette_diff.reading.word.markup import tag

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gazette_diff.cite_checking.word.places import Spot

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Cutter:
    """Parts runs; remembers what was parted, so that earlier spots stay valid."""

    def __init__(self) -> None:
        """Begin with a document that is whole."""
        # Of each text that was parted: where its pieces begin in it, and what they are now.
        self._pieces: dict[_Element, list[tuple[int, _Element]]] = {}

    def starting(self, spot: Spot) -> _Element:
        """Return the run that begins with the character at *spot*, parted where need be."""
        if (whole := _uncut(spot.element)) is not None:
            return whole
        return self._cut(spot.element, spot.offset)

    def ending(self, spot: Spot) -> _Element:
        """Return the run that ends with the character at *spot*, parted where need be."""
        if (whole := _uncut(spot.element)) is not None:
            return whole
        begin, piece = self._piece(spot.element, spot.offset)
        behind = spot.offset + 1
        if tag(piece) == "w:t" and behind - begin < len(piece.text or ""):
            self._cut(spot.element, behind)
        elif (following := piece.getnext()) is not None:
            _part(piece, following)
        return _parent(piece)

    def _piece(self, element: _Element, offset: int) -> tuple[int, _Element]:
        pieces = self._pieces.get(element, [(0, element)])
        return max((one for one in pieces if one[0] <= offset), key=lambda one: one[0])

    def _cut(self, element: _Element, offset: int) -> _Element:
        """Make a run begin at *offset* of the text of *element*; return it."""
        begin, piece = self._piece(element, offset)
        if tag(piece) == "w:t" and offset > begin:
            new = _split(piece, offset - begin)
            self._pieces.setdefault(element, [(0, element)]).append((offset, new))
            piece = new
        before = piece.getprevious()
        if before is not None and tag(before) != "w:rPr":
            _part(before, piece)
        return _parent(piece)


def top(element: _Element) -> _Element:
    """Return *element*, or what it stands in, as a child of its paragraph."""
    while (parent := element.getparent()) is not None and tag(parent) != "w:p":
        element = parent
    return element


def _uncut(element: _Element) -> _Element | None:
    """Return what marks stand around where *element* cannot be parted, None where it can.

    Word has no comments inside text boxes: the run that the box hangs on is marked.
    """
    boxes = [above for above in element.iterancestors() if tag(above) == "w:txbxContent"]
    inside = boxes[-1] if boxes else element
    run = next((above for above in inside.iterancestors() if tag(above) == "w:r"), None)
    if run is None:
        return top(inside)
    return run if boxes or element.getparent() is not run else None


def _split(text: _Element, offset: int) -> _Element:
    """Part a ``w:t`` before *offset*; return the second half, its next sibling."""
    words = text.text or ""
    first, second = words[:offset], words[offset:]
    if text.get(_SPACE) != "preserve":  # spaces around it were not shown, and are not to be
        first, second = first.lstrip(" \t\r\n"), second.rstrip(" \t\r\n")
    new = deepcopy(text)
    new.tail = None
    text.text, new.text = first, second
    for half in (text, new):
        half.set(_SPACE, "preserve")
    text.addnext(new)
    return new


def _part(before: _Element, behind: _Element) -> None:
    """Part the run of *before* and *behind*, neighbours in it, between the two."""
    run = _parent(before)
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = next((one for one in run if tag(one) == "w:rPr"), None)
    if properties is not None:
        new.append(deepcopy(properties))
    moved = [behind, *behind.itersiblings()]
    for one in moved:
        new.append(one)
    run.addnext(new)


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None  # every text stands in a run
    return parent
