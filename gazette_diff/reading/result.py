"""What reading yields, whatever was read."""

from __future__ import annotations

from typing import NamedTuple

from gazette_diff.core.diagnostics import Diagnostic
from gazette_diff.core.source import SourceText


class ReadResult(NamedTuple):
    """A source and what was doubtful in reading it."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...] = ()
