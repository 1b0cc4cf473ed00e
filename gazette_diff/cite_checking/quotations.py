"""Quoted words that a sentence attributes to a citation.

第三条规定：“…”, 第三条第二款：“…”, “…”（《…》第三条), “…”——《…》第三条. Anything less plain is
left alone: “…” also sets off terms, names and irony.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.cite_checking.values import Span

if TYPE_CHECKING:
    from gazette_diff.cite_checking.naming import Cited

# Between a citation and the words that it is said to have.
_INTRODUCES = re.compile(
    r"""
    \s*[，,]?\s*
    (?: 之?(?:中|内|里)? (?:的(?:原文|条文|内容|全文|表述|规定))?
        (?:分别|明确|明文|均|都|还|也|亦|则|就|即|已|同时|进一步|专门|具体)*
        (?:规定|载明|指出|明确|写道|写明|表述|原文|要求)
        (?:了|道|的是|有|是|为|如下)? )?
    \s*(?:(?P<colon>[：:])|[，,])?\s*
    (?=[“"「])
    """,
    re.VERBOSE,
)
# Behind quoted words that stand directly after a number: 第三条“…”的规定.
_AS_RULE = re.compile(r"[，,]?(?:的|之|这一|这样的)(?:明确|明文)?(?:规定|要求|条文|表述)")
# Before a citation in brackets that tells the source of the words before it.
_SOURCE = re.compile(
    r"[”\"」]\s*[。；，,;.]?\s*(?:[（(]|[—─―]{1,2})\s*(?:[详参]?见|引自|出自|摘自|载)?[：:]?\s*$"
)
_BETWEEN = re.compile(r"\s*[、；;，,]?\s*(?=[“\"「])")
_CLOSING = {"“": "”", "「": "」", '"': '"'}
_LONGEST = 4000


class Quotation(NamedTuple):
    """Words in quotes at ``span``, said to be those of the citations with these indexes.

    ``plainly`` says that a colon introduces them; else they may be a term or a paraphrase.
    """

    citations: tuple[int, ...]
    words: str
    span: Span
    plainly: bool


class Quotations:
    """Finds the quotations of a document in its text: its *lines*, joined."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Join *lines*."""
        self.text = "\n".join(lines)
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def of(self, cited: Sequence[Cited]) -> Iterator[Quotation]:
        """Yield what is attributed to each of *cited*, to a list as a whole."""
        for index, one in enumerate(cited):
            if index + 1 < len(cited) and cited[index + 1].head == one.head:
                continue
            members = tuple(n for n in range(one.head, index + 1) if cited[n].head == one.head)
            yield from self._after(members, self._at(one.span.line, one.span.end))
            yield from self._before(
                members,
                self._at(cited[one.head].span.line, cited[one.head].span.start),
                self._at(one.span.line, one.span.end),
            )

    def _at(self, line: int, offset: int) -> int:
        return self.starts[line - 1] + offset

    def _after(self, members: tuple[int, ...], end: int) -> Iterator[Quotation]:
        found = _INTRODUCES.match(self.text, end)
        if found is None:
            return
        start, colon = found.end(), found["colon"] is not None
        bare = not colon and not found[0].strip(" \t\n\u3000，,：:")
        while (close := self._close(start)) > 0:
            # 第三条“…”的规定: without a word between, only what follows tells a quotation.
            if bare and not _AS_RULE.match(self.text, close + 1):
                return
            yield self._quotation(members, start, close, plainly=colon)
            following = _BETWEEN.match(self.text, close + 1)
            if following is None or not colon or "\n" in following[0]:
                return
            start, bare = following.end(), False

    def _before(self, members: tuple[int, ...], start: int, end: int) -> Iterator[Quotation]:
        found = _SOURCE.search(self.text, max(0, start - 12), start)
        if found is None:
            return
        if "（" in found[0] or "(" in found[0]:
            if not re.match(r"(?:的?规定)?\s*[）)]", self.text[end : end + 8]):
                return
        elif not re.match(r"\s*(?:$|[。\n])", self.text[end : end + 8]):
            return
        close = found.start()
        opening = self._opening(close)
        if opening >= 0:
            yield self._quotation(members, opening, close, plainly=False)

    def _close(self, start: int) -> int:
        """Return where the quote opened at *start* closes; -1 where it does not.

        Where a quotation has several paragraphs each of them may begin with “.
        """
        mark = self.text[start : start + 1]
        close = _CLOSING.get(mark)
        if close is None:
            return -1
        if close == mark:
            return self.text.find(close, start + 1, start + _LONGEST)
        depth = 1
        for found in re.compile(f"[{mark}{close}]").finditer(
            self.text, start + 1, start + _LONGEST
        ):
            char, position = found[0], found.start()
            if char == mark and not self._heads_line(position):
                depth += 1
            elif char == close:
                depth -= 1
                if depth == 0:
                    return position
        return -1

    def _heads_line(self, position: int) -> bool:
        """Tell whether nothing but spaces stands before *position* in its line."""
        while position and self.text[position - 1] in " \t\u3000":
            position -= 1
        return position == 0 or self.text[position - 1] == "\n"

    def _opening(self, close: int) -> int:
        """Return where the quote that ends at *close*, in the same line, was opened; else -1."""
        mark = self.text[close]
        line = self.text.rfind("\n", 0, close) + 1
        if mark == '"':
            return self.text.rfind('"', line, close)
        opening = next(o for o, c in _CLOSING.items() if c == mark)
        depth = 0
        for position in range(close, line - 1, -1):
            depth += (self.text[position] == mark) - (self.text[position] == opening)
            if depth == 0:
                return position
        return -1

    def _quotation(
        self, members: tuple[int, ...], start: int, close: int, *, plainly: bool
    ) -> Quotation:
        line = self._line(start)
        last = self._line(close)
        span = Span(line, start - self.starts[line - 1], close + 1 - self.starts[last - 1], last)
        return Quotation(members, self.text[start + 1 : close], span, plainly)

    def _line(self, position: int) -> int:
        return bisect_right(self.starts, position)
