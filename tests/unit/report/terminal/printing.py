"""The report as a console shows it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from rich.console import Console

from gazette_diff.report.terminal import TerminalOptions, render_terminal

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet


def printed(changes: ChangeSet, *, cells: int = 80, color: bool = False, **options: Any) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=cells,
        force_terminal=color,
        color_system="truecolor" if color else None,
        legacy_windows=False,
    )
    render_terminal(changes, TerminalOptions(**options), console)
    return file.getvalue()
