"""The history of a regulation: what each version changed, and what became of each article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gazette_diff.core.changes import Change, ChangeSet, ProvisionRef
from gazette_diff.core.versions import Line, Stage


@dataclass(frozen=True)
class Revision:
    """A version, and what it changed in the one before it whose text is at hand.

    ``previous`` and ``changes`` are None for the first text, and for a version whose text
    is not held. ``missing`` are the versions between the two, or before the first, whose
    texts are not held: some of the changes, or of the words, are theirs.
    """

    stage: Stage
    previous: Stage | None = None
    changes: ChangeSet | None = None
    missing: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class History:
    """The line of a regulation with a revision for each of its stages, the earliest first."""

    line: Line
    revisions: tuple[Revision, ...]

    @property
    def held(self) -> tuple[Revision, ...]:
        """The revisions whose text is at hand."""
        return tuple(r for r in self.revisions if r.stage.version.is_held)


@dataclass(frozen=True)
class Moment:
    """What an article was in one version, and what the version did to it.

    ``articles`` are those that correspond to it there: none where it was not yet or no
    more, several after a split or before a merge. ``changes`` are None in the first text.
    """

    revision: Revision
    articles: tuple[ProvisionRef, ...]
    changes: tuple[Change, ...] | None = None


class Words(NamedTuple):
    """The words of one provision, and the version that gave it them.

    ``doubtful`` tells that before ``since`` lies a version whose text is not held: it may
    have written them.
    """

    eid: str
    label: str
    text: str
    since: Stage
    doubtful: bool = False


@dataclass(frozen=True)
class Blamed:
    """An article, the last version that changed anything in it, and the words in it."""

    article: ProvisionRef
    since: Stage
    doubtful: bool
    words: tuple[Words, ...]
