"""Changing a library: beginning one, adding to it, removing from it. All of it or nothing.

What is to be done is planned on the library as it is, shown, and planned again while no
other process can write: what was agreed to is what happens, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Holding, Regulation
from gazette_diff.core.versions import Version
from gazette_diff.library.adding import Plan
from gazette_diff.library.index import INDEX, Entry, write_index
from gazette_diff.library.shelf import Shelf
from gazette_diff.library.transaction import LibraryError, commit, writing

_IGNORED = ".gitignore"
_WORKING_FILES = b".lock\n.pending/\n.staged-*/\n.done-*/\n"


def begin(library: Path) -> bool:
    """Make the folder *library* one; tell whether it was none before.

    Raises:
        OSError: it cannot be made.
    """
    library.mkdir(parents=True, exist_ok=True)
    if (library / INDEX).exists():
        return False
    with writing(library):
        files = {INDEX: write_index(Shelf(library).entries)}
        if not (library / _IGNORED).exists():
            files = {_IGNORED: _WORKING_FILES, **files}
        commit(library, files)
    return True


def rebuild_index(library: Path) -> None:
    """Write the index of *library* from its files, whatever it says now.

    Raises:
        LibraryError: another process holds the library.
        OSError: it cannot be written.
    """
    with writing(library):
        shelf = Shelf(library, indexed=False)
        entries = [e for e in shelf.entries if e.version.path not in shelf.unreadable]
        commit(library, {INDEX: write_index(entries)})


class Candidate(NamedTuple):
    """A regulation to be added, the file it stands in, and the day if the user gave one."""

    regulation: Regulation
    source: str
    day: date | None = None


def add(
    library: Path,
    candidates: Sequence[Candidate],
    agreed: Callable[[Plan], bool],
    *,
    on: date,
    overwrite: bool = False,
    restore: bool = False,
) -> Plan:
    """Add *candidates* to *library* if *agreed* says so of the plan; return what was planned.

    With *overwrite* a text gives way to another of the same day, with *restore* what was
    removed comes back. The files say that they were made on the day *on*.

    Raises:
        LibraryError: another process holds the library, or has just changed it.
        OSError: it cannot be read or written; then nothing has changed.
    """

    def plan() -> Plan:
        planned = Plan(Shelf(library), overwrite=overwrite, restore=restore)
        for candidate in candidates:
            planned.add(*candidate)
        return planned

    shown = plan()
    if not agreed(shown) or not shown.writes:
        return shown
    with writing(library):
        final = plan()
        if [a.action for a in final.additions] != [a.action for a in shown.additions]:
            raise LibraryError(
                Bilingual("另一个进程刚刚改动了法规库", "another process has just changed it"),
                where=str(library),
                mend=Bilingual("请重新执行", "please run the command again"),
            )
        store(final.shelf, final.files, on=on)
    final.written = True
    return final


def put(library: Path, files: Mapping[str, Regulation | None], *, on: date) -> None:
    """Write the regulations *files* into *library*, by path; None removes one.

    Raises:
        LibraryError: another process holds the library.
        OSError: it cannot be written; then nothing has changed.
    """
    with writing(library):
        store(Shelf(library), files, on=on)


def store(shelf: Shelf, files: Mapping[str, Regulation | None], *, on: date) -> None:
    """Write *files*, by their paths in the library, as of the day *on*; None removes one.

    The index goes with them. To be called while :func:`~gazette_diff.library.transaction.writing`.

    Raises:
        OSError: they cannot be written; then nothing has changed.
    """
    from gazette_diff.akn import to_akn

    written = {
        path: None if text is None else to_akn(text, generated_on=on)
        for path, text in files.items()
    }
    entries = {e.version.path: e for e in shelf.entries if e.version.path not in shelf.unreadable}
    for path, text in files.items():
        data = written[path]
        if text is None or data is None:
            entries.pop(path, None)
            continue
        metadata = replace(text.metadata, gazette=None)
        day = date.fromisoformat(path.rpartition("/")[2].removesuffix(".xml"))
        entries[path] = Entry(Version(metadata, day, path), len(data))
    index = write_index(sorted(entries.values(), key=lambda e: (e.version.title, e.version.day)))
    # The index stands last: it must not be older than what it tells of.
    commit(shelf.library, {**written, INDEX: index})


def tombstone(version: Version, on: date, why: str) -> Regulation:
    """Return what stands in the place of a *version* that is removed: all but its text."""
    remark = " ".join(filter(None, (on.isoformat(), why)))
    metadata = replace(version.metadata, holding=Holding.REMOVED, remark=remark)
    return Regulation(metadata=metadata)
