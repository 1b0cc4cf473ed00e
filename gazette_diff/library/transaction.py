"""Writing several files of a library so that all of them change, or none.

What is to be written is first put whole into a folder of its own, with a list of where each
file goes. Renaming that folder to ``.pending`` is the one step that decides: before it
nothing has changed, from then on everything has, for who reads the library reads through
``.pending``, and who writes to it next finishes what was left. (The method is the
write-ahead journal of databases: Gray and Reuter, Transaction Processing, 1993, ch. 9.)
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".lock"
PENDING = ".pending"
_STAGED = ".staged-"
_DONE = ".done-"
_LIST = "files.json"
_PATIENCE = 60.0  # seconds


class LibraryError(GazetteDiffError):
    """A library that cannot be written to: read-only, locked by another process, no folder."""


@contextlib.contextmanager
def writing(library: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the library for oneself; what a killed process left undone is done first.

    Raises:
        LibraryError: another process holds it for more than *patience* seconds.
        OSError: it cannot be written to.
    """
    with _lock(library, patience):
        try:
            _finish(library)
            _sweep(library)
            yield
        except OSError as error:
            if error.filename is None:  # a disk that is full names no file
                error.filename = str(library)
            raise


def _lock(library: Path, patience: float) -> BaseFileLock:
    from filelock import FileLock, Timeout

    lock = FileLock(library / LOCK)
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise LibraryError(
            Bilingual("另一个进程正在写入法规库", "another process is writing to the library"),
            where=str(library),
            mend=Bilingual("请稍后再试", "please try again later"),
        ) from error
    return lock


def commit(library: Path, files: Mapping[str, bytes | None]) -> None:
    """Write *files*, by their paths in the library; None removes one. All of them or none.

    To be called while :func:`writing`.

    Raises:
        OSError: they cannot be written (no space, no permission); then nothing has changed.
        LibraryError: a path leads out of the library.
    """
    if not files:
        return
    for path in files:
        _refuse_outside(library, path)
    staged = library / f"{_STAGED}{os.urandom(4).hex()}"
    try:
        staged.mkdir()
        names = {}
        for number, (path, data) in enumerate(files.items()):
            names[path] = None if data is None else str(number)
            if data is not None:
                _write(staged / str(number), data)
        _write(staged / _LIST, json.dumps(names, ensure_ascii=False).encode())
        _settle(staged)
        staged.rename(library / PENDING)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    _settle(library)
    _finish(library)


def pending(library: Path) -> dict[str, Path | None]:
    """Return where the files are that were decided on but are not yet in their places.

    By path in the library; None for one that is to be removed.
    """
    try:
        names = json.loads((library / PENDING / _LIST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return {p: None if name is None else library / PENDING / name for p, name in names.items()}


def _finish(library: Path) -> None:
    """Put what is pending in its places; begun twice it ends the same."""
    waiting = pending(library)
    folders = {library}
    newest: Path | None = None
    for path, source in waiting.items():
        target = library / path
        if source is None:
            target.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                target.parent.rmdir()
        elif source.exists():
            target.parent.mkdir(exist_ok=True)
            source.replace(target)
            folders.add(target.parent)
            newest = target
    if newest is not None:
        # The index, which stands last, must not be older than what it tells of.
        os.utime(newest)
    for folder in folders:
        _settle(folder)
    if (library / PENDING).exists():
        done = library / f"{_DONE}{os.urandom(4).hex()}"
        (library / PENDING).rename(done)
        shutil.rmtree(done, ignore_errors=True)


def _sweep(library: Path) -> None:
    """Remove what killed processes left behind before they had decided, or after."""
    for folder in library.glob(".*-*"):
        if folder.name.startswith((_STAGED, _DONE)) and folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)


def _refuse_outside(library: Path, path: str) -> None:
    target = (library / path).resolve()
    if not target.is_relative_to(library.resolve()):
        raise LibraryError(
            Bilingual("在法规库之外，不写入", "leads out of the library, nothing is written"),
            where=path,
        )


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the names in *folder* durable, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
