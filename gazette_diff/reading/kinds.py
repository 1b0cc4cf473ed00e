"""What kind of file bytes are, told from the bytes first and from the name only in doubt.

Files lie about themselves: web pages are called .doc, old Word files .docx.
"""

from __future__ import annotations

import re
from enum import Enum, auto


class Kind(Enum):
    """The kinds of files that are read, each in its own way."""

    TEXT = auto()
    PAGE = auto()
    ARCHIVE = auto()
    PDF = auto()


_HEAD = 65536
_START = 64
_BEFORE = b"\xef\xbb\xbf \t\r\n"  # the mark of UTF-8, spaces
_PDF_WITHIN = 1024  # ISO 32000-1, annex H: readers accept the mark within the first 1024 bytes
_PAGE_SUFFIXES = frozenset(
    {
        *(".html", ".htm", ".shtml", ".shtm", ".xhtml", ".xht"),
        *(".jhtml", ".jsp", ".asp", ".aspx", ".php"),
    }
)
# How a page begins: <!DOCTYPE html>, <html>, or an element that stands before any text.
_PAGE = re.compile(
    r"""\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?>.*?-->)\s*)*+
    <(?:!doctype\s+html|html|head|body|meta|title|link|style|base)\b""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?P<tag>div|p|table|center|article|section|h[1-6]|span|font|ul|ol)\b[^<>]*>", re.I
)
_ELEMENT = re.compile(r"</?(?:html|body|p|div|table|td|span|br|font|h[1-6]|section)\b[^<>]*>", re.I)
_MARKS_16 = (b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, name: str) -> Kind:
    """Return what kind of file *data*, the bytes of the file called *name*, are."""
    suffix = name[name.rfind(".") :].lower()
    head = data[:_HEAD]
    start = head[:_START].lstrip(_BEFORE) or head.lstrip(_BEFORE)
    if start.startswith(b"%PDF-"):
        return Kind.PDF
    if suffix == ".pdf" and b"%PDF-" in data[:_PDF_WITHIN]:
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ARCHIVE
    may_be_page = start.startswith(b"<") or suffix in _PAGE_SUFFIXES or data.startswith(_MARKS_16)
    return Kind.PAGE if may_be_page and _is_page(head, suffix) else Kind.TEXT


def _is_page(head: bytes, suffix: str) -> bool:
    encoding = "utf-16" if head.startswith(_MARKS_16) else "latin-1"
    text = head.removeprefix(b"\xef\xbb\xbf").decode(encoding, errors="replace")
    if _PAGE.match(text):
        return True
    fragment = _FRAGMENT.match(text)
    if fragment is not None and f"</{fragment['tag'].lower()}" in text.lower():
        return True
    return suffix in _PAGE_SUFFIXES and _ELEMENT.search(text) is not None
