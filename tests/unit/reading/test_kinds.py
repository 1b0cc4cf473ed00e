"""What kind a file is: told from its bytes, from its name only in doubt."""

from __future__ import annotations

import io
import zipfile

import pytest

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import read_bytes
from gazette_diff.reading.kinds import Kind, kind_of

PAGE = "<p>第一条　为了规范管理，制定本办法。</p>"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("第一条　某事。", "x.txt", Kind.TEXT),
        ("第一条　某事。", "x.html", Kind.TEXT),
        ("<script>第一条</script>", "x.txt", Kind.TEXT),
        ("《某办法》<b>", "x.txt", Kind.TEXT),
        ("# 某办法\n<!-- INFO END -->", "x.md", Kind.TEXT),
        ("<!-- " * 3000, "x.md", Kind.TEXT),
        ("\ufeff\n<!DOCTYPE html><p>", "x.txt", Kind.PAGE),
        ("<!-- 头 --> <html>", "x.doc", Kind.PAGE),
        ('<?xml version="1.0"?><html>', "x", Kind.PAGE),
        ("<HEAD><TITLE>某", "-", Kind.PAGE),
        (f"<div>{PAGE}</div>", "-", Kind.PAGE),
        (f"公告 {PAGE}", "x.shtml", Kind.PAGE),
        (f"公告 {PAGE}", "x.txt", Kind.TEXT),
        ("%PDF-1.7", "x.txt", Kind.PDF),
        ("junk %PDF-1.7", "x.pdf", Kind.PDF),
        ("一份 %PDF-1.7", "x.txt", Kind.TEXT),
        ("PK\x03\x04", "x.doc", Kind.ARCHIVE),
    ],
)
def test_kinds(data: str, name: str, kind: Kind) -> None:
    assert kind_of(data.encode(), name) is kind


def test_a_page_in_utf_16() -> None:
    assert kind_of(f"<html>{PAGE}".encode("utf-16"), "x") is Kind.PAGE


def archive(*parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for part in parts:
            out.writestr(part, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "what", "mend"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "旧版 Word", "另存为 .docx"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "密码",
            "取消密码",
        ),
        (b"{\\rtf1\\ansi", "RTF", "另存为 .docx"),
        (b"\xff\xd8\xff\xe0" + bytes(32), "图片", "OCR"),
        (archive("OFD.xml"), "OFD", "导出为 PDF"),
        (archive("content.xml", "mimetype"), "OpenDocument", "另存为 .docx"),
        (archive("xl/workbook.xml"), "Excel", "txt"),
        (archive("a.txt"), "压缩包", "解压"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "Word XML", ".docx"),
        (b"From: x\r\nContent-Type: multipart/related; type=x", "网页", ".html"),
    ],
    ids=["doc", "locked", "rtf", "jpeg", "ofd", "odt", "xlsx", "zip", "word2003", "mht"],
)
def test_what_cannot_be_read_says_how_it_can(data: bytes, what: str, mend: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data, "某文件")
    told = caught.value.in_("zh")
    assert what in told
    assert mend in told


def test_only_a_pdf_has_pages() -> None:
    with pytest.raises(UnreadableError, match="only a PDF"):
        read_bytes("第一条　某事。".encode(), "x.txt", pages="3")
