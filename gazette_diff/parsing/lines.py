"""The lines of a source as the parser sees them: what is markup, what is words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import ClassVar, NamedTuple

from gazette_diff.core.mendings import Furnishing, Mending
from gazette_diff.core.source import LineSpan, Piece, SourceText
from gazette_diff.parsing.marks import FIRST, HEADS, Head, match_head, read_head

# The way around the constructor of a NamedTuple, which takes twice as long.
_new = tuple.__new__


# A line up to this long without any punctuation reads as a heading, not as a cut sentence.
_HEADING_LONGEST = 30
_PUNCTUATION = frozenset("，。；：、,;:！？!?“”")


class Layout(Enum):
    """How a document's lines relate to its paragraphs."""

    PARAGRAPHS = "paragraphs"  # each line is a paragraph
    INDENTED = "indented"  # a paragraph begins where a line is indented by two characters
    WRAPPED = "wrapped"  # lines were cut at the width of a column
    BROKEN = "broken"  # lines are paragraphs, but some were cut where a page ended


@dataclass(slots=True)
class Line:
    """One line with words: ``number`` from 1; ``start`` and ``end`` bound its ``text``.

    ``head`` is the number that it begins with, ``words`` what stands after it (all of the
    text without one); they are ``plain`` where there is nothing to clean out of them, and
    the line is no row of a table.
    ``level`` is that of a Markdown heading (0 for none), ``indent`` the spaces before the
    words (U+3000 counts 2; ``wide`` tells that it is of those), ``gap`` tells that a blank
    line stands before it; ``short`` that it ends clearly before the column does (only known
    where lines are wrapped), ``tabbed`` that it is a row of a table with tabs between its
    cells. ``note`` tells what was done to the line and why; ``continued`` that its place in
    print shows that it goes on the line before. ``cut`` bounds markup in the ``text`` that is
    no part of it: the ** behind a number.

    A plain line may stand for the paragraph that it is, without a copy of it.
    """

    table: ClassVar[None] = None
    container: ClassVar[None] = None

    number: int
    start: int
    end: int
    text: str
    head: Head | None
    words: str
    plain: bool
    level: int = 0
    indent: int = 0
    gap: bool = False
    wide: bool = False
    short: bool = False
    tabbed: bool = False
    note: Mending | None = None
    continued: bool = False
    cut: tuple[int, int] | None = None

    @classmethod
    def of(cls, text: str) -> Line:
        """Return *text* as a line that stands alone."""
        head = read_head(text)
        words = text if head is None else text[head.rest :]
        return cls(1, 0, len(text), text, head, words, plain=False)

    def text_span(self) -> LineSpan:
        """Return where its words stand."""
        head = self.head
        start = self.start if head is None else self.start + head.rest
        return _new(LineSpan, (self.number, 0, 0, start, self.end))

    def label_span(self) -> LineSpan:
        """Return where its number stands."""
        start, head = self.start, self.head
        label_end = start if head is None else start + head.end
        return _new(LineSpan, (self.number, start, label_end, 0, 0))

    def span(self) -> LineSpan:
        """Return where its number and its words stand."""
        start, head = self.start, self.head
        if head is None:
            return _new(LineSpan, (self.number, 0, 0, start, self.end))
        return _new(LineSpan, (self.number, start, start + head.end, start + head.rest, self.end))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The piece of its words after the number, as a paragraph has them."""
        return self.text_span().text

    @property
    def label_pieces(self) -> tuple[Piece, ...]:
        """The piece of its number, none without one."""
        return self.label_span().label

    def whole(self) -> tuple[str, tuple[Piece, ...]]:
        """Return all its words, those of its number too, and the pieces they stand in."""
        if self.cut is None:
            return self.text, (self.piece(),)
        start, end = self.cut
        return self.text[:start] + self.text[end:], (self.piece(0, start), self.piece(end))

    @property
    def indented(self) -> bool:
        """Whether it is indented by two spaces at least."""
        return self.indent >= 2

    def piece(self, start: int = 0, end: int | None = None) -> Piece:
        """Return the piece from offset *start* to *end* of the line's words."""
        stop = self.end if end is None else self.start + end
        return Piece(self.number, self.start + start, stop)


class Furniture(NamedTuple):
    """A piece of the source that is no part of any text, and why (running head, markup …)."""

    piece: Piece
    kind: Furnishing


# A comment line, the # of a heading, the dash before a list item: markup, not words.
_COMMENT = re.compile(r"(?:<!--(?:(?!-->).)*-->\s*)+")
_DASHES = "-*•·●○■□▪◆"
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(?=\S)")
_MARKUP = frozenset("<#" + _DASHES)
_EMPHASISED = re.compile(r"\*\*([\w（(《“①-⑳][^*]*)\*\*")
_DASH = re.compile(rf"[{_DASHES}][ \u3000\t]+(?=[（(《“0-9０-９①-⑳一-鿿])")
# Not allowed in XML 1.0 (and of no meaning in a text): C0 controls, surrogates, U+FFFE/F.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u200b\u2060\ufeff]")


# Most lines of a text end in one of these or begin with a number; no title, running head or
# page number does.
_USUAL_ENDS = frozenset("。；：")


class SplitLines(NamedTuple):
    """The lines with words, those of them that are ``notable``, and the markup around them.

    Most lines of most texts begin where the line does, have a number or end in 。；or ：and
    hold nothing but words. The others are notable, and those that begin with 附.
    """

    lines: list[Line]
    notable: list[Line]
    furniture: list[Furniture]


def split_lines(source: SourceText) -> SplitLines:
    """Return the lines of *source* that have words, and the markup that stands around them.

    Every line of every source goes through here, so what is known of it is put down at once.
    """
    lines: list[Line] = []
    notable: list[Line] = []
    furniture: list[Furniture] = []
    gap = False
    for number, raw in enumerate(source.lines, 1):
        text = raw.strip() if raw else raw
        if not text:
            gap = True
            continue
        first, head = text[0], None
        start = 0 if text is raw else raw.index(first)  # nothing stripped: the same string
        level, indent, wide = 0, 0, False
        if first in FIRST:
            head = HEADS[found[0]] if (found := match_head(text)) else None
        elif first in _MARKUP or not first.isprintable():
            skipped, level = _markup(number, start, text, furniture)
            text, start = text[skipped:], start + skipped
            if not text:
                continue
            first, head = text[0], read_head(text)
        if start and not level:
            indent = start + raw.count("\u3000", 0, start)
            wide = raw.startswith("\u3000\u3000")
        words = text if head is None else text[head.rest :]
        plain = words.isprintable() and " " not in words and first != "|"
        end = start + len(text)
        lines.append(
            line := Line(number, start, end, text, head, words, plain, level, indent, gap, wide)
        )
        if start or not plain or (head is None and (text[-1] not in _USUAL_ENDS or first == "附")):
            notable.append(line)
        gap = False
    return SplitLines(lines, notable, furniture)


def mark_continued(lines: Sequence[Line], continued: frozenset[int]) -> None:
    """Mark those of *lines* that go on the line before; a number they begin with opens nothing."""
    for line in lines:
        if line.number in continued:
            line.continued = True
            line.head, line.words = None, line.text
            line.plain = line.text.isprintable() and " " not in line.text and line.text[0] != "|"


def _markup(number: int, start: int, text: str, furniture: list[Furniture]) -> tuple[int, int]:
    """Return the length of the markup that *text* begins with, and the level of its heading.

    The markup is put down as *furniture*; *start* is where the text begins in its line.
    """
    skipped = level = 0
    found: list[tuple[int, int, Furnishing]] = []
    first = text[0]
    if first == "<" and _COMMENT.fullmatch(text):
        found.append((0, len(text), Furnishing.COMMENT))
        skipped = len(text)
    elif first == "#" and (heading := _HEADING.match(text)):
        level, skipped = heading.end(1), heading.end()
        found.append((0, level, Furnishing.HEADING_MARK))
    elif dash := _DASH.match(text):
        found.append((0, 1, Furnishing.LIST_DASH))
        skipped = dash.end()
    while CONTROL.match(text, skipped):
        found.append((skipped, skipped + 1, Furnishing.CONTROL_CHARACTER))
        skipped += 1
    if text.startswith("**", skipped) and _opens_emphasis(text, skipped):
        found.append((skipped, skipped + 2, Furnishing.EMPHASIS))
        skipped += 2
    furniture += [Furniture(Piece(number, start + a, start + b), kind) for a, b, kind in found]
    return skipped, level


def _opens_emphasis(text: str, start: int) -> bool:
    """Tell whether what begins at *start* is **第一条** … or a whole line in ** (Markdown)."""
    found = _EMPHASISED.match(text, start)
    if found is None:
        return False
    head = read_head(found[1])
    whole = found.end() == len(text)
    return whole or (head is not None and head.rest == len(found[1]))


def close_emphasis(lines: list[Line], furniture: list[Furniture]) -> None:
    """Take the ** that closes out of those *lines* of which the one that opens is *furniture*."""
    opened = {f.piece.line for f in furniture if f.kind is Furnishing.EMPHASIS}
    if not opened:
        return
    for line in (line for line in lines if line.number in opened):
        at = line.text.index("**")
        closing = Furniture(line.piece(at, at + 2), Furnishing.EMPHASIS)
        before, after = line.text[:at].rstrip(), line.text[at + 2 :]
        if not after:
            furniture.append(closing)
            line.text, line.end = before, line.start + len(before)
            line.words = before if line.head is None else before[line.head.rest :]
        elif line.head is not None:
            furniture.append(closing)
            line.words = after.lstrip()
            line.head = line.head._replace(rest=len(line.text) - len(line.words))
            line.cut = (at, at + 2)


def is_heading_like(line: Line) -> bool:
    """Tell whether *line* reads as a heading: short and, after its number, without punctuation."""
    return len(line.text) <= _HEADING_LONGEST and _PUNCTUATION.isdisjoint(line.words)


def control_pieces(lines: list[Line]) -> Iterator[Furniture]:
    """Yield the control characters inside *lines*, which no text can keep."""
    for line in lines:
        if line.text.isprintable():
            continue
        for found in CONTROL.finditer(line.text):
            yield Furniture(line.piece(found.start(), found.end()), Furnishing.CONTROL_CHARACTER)


# Layout puts spaces around digits, Latin words and half-width marks. A space between two
# Latin words is a word's own; U+3000 between two Chinese ones was typed to part them.
_SPACES = re.compile(r"[ \t\u3000\xa0\x0b\x0c]+")
_OPENING, _CLOSING = "([", ",;:!?)]"


def clean(text: str) -> str:
    """Return *text* without layout: spaces that part no Latin words, control characters.

    Digits, letters and punctuation stay as they were printed.
    """
    if not text.isprintable():
        text = CONTROL.sub("", text)
    if " " in text or "\u3000" in text or "\t" in text or "\xa0" in text:
        text = _SPACES.sub(_keep_between_words, text)
    return text.strip()


def _keep_between_words(found: re.Match[str]) -> str:
    """Return what stays of a run of spaces: one space between words, none around marks."""
    text, start, end, spaces = found.string, found.start(), found.end(), found.group()
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = before.isascii() and after.isascii()
    if before.isalnum() and after.isalnum():
        if latin:
            return " "
        return "\u3000" if "\u3000" in spaces and not before.isascii() else ""
    typed = spaces == " " and latin and before not in _OPENING and after not in _CLOSING
    return " " if typed else ""


def join(pieces: Sequence[str]) -> str:
    """Put the pieces of one paragraph together; only Latin words get a space between them."""
    joined = list(pieces[:1])
    for before, piece in pairwise(pieces):
        ascii_only = before[-1:].isascii() and piece[:1].isascii()
        if ascii_only and before[-1:].isalpha() and piece[:1].isalpha():
            joined.append(" ")
        joined.append(piece)
    return "".join(joined)
