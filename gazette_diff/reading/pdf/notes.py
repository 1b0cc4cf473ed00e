"""Notes at the foot of a page: their words, and the raised marks in the text that send to them.

Notes stand below the text of their column or page in smaller letters. That alone tells little
(imprints and notes of tables do so too): above them a short rule has to stand alone, or they
have to begin with a mark that stands raised in the text. What only looks like notes, in mid
sentence, stays in the text and is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gazette_diff.reading.pdf.columns import find_gutters
from gazette_diff.reading.pdf.continuing import is_numbered
from gazette_diff.reading.pdf.glyphs import Glyph, PageGlyphs
from gazette_diff.reading.pdf.grids import Rule
from gazette_diff.reading.pdf.margins import is_page_number, names_gazette
from gazette_diff.reading.pdf.marks import ANY_MARK, LARGEST_MARK, OWN_SIGN, Mark, find_raised
from gazette_diff.reading.pdf.rows import Segment, is_finished, join_rows, read_segments

# In sizes of the letters of the text: notes are smaller.
_NOTE = 0.92
_SAME = 1.02
# In sizes of the letters of notes: the first line below the rule, the next below a line.
_BELOW_RULE, _LEADING = 3.5, 2.0
_ABOVE, _BELOW = 0.9, 0.4
_INDENT = 2.5
# In sizes of the letters: words stand on an underline; what begins this far right stands beside.
_UNDERLINE = 0.4
_ASIDE = 5.0
# A rule above notes without marks is shorter than this share of the text's width.
_SHORT = 0.55
_MOST_LINES_UNMARKED = 8
_MOST_FEET = 2
# A page with so many characters, none as large as the text, is one of small print.
_FEWEST_IN_SMALL_PRINT = 200
_MOST_PAGES_LATER = 2
_SIGNS = frozenset(map(ord, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳※*＊†[〔［"))
# What stands small at the end of a page and is no note to the text.
_NO_NOTE = re.compile(
    r"[ \u3000]*(?:注[：:]|注释|备注|说明|附[件表注录]|资料来源|来源|抄[送报]"
    r"|主送|主题词|责任编辑|分送|[（(]?(?:此件|联系)|印发|编辑)"
)
_THREE_LINE_TABLE = 2


class Notes(NamedTuple):
    """A page without its notes, the notes, and the words that may be some but stay."""

    page: PageGlyphs
    notes: list[str]
    doubtful: str


class _Note(NamedTuple):
    """A note: its mark, if it has one, and its words with the mark before them."""

    mark: str
    text: str


class _Start(NamedTuple):
    """Where notes may begin: below the height ``at``, from ``left``; ``rule`` if one tells."""

    at: float
    left: float
    rule: Rule | None


def part_notes(pages: Sequence[PageGlyphs], em: float) -> list[Notes]:
    """Part the notes at the foot of each of *pages*; *em* is the size of most letters.

    Where a mark has no note on its page, for want of room, it may have it on the next.
    """
    taken: list[set[int]] = [set() for _ in pages]
    lowered: list[dict[int, float]] = [{} for _ in pages]
    told: list[tuple[list[str], str]] = []
    waiting: list[Mark] = []
    for i, page in enumerate(pages):
        waiting = [mark for mark in waiting if i - mark.page <= _MOST_PAGES_LATER]
        if not _may_have_notes(page, em):
            told.append(([], ""))
            continue
        foot = _Foot(page, em, i, waiting)
        lowered[i] = {g.order: m.host.base for m in foot.raised for g in m.glyphs}
        notes, orders = foot.notes()
        taken[i] |= orders
        told.append((_with_places(notes, [*waiting, *foot.marks], i, taken), foot.doubtful(notes)))
        waiting = [
            mark
            for mark in (*waiting, *foot.marks)
            if not taken[mark.page].issuperset(g.order for g in mark.glyphs)
        ]
    return [
        Notes(_without(page, orders, bases), notes, doubtful)
        for page, orders, bases, (notes, doubtful) in zip(pages, taken, lowered, told, strict=True)
    ]


def _may_have_notes(page: PageGlyphs, em: float) -> bool:
    least = min(page.places[3::4], default=em)
    has_marks = least < LARGEST_MARK * em or not _SIGNS.isdisjoint(page.codes)
    return least <= _NOTE * em and bool(page.rules or has_marks)


def _without(page: PageGlyphs, taken: set[int], lowered: dict[int, float]) -> PageGlyphs:
    """Return *page* without what is *taken*, and with its raised signs on their line."""
    if lowered:
        places = page.places[:]
        for order, base in lowered.items():
            places[4 * order + 2] = base
        page = page._replace(places=places)
    return page.without(taken)._replace(hidden=page.hidden) if taken else page


def _with_places(
    notes: Sequence[_Note], marks: Sequence[Mark], page: int, taken: Sequence[set[int]]
) -> list[str]:
    """Return the *notes* of *page* with the places of their marks, which are put to *taken*."""
    places: list[list[str]] = [[] for _ in notes]
    for text in {note.mark for note in notes if note.mark}:
        having = [i for i, note in enumerate(notes) if note.mark == text]
        found = [mark for mark in marks if mark.text == text]
        here = [mark for mark in found if mark.page == page]
        for k, mark in enumerate(found if len(having) > len(here) else here):
            places[having[min(k, len(having) - 1)]].append(f"“{mark.after}”")
            taken[mark.page].update(glyph.order for glyph in mark.glyphs)
    return [
        f"{note.text}（{note.mark}标在{'、'.join(found)}之后）" if found else note.text
        for note, found in zip(notes, places, strict=True)
    ]


class _Foot:
    """The lines of a page, among which its notes are looked for."""

    def __init__(self, page: PageGlyphs, em: float, number: int, waiting: Sequence[Mark]) -> None:
        self._page = page
        self._number = number
        self._glyphs = list(page.glyphs())
        sizes = Counter(round(glyph.size, 1) for glyph in self._glyphs)
        shown = any(abs(size - em) <= (_SAME - 1) * em for size in sizes)
        small_print = not shown and len(self._glyphs) >= _FEWEST_IN_SMALL_PRINT
        self._em = max(sizes, key=lambda size: (sizes[size], size)) if small_print else em
        self.raised = list(find_raised(self._glyphs, number))
        self.marks = [mark for mark in self.raised if mark.is_note]
        self._known = [*waiting, *self.marks]
        raised = {glyph.order for mark in self.raised for glyph in mark.glyphs}
        self._segments = read_segments(g for g in self._glyphs if g.order not in raised)
        self._gutters = [gutter.middle for gutter in find_gutters(self._segments, self._em)]

    def notes(self) -> tuple[list[_Note], set[int]]:
        """Return the notes of the page and their characters."""
        taken: set[int] = set()
        notes: list[_Note] = []
        for start in [*self._below_rules(), *self._at_marks()]:
            block = self._block(start)
            if not block or not self._is_told(start, block):
                continue
            glyphs = [g for g in self._within(block) if g.order not in taken]
            if glyphs:
                taken |= {glyph.order for glyph in glyphs}
                notes += self._written(glyphs)
        return notes, taken

    def _below_rules(self) -> Iterator[_Start]:
        rules = self._page.rules
        left, right = (
            min(s.left for s in self._segments),
            max(s.right for s in self._segments),
        )
        for rule in rules:
            like = sum(
                abs(other.start - rule.start) + abs(other.end - rule.end) < self._em
                for other in rules
            )
            # Three alike are those of a table without sides.
            if like <= _THREE_LINE_TABLE and not self._underlines(rule):
                short = rule.end - rule.start <= _SHORT * (right - left)
                yield _Start(rule.at, rule.start, rule if short else None)

    def _underlines(self, rule: Rule) -> bool:
        return any(
            segment.left < rule.end
            and segment.right > rule.start
            and -1 <= rule.at - segment.base <= _UNDERLINE * segment.size
            for segment in self._segments
        )

    def _at_marks(self) -> Iterator[_Start]:
        """Yield where a line of smaller letters begins with a mark that stands in the text."""
        for segment in self._segments:
            if segment.size <= _NOTE * self._em and self._opens(segment.text, segment.base):
                yield _Start(segment.base - _ABOVE * segment.size, segment.left, None)

    def _opens(self, text: str, base: float) -> bool:
        """Tell whether *text* at *base* begins with a mark that stands raised before it."""
        found = ANY_MARK.match(text)
        return found is not None and any(
            mark.text == found.group() and (mark.page < self._number or mark.base < base)
            for mark in self._known
        )

    def _block(self, start: _Start) -> list[Segment]:
        """Return the lines of the notes from *start* on; none if text stands below them."""
        below = [s for s in self._segments if s.base > start.at and not _is_frame(s.text)]
        below = [s for s in below if s.left >= start.left - self._em]
        first = min(below, key=lambda s: s.base, default=None)
        if first is None:
            return []
        marked = start.rule is not None and self._opens(first.text, first.base)
        largest = min(_SAME * self._em, _SAME * first.size) if marked else _NOTE * self._em
        right = self._right(start, [s for s in below if s.size <= largest])
        block: list[Segment] = []
        rest: list[Segment] = []
        for segment in sorted((s for s in below if s.left < right), key=lambda s: s.base):
            reach = _LEADING if block else _BELOW_RULE
            last = block[-1].base if block else start.at
            near = not rest and segment.base - last <= reach * segment.size
            (block if near and segment.size <= largest else rest).append(segment)
        feet = len({round(segment.base) for segment in rest})
        apart = not block or all(s.base - block[-1].base > 1.3 * self._em for s in rest)
        return block if apart and feet <= _MOST_FEET else []

    def _right(self, start: _Start, small: Iterable[Segment]) -> float:
        """Return where the column of the notes ends: notes may stand below all columns."""
        for gutter in self._gutters:
            crossed = any(s.left < gutter < s.right for s in small)
            if gutter > start.left and not crossed:
                return gutter
        return float("inf")

    def _is_told(self, start: _Start, block: Sequence[Segment]) -> bool:
        first = block[0]
        if self._opens(first.text, first.base):
            return True
        if start.rule is None or _NO_NOTE.match(first.text):
            return False
        if OWN_SIGN.match(first.text):
            return True
        return len(block) <= _MOST_LINES_UNMARKED and not any(is_numbered(s.text) for s in block)

    def _within(self, block: Sequence[Segment]) -> list[Glyph]:
        left, right = min(s.left for s in block) - 1, max(s.right for s in block) + 1
        top = block[0].base - _ABOVE * block[0].size
        bottom = block[-1].base + _BELOW * block[-1].size
        return [
            glyph
            for glyph in self._glyphs
            if top <= glyph.base <= bottom and left <= glyph.left and glyph.right <= right
        ]

    def _written(self, glyphs: Sequence[Glyph]) -> Iterator[_Note]:
        """Yield the notes in *glyphs*."""
        size = Counter(glyph.size for glyph in glyphs).most_common(1)[0][0]
        known = {mark.text for mark in self._known}
        note: _Note | None = None
        for line in join_rows(read_segments(glyphs), size):
            found = ANY_MARK.match(line.text)
            mark = found.group() if found else ""
            if note is not None and mark not in known and not OWN_SIGN.match(mark):
                apart = note.text[-1].isascii() and line.text[0].isascii()
                note = note._replace(text=note.text + (" " if apart else "") + line.text)
                continue
            if note is not None:
                yield note
            note = _Note(mark, line.text)
        if note is not None:
            yield note

    def doubtful(self, notes: Sequence[_Note]) -> str:
        """Return the last small lines of a column that begin with a sign, in mid sentence."""
        small = [s for s in self._segments if not notes and s.size <= _NOTE * self._em]
        for segment in small:
            if not OWN_SIGN.match(segment.text):
                continue
            start = _Start(segment.base - _ABOVE * segment.size, segment.left, None)
            block = self._block(start)
            above = [
                s
                for s in self._segments
                if s.base < start.at and s.left < segment.right and s.right > segment.left
            ]
            last = max(above, key=lambda s: s.base, default=None)
            if block and last and last.size > _NOTE * self._em and not is_finished(last.text):
                return "".join(s.text for s in block)
        return ""


def _is_frame(text: str) -> bool:
    return is_page_number(text) or names_gazette(text)
