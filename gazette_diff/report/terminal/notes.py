"""The diagnostics at the end of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.terminal.cells import wrap
from gazette_diff.report.terminal.lines import EMPTY, Line, Role, Span, visible_line
from gazette_diff.report.wording import DIAGNOSTICS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.language import Language

_LINE = Bilingual("第{line}行  {message}", "line {line}  {message}")
# Two spaces, a code as GD301, two spaces.
_INDENT = 9


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
