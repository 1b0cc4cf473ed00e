"""Spaces inside a sentence that the source has and the tree, which is clean of layout, has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gazette_diff.checking.passages import Passage, Spot, Subject, piece_starts
from gazette_diff.core.diagnostics import Code

_HAN = "一-鿿"
_SPACE = re.compile(rf"(?<=[{_HAN}，；、])[ \xa0]+(?=[{_HAN}])")
# A line that was stretched to the width of its column.
_STRETCHED = re.compile(rf"(?<![{_HAN}])[{_HAN}][ \xa0]+[{_HAN}][ \xa0]")
# 第三条 at the start of a line that was not taken as a number is parted from its words.
_NUMBER = re.compile(r"^第[^，。]{1,8}条$")
_SENTENCE_END = ("。", "；", "：", "，")
# Names in a list are parted by spaces (组长：李某某  市长); a sentence is longer.
_SHORTEST = 20
# Where more passages than this have spaces, they are layout, as extraction leaves it.
_FEW = 3
_SHARE = 0.02
_AROUND = 10


def check_spaces(subject: Subject, lines: Sequence[str]) -> Iterator[Spot]:
    """Find the spaces between Chinese characters in the few sentences of *subject* that have any.

    *lines* are those of the source.
    """
    sentences = [passage for passage in subject.passages if _is_sentence(passage)]
    spots = [spot for passage in sentences for spot in _spots(passage, lines)]
    if len(spots) <= max(_FEW, _SHARE * len(sentences)):
        yield from spots


def _is_sentence(passage: Passage) -> bool:
    own = passage.placed is not None and passage.part in ("text", "closing")
    return own and len(passage.words) >= _SHORTEST and passage.words.endswith(_SENTENCE_END)


def _spots(passage: Passage, lines: Sequence[str]) -> Iterator[Spot]:
    """Yield one spot for the spaces of *passage*, at the piece that holds the first."""
    found = [
        (at, match)
        for at, piece in zip(piece_starts(passage, lines), passage.pieces, strict=True)
        for match in _SPACE.finditer(lines[piece.line - 1], piece.start, piece.end)
        if not _NUMBER.search(match.string, piece.start, match.start())
    ]
    stretched = any(_STRETCHED.search(match.string) for _, match in found)
    if found and not stretched:
        at, first = found[0]
        start, end = max(0, first.start() - _AROUND), first.end() + _AROUND
        values = {"count": len(found), "excerpt": f"…{first.string[start:end].strip()}…"}
        yield Spot(Code.STRAY_SPACE, passage, at, values)
