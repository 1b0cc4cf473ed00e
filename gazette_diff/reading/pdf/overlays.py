"""Large words printed over the text or under it: watermarks that stand upright."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.glyphs import Glyph, PageGlyphs

# How much larger than the text they are.
_LARGER = 1.6
# The part of a character's cell that another's middle may not stand in, in its own size.
_INSET = 0.1
_ABOVE, _BELOW = 0.8, 0.05
_MIDDLE = 0.35
_SAME_LINE = 0.1
# So many of the characters have others inside them; titles have none.
_SHARE = 0.5
_FEWEST = 2


def part_overlays(page: PageGlyphs, em: float) -> tuple[PageGlyphs, str]:
    """Return *page* without the words that lie across its text, and those words.

    *em* is the size of most letters of the document.
    """
    if max(page.places[3::4], default=0.0) < _LARGER * em:
        return page, ""
    glyphs = list(page.glyphs())
    large = [glyph for glyph in glyphs if glyph.size >= _LARGER * em]
    small = [glyph for glyph in glyphs if glyph.size < _LARGER * em]
    taken = [glyph for run in _runs(large) if _lies_across(run, small) for glyph in run]
    if not taken:
        return page, ""
    rest = page.without({glyph.order for glyph in taken})
    return rest._replace(hidden=page.hidden), "".join(glyph.text for glyph in taken)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters that stand on one line, as the file draws them."""
    run = list(glyphs[:1])
    for before, glyph in pairwise(glyphs):
        if abs(glyph.base - before.base) > _SAME_LINE * glyph.size:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _lies_across(run: Sequence[Glyph], others: Iterable[Glyph]) -> bool:
    base, size = run[0].base, max(glyph.size for glyph in run)
    near = [
        ((other.left + other.right) / 2, other.base - _MIDDLE * other.size)
        for other in others
        if base - size < other.base < base + size
    ]
    hit = sum(any(_is_inside(x, y, glyph) for x, y in near) for glyph in run)
    return hit >= max(_FEWEST, _SHARE * len(run))


def _is_inside(x: float, y: float, glyph: Glyph) -> bool:
    inset = _INSET * glyph.size
    across = glyph.left + inset < x < glyph.right - inset
    return across and glyph.base - _ABOVE * glyph.size < y < glyph.base + _BELOW * glyph.size
