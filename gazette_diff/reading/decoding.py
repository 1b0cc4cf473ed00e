"""Bytes to text: UTF-8, UTF-16 and GB18030, which together hold what offices have.

GB18030 (the Chinese national standard) contains GBK and GB 2312. UTF-8 is tried first:
Chinese text in a GB encoding is practically never valid UTF-8.
"""

from __future__ import annotations

import codecs

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.utf16 import unmarked_utf16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALL_MARKS = tuple(mark for mark, _ in _MARKS)
# A text with more broken places than this among its characters is not in that encoding.
_BROKEN_SHARE = 0.005


def decode(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    r"""Return the text of *data*, the encoding it was in, and what was broken in it.

    Line ends are turned into ``\n``. A few broken sequences (half a character at the
    end, a flipped byte) stand as U+FFFD and are reported.

    Raises:
        UnreadableError: the bytes are text in none of the encodings.
    """
    if data.startswith(_ALL_MARKS):
        return _finish(data, next(name for mark, name in _MARKS if data.startswith(mark)))
    if guessed := unmarked_utf16(data):
        return _finish(data, guessed)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _unify(data.decode(encoding)), encoding, ()
        except UnicodeDecodeError:
            continue
    return _least_broken(data, name)


def _least_broken(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Decode bytes that are faultless in no encoding with the one that loses least."""
    attempts = [
        (data.decode(encoding, errors="replace"), encoding) for encoding in ("utf-8", "gb18030")
    ]
    text, encoding = min(attempts, key=lambda attempt: attempt[0].count("\ufffd"))
    if text.count("\ufffd") > max(3, len(text) * _BROKEN_SHARE):
        raise UnreadableError(
            Bilingual("无法识别文字编码", "the text is in no encoding that is known here"),
            where=name,
            mend=Bilingual("请另存为 UTF-8 文本", "save it as UTF-8 text"),
        )
    return _finish(data, encoding)


def _finish(data: bytes, encoding: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    text = _unify(data.decode(encoding, errors="replace"))
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    if broken <= 0:
        return text, encoding, ()
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return (
        text,
        encoding,
        (Diagnostic.of(Code.UNDECODABLE, line=line, count=broken, encoding=encoding.upper()),),
    )


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
