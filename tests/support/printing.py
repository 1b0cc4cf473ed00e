"""Printed pages: small PDF files, and characters at places of a page."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable

from gazette_diff.reading.pdf.glyphs import Glyph, PageGlyphs

SIZE = 10.0


def place(text: str, left: float, base: float, size: float = SIZE, order: int = 0) -> list[Glyph]:
    """Return the characters of *text*, each as wide as its size; a space leaves a gap."""
    return [
        Glyph(c, left + i * size, left + (i + 1) * size, base, size, order + i)
        for i, c in enumerate(text)
        if c != " "
    ]


def printed(
    lines: Iterable[tuple[str, float, float] | tuple[str, float, float, float]],
) -> PageGlyphs:
    """Return a page with *lines*: words, left side, base and maybe size."""
    glyphs = [glyph for line in lines for glyph in place(*line)]
    codes = array("I", (ord(glyph.text) for glyph in glyphs))
    places = array("f", (x for g in glyphs for x in (g.left, g.right, g.base, g.size)))
    return PageGlyphs(0, codes, places, "", 0)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """Return a stream object of a PDF, packed."""
    packed = zlib.compress(data, 9)
    length = str(len(packed)).encode()
    return b"<<%s/Filter/FlateDecode/Length %s>>stream\n%s\nendstream" % (more, length, packed)


def pdf(*objects: bytes) -> bytes:
    """Return a PDF file with *objects*, the first of which is its root."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(objects) + 1
    tail = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, tail)


def one_page(content: bytes, *more: bytes, resources: bytes = b"", turn: int = 0) -> bytes:
    """Return a PDF of one page that draws *content*; *more* objects are counted from 6."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>%s>>>>" % (turn, resources),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(content),
        *more,
    )


def words(text: str, at: tuple[int, int] = (72, 720), matrix: str = "1 0 0 1") -> bytes:
    """Return what draws *text* (Latin) at a place."""
    return f"BT /F 12 Tf {matrix} {at[0]} {at[1]} Tm ({text}) Tj ET\n".encode()
