"""Segments and rows in the marks of a word diff, to be read: 应当在[-三日-]{+五日+}内."""

from __future__ import annotations

from collections.abc import Iterable

from gazette_diff.core.changes import ChangeSet, Row, Segment

_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def marked(segments: Iterable[Segment]) -> str:
    """Return *segments* as one text with marks."""
    return "".join(_MARKS[segment.op].format(segment.text) for segment in segments)


def told(rows: Iterable[Row]) -> list[tuple[str, str, str]]:
    """Return for each row the old place, the new place and the marked words."""
    return [
        (row.old.eid if row.old else "", row.new.eid if row.new else "", marked(row.segments))
        for row in rows
    ]


def relations(changes: ChangeSet) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return for each change what happened and the labels of the old and new articles."""
    return [
        (
            str(change.relation),
            tuple(ref.label or ref.eid for ref in change.old),
            tuple(ref.label or ref.eid for ref in change.new),
        )
        for change in changes.changes
    ]
