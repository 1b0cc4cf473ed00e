"""Lines to paragraphs: what a column or a page cut is put together again.

Each decision rests on evidence: a number that counts on, an indent, a sentence that has
not ended, a line that ends before its column does. It is recorded with the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.mendings import Mending
from gazette_diff.core.source import Piece, Span
from gazette_diff.parsing.attachments import is_attachment_label, listed_before
from gazette_diff.parsing.columns import after_sentence
from gazette_diff.parsing.layout import cells
from gazette_diff.parsing.lines import Layout, Line, clean, is_heading_like, join
from gazette_diff.parsing.marks import DECIMALS, STRUCTURE, Head, Mark
from gazette_diff.parsing.seams import ENOUGH, Seams
from gazette_diff.parsing.sequence import follows
from gazette_diff.parsing.tables import ReadTable, is_row, read_table
from gazette_diff.parsing.wording import (
    begins_label,
    excerpt,
    is_finished,
    is_issuer,
    is_open,
    is_short_entry,
    is_signed_by,
    stands_beside,
    without_space,
)

if TYPE_CHECKING:
    from gazette_diff.core.ordinals import Ordinal
    from gazette_diff.parsing.layout import Column

_ISSUER_LONGEST = 20
# A number that breaks the sequence may differ by so much from the one before.
_NEAR = 2
# The second of a list in letters comes within so many lines after the first.
_LETTER_WITHIN = 12
# A heading of fewer characters was not cut at the end of its line.
_SHORTEST_CUT_HEADING = 8
_SECTION_NAMES = frozenset({"一般规定", "总则", "附则"})
_ARTICLE, _COMMA = Mark.ARTICLE, Mark.COMMA
# The indent of a first line, in half-width cells; that of a signature is larger.
_LEAST_INDENT = 2
_MOST_INDENT = 6
# A page that turns leaves more lines between two of its words than one blank line.
_GAP_LINES = 2
_TELLING = 0.9
# A first line is narrower than the others by its indent, and by what its last word left.
_NARROWER = 8
_MANY = 8
_CLAUSE_MARKS = frozenset("，。；,;")
_LONG_SHARE = 0.6
# 责任单位：, 主要职责：: such a label begins a paragraph.
_QUOTES = re.compile(r"[“”‘’]")
_LABELLED = re.compile(r"[一-鿿]{4,6}[：:]")
# With these （三） goes on a reference: （三）项规定, （二）款; but not （三）项目建设.
_UNITS = "项款目条"
_REFERENCE = re.compile(
    rf"[{_UNITS}](?:规定|所[列称指述]|的|、|，|,|和|至|到|或|及|以及|与|中|之|情形|行为|第|。|；|$)"
)


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its number, if any, its words, and the pieces both are made of.

    ``container`` is the level of a heading without a number.
    """

    head: Head | None
    words: str
    pieces: tuple[Piece, ...]
    label_pieces: tuple[Piece, ...] = ()
    indented: bool = False
    table: ReadTable | None = None
    container: Mark | None = None

    def text_span(self) -> Span:
        """Return where its words stand."""
        return Span(text=self.pieces)

    def label_span(self) -> Span:
        """Return where its number stands."""
        return Span(label=self.label_pieces)

    def span(self) -> Span:
        """Return where its number and its words stand."""
        return Span(label=self.label_pieces, text=self.pieces)


# A plain line is its own paragraph, for most paragraphs are such lines.
AnyParagraph = Line | Paragraph


class Joiner:
    """Puts the lines of one region together; ``heads`` are the indexes that open provisions.

    After a run, ``notes`` tells by line number why a line was joined to the one before it,
    ``may_open`` the indexes of the paragraphs among which are all that open an article or a
    heading, and ``borders`` the bars and rules of the tables.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        layout: Layout,
        column: Column | None,
        heads: Set[int],
        *,
        unnumbered: Mapping[int, Mark] | None = None,
        articles: bool = False,
        source: Sequence[str] = (),
    ) -> None:
        """Prepare to join *lines*; *articles* tells that those at *heads* open articles.

        *unnumbered* are the lines that are headings without a number, and their levels;
        *source* are the source's lines, which tell where a page turned between two.
        """
        self.unnumbered = unnumbered or {}
        self.lines = lines
        self.layout = layout
        self.column = column
        self.heads = heads
        self.articles = articles
        self.source = source
        self._seams: Seams | None = None
        self.last: dict[Mark, Ordinal] = {}
        self.notes: dict[int, Mending] = {}
        self.may_open: list[int] = []
        self.borders: list[Piece] = []
        self.diagnostics: list[Diagnostic] = []

    def run(self) -> list[AnyParagraph]:
        """Return the paragraphs of the lines, in order."""
        lone, commas = self._lone_lines()
        may_open = self.heads | set(commas) if commas else self.heads
        if all(lone):
            self.may_open = sorted(may_open)
            return list(self.lines)
        paragraphs: list[AnyParagraph] = []
        joined: dict[int, list[Line]] = {}
        unnumbered = self.unnumbered
        before: Line | None = None
        for i, line in enumerate(self.lines):
            if i in may_open and self.may_open[-1:] != [len(paragraphs)]:
                self.may_open.append(len(paragraphs))
            if lone[i]:
                paragraphs.append(line)
            elif not line.plain and is_row(line):
                if before is None or not is_row(before):
                    paragraphs.append(self._table(i))
            elif i in unnumbered:
                paragraphs.append(_made_of([line], None, unnumbered[i]))
                self.last = {}
                before = None
                continue
            elif begun := self._begun(i, before, paragraphs):
                paragraphs.append(begun)
            else:
                joined.setdefault(len(paragraphs) - 1, [self.lines[i - 1]]).append(line)
            before = line
        for at, lines in joined.items():
            paragraphs[at] = _made_of(lines, paragraphs[at].head)
        return paragraphs

    def _lone_lines(self) -> tuple[list[bool], list[int]]:
        """Tell of each line whether it is a paragraph about which nothing is to be noted.

        Where lines are paragraphs most are; the others are judged by :meth:`run`. The second
        list are the lines numbered in 一、 style, which may be headings over articles.
        """
        heads, unnumbered = self.heads, self.unnumbered
        lone: list[bool] = []
        commas: list[int] = []
        below: Head | None = None  # the number of the line before
        for i, line in enumerate(self.lines):
            head = line.head
            if head is None:
                apart = below is None or below.mark >= _ARTICLE
                lone.append(line.plain and apart and i not in unnumbered)
            elif i in heads:
                lone.append(line.plain and not head.irregular)
            elif head.mark > _COMMA and line.words[:1] not in _UNITS:
                lone.append(line.plain)  # what _is_item tells, without the call
            else:
                if head.mark is _COMMA:
                    commas.append(i)
                lone.append(line.plain and head.mark > _ARTICLE and self._is_item(i, head))
            below = head
        if self.layout is not Layout.PARAGRAPHS:
            lone = [False] * len(lone)
        return lone, commas

    def _begun(
        self, index: int, before: Line | None, paragraphs: Sequence[AnyParagraph]
    ) -> AnyParagraph | None:
        """Return the paragraph that the line at *index* begins; None if it goes on with one."""
        line = self.lines[index]
        head = self._accepted_head(index, line.head) if line.head else None
        if head is None and before is not None and not line.level:
            reason = self._reason_to_join(before, index, paragraphs[-1])
            if reason is not None:
                self.notes[line.number] = reason
                return None
        return line if line.plain and head is line.head else _made_of([line], head)

    def _table(self, start: int) -> Paragraph:
        """Return the table that begins on the line at *start*."""
        following = (self.lines[i] for i in range(start, len(self.lines)))
        table = read_table(list(takewhile(is_row, following)))
        self.borders += table.borders
        return Paragraph(None, "", table.words, table=table)

    def _reason_to_join(self, before: Line, index: int, paragraph: AnyParagraph) -> Mending | None:
        """Say why the line at *index* is joined to the one *before*; None when it is not."""
        if self.lines[index].continued and not is_row(before):
            return Mending.PRINTED_ON
        if self._heading_goes_on(before, index):
            return Mending.HEADING_GOES_ON
        if self.layout is Layout.PARAGRAPHS or is_row(before):
            return None
        reason = self._continues(before, index, paragraph)
        if reason in (Mending.NOT_ENDED, Mending.NO_INDENT) and not is_open(before.text):
            labelled = begins_label(self.lines[index].text, after=before.text)
            entry = is_short_entry(before.text) and not self._fills_column(before)
            return None if labelled or entry else reason
        return reason

    def _fills_column(self, line: Line) -> bool:
        """Tell whether most lines that stop in mid sentence are about as wide as *line*."""
        width = cells(line.text)
        near = sum(0 <= by - width <= _NARROWER for by in self._cut_widths)
        return near >= max(_MANY, len(self._cut_widths) / 2)

    @cached_property
    def _cut_widths(self) -> list[int]:
        """The widths of the lines that stop in mid sentence."""
        return [cells(line.text) for line in self.lines if not is_finished(line.text)]

    def _heading_goes_on(self, before: Line, index: int) -> bool:
        """Tell whether the line at *index* is the second line of a chapter's heading.

        It stands between the heading and the first number under it, and is no sentence. A
        few words fill no line, so what follows them is a heading that lost its number.
        """
        if before.head is None or before.head.mark not in STRUCTURE:
            return False
        between = (index - 1) in self.heads and (index + 1) in self.heads
        cut = len(before.words) >= _SHORTEST_CUT_HEADING or before.words[-1:] in "、的和与及"
        cut = cut and without_space(self.lines[index].text) not in _SECTION_NAMES
        heading = between and bool(before.words) and cut and is_heading_like(self.lines[index])
        return heading and not is_finished(before.text)

    def _accepted_head(self, index: int, head: Head) -> Head | None:
        """Return *head*, with which the line at *index* begins, if it opens a provision."""
        if index in self.heads:
            # Articles and outlines in 一、 style count on among the items that they hold.
            self.last = {_COMMA: head.ordinal} if head.mark > _ARTICLE else {}
            if head.irregular:
                self._doubt_label(self.lines[index], head)
            return head
        if head.mark <= _ARTICLE:
            self._doubt_candidate(self.lines[index], head)
            return None
        if not self._is_item(index, head):
            self._doubt_number(self.lines[index], head)
            return None
        if self.last:
            self.last = {mark: o for mark, o in self.last.items() if mark <= head.mark}
        self.last[head.mark] = head.ordinal
        return head

    def _doubt_label(self, line: Line, head: Head) -> None:
        printed = line.text[: head.end]
        self.diagnostics.append(
            Diagnostic.of(Code.IRREGULAR_LABEL, line=line.number, printed=printed, label=head.label)
        )

    def _doubt_candidate(self, line: Line, head: Head) -> None:
        """Name an article that the sequence says is none, though it is printed as one is."""
        if head.mark is _ARTICLE and head.rest > head.end:
            self._reject(line, head)

    def _reject(self, line: Line, head: Head) -> None:
        words = excerpt(line.text)
        self.diagnostics.append(
            Diagnostic.of(
                Code.CANDIDATE_REJECTED, line=line.number, label=head.label, excerpt=words
            )
        )

    def _doubt_number(self, line: Line, head: Head) -> None:
        """Name a number near those of the open list, where lines are paragraphs."""
        known = self.last.get(head.mark)
        counted = _COMMA < head.mark < Mark.LETTER
        if self.layout is not Layout.BROKEN or known is None or not counted:
            return
        if abs(head.ordinal.base - known.base) <= _NEAR and not _REFERENCE.match(line.words):
            self._reject(line, head)

    def _is_item(self, index: int, head: Head) -> bool:
        line = self.lines[index]
        if head.rest == head.end and line.words[:1] in _UNITS and _REFERENCE.match(line.words):
            return False
        if self.articles and head.mark is Mark.COMMA and self._comma_articles:
            return False  # another text's number: those of this text are known
        if head.mark >= Mark.LETTER and not self._is_lettered(index, head):
            return False
        if index == 0 or line.level or self.layout is Layout.PARAGRAPHS:
            return True
        before = self.lines[index - 1]
        if self._is_cut_off(before, line):
            return False
        known = self.last.get(head.mark)
        if known is not None and follows(known, head.ordinal):
            return True
        if listed_before(before.text, head.ordinal.base):
            return True
        ended = is_finished(before.text) or before.level > 0 or (index - 1) in self.heads
        ended = ended or begins_label(before.text, after="")
        if self.layout is Layout.INDENTED:
            return ended or line.indent > 0
        if self.layout is Layout.WRAPPED and before.short:
            return True
        return ended or before.text[-1] in "，,、）)】〕" or is_heading_like(before)

    def _is_lettered(self, index: int, head: Head) -> bool:
        """Tell whether a letter counts: it follows one, or is the first and the second comes."""
        known = self.last.get(head.mark)
        if known is not None and follows(known, head.ordinal):
            return True
        following = (line.head for line in self.lines[index + 1 : index + _LETTER_WITHIN])
        letters = (h.ordinal for h in following if h is not None and h.mark is head.mark)
        return head.ordinal == (1, 0) and next(letters, None) == (2, 0)

    @cached_property
    def _comma_articles(self) -> bool:
        """Whether the articles are numbered in 一、 style."""
        marks = {head.mark for i in self.heads if (head := self.lines[i].head) is not None}
        return Mark.COMMA in marks and Mark.ARTICLE not in marks

    def _is_cut_off(self, before: Line, line: Line) -> bool:
        """Tell whether a sentence breaks off in *before*, so that *line* opens no item.

        第 at the end of a line goes on with a number; where paragraphs are indented, so does
        a line that has no indent.
        """
        if before.text[-1] == "第":
            return True
        flush = self.layout is Layout.INDENTED and line.indent < _LEAST_INDENT
        return flush and not is_finished(before.text) and not is_heading_like(before)

    def _continues(self, before: Line, index: int, paragraph: AnyParagraph) -> Mending | None:
        """Say why the line at *index* continues *before*; None when it begins a paragraph."""
        line = self.lines[index]
        if before.level:
            return None
        if self.layout is Layout.INDENTED:
            ends = line.indent >= _LEAST_INDENT or _stands_alone(line) or self._is_signature(before)
            cut = paragraph.indented or is_open(before.text) or before.text[-1] in "，、,"
            return Mending.NO_INDENT if cut and not ends else None
        if before.head is not None and (index - 1) in self.heads and before.head.mark in STRUCTURE:
            return self._continues_heading(before, line)
        if is_open(before.text) and not self._quotes_on(before, line):
            return Mending.STILL_OPEN
        full = self.layout is Layout.WRAPPED and not before.short
        if full and not is_finished(before.text) and not stands_beside(line.text):
            return Mending.FILLS_COLUMN
        if self.layout is Layout.BROKEN and self._page_turns(before, line):
            return self._over_the_page(before, line)
        if _stands_alone(before) or _stands_alone(line):
            return None
        if self.layout is Layout.WRAPPED:
            return self._continues_in_column(before, index)
        if is_finished(before.text) or self._is_heading(before, index - 1):
            return None
        return None if self._ends_list(before, index) else Mending.NOT_ENDED

    def _page_turns(self, before: Line, line: Line) -> bool:
        """Tell whether a running head or page number was taken out between two lines."""
        if line.number - before.number < 2 or not self.source:
            return False
        return any(text.strip() for text in self.source[before.number : line.number - 1])

    def _over_the_page(self, before: Line, line: Line) -> Mending | None:
        """Say whether *line*, at the top of a page, goes on with *before*.

        No heading stands alone at the foot of a page, so what is not finished goes on. A
        sentence that ends there may end its paragraph or not.
        """
        if not is_finished(before.text):
            beside = stands_beside(line.text) or stands_beside(before.text)
            return None if beside or is_signed_by(before.text) else Mending.NOT_ENDED
        if before.text[-1] in "。）)”":
            self._doubt_join(before, line)
        return None

    def _doubt_join(self, before: Line, line: Line) -> None:
        self.diagnostics.append(
            Diagnostic.of(
                Code.DOUBTFUL_JOIN, line=line.number, first=before.number, last=line.number
            )
        )

    def _is_signature(self, before: Line) -> bool:
        """Tell whether *before* is a name or a date, and not the full first line of a paragraph."""
        first = _LEAST_INDENT <= before.indent <= _MOST_INDENT
        return _stands_apart(before.text) if first else _stands_alone(before)

    def _quotes_on(self, before: Line, line: Line) -> bool:
        """Tell whether a paragraph ends at *before* inside a quotation that goes on after it.

        Each quoted paragraph opens with a mark of its own, the last alone closes it (GB/T
        15834-2011, 4.8.3.4).
        """
        quoted = _QUOTES.sub("", before.text)
        again = line.text[0] in "“‘" or self.layout is Layout.BROKEN
        return again and is_finished(before.text) and not is_open(quoted)

    def _is_heading(self, line: Line, index: int) -> bool:
        """Tell whether *line* reads as a heading, and not as the beginning of a sentence.

        Numbered headings stand in outlines only; and where the words across the seam to
        the next line stand together elsewhere, the sentence was cut there.
        """
        if not is_heading_like(line) or (self.articles and index in self.heads):
            return False
        if line.head is not None and line.head.mark in DECIMALS:
            return True
        if self._seams is None:
            self._seams = Seams(self.lines)
        return self._seams.worth(line, self.lines[index + 1]) < ENOUGH

    def _ends_list(self, before: Line, index: int) -> bool:
        """Tell whether the words at *index* end the sentence of a list rather than its item.

        The item before ends in a comma and no further item of its list follows.
        """
        in_item = before.head is not None and before.head.mark in self.last
        if not in_item or before.text[-1] not in "，,":
            return False
        assert before.head is not None
        expected = (before.head.mark, before.head.ordinal)
        heads = (line.head for line in self.lines[index + 1 :] if line.head is not None)
        following = next(heads, None)
        return following is None or not (
            following.mark is expected[0] and follows(expected[1], following.ordinal)
        )

    def _continues_heading(self, before: Line, line: Line) -> Mending | None:
        full = self.layout is Layout.WRAPPED and not before.short
        return Mending.HEADING_FILLS_COLUMN if full and not is_finished(line.text) else None

    def _continues_in_column(self, before: Line, index: int) -> Mending | None:
        line = self.lines[index]
        if before.text[-1] in "，、,":
            return None if self._ends_list(before, index) else Mending.NOT_ENDED
        if before.short:
            apart = line.gap and self._gaps_tell
            return Mending.NOT_ENDED if self._breaks_off(before) and not apart else None
        if not is_finished(before.text) or before.text[-1] in "；;":
            return Mending.FILLS_COLUMN
        if _LABELLED.match(line.text) or begins_label(line.text, after=before.text):
            return None
        if line.short and not is_finished(line.text):
            return None  # no sentence ends here: a heading
        if self._gaps_tell and line.number - before.number <= _GAP_LINES:
            return None if line.gap else Mending.NO_GAP
        return self._after_sentence(before, index)

    def _breaks_off(self, line: Line) -> bool:
        """Tell whether *line* stops in mid sentence, however short it is.

        Half-width digits make a line of as many characters narrower than the column.
        """
        assert self.column is not None
        long = cells(line.text) >= _LONG_SHARE * self.column.width
        return long and not (is_finished(line.text) or _CLAUSE_MARKS.isdisjoint(line.text))

    def _after_sentence(self, before: Line, index: int) -> Mending | None:
        """Decide about a sentence that ends exactly at the column's end."""
        line = self.lines[index]
        assert self.column is not None
        after = self.lines[index + 1] if index + 1 < len(self.lines) else None
        goes_on = after is not None and not (line.short or after.head or is_finished(line.text))
        in_item = any(mark > _ARTICLE and mark is not _COMMA for mark in self.last)
        found = after_sentence(
            self.column.around(self.lines, index),
            before,
            line,
            after if goes_on else None,
            first=before.number not in self.notes,
            in_item=in_item,
        )
        if not found.sure:
            self._doubt_join(before, line)
        if not found.goes_on:
            return None
        return Mending.NO_FIRST_LINE if found.sure else Mending.SHORT_LAST_LINE

    @cached_property
    def _gaps_tell(self) -> bool:
        """Whether blank lines stand between paragraphs, and only there.

        Lines that open a provision have one above them, those inside a sentence none.
        """
        opening = [i for i in self.heads if i]
        inside = [
            line
            for before, line in pairwise(self.lines)
            if not (before.short or line.head or is_finished(before.text))
        ]
        apart = sum(self.lines[i].gap for i in opening) >= _TELLING * len(opening)
        return (
            bool(opening)
            and apart
            and sum(line.gap for line in inside) <= (1 - _TELLING) * len(inside)
        )


def _made_of(lines: Sequence[Line], head: Head | None, container: Mark | None = None) -> Paragraph:
    """Return the paragraph made of *lines*; what the first begins with is no number but *head*."""
    first = lines[0]
    words, pieces = first.whole() if head is None else (first.words, first.pieces)
    label = () if head is None else first.label_pieces
    if further := [line.whole() for line in lines[1:]]:
        words = join([words, *(text for text, _ in further)])
        pieces = (*pieces, *(piece for _, own in further for piece in own))
    return Paragraph(head, clean(words), pieces, label, first.indented, None, container)


def one_paragraph(lines: Sequence[Line]) -> AnyParagraph:
    """Return the paragraph that *lines*, which begin with no number, are together."""
    return lone_paragraph(lines[0]) if len(lines) == 1 else _made_of(lines, None)


def lone_paragraph(line: Line) -> AnyParagraph:
    """Return the paragraph that *line*, which has no number, is by itself."""
    return line if line.plain else _made_of([line], None)


def _stands_alone(line: Line) -> bool:
    """Tell whether *line* is a date, an authority's name or a number: no part of a sentence.

    So is the label of an attachment on a line of its own.
    """
    if _stands_apart(line.text):
        return True
    # Those that sign together stand side by side: 县人民政府　　县总工会.
    names = line.text.split() if line.head is None else ()
    return bool(names) and max(map(len, names)) <= _ISSUER_LONGEST and is_issuer(line.text)


def _stands_apart(text: str) -> bool:
    return stands_beside(text) or is_attachment_label(text) or is_signed_by(text)
