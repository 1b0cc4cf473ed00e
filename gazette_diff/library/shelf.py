"""A library as it is read: its versions, and the bytes of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.tree import Metadata
from gazette_diff.core.versions import Version
from gazette_diff.library.index import INDEX, Entry, read_index
from gazette_diff.library.paths import OWN, day_in
from gazette_diff.library.transaction import pending

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation


class _File(NamedTuple):
    """A file of a version: where it is, how large, and when it last changed (ns)."""

    path: str
    at: Path
    day: date
    size: int
    changed: int


class Shelf:
    """The versions in the folder *library*, as they were when it was opened.

    What another process has decided to write counts as written (:mod:`.transaction`).
    A file whose name is no day, or in a folder of the tool's own, is no version's.

    Raises:
        OSError: the folder cannot be read.
    """

    def __init__(self, library: Path, *, indexed: bool = True) -> None:
        """List the files of *library*; they are opened when they are needed.

        Without *indexed* what the index says is not believed.
        """
        self.library = library
        self._indexed = indexed
        self._pending = pending(library)
        self._files = {file.path: file for file in self._listed()}
        self._entries: dict[str, Entry] | None = None
        self.unreadable: dict[str, InvalidMarkupError] = {}

    @property
    def versions(self) -> tuple[Version, ...]:
        """All versions that files tell of, by title and day.

        One whose file is no sound regulation is called after its folder; what is wrong with
        it is kept in ``unreadable``, and reading its text says so.
        """
        return tuple(entry.version for entry in self.entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The versions with the sizes of their files, as the index keeps them."""
        if self._entries is None:
            self._entries = dict(self._read_entries())
        found = self._entries.values()
        return tuple(sorted(found, key=lambda e: (e.version.title, e.version.day, e.version.path)))

    def read(self, path: str) -> bytes:
        """Return the bytes of the file *path* of this library.

        Raises:
            OSError: there is none, or it cannot be read.
        """
        file = self._files.get(path)
        if file is not None and file.at != self.library / path:
            try:
                return file.at.read_bytes()
            except FileNotFoundError:
                pass  # it has been put in its place meanwhile
        return (self.library / path).read_bytes()

    def load(self, version: Version) -> Regulation:
        """Return the text of a *version* of this library.

        Raises:
            InvalidMarkupError: its file is not sound.
            OSError: it cannot be read.
        """
        # lxml comes with it, so it is imported only when a file is opened.
        from gazette_diff.akn import from_akn

        return from_akn(self.read(version.path), str(self.library / version.path))

    def _listed(self) -> Iterator[_File]:
        with os.scandir(self.library) as folders:
            names = sorted(f.name for f in folders if f.is_dir() and not f.name.startswith(OWN))
        for name in names:
            with os.scandir(self.library / name) as files:
                for file in files:
                    path = f"{name}/{file.name}"
                    day = day_in(file.name)
                    if day is not None and path not in self._pending and file.is_file():
                        yield _file(path, Path(file.path), day, file.stat())
        for path, at in self._pending.items():
            day = day_in(path.rpartition("/")[2])
            if at is not None and day is not None and "/" in path:
                there = at if at.exists() else self.library / path
                yield _file(path, there, day, there.stat())

    def _read_entries(self) -> Iterator[tuple[str, Entry]]:
        known, as_of = self._index()
        for path, file in self._files.items():
            entry = known.get(path)
            if entry is None or entry.size != file.size or file.changed > as_of:
                entry = Entry(self._version(file), file.size)
            yield path, entry

    def _index(self) -> tuple[dict[str, Entry], int]:
        """Return what the index says and when it was written (ns)."""
        if not self._indexed:
            return {}, 0
        try:
            at = self.library / INDEX
            status = at.stat()
            return read_index(at.read_bytes()), status.st_mtime_ns
        except OSError:
            return {}, 0

    def _version(self, file: _File) -> Version:
        from gazette_diff.akn import read_head

        try:
            metadata = read_head(self.read(file.path), str(self.library / file.path))
        except InvalidMarkupError as error:
            self.unreadable[file.path] = error
            metadata = Metadata(title=file.path.partition("/")[0], signed=file.day)
        # The issue of the gazette tells nothing about which version is which.
        return Version(replace(metadata, gazette=None), file.day, file.path)


def _file(path: str, at: Path, day: date, status: os.stat_result) -> _File:
    # The time of change (ctime) cannot be set back, as that of modification can.
    return _File(path, at, day, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))
