"""Words as Markdown (CommonMark with the tables of GitHub), so that they are read as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Segment

# What Markdown, the mathematics of GitHub and Typora, or their marks (==, ^, ~) would take.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~$^=#]")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "\t": "&#9;", "\n": "<br>"}
_LAYOUT = re.compile("[\t\n]")
# Controls and halves of characters, which no file should hold, and marks of direction.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAGS = {"-": "del", "+": "ins"}


def escaped(text: str) -> str:
    """Return *text* for a cell of a table or a heading: one line that renders as *text*.

    A line break is ``<br>``. Control characters are shown as ``␛`` or ``�``; a direction
    mark is written out as a reference, so that it turns nothing around in the source.
    """
    text = _SPECIAL.sub(_special, _UNPRINTABLE.sub(_picture, text))
    text = _LAYOUT.sub(lambda found: _ENTITIES[found[0]], text)
    return _DIRECTION.sub(lambda found: f"&#{ord(found[0])};", text)


def marked(segments: Iterable[Segment]) -> str:
    """Return *segments* escaped: ``-`` in ``<del>``, ``+`` in ``<ins>``, ``=`` as it is.

    The elements, because ``~~`` and ``**`` mark nothing beside Chinese punctuation
    (CommonMark 0.31, 6.2: a run that is not flanking).
    """
    parts = []
    for op, text in segments:
        tag = _TAGS.get(op)
        parts.append(escaped(text) if tag is None else f"<{tag}>{escaped(text)}</{tag}>")
    return "".join(parts)


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return *rows* of cells, the first of which are headings, as the lines of a table."""
    head, *body = rows
    rule = tuple("---" for _ in head)
    return [f"| {' | '.join(row)} |" for row in (head, rule, *body)]


def _special(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"\\{found[0]}")


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
