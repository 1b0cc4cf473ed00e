from __future__ import annotations

import os
from pathlib import Path

import pytest

from gazette_diff.library.files import write_whole


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "对照表.html", b"<p>")
    assert (tmp_path / "对照表.html").read_bytes() == b"<p>"
    assert [p.name for p in tmp_path.iterdir()] == ["对照表.html"]


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("旧")
    path.chmod(0o640)
    write_whole(path, "新".encode())
    assert path.read_text(encoding="utf-8") == "新"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "link").symlink_to("there")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_one() -> None:
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()


def test_a_failure_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "no" / "a.txt", b"")
