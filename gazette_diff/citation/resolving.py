"""From a citation to the one provision it names, or to the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazette_diff.citation import misses
from gazette_diff.citation.attachments import choose_attachment, place_attachments
from gazette_diff.citation.values import Citation, Reference, Step, Unit
from gazette_diff.citation.walking import instance_of, number_of, of_level
from gazette_diff.citation.wording import bare_citation, provision_text
from gazette_diff.core.errors import InvalidCitationError, NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.places import Placed, place, walk_places
from gazette_diff.core.tree import CONTAINERS, Level, Metadata, Regulation

_LEVELS = {
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


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation and the one provision it names.

    ``attachment`` is the label of the attachment it stands in, "" for the text itself.
    """

    reference: Reference
    placed: Placed
    metadata: Metadata
    attachment: str = ""

    @property
    def eid(self) -> str:
        """The eId of the provision (core/places.py)."""
        return self.placed.eid

    @property
    def path(self) -> tuple[str, ...]:
        """The containers around it as printed: (第八章 会议制度,)."""
        return self.placed.path

    @property
    def text(self) -> str:
        """Its words as printed, with the labels of what is inside it, line by line."""
        return provision_text(self.placed)

    @property
    def words(self) -> str:
        """Its name within the regulation: 第四十四条第一款第（三）项."""
        return bare_citation(self.placed, attachment=self.attachment)


def resolve(regulation: Regulation, citation: Citation) -> Resolved:
    """Return the one provision of *regulation* that *citation* names.

    The 款 may be left out where that leaves one provision only. Nothing is cut short: where
    one level does not exist, the whole citation names nothing.

    Raises:
        NotFoundError: it names nothing, several provisions, or another regulation; the
            message gives the nearest that exists, or the candidates.
        InvalidCitationError: it names several places (use :func:`resolve_all`), or is
            relative (前款) and so names nothing by itself.
    """
    reference = citation.single
    if reference is None:
        raise InvalidCitationError(
            Bilingual("引注含有多个条文", "the citation names several provisions"),
            mend=Bilingual("请逐一引用", "cite them one by one"),
        )
    return resolve_all(regulation, citation)[0]


def resolve_all(regulation: Regulation, citation: Citation) -> tuple[Resolved, ...]:
    """Return every provision that *citation* names, the two ends of a range included.

    Raises:
        NotFoundError: as :func:`resolve`, for the first one that fails.
        InvalidCitationError: a relative reference.
    """
    misses.check_work(regulation, citation)
    scopes = Scopes(regulation)
    return tuple(scopes.find(reference) for reference in citation.references())


class Scopes:
    """A regulation made ready for resolving: its body and its attachments with their eIds."""

    def __init__(self, regulation: Regulation) -> None:
        """Place the body and every attachment of *regulation*."""
        self.regulation = regulation
        self.body = place(regulation.body)
        self.attachments = place_attachments(regulation)

    def find(self, reference: Reference) -> Resolved:
        """Return the one provision that *reference* names; errors as :func:`resolve`."""
        if reference.relative:
            raise misses.relative(reference)
        if reference.eid and (exact := self._by_eid(reference)):
            return exact
        steps, body, label = reference.steps, self.body, ""
        if steps[0].unit is Unit.ATTACHMENT:
            chosen = choose_attachment(self.regulation, self.attachments, steps[0])
            steps, body, label = steps[1:], chosen.body, chosen.name
        if not steps:
            raise misses.attachment_alone(self.regulation, label)
        search = _Search(self.regulation, body, label)
        return Resolved(reference, search.run(steps), self.regulation.metadata, label)

    def _by_eid(self, reference: Reference) -> Resolved | None:
        scopes = [("", self.body), *((a.name, a.body) for a in self.attachments)]
        for label, body in scopes:
            for placed in walk_places(body):
                if placed.eid == reference.eid:
                    return Resolved(reference, placed, self.regulation.metadata, label)
        return None


class _Search:
    """One walk down a body, level by level, keeping every provision that fits so far."""

    def __init__(self, regulation: Regulation, body: tuple[Placed, ...], attachment: str) -> None:
        self.regulation = regulation
        self.body = body
        self.attachment = attachment
        self.articled = any(p.provision.level is Level.ARTICLE for p in walk_places(body))

    def run(self, steps: tuple[Step, ...]) -> Placed:
        found: tuple[Placed, ...] = ()
        for number, step in enumerate(steps):
            level = self._level(step, found)
            if level is None or not _may_follow(step, level, found):
                raise misses.needs_article(self.regulation)
            inside = self._inside(found, number)
            matching = _matching(inside, level, step)
            if not matching:
                raise self._miss(step, level, found)
            found = matching
        if len(found) > 1:
            raise misses.ambiguous(self.regulation, found, self.attachment)
        return found[0]

    def _inside(self, found: tuple[Placed, ...], number: int) -> tuple[Placed, ...]:
        return tuple(child for one in found for child in one.children) if number else self.body

    def _level(self, step: Step, found: tuple[Placed, ...]) -> Level | None:
        """Return the level that the number of *step* counts, None where that cannot be told."""
        last = found[0].provision.level if found else None
        if not self.articled:
            return self._outline_level(step, last)
        if step.unit is Unit.PLAIN:
            return _BELOW.get(last, Level.ARTICLE) if last else Level.ARTICLE
        if step.unit is Unit.BRACKETED:
            if last in (Level.ITEM, Level.SUBITEM):
                return Level.SUBITEM
            return Level.ITEM if last in (Level.ARTICLE, Level.PARAGRAPH) else None
        return _LEVELS[step.unit]

    def _outline_level(self, step: Step, last: Level | None) -> Level:
        """Return what *step* counts in a text without articles.

        Practice says 第二部分 or 第二条 for 二、 and 第（三）项 for （三）; 款 and 段 are
        paragraphs, unless the number stands in brackets, as in 第二条第（三）款.
        """
        if step.unit is Unit.PASSAGE or (step.unit is Unit.PARAGRAPH and not step.bracketed):
            return Level.PARAGRAPH
        level = _LEVELS.get(step.unit, Level.OUTLINE)
        return level if level in CONTAINERS else Level.OUTLINE

    def _miss(self, step: Step, level: Level, found: tuple[Placed, ...]) -> NotFoundError:
        everywhere = _matching(self.body, level, step) if found else ()
        return misses.missing(
            misses.Miss(self.regulation, step, level, found, self.body, self.attachment),
            everywhere,
        )


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
    directly below. The levels of an outline may count through its parts: measure 65 is
    found at any depth, if it was asked for as 第65项 or 65, not as 第六十五部分.
    """
    if step.ordinal is None:
        return ()
    ring = _direct(inside) if level is Level.PARAGRAPH else tuple(of_level(inside, level))
    while ring:
        matching = tuple(p for p in ring if number_of(p) == step.ordinal)
        if step.instance:
            matching = tuple(p for p in matching if instance_of(p) == step.instance)
        if matching or level is not Level.OUTLINE or not _may_count_through(step):
            return matching
        ring = tuple(p for one in ring for p in of_level(one.children, level))
    return ()


def _direct(inside: Sequence[Placed]) -> tuple[Placed, ...]:
    return tuple(p for p in inside if p.provision.level is Level.PARAGRAPH)


def _may_count_through(step: Step) -> bool:
    return step.unit in (Unit.ITEM, Unit.SUBITEM) or (step.unit is Unit.PLAIN and step.arabic)
