"""PDF files: what they hold, what they lack, and what they may not do."""

from __future__ import annotations

import io

import pytest

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import read_bytes
from gazette_diff.reading.pdf import process
from gazette_diff.reading.pdf.extraction import (
    BrokenError,
    LockedError,
    TooManyError,
    open_document,
)
from gazette_diff.reading.pdf.pages import PageRange, parse_pages, select_pages, shown_pages
from tests.support.printing import one_page, pdf, stream, words

HELLO = words("Article 1. Hello, 2023.")


def lines(data: bytes) -> list[str]:
    return list(read_bytes(data, "x.pdf").source.lines)


def test_words_and_where_they_part() -> None:
    assert lines(one_page(HELLO)) == ["Article 1. Hello, 2023."]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(0, "1 0 0 1"), (90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0"), (0, "0 1 -1 0")],
)
def test_pages_that_are_turned(turn: int, matrix: str) -> None:
    content = words("second", (300, 400), matrix)
    above = {"1 0 0 1": (300, 420), "0 1 -1 0": (280, 400), "-1 0 0 -1": (300, 380)}
    content += words("first", above.get(matrix, (320, 400)), matrix)
    assert lines(one_page(content, turn=turn)) == ["first", "second"]


def test_a_watermark_across_the_page_stands_beside() -> None:
    result = read_bytes(one_page(HELLO + words("SECRET", (100, 100), "0.7 0.7 -0.7 0.7")), "x.pdf")
    assert result.source.lines == ("Article 1. Hello, 2023.", "<!-- 倾斜文字：SECRET -->")
    assert [d.code.id for d in result.diagnostics] == ["GD121"]


HIDDEN = words("SECRET", (72, 700)).replace(b"BT ", b"BT 3 Tr ")
PICTURE = stream(
    b"\x00",
    b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
)


def test_words_without_ink_stand_beside() -> None:
    result = read_bytes(one_page(HELLO + HIDDEN), "x.pdf")
    assert result.source.lines == ("Article 1. Hello, 2023.", "<!-- 隐藏文字：SECRET -->")
    assert [d.code.id for d in result.diagnostics] == ["GD133"]


WHITE = b"1 1 1 rg " + words("SECRET", (72, 700)) + b"0 g "
TINY = words("SECRET", (72, 700), "0.1 0 0 0.1")


@pytest.mark.parametrize(
    "content",
    [WHITE, b"1 g 60 690 200 30 re f " + WHITE, b"0 0 1 rg 60 600 200 30 re f " + WHITE, TINY],
    ids=["white", "on white", "beside blue", "tiny"],
)
def test_white_and_tiny_words_stand_beside(content: bytes) -> None:
    result = read_bytes(one_page(HELLO + content), "x.pdf")
    assert result.source.lines == ("Article 1. Hello, 2023.", "<!-- 隐藏文字：SECRET -->")
    assert [d.code.id for d in result.diagnostics] == ["GD133"]


def test_white_words_beside_a_picture_stand_beside() -> None:
    logo = b"q 30 0 0 30 400 700 cm /I Do Q "
    result = read_bytes(
        one_page(logo + HELLO + WHITE, PICTURE, resources=b"/XObject<</I 6 0 R>>"), "x.pdf"
    )
    assert result.source.lines == ("Article 1. Hello, 2023.", "<!-- 隐藏文字：SECRET -->")


@pytest.mark.parametrize(
    "picture",
    [b"0 0 1 rg 60 690 200 30 re f ", b"q 595 0 0 842 0 0 cm /I Do Q "],
    ids=["blue", "picture"],
)
def test_white_words_on_dark_ground_are_text(picture: bytes) -> None:
    data = one_page(picture + HELLO + WHITE, PICTURE, resources=b"/XObject<</I 6 0 R>>")
    result = read_bytes(data, "x.pdf")
    assert result.source.lines == ("Article 1. Hello, 2023.", "SECRET")
    assert not result.diagnostics


def test_words_behind_a_picture_are_read_and_told() -> None:
    picture = b"q 595 0 0 842 0 0 cm /I Do Q\n"
    data = one_page(picture + HIDDEN, PICTURE, resources=b"/XObject<</I 6 0 R>>")
    result = read_bytes(data, "x.pdf")
    assert result.source.lines == ("SECRET",)
    assert "GD132" in [d.code.id for d in result.diagnostics]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_outside_of_the_page_stand_beside(turn: int) -> None:
    data = one_page(HELLO + words("CROPPED", (72, 200)), turn=turn)
    box = b"/MediaBox[0 0 595 842]"
    data = data.replace(box, box + b"/CropBox[50 600 595 842]")
    result = read_bytes(data, "x.pdf")
    assert result.source.lines == ("Article 1. Hello, 2023.", "<!-- 隐藏文字：CROPPED -->")


def coded(code: str, content: bytes = HELLO) -> bytes:
    """A page with *content* whose letter H has the *code* (UTF-16, in hexadecimal digits)."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def"
        b" 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <48> <"
        + code.encode()
        + b"> endbfchar endcmap end end"
    )
    data = one_page(content, stream(cmap))
    return data.replace(b"/BaseFont/Helvetica", b"/BaseFont/Helvetica/ToUnicode 6 0 R")


@pytest.mark.parametrize(("code", "read"), [("F0B7", "\uf0b7"), ("DB80DC00", "\ufffd")])
def test_codes_that_only_a_font_knows_are_told(code: str, read: str) -> None:
    result = read_bytes(coded(code), "x.pdf")
    assert "".join(result.source.lines[0].split()) == f"Article1.{read}ello,2023."
    assert [d.code.id for d in result.diagnostics] == ["GD127"]


def test_rare_characters_are_read() -> None:
    result = read_bytes(coded("D842DFB7"), "x.pdf")
    assert "𠮷ello" in "".join(result.source.lines[0].split())
    assert not result.diagnostics


@pytest.mark.parametrize("code", ["D842", "DFB7"])
def test_half_a_character_is_told(code: str) -> None:
    result = read_bytes(coded(code), "x.pdf")
    assert "\ufffdello" in "".join(result.source.lines[0].split())
    assert [d.code.id for d in result.diagnostics] == ["GD127"]


def test_radicals_are_told() -> None:
    result = read_bytes(coded("2F08"), "x.pdf")
    assert "人ello" in "".join(result.source.lines[0].split())
    assert [d.code.id for d in result.diagnostics] == ["GD131"]


def test_vertical_text_is_told() -> None:
    column = b"".join(words("H", (300, 700 - 12 * i)) for i in range(30))
    assert told(coded("4E00", column)) == ["GD134"]
    row = b"".join(words("H", (100 + 12 * i, 700)) for i in range(30))
    assert told(coded("4E00", row)) == []


def told(data: bytes) -> list[str]:
    return [d.code.id for d in read_bytes(data, "x.pdf").diagnostics]


def test_a_pdf_without_text_names_ocr() -> None:
    with pytest.raises(UnreadableError, match="OCR"):
        lines(one_page(b"0 0 100 100 re f"))


def test_pages_without_text_are_told() -> None:
    image = stream(b"\x00", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                   b"/ColorSpace/DeviceGray")  # fmt: skip
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<%s>>>>"
    data = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R 4 0 R]/Count 3>>",
        page % (6, b"/Font<</F 5 0 R>>"),
        page % (7, b"/XObject<</I 8 0 R>>"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(HELLO),
        stream(b"/I Do"),
        image,
    )
    result = read_bytes(data, "x.pdf")
    assert [d.code.id for d in result.diagnostics] == ["GD126"]
    assert "2-3" in result.diagnostics[0].message("zh")


def test_a_page_that_cannot_be_opened_is_told() -> None:
    data = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 99 0 R 3 0 R]/Count 3>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</Font<</F 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(HELLO),
    )
    result = read_bytes(data, "x.pdf")
    assert len(result.source.lines) == 2
    assert [d.code.id for d in result.diagnostics] == ["GD126"]
    assert "第2页" in result.diagnostics[0].message("zh")


# A lock that no password opens, the empty one neither.
LOCKED = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>").replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4"
    b"/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>",
)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (LOCKED, "locked with a password"),
        (one_page(HELLO)[:300], "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)), "damaged"),
    ],
    ids=["locked", "cut", "noise"],
)
def test_what_cannot_be_opened(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told):
        lines(data)


def nested(depth: int, drawing: bytes) -> bytes:
    """A page whose form draws a form twenty times, which draws one twenty times, and so on."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(drawing * 20, form % (7 + i)) for i in range(depth)]
    return one_page(b"/X Do", *forms, stream(b""), resources=b"/XObject<</X 6 0 R>>")


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed would leave half a file of coverage behind."""
    for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("unmeasured")
def test_a_pdf_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process.SECONDS_A_PAGE <= 60
    data = nested(12, b"/X Do ")
    with pytest.raises((process.TooLongError, process.BrokenPageError)):
        list(process.pages_of(data, (), "x.pdf", seconds=0.5))
    monkeypatch.setattr(process, "SECONDS_IN_ALL", 0.3)
    with pytest.raises((process.TooLongError, process.BrokenPageError)):
        list(process.pages_of(data, (), "x.pdf"))


def test_too_long_and_broken_pages_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (process.TooLongError, process.BrokenPageError, TooManyError):

        def fail(*_: object, error: type[Exception] = error) -> list[object]:
            raise error

        monkeypatch.setattr("gazette_diff.reading.pdf.pages_of", fail)
        with pytest.raises(UnreadableError) as caught:
            lines(one_page(HELLO))
        assert "--pages" in caught.value.in_("zh")


@pytest.mark.usefixtures("unmeasured")
def test_too_many_pages_or_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    many = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * 3000 + b"]/Count 3000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    with pytest.raises(UnreadableError, match="more than 2000 pages"):
        lines(many)
    with pytest.raises(UnreadableError, match="OCR"):
        read_bytes(many, "x.pdf", pages="2990-")
    monkeypatch.setattr(process, "MOST_CHARACTERS", 5)
    with pytest.raises(UnreadableError, match="too much text"):
        lines(one_page(HELLO))


@pytest.mark.usefixtures("unmeasured")
def test_a_dense_page_is_refused_not_cut() -> None:
    content = b"BT /F 1 Tf 1 1 Td " + b"(abcdefghij) Tj " * 20_001 + b"ET"
    with pytest.raises(UnreadableError, match="too much text"):
        lines(one_page(content))


def test_where_no_python_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "")
    assert lines(one_page(HELLO)) == ["Article 1. Hello, 2023."]


def test_the_child_speaks_its_language() -> None:
    """What the other process does, in this one."""
    out = io.BytesIO()
    process.serve(io.BytesIO(b"[[1, null]]\n" + one_page(HELLO)), out)
    out.seek(0)

    class Watch:
        ended = False

        def again(self) -> None:
            """Nothing to end."""

    (page,) = process._received(out, (PageRange(1, None),), "x", Watch())  # type: ignore[arg-type]
    assert "".join(glyph.text for glyph in page.glyphs()) == "Article1.Hello,2023."
    for data, error in ((LOCKED, LockedError), (b"%PDF-", BrokenError)):
        out = io.BytesIO()
        process.serve(io.BytesIO(b"[]\n" + data), out)
        out.seek(0)
        with pytest.raises(error):
            list(process._received(out, (), "x", Watch()))  # type: ignore[arg-type]


def test_documents_open() -> None:
    assert len(open_document(one_page(HELLO))) == 1


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("3", [2]),
        ("8-10", [7, 8, 9]),
        ("9-", [8, 9]),
        ("-2", [0, 1]),
        ("1,4-5", [0, 3, 4]),
        ("2-3，3-4", [1, 2, 3]),
        ("第2—3页", [1, 2]),
        (" 1 - 2 ", [0, 1]),
        ("１－２，４", [0, 1, 3]),
    ],
)
def test_page_ranges(text: str, pages: list[int]) -> None:
    assert select_pages(parse_pages(text, "x"), 10, "x") == pages


@pytest.mark.parametrize("text", ["", "x", "1,,2", "1 2", "-", "3-x", "1.5"])
def test_what_is_no_page_range(text: str) -> None:
    with pytest.raises(UnreadableError, match="no range of pages"):
        parse_pages(text, "x")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("18-8", "«18-8» runs backwards; write 8-18"),
        ("0", "counted from 1; mend the range of pages «0»"),
        ("0-3", "counted from 1"),
        ("3-0", "counted from 1"),
        ("-0", "counted from 1"),
    ],
)
def test_ranges_that_cannot_be(text: str, told: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_pages(text, "x")
    assert told in caught.value.in_("en")


@pytest.mark.parametrize("text", ["11", "5-11", "11-"])
def test_pages_that_are_not_there(text: str) -> None:
    with pytest.raises(UnreadableError, match="there is no page 11: it has 10"):
        select_pages(parse_pages(text, "x"), 10, "x")


def test_pages_are_told_as_ranges() -> None:
    assert shown_pages([0, 1, 2, 4, 6, 7]) == "1-3, 5, 7-8"
