"""A line of the text that is scanned, with the titles in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from gazette_diff.citation.works import title_end

#: Spaces that may stand within a line.
SPACES = " \t\u3000\xa0"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it.

    ``number`` counts from 1. ``headed`` says that a number at its head may be a provision's
    own; ``short`` are the names that the whole text has given to works (以下简称…).
    ``titles`` are the extents of the 《titles》, the outermost only.
    """

    number: int
    text: str
    short: frozenset[str] = frozenset()
    headed: bool = True
    titles: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(
        cls, number: int, text: str, short: frozenset[str] = frozenset(), *, headed: bool = True
    ) -> Line:
        """Return *text* as a line, its titles found."""
        return cls(number, text, short, headed, _titles(text))

    def title_around(self, position: int) -> tuple[int, int] | None:
        """Return the title that *position* stands within, None for none."""
        title = self._last_before(position)
        return title if title and position < title[1] else None

    def title_ending_at(self, position: int) -> tuple[int, int] | None:
        """Return the title whose 》 ends at *position*, None for none."""
        title = self._last_before(position)
        return title if title and position == title[1] else None

    def _last_before(self, position: int) -> tuple[int, int] | None:
        index = bisect_right(self.titles, (position - 1, position + len(self.text)))
        return self.titles[index - 1] if index else None

    def end_before(self, position: int) -> int:
        """Return where the words before *position* end, without spaces."""
        while position and self.text[position - 1] in SPACES:
            position -= 1
        return position

    def words_after(self, position: int, length: int) -> str:
        """Return up to *length* characters from *position* on, spaces before them left out."""
        while position < len(self.text) and self.text[position] in SPACES:
            position += 1
        return self.text[position : position + length]


def _titles(text: str) -> tuple[tuple[int, int], ...]:
    titles = []
    position = text.find("《")
    while position >= 0:
        end = title_end(text, position)
        if end < 0:
            break
        titles.append((position, end))
        position = text.find("《", end)
    return tuple(titles)
