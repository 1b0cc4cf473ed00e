"""Telling what is not text, by the first bytes, and how to turn it into text."""

from __future__ import annotations

from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.utf16 import unmarked_utf16

_IMAGE = Bilingual("图片", "an image")
_ARCHIVE = Bilingual("压缩包或 Word 文档（.docx）", "an archive or a Word document (.docx)")
_SIGNATURES: tuple[tuple[bytes, Bilingual], ...] = (
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"RIFF", Bilingual("图片或音视频", "an image, sound or film")),
    (b"%PDF-", Bilingual("PDF 文档", "a PDF document")),
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (
        b"\xd0\xcf\x11\xe0",
        Bilingual("旧版 Word 或 WPS 文档（.doc/.wps）", "an old Word or WPS file"),
    ),
    (b"{\\rtf", Bilingual("RTF 文档", "an RTF document")),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
# Text has line ends and tabs; more than this share of other control bytes is no text.
_CONTROL_SHARE = 0.02
_FEW_CONTROLS = 8
_SAMPLE = 65536
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b")


def refuse_binary(data: bytes, name: str) -> None:
    """Raise when *data* (the file called *name*) is no text.

    Raises:
        UnreadableError: the first bytes are those of an image, a PDF, an archive …, or
            control characters abound.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return  # UTF-16 with its mark
    head = data[:_SAMPLE]
    kind = next((kind for magic, kind in _SIGNATURES if head.startswith(magic)), None)
    if kind is _IMAGE and head.startswith(b"BM") and head.isascii() and b"\x00" not in head:
        kind = None  # a text that begins with the letters BM
    if kind is None and unmarked_utf16(head) is None:
        controls = len(head) - len(head.translate(None, _CONTROL))
        if b"\x00" in head or controls > max(_FEW_CONTROLS, len(head) * _CONTROL_SHARE):
            kind = Bilingual("二进制文件", "a binary file")
    if kind is not None:
        raise UnreadableError(
            Bilingual(
                f"不是文本文件，而像是{kind.zh}", f"not a text file; it looks like {kind.en}"
            ),
            where=name,
            mend=Bilingual("请先导出为纯文本（.txt）", "export it as plain text (.txt) first"),
        )
