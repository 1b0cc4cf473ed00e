"""Where a sentence may be torn: do the words on both sides stand together elsewhere?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gazette_diff.parsing.wording import without_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.lines import Line

#: Worth from which a seam is shown to be right.
ENOUGH = 8
_OFTEN = 9
_LONGEST_WORD = 4


class Seams:
    """Tells how likely it is that one line goes on with another, by the source's own words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take *lines*, in the order of the source, as the source of words."""
        self.text = "".join(without_space(line.text) for line in lines)
        self.following = {a.number: b.number for a, b in pairwise(lines)}

    def worth(self, before: Line, after: Line) -> int:
        """Return how often the words across the seam stand together elsewhere in the source.

        Words of two to four characters that have at least one on each side are counted,
        longer ones more.
        """
        left, right = without_space(before.text)[-3:], without_space(after.text)[:3]
        own = self.following.get(before.number) == after.number
        worth = 0
        for taken in range(1, len(left) + 1):
            for given in range(1, min(len(right), _LONGEST_WORD - taken) + 1):
                word = left[-taken:] + right[:given]
                elsewhere = self.text.count(word) - own
                worth += min(elsewhere, _OFTEN) * (len(word) - 1) ** 2
        return worth
