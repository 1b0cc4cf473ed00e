"""The works that a citing text names, looked up on a shelf by their whole titles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from gazette_diff.library.lineage import line_of
from gazette_diff.library.names import plain

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation
    from gazette_diff.core.versions import Line, Version
    from gazette_diff.library.shelf import Shelf

_CHINA = "中华人民共和国"


class Works:
    """Finds works by title on one shelf; tells each line and opens each text once."""

    def __init__(self, shelf: Shelf) -> None:
        """Look up on *shelf*."""
        self.shelf = shelf
        self._lines: dict[str, Line] = {}
        self._texts: dict[str, Regulation] = {}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {plain(version.title): version.title for version in self.shelf.versions}

    def title_of(self, work: str) -> str | None:
        """Return the title that is *work*, with or without 中华人民共和国; None where none is.

        Nothing less than the whole title counts: 工作规则 alone may be of any town.
        """
        return self._titles.get(plain(work)) or self._titles.get(plain(_CHINA + work))

    def line(self, title: str) -> Line:
        """Return the line of the regulation called *title*."""
        if title not in self._lines:
            self._lines[title] = line_of(title, self.shelf.versions)
        return self._lines[title]

    def load(self, version: Version) -> Regulation:
        """Return the text of a held *version*.

        Raises:
            InvalidMarkupError: its file is not sound.
            OSError: it cannot be read.
        """
        if version.path not in self._texts:
            self._texts[version.path] = self.shelf.load(version)
        return self._texts[version.path]
