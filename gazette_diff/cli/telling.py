"""Lines that are told to a person: painted in a terminal, plain in a pipe or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from gazette_diff.cli.output import show, write
from gazette_diff.cli.paint import drawn, surface
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from gazette_diff.core.versions import Line as VersionLine
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.report.terminal import TerminalOptions
    from gazette_diff.report.terminal.lines import Line

LINE_HELP = Bilingual(
    "法规库中的法规（标题中的字）", "A regulation of the library (words of its title)"
)


def line_named(shelf: Shelf, name: str) -> VersionLine:
    """Return the line of the regulation that *name* means, whatever its version.

    Raises:
        NotFoundError: there is none, or several.
    """
    from gazette_diff.library import parse_name
    from gazette_diff.library.lookup import find_line

    return find_line(shelf, parse_name(name))


def tell_lines(
    lines: Callable[[TerminalOptions], Iterable[Line]],
    language: Language,
    output: str | None,
    *,
    color: str,
    pager: bool | None,
) -> None:
    """Show what *lines* gives for the window, or write it to the file *output*."""
    from gazette_diff.report.terminal import TerminalOptions

    on = surface(color, to_file=output is not None)
    options = TerminalOptions(
        language=language,
        width=on.width or 0,
        wrap=bool(on.width),
        plain=not on.window and not on.coloured,
    )
    text = drawn(lines(options), on)
    if output is None:
        show(text, paged=pager)
    else:
        write(text, output)
