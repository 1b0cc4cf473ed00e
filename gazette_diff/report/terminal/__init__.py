"""The comparison in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.report.terminal.options import READING_HELP, Layout, Show, TerminalOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from gazette_diff.core.changes import ChangeSet

__all__ = [
    "READING_HELP",
    "Layout",
    "Show",
    "TerminalOptions",
    "entries_text",
    "plain_text",
    "render_terminal",
]


def render_terminal(changes: ChangeSet, options: TerminalOptions, console: Console) -> None:
    """Print the report on *changes* to *console*."""
    from gazette_diff.report.terminal.body import report_lines
    from gazette_diff.report.terminal.paint import print_lines

    lines = report_lines(changes, options, options.width or console.width)
    print_lines(lines, console, plain=options.plain)


def entries_text(changes: ChangeSet, options: TerminalOptions) -> Iterator[str]:
    """Yield, as plain text, what became of the articles of *changes*, without head and notes."""
    from gazette_diff.report.terminal.body import entries_alone
    from gazette_diff.report.terminal.lines import plain

    return plain(entries_alone(changes, options, options.width))


def plain_text(changes: ChangeSet, options: TerminalOptions) -> Iterator[str]:
    """Yield the lines of the report as plain text, each with its line end, without a console.

    For pipes and files; ``options.width`` must be set unless ``wrap`` is off.
    """
    from gazette_diff.report.terminal.body import report_lines
    from gazette_diff.report.terminal.lines import plain

    return plain(report_lines(changes, options, options.width))
