"""Walking down a body from level to level, as the steps of a citation say."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from gazette_diff.citation import misses
from gazette_diff.citation.ambiguity import ambiguous
from gazette_diff.citation.outline_misses import missing_level
from gazette_diff.citation.outlines import outline_matching
from gazette_diff.citation.values import Step, Unit
from gazette_diff.citation.walking import instance_of, number_of, of_level
from gazette_diff.core.places import walk_places
from gazette_diff.core.tree import CONTAINERS, Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.errors import NotFoundError
    from gazette_diff.core.ordinals import Ordinal
    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Regulation

#: The level that each unit counts.
LEVELS = {
    Unit.PART: Level.PART,
    Unit.SUBPART: Level.SUBPART,
    Unit.CHAPTER: Level.CHAPTER,
    Unit.SECTION: Level.SECTION,
    Unit.ARTICLE: Level.ARTICLE,
    Unit.DIVISION: Level.OUTLINE,
    Unit.OUTLINE: Level.OUTLINE,
    Unit.PARAGRAPH: Level.PARAGRAPH,
    Unit.ITEM: Level.ITEM,
    Unit.SUBITEM: Level.SUBITEM,
    Unit.PASSAGE: Level.PARAGRAPH,
}
# What a number without a unit means below each level of a text with articles: 44.1.3.1.
_BELOW = {
    Level.ARTICLE: Level.PARAGRAPH,
    Level.PARAGRAPH: Level.ITEM,
    Level.ITEM: Level.SUBITEM,
    Level.SUBITEM: Level.SUBITEM,
}
# What may be named without anything above it.
_NUMBERED = CONTAINERS | {Level.ARTICLE, Level.OUTLINE}


class Body:
    """The body of a regulation or of an attachment, made ready for many searches.

    ``name`` is the attachment's, "" for the regulation's own body.
    """

    def __init__(self, regulation: Regulation, placed: tuple[Placed, ...], name: str = "") -> None:
        """Keep *placed*, the provisions of the body with their eIds."""
        self.regulation = regulation
        self.placed = placed
        self.name = name

    @cached_property
    def by_eid(self) -> dict[str, Placed]:
        """Every provision by its eId."""
        return {placed.eid: placed for placed in walk_places(self.placed)}

    @cached_property
    def articles(self) -> tuple[Placed, ...]:
        """The articles in the order of the text."""
        return tuple(of_level(self.placed, Level.ARTICLE))

    @cached_property
    def _by_number(self) -> dict[Ordinal, list[Placed]]:
        numbers: dict[Ordinal, list[Placed]] = {}
        for article in self.articles:
            numbers.setdefault(number_of(article), []).append(article)
        return numbers

    def search(self, steps: Sequence[Step], start: tuple[Placed, ...] = ()) -> tuple[Placed, ...]:
        """Return every provision that *steps* lead to from *start*, else from the top.

        Raises:
            NotFoundError: a step leads nowhere; the message names what is nearest.
        """
        found = start
        for step in steps:
            level = self._level(step, found)
            if level is None or not _may_follow(step, level, found):
                raise misses.needs_article(self.regulation)
            matching = self._step(step, level, found)
            if not matching:
                raise self._miss(step, level, found)
            found = matching
        return found

    def one(self, steps: Sequence[Step], start: tuple[Placed, ...] = ()) -> Placed:
        """Return the one provision that *steps* lead to.

        Raises:
            NotFoundError: as :meth:`search`, and where they lead to several.
        """
        found = self.search(steps, start)
        if len(found) > 1:
            raise ambiguous(self.regulation, found, self.name)
        return found[0]

    def _step(self, step: Step, level: Level, found: tuple[Placed, ...]) -> tuple[Placed, ...]:
        if level is Level.ARTICLE and not found and step.ordinal is not None:
            articles = self._by_number.get(step.ordinal, [])
            return tuple(a for a in articles if step.instance in (0, instance_of(a)))
        if level is Level.OUTLINE:
            return outline_matching(self.placed, found, step)
        inside = tuple(child for one in found for child in one.children) if found else self.placed
        return _matching(inside, level, step)

    def _level(self, step: Step, found: tuple[Placed, ...]) -> Level | None:
        """Return the level that the number of *step* counts, None where that cannot be told."""
        last = found[0].provision.level if found else None
        if not self.articles:
            return self._outline_level(step, last)
        if step.unit is Unit.PLAIN:
            return _BELOW.get(last, Level.ARTICLE) if last else Level.ARTICLE
        if step.unit is Unit.BRACKETED:
            if last in (Level.ITEM, Level.SUBITEM):
                return Level.SUBITEM
            return Level.ITEM if last in (Level.ARTICLE, Level.PARAGRAPH) else None
        return LEVELS[step.unit]

    def _outline_level(self, step: Step, last: Level | None) -> Level:
        """Return what *step* counts in a text without articles.

        Practice says 第二部分 or 第二条 for 二、 and 第（三）项 for （三）; 款 and 段 are
        paragraphs, unless the number stands in brackets, as in 第二条第（三）款.
        """
        if step.unit is Unit.PASSAGE or (step.unit is Unit.PARAGRAPH and not step.bracketed):
            return Level.PARAGRAPH
        level = LEVELS.get(step.unit, Level.OUTLINE)
        return level if level in CONTAINERS else Level.OUTLINE

    def _miss(self, step: Step, level: Level, found: tuple[Placed, ...]) -> NotFoundError:
        miss = misses.Miss(self.regulation, step, level, found, self.placed, self.name)
        if level is Level.OUTLINE:
            return missing_level(miss)
        everywhere = _matching(self.placed, level, step) if found else ()
        return misses.missing(miss, everywhere)


def _may_follow(step: Step, level: Level, found: tuple[Placed, ...]) -> bool:
    """Tell whether a number of *level* may be named below what was *found* so far.

    编章节, 条 and a 段 may be named alone; a 款, 项 or 目 only below a 条 (or outline
    level), never below a chapter, where it would fit any article.
    """
    if level in _NUMBERED or step.unit is Unit.PASSAGE:
        return True
    return bool(found) and found[0].provision.level not in CONTAINERS


def _matching(inside: Sequence[Placed], level: Level, step: Step) -> tuple[Placed, ...]:
    """Return the provisions of *level* with the number of *step*.

    Levels between are passed through (第四十四条第（三）项 without its 款), but a 款 stands
    directly below.
    """
    if step.ordinal is None:
        return ()
    ring = _direct(inside) if level is Level.PARAGRAPH else tuple(of_level(inside, level))
    matching = tuple(p for p in ring if number_of(p) == step.ordinal)
    return tuple(p for p in matching if step.instance in (0, instance_of(p)))


def _direct(inside: Sequence[Placed]) -> tuple[Placed, ...]:
    return tuple(p for p in inside if p.provision.level is Level.PARAGRAPH)
