"""From the elements of a web page to its lines and tables, as a browser would lay them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.reading.html.counting import ListCounter, is_foreign
from gazette_diff.reading.html.list_styles import ListStyles
from gazette_diff.reading.html.nodes import Box, Page, PageLine, PageNode, Reason
from gazette_diff.reading.html.spans import TableBuilder

if TYPE_CHECKING:
    from lxml.etree import _Element

# What has no words of its own, or none that a browser shows.
_SKIPPED = frozenset(
    {
        *("script", "style", "template", "noscript", "head", "datalist", "rp", "math"),
        *("iframe", "object", "embed", "svg", "canvas", "audio", "video", "map"),
    }
)
_CONTROLS = frozenset({"button", "select", "textarea", "rt"})
_BLOCKS = frozenset(
    {
        *("html", "body", "address", "article", "aside", "blockquote", "center", "details"),
        *("dialog", "dir", "div", "fieldset", "figcaption", "figure", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "main"),
        *("menu", "nav", "p", "pre", "section", "summary", "dl", "dt", "dd", "ol", "ul", "li"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "frameset"),
    }
)
_MADE_INLINE = frozenset({"div", "p", "section", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"})
_INLINE = re.compile(r"display\s*:\s*inline\s*(?:;|!|$)", re.I)
_CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_PREFORMATTED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NAMES = re.compile(r"[A-Za-z][a-z]*|[A-Z]+")
# Deeper boxes than any browser makes (512) count as their parent.
_DEEPEST = 400
# Old pages put table into table; the worst by ten.
_DEEPEST_TABLE = 50


_TITLE_METAS = frozenset({"articletitle", "title", "og:title"})


class TangledError(Exception):
    """Tables stand in tables deeper than on any page that is meant to be read."""


class Walker:
    """Walks over the elements of a page, without recursion: pages nest as deep as they like."""

    def __init__(self) -> None:
        """Begin a page."""
        self.lines: list[PageLine] = []
        self.deleted = 0
        self.foreign: set[str] = set()
        self._styles = ListStyles(())
        self._lists: list[ListCounter] = []
        self._number = ""  # of the item that is being read, until its first line
        self._box = Box("", frozenset(), None)
        self._nodes: list[list[PageNode]] = [[]]
        self._tables: list[TableBuilder] = []
        self._boxed: list[bool] = []  # for each open block: it has a box of its own
        self._text: list[str] = []
        self._links = 0
        self._aside: list[str] = []  # words that are hidden, or of controls
        # How many elements of a kind are open around the present place.
        self._hidden = self._hidden_blocks = self._control = self._link = self._pre = 0

    def walk(self, root: _Element) -> Page:
        """Return the page below *root*.

        Raises:
            TangledError: it is nested beyond all measure.
        """
        from lxml import etree

        sheets = ("".join(sheet.itertext()) for sheet in root.iter("style"))
        self._styles = ListStyles(sheets)
        if self._styles.counts:
            self.foreign.add("content: counter()")
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                name = str(element.tag).lower()
                if name in _SKIPPED:
                    walk.skip_subtree()
                    continue
                self._start(element, name)
                self._add(element.text)
            elif event == "end":
                name = str(element.tag).lower()
                if name not in _SKIPPED:
                    self._end(element, name)
                if element is not root:
                    self._add(element.tail)
            else:
                self._add(element.tail)
        self._flush()
        return Page(self._nodes[0], self.lines, _titles(root), self.deleted, sorted(self.foreign))

    def _start(self, element: _Element, name: str) -> None:
        block = _is_block(element, name)
        if block:
            self._flush()
            self._enter(element, name)
        elif name == "br":
            self._flush()
        self.deleted += name == "del"
        self._count(element, name, 1, block=block)

    def _end(self, element: _Element, name: str) -> None:
        block = _is_block(element, name)
        if block:
            self._flush()
            self._leave(name)
        elif name in _CONTROLS or _is_hidden(element, name):
            self._flush_aside(Reason.CONTROL if self._control else Reason.HIDDEN)
        self._count(element, name, -1, block=block)

    def _count(self, element: _Element, name: str, by: int, *, block: bool) -> None:
        """Note that we go into an element (*by* 1) or out of it (-1)."""
        if _is_hidden(element, name):
            if block:
                self._hidden_blocks += by
            else:
                self._hidden += by
        self._control += by * (name in _CONTROLS)
        self._link += by * (name == "a" and _is_link(element))
        style = element.get("style")
        self._pre += by * (name == "pre" or bool(style and _PREFORMATTED.search(style)))

    def _enter(self, element: _Element, name: str) -> None:
        self._boxed.append(self._box.depth < _DEEPEST)
        if self._boxed[-1]:
            words = f"{element.get('class') or ''} {element.get('id') or ''}"
            names = frozenset(word.lower() for word in _NAMES.findall(words))
            self._box = Box(name, names, self._box)
        if name in ("ol", "ul", "menu", "dir"):
            self._lists.append(ListCounter.of(element, self._styles))
        elif name == "li" and self._lists:
            number, style = self._lists[-1].count(element)
            self._number += number
            if is_foreign(style) or style in self._styles.own_styles:
                self.foreign.add(style)
        if name == "table":
            if len(self._tables) == _DEEPEST_TABLE:
                raise TangledError
            self._tables.append(TableBuilder())
        elif self._tables and name in ("tr", "thead", "tbody", "tfoot"):
            self._tables[-1].enter(name)
        elif self._tables and name in _CELLS:
            self._nodes.append(self._tables[-1].cell(element, name))

    def _leave(self, name: str) -> None:
        if self._boxed.pop() and self._box.parent is not None:
            self._box = self._box.parent
        if name in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()
        elif name == "li":
            self._number = ""  # an item without words
        if name == "table" and self._tables:
            self._nodes[-1].append(self._tables.pop().table())
        elif self._tables and name == "thead":
            self._tables[-1].leave_head()
        elif self._tables and name in _CELLS and len(self._nodes) > 1:
            self._nodes.pop()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._hidden or self._control:
            self._aside.append(text)
            return
        text = text.replace("\r", "")
        if self._pre and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self._put(line)
                self._flush()
        self._put(text)

    def _put(self, text: str) -> None:
        self._text.append(text)
        if self._link:
            self._links += len("".join(text.split()))

    def _flush(self) -> None:
        """End the line that is being read."""
        text = _collapse("".join(self._text))
        if text.strip():
            reason = Reason.HIDDEN if self._hidden_blocks else None
            self._emit(PageLine(text, self._box, self._links, reason, self._number))
            self._number = ""
        self._text.clear()
        self._links = 0

    def _flush_aside(self, reason: Reason) -> None:
        text = _collapse("".join(self._aside))
        self._aside.clear()
        if text.strip():
            self._emit(PageLine(text, self._box, left_out=reason))

    def _emit(self, line: PageLine) -> None:
        for box in self._box.around():
            if box.first < 0:
                box.first = len(self.lines)
            box.last = len(self.lines)
        self.lines.append(line)
        self._nodes[-1].append(line)


def _is_link(anchor: _Element) -> bool:
    """Tell whether an ``a`` leads somewhere, by address or script, and does not mark a place."""
    return anchor.get("href") is not None or (
        anchor.get("name") is None and anchor.get("id") is None
    )


def _is_block(element: _Element, name: str) -> bool:
    if name not in _BLOCKS:
        return False
    style = element.get("style") if name in _MADE_INLINE else None
    return not (style and _INLINE.search(style))


def _is_hidden(element: _Element, name: str) -> bool:
    style = element.get("style")
    hidden = element.get("hidden") is not None or name == "del"
    return hidden or bool(style and _HIDDEN.search(style))


def _collapse(text: str) -> str:
    """Put spaces as a browser does; a break of the source between Chinese characters is none.

    U+00A0 and U+3000 are no such spaces: the indents that they make are kept.
    """
    text = text.strip(" \t\n\r\f")
    if "\n" not in text:
        return _SPACE.sub(" ", text)

    def space(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1], text[found.end()]
        return "" if "\n" in found.group() and before > "\x7f" and after > "\x7f" else " "

    return _SPACE.sub(space, text)


def _titles(root: _Element) -> list[str]:
    """Return what the page says its title is: ArticleTitle (政府网站发展指引, 2017), <title>."""
    metas = (
        meta.get("content")
        for meta in root.iter("meta")
        if (meta.get("name") or meta.get("property") or "").lower() in _TITLE_METAS
    )
    titles = ["".join(title.itertext()) for title in root.iter("title")]
    return [text for text in (*metas, *titles) if text and text.strip()]
