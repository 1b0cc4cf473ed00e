"""Words as ``p`` and inline elements, and read back from them.

A line break inside words is an element of its own (another ``p``, or ``br``), never a line
feed in the file. So every line feed met in words was put there by an editor or a pretty
printer, and means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gazette_diff.akn.markup import Element, element
from gazette_diff.akn.vocabulary import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as XmlElement

_BREAK = element("br")
# Deleted words of a redline, and an editor's remarks, are no words of the version.
_NOT_OF_THE_TEXT = frozenset({"del", "authorialNote", "remark"})
# A wrapped line: between Latin words it was a space, between Chinese ones nothing.
_WRAP_IN_LATIN = re.compile(r"(?<=[!-~])[ \t]*\n[ \t\n]*(?=[!-~])")
_WRAP = re.compile(r"[ \t]*\n[ \t\n]*")


def words(text: str) -> tuple[Element | str, ...]:
    """Return *text* as the content of one element; line breaks become ``br``."""
    if "\n" not in text:
        return (text,)
    parts: list[Element | str] = []
    for line in text.split("\n"):
        parts += (_BREAK, line)
    return tuple(parts[1:])


def paragraphs(text: str) -> tuple[Element, ...]:
    """Return *text* as one ``p`` a line, none for no text."""
    if not text:
        return ()
    return tuple(element("p", None, line) for line in text.split("\n"))


def text_of(node: XmlElement) -> str:
    """Return the words of *node*, the inverse of :func:`words`; inline elements add theirs."""
    if len(node) == 0:
        return _unwrap(node.text)
    return "".join(_pieces(node))


def _pieces(node: XmlElement) -> Iterator[str]:
    yield _unwrap(node.text)
    for inner in node:
        name = local_name(inner)
        if name == "br":
            yield "\n"
        elif name not in _NOT_OF_THE_TEXT and inner.get("status") != "removed":
            yield from _pieces(inner)
        yield _unwrap(inner.tail)


def _unwrap(text: str | None) -> str:
    if not text:
        return ""
    if "\n" not in text:
        return text
    return _WRAP.sub("", _WRAP_IN_LATIN.sub(" ", text))
