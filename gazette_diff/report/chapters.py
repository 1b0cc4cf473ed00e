"""Which chapter of the new text each change belongs to; deleted articles stand at their place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.changes import Change, ProvisionRef

_CHAPTER = re.compile(r"第\s*\S+?\s*章(?:$|\s)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that groups changes.

    ``path`` are the chapter and what is around it as printed, empty without chapters;
    ``deleted`` says that nothing in the new text answers to it, so that the path is that
    of the old one; ``attachment`` (``att_1``) is set within an attachment.
    """

    path: tuple[str, ...]
    deleted: bool = False
    attachment: str = ""


def chapters_of(changes: Sequence[Change]) -> dict[Chapter, list[int]]:
    """Return the chapters in their order, each with the positions in *changes* of its own.

    A deleted article stays with the neighbours it stands among, unless its chapter lives
    on as the chapter of the articles that follow; a chapter of which nothing lives on is
    a group of its own. So are those that stood in no chapter, where the new text has chapters.
    """
    homes = _homes(changes)
    groups: dict[Chapter, list[int]] = {}
    current: Chapter | None = None
    for position, change in enumerate(changes):
        if change.new:
            current = chapter_of(change.new[0])
            chapter = current
        else:
            chapter = _chapter_of_deleted(changes, position, current, homes)
        groups.setdefault(chapter, []).append(position)
    return groups


def chapter_of(ref: ProvisionRef, *, deleted: bool = False) -> Chapter:
    """Return the chapter in which *ref* stands: its path as far as the 章.

    Without chapters the outermost container counts (编, or the first outline level).
    """
    end = next((n for n, part in enumerate(ref.path, 1) if _CHAPTER.match(part)), 1)
    return Chapter(ref.path[:end], deleted, attachment_of(ref.eid))


def attachment_of(eid: str) -> str:
    """Return the eId of the attachment that *eid* names or stands in, empty for the body."""
    first = eid.partition("__")[0]
    return first if first.startswith("att_") else ""


def _homes(changes: Sequence[Change]) -> dict[Chapter, Chapter]:
    """Return for each old chapter the new one in which most of its articles stand now."""
    votes: dict[Chapter, Counter[Chapter]] = {}
    for change in changes:
        old = {ref.eid: chapter_of(ref) for ref in change.old}
        new = {ref.eid: chapter_of(ref) for ref in change.new}
        for link in change.links:
            if link.old in old and link.new in new:
                votes.setdefault(old[link.old], Counter())[new[link.new]] += 1
    return {chapter: counter.most_common(1)[0][0] for chapter, counter in votes.items()}


def _chapter_of_deleted(
    changes: Sequence[Change],
    position: int,
    current: Chapter | None,
    homes: dict[Chapter, Chapter],
) -> Chapter:
    """Return the chapter in which the deleted article at *position* is shown."""
    ref = changes[position].old[0]
    home = homes.get(chapter_of(ref))
    if home is None and ref.path:
        return chapter_of(ref, deleted=True)
    following = next((c.new[0] for c in changes[position:] if c.new), None)
    after = chapter_of(following) if following is not None else None
    here = after if after is not None and (current is None or home == after) else current
    if here is None or (here.path and not ref.path):
        # What stood in no chapter left none, though its neighbours have one now.
        return home if home is not None and not home.path else chapter_of(ref, deleted=True)
    return here
