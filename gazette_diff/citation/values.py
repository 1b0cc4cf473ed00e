"""What a citation is: the steps that lead to a provision, the work, several places at once."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.ordinals import Ordinal


class Unit(StrEnum):
    """The unit a number was given with: 第三款 is ``PARAGRAPH``, a bare 44 is ``PLAIN``.

    ``DIVISION`` is 第二部分 of an outline, ``OUTLINE`` the ``level_2`` of an eId,
    ``BRACKETED`` a （三） without a unit, ``PASSAGE`` a 段 (an unnumbered paragraph at any
    level). What these and ``PLAIN`` mean depends on the regulation; resolving
    decides.
    """

    ATTACHMENT = "attachment"
    PART = "part"
    SUBPART = "subpart"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    DIVISION = "division"
    OUTLINE = "outline"
    PLAIN = "plain"
    PARAGRAPH = "paragraph"
    BRACKETED = "bracketed"
    ITEM = "item"
    SUBITEM = "subitem"
    PASSAGE = "passage"

    @property
    def rank(self) -> int:
        """The height of the unit: a lower number stands above a higher one (编 over 条)."""
        return _RANKS[self]


_RANKS = {
    Unit.ATTACHMENT: 0,
    Unit.PART: 1,
    Unit.SUBPART: 2,
    Unit.CHAPTER: 3,
    Unit.SECTION: 4,
    Unit.ARTICLE: 5,
    Unit.DIVISION: 5,
    Unit.OUTLINE: 5,
    Unit.PLAIN: 5,
    Unit.PARAGRAPH: 6,
    Unit.BRACKETED: 7,
    Unit.ITEM: 7,
    Unit.SUBITEM: 8,
    Unit.PASSAGE: 9,
}


class Step(NamedTuple):
    """One number of a citation: 第四十四条 is ``Step(ARTICLE, Ordinal(44))``.

    ``ordinal`` is None only for 附件 without a number. ``instance`` counts the provisions
    that bear the same number by mistake (``_inst2`` of an eId); 0 where none was named.
    ``bracketed`` and ``arabic`` keep how the number was written: （三）, 65; ``word`` is the
    word for an attachment: 附件, 附表. ``circled`` is a ③, ``labelled`` a whole printed label
    (三、 3.), and ``dashed`` a number such as 44-46 (第四十四条之四十六, or a range).
    """

    unit: Unit
    ordinal: Ordinal | None
    instance: int = 0
    bracketed: bool = False
    arabic: bool = False
    word: str = ""
    circled: bool = False
    labelled: bool = False
    dashed: bool = False


class Reference(NamedTuple):
    """One cited place: its steps from the outermost, after the relative word if there is one.

    前款第（三）项 is ``Reference((Step(ITEM, 3),), relative="前款")``; a bare 前款 has no steps.
    ``eid`` is the eId where the place was given as one.
    """

    steps: tuple[Step, ...]
    relative: str = ""
    eid: str = ""

    def number(self, unit: Unit) -> Ordinal | None:
        """Return the number given with *unit*, None where there is none."""
        for step in self.steps:
            if step.unit is unit:
                return step.ordinal
        return None

    def after(self, head: Reference) -> Reference:
        """Return this member of a list with the levels of *head* that it leaves unsaid.

        第三条第一款、第二款: the second member is 第三条第二款 (立法用语的习惯: a later
        member of a list repeats only what differs).
        """
        if self.relative or not self.steps:
            return self
        first = self.steps[0].unit.rank
        kept = tuple(s for s, rank in zip(head.steps, _ranks(head), strict=True) if rank < first)
        above = relative_unit(head.relative)
        relative = head.relative if above is not None and above.rank < first else ""
        return Reference(kept + self.steps, relative)


def _ranks(reference: Reference) -> list[int]:
    """Return the rank of each step; numbers without a unit go down one by one (44.1.3)."""
    ranks: list[int] = []
    for step in reference.steps:
        below = ranks[-1] + 1 if ranks and ranks[-1] >= Unit.PLAIN.rank else step.unit.rank
        ranks.append(below if step.unit in (Unit.PLAIN, Unit.OUTLINE) else step.unit.rank)
    return ranks


#: The units of the law (立法法 第六十五条) as they are printed, and 分编.
UNITS = {
    "分编": Unit.SUBPART,
    "编": Unit.PART,
    "章": Unit.CHAPTER,
    "节": Unit.SECTION,
    "条": Unit.ARTICLE,
    "款": Unit.PARAGRAPH,
    "项": Unit.ITEM,
    "目": Unit.SUBITEM,
}


def relative_unit(word: str) -> Unit | None:
    """Return the unit that a relative word names: 前款 is a PARAGRAPH; None for no word."""
    return UNITS.get(word[-2:]) or UNITS.get(word[-1:])


class Target(NamedTuple):
    """One member of a citation: a place, or a range of them from ``first`` to ``last``."""

    first: Reference
    last: Reference | None = None

    @property
    def references(self) -> tuple[Reference, ...]:
        """The one place, or the two ends of the range."""
        return (self.first,) if self.last is None else (self.first, self.last)


class Citation(NamedTuple):
    """A whole citation: the work as printed without 《》 (may be empty), and what it cites."""

    targets: tuple[Target, ...]
    work: str = ""
    document_number: DocumentNumber | None = None

    @property
    def single(self) -> Reference | None:
        """The one place that is cited, None for a list or a range."""
        if len(self.targets) == 1 and self.targets[0].last is None:
            return self.targets[0].first
        return None

    def references(self) -> Iterator[Reference]:
        """Yield every place that is named, both ends of a range."""
        for target in self.targets:
            yield from target.references
