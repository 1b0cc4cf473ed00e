"""Small signs that stand raised behind the words of a line, as the marks of notes do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gazette_diff.reading.pdf.glyphs import Glyph

#: Marks are smaller than this, in sizes of the letters of the text.
LARGEST_MARK = 0.8
_RAISED = (0.12, 0.7)
_BESIDE = (-0.3, 0.6)
_EXCERPT = 8
#: What begins a note and nothing else: ①, [1], ※.
OWN_SIGN = re.compile(r"[①-⑳]|[\[［〔][0-9]{1,3}[\]］〕]|[※†]|[*＊]{1,3}")
#: All that marks a note: a bare number too, where it stands raised in the text.
ANY_MARK = re.compile(rf"{OWN_SIGN.pattern}|[（(][0-9]{{1,3}}[）)]|[0-9]{{1,3}}|注[0-9]{{1,3}}")


class Mark(NamedTuple):
    """A raised mark: its words and characters, the letter (``host``) and words before it."""

    text: str
    glyphs: list[Glyph]
    host: Glyph
    after: str
    page: int

    @property
    def base(self) -> float:
        """The line that it stands on."""
        return self.glyphs[0].base

    @property
    def is_note(self) -> bool:
        """Whether it may send to a note: it looks like a mark, and is no power (m²)."""
        power = self.host.text.isascii() and self.host.text.isalnum()
        return ANY_MARK.fullmatch(self.text) is not None and not power


def find_raised(glyphs: Sequence[Glyph], page: int) -> Iterator[Mark]:
    """Yield what stands raised among *glyphs*, in the order that they are drawn in."""
    host: Glyph | None = None
    run: list[Glyph] = []
    line = ""
    for glyph in glyphs:
        if host is not None and _is_raised(host, run[-1] if run else host, glyph):
            run.append(glyph)
            continue
        if host is not None and run:
            yield _mark(run, host, line, page)
        run = []
        same = host is not None and abs(glyph.base - host.base) <= LARGEST_MARK * host.size
        line = (line if same else "")[-_EXCERPT:] + glyph.text
        host = glyph
    if host is not None and run:
        yield _mark(run, host, line, page)


def _mark(run: list[Glyph], host: Glyph, line: str, page: int) -> Mark:
    return Mark("".join(glyph.text for glyph in run), run, host, line[-_EXCERPT:], page)


def _is_raised(host: Glyph, before: Glyph, glyph: Glyph) -> bool:
    up, beside = (host.base - glyph.base) / host.size, (glyph.left - before.right) / host.size
    return (
        glyph.size <= LARGEST_MARK * host.size
        and _RAISED[0] <= up <= _RAISED[1]
        and _BESIDE[0] <= beside <= _BESIDE[1]
    )
