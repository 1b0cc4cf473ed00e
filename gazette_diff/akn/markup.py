"""Elements to be written, and how they are laid out in a file.

The layout is made for people and for git: elements that only hold elements stand on lines
of their own, words never break. Indentation stands where the schema allows no text, so
that it means nothing; inside words each character counts (mapping, pitfall 10).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# Characters that no XML 1.0 document may contain (XML 1.0, production 2, Char).
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_TEXT = re.compile(r"[&<>\r]")
_IN_ATTRIBUTE = re.compile(r'[&<>"\t\n\r]')
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # A reader turns these three into spaces or line feeds unless they are written so.
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
# Elements that always stand on one line, and those that do with a single block of words inside.
_LINES = frozenset({"p", "tr"})
_WRAPPERS = frozenset({"content", "intro", "wrapUp"})


class Element(NamedTuple):
    """An element with its attributes (name and value) and what stands inside it, in order."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Element | str, ...]


def element(
    name: str,
    attributes: Mapping[str, str | None] | None = None,
    *children: Element | str | None,
) -> Element:
    """Return an element; attributes and children that are None are left out."""
    given = () if attributes is None else attributes.items()
    return Element(
        name,
        tuple((key, value) for key, value in given if value is not None),
        tuple(child for child in children if child is not None),
    )


def render(root: Element) -> bytes:
    """Return the document whose root element is *root*, in UTF-8.

    Raises:
        ValueError: the words contain a character that XML cannot hold (a control character).
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, "", lines)
    text = "\n".join(lines) + "\n"
    if found := _FORBIDDEN.search(text):
        message = f"XML cannot hold the character U+{ord(found[0]):04X}"
        raise ValueError(message)
    return text.encode()


def _write(node: Element, indent: str, lines: list[str]) -> None:
    inner = [child for child in node.children if isinstance(child, Element)]
    has_words = len(inner) < len(node.children)
    if has_words or not inner or _stays_whole(node.name, inner):
        lines.append(indent + _inline(node))
        return
    lines.append(f"{indent}<{node.name}{_attributes(node)}>")
    for child in inner:
        _write(child, indent + "  ", lines)
    lines.append(f"{indent}</{node.name}>")


def _stays_whole(name: str, inner: list[Element]) -> bool:
    return name in _LINES or (name in _WRAPPERS and len(inner) == 1 and inner[0].name == "p")


def _inline(node: Element) -> str:
    inside = "".join(
        _escape(child, _IN_TEXT) if isinstance(child, str) else _inline(child)
        for child in node.children
    )
    if not inside:
        return f"<{node.name}{_attributes(node)}/>"
    return f"<{node.name}{_attributes(node)}>{inside}</{node.name}>"


def _attributes(node: Element) -> str:
    return "".join(f' {name}="{_escape(value, _IN_ATTRIBUTE)}"' for name, value in node.attributes)


def _escape(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: _ESCAPES[found[0]], text)
