"""What corresponds to what: the articles, outline levels and attachments of a regulation.

The rest of the package knows nothing of trees. It sees units, each a run of pieces: the
words of one 款, 项 or 目, or an article's heading, or a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gazette_diff.core.changes import Part, ProvisionRef
from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import CONTAINERS, Attachment, BlockKind, Level, Regulation


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one part of one provision.

    ``eid`` and ``label`` are the provision's; ``depth`` counts the provisions between it
    and its unit (0 for the unit's own heading, 1 for a 款, 2 for a 项).
    """

    eid: str
    label: str
    level: Level
    part: Part | BlockKind
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of correspondence: its name, the containers around it and its words.

    ``containers`` are the eIds of the containers around it, outermost first; ``pieces``
    stand in the order of the text and hold every word of the unit except its labels.
    """

    ref: ProvisionRef
    containers: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All words of the unit, a line for each piece."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Container:
    """A chapter or another level that gathers units: its name, and the words of its heading.

    ``level`` is None for an attachment.
    """

    eid: str
    label: str
    heading: str
    level: Level | None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The units of a regulation and the containers around them, in the order of the text."""

    units: tuple[Unit, ...]
    containers: tuple[Container, ...]


def skeleton_of(regulation: Regulation) -> Skeleton:
    """Return the units and containers of the body and then of the attachments.

    Articles are units; so is every outline level with words of its own (the levels inside
    it are units themselves). Paragraphs that stand in neither make up one unit with what is
    around them: the attachment, or the chapter.
    """
    found = _Collector()
    found.collect(place(regulation.body), None, ())
    for number, attachment in enumerate(regulation.attachments, 1):
        found.collect_attachment(attachment, f"att_{number}")
    return Skeleton(tuple(found.units), tuple(found.containers))


def is_unit(placed: Placed) -> bool:
    """Tell whether *placed* is a unit itself, not only something that gathers units.

    An outline level that holds nothing but other levels gathers them, as a chapter does.
    """
    provision = placed.provision
    if provision.level is not Level.OUTLINE:
        return provision.level is Level.ARTICLE
    if provision.text or provision.closing or provision.table or not provision.children:
        return True
    return any(not _is_outer(child) for child in placed.children)


def _is_outer(placed: Placed) -> bool:
    """Tell whether *placed* stands for itself rather than belonging to the unit around it."""
    level = placed.provision.level
    return level in CONTAINERS or level in {Level.ARTICLE, Level.OUTLINE}


class _Collector:
    """Walks through a body once and keeps what it finds."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.containers: list[Container] = []

    def collect_attachment(self, attachment: Attachment, eid: str) -> None:
        title = " ".join(filter(None, (attachment.label, attachment.heading)))
        self.containers.append(Container(eid, attachment.label, attachment.heading, None))
        first = len(self.units)
        self.collect(place(attachment.body, eid), ProvisionRef(eid, attachment.label), (eid,))
        for number in range(first, len(self.units)):
            unit = self.units[number]
            if unit.ref.eid != eid and title:
                ref = ProvisionRef(unit.ref.eid, unit.ref.label, (title, *unit.ref.path))
                self.units[number] = Unit(ref, unit.containers, unit.pieces)

    def collect(
        self, placed: tuple[Placed, ...], around: ProvisionRef | None, containers: tuple[str, ...]
    ) -> None:
        """Collect what is in *placed*; loose paragraphs become one unit named *around*.

        Without anything around them (in the body itself) each is a unit of its own.
        """
        loose = [one for one in placed if not _is_outer(one)]
        if around is not None:
            self._add(
                around, containers[:-1], (piece for one in loose for piece in _pieces(one, 1))
            )
        for one in placed:
            if not _is_outer(one):
                if around is None:
                    self._add(_ref(one), containers, _pieces(one, 1))
            elif is_unit(one):
                self._add(_ref(one), containers, _own_pieces(one), always=True)
                outer = tuple(child for child in one.children if _is_outer(child))
                self.collect(outer, None, (*containers, one.eid))
            else:
                self._container(one, containers)

    def _container(self, placed: Placed, containers: tuple[str, ...]) -> None:
        provision = placed.provision
        self.containers.append(
            Container(placed.eid, provision.label, provision.heading, provision.level)
        )
        # A container has no words but its heading; if it has some after all they are kept.
        self._add(_ref(placed), containers, _own_pieces(placed, heading=False))
        outer = tuple(child for child in placed.children if _is_outer(child))
        self.collect(outer, None, (*containers, placed.eid))

    def _add(
        self,
        ref: ProvisionRef,
        containers: tuple[str, ...],
        pieces: Iterable[Piece],
        *,
        always: bool = False,
    ) -> None:
        """Add a unit of *pieces*; one without any only if it is *always* to be there."""
        found = tuple(pieces)
        if found or always:
            self.units.append(Unit(ref, containers, found))


def _ref(placed: Placed) -> ProvisionRef:
    return ProvisionRef(placed.eid, placed.provision.label, placed.path)


def _own_pieces(placed: Placed, *, heading: bool = True) -> Iterator[Piece]:
    """Yield the pieces of a unit, without those of the units inside it."""
    for piece in _opening(placed, 0):
        if heading or piece.part is not Part.HEADING:
            yield piece
    for child in placed.children:
        if not _is_outer(child):
            yield from _pieces(child, 1)
    yield from _ending(placed, 0)


def _pieces(placed: Placed, depth: int) -> Iterator[Piece]:
    yield from _opening(placed, depth)
    for child in placed.children:
        yield from _pieces(child, depth + 1)
    yield from _ending(placed, depth)


def _opening(placed: Placed, depth: int) -> Iterator[Piece]:
    provision = placed.provision
    table = provision.table.text if provision.table else ""
    for part, text in (
        (Part.HEADING, provision.heading),
        (Part.TEXT, provision.text),
        (Part.TABLE, table),
    ):
        if text:
            yield Piece(placed.eid, provision.label, provision.level, part, depth, text)


def _ending(placed: Placed, depth: int) -> Iterator[Piece]:
    provision = placed.provision
    if provision.closing:
        yield Piece(
            placed.eid, provision.label, provision.level, Part.CLOSING, depth, provision.closing
        )
