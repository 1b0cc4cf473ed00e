"""The references of a regulation: what each points to, within it or outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.citation import identity
from gazette_diff.citation.resolving import Resolved, Scopes
from gazette_diff.citation.scanning.scanner import Found, scan_provision
from gazette_diff.citation.standing import Standpoint, resolve_standing
from gazette_diff.citation.values import Reference, Unit, relative_unit
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.places import Placed
from gazette_diff.core.references import Scope
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation


# 该条 means the one that was cited last.
_POINTING = tuple("该同此")


@dataclass(frozen=True, slots=True)
class TextReference:
    """One reference in the words of a provision.

    ``source`` is the provision, ``part`` says in which of its words (text, closing) the
    reference stands, at the offsets of ``found``. ``targets`` are the provisions it names
    (the two ends of a range, all that 前两款 means); empty for an EXTERNAL one and where
    ``problem`` says why nothing was found.
    """

    source: Placed
    part: str
    found: Found
    scope: Scope
    targets: tuple[Resolved, ...] = ()
    problem: GazetteDiffError | None = None
    attachment: str = ""


def references(regulation: Regulation) -> tuple[TextReference, ...]:
    """Return every reference in the words of *regulation*, in the order of the text.

    Words such as 前款 are resolved by where they stand, 该条 by the citation before it.
    A reference without a work points into the regulation itself, unless that amends
    another (its title says so): the reference is then EXTERNAL. So it is in a text about
    another one (关于适用…的解释) where the regulation itself has no such provision.
    """
    scopes = Scopes(regulation)
    reader = _Reader(scopes)
    return tuple(
        one for body in scopes.bodies for one in reader.read(body.placed, Standpoint(body, ()))
    )


class _Reader:
    """Reads the provisions of one regulation; knows how the regulation names itself."""

    def __init__(self, scopes: Scopes) -> None:
        title = scopes.regulation.metadata.title
        self.scopes = scopes
        self.amends = identity.amends_another(title)
        self.concerns = identity.concerns_another(title)
        # What was cited last in the article that is being read: by each level, with an article.
        self.last: dict[Unit, TextReference] = {}
        self.last_article: TextReference | None = None

    def read(self, inside: tuple[Placed, ...], above: Standpoint) -> Iterator[TextReference]:
        for placed in inside:
            if placed.provision.level in (Level.ARTICLE, Level.OUTLINE):
                self.last, self.last_article = {}, None
            own = above._replace(chain=(*above.chain, placed))
            text = list(self._words(own, "text", placed.provision.text))
            yield from text
            below = own._replace(topic=_topic(placed, text))
            yield from self.read(placed.children, below)
            closing = own._replace(closing=True)
            yield from self._words(closing, "closing", placed.provision.closing)

    def _words(self, standpoint: Standpoint, part: str, text: str) -> Iterator[TextReference]:
        for found in scan_provision(text):
            before = self._before(found)
            scope = self._scope(found, before, quoted=_in_quotes(text, found.start))
            if scope is Scope.INTERNAL and self._carries_on(found, text, standpoint.chain[-1]):
                scope = Scope.EXTERNAL
            targets: tuple[Resolved, ...] = ()
            problem: GazetteDiffError | None = None
            if scope is Scope.INTERNAL:
                targets, problem = self._resolve(found, before, standpoint)
            if problem and self.concerns and not found.work and not found.relative:
                scope, problem = Scope.EXTERNAL, None
            source, name = standpoint.chain[-1], standpoint.body.name
            one = TextReference(source, part, found, scope, targets, problem, name)
            self._remember(one)
            yield one

    def _remember(self, one: TextReference) -> None:
        for step in one.found.target.references[-1].steps:
            if step.ordinal is not None:
                self.last[step.unit] = one
        if _names_article(one.found):
            self.last_article = one

    def _before(self, found: Found) -> TextReference | None:
        """Return the citation before *found*, in the same article, that it may lean on.

        That is the last one with the level that 该条 or 该款 names, else with an article.
        """
        pointing = found.relative[:1] in _POINTING
        unit = relative_unit(found.relative) if pointing else None
        return self.last.get(unit or Unit.ARTICLE)

    def _scope(self, found: Found, before: TextReference | None, *, quoted: bool) -> Scope:
        if found.work:
            own = identity.names_itself(self.scopes.regulation, found.work)
            return Scope.INTERNAL if own and not (quoted and self.amends) else Scope.EXTERNAL
        if found.relative[:1] in _POINTING:
            return before.scope if before else Scope.INTERNAL
        if self.amends and (quoted or not found.relative):
            return Scope.EXTERNAL
        if self.concerns and not self.scopes.body.articles and _names_article(found):
            return Scope.EXTERNAL
        return Scope.INTERNAL

    def _carries_on(self, found: Found, text: str, source: Placed) -> bool:
        """Tell whether *found* goes on an external citation before it in the same sentence.

        有刑事诉讼法第二百三十八条规定的情形之一，或者违反第二百三十九条规定的: a text about
        another one names its own articles as 本解释第…条.
        """
        if not self.concerns or found.work or found.relative or not _names_article(found):
            return False
        before = self.last_article
        return (
            before is not None
            and before.scope is Scope.EXTERNAL
            and before.source is source
            and before.found.end <= found.start
            and not re.search("[。；]", text[before.found.end : found.start])
        )

    def _resolve(
        self, found: Found, before: TextReference | None, standpoint: Standpoint
    ) -> tuple[tuple[Resolved, ...], GazetteDiffError | None]:
        last = before.found.target.references[-1] if before else None
        try:
            return self._targets(found, last, standpoint), None
        except GazetteDiffError as problem:
            if before is None or before.scope is Scope.EXTERNAL or not _goes_on(found):
                return (), problem
            # 经营第一百二十条第（一）项业务的，…；经营第（四）项业务的: the citation before it.
            with suppress(GazetteDiffError):
                return self._targets(found, last, standpoint, going_on=True), None
            return (), problem

    def _targets(
        self,
        found: Found,
        before: Reference | None,
        standpoint: Standpoint,
        *,
        going_on: bool = False,
    ) -> tuple[Resolved, ...]:
        resolved: list[Resolved] = []
        for reference in found.target.references:
            pointed = _pointed_at(reference, before)
            if going_on and before is not None:
                pointed = reference.after(before)
            resolved.extend(
                self.scopes.resolved(reference, placed, standpoint.body)
                for placed in resolve_standing(pointed, standpoint)
            )
        return tuple(resolved)


def _names_article(found: Found) -> bool:
    return found.target.first.number(Unit.ARTICLE) is not None


def _goes_on(found: Found) -> bool:
    """Tell whether *found* is a bare 款, 项 or 目, which may belong to the citation before it."""
    first = found.target.first
    levels = (Unit.PARAGRAPH, Unit.ITEM, Unit.SUBITEM)
    return not found.relative and bool(first.steps) and first.steps[0].unit in levels


def _topic(placed: Placed, text: list[TextReference]) -> tuple[Placed, ...]:
    """Return the one provision that the lead-in of a list cites, () where it cites several."""
    if not any(child.provision.level is Level.ITEM for child in placed.children):
        return ()
    cited = [t for one in text if one.scope is Scope.INTERNAL for t in one.targets]
    own = [p for p in cited if not p.eid.startswith(placed.eid)]
    whole = [p for p in own if p.placed.provision.level in (Level.ARTICLE, Level.PARAGRAPH)]
    single = len(text) == 1 and len(whole) == 1 and text[0].found.target.last is None
    return (whole[0].placed,) if single else ()


def _pointed_at(reference: Reference, before: Reference | None) -> Reference:
    """Put the place that 该条 points at in its stead: the citation *before* it."""
    if reference.relative[:1] not in _POINTING or before is None:
        return reference
    unit = relative_unit(reference.relative)
    head = tuple(s for s in before.steps if unit is not None and s.unit.rank <= unit.rank)
    if not head or head[-1].unit is not unit:
        return reference
    return Reference(head + reference.steps, before.relative)


def _in_quotes(text: str, position: int) -> bool:
    return text.count("“", 0, position) > text.count("”", 0, position)
