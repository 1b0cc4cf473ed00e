"""In what the provisions of a comparison are counted: 条, or 项 in a text without articles.

An 意见 or a 方案 has no articles: what is compared are its levels （一） and 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import Kind
from gazette_diff.report.wording import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Change


class Unit(NamedTuple):
    """The measure word of provisions, and their name in English for one and for several."""

    zh: str
    one: str
    many: str

    def of(self, count: int) -> Bilingual:
        """Return 5 条, 5 articles."""
        return Bilingual(f"{count} {self.zh}", f"{count} {self.one if count == 1 else self.many}")

    def unchanged(self, count: int) -> Bilingual:
        """Return 未修改 5 条, 5 articles unchanged."""
        counted, word = self.of(count), KINDS[Kind.UNCHANGED]
        return Bilingual(f"{word.zh} {counted.zh}", f"{counted.en} {word.en}")


ARTICLE = Unit("条", "article", "articles")
LEVEL = Unit("项", "provision", "provisions")


def unit_of(changes: Iterable[Change]) -> Unit:
    """Return the unit in which the provisions of *changes* are counted.

    It is 条 as soon as there is an article on either side.
    """
    eids = [ref.eid for change in changes for ref in (*change.old, *change.new)]
    outline = bool(eids) and all(e.rpartition("__")[2].startswith("level_") for e in eids)
    return LEVEL if outline else ARTICLE
