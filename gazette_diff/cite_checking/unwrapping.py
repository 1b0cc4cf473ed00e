"""Citations that the end of a line cuts, as in a PDF or in text with hard line ends.

Only lines that cut a citation are joined, by what stands at the two ends: what is a paragraph
in a memo cannot be known, and need not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazette_diff.cite_checking.values import CheckedText, Span

_NUMBER = "一二三四五六七八九十百千零〇0-9０-９"
_UNITS = "[编章节条款项目]"
# What one line may end with, and what the next then begins with.
_CUTS = tuple(
    (re.compile(rf"(?:{end})\s*$"), re.compile(rf"[ \t]?(?:{start})"))
    for end, start in (
        ("《[^《》]{1,60}", "[^《》]{1,60}》"),
        # A number at the head of a line that is its own has a space behind it.
        ("》", rf"第[{_NUMBER}]+{_UNITS}(?=[第规的、，,。；：和与及至之中明]|$)"),
        ("》", rf"[（(][^（()）]{{1,40}}[）)]\s*第[{_NUMBER}]"),
        (f"第[{_NUMBER}]+", f"[{_NUMBER}]*{_UNITS}"),
        (rf"{_UNITS}(?:之[{_NUMBER}]*)?第|》第", rf"[（(]?[{_NUMBER}]"),
        (rf"{_UNITS}第?[（(][{_NUMBER}]*", rf"[{_NUMBER}]*[）)]"),
        (rf"第[（(][{_NUMBER}]+[）)]", "[项目]"),
        (
            rf"第[{_NUMBER}]+条(?:之[{_NUMBER}]+)?",
            rf"(?:之[{_NUMBER}]|第[（(]?[{_NUMBER}]+[）)]?[款项])",
        ),
        (rf"第[{_NUMBER}]+款", rf"第[（(]?[{_NUMBER}]+[）)]?项"),
    )
)


class Unwrapped:
    """Lines of a document with cut citations made whole, and the way back."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Join the *lines* between which a citation is cut."""
        self.lines: list[str] = []
        # Of each joined line: where its pieces begin in it, their lines and offsets there.
        self._pieces: list[list[tuple[int, int, int]]] = []
        for number, line in enumerate(lines, 1):
            if self.lines and _is_cut(lines[number - 2], line):
                before = self.lines[-1].rstrip()
                rest = line.lstrip()
                self._pieces[-1].append((len(before), number, len(line) - len(rest)))
                self.lines[-1] = before + rest
            else:
                self.lines.append(line)
                self._pieces.append([(0, number, 0)])

    def back(self, checked: CheckedText) -> CheckedText:
        """Return *checked*, found in the joined lines, with the places of the lines as they are."""
        return CheckedText(
            tuple(replace(one, span=self._original(one.span)) for one in checked.citations),
            tuple(replace(one, span=self._original(one.span)) for one in checked.findings),
        )

    def _original(self, span: Span) -> Span:
        line, start = self._place(span.line, span.start)
        last, end = self._place(span.last, max(0, span.end - 1))
        return Span(line, start, end + 1, last)

    def _place(self, line: int, offset: int) -> tuple[int, int]:
        pieces = self._pieces[line - 1]
        begin, number, start = max(piece for piece in pieces if piece[0] <= offset)
        return number, start + offset - begin


def _is_cut(before: str, after: str) -> bool:
    """Tell whether a citation begins in *before* and goes on in *after*."""
    return any(end.search(before) and start.match(after) for end, start in _CUTS)
