"""Whether quoted words are those of the provision that they are attributed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.citation import Gathered
from gazette_diff.cite_checking.texts import Text
from gazette_diff.cite_checking.values import State
from gazette_diff.cite_checking.versions import named
from gazette_diff.cite_checking.wording import Quoted, marked
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.language import Bilingual
from gazette_diff.core.versions import Line

if TYPE_CHECKING:
    from gazette_diff.citation import Resolved
    from gazette_diff.cite_checking.naming import Cited
    from gazette_diff.cite_checking.quotations import Quotation
    from gazette_diff.cite_checking.texts import Texts

# Less alike than this, words are not a quotation gone wrong but other words.
_ALIKE = 0.5
# Words without a colon before them that are shorter may be a term, and are not judged.
_TERM = 10
_SHORTEST = 4
_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Followed:
    """How far a citation was followed: the line of its work, the text, what it names there."""

    state: State
    diagnostics: tuple[Diagnostic, ...] = ()
    line: Line | None = None
    text: Text | None = None
    gathered: Gathered | None = None


class Checker:
    """Checks quotations against the texts of a library."""

    def __init__(self, texts: Texts, today: date) -> None:
        """Look words up in *texts*; versions later than *today* do not count."""
        self.texts = texts
        self.today = today

    def check(
        self, quotation: Quotation, members: Sequence[tuple[Cited, Followed]]
    ) -> Iterator[Diagnostic]:
        """Yield what is wrong with *quotation*, attributed to *members* of one list."""
        quoted = Quoted.of(quotation.words)
        shortest = _SHORTEST if quotation.plainly else _TERM
        cited, last = members[-1]
        if quoted.length < shortest or last.text is None or last.line is None:
            return
        if any(followed.text is not last.text for _, followed in members):
            return
        text, line = last.text, last.line
        ones = [o for _, f in members if f.gathered is not None for o in f.gathered.provisions]
        if quoted.stands_in("".join(text.words(one) for one in ones)):
            return
        if any(quoted.stands_in(text.words(one)) for one in ones):
            return
        about = self._elsewhere(quoted, text, members) or self._other(quoted, line, text, cited)
        if about is None and ones:
            about = _difference(quoted, text, ones, plainly=quotation.plainly)
        if about is not None:
            yield about

    def _elsewhere(
        self, quoted: Quoted, text: Text, members: Sequence[tuple[Cited, Followed]]
    ) -> Diagnostic | None:
        one = text.where(quoted) if quoted.is_telling else None
        if one is None:
            return None
        told = "、".join(cited.text for cited, _ in members)
        return Diagnostic.of(Code.QUOTE_ELSEWHERE, cited=told, where=_where(text, one.words))

    def _other(self, quoted: Quoted, line: Line, text: Text, cited: Cited) -> Diagnostic | None:
        """Tell that the words are those of the same number, or of any, in another version."""
        if not quoted.is_telling:
            return None
        for other in self.texts.others(line, text.stage, self.today):
            own = other.find(cited.target).provisions if other.has(cited.target) else ()
            having = [one for one in own if quoted.stands_in(other.words(one))]
            one = having[0] if having else other.where(quoted)
            if one is not None:
                return Diagnostic.of(
                    Code.QUOTE_OF_OTHER_VERSION,
                    other=_where(other, one.words),
                    where=named(text.stage),
                    now=self._now(quoted, line, other, text, one),
                )
        return None

    def _now(self, quoted: Quoted, line: Line, other: Text, text: Text, one: Resolved) -> Bilingual:
        """Tell where the provision *one* of *other* stands in *text*, and how it reads there."""
        if other.stage.start > text.stage.start:
            return Bilingual("", "")
        now = self.texts.successors(line, (one,), other.stage, text.stage)
        if not now:
            return Bilingual("；现已没有对应的条文", "; it has no counterpart there")
        names = "、".join(each.words for each in now)
        told = marked(quoted.differences("".join(map(text.words, now)))[0])
        return Bilingual(
            f"；现为{names}（[-现文-]{{+引文+}}）：{told}",
            f"; it is {names} there ([-law-]{{+quotation+}}): {told}",
        )


def _where(text: Text, words: str) -> Bilingual:
    return Bilingual("{v}{words}", "{words} of {v}").fill(v=named(text.stage), words=words)


def _difference(
    quoted: Quoted, text: Text, ones: Sequence[Resolved], *, plainly: bool
) -> Diagnostic | None:
    compared = [(quoted.differences(text.words(one)), one) for one in ones]
    (pieces, alike), best = max(compared, key=lambda one: one[0][1])
    where = _where(text, best.words)
    if alike >= _ALIKE:
        return Diagnostic.of(Code.QUOTE_DIFFERS, where=where, difference=marked(pieces))
    if not plainly:
        return None
    words = "……".join(quoted.parts)
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    return Diagnostic.of(Code.QUOTE_NOT_FOUND, where=where, excerpt=excerpt)
