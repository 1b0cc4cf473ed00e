"""What a person says of the correspondence: links that hold, and links that do not."""

from __future__ import annotations

from dataclasses import dataclass

#: What the evidence of a link that a person fixed begins with.
PINNED = "pinned"

Names = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pins:
    """Corrections to a correspondence, in eIds of the old and the new version.

    A provision that ``links`` name has the links pinned and no others; the pairs in
    ``apart`` are not linked; ``deleted`` old and ``added`` new provisions have no links.
    """

    links: frozenset[Names] = frozenset()
    apart: frozenset[Names] = frozenset()
    deleted: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is said at all."""
        return bool(self.links or self.apart or self.deleted or self.added)

    def turned(self) -> Pins:
        """Return the same for the versions exchanged."""
        return Pins(
            frozenset((new, old) for old, new in self.links),
            frozenset((new, old) for old, new in self.apart),
            self.added,
            self.deleted,
        )


NO_PINS = Pins()
