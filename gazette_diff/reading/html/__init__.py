"""Web pages, as government sites publish them: the text without the site around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import SourceText
from gazette_diff.reading.html.decoding import decode_page
from gazette_diff.reading.html.nodes import Page
from gazette_diff.reading.html.rendering import page_lines
from gazette_diff.reading.html.selection import select_text
from gazette_diff.reading.html.walking import TangledError, Walker
from gazette_diff.reading.result import ReadResult

if TYPE_CHECKING:
    from lxml.etree import _Element

    from gazette_diff.reading.html.nodes import PageLine

#: A page is some hundred kilobytes; one of this size would need ten times it in memory.
MAXIMUM_PAGE = 16 * 1024 * 1024
# Pages saved with their pictures inside.
_PICTURE = re.compile(rb"data:[a-z0-9/+.;=-]{1,60},[A-Za-z0-9+/=%\s]*")
# An element with more attributes than this takes the parser minutes: it compares all pairs.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_MOST_ATTRIBUTES = 2000
_MOST_TAGS = 400_000
_EXCERPT = 24
_TANGLED = Bilingual(
    "网页标记过多或嵌套过深", "the page has too much markup, or it is nested too deep"
)
_NO_WORDS = Bilingual(
    "网页中没有文字（正文可能由脚本载入，或是图片）",
    "the page has no words (scripts may load them, or it shows images)",
)
_IN_BROWSER = Bilingual(
    "请在浏览器中打开，把正文复制为文本，或打印为 PDF",
    "open it in a browser and save the text, or print it as PDF",
)
_AS_TEXT = Bilingual("请把正文另存为文本", "save the text of it alone")


def read_page(data: bytes, name: str) -> ReadResult:
    """Read the web page *data*: each line is a paragraph or a row of a table.

    What is no part of the text (menus, heads and feet of the site, tools, hidden words)
    stands as comment lines in its place and is reported.

    Raises:
        UnreadableError: it is too large, in no known encoding, or has no words.
    """
    if len(data) > MAXIMUM_PAGE:
        data = _PICTURE.sub(b"", data)
    if len(data) > MAXIMUM_PAGE:
        raise _unreadable(name, Bilingual("网页过大", "the page is too large"), _AS_TEXT)
    text, encoding, diagnostics = decode_page(data, name)
    page = _walk(text, name)
    select_text(page)
    if all(line.left_out is not None for line in page.lines):
        raise _unreadable(name, _NO_WORDS, _IN_BROWSER)
    source = SourceText(name, tuple(page_lines(page.nodes)), encoding, paragraphs=True)
    if page.deleted:
        diagnostics += (Diagnostic.of(Code.CHANGES_ACCEPTED, count=page.deleted),)
    if counted := sum(bool(line.number) for line in page.lines if line.left_out is None):
        # Style sheets in files of their own may say otherwise, and are not at hand.
        diagnostics += (Diagnostic.of(Code.LIST_NUMBERS, count=counted),)
    if page.foreign:
        diagnostics += (Diagnostic.of(Code.NUMBER_FORMAT, format=", ".join(page.foreign)),)
    return ReadResult(source, diagnostics + _left_out(page.lines))


def _walk(text: str, name: str) -> Page:
    root = _parse(text, name)
    if root is None:
        return Page([], [], [])
    try:
        return Walker().walk(root)
    except TangledError as error:
        raise _unreadable(name, _TANGLED, _AS_TEXT) from error


def _parse(text: str, name: str) -> _Element | None:
    from lxml import etree

    if text.count("<") > _MOST_TAGS or any(
        found.group().count("=") > _MOST_ATTRIBUTES for found in _LONG_TAG.finditer(text)
    ):
        raise _unreadable(name, _TANGLED, _AS_TEXT)
    # Some depth is common where a page forgets to close its elements: without huge_tree the
    # parser ends at 256. It takes no entities but those of HTML.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    data = text.replace("\x00", "\ufffd").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None  # nothing in it but white space and comments
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _unreadable(name, _TANGLED, _AS_TEXT)  # it was cut there
    return root


def _left_out(lines: list[PageLine]) -> tuple[Diagnostic, ...]:
    left = [line for line in lines if line.left_out is not None]
    if not left:
        return ()
    longest = max(left, key=lambda line: len(line.bare)).text.strip()
    return (
        Diagnostic.of(
            Code.FRAME_LEFT_OUT,
            count=len(left),
            characters=sum(len(line.bare) for line in left),
            excerpt=longest[:_EXCERPT] + "…" * (len(longest) > _EXCERPT),
        ),
    )


def _unreadable(name: str, what: Bilingual, mend: Bilingual) -> UnreadableError:
    return UnreadableError(what, where=name, mend=mend)
