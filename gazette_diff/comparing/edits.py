"""The edits of one row as the rules for classes look at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.comparing.keys import plain

if TYPE_CHECKING:
    from gazette_diff.core.changes import Segment

#: Where a part of the words on one side begins and ends.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a row: the words that went and came, and those that stayed around them.

    ``old``, ``new``, ``before`` and ``after`` are without differences of layout; ``before``
    and ``after`` reach to the edits beside it. ``printed`` are the words that went and came
    as they stand in the texts; ``texts`` is what stands around the edit on either side, past
    the edits beside it: old before, old after, new before, new after.
    """

    old: str
    new: str
    before: str = ""
    after: str = ""
    printed: tuple[str, str] = ("", "")
    texts: tuple[str, str, str, str] = ("", "", "", "")

    @property
    def whole(self) -> tuple[str, str]:
        """Both sides as printed, without the marks of punctuation around them."""
        old, new = (side.strip(_MARKS) for side in self.printed)
        return old, new

    def as_printed(self, place: Range, *, new: bool) -> str:
        """Return what is printed where *place* of the plain words of one side stands."""
        raw = self.printed[1 if new else 0]
        if plain(raw) == raw:
            return raw[slice(*place)]
        seen = [at for at, character in enumerate(raw) if plain(character)]
        return raw[seen[place[0]] : seen[place[1] - 1] + 1] if place[0] < place[1] else ""


# How many characters around an edit are looked at; an article may be a megabyte long.
_AROUND = 300
_MARKS = "，。；：、,.;: \u3000\n"


def edits_of(segments: Sequence[Segment]) -> Iterator[Edit]:
    """Yield the edits of a row; one without words stands for a row that differs in layout."""
    words = [(segment.op, plain(segment.text), segment.text) for segment in segments]
    sides = tuple("".join(w for op, w, _ in words if op != skipped) for skipped in "+-")
    if all(op == "=" or not text for op, text, _ in words):
        raw = ["".join(text for op, _, text in words if op == mark) for mark in "-+"]
        if any(raw):
            yield Edit("", "", sides[0], "", (raw[0], raw[1]))
        return
    places = [0, 0]
    before = ""
    for at, (op, text, _) in enumerate(words):
        if op == "=":
            places = [place + len(text) for place in places]
            before = text
            continue
        if at and words[at - 1][0] != "=":
            continue
        run = [word for word in words[at : at + 2] if word[0] != "="]
        after = words[at + len(run)][1] if at + len(run) < len(words) else ""
        old, new = ("".join(text for op, text, _ in run if op == mark) for mark in "-+")
        raw = ["".join(text for op, _, text in run if op == mark) for mark in "-+"]
        ends = places[0] + len(old), places[1] + len(new)
        if old or new:
            cut = [
                (s[max(0, p - _AROUND) : p], s[end : end + _AROUND])
                for s, p, end in zip(sides, places, ends, strict=True)
            ]
            yield Edit(old, new, before, after, (raw[0], raw[1]), (*cut[0], *cut[1]))
        places = [*ends]
        before = ""
