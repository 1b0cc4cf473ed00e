"""The rows for the words outside the units: title, preamble, headings of chapters, signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from gazette_diff.comparing.inline import segments
from gazette_diff.comparing.keys import plain
from gazette_diff.comparing.rows import rows_of, sole_row
from gazette_diff.comparing.units import Piece
from gazette_diff.core.changes import Part, Relation, Row, RowRef
from gazette_diff.core.printing import CONCLUSION, PREFACE
from gazette_diff.core.tree import Block, BlockKind, Level, Regulation

if TYPE_CHECKING:
    from gazette_diff.comparing.units import Container

# A table of contents repeats the headings, and the issue of the gazette is no word of the text.
_NO_WORDS = frozenset({BlockKind.CONTENTS, BlockKind.GAZETTE})


def frame_rows(
    old: Regulation,
    new: Regulation,
    containers: tuple[Sequence[Container], Sequence[Container]],
    pairs: Mapping[str, str],
) -> tuple[Row, ...]:
    """Return the rows of the frame: what stands before the body, headings, what follows it.

    *pairs* names the old containers that live on, and under which eId.
    """
    return (
        *_block_rows(_before(old), _before(new), PREFACE),
        *_heading_rows(*containers, pairs),
        *_block_rows(old.conclusion, new.conclusion, CONCLUSION),
    )


def _before(regulation: Regulation) -> Sequence[Block]:
    # The notice that is itself the regulation (……的意见) has one title, not two.
    titles = {BlockKind.TITLE: "", BlockKind.NOTICE_TITLE: plain(regulation.metadata.title)}
    if any(titles.get(b.kind) in {"", plain(b.text)} for b in regulation.preface):
        return regulation.preface
    return (Block(BlockKind.TITLE, regulation.metadata.title), *regulation.preface)


def _block_rows(old: Sequence[Block], new: Sequence[Block], eid: str) -> Iterator[Row]:
    """Yield the rows of the blocks, a kind after the other: a title never becomes a date."""
    kinds = dict.fromkeys(block.kind for block in (*new, *old))
    for kind in kinds:
        if kind in _NO_WORDS:
            continue
        before, after = _pieces(old, kind, eid), _pieces(new, kind, eid)
        if len(before) == len(after) == 1:
            # One title took the place of the other, whatever they have in common.
            yield sole_row(before[0], after[0])
        else:
            yield from rows_of(before, after)


def _pieces(blocks: Sequence[Block], kind: BlockKind, eid: str) -> tuple[Piece, ...]:
    return tuple(
        Piece(eid, "", Level.PARAGRAPH, block.kind, 1, block.text)
        for block in blocks
        if block.text and block.kind is kind
    )


def _heading_rows(
    old: Sequence[Container], new: Sequence[Container], pairs: Mapping[str, str]
) -> Iterator[Row]:
    """Yield a row for each heading, in the order of the new text, those gone in their place."""
    known = {container.eid: container for container in old}
    source = {after: known[before] for before, after in pairs.items() if before in known}
    gone: dict[str, list[Container]] = {}
    last = ""
    for container in old:
        if container.eid in pairs:
            last = pairs[container.eid]
        else:
            gone.setdefault(last, []).append(container)
    yield from (_heading_row(container, None) for container in gone.get("", ()))
    for container in new:
        yield _heading_row(source.get(container.eid), container)
        yield from (_heading_row(one, None) for one in gone.get(container.eid, ()))


def _heading_row(old: Container | None, new: Container | None) -> Row:
    before, after = old.heading if old else "", new.heading if new else ""
    if old is None:
        relation = Relation.ADDED
    elif new is None:
        relation = Relation.DELETED
    else:
        relation = Relation.UNCHANGED if before == after else Relation.AMENDED
    return Row(relation, _ref(old), _ref(new), segments(before, after))


def _ref(container: Container | None) -> RowRef | None:
    return RowRef(container.eid, container.label, Part.HEADING) if container else None
