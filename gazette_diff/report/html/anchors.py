"""The ids of a page: the eIds of the new text, ``old-`` before those of the old one."""

from __future__ import annotations

import re

# White space and control characters cannot stand in an id, nor in a link to it.
_UNFIT = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def old_anchor(eid: str) -> str:
    """Return the anchor of the provision *eid* of the old text: old-art_12."""
    return f"old-{new_anchor(eid)}"


def new_anchor(eid: str) -> str:
    """Return the anchor of the provision *eid* of the new text: art_44__para_1."""
    return _UNFIT.sub("_", eid)


class Anchors:
    """Gives every anchor out once: the first that asks for a name gets it, others get none."""

    def __init__(self) -> None:
        """Start with no anchor given."""
        self._given: set[str] = set()

    def take(self, anchor: str) -> str:
        """Return *anchor* if it is still free, else nothing."""
        if not anchor or anchor in self._given:
            return ""
        self._given.add(anchor)
        return anchor

    def __contains__(self, anchor: object) -> bool:
        """Tell whether *anchor* was given out, so that a link to it leads somewhere."""
        return anchor in self._given
