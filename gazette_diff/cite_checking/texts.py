"""The texts that citations are checked against: what they name, say, and became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from gazette_diff.citation import Citation, Scopes, counterparts_of, gather
from gazette_diff.cite_checking.wording import canonical
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.places import walk_places
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from gazette_diff.citation import Gathered, Resolved, Target
    from gazette_diff.cite_checking.wording import Quoted
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.versions import Line, Stage
    from gazette_diff.library.permanent_ids import Comparer
    from gazette_diff.library.works import Works

_PARTS = (Level.ITEM, Level.SUBITEM)


class Text:
    """The text of one version, ready for many citations."""

    def __init__(self, stage: Stage, scopes: Scopes) -> None:
        """Take the text of *stage*, placed as *scopes*."""
        self.stage = stage
        self.scopes = scopes
        self._words: dict[str, str] = {}

    def find(self, target: Target) -> Gathered:
        """Return what *target* names.

        Raises:
            NotFoundError: there is no such provision, or several.
            InvalidCitationError: it is relative, or a range that is none.
        """
        return gather(self.scopes, Citation((target,)))

    def has(self, target: Target) -> bool:
        """Tell whether *target* names something."""
        try:
            self.find(target)
        except GazetteDiffError:
            return False
        return True

    def words(self, one: Resolved) -> str:
        """Return the words of *one* in canonical form; of a 项 with its lead-in and closing."""
        if one.eid not in self._words:
            above = []
            if one.placed.provision.level in _PARTS:
                above = [p for p in one.placed.ancestors if p.level in (Level.PARAGRAPH, *_PARTS)]
            before = "".join(p.text for p in above)
            after = "".join(p.closing for p in reversed(above))
            self._words[one.eid] = canonical(before + one.text + after)
        return self._words[one.eid]

    def where(self, quoted: Quoted) -> Resolved | None:
        """Return the smallest article or part of one that has the words *quoted*."""
        return next((self._inside(one, quoted) for one in self._articles(quoted)), None)

    def _articles(self, quoted: Quoted) -> Iterator[Resolved]:
        from gazette_diff.citation import Reference

        for body in self.scopes.bodies:
            for placed in walk_places(body.placed):
                if placed.provision.level in (Level.ARTICLE, Level.OUTLINE):
                    one = self.scopes.resolved(Reference(()), placed, body)
                    if quoted.stands_in(self.words(one)):
                        yield one

    def _inside(self, one: Resolved, quoted: Quoted) -> Resolved:
        from dataclasses import replace

        inside = [replace(one, placed=child) for child in one.placed.children]
        having = [child for child in inside if quoted.stands_in(canonical(child.text))]
        return self._inside(having[0], quoted) if having else one


class Texts:
    """The texts of a library, and what became of a provision from one version to another."""

    def __init__(self, works: Works, comparer: Comparer) -> None:
        """Open texts of *works*; *comparer* compares two versions, the older first."""
        self.works = works
        self._comparer = comparer
        self._opened: dict[str, Text] = {}
        self._changes: dict[tuple[str, str], ChangeSet] = {}

    def open(self, stage: Stage) -> Text:
        """Return the text of a *stage* that is held.

        Raises:
            InvalidMarkupError: its file is not sound.
            OSError: it cannot be read.
        """
        path = stage.version.path
        if path not in self._opened:
            self._opened[path] = Text(stage, Scopes(self.works.load(stage.version)))
        return self._opened[path]

    def others(self, line: Line, stage: Stage, today: date) -> list[Text]:
        """Return the other texts of *line* that have been in force, the latest first."""
        held = [s for s in line.held if s.start <= today and s is not stage]
        return [self.open(s) for s in reversed(held)]

    def newest(self, line: Line, stage: Stage, today: date) -> Text | None:
        """Return the text in force *today* where it is a later one than that of *stage*."""
        later = line.held[line.held.index(stage) + 1 :]
        current = [s for s in later if s.start <= today]
        return self.open(current[-1]) if current else None

    def successors(
        self, line: Line, ones: Iterable[Resolved], start: Stage, end: Stage
    ) -> tuple[Resolved, ...]:
        """Return what became of *ones*, of the version *start*, in the version *end* of *line*.

        They are followed from version to version as ``log`` follows them, with the kept
        corrections; none where they were deleted.
        """
        between = line.held[line.held.index(start) : line.held.index(end) + 1]
        found = tuple(ones)
        for before, after in pairwise(between):
            old, new = self.open(before), self.open(after)
            changes = self._compared(old, new)
            texts = old.scopes.regulation, new.scopes.regulation
            pairs = [
                counterpart.provision
                for one in found
                for counterpart in counterparts_of(*texts, changes, one.eid, "old")
            ]
            found = tuple({one.eid: one for one in pairs}.values())
        return found

    def _compared(self, old: Text, new: Text) -> ChangeSet:
        key = old.stage.version.path, new.stage.version.path
        if key not in self._changes:
            self._changes[key] = self._comparer(
                old.stage, old.scopes.regulation, new.stage, new.scopes.regulation
            )
        return self._changes[key]
