"""Several files change together, or not at all, whenever the process is killed."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gazette_diff.core.tree import Regulation
from gazette_diff.library import transaction
from gazette_diff.library.changing import begin, put
from gazette_diff.library.shelf import Shelf
from gazette_diff.library.transaction import LibraryError, commit, writing
from tests.support.libraries import about, with_text

ON = date(2024, 1, 1)
TITLES = ("甲法", "乙法", "丙法")


def texts_of(words: str) -> Mapping[str, Regulation]:
    return {
        f"{title}/2020-01-01.xml": with_text(about(title, "2020-01-01"), words) for title in TITLES
    }


def write_all(library: Path, words: str) -> None:
    put(library, texts_of(words), on=ON)


def state(library: Path) -> set[str]:
    """Return the words of all regulations: one set of words if nothing was torn."""
    shelf = Shelf(library)
    return {shelf.load(v).body[0].children[0].text for v in shelf.versions}


class KilledError(BaseException):
    """What stands for a process that is killed at this point."""


class Mortal:
    """Calls of :class:`Path` that touch *library*, of which only some go through.

    After *left* calls the process is dead: that one and all later ones fail.
    """

    CALLS = ("mkdir", "rename", "replace", "open", "unlink")

    def __init__(self, library: Path, left: int) -> None:
        self.library, self.left, self.alive = library, left, True

    def patch(self, patch: pytest.MonkeyPatch) -> None:
        for name in self.CALLS:
            patch.setattr(Path, name, self.mortal(getattr(Path, name)))
        patch.setattr("shutil.rmtree", lambda *_, **__: None)

    def mortal(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Path, *args: Any, **options: Any) -> Any:
            if self.library in (path, *path.parents):
                self.alive = self.alive and self.left > 0
                if not self.alive:
                    raise KilledError
                self.left -= 1
            return original(path, *args, **options)

        return call


def test_killed_at_any_step_it_is_as_it_was_or_as_it_was_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill it at every call that touches the disk, one after another."""
    seen = set()
    for step in range(200):
        library = tmp_path / str(step)
        library.mkdir()
        write_all(library, "旧。")
        process = Mortal(library, step)
        with monkeypatch.context() as patch, contextlib.suppress(KilledError):
            process.patch(patch)
            write_all(library, "新。")
        (words,) = state(library)
        seen.add((words, process.alive))
        assert len(Shelf(library).versions) == len(TITLES)
        write_all(library, "后。")
        assert state(library) == {"后。"}
        left_behind = {p.name for p in library.iterdir() if p.name.startswith(".")}
        assert left_behind <= {".lock"}
        if process.alive:
            break
    assert seen == {("旧。", False), ("新。", False), ("新。", True)}


WRITER = """
import sys
from pathlib import Path
from tests.unit.library.test_transaction import write_all
for n in range(1000):
    write_all(Path(sys.argv[1]), f"{n}。")
"""


@pytest.mark.skipif(os.name != "posix", reason="kills the process with a signal of POSIX")
def test_a_process_killed_at_random_leaves_a_whole_library(tmp_path: Path) -> None:
    write_all(tmp_path, "起。")
    moments = random.Random(20)
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)]) as process:
            time.sleep(0.4 + moments.random() / 4)
            process.send_signal(signal.SIGKILL)
        assert len(state(tmp_path)) == 1
        assert len(Shelf(tmp_path).versions) == len(TITLES)


def _add_one(library: str, number: int) -> None:
    title = f"第{number}部法"
    put(Path(library), {f"{title}/2020-01-01.xml": with_text(about(title, "2020-01-01"))}, on=ON)


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    begin(tmp_path)
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        pool.starmap(_add_one, [(str(tmp_path), number) for number in range(24)])
    assert len(Shelf(tmp_path).versions) == 24


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, "旧。")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space") as caught:
            write_all(tmp_path, "新。")
    assert caught.value.filename == str(tmp_path)
    assert state(tmp_path) == {"旧。"}
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == [".lock"]


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(LibraryError) as caught, writing(tmp_path, patience=0.1):
        pass
    assert "另一个进程正在写入" in caught.value.in_("zh")


@pytest.mark.parametrize("path", ["../甲.xml", "/etc/甲.xml", "甲/../../乙.xml"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    library = tmp_path / "library"
    library.mkdir()
    with pytest.raises(LibraryError), writing(library):
        commit(library, {path: b""})
    assert [p.name for p in tmp_path.iterdir()] == ["library"]


def test_a_folder_that_is_a_link_to_elsewhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    library = tmp_path / "library"
    library.mkdir()
    (library / "甲法").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LibraryError), writing(library):
        commit(library, {"甲法/2020-01-01.xml": b""})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_reading_needs_no_right_to_write(tmp_path: Path) -> None:
    write_all(tmp_path, "旧。")
    tmp_path.chmod(0o555)
    try:
        assert state(tmp_path) == {"旧。"}
    finally:
        tmp_path.chmod(0o755)


def test_what_is_decided_counts_before_it_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, "旧。")
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_finish", lambda _: None)
        write_all(tmp_path, "新。")
    assert (tmp_path / transaction.PENDING).is_dir()
    assert state(tmp_path) == {"新。"}
    shelf = Shelf(tmp_path)
    with writing(tmp_path):
        pass
    assert not (tmp_path / transaction.PENDING).exists()
    # Who opened the library before that still reads all of it.
    assert {shelf.load(v).body[0].children[0].text for v in shelf.versions} == {"新。"}
