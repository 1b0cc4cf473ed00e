"""The package of a Word file: a zip archive of XML parts (ECMA-376 Part 2).

The parts that never change stand as files beside this module. The bytes depend on nothing
but what is written: no clock, no name of a user, no random identifiers.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from lxml import etree

from gazette_diff.report.word.markup import R, field, paragraph, printable, runs, w

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from gazette_diff.core.language import Language

#: A millimetre in twentieths of a point, in which Word measures.
_MILLIMETRE = 1440 / 25.4
# The earliest time that a zip archive can hold.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/_rels/document.xml.rels": "document.rels",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
}
_PAGES = {"zh": ("第 ", " 页　共 ", " 页"), "en": ("Page ", " of ", "")}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of A4 with its margins in millimetres."""

    top: float
    right: float
    bottom: float
    left: float
    landscape: bool = False

    @property
    def width(self) -> int:
        """The width of the text, in twentieths of a point."""
        return _twips(297 if self.landscape else 210) - _twips(self.left) - _twips(self.right)


#: The page of official documents: a text of 156 by 225 mm, 37 mm above and 28 mm before it
#: (GB/T 9704-2012, 5.2.1).
PORTRAIT = Page(top=37, right=26, bottom=35, left=28)
#: The same page turned for a table: its head is where the documents are bound (10, 11).
LANDSCAPE = Page(top=28, right=37, bottom=26, left=35, landscape=True)


def package(body: Iterable[_Element], page: Page, *, title: str, language: Language) -> bytes:
    """Return the Word file with the blocks *body* on pages like *page*.

    The foot of every page counts the pages.
    """
    made = w("body")
    made.extend(body)
    made.append(_section(page))
    parts = {
        "word/document.xml": _bytes(w("document", made)),
        "word/footer1.xml": _bytes(w("ftr", paragraph("Footer", _page_number(language)))),
        "docProps/core.xml": _bytes(_properties(title)),
    }
    folder = resources.files(__package__).joinpath("parts")
    parts |= {name: folder.joinpath(file).read_bytes() for name, file in _FIXED.items()}
    # The types come first: some programs recognise a Word file by them.
    names = [*_FIXED, *(name for name in sorted(parts) if name not in _FIXED)]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, parts[name])
    return file.getvalue()


def _section(page: Page) -> _Element:
    reference = w("footerReference", type="default")
    reference.set(f"{{{R}}}id", "rId4")
    height, width = _twips(297), _twips(210)
    size = w("pgSz", w=width, h=height)
    if page.landscape:
        size = w("pgSz", w=height, h=width, orient="landscape")
    margins = {side: _twips(getattr(page, side)) for side in ("top", "right", "bottom", "left")}
    return w(
        "sectPr",
        reference,
        size,
        w("pgMar", **margins, header=_twips(15), footer=_twips(15), gutter=0),
        w("cols", space=425),
    )


def _page_number(language: Language) -> Iterable[_Element]:
    before, between, after = _PAGES[language]
    yield from runs(before)
    yield from field("PAGE")
    yield from runs(between)
    yield from field("NUMPAGES")
    yield from runs(after)


def _properties(title: str) -> _Element:
    properties = etree.Element(
        f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN_CORE}
    )
    etree.SubElement(properties, f"{{{_DUBLIN_CORE}}}title").text = printable(title)
    return properties


def _twips(millimetres: float) -> int:
    return round(millimetres * _MILLIMETRE)


def _bytes(root: _Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
