"""The whole comparison: from two regulations to their change set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gazette_diff.comparing.alignment import Alignment, Match, align
from gazette_diff.comparing.classes import Classified, classified, with_common_names
from gazette_diff.comparing.containers import (
    Counterparts,
    counterparts,
    is_relocated,
)
from gazette_diff.comparing.editorial import layout_only, with_editorial
from gazette_diff.comparing.fixed import Fixed, fixed_by
from gazette_diff.comparing.frame import frame_rows
from gazette_diff.comparing.groups import Group, groups_of
from gazette_diff.comparing.inline import counts
from gazette_diff.comparing.keys import plain
from gazette_diff.comparing.pairing import NOTHING_APART, Apart
from gazette_diff.comparing.relations import is_renumbered, relation_of
from gazette_diff.comparing.rows import rows_of
from gazette_diff.comparing.units import Piece, Unit, skeleton_of
from gazette_diff.core.changes import (
    DOUBT,
    Change,
    ChangeSet,
    ComparedVersion,
    Link,
    Relation,
    Row,
)
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.pins import NO_PINS, Pins
from gazette_diff.core.printing import CONCLUSION, PREFACE

if TYPE_CHECKING:
    from gazette_diff.core.tree import Level, Regulation


def compare(
    old: Regulation,
    new: Regulation,
    *,
    min_similarity: float | None = None,
    pins: Pins = NO_PINS,
) -> ChangeSet:
    """Compare two versions of a regulation, or two related regulations.

    Articles (in an outline its levels, in an attachment without either the whole of it)
    correspond by their words, never by their numbers; the words of those that correspond
    are compared 款 by 款 and 项 by 项.

    Args:
        old: the earlier version.
        new: the later version.
        min_similarity: pairs of articles less alike than this (0–1, see
            :attr:`~gazette_diff.core.changes.Link.similarity`) are told as deleted and added.
            By default the confidence in a pair alone decides.
        pins: what a person settled; it holds whatever the words say, and the rest is found
            around it.

    Returns:
        The changes in the order of the new text. Links of little confidence, headings that
        changed and texts that have next to nothing in common are told as diagnostics.

    Raises:
        ValueError: a pin names no article of its version, or two contradict each other.
    """
    skeletons = skeleton_of(old), skeleton_of(new)
    units = skeletons[0].units, skeletons[1].units
    fixed = fixed_by(pins, *units)
    alignment = align(
        [unit.text for unit in units[0]],
        [unit.text for unit in units[1]],
        min_similarity=min_similarity,
        surely_kin=_same_title(old, new),
        fixed=fixed,
    )
    containers = skeletons[0].containers, skeletons[1].containers
    links = [(units[0][match.old], units[1][match.new]) for match in alignment.matches]
    found = counterparts(*containers, links)
    levels = {c.eid: c.level for side in containers for c in side if c.level}
    groups = groups_of(alignment.matches, len(units[0]), len(units[1]))
    often = counts(unit.text for side in units for unit in side)
    changes = with_common_names(
        [_with_pins(_change(group, units, found, levels, often), group, fixed) for group in groups]
    )
    changes = with_editorial(changes, found.pairs())
    frame = layout_only(frame_rows(old, new, containers, found.pairs()))
    return ChangeSet(
        old=_version(old, units[0]),
        new=_version(new, units[1]),
        changes=changes,
        frame=frame,
        pins=pins,
        diagnostics=tuple(_diagnostics(alignment, changes, frame)),
    )


# The most confidence in a link that no row shows: a reader could not see why it is said.
_UNSEEN = 0.65
# Texts that share less are hardly versions of each other, or one was written anew.
_LITTLE = 0.15
# 某某条例（草案）, （修订草案）（征求意见稿）, （试行）, as plain texts write brackets.
_DRAFT = re.compile(r"(?:\([^()]*\))+$")
# Changes without words that changed: there is nothing to classify.
_UNCOMPARED = frozenset({Relation.UNCHANGED, Relation.ADDED, Relation.DELETED})

Units = tuple[tuple[Unit, ...], tuple[Unit, ...]]


def _same_title(old: Regulation, new: Regulation) -> bool:
    """Tell whether both are versions of one regulation by their titles.

    A draft says so behind its title, and a law may be called with or without the state's name.
    """
    titles = [_DRAFT.sub("", plain(side.metadata.title)) for side in (old, new)]
    titles = [title.removeprefix("中华人民共和国") for title in titles]
    return titles[0] != "" and titles[0] == titles[1]


def _version(regulation: Regulation, units: Sequence[Unit]) -> ComparedVersion:
    """Return what is said of one side; an outline has no articles, so its levels are counted."""
    day = regulation.metadata.version
    count = len(regulation.articles) or len(units)
    return ComparedVersion(regulation.metadata, day.isoformat() if day else "", count)


def _change(
    group: Group,
    units: Units,
    found: Counterparts,
    levels: Mapping[str, Level],
    often: Mapping[str, int],
) -> Change:
    old = [units[0][i] for i in group.old]
    new = [units[1][j] for j in group.new]
    relation = relation_of(old, new)
    rows = rows_of(_pieces(old), _pieces(new), _apart(group, units), often)
    moved = any(
        is_relocated(units[0][m.old], units[1][m.new], found, levels) for m in group.matches
    )
    found_words = Classified((), ()) if relation in _UNCOMPARED else classified(rows)
    return Change(
        relation=relation,
        old=tuple(unit.ref for unit in old),
        new=tuple(unit.ref for unit in new),
        renumbered=is_renumbered(old, new),
        relocated=moved,
        classes=found_words.classes,
        values=found_words.values,
        links=tuple(_seen(_link(match, units), match, units, rows) for match in group.matches),
        rows=rows,
    )


def _with_pins(change: Change, group: Group, fixed: Fixed) -> Change:
    """Return *change*, marked where a person fixed what became of its units."""
    alone = not fixed.alone[0].isdisjoint(group.old) or not fixed.alone[1].isdisjoint(group.new)
    by_hand = alone or any(link.pinned for link in change.links)
    return replace(change, pinned=True) if by_hand else change


def _apart(group: Group, units: Units) -> Apart:
    """Return which units the pieces in *group* belong to, and which units a match links."""
    linked = frozenset((match.old, match.new) for match in group.matches)
    if len(linked) <= 1:
        return NOTHING_APART
    old, new = (
        tuple(number for number in side for _ in known[number].pieces)
        for side, known in ((group.old, units[0]), (group.new, units[1]))
    )
    return Apart((old, new), linked)


def _pieces(units: Iterable[Unit]) -> tuple[Piece, ...]:
    return tuple(piece for unit in units for piece in unit.pieces)


def _link(match: Match, units: Units) -> Link:
    return Link(
        old=units[0][match.old].ref.eid,
        new=units[1][match.new].ref.eid,
        similarity=round(match.similarity, 3),
        confidence=round(match.confidence, 3),
        evidence=match.evidence,
    )


def _seen(link: Link, match: Match, units: Units, rows: Sequence[Row]) -> Link:
    """Return *link*, as a doubtful one if no row shows words of both its units."""
    old = {piece.eid for piece in units[0][match.old].pieces}
    new = {piece.eid for piece in units[1][match.new].pieces}
    if link.pinned or link.confidence <= _UNSEEN or not (old and new):
        return link
    if any(row.old and row.new and row.old.eid in old and row.new.eid in new for row in rows):
        return link
    return replace(link, confidence=_UNSEEN, evidence=("unseen", *link.evidence))


def _diagnostics(
    alignment: Alignment, changes: Sequence[Change], frame: Sequence[Row]
) -> Iterator[Diagnostic]:
    changed = any(change.relation is not Relation.UNCHANGED for change in changes)
    little = alignment.common < _LITTLE and changed
    if changes and not (alignment.kin and (alignment.matches or not little)):
        yield Diagnostic.of(Code.NOTHING_IN_COMMON)
    elif little:
        percent = round(100 * alignment.common)
        yield Diagnostic.of(Code.LITTLE_IN_COMMON, percent=percent)
    labels = {
        (side, ref.eid): ref.label or ref.eid
        for change in changes
        for side, refs in (("old", change.old), ("new", change.new))
        for ref in refs
    }
    for change in changes:
        for link in change.links:
            if link.confidence < DOUBT:
                yield Diagnostic.of(
                    Code.LINK_DOUBTFUL,
                    place=link.new,
                    old=labels["old", link.old],
                    new=labels["new", link.new],
                    confidence=f"{link.confidence:.2f}",
                )
    for row in frame:
        heading = row.new is not None and row.new.eid not in {PREFACE, CONCLUSION}
        if heading and row.old and row.new and row.relation is Relation.AMENDED:
            yield Diagnostic.of(
                Code.HEADING_CHANGED, place=row.new.eid, old=row.old_text, new=row.new_text
            )
