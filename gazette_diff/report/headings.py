"""Which row of the frame is the heading of which chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.places import headed
from gazette_diff.report.chapters import Chapter, attachment_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.report.rows import TableRow


def headings_of(frame: Sequence[TableRow]) -> dict[Chapter, TableRow]:
    """Return the headings among the rows of *frame*, by the chapter they stand over.

    A chapter is told by all headings around it: 第一章 一般规定 stands in several 编. A
    heading that is gone belongs to a deleted chapter, one of an attachment (附件1) to the
    articles in it that stand in no chapter.
    """
    found: dict[Chapter, TableRow] = {}
    for new in (False, True):
        names = {side: name for side, name, _ in _names(frame, new=new)}
        for eid, _, row in _names(frame, new=new):
            if new or row.new is None:
                found[_chapter(eid, names, deleted=not new)] = row
    return found


def _chapter(eid: str, names: dict[str, str], *, deleted: bool) -> Chapter:
    """Return the chapter whose heading stands at *eid*."""
    steps = eid.split("__")
    around = ["__".join(steps[:count]) for count in range(1, len(steps) + 1)]
    attachment = attachment_of(eid)
    path = tuple(names[step] for step in around if step in names and step != attachment)
    return Chapter(path, deleted, attachment)


def _names(frame: Sequence[TableRow], *, new: bool) -> Iterator[tuple[str, str, TableRow]]:
    """Yield the eId and the name, as paths print it, of the rows of one side."""
    for row in frame:
        side = row.new if new else row.old
        if side is not None:
            segments = row.new_segments if new else row.old_segments
            words = "".join(segment.text for segment in segments)
            yield side.eid, headed(side.ref.label or side.label.zh, words), row
