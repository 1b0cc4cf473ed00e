"""The names of WordprocessingML, and how its values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from lxml.etree import _Element

# Word writes the first of each pair; «strict» files have the second.
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
}
_FALSE = frozenset({"0", "false", "off", "none"})


def tag(element: _Element) -> str:
    """Return the short name of *element* (``w:p``); empty for comments and foreign names."""
    name = element.tag
    if not isinstance(name, str) or not name.startswith("{"):
        return ""
    space, _, local = name[1:].partition("}")
    prefix = _SPACES.get(space)
    return f"{prefix}:{local}" if prefix else ""


def attribute(element: _Element, local: str) -> str | None:
    """Return the attribute *local* of *element*, whichever its namespace."""
    for name, value in element.attrib.items():
        if str(name).rpartition("}")[2] == local:
            return str(value)
    return None


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first child with the first name of *path*, its child with the next, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if tag(inner) == name), None)
    return element


def value(element: _Element | None, *path: str) -> str | None:
    """Return the attribute ``w:val`` of the element that :func:`child` finds."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(element: _Element | None, *path: str) -> int | None:
    """Return the same as a number; None when it is none."""
    text = value(element, *path)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def is_on(element: _Element | None, *path: str) -> bool:
    """Tell whether the switch that :func:`child` finds is there and not turned off."""
    found = child(element, *path)
    return found is not None and (attribute(found, "val") or "1") not in _FALSE


def parse_part(data: bytes, name: str) -> _Element:
    """Parse a part of the document called *name*.

    Raises:
        UnreadableError: it is no XML, nested too deep, or has a document type: Office Open
            XML forbids one (ECMA-376 Part 2, 9.1.4), and entities are the way to a bomb.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name) from error
    if root.getroottree().docinfo.doctype:
        raise _broken(name)
    return root


def _broken(name: str) -> UnreadableError:
    return UnreadableError(
        Bilingual("Word 文档内容损坏", "the Word document is damaged inside"),
        where=name,
        mend=Bilingual(
            "请用 Word 或 WPS 打开并修复，另存为 .docx",
            "open it in Word or WPS, let that repair it, and save it as .docx",
        ),
    )
