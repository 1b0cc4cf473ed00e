"""The ledger: every non-space character of the source, where it went, and what was done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gazette_diff.core.documents import LedgerEntry
from gazette_diff.core.mendings import Furnishing
from gazette_diff.core.places import Placed, place, walk_places
from gazette_diff.core.source import Piece
from gazette_diff.core.tree import Block, Level, Provision, Regulation

_CONTROL = str(Furnishing.CONTROL_CHARACTER)


class Claim(NamedTuple):
    """A piece of the source and the place that claims it."""

    piece: Piece
    place: str
    part: str
    document: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DocumentClaims:
    """What the document *number* (from 1) of a source claims of it; iterating yields the claims.

    ``blocks`` are those outside the body, each with its place; ``notes`` tell by line
    number what was done to a line and why.
    """

    number: int
    regulation: Regulation
    blocks: Sequence[tuple[str, Block]]
    furniture: Sequence[tuple[Piece, Furnishing]]
    notes: Mapping[int, str]

    def __iter__(self) -> Iterator[Claim]:
        """Yield the claims, the furniture first."""
        for piece, kind in self.furniture:
            yield Claim(piece, "furniture", str(kind), self.number)
        for where, block in self.blocks:
            for piece in block.pieces:
                yield Claim(piece, where, str(block.kind), self.number)
        yield from self._of_provisions(place(self.regulation.body))
        for k, attachment in enumerate(self.regulation.attachments, 1):
            shell = Provision(
                level=Level.PART,
                label=attachment.label,
                heading=attachment.heading,
                span=attachment.span,
            )
            yield from self._of_provisions((Placed(f"att_{k}", shell, (), ()),))
            yield from self._of_provisions(place(attachment.body, f"att_{k}"))

    def _of_provisions(self, placed: tuple[Placed, ...]) -> Iterator[Claim]:
        for one in walk_places(placed):
            span = one.provision.span
            for part in ("label", "heading", "text", "closing"):
                words = "table" if part == "text" and one.provision.table is not None else part
                for piece in getattr(span, part):
                    note = self.notes.get(piece.line, "")
                    yield Claim(piece, one.eid, words, self.number, note)


def write_ledger(lines: Sequence[str], claims: Iterable[Claim]) -> list[LedgerEntry]:
    """Return the ledger of *lines*: the claims in order, and ``unplaced`` what none claims.

    A character that two claim goes to the first of them in the order of *claims*; this
    cannot lose one, and a property test holds that it does not happen.
    """
    by_line: dict[int, list[Claim]] = {}
    for claim in claims:
        by_line.setdefault(claim.piece.line, []).append(claim)
    ledger: list[LedgerEntry] = []
    for number, raw in enumerate(lines, 1):
        if not raw or raw.isspace():
            continue
        ledger += _line_entries(number, raw, by_line.get(number, []))
    return ledger


def _line_entries(number: int, raw: str, claims: list[Claim]) -> Iterator[LedgerEntry]:
    at = 0
    # Control characters inside a longer piece are claimed on their own, so shorter first.
    for claim in _cut_overlaps(claims):
        start, end = claim.piece.start, claim.piece.end
        yield from _unplaced(number, raw, at, start)
        trimmed = _trim(raw, start, end)
        if trimmed:
            a, b = trimmed
            yield LedgerEntry(
                number, a, b, claim.place, claim.part, raw[a:b], claim.document, claim.note
            )
        at = max(at, end)
    yield from _unplaced(number, raw, at, len(raw))


def _cut_overlaps(claims: list[Claim]) -> list[Claim]:
    """Cut one-character furniture out of the pieces around it; order by start."""
    single = {c.piece.start: c for c in claims if c.place == "furniture" and c.part == _CONTROL}
    result: list[Claim] = []
    for claim in claims:
        piece = claim.piece
        if claim.part == _CONTROL or not any(piece.start <= s < piece.end for s in single):
            result.append(claim)
            continue
        at = piece.start
        for s in sorted(s for s in single if piece.start <= s < piece.end):
            if s > at:
                result.append(claim._replace(piece=Piece(piece.line, at, s)))
            at = s + 1
        if at < piece.end:
            result.append(claim._replace(piece=Piece(piece.line, at, piece.end)))
    return sorted(result, key=lambda c: c.piece.start)


def _unplaced(number: int, raw: str, start: int, end: int) -> Iterator[LedgerEntry]:
    if trimmed := _trim(raw, start, end):
        a, b = trimmed
        yield LedgerEntry(number, a, b, "unplaced", "text", raw[a:b])


def _trim(raw: str, start: int, end: int) -> tuple[int, int] | None:
    """Take white space off the ends of raw[start:end]; None when nothing is left."""
    words = raw[start:end]
    bare = words.strip()
    if not bare:
        return None
    first = start + len(words) - len(words.lstrip())
    return first, first + len(bare)
