"""Telling what cannot be read, by the first bytes, and how to turn it into what can."""

from __future__ import annotations

from typing import NamedTuple

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.utf16 import unmarked_utf16


class _Format(NamedTuple):
    """A format that is not read: what it is and what to do with it."""

    what: Bilingual
    mend: Bilingual


_AS_TEXT = Bilingual("请先导出为纯文本（.txt）", "export it as plain text (.txt) first")
_AS_WORD = Bilingual(
    "请用 Word 或 WPS 打开，另存为 .docx；或运行 soffice --headless --convert-to docx 文件名",
    "open it in Word or WPS and save it as .docx, or run soffice --headless --convert-to docx FILE",
)
_OCR = Bilingual(
    "图片需先做文字识别（OCR），再读取识别出的文本",
    "run text recognition (OCR) over it first and read what that yields",
)
_IMAGE = _Format(Bilingual("图片", "an image"), _OCR)
_UNPACK = Bilingual("请先解压，再指定其中的文件", "unpack it and name one of the files in it")
_ARCHIVE = _Format(Bilingual("压缩包", "an archive"), _UNPACK)
_OLD_WORD = _Format(
    Bilingual("旧版 Word 或 WPS 文档（.doc/.wps）", "an old Word or WPS file"), _AS_WORD
)
_LOCKED = _Format(
    Bilingual("设有打开密码的 Office 文档", "an Office document locked with a password"),
    Bilingual(
        "请用密码打开，取消密码后另存为 .docx",
        "open it with the password, take that off and save it as .docx",
    ),
)
_RTF = _Format(Bilingual("RTF 文档", "an RTF document"), _AS_WORD)
_SIGNATURES: tuple[tuple[bytes, _Format], ...] = (
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"RIFF", _Format(Bilingual("图片或音视频", "an image, sound or film"), _OCR)),
    (b"\xd0\xcf\x11\xe0", _OLD_WORD),
    (b"{\\rtf", _RTF),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
_MAGICS = tuple(magic for magic, _ in _SIGNATURES)
# What other files that are zip archives inside have among their parts.
_IN_ARCHIVES: tuple[tuple[str, _Format], ...] = (
    (
        "OFD.xml",
        _Format(
            Bilingual("OFD 版式文件", "an OFD document"),
            Bilingual(
                "请用 OFD 阅读器打开，导出为 PDF 或文本",
                "open it in an OFD reader and export it as PDF or text",
            ),
        ),
    ),
    (
        "content.xml",
        _Format(Bilingual("OpenDocument 文档（.odt）", "an OpenDocument file (.odt)"), _AS_WORD),
    ),
    ("xl/workbook.xml", _Format(Bilingual("Excel 表格", "an Excel workbook"), _AS_TEXT)),
    ("ppt/presentation.xml", _Format(Bilingual("演示文稿", "a presentation"), _AS_TEXT)),
    ("META-INF/container.xml", _Format(Bilingual("电子书（EPUB）", "an EPUB book"), _AS_TEXT)),
)
# Formats that are text inside, and still not to be read as one.
_IN_TEXT: tuple[tuple[bytes, _Format], ...] = (
    (
        b'progid="Word.Document"',
        _Format(Bilingual("Word XML 文档", "a Word XML document"), _AS_WORD),
    ),
    (
        b"Content-Type: multipart/related",
        _Format(
            Bilingual("单个文件网页（.mht）", "a web archive (.mht)"),
            Bilingual(
                "请在浏览器中打开，另存为网页（.html）",
                "open it in a browser and save it as a web page (.html)",
            ),
        ),
    ),
)
# Text has line ends and tabs; more than this share of other control bytes is no text.
_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8
_SAMPLE = 8000  # as git and ripgrep tell text from other files, by its first bytes
_CONTROLS_SAMPLE = 2000
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b")
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")


def refuse_binary(data: bytes, name: str) -> None:
    """Raise when *data* (the file called *name*) is no text.

    Raises:
        UnreadableError: the first bytes are those of an image, an archive, an old Word file
            …, or control characters abound.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return  # UTF-16 with its mark
    head = data[:_SAMPLE]
    kind = None
    if head.startswith(_MAGICS):
        kind = next(kind for magic, kind in _SIGNATURES if head.startswith(magic))
    if kind is _IMAGE and head.startswith(b"BM") and head.isascii() and b"\x00" not in head:
        kind = None  # a text that begins with the letters BM
    if kind is _OLD_WORD and _LOCKED_PART in data:
        kind = _LOCKED
    for mark, other in _IN_TEXT:
        if kind is None and mark in head[:2048]:
            kind = other
    if kind is None and _is_binary(head):
        kind = _Format(Bilingual("二进制文件", "a binary file"), _AS_TEXT)
    if kind is not None:
        raise _refusal(kind, name)


def _is_binary(head: bytes) -> bool:
    """Tell whether *head*, the first bytes of a file, are no text: NUL bytes, many controls."""
    if b"\x00" in head:
        return unmarked_utf16(head) is None
    sample = head[:_CONTROLS_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls > max(_FEW_CONTROLS, len(sample) * _CONTROL_SHARE)


def refuse_archive(parts: tuple[str, ...], name: str) -> UnreadableError:
    """Return the error for an archive called *name* that is no Word file, by its *parts*."""
    known = (kind for part, kind in _IN_ARCHIVES if part in parts)
    return _refusal(next(known, _ARCHIVE), name)


def _refusal(kind: _Format, name: str) -> UnreadableError:
    what = Bilingual(
        f"不是文本文件，而像是{kind.what.zh}", f"not a text file; it looks like {kind.what.en}"
    )
    return UnreadableError(what, where=name, mend=kind.mend)
