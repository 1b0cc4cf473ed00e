"""Files made to fill the memory, or to take for ever: one line, at once."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import archive, files, read_bytes, read_file
from gazette_diff.reading.archive import Archive
from tests.support.word import package, paragraph


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return buffer.getvalue()


def test_a_part_is_read_within_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_SMALL", 1000)
    monkeypatch.setattr(archive, "MAXIMUM_RATIO", 100)
    assert Archive(zipped(a=b"x" * 1000), "x").read("a") == b"x" * 1000
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        Archive(zipped(a=b"x" * 1_000_000), "x").read("a")


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAXIMUM_TOTAL", 1500)
    both = Archive(zipped(a=b"x" * 1000, b=b"y" * 1000), "x")
    both.read("a")
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        both.read("b")


def test_a_size_that_lies_is_not_believed() -> None:
    data = zipped(a=b"x" * 50_000)
    lie = data.replace((50_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lie != data
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(lie, "x").read("a")


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_PARTS", 3)
    with pytest.raises(UnreadableError, match="unpacks to far more"):
        Archive(zipped(a=b"", b=b"", c=b"", d=b""), "x")


def test_a_part_that_is_not_there_is_none() -> None:
    assert Archive(zipped(a=b""), "x").read("b") is None


@pytest.mark.parametrize("cut", [30, 60, 200, -40])
def test_a_cut_word_file(cut: int) -> None:
    with pytest.raises(UnreadableError, match=r"damaged|empty"):
        read_bytes(package(paragraph("甲"))[:cut], "x.docx")


def test_flipped_bytes_never_surprise() -> None:
    data = package(paragraph("第一条　某事。") * 50)
    for at in range(0, len(data), 7):
        broken = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        with suppress(UnreadableError):
            read_bytes(broken, "x.docx")


def test_a_text_beyond_any_regulation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAXIMUM_TEXT", 100)
    with pytest.raises(UnreadableError, match="larger than"):
        read_bytes(("第一条　某事。" * 20).encode(), "x.txt")
    monkeypatch.setattr(files, "MAXIMUM_BYTES", 50)
    with pytest.raises(UnreadableError, match="larger than"):
        read_bytes(b"%PDF-" + bytes(60), "x.pdf")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device files here")
def test_a_device_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAXIMUM_BYTES", 100_000)
    with pytest.raises(UnreadableError, match="larger than"):
        read_file(Path("/dev/zero"))
