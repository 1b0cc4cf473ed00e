"""References to other regulations, looked up in the version in force on the citing text's day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.errors import GazetteDiffError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.references import Reference, Scope
from gazette_diff.core.tree import Regulation
from gazette_diff.library.lookup import find, find_line
from gazette_diff.library.names import Name
from gazette_diff.library.shelf import Shelf
from gazette_diff.library.works import Works

if TYPE_CHECKING:
    from gazette_diff.citation import TextReference

# 该条例, 本法: the words name no title.
_POINTING = tuple("本该此同")


def look_up_external(
    library: Path, regulation: Regulation, references: Iterable[TextReference]
) -> tuple[Reference, ...]:
    """Return *references*, those to works that *library* holds with what they point to.

    A work is held if its whole title is, with or without 中华人民共和国. The version in
    force on the day on which *regulation* entered into force (else the day that names its
    version) counts. A reference to a work that was repealed then, or to a provision that it
    does not have, has a problem. What is not held, or not of that day, is left as it is.

    Raises:
        GazetteDiffError: a file of the library cannot be read.
        OSError: the library cannot be.
    """
    return _Lookup(library, regulation).all(references)


class _Held(NamedTuple):
    """The text of a version, its full name, or why there was none in force."""

    name: str
    regulation: Regulation | None
    problem: NotFoundError | None = None


class _Lookup:
    """Looks works up in one library for one citing text; opens each work once."""

    def __init__(self, library: Path, regulation: Regulation) -> None:
        metadata = regulation.metadata
        self.library = library
        self.day = metadata.in_force or metadata.version
        self.held: dict[str, _Held | None] = {}

    def all(self, references: Iterable[TextReference]) -> tuple[Reference, ...]:
        from gazette_diff.citation import as_reference

        return tuple(self._one(one, as_reference(one)) for one in references)

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf(self.library)

    @cached_property
    def works(self) -> Works | None:
        return Works(self.shelf) if self.library.is_dir() else None

    def _one(self, text: TextReference, reference: Reference) -> Reference:
        from gazette_diff.citation import as_cited, find_in, why

        held = self._held(reference)
        if held is None:
            return reference
        if held.regulation is None:
            problem = None if held.problem is None else why(held.problem)
            return replace(reference, held=held.name, problem=problem)
        try:
            found = find_in(held.regulation, text.found.target)
        except GazetteDiffError as error:
            told = why(error)
            told = Bilingual(f"{held.name}：{told.zh}", f"{held.name}: {told.en}")
            return replace(reference, held=held.name, problem=told)
        return replace(reference, held=held.name, targets=tuple(map(as_cited, found)))

    def _held(self, reference: Reference) -> _Held | None:
        """Return the version that *reference* was written for, None where it is not at hand."""
        work = reference.work
        if reference.scope is not Scope.EXTERNAL or not work or work[0] in _POINTING:
            return None
        title = None if self.works is None else self.works.title_of(work)
        if title is None or self.day is None:
            return None
        if title not in self.held:
            self.held[title] = self._in_force(title, self.day)
        return self.held[title]

    def _in_force(self, title: str, day: date) -> _Held | None:
        name = Name(title, day.isoformat())
        line = find_line(self.shelf, name)
        stage = line.on(day)
        if stage is not None:
            if not stage.version.is_held:
                return None
            version = f"{title}@{stage.version.day}"
            return _Held(version, self.shelf.load(stage.version))
        if day < line.stages[0].start:
            return None  # an earlier version may have been, though it is not known of
        try:
            find(self.shelf, name, day)
        except NotFoundError as error:
            return _Held(title, None, error)
        return None
