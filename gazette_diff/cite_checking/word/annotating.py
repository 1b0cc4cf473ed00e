"""Writing comments into a Word file, and nothing else.

Parts that the comments do not touch are copied byte for byte. In the text, runs are parted
where a comment begins or ends inside one; both halves keep its properties.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.cite_checking.word.cutting import Cutter, top
from gazette_diff.cite_checking.word.parts import Parts
from gazette_diff.cite_checking.word.places import Places
from gazette_diff.core.language import Bilingual
from gazette_diff.reading.word.markup import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from gazette_diff.cite_checking.values import CheckedText, Finding, Span
    from gazette_diff.cite_checking.word.places import Spot
    from gazette_diff.core.language import Language

AUTHOR, INITIALS = "gazette-diff", "GD"
_UNPLACED = Bilingual("（本处引用无法在原位标出）{text}：", "(no place found for “{text}”) ")


def annotated(
    data: bytes,
    name: str,
    lines: Sequence[str],
    checked: CheckedText,
    day: date,
    language: Language,
) -> bytes:
    """Return the Word file *data*, called *name*, with the findings of *checked* as comments.

    *lines* are those that were read of it. Several findings of one place are one comment.
    What has no place in the text (a footnote, a head) is a comment at its beginning. The
    comments are of *day*.

    Raises:
        UnreadableError: the file is no sound Word file.
    """
    parts = Parts(data, name)
    cutter = Cutter()
    places = Places(lines, parts.body)
    together: dict[Span, list[Finding]] = {}
    for finding in checked.findings:
        together.setdefault(finding.span, []).append(finding)
    for span, findings in together.items():
        told = [f"{f.diagnostic.code.id} {f.diagnostic.message(language)}" for f in findings]
        around = places.of(span)
        if around is None:
            text = checked.citations[findings[0].citation].text
            told[0] = _UNPLACED.fill(text=text).in_(language) + told[0]
        number = parts.comment(told, AUTHOR, INITIALS, day)
        _mark(parts, cutter, number, around)
    return parts.saved()


def _mark(parts: Parts, cutter: Cutter, number: int, around: tuple[Spot, Spot] | None) -> None:
    """Put the marks of the comment *number* before and behind the characters *around*."""
    start = parts.element("commentRangeStart", number)
    end = parts.element("commentRangeEnd", number)
    reference = parts.reference(number)
    if around is None:
        _at_the_beginning(parts.body, start, end, reference)
        return
    first, last = around
    cutter.starting(first).addprevious(start)
    cutter.ending(last).addnext(end)
    top(end).addnext(reference)


def _at_the_beginning(body: _Element, *marks: _Element) -> None:
    paragraph = next((p for p in body.iter() if tag(p) == "w:p"), None)
    if paragraph is None:
        return
    properties = next((c for c in paragraph if tag(c) == "w:pPr"), None)
    for index, mark in enumerate(marks, 0 if properties is None else 1):
        paragraph.insert(index, mark)
