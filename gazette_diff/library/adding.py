"""What adding regulations to a library would do, decided before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from gazette_diff.core.tree import Holding, Regulation
from gazette_diff.core.versions import Version, day_of
from gazette_diff.library.lineage import same_work
from gazette_diff.library.names import plain
from gazette_diff.library.paths import file_name, folder_name
from gazette_diff.library.shelf import Shelf
from gazette_diff.library.titles import same_title

if TYPE_CHECKING:
    from gazette_diff.core.tree import Metadata

# The name of a file may tell its version: 2023-04-16.md, 某条例(2020-09-25).md.
_DAY_IN_NAME = re.compile(r"(?:^|[^0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})[）)]?\Z")


class Action(StrEnum):
    """What is done with a regulation that is to be added."""

    NEW = "new"  # the first version of its title
    VERSION = "version"  # another version of one that is there
    TEXT = "text"  # the text of a version that was only known of
    SAME = "same"  # it is there already
    SAME_ARTICLES = "same-articles"  # so are its articles, with other words around them
    REPLACE = "replace"  # the file there has another text, and is to give way
    RESTORE = "restore"  # it was removed, and is to come back
    CONFLICT = "conflict"  # the file there has another text
    REMOVED = "removed"  # it was removed on purpose
    UNDATED = "undated"  # no day is known that could name it


#: What changes the library.
WRITING = frozenset({Action.NEW, Action.VERSION, Action.TEXT, Action.REPLACE, Action.RESTORE})
#: What needs a decision of the user first.
REFUSED = frozenset({Action.CONFLICT, Action.REMOVED, Action.UNDATED})


@dataclass(frozen=True)
class Addition:
    """One regulation of a source and what adding it does.

    ``version`` is the version it becomes, None if it has no day. ``amends`` and
    ``repeals`` are the versions in the library that it amends, or repeals by its words;
    ``day_from_name`` tells that the name of its file gave the day.
    """

    source: str
    regulation: Regulation
    action: Action
    version: Version | None = None
    amends: Version | None = None
    repeals: tuple[Version, ...] = ()
    day_from_name: bool = False


@dataclass
class Plan:
    """What adding does, in the order of the sources; later ones know of earlier ones."""

    shelf: Shelf
    overwrite: bool = False
    restore: bool = False
    additions: list[Addition] = field(default_factory=list)
    written: bool = False
    _new: dict[str, Addition] = field(default_factory=dict)

    def add(self, regulation: Regulation, source: str, day: date | None = None) -> Addition:
        """Decide on *regulation*, which stands in the file *source*.

        *day* names its version whatever the text says; without it the text tells, or the
        name of the file, where that is of a later day than any in the text.
        """
        dated, from_name = _dated(regulation, source, day)
        named = day_of(dated.metadata)
        if named is None:
            addition = Addition(source, regulation, Action.UNDATED)
        else:
            dated = self._issued(dated)
            metadata = replace(dated.metadata, gazette=None)
            version = Version(metadata, named, self._path(metadata, named))
            addition = self._decide(dated, source, version, from_name=from_name)
        self.additions.append(addition)
        if addition.version is not None and addition.action in WRITING:
            self._new[addition.version.path] = addition
        return addition

    @property
    def writes(self) -> bool:
        """Whether anything in the library would change."""
        return bool(self._new)

    @property
    def files(self) -> dict[str, Regulation]:
        """The regulations to be written, by their paths in the library."""
        return {path: addition.regulation for path, addition in self._new.items()}

    def versions(self) -> tuple[Version, ...]:
        """Return all versions as they would be."""
        kept = [v for v in self.shelf.versions if v.path not in self._new]
        return (*kept, *(a.version for a in self._new.values() if a.version is not None))

    def _issued(self, regulation: Regulation) -> Regulation:
        """Return *regulation*; one without text gets the issuer that its other versions name."""
        metadata = regulation.metadata
        if metadata.holding is Holding.HELD or metadata.issuer:
            return regulation
        own = (v for v in self.versions() if plain(v.title) == plain(metadata.title))
        last = max(own, key=lambda v: v.day, default=None)
        issuer = last.metadata.issuer if last else ()
        return replace(regulation, metadata=replace(metadata, issuer=issuer))

    def _path(self, metadata: Metadata, day: date) -> str:
        """Return where the version goes: to the folder of its title, if there is one."""
        wanted = plain(metadata.title)
        folders = (v.folder for v in self.versions() if plain(v.title) == wanted)
        return f"{next(folders, folder_name(metadata.title))}/{file_name(day)}"

    def _decide(
        self, regulation: Regulation, source: str, version: Version, *, from_name: bool
    ) -> Addition:
        others = self.versions()
        earlier = [v for v in others if same_title(v, version) and v.day < version.day]
        last = max(earlier, key=lambda v: v.day, default=None)
        return Addition(
            source=source,
            regulation=regulation,
            action=self._action(regulation, version, others),
            version=version,
            amends=last if last is not None and same_work(last, version) else None,
            repeals=tuple(_repealed(version, last, others)),
            day_from_name=from_name,
        )

    def _action(
        self, regulation: Regulation, version: Version, others: Sequence[Version]
    ) -> Action:
        there = next((v for v in others if v.path == version.path), None)
        if there is None:
            known = any(plain(v.title) == plain(version.title) for v in others)
            return Action.VERSION if known else Action.NEW
        if not version.is_held:
            # What is known of a version may grow; a text that is held gives way to nothing.
            grows = there.metadata.holding is Holding.NOT_HELD
            return Action.REPLACE if grows and there.metadata != version.metadata else Action.SAME
        if there.metadata.holding is Holding.REMOVED:
            return Action.RESTORE if self.restore else Action.REMOVED
        if there.metadata.holding is Holding.NOT_HELD:
            return Action.TEXT
        text = self._text_at(version.path)
        if text == regulation:
            return Action.SAME
        if text is not None and not self.overwrite and _same_articles(text, regulation):
            return Action.SAME_ARTICLES
        return Action.REPLACE if self.overwrite else Action.CONFLICT

    def _text_at(self, path: str) -> Regulation | None:
        """Return the regulation that stands, or will stand, at *path*; None if it is broken."""
        from gazette_diff.core.errors import InvalidMarkupError

        if path in self._new:
            return self._new[path].regulation
        try:
            return self.shelf.load(next(v for v in self.shelf.versions if v.path == path))
        except InvalidMarkupError:
            return None


def _same_articles(one: Regulation, other: Regulation) -> bool:
    return (one.body, one.attachments) == (other.body, other.attachments)


def _dated(regulation: Regulation, source: str, day: date | None) -> tuple[Regulation, bool]:
    """Return *regulation* with the *day* given for it, or the one in the name of its file.

    The name counts where the text knows no day so late: official collections call a text
    by the day of its last amendment also where its head still tells of the first version.
    """
    metadata = regulation.metadata
    told = metadata.version
    from_name = day is None
    if day is None and (found := _DAY_IN_NAME.search(source.rpartition("/")[2].rpartition(".")[0])):
        day = _as_day(found[1])
    if day is None or (told is not None and (day == told or (from_name and day < told))):
        return regulation, False
    if metadata.published is None:
        metadata = replace(metadata, published=day)
    else:
        metadata = replace(metadata, amended=(*metadata.amended, day))
    return replace(regulation, metadata=metadata), from_name


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _repealed(
    version: Version, last: Version | None, others: Iterable[Version]
) -> Iterable[Version]:
    """Yield the versions that *version* says it repeals, or takes the place of as a new Work."""
    named = version.metadata.replaces
    if last is not None and last.is_held and not same_work(last, version):
        yield last
    latest: dict[str, Version] = {}
    for other in others:
        if not same_title(other, version) and any(same_title(r, other) for r in named):
            before = latest.get(plain(other.title))
            if before is None or before.day < other.day:
                latest[plain(other.title)] = other
    yield from latest.values()
