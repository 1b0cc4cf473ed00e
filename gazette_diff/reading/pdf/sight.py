"""What a page draws beside its characters, and which of these are printed without being seen."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any

# Programs draw up to one object for each character.
_MOST_OBJECTS = 5000
_FAINTEST = 250  # of 255: what is brighter in red, green and blue is white


class PageObjects:
    """The objects of a page by their kinds: texts, paths, images and forms."""

    def __init__(self, page: Any, raw: Any) -> None:
        """List the objects of *page*; *raw* is PDFium."""
        self.raw = raw
        count = raw.FPDFPage_CountObjects(page)
        kinds: defaultdict[int, list[Any]] = defaultdict(list)
        for i in range(min(count, _MOST_OBJECTS)):
            one = raw.FPDFPage_GetObject(page, i)
            kinds[raw.FPDFPageObj_GetType(one)].append(one)
        self.texts = kinds[raw.FPDF_PAGEOBJ_TEXT]
        self.paths = kinds[raw.FPDF_PAGEOBJ_PATH]
        self.forms = kinds[raw.FPDF_PAGEOBJ_FORM]
        self.images = kinds[raw.FPDF_PAGEOBJ_IMAGE]
        self.shadings = kinds[raw.FPDF_PAGEOBJ_SHADING]
        self.is_all = count <= _MOST_OBJECTS

    @property
    def has_image(self) -> bool:
        """Whether the page shows a picture, or a form that may hold one."""
        return bool(self.images or self.forms)


class Sight:
    """Tells which characters of a page are printed without being seen.

    They have no ink, or are white where nothing dark lies behind them.
    """

    def __init__(self, objects: PageObjects, text: Any) -> None:
        """Prepare for the characters *text* of the page with these *objects*."""
        self._objects, self._raw, self._text = objects, objects.raw, text
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._box = objects.raw.FS_RECTF()
        self._known: dict[int | None, str] = {}
        self._dark: list[tuple[float, ...]] | None = None
        # What forms draw is not listed; elsewhere the objects tell that all is seen.
        listed = objects.is_all and not objects.forms
        self._is_all_seen = listed and not any(map(self._ink, objects.texts))

    def unseen(self, i: int) -> str:
        """Tell why the character *i* is not seen: none (ink) or white; nothing if it is."""
        if self._is_all_seen:
            return ""
        drawn = self._raw.FPDFText_GetTextObject(self._text, i)
        if not drawn:
            return ""
        address = ctypes.cast(drawn, ctypes.c_void_p).value
        if address not in self._known:
            self._known[address] = self._ink(drawn)
        ink = self._known[address]
        return "" if ink == "white" and self._is_on_dark(i) else ink

    def _ink(self, drawn: Any) -> str:
        """Return none or white; nothing for ink that is seen."""
        raw = self._raw
        mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
        if mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            return "none"
        if mode != raw.FPDF_TEXTRENDERMODE_FILL:
            return ""
        if not raw.FPDFPageObj_GetFillColor(drawn, *self._colour):
            return ""
        if self._colour[3].value == 0:
            return "none"
        return "white" if self._is_white() else ""

    def _is_white(self) -> bool:
        return all(part.value >= _FAINTEST for part in self._colour[:3])

    def _is_on_dark(self, i: int) -> bool:
        if self._dark is None:
            objects = self._objects
            filled = [path for path in objects.paths if self._is_filled(path)]
            behind = [*filled, *objects.images, *objects.shadings, *objects.forms]
            self._dark = [self._bounds(one) for one in behind]
        self._raw.FPDFText_GetLooseCharBox(self._text, i, self._box)
        x = (self._box.left + self._box.right) / 2
        y = (self._box.bottom + self._box.top) / 2
        return not self._objects.is_all or any(
            left <= x <= right and bottom <= y <= top for left, bottom, right, top in self._dark
        )

    def _is_filled(self, path: Any) -> bool:
        """Tell whether *path* fills a place with another colour than white."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(path, fill, stroke)
        coloured = self._raw.FPDFPageObj_GetFillColor(path, *self._colour)
        unseen = coloured and (self._colour[3].value == 0 or self._is_white())
        return bool(fill.value and not unseen)

    def _bounds(self, one: Any) -> tuple[float, ...]:
        self._raw.FPDFPageObj_GetBounds(one, *self._sides)
        return tuple(side.value for side in self._sides)
