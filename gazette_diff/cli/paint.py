"""Colours: whether there are any, and how what is drawn in them becomes text."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, TextIO

from gazette_diff.cli.framework import window_width

if TYPE_CHECKING:
    from rich.console import Console

    from gazette_diff.report.terminal.lines import Line

# For two columns in a pipe, which has no width of its own.
PIPED_COLUMNS = 160


class Surface(NamedTuple):
    """What the output is drawn on: a ``window`` or not, in colour or not, how wide.

    ``width`` is None where nothing is to be wrapped or cut: in pipes and files.
    """

    window: bool
    coloured: bool
    width: int | None


def surface(color: str, *, to_file: bool, width: int | None = None) -> Surface:
    """Return the surface of standard output, or of a file; a *width* that is asked for counts.

    *color* is ``always``, ``never`` or ``auto``, which colours a terminal alone and heeds
    ``NO_COLOR`` (no-color.org) and dumb terminals.
    """
    stdout: TextIO | None = sys.stdout  # None where it is closed
    window = stdout is not None and stdout.isatty() and not to_file
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    coloured = color == "always" or (color == "auto" and window and not plain)
    return Surface(window, coloured, width or (window_width() if window else None))


def painted(draw: Callable[[Console], None], on: Surface) -> str:
    """Return what *draw* prints to a console, with the escape codes of its colours."""
    from rich.console import Console

    # Into memory, for only then is its length known, which decides on the pager.
    file = io.StringIO()
    console = Console(
        file=file,
        force_terminal=True,
        # Whoever asks for colours in a pipe gets those that every terminal knows.
        color_system="auto" if on.window else "standard",
        no_color=False,
        width=on.width or PIPED_COLUMNS,
        legacy_windows=False,
    )
    draw(console)
    return file.getvalue()


def drawn(lines: Iterable[Line], on: Surface) -> str:
    """Return *lines* as text: in colours, or plain where the surface has none."""
    if not on.coloured:
        from gazette_diff.report.terminal.lines import plain

        return "".join(plain(lines))
    from gazette_diff.report.terminal.paint import print_lines

    return painted(lambda console: print_lines(lines, console), on)
