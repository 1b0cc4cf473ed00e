"""The references to look at and the diagnostics, at the end of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.references.wording import FINDINGS_TITLE, told_of
from gazette_diff.report.terminal.cells import wrap
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.wording import DIAGNOSTICS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.language import Language
    from gazette_diff.core.references import JudgedReference

_LINE = Bilingual("第{line}行  {message}", "line {line}  {message}")
# Two spaces, a code as GD301, two spaces.
_INDENT = 9
_BULLET = "  ! "


def finding_lines(
    findings: Sequence[JudgedReference], language: Language, cells: int | None
) -> Iterator[Line]:
    """Yield *findings* under a heading: where, the words, what is wrong; nothing for none."""
    if not findings:
        return
    yield EMPTY
    yield (Span(FINDINGS_TITLE.in_(language), Role.CHAPTER),)
    left = None if cells is None else max(cells - len(_BULLET), 8)
    for one in findings:
        where = f"{one.reference.source.name}“{one.reference.text}”  "
        told = visible_line(told_of(one).in_(language))
        words = [Span(visible_line(where), Role.STRONG), Span(told)]
        for number, line in enumerate(wrap(words, left)):
            yield (Span(_BULLET if number == 0 else " " * len(_BULLET), Role.QUIET), *line)


def note_lines(
    diagnostics: Sequence[Diagnostic], language: Language, cells: int | None
) -> Iterator[Line]:
    """Yield *diagnostics* under a heading, each with its code and line; nothing for none."""
    if not diagnostics:
        return
    yield EMPTY
    yield (Span(DIAGNOSTICS.in_(language), Role.CHAPTER),)
    for diagnostic in diagnostics:
        text = diagnostic.message(language)
        # Some messages name their lines themselves.
        if diagnostic.line is not None and "first" not in dict(diagnostic.values):
            text = _LINE.in_(language).format(line=diagnostic.line, message=text)
        left = None if cells is None else max(cells - _INDENT, 8)
        for number, line in enumerate(wrap([Span(visible_line(text))], left)):
            code = diagnostic.code.id if number == 0 else ""
            yield (Span(f"  {code:<5}  ", Role.QUIET), *line)
