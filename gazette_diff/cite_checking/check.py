"""Checking every citation of a document against the library, on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from gazette_diff.citation import scan, why
from gazette_diff.cite_checking.naming import Cited, name_works
from gazette_diff.cite_checking.quotations import Quotations
from gazette_diff.cite_checking.quoting import Checker as QuoteChecker
from gazette_diff.cite_checking.quoting import Followed
from gazette_diff.cite_checking.texts import Texts
from gazette_diff.cite_checking.unwrapping import Unwrapped
from gazette_diff.cite_checking.values import (
    NOTES,
    CheckedCitation,
    CheckedText,
    Finding,
    State,
)
from gazette_diff.cite_checking.versions import choose, named
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual
from gazette_diff.library.works import Works

if TYPE_CHECKING:
    from gazette_diff.cite_checking.texts import Text
    from gazette_diff.core.source import SourceText
    from gazette_diff.core.versions import Line
    from gazette_diff.library.permanent_ids import Comparer
    from gazette_diff.library.shelf import Shelf

_REMARK = "<!-- 批注："
_CHINA = "中华人民共和国"


def check_citations(
    source: SourceText, shelf: Shelf, comparer: Comparer, *, day: date, today: date
) -> CheckedText:
    """Return the citations in *source*, followed into the texts on *shelf* in force on *day*.

    A citation that names no work, or one that is no regulation, is left aside. *today*
    bounds which versions are called newer; *comparer* tells what became of a provision.

    Raises:
        InvalidMarkupError: a file of the library is not sound.
        OSError: one cannot be read.
    """
    texts = Texts(Works(shelf), comparer)
    if source.paragraphs:
        # What others, or this tool, have remarked on the document is no part of it.
        lines = ["" if line.startswith(_REMARK) else line for line in source.lines]
        return _checked(lines, texts, day, today)
    whole = Unwrapped(source.lines)
    return whole.back(_checked(whole.lines, texts, day, today))


def _checked(lines: Sequence[str], texts: Texts, day: date, today: date) -> CheckedText:
    cited = name_works(lines, scan("\n".join(lines)))
    checker = _Checker(texts, day, today)
    followed = [checker.follow(one) for one in cited]
    findings = [
        Finding(one.span, diagnostic, index)
        for index, (one, result) in enumerate(zip(cited, followed, strict=True))
        for diagnostic in result.diagnostics
    ]
    quotes = QuoteChecker(texts, today)
    for quotation in Quotations(lines).of(cited):
        members = [(cited[n], followed[n]) for n in quotation.citations]
        findings += (
            Finding(quotation.span, diagnostic, quotation.citations[-1])
            for diagnostic in quotes.check(quotation, members)
        )
    return CheckedText(
        tuple(_told(one, result) for one, result in zip(cited, followed, strict=True)),
        tuple(sorted(_notes_once(findings), key=lambda one: (one.span.line, one.span.start))),
    )


class _Checker:
    """Follows citations to what they name."""

    def __init__(self, texts: Texts, day: date, today: date) -> None:
        self.texts = texts
        self.day = day
        self.today = today
        self._not_held: dict[str, str] = {}

    def follow(self, cited: Cited) -> Followed:
        """Return what *cited* names, and what is to be said of it."""
        if not cited.work or cited.found.relative:
            return Followed(State.ASIDE)
        title = self.texts.works.title_of(cited.work)
        if title is None:
            # One note for 《中华人民共和国民法典》 and 民法典, as it is printed first.
            work = self._not_held.setdefault(cited.work.removeprefix(_CHINA), cited.work)
            about = Diagnostic.of(Code.WORK_NOT_HELD, work=work)
            return Followed(State.NOT_HELD, (about,))
        line = self.texts.works.line(title)
        stage, told = choose(line, cited, self.day)
        if stage is None:
            return Followed(State.UNCHECKED, told, line=line)
        text = self.texts.open(stage)
        try:
            gathered = text.find(cited.target)
        except GazetteDiffError as problem:
            about = self._missing(cited, line, text, problem)
            return Followed(State.MISSING, (*told, about), line, text)
        later = () if cited.formerly else tuple(self._later(cited, line, text))
        return Followed(State.RESOLVED, (*told, *later), line, text, gathered)

    def _missing(
        self, cited: Cited, line: Line, text: Text, problem: GazetteDiffError
    ) -> Diagnostic:
        """Tell what is missing, and where it is now if an earlier version had it."""
        hint = Bilingual("", "")
        for other in self.texts.others(line, text.stage, self.today):
            if other.has(cited.target):
                if other.stage.start > text.stage.start:
                    hint = _LATER.fill(v=named(other.stage))
                    continue
                found = other.find(cited.target).provisions
                now = self.texts.successors(line, found, other.stage, text.stage)
                hint = _moved_hint(named(other.stage), [one.words for one in now])
                break
        return Diagnostic.of(
            Code.CITED_NOTHING,
            cited=cited.text,
            version=named(text.stage),
            why=why(problem),
            hint=hint,
        )

    def _later(self, cited: Cited, line: Line, text: Text) -> Iterator[Diagnostic]:
        """Yield what a newer version made of the number that is cited."""
        newest = self.texts.newest(line, text.stage, self.today)
        if newest is None:
            return
        gathered = text.find(cited.target)
        now = [
            self.texts.successors(line, (one,), text.stage, newest.stage)
            for member in gathered.members
            for one in member.ends
        ]
        if not all(now):
            yield Diagnostic.of(Code.PROVISION_GONE, cited=cited.text, newer=named(newest.stage))
            return
        names = ["、".join(one.words for one in ones) for ones in now]
        if "至".join(names) != "至".join(w for m in gathered.members for w in m.words):
            yield Diagnostic.of(
                Code.NUMBER_CHANGED,
                cited=cited.text,
                newer=named(newest.stage),
                now="至".join(names),
            )


_MOVED = Bilingual("；{v}有，现为{now}", "; {v} has it, it is {now} now")
_DELETED = Bilingual("；{v}有，其后已删去", "; {v} has it, it was deleted since")
_LATER = Bilingual("；{v}才有", "; {v} has it")


def _moved_hint(version: Bilingual, now: Sequence[str]) -> Bilingual:
    if not now:
        return _DELETED.fill(v=version)
    return _MOVED.fill(v=version, now="、".join(now))


def _told(cited: Cited, followed: Followed) -> CheckedCitation:
    return CheckedCitation(
        span=cited.span,
        text=cited.found.text,
        work=cited.found.work,
        state=followed.state,
        title="" if followed.line is None else followed.line.title,
        version="" if followed.text is None else str(followed.text.stage.version),
        provisions=() if followed.gathered is None else _names(followed),
    )


def _names(followed: Followed) -> tuple[str, ...]:
    assert followed.gathered is not None
    return tuple(one.words for member in followed.gathered.members for one in member.ends)


def _notes_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield *findings*, of equal notes the first alone, with how many there are."""
    counts: dict[Diagnostic, int] = {}
    for one in findings:
        counts[one.diagnostic] = counts.get(one.diagnostic, 0) + 1
    for one in findings:
        about = one.diagnostic
        if about.code not in NOTES:
            yield one
        elif count := counts.pop(about, 0):
            counted = Diagnostic(about.code, (*about.values, ("count", count)))
            yield Finding(one.span, counted, one.citation)
