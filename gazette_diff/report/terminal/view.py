"""How one report is laid out: the options, made definite for its width and its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.report.terminal.labels import label_cells
from gazette_diff.report.terminal.options import TerminalOptions
from gazette_diff.report.terminal.words import Signs
from gazette_diff.report.units import ARTICLE, Unit

if TYPE_CHECKING:
    from gazette_diff.core.language import Bilingual, Language


@dataclass(frozen=True, slots=True)
class View:
    """The layout of a report.

    ``cells`` is the width of the window, None where lines are as long as they need be;
    ``side`` sets old and new side by side; ``elide`` leaves out long unchanged stretches;
    ``unit`` is what the provisions are counted in.
    """

    options: TerminalOptions
    signs: Signs
    cells: int | None
    side: bool
    elide: bool
    unit: Unit = ARTICLE

    @property
    def language(self) -> Language:
        """The language of the report's own words."""
        return self.options.language

    @property
    def words_from(self) -> int:
        """The cell in which the words of a row begin: behind margin, sign and label."""
        return 4 + label_cells(self.language) + 1

    @property
    def bar(self) -> str:
        """What stands between the two columns."""
        return " | " if self.options.plain else " │ "

    @property
    def column(self) -> int:
        """The width of each of the two columns, their signs in the margin left aside."""
        return ((self.cells or 0) - 4 - len(self.bar)) // 2

    def say(self, text: Bilingual) -> str:
        """Return *text* in the language of the report."""
        return text.in_(self.options.language)

    def left(self, used: int) -> int | None:
        """Return how many cells are left of the width when *used* are taken."""
        return None if self.cells is None else max(self.cells - used, 8)
