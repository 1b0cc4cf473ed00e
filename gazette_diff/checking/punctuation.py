"""Punctuation that Chinese text does not have: half-width marks, marks twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazette_diff.checking.passages import WORDED, Passage, Spot, excerpt
from gazette_diff.core.diagnostics import Code

_HALF_WIDTH = re.compile(
    r"""
    (?<=[一-鿿》”）〉〕])[ ]?[,;:?!]          # after Chinese: 备案,
    |[,;:?!](?=[ ]?[一-鿿《“（])              # before it: 30%,其中
    |(?<=[一-鿿》”）〉〕])\.(?=$|[\s一-鿿《“（])  # a full stop, and not 附录A.1
    """,
    re.VERBOSE,
)
_STRAIGHT_QUOTE = re.compile(r"""(?<=[一-鿿，。；：、])["']|["'](?=[一-鿿《])""")
# ！！ and ？！ are meant; …… and —— are two characters each.
_DOUBLED = re.compile(
    "[，；：、][，。；：、！？]+|[。！？][，。；：、]+|[，。；：、？！][,;]"
    "|^[，。；：、]"  # behind a heading that ends in one
)


def check_punctuation(passage: Passage) -> Iterator[Spot]:
    """Find half-width marks, straight quotes and doubled marks in the words of *passage*."""
    if passage.part not in WORDED:
        return
    words = passage.words
    if half := list(_HALF_WIDTH.finditer(words)):
        first = half[0]
        marks = " ".join(dict.fromkeys(found[0].strip() for found in half))
        shown = excerpt(words, first.start(), first.end())
        values = {"marks": marks, "count": len(half), "excerpt": shown}
        yield Spot(Code.HALF_WIDTH_MARK, passage, first.start(), values)
    if straight := list(_STRAIGHT_QUOTE.finditer(words)):
        at = straight[0].start()
        values = {"count": len(straight), "excerpt": excerpt(words, at, at + 1)}
        yield Spot(Code.HALF_WIDTH_BRACKET, passage, at, values)
    for found in _DOUBLED.finditer(words):
        shown = excerpt(words, *found.span())
        yield Spot(Code.DOUBLED_MARK, passage, found.start(), {"excerpt": shown})
