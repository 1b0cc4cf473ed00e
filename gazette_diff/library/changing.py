"""Changing a library: beginning one, adding to it, removing from it. All of it or nothing.

What is to be done is planned on the library as it is, shown, and planned again while no
other process can write: what was agreed to is what happens, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Holding, Regulation
from gazette_diff.core.versions import Version
from gazette_diff.library.adding import Plan
from gazette_diff.library.index import INDEX, Entry, write_index
from gazette_diff.library.lineage import line_of
from gazette_diff.library.names import plain
from gazette_diff.library.paths import day_of_path
from gazette_diff.library.permanent_ids import Comparer, permanent_ids
from gazette_diff.library.shelf import Shelf
from gazette_diff.library.transaction import LibraryError, commit, writing

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.versions import Stage

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


def renew(library: Path, *, on: date, comparer: Comparer) -> None:
    """Write the index of *library* anew from its files, and the permanent ids in them.

    Raises:
        LibraryError: another process holds the library.
        OSError: it cannot be written.
    """
    with writing(library):
        shelf = Shelf(library, indexed=False)
        files = with_permanent_ids(shelf, {}, comparer)
        store(shelf, files, on=on)


def with_permanent_ids(
    shelf: Shelf, files: Mapping[str, Regulation | None], comparer: Comparer
) -> dict[str, Regulation | None]:
    """Return *files* with the permanent ids of their provisions.

    Other texts of the same regulations, whose ids change by that, are among what is
    returned, unless their files were given more by hand than this tool would write.
    Without *files* all of the library are looked at.
    """
    versions = [v for v in shelf.versions if v.path not in files]
    versions += [_version(path, text) for path, text in files.items() if text is not None]
    gone = [v for v in shelf.versions if v.path in files]
    touched = [v for v in versions if not files or v.path in files]
    result = dict(files)
    for title in {plain(v.title): v.title for v in (*touched, *gone)}.values():
        held = line_of(title, versions).held
        texts = [(s, files.get(s.version.path) or _load(shelf, s.version)) for s in held]
        sound = [(stage, text) for stage, text in texts if text is not None]
        if len(sound) < 2 and all(text.permanent is None for _, text in sound):
            continue
        for (stage, text), ids in zip(sound, permanent_ids(sound, comparer), strict=True):
            path = stage.version.path
            if path in files or (text.permanent != ids and _is_plain(shelf, path, text)):
                result[path] = replace(text, permanent=ids)
    return result


def _version(path: str, text: Regulation) -> Version:
    return Version(replace(text.metadata, gazette=None), day_of_path(path), path)


def _is_plain(shelf: Shelf, path: str, text: Regulation) -> bool:
    """Tell whether the file *path* holds *text* and nothing else, as this tool writes it.

    One into which somebody wrote remarks or markup of their own is never written anew.
    """
    from gazette_diff.akn import marked_up_on, to_akn

    data = shelf.read(path)
    made = marked_up_on(data, path)
    return made is not None and to_akn(text, generated_on=made) == data


def _load(shelf: Shelf, version: Version) -> Regulation | None:
    """Return the text of *version*, None if its file is not sound: verify tells of that."""
    try:
        return shelf.load(version)
    except InvalidMarkupError:
        return None


def compare_stages(_: Stage, old: Regulation, __: Stage, new: Regulation) -> ChangeSet:
    """Compare the texts of two versions; no corrections are known."""
    from gazette_diff.comparing import compare

    return compare(old, new)


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
    comparer: Comparer = compare_stages,
) -> Plan:
    """Add *candidates* to *library* if *agreed* says so of the plan; return what was planned.

    With *overwrite* a text gives way to another of the same day, with *restore* what was
    removed comes back. The files say that they were made on the day *on*. *comparer* finds
    the correspondence of versions, for their permanent ids; it may know corrections.

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
        files = with_permanent_ids(final.shelf, final.files, comparer)
        store(final.shelf, files, on=on)
    final.written = True
    return final


def put(
    library: Path,
    files: Mapping[str, Regulation | None],
    *,
    on: date,
    comparer: Comparer = compare_stages,
) -> None:
    """Write the regulations *files* into *library*, by path; None removes one.

    *comparer* is as for :func:`add`.

    Raises:
        LibraryError: another process holds the library.
        OSError: it cannot be written; then nothing has changed.
    """
    with writing(library):
        shelf = Shelf(library)
        store(shelf, with_permanent_ids(shelf, files, comparer), on=on)


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
        entries[path] = Entry(_version(path, text), len(data))
    index = write_index(sorted(entries.values(), key=lambda e: (e.version.title, e.version.day)))
    # The index stands last: it must not be older than what it tells of.
    commit(shelf.library, {**written, INDEX: index})


def tombstone(version: Version, on: date, why: str) -> Regulation:
    """Return what stands in the place of a *version* that is removed: all but its text."""
    remark = " ".join(filter(None, (on.isoformat(), why)))
    metadata = replace(version.metadata, holding=Holding.REMOVED, remark=remark)
    return Regulation(metadata=metadata)
