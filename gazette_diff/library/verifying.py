"""Whether a library is sound: each file by itself, the versions of a title, the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import InvalidMarkupError
from gazette_diff.core.versions import day_of
from gazette_diff.library.index import INDEX, read_index
from gazette_diff.library.lineage import line_of
from gazette_diff.library.names import plain
from gazette_diff.library.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from gazette_diff.core.tree import Regulation
    from gazette_diff.core.versions import Stage, Version


class Finding(NamedTuple):
    """Something wrong with the file *path* of a library, in the line of the diagnostic if any."""

    path: str
    diagnostic: Diagnostic


def verify(library: Path) -> Iterator[Finding]:
    """Yield what is wrong in *library*, file by file, then between files, then in the index.

    A file that was edited by hand is as good as any if the schema accepts it and its words
    can be read.

    Raises:
        OSError: the library cannot be read.
    """
    shelf = Shelf(library)
    for version in shelf.versions:
        for diagnostic in _of_file(shelf, version):
            yield Finding(version.path, diagnostic)
    yield from _between(shelf)
    yield from _of_index(shelf)


def _of_file(shelf: Shelf, version: Version) -> Iterator[Diagnostic]:
    from gazette_diff.akn.validation import schema_errors, wrong_eids

    data = shelf.read(version.path)
    try:
        for error in schema_errors(data, version.path):
            yield Diagnostic.of(Code.INVALID_MARKUP, line=error.line, what=error.message)
        text = shelf.load(version)
    except InvalidMarkupError as error:
        yield Diagnostic.of(Code.INVALID_MARKUP, what=error.what)
        return
    for eid, line in wrong_eids(data):
        yield Diagnostic.of(Code.WRONG_EID, line=line, eid=eid)
    yield from _of_days(version, text)


def _of_days(version: Version, text: Regulation) -> Iterator[Diagnostic]:
    metadata = text.metadata
    named = day_of(metadata)
    if named is not None and named != version.day:
        yield Diagnostic.of(Code.WRONG_FILE_NAME, named=version.day, day=named)
    if metadata.repealed and metadata.repealed < version.start:
        yield Diagnostic.of(Code.WRONG_ORDER_OF_DAYS, first=metadata.repealed, then=version.start)
    made = min(filter(None, (metadata.signed, metadata.published)), default=None)
    if metadata.in_force and made and metadata.in_force < made:
        yield Diagnostic.of(Code.WRONG_ORDER_OF_DAYS, first=metadata.in_force, then=made)


def _between(shelf: Shelf) -> Iterator[Finding]:
    """Yield the files that contradict each other: one day, one start, one title in two folders."""
    versions = shelf.versions
    folders: dict[str, Counter[str]] = {}
    for version in versions:
        folders.setdefault(plain(version.title), Counter())[version.folder] += 1
    for version in versions:
        home = folders[plain(version.title)].most_common(1)[0][0]
        if version.folder != home:
            yield Finding(version.path, Diagnostic.of(Code.TWO_FOLDERS, other=home))
    for title in dict.fromkeys(plain(version.title) for version in versions):
        yield from _overlaps(line_of(title, versions).stages)


def _overlaps(stages: tuple[Stage, ...]) -> Iterator[Finding]:
    for earlier, later in pairwise(stages):
        if later.start <= earlier.start and later.version.path and earlier.version.path:
            yield Finding(
                later.version.path,
                Diagnostic.of(Code.VERSIONS_OVERLAP, start=later.start, other=earlier.version.path),
            )


def _of_index(shelf: Shelf) -> Iterator[Finding]:
    """Yield the entries of the index that are not what the files say, and those it lacks."""
    try:
        entries = read_index((shelf.library / INDEX).read_bytes())
    except FileNotFoundError:
        return
    fresh = Shelf(shelf.library, indexed=False)
    said = {e.version.path: e for e in fresh.entries if e.version.path not in fresh.unreadable}
    for path in sorted(said.keys() | entries.keys()):
        if said.get(path) != entries.get(path):
            yield Finding(INDEX, Diagnostic.of(Code.INDEX_DIFFERS, path=path))
