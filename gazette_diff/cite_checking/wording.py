"""Quoted words beside those of a law: what counts as equal, how a difference is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.inline import segments

if TYPE_CHECKING:
    from gazette_diff.core.changes import Segment

# Left out by whoever quotes: ……, or put in by him: ［经营者］.
_LEFT_OUT = re.compile(r"…+|\.{3,}|。{3,}|[［\[【][^］\]】]*[］\]】]")
# Quotes, and the stars of emphasis in Markdown.
_QUOTES = re.compile("[\"“”'‘’「」『』〝〞＂＇*]")
_NUMBER = re.compile(r"\s*第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三四五六七八九十]+)?\s+")
_DASHES = re.compile("[-‐‑‒–—―─－−]+")
_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
_ENDS = "，。；：、？！—"
# No more words than this around a difference are shown.
_AROUND = 10
# The least that is searched for elsewhere (characters).
_TELLING = 10


def canonical(text: str) -> str:
    """Return *text* as quotations are compared: no spaces, no quotes, one width of marks."""
    text = unicodedata.normalize("NFKC", "".join(text.split()))
    return _DASHES.sub("—", _QUOTES.sub("", text).translate(_MARKS))


class Quoted(NamedTuple):
    """Quoted words in the parts between what was left out, each in canonical form."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, words: str) -> Quoted:
        """Take *words* apart at …… and at brackets that the writer put in.

        The number of the article at their head is left out: it is no part of its 款.
        """
        words = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
        parts = (canonical(part).strip(_ENDS) for part in _LEFT_OUT.split(words))
        return cls(tuple(part for part in parts if len(part) > 1))

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(map(len, self.parts))

    @property
    def is_telling(self) -> bool:
        """Whether it is long enough to be known again elsewhere."""
        return self.length >= _TELLING

    def stands_in(self, law: str) -> bool:
        """Tell whether all parts stand in *law* (canonical), in their order."""
        position = 0
        for part in self.parts:
            at = law.find(part, position)
            if at < 0:
                return False
            position = at + len(part)
        return True

    def differences(self, law: str) -> tuple[tuple[Segment, ...], float]:
        """Return how the parts differ from the nearest words of *law*, and how alike they are.

        ``-`` are words of the law, ``+`` words of the quotation; the likeness (0–1) is the
        share of the quotation that stands in the law at that place.
        """
        told: list[Segment] = []
        same = 0
        for part in self.parts:
            pieces = segments(_nearest(part, law), part)
            same += sum(len(s.text) for s in pieces if s.op == "=")
            if any(s.op != "=" for s in pieces):
                told += pieces
        return tuple(told), same / max(1, self.length)


def _nearest(part: str, law: str) -> str:
    """Return the words of *law* that stand where *part* was taken from."""
    if part in law:
        return part
    run = SequenceMatcher(None, part, law, autojunk=False).find_longest_match()
    slack = len(part) // 3 + 10
    start = max(0, run.b - run.a - slack)
    window = law[start : run.b - run.a + len(part) + slack]
    blocks = SequenceMatcher(None, part, window, autojunk=False).get_matching_blocks()[:-1]
    blocks = [b for b in blocks if b.size > 1] or blocks
    if not blocks:
        return window[: len(part)]
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    return window[begin : last.b + len(part) - last.a].strip(_ENDS)


def marked(pieces: Sequence[Segment]) -> str:
    """Return *pieces* on one line: [-words of the law-]{+words quoted+}, long runs cut short."""
    told = []
    for index, one in enumerate(pieces):
        if one.op == "=":
            told.append(_shortened(one.text, first=index == 0, last=index == len(pieces) - 1))
        else:
            told.append(f"[-{one.text}-]" if one.op == "-" else f"{{+{one.text}+}}")
    return "".join(told)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if first:
        return text if len(text) <= _AROUND else "…" + text[-_AROUND:]
    if last:
        return text if len(text) <= _AROUND else text[:_AROUND] + "…"
    return text if len(text) <= 2 * _AROUND + 4 else f"{text[:_AROUND]}…{text[-_AROUND:]}"
