"""The rows of one side of a change in the order in which that side reads.

The rows of a change follow the new text. Where a table gives each side as running text, as
the offices' 修订对照表 does, the old text must not follow the order of the new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.changes import Part, ProvisionRef, Segment

if TYPE_CHECKING:
    from gazette_diff.report.rows import Entry


class Paragraph(NamedTuple):
    """Words of one provision on one side, as they are printed on a line of their own.

    ``article`` is the article (or outline level) that begins with them, None elsewhere;
    ``label`` is the number printed before them, empty for a 款 and for words that go on.
    """

    article: ProvisionRef | None
    label: str
    segments: tuple[Segment, ...]


def is_run_in(heading: str) -> bool:
    """Tell whether the words after *heading* stand on its line: 总体要求。, 【目的】."""
    return heading.endswith(("。", "】"))


def paragraphs(entry: Entry, *, new: bool) -> tuple[Paragraph, ...]:
    """Return the text of one side of *entry*, a paragraph for each line of the printed text."""
    sides = [(row.new if new else row.old, row) for row in entry.rows]
    held = [(side, row) for side, row in sides if side is not None]
    begun: set[str] = set()
    made: list[Paragraph] = []
    before: tuple[int, str, str] | None = None
    for side, row in sorted(held, key=lambda one: one[0].ref.position):
        segments = row.new_segments if new else row.old_segments
        place = (side.ref.position, side.eid, side.ref.part)
        if place == before:  # one 款 that became two, or the other way round
            made[-1] = made[-1]._replace(segments=made[-1].segments + segments)
            continue
        headed = before is not None and before[2] == Part.HEADING
        before = place
        if headed and is_run_in(made[-1].segments[-1].text):  # 【立法目的】为了……
            made[-1] = made[-1]._replace(segments=made[-1].segments + segments)
            begun.add(side.eid)
            continue
        around = side.article
        opens = around is not None and around.eid not in begun
        heading = side.ref.part is Part.HEADING
        label = "" if heading or side.eid in begun else side.ref.label
        made.append(Paragraph(around if opens else None, label, segments))
        begun |= {side.eid, around.eid if around else ""}
    return tuple(made)
