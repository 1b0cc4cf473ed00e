"""From lines to the terminal: the only place that knows colours, and the last guard."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from gazette_diff.report.terminal.lines import Line, Role, guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.segment import Segment

# The colours of the terminal's own palette, so that they fit dark and light backgrounds;
# no background is set, and nothing is said by colour alone.
_STYLES: dict[Role, str] = {
    Role.PLAIN: "none",
    Role.QUIET: "dim",
    Role.STRONG: "bold",
    Role.CHAPTER: "bold",
    Role.ADDED: "green",
    Role.DELETED: "red",
    Role.AMENDED: "bold",
    Role.REGROUPED: "magenta",
    Role.MOVED: "cyan",
    Role.DOUBT: "bold yellow",
}


class Painted:
    """Lines as something that rich can print; without styles when *plain*."""

    def __init__(self, lines: Iterable[Line], *, plain: bool = False) -> None:
        """Keep *lines*; they are drawn when the console asks for them."""
        self._lines = lines
        self._plain = plain

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the segments of all lines."""
        return self._segments()

    def _segments(self) -> Iterator[Segment]:
        from rich.segment import Segment
        from rich.style import Style

        styles = {role: Style.parse(style) for role, style in _STYLES.items()}
        for line in self._lines:
            for role, spans in groupby(line, key=attrgetter("role")):
                text = guarded("".join(span.text for span in spans))
                yield Segment(text, None if self._plain else styles[role])
            yield Segment.line()


def print_lines(lines: Iterable[Line], console: Console, *, plain: bool = False) -> None:
    """Print *lines* to *console*; rich neither wraps nor crops nor highlights them."""
    console.print(Painted(lines, plain=plain), soft_wrap=True, end="")
