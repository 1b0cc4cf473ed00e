"""Bytes to text: encodings, what is no text, and what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import read_bytes, read_file

TEXT = "第一条 为了规范管理，制定本办法。\n第二条 本办法自公布之日起施行。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_reads_every_encoding(encoding: str) -> None:
    assert "\n".join(read_bytes(TEXT.encode(encoding), "x").source.lines) == TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_unifies_line_ends(end: str) -> None:
    assert "\n".join(read_bytes(TEXT.replace("\n", end).encode(), "x").source.lines) == TEXT


@pytest.mark.parametrize(("encoding", "name"), [("utf-8", "UTF-8"), ("gbk", "GB18030")])
def test_half_a_character_is_reported(encoding: str, name: str) -> None:
    data = (TEXT * 10).rstrip().encode(encoding)
    result = read_bytes(data[:-1], "x")
    assert result.source.lines[0] == TEXT.split("\n")[0]
    assert [d.code.id for d in result.diagnostics] == ["GD101"]
    assert name in result.diagnostics[0].message("en")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "image"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF is damaged"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (bytes(range(256)) * 8, "binary"),
    ],
    ids=["png", "jpeg", "pdf", "zip", "doc", "bytes"],
)
def test_refuses_what_is_no_text(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError, match=kind) as caught:
        read_bytes(data, "photo.txt")
    assert "photo.txt" in caught.value.in_("zh")


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n\t\n", "\u3000\n".encode(), b"\xef\xbb\xbf"],
    ids=["none", "blank", "wide", "mark"],
)
def test_refuses_an_empty_file(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        read_bytes(data, "x")


def test_refuses_noise_in_no_encoding() -> None:
    noise = bytes([0x80, 0xFF, 0xFE, 0x81] * 200)
    with pytest.raises(UnreadableError):
        read_bytes(noise, "x")


def test_a_text_that_begins_like_a_bitmap_is_text() -> None:
    assert read_bytes(b"BM is how this text begins.\n", "x").source.lines[0].startswith("BM")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableError, match="folder"):
        read_file(tmp_path)
    path = tmp_path / "办法.txt"
    path.write_bytes(TEXT.encode("gbk"))
    assert read_file(path).source.encoding == "gb18030"
