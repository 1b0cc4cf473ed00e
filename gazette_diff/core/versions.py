"""The versions of a regulation and the line they form: values that every report can read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from gazette_diff.core.tree import Holding, Metadata, Replaced


@dataclass(frozen=True)
class Version:
    """One version of a regulation: what its file says of it, and where that file is.

    ``path`` is relative to the library, with ``/``; it is empty for a version that no file
    tells of, and that is known only because another version amends or repeals it.
    ``remark`` says so then, or why the text is not there.
    """

    metadata: Metadata
    day: date
    path: str = ""

    def __str__(self) -> str:
        """Return the full name of the version, which finds it and it alone."""
        return f"{self.title}@v{self.day}"

    @property
    def title(self) -> str:
        """The title of the regulation as this version has it."""
        return self.metadata.title

    @property
    def folder(self) -> str:
        """The folder that its file stands in, empty if there is no file."""
        return self.path.rpartition("/")[0]

    @property
    def is_held(self) -> bool:
        """Whether the text is at hand."""
        return self.metadata.holding is Holding.HELD

    @cached_property
    def start(self) -> date:
        """The day on which this version enters into force, as far as it tells.

        A later version often repeats the day on which the first one entered into force.
        Where nothing else is said an amendment takes effect on its day (立法法 (2023)
        第六十一条 wants it stated, older texts and decisions leave it out).
        """
        made = max(filter(None, (self.metadata.signed, *self.metadata.amended)), default=None)
        in_force = self.metadata.in_force
        if in_force is not None and (made is None or in_force >= made):
            return in_force
        return self.day

    @property
    def start_is_told(self) -> bool:
        """Whether the text itself tells when this version enters into force."""
        return self.start == self.metadata.in_force

    @cached_property
    def days(self) -> frozenset[date]:
        """The days by which other texts may call this version."""
        metadata = self.metadata
        if metadata.amended:
            # Signed and published are days of the first version then.
            return frozenset({self.day, max(metadata.amended)})
        own = (self.day, metadata.signed, metadata.published, metadata.in_force)
        return frozenset(filter(None, own))


class Step(StrEnum):
    """How a version came to be."""

    MADE = "made"
    AMENDED = "amended"
    REISSUED = "reissued"


@dataclass(frozen=True)
class Stage:
    """One version within its line.

    ``start`` and ``end`` bound the days on which it is in force: from ``start`` on, and up
    to the day before ``end`` (None: no end is known); ``end_is_told`` says whether a text
    tells that day. ``by`` is the regulation that repeals it under another title.
    """

    version: Version
    step: Step
    start: date
    end: date | None = None
    by: Version | None = None
    end_is_told: bool = True


@dataclass(frozen=True)
class Line:
    """A regulation through its versions, the earliest first.

    ``predecessors`` are the regulations that its versions repeal, under other titles.
    """

    title: str
    stages: tuple[Stage, ...]
    predecessors: tuple[tuple[Version, Replaced], ...] = ()

    @property
    def held(self) -> tuple[Stage, ...]:
        """The stages whose text is at hand."""
        return tuple(s for s in self.stages if s.version.is_held)

    def on(self, day: date) -> Stage | None:
        """Return the version in force on *day*, None where none was."""
        for stage in reversed(self.stages):
            if stage.start <= day:
                return stage if stage.end is None or day < stage.end else None
        return None


def day_of(metadata: Metadata) -> date | None:
    """Return the day that names a version with *metadata*, None where none is known."""
    return metadata.version or metadata.in_force
