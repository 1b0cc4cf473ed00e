"""From the bytes of a PDF to the characters of its pages, with PDFium.

This runs in a process of its own (:mod:`gazette_diff.reading.pdf.process`): a file made to do
so can keep the library busy for ever, and nothing but ending its process ends that.
"""

from __future__ import annotations

import ctypes
import math
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gazette_diff.reading.pdf.glyphs import PageGlyphs
from gazette_diff.reading.pdf.grids import find_lines
from gazette_diff.reading.pdf.sight import PageObjects, Sight

if TYPE_CHECKING:
    import pypdfium2

#: A page of small print has ten thousand characters.
MOST_ON_PAGE = 200_000
_TURNED = 0.2
_SMALLEST, _LARGEST = 1.0, 400.0
_SAMPLE = 500
# A scanned page may still have its number as text.
_FEWEST_WITH_IMAGE = 10
_REPLACEMENT = 0xFFFD
# The planes of private use: the reader marks places with their codes.
_FIRST_RESERVED = 0xF0000
# In sizes of a character: how far the next is beside or below it at most.
_ASIDE = 0.3
_FEWEST_BELOW = 20
# Points that a character may stand outside of its page.
_OUTSIDE = 2.0
_HYPHEN = 2  # PDFium's sign for a hyphen at the end of a line
_WIDE = 0x2E80  # from here on characters are as wide as high
# Where words part is seen from their places: not all programs write spaces, and some write
# them where none is seen.
_BLANKS = frozenset(map(ord, " \t\n\r\x0b\x0c\xa0\u2002\u2003\u2009\u3000\u200b\ufeff"))


class LockedError(Exception):
    """The file can be opened with a password only."""


class BrokenError(Exception):
    """The file is no PDF that can be opened."""


class TooManyError(Exception):
    """More pages or characters than are read at once."""


def open_document(data: bytes) -> pypdfium2.PdfDocument:
    """Open the PDF *data*.

    Raises:
        LockedError: it needs a password.
        BrokenError: it is damaged.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise (LockedError if locked else BrokenError) from error


def extract(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Iterator[PageGlyphs]:
    """Yield the characters of the pages *numbers* (from 0); a broken page has none.

    It is told as a page without text, for its words are missing.

    Raises:
        TooManyError: a page has more than :data:`MOST_ON_PAGE`.
    """
    import pypdfium2

    for number in numbers:
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield PageGlyphs(number, array("I"), array("f"), "", 0, is_image=True)
            continue
        yield _page(number, page, text)
        text.close()
        page.close()


def _page(number: int, page: Any, text: Any) -> PageGlyphs:
    import pypdfium2.raw as raw

    codes, places, turned, outside = array("I"), array("f"), [], []
    hidden: set[int] = set()
    white: set[int] = set()
    count = text.count_chars()
    if count > MOST_ON_PAGE:
        raise TooManyError
    objects = PageObjects(page, raw)
    ruler, sight = _Ruler(page, text, count), Sight(objects, text)
    for i, code in _codes(text, count, raw):
        place = ruler.place(i, wide=code >= _WIDE)
        if place is None:
            turned.append(chr(code))
        elif not ruler.is_on_page(place):
            outside.append(chr(code))
        else:
            if why := sight.unseen(i):
                (white if why == "white" else hidden).add(len(codes))
            codes.append(code)
            places.extend(place)
    is_image = len(codes) < _FEWEST_WITH_IMAGE and objects.has_image
    drawn = find_lines(objects.paths, raw, ruler.point)
    read = PageGlyphs(
        number,
        codes,
        places,
        "".join(turned),
        sum(code == _REPLACEMENT or _is_private(code) for code in codes),
        is_image,
        drawn.grids,
        hidden="".join(outside),
        is_vertical=_is_vertical(codes, places),
        rules=drawn.rules,
    )
    # Behind a picture hidden words are what was recognised in it.
    whole = len(hidden) == len(codes) or objects.has_image
    if hidden and whole:
        read, hidden = read._replace(is_recognised=True), set()
    return read.without(hidden | white) if hidden or white else read


def _codes(text: Any, count: int, raw: Any) -> Iterator[tuple[int, int]]:
    """Yield the position and code of each character but blanks; PDFium gives them as UTF-16."""
    high = 0
    for i in range(count):
        if raw.FPDFText_IsGenerated(text, i) == 1:
            continue  # a space or a line's end that PDFium guessed: the places tell better
        code = raw.FPDFText_GetUnicode(text, i)
        pair = high and 0xDC00 <= code < 0xE000
        if pair:
            yield i - 1, _told(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
        elif high:
            yield i - 1, _REPLACEMENT
        high = code if 0xD800 <= code < 0xDC00 else 0
        if not pair and not high and code not in _BLANKS:
            yield i, _told(code)
    if high:
        yield count - 1, _REPLACEMENT


def _told(code: int) -> int:
    """Return the character that is meant by the *code* PDFium gives."""
    if code == _HYPHEN:
        return ord("-")
    unusable = code < 32 or code >= _FIRST_RESERVED or 0xD800 <= code < 0xE000
    return _REPLACEMENT if unusable else code


def _is_private(code: int) -> bool:
    """Tell whether *code* is one of those that each font uses as it likes."""
    return 0xE000 <= code < 0xF900


def _is_vertical(codes: array[int], places: array[float]) -> bool:
    """Tell whether most characters stand below the one before, not beside it."""
    down = across = 0
    for i in range(1, len(codes), len(codes) // _SAMPLE + 1):
        if min(codes[i - 1], codes[i]) < _WIDE:
            continue
        left, _, base, size, left2, _, base2, _ = places[4 * i - 4 : 4 * i + 4]
        down += abs(left2 - left) < _ASIDE * size and 0 < base2 - base < 2 * size
        across += abs(base2 - base) < _ASIDE * size
    return down > max(across, _FEWEST_BELOW)


class _Ruler:
    """Measures the characters of a page, as it is turned to read them.

    Most characters of a page tell which side is up, whatever the page says: wide tables are
    often printed sideways. The left side and the base of a character come from its origin,
    its size from the font and its matrix: the boxes that PDFium gives are those of the ink for
    some characters and of the cell for others.
    """

    def __init__(self, page: Any, text: Any, count: int) -> None:
        import pypdfium2.raw as raw

        self._raw, self._text = raw, text
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        directions = (self._direction(i) for i in range(0, count, count // _SAMPLE + 1))
        turns = Counter(turn for turn in directions if turn is not None)
        self._turn = max(turns, key=lambda turn: (turns[turn], -turn), default=0)
        width, height = self._right - self._left, self._top - self._bottom
        self._width, self._height = (height, width) if self._turn % 2 else (width, height)

    def _direction(self, i: int) -> int | None:
        """Return how often a character is turned a quarter to the left; None if askew."""
        self._raw.FPDFText_GetMatrix(self._text, i, self._matrix)
        a, b = self._matrix.a, self._matrix.b
        if abs(b) <= _TURNED * abs(a):
            return 0 if a > 0 else 2
        return (1 if b > 0 else 3) if abs(a) <= _TURNED * abs(b) else None

    def place(self, i: int, *, wide: bool) -> tuple[float, float, float, float] | None:
        """Return left, right, base and size of the character *i*; None if it is turned."""
        raw, text, m = self._raw, self._text, self._matrix
        raw.FPDFText_GetCharOrigin(text, i, self._x, self._y)
        font = raw.FPDFText_GetFontSize(text, i)
        if self._direction(i) != self._turn:
            return None
        left, base = self.point(self._x.value, self._y.value)
        size, width = font * math.hypot(m.c, m.d), font * math.hypot(m.a, m.b)
        is_usual = _SMALLEST < size < _LARGEST
        if is_usual and wide:
            right = left + width
        else:
            raw.FPDFText_GetLooseCharBox(text, i, self._box)
            (x0, y0), (x1, y1) = (
                self.point(self._box.left, self._box.bottom),
                self.point(self._box.right, self._box.top),
            )
            if not is_usual:  # fonts of drawings measure otherwise
                size = width = abs(y0 - y1)
            right = left + width if wide else max(x0, x1)
        place = (left, right, base, size)
        return place if all(map(math.isfinite, place)) else (0.0, 0.0, 0.0, 1.0)

    def is_on_page(self, place: tuple[float, float, float, float]) -> bool:
        """Tell whether any of a character shows: pages may be cropped."""
        left, right, base, size = place
        across = right > -_OUTSIDE and left < self._width + _OUTSIDE
        return across and base > -_OUTSIDE and base - size < self._height + _OUTSIDE

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as it is read: from the upper left corner of the page, turned."""
        match self._turn:
            case 0:
                return x - self._left, self._top - y
            case 1:
                return y - self._bottom, x - self._left
            case 2:
                return self._right - x, y - self._bottom
            case _:
                return self._top - y, self._right - x
