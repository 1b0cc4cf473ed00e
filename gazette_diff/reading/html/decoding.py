"""The encoding of a web page, told from its bytes alone: no server is there to say it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from gazette_diff.reading.decoding import decode

if TYPE_CHECKING:
    from gazette_diff.core.diagnostics import Diagnostic

# <meta charset="gb2312">, <meta http-equiv="Content-Type" content="text/html; charset=big5">.
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:-]{2,40})", re.I)
_XML_DECLARED = re.compile(
    rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([a-zA-Z0-9_-]{2,40})", re.I
)
_HEAD = 8192
_TRADITIONAL = frozenset({"big5", "big5hkscs", "cp950"})
_BROKEN_SHARE = 0.005


def decode_page(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Return the text of a page, the encoding it was in, and what was broken in it.

    A mark at the beginning wins, then UTF-8 if the bytes are valid in it: a page that was
    saved anew often still declares what it was before. Else Big5 is believed if the page
    declares it; gb2312 and gbk are read as GB18030, which contains them.

    Raises:
        UnreadableError: the bytes are text in no encoding that is known.
    """
    declared = _DECLARED.search(data, 0, _HEAD) or _XML_DECLARED.search(data, 0, _HEAD)
    if declared is None or _codec(declared[1]) not in _TRADITIONAL or _is_utf8(data):
        return decode(data, name)
    text = data.decode("big5hkscs", errors="replace")
    if text.count("\ufffd") > max(3, len(text) * _BROKEN_SHARE):
        return decode(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), "big5", ()


def _codec(name: bytes) -> str:
    try:
        return codecs.lookup(name.decode("ascii")).name
    except LookupError:
        return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
