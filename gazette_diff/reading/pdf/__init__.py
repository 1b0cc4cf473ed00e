"""PDF files with text: lines in the order of reading, columns apart, indents kept."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import SourceText
from gazette_diff.reading.pdf.aligned import Aligned, part_aligned
from gazette_diff.reading.pdf.columns import find_gutters, usual_gutters
from gazette_diff.reading.pdf.extraction import BrokenError, LockedError, TooManyError
from gazette_diff.reading.pdf.layout import lay_out
from gazette_diff.reading.pdf.margins import part_margins
from gazette_diff.reading.pdf.notes import Notes, part_notes
from gazette_diff.reading.pdf.overlays import part_overlays
from gazette_diff.reading.pdf.pages import parse_pages, shown_pages
from gazette_diff.reading.pdf.process import (
    MOST_PAGES,
    SECONDS_A_PAGE,
    BrokenPageError,
    TooLongError,
    pages_of,
)
from gazette_diff.reading.pdf.radicals import UNIFIED
from gazette_diff.reading.pdf.rows import Segment, read_segments
from gazette_diff.reading.pdf.tables import PageText, TablePlaces, part_tables
from gazette_diff.reading.result import ReadResult
from gazette_diff.reading.tables import comment_line

if TYPE_CHECKING:
    from gazette_diff.reading.pdf.glyphs import PageGlyphs

# More signs without a code than this, and the text cannot be read from the file.
_UNCODED_SHARE = 0.2
# Nobody reads smaller letters than this: in sizes of most letters, and in points.
_TINY, _LARGEST_TINY = 0.3, 3.0
_OCR = Bilingual(
    "请先做文字识别（OCR），例如 ocrmypdf -l chi_sim 原文件.pdf 新文件.pdf",
    "run text recognition (OCR) over it, for example ocrmypdf -l chi_sim OLD.pdf NEW.pdf",
)


def read_pdf(data: bytes, name: str, pages: str | None = None) -> ReadResult:
    """Read the text of the PDF *data*, called *name*: of all pages, or those in *pages*.

    Each line is a line of print, without joining; U+3000 before it are its indent. Columns
    are read one after the other. What stands in the same place on page after page is left
    out as a comment line, but for the names of gazettes, from which their issue is known.

    Raises:
        UnreadableError: it is damaged, locked or endless, has no text, or no such page.
    """
    read = _pages(data, name, pages)
    if not any(page.codes for page in read):
        raise UnreadableError(
            Bilingual("PDF 没有文字层（扫描件或图像）", "the PDF has no text layer (a scan?)"),
            where=name,
            mend=_OCR,
        )
    uncoded = sum(page.uncoded for page in read)
    if uncoded > _UNCODED_SHARE * sum(len(page.codes) for page in read):
        raise UnreadableError(
            Bilingual("PDF 中的文字没有编码，无法读取", "the text of the PDF has no codes"),
            where=name,
            mend=_OCR,
        )
    size = _letter_size(read)
    read = [_part_tiny(page, min(_TINY * size, _LARGEST_TINY)) for page in read]
    read, over = _part_overlays(read, size)
    noted = part_notes(read, size)
    read = [notes.page for notes in noted]
    texts = [part_tables(page) for page in read]
    segments = [read_segments(text.glyphs) for text in texts]
    twice = sum(_count(t, page) for t, page in zip(texts, segments, strict=True))
    em = _usual_size(segment for page in segments for segment in page)
    aligned = _part_aligned(segments, em)
    tables = TablePlaces()
    segments = [
        tables.mark([*text.tables, *page.tables], page.segments, em)
        for text, page in zip(texts, aligned, strict=True)
    ]
    laid_out, left_out = lay_out(part_margins(segments, em), em, [n.notes for n in noted])
    lines: list[str] = []
    continued: set[int] = set()
    for printed in laid_out:
        tables.write(printed.text, lines)
        if printed.continued:
            continued.add(len(lines))
    left_out += [*over, *(page.turned for page in read if page.turned)]
    lines += [comment_line(f"水印：{words}") for words in over]
    lines += [comment_line(f"倾斜文字：{page.turned}") for page in read if page.turned]
    lines += [comment_line(f"隐藏文字：{page.hidden}") for page in read if page.hidden]
    source = SourceText(name, tuple(lines), "pdf", continued=frozenset(continued))
    return ReadResult(
        source,
        (
            *_diagnostics(read, left_out),
            *_note_doubts(noted),
            *_table_doubts(read, texts, aligned),
            *_doubts(read, twice),
        ),
    )


def _pages(data: bytes, name: str, pages: str | None) -> list[PageGlyphs]:
    """Read the pages, and tell in one line why not."""
    ranges = parse_pages(pages, name) if pages is not None else ()
    fewer = Bilingual("请用 --pages 指定页码，如 8-18", "choose pages, for example --pages 8-18")
    again = Bilingual("请重新获取该文件", "get the file again")
    try:
        return list(pages_of(data, ranges, name))
    except LockedError as error:
        what = Bilingual("PDF 设有打开密码", "the PDF is locked with a password")
        mend = Bilingual(
            "请用密码打开，另存为无密码的 PDF",
            "open it with the password and save it without one",
        )
        raise UnreadableError(what, where=name, mend=mend) from error
    except BrokenError as error:
        what = Bilingual("PDF 已损坏，无法打开", "the PDF is damaged and cannot be opened")
        raise UnreadableError(what, where=name, mend=again) from error
    except BrokenPageError as error:
        what = Bilingual(
            "PDF 中有一页已损坏或过于庞大，无法读取",
            "a page of the PDF is damaged or too large to be read",
        )
        raise UnreadableError(what, where=name, mend=fewer) from error
    except TooLongError as error:
        what = Bilingual(
            f"PDF 中有一页{SECONDS_A_PAGE:.0f}秒仍未读完",
            f"a page of the PDF was not read within {SECONDS_A_PAGE:.0f} seconds",
        )
        raise UnreadableError(what, where=name, mend=fewer) from error
    except TooManyError as error:
        what = Bilingual(
            f"PDF 超过{MOST_PAGES}页，或文字过多",
            f"the PDF has more than {MOST_PAGES} pages or too much text",
        )
        raise UnreadableError(what, where=name, mend=fewer) from error


def _letter_size(pages: Sequence[PageGlyphs]) -> float:
    """Return the size of most characters of *pages*, whatever they belong to."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for size, count in Counter(page.places[3::4]).items():
            sizes[round(size, 1)] += count
    return max(sizes, key=lambda size: (sizes[size], size), default=10.5)


def _part_tiny(page: PageGlyphs, largest: float) -> PageGlyphs:
    """Return *page* with the letters smaller than *largest* as hidden ones."""
    sizes = page.places[3::4]
    if min(sizes, default=largest) >= largest:
        return page
    return page.without({i for i, size in enumerate(sizes) if size < largest})


def _part_overlays(pages: Sequence[PageGlyphs], em: float) -> tuple[list[PageGlyphs], list[str]]:
    """Return *pages* without watermarks, and the words of these, page by page."""
    parted = [part_overlays(page, em) for page in pages]
    return [page for page, _ in parted], [words for _, words in parted if words]


def _count(text: PageText, segments: Iterable[Segment]) -> int:
    """Return how many characters of *text* are not in its *segments*: those printed again."""
    kept = sum(len("".join(segment.text.split())) for segment in segments)
    return sum(len(glyph.text) for glyph in text.glyphs) - kept


def _usual_size(segments: Iterable[Segment]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[round(segment.size, 1)] += len(segment.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.5)


def _diagnostics(pages: Sequence[PageGlyphs], left_out: Sequence[str]) -> Iterator[Diagnostic]:
    if left_out:
        yield Diagnostic.of(
            Code.FRAME_LEFT_OUT,
            count=len(left_out),
            characters=sum(len("".join(text.split())) for text in left_out),
            excerpt=max(left_out, key=len)[:24],
        )
    if empty := [page.number for page in pages if page.is_image]:
        yield Diagnostic.of(Code.NO_TEXT_LAYER, pages=shown_pages(sorted(empty)))
    if uncoded := sum(page.uncoded for page in pages):
        yield Diagnostic.of(Code.NO_CHARACTER_CODE, count=uncoded)


def _note_doubts(pages: Sequence[Notes]) -> Iterator[Diagnostic]:
    """Yield which of *pages* have notes at their foot, and which may have some."""
    notes = [note for page in pages for note in page.notes]
    if notes:
        numbers = sorted(page.page.number for page in pages if page.notes)
        yield Diagnostic.of(
            Code.FOOTNOTES, pages=shown_pages(numbers), count=len(notes), excerpt=notes[0][:24]
        )
    for page in pages:
        if page.doubtful:
            yield Diagnostic.of(
                Code.FOOTNOTE_DOUBTFUL, page=page.page.number + 1, excerpt=page.doubtful[:24]
            )


def _table_doubts(
    pages: Sequence[PageGlyphs], bordered: Sequence[PageText], aligned: Sequence[Aligned]
) -> Iterator[Diagnostic]:
    """Yield on which of *pages* tables were found, and how."""
    numbers = [page.number for page in pages]
    told = (
        (Code.TABLE_BY_BORDERS, [bool(page.tables) for page in bordered]),
        (Code.TABLE_BY_ALIGNMENT, [bool(page.tables) for page in aligned]),
        (Code.TABLE_DOUBTFUL, [page.is_doubtful for page in aligned]),
    )
    for code, having in told:
        if found := sorted(itertools.compress(numbers, having)):
            yield Diagnostic.of(code, pages=shown_pages(found))


def _part_aligned(pages: Sequence[Sequence[Segment]], em: float) -> list[Aligned]:
    """Part the tables without borders from *pages*; in pages of columns none are looked for."""
    usual = usual_gutters(pages, em)
    return [
        Aligned(list(page), [], is_doubtful=False)
        if usual or find_gutters(page, em)
        else part_aligned(page, em)
        for page in pages
    ]


def _doubts(pages: Sequence[PageGlyphs], twice: int) -> Iterator[Diagnostic]:
    """Yield what is told of the characters themselves; *twice* counts those printed again."""
    radicals = sum(sum(map(UNIFIED.__contains__, page.codes)) for page in pages)
    if radicals or twice:
        yield Diagnostic.of(Code.CHARACTERS_MENDED, radicals=radicals, twice=twice)
    if recognised := [page.number for page in pages if page.is_recognised]:
        yield Diagnostic.of(Code.TEXT_RECOGNISED, pages=shown_pages(sorted(recognised)))
    if hidden := [page.hidden for page in pages if page.hidden]:
        yield Diagnostic.of(
            Code.TEXT_HIDDEN, count=sum(map(len, hidden)), excerpt=max(hidden, key=len)[:24]
        )
    if vertical := [page.number for page in pages if page.is_vertical]:
        yield Diagnostic.of(Code.TEXT_VERTICAL, pages=shown_pages(sorted(vertical)))
