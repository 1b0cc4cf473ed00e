"""Lines of a report before they are painted: words with the role they play."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.report.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Role(Enum):
    """What words are, for :mod:`.paint` to give them a colour."""

    PLAIN = auto()
    QUIET = auto()  # unchanged words, explanations
    STRONG = auto()  # titles and labels
    CHAPTER = auto()
    ADDED = auto()
    DELETED = auto()
    AMENDED = auto()
    REGROUPED = auto()  # split, merged, regrouped
    MOVED = auto()
    DOUBT = auto()


class Span(NamedTuple):
    """Words of one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Span, ...]
EMPTY: Line = ()

#: The sign of each kind in the margin, the same with and without colour.
SIGNS: dict[Kind, str] = {
    Kind.UNCHANGED: "=",
    Kind.AMENDED: "~",
    Kind.ADDED: "+",
    Kind.DELETED: "-",
    Kind.SPLIT: "<",
    Kind.MERGED: ">",
    Kind.REGROUPED: "x",
}
ROLES: dict[Kind, Role] = {
    Kind.UNCHANGED: Role.QUIET,
    Kind.AMENDED: Role.AMENDED,
    Kind.ADDED: Role.ADDED,
    Kind.DELETED: Role.DELETED,
    Kind.SPLIT: Role.REGROUPED,
    Kind.MERGED: Role.REGROUPED,
    Kind.REGROUPED: Role.REGROUPED,
}

# What could move the cursor, change colours, hide or reorder words: controls (C0, C1, DEL),
# directions of writing, characters without width, separators of lines, halves of characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNSAFE_IN_LINE = re.compile(_UNSAFE.pattern.replace("\x0b", "\n\x0b"))


def visible(text: str) -> str:
    """Return *text* with every control character written out (``<U+001B>``).

    Line breaks stay; a tab, which parts the cells of a table, becomes a bar.
    """
    return _UNSAFE.sub(_written_out, text.replace("\t", " | "))


def visible_line(text: str) -> str:
    """Return *text* as :func:`visible` does, on one line."""
    return " ".join(visible(text).split("\n"))


def guarded(text: str) -> str:
    """Return *text* with nothing in it that a terminal could obey: the last guard.

    A tab stays: it parts the columns of lists, and :func:`visible` leaves none in words.
    """
    return _UNSAFE_IN_LINE.sub(_written_out, text)


def plain(lines: Iterable[Line]) -> Iterator[str]:
    """Yield *lines* as text without colours, each with its line end."""
    for line in lines:
        yield "".join(guarded(span.text) for span in line) + "\n"


def _written_out(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"
