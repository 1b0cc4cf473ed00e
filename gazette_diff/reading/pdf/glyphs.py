"""The characters of a PDF page with their places, and how they travel between processes."""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterator
from typing import NamedTuple

from gazette_diff.reading.pdf.grids import PageGrid, Rule
from gazette_diff.reading.pdf.radicals import UNIFIED


class Glyph(NamedTuple):
    """A character in the space of the page as it is shown, y pointing down.

    ``left`` and ``right`` bound its cell, ``base`` is the line that it stands on, ``size``
    the height of its font; ``order`` counts the characters as the file draws them.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    order: int


class PageGlyphs(NamedTuple):
    """The characters of a page, ``number`` from 0.

    ``codes`` are code points without spaces, ``places`` four numbers for each: left, right,
    base, size.
    ``turned`` are the characters that do not stand upright (watermarks); ``uncoded`` counts
    those that the file gives no (public) code. ``is_image`` tells that it shows an image and hardly
    any text, or cannot be opened; ``grids`` are the borders of its tables, ``rules`` the other
    lines across it. ``hidden`` are words
    that are not seen: without ink, or outside of the page; ``is_recognised`` tells that the
    words were recognised in a picture, behind which they are hidden, ``is_vertical`` that
    they run from above down.
    """

    number: int
    codes: array[int]
    places: array[float]
    turned: str
    uncoded: int
    is_image: bool = False
    grids: tuple[PageGrid, ...] = ()
    hidden: str = ""
    is_recognised: bool = False
    is_vertical: bool = False
    rules: tuple[Rule, ...] = ()

    def without(self, taken: Container[int]) -> PageGlyphs:
        """Return the page with the characters whose positions are in *taken* as hidden ones."""
        kept = [i for i in range(len(self.codes)) if i not in taken]
        places = array("f")
        for i in kept:
            places.extend(self.places[4 * i : 4 * i + 4])
        words = "".join(chr(code) for i, code in enumerate(self.codes) if i in taken)
        codes = array("I", (self.codes[i] for i in kept))
        return self._replace(codes=codes, places=places, hidden=self.hidden + words)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the characters."""
        lefts, rights, bases, sizes = (self.places[k::4] for k in range(4))
        texts = [UNIFIED.get(code) or chr(code) for code in self.codes]
        orders = range(len(texts))
        yield from map(Glyph._make, zip(texts, lefts, rights, bases, sizes, orders, strict=True))
