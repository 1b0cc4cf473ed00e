"""What a reference means by where it stands: 前款, 本条第二款, 第三项 within its own 条.

A word such as 前款 counts back from the provision it stands in; a 款 or 项 without the
levels above it belongs to the article or paragraph it stands in.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gazette_diff.citation.searching import LEVELS, Body
from gazette_diff.citation.values import Reference, Unit, relative_unit
from gazette_diff.citation.walking import of_level
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.numerals import parse_number
from gazette_diff.core.places import Placed
from gazette_diff.core.tree import Level

# 前款 and 上款 count back; 后款 and 次条 forward; 本款 is where one stands.
_BACK = re.compile(
    r"[前上](?P<count>[一二两三四五六七八九十0-9０-９]*|[几数各])(?:分编|[编章节条款项目])"
)
_FORWARD = re.compile(r"(?:后(?P<count>[一二两三四五六七八九十]*)|次)(?:分编|[编章节条款项目])")


class Standpoint(NamedTuple):
    """Where a reference stands: the provisions around it, outermost first, in *body*.

    ``topic`` is the article or 款 that the lead-in of a list is about (违反本办法第十条规定，
    按下列规定处罚：（一）违反第一项的，…): bare numbers in the list belong to it. ``closing``
    says that one stands behind the list of the own 款.
    """

    body: Body
    chain: tuple[Placed, ...]
    topic: tuple[Placed, ...] = ()
    closing: bool = False

    def nearest(self, level: Level) -> Placed | None:
        """Return the provision of *level* that one stands in, None where there is none."""
        return next((p for p in reversed(self.chain) if p.provision.level is level), None)

    def siblings(self, level: Level) -> tuple[Placed, ...]:
        """Return all provisions that are counted together with the own one of *level*.

        Articles count through the body; all else within the provision above it.
        """
        if level is Level.ARTICLE:
            return self.body.articles
        own = self.nearest(level)
        if own is None:
            return ()
        index = self.chain.index(own)
        around = self.chain[index - 1].children if index else self.body.placed
        return tuple(of_level(around, level))


def resolve_standing(reference: Reference, standpoint: Standpoint) -> tuple[Placed, ...]:
    """Return the provisions that *reference* names when it stands at *standpoint*.

    Several only for a word that means several (前两款).

    Raises:
        NotFoundError: there is no such provision, or the reference fits several.
    """
    body, steps = standpoint.body, reference.steps
    if not reference.relative:
        return (body.one(steps, _context(reference, standpoint)),)
    if steps and not _leads(reference):
        # 第三百零七条之一前三款: the article is named, the word counts within it.
        return _count_in(body.one(steps), reference.relative, standpoint)
    start = _relative(reference.relative, standpoint)
    if not steps:
        return start
    return body.search(steps, start) if len(start) > 1 else (body.one(steps, start),)


def _leads(reference: Reference) -> bool:
    unit = relative_unit(reference.relative)
    return unit is not None and unit.rank < reference.steps[0].unit.rank


def _context(reference: Reference, standpoint: Standpoint) -> tuple[Placed, ...]:
    """Return what the first level of *reference* is counted in, () for the whole body."""
    unit = reference.steps[0].unit
    if standpoint.topic and unit in (Unit.PARAGRAPH, Unit.ITEM):
        return standpoint.topic
    if unit is Unit.ARTICLE or unit.rank < Unit.CHAPTER.rank:
        return ()
    if unit is Unit.CHAPTER:
        return _around(standpoint, Level.SUBPART, Level.PART)
    if unit is Unit.SECTION:
        return _around(standpoint, Level.CHAPTER)
    if unit is Unit.PARAGRAPH:
        return _around(standpoint, Level.ARTICLE)
    if unit is Unit.ITEM:
        return _holding_items(standpoint)
    if unit is Unit.PASSAGE:
        return _around(standpoint, Level.ARTICLE, Level.OUTLINE)
    return _around(standpoint, Level.ITEM, Level.PARAGRAPH, Level.ARTICLE)


def _around(standpoint: Standpoint, *levels: Level) -> tuple[Placed, ...]:
    for level in levels:
        if own := standpoint.nearest(level):
            return (own,)
    return ()


def _holding_items(standpoint: Standpoint) -> tuple[Placed, ...]:
    """Return the own 款 where it has 项, else the article: 第（一）项 of the list above."""
    paragraph = standpoint.nearest(Level.PARAGRAPH)
    if paragraph and any(True for _ in of_level(paragraph.children, Level.ITEM)):
        return (paragraph,)
    return _around(standpoint, Level.ARTICLE)


def _relative(word: str, standpoint: Standpoint) -> tuple[Placed, ...]:
    unit = relative_unit(word)
    level = LEVELS[unit] if unit is not None else Level.ARTICLE
    own = standpoint.nearest(level)
    if own is None:
        raise _nothing(word, standpoint)
    if word.startswith("本"):
        return (own,)
    siblings = standpoint.siblings(level)
    index = next(i for i, one in enumerate(siblings) if one.eid == own.eid)
    if found := _BACK.fullmatch(word):
        count = _count(found["count"], index)
        chosen = siblings[index - count : index] if 0 < count <= index else ()
    elif found := _FORWARD.fullmatch(word):
        count = _count(found["count"] or "", len(siblings) - index - 1)
        last = index + 1 + count
        chosen = siblings[index + 1 : last] if count and last <= len(siblings) else ()
    else:
        raise _unclear(word, standpoint)
    if not chosen and standpoint.closing and word == "前款":
        # Words behind a list look back at it, though they are printed as part of its 款.
        return (own,)
    if not chosen:
        raise _nothing(word, standpoint)
    return chosen


def _count_in(article: Placed, word: str, standpoint: Standpoint) -> tuple[Placed, ...]:
    unit = relative_unit(word)
    level = LEVELS[unit] if unit is not None else Level.PARAGRAPH
    inside = tuple(of_level(article.children, level))
    found = _BACK.fullmatch(word)
    count = _count(found["count"], len(inside)) if found else 0
    if not 0 < count <= len(inside):
        raise _nothing(word, standpoint)
    return inside[:count]


def _count(digits: str, available: int) -> int:
    """Return how many 前两款 means; 前各款 and 前几款 mean all there are."""
    if not digits:
        return 1
    if digits in "几数各":
        return available
    return 2 if digits == "两" else parse_number(digits) or 0


def _nothing(word: str, standpoint: Standpoint) -> NotFoundError:
    place = standpoint.chain[-1].eid if standpoint.chain else ""
    return NotFoundError(
        Bilingual(f"“{word}”在此处没有所指", f"«{word}» refers to nothing here"), where=place
    )


def _unclear(word: str, standpoint: Standpoint) -> NotFoundError:
    place = standpoint.chain[-1].eid if standpoint.chain else ""
    return NotFoundError(
        Bilingual(f"“{word}”之前没有引注", f"no citation before «{word}» to point at"),
        where=place,
    )
