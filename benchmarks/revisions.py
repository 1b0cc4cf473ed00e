"""Made-up revisions of real regulations, of which it is known what became of what.

A revision renumbers, swaps two chapters, inserts, deletes, splits at a 款, merges neighbours
and replaces words. It works on articles as well as on the levels of an outline (意见, 方案).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gazette_diff.comparing.units import is_unit, skeleton_of
from gazette_diff.core.numerals import CIRCLED_CHARACTERS, NUMERAL_CHARACTERS, format_numeral
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import Placed, place
from gazette_diff.core.tree import Level, Provision, Regulation

if TYPE_CHECKING:
    import random

Link = tuple[str, str]

#: Words that revisions put for others.
SWAPS = (
    ("应当", "必须"),
    ("可以", "应当"),
    ("不得", "禁止"),
    ("有关部门", "主管部门"),
    ("人民政府", "行政机关"),
    ("管理", "监督管理"),
    ("三日", "五个工作日"),
    ("三十日", "六十日"),
    ("及时", "依法及时"),
    ("负责", "具体负责"),
    ("按照", "依照"),
    ("建立", "建立健全"),
)
_OUTER = frozenset({Level.ARTICLE, Level.OUTLINE})


@dataclass(frozen=True, slots=True)
class Rates:
    """How much a revision changes: the share of the units each kind of change befalls."""

    deleted: float = 0.04
    inserted: float = 0.04
    split: float = 0.04
    merged: float = 0.04
    reworded: float = 0.4
    swaps: int = 1


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions and the links between their units (articles or outline levels), by eId."""

    old: Regulation
    new: Regulation
    links: frozenset[Link]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A unit or what gathers units: itself, from which old units it comes, what is inside."""

    provision: Provision
    sources: tuple[str, ...]
    inner: tuple[_Draft, ...] = ()


def revise(
    regulation: Regulation,
    chance: random.Random,
    rates: Rates | None = None,
    strangers: Sequence[Provision] = (),
) -> Revision:
    """Return a revision of *regulation*; *strangers* are the units that may be inserted.

    Attachments, and paragraphs that stand outside of any unit, are left as they are.
    """
    known = {unit.ref.eid for unit in skeleton_of(regulation).units}
    drafts = tuple(_draft(one, known) for one in place(regulation.body))
    revised = _Reviser(chance, rates or Rates(), list(strangers)).revise(drafts)
    body = _renumbered(revised, [0])
    new = replace(regulation, body=tuple(draft.provision for draft in body))
    links: set[Link] = set()
    for draft, placed in zip(_walk(body), _walk_placed(place(new.body)), strict=True):
        links.update((source, placed.eid) for source in draft.sources)
    links.update((eid, eid) for eid in known if eid.startswith("att_"))
    return Revision(regulation, new, frozenset(links))


def _draft(placed: Placed, known: Container[str]) -> _Draft:
    outer = (child for child in placed.children if not _belongs(child.provision))
    sources = (placed.eid,) if placed.eid in known else ()
    return _Draft(placed.provision, sources, tuple(_draft(child, known) for child in outer))


def _belongs(provision: Provision) -> bool:
    """Tell whether *provision* is a part of the unit around it."""
    return provision.level in {Level.PARAGRAPH, Level.ITEM, Level.SUBITEM}


class _Reviser:
    def __init__(self, chance: random.Random, rates: Rates, strangers: list[Provision]) -> None:
        self.chance = chance
        self.rates = rates
        self.strangers = strangers

    def revise(self, drafts: tuple[_Draft, ...]) -> tuple[_Draft, ...]:
        """Return the revised *drafts*, with those that gather others in another order."""
        order = list(drafts)
        movable = [at for at, draft in enumerate(order) if draft.inner]
        for _ in range(self.rates.swaps if len(movable) > 2 else 0):
            # The first chapter (总则) and the last (附则) keep their places.
            one, other = sorted(self.chance.sample(movable, 2))
            order[one], order[other] = order[other], order[one]
        return self._inside(tuple(order))

    def _inside(self, drafts: tuple[_Draft, ...]) -> tuple[_Draft, ...]:
        result: list[_Draft] = []
        for draft in drafts:
            inner = self._inside(draft.inner)
            if inner or not draft.sources:
                result.append(replace(draft, inner=inner))
            else:
                self._revise_one(draft, result)
        return tuple(result)

    def _revise_one(self, draft: _Draft, result: list[_Draft]) -> None:
        """Add to *result* what becomes of the unit *draft*, which has no units inside."""
        roll = self.chance.random()
        rates = self.rates
        before = result[-1] if result else None
        if roll < rates.deleted:
            return
        roll -= rates.deleted
        halves = self._halves(draft)
        if roll < rates.split and len(halves) > 1:
            result += halves
        elif (
            rates.split <= roll < rates.split + rates.merged
            and before is not None
            and len(before.sources) == 1
            and not before.inner
            and before.sources[0] != draft.sources[0]
        ):
            result[-1] = _merged(before, draft)
        else:
            result.append(self._reworded(draft))
        if self.strangers and self.chance.random() < rates.inserted:
            result.append(_Draft(self.strangers.pop(), ()))

    def _halves(self, draft: _Draft) -> list[_Draft]:
        """Return *draft* in two, cut before one of its 款, or as it is where it has but one."""
        children = draft.provision.children
        if len(children) < 2 or len(draft.sources) != 1:
            return [draft]
        at = self.chance.randrange(1, len(children))
        first = replace(draft.provision, children=children[:at], closing="")
        second = replace(draft.provision, heading="", text="", children=children[at:])
        return [replace(draft, provision=part) for part in (first, second)]

    def _reworded(self, draft: _Draft) -> _Draft:
        if self.chance.random() >= self.rates.reworded:
            return draft
        there = "".join(part.heading + part.text for part in draft.provision.walk())
        known = [swap for swap in SWAPS if swap[0] in there]
        swap = self.chance.choice(known) if known else ("，", "，并")
        return replace(draft, provision=_replaced(draft.provision, *swap))


def _merged(one: _Draft, other: _Draft) -> _Draft:
    first, second = one.provision, other.provision
    words = second.heading + second.text
    gained = (
        (Provision(level=Level.PARAGRAPH, text=words, children=second.children),)
        if words
        else second.children
    )
    closing = (Provision(level=Level.PARAGRAPH, text=second.closing),) if second.closing else ()
    both = replace(first, children=_counted((*first.children, *gained, *closing)))
    return replace(one, provision=both, sources=(*one.sources, *other.sources))


def _counted(children: Iterable[Provision]) -> tuple[Provision, ...]:
    """Return *children* with the 款 among them numbered by their place."""
    places = itertools.count(1)
    return tuple(
        replace(child, ordinal=Ordinal(next(places))) if child.level is Level.PARAGRAPH else child
        for child in children
    )


def _replaced(provision: Provision, old: str, new: str) -> Provision:
    return replace(
        provision,
        text=provision.text.replace(old, new),
        closing=provision.closing.replace(old, new),
        children=tuple(_replaced(child, old, new) for child in provision.children),
    )


def _renumbered(drafts: Sequence[_Draft], articles: list[int]) -> tuple[_Draft, ...]:
    """Return *drafts* with new numbers; articles are counted through, all else starts anew."""
    result = []
    counts: dict[tuple[Level, str], int] = {}
    for draft in drafts:
        provision = draft.provision
        key = (provision.level, _pattern(provision.label))
        if provision.level is Level.ARTICLE:
            articles[0] += 1
            number = articles[0]
        else:
            counts[key] = number = counts.get(key, 0) + 1
        inner = _renumbered(draft.inner, articles)
        own = tuple(child for child in provision.children if _belongs(child))
        fresh = replace(
            provision,
            ordinal=Ordinal(number) if provision.ordinal else None,
            label=_label(provision.label, number),
            children=(*_counted(own), *(one.provision for one in inner)),
        )
        result.append(replace(draft, provision=fresh, inner=inner))
    return tuple(result)


_NUMBER = re.compile(rf"[{NUMERAL_CHARACTERS}]+|[0-9]+|[{CIRCLED_CHARACTERS}]")


def _pattern(label: str) -> str:
    return _NUMBER.sub("#", label.partition("之")[0])


def _label(label: str, number: int) -> str:
    """Return *label* with another *number*, written in the same way; branches fall away."""
    found = _NUMBER.search(label)
    if not found:
        return label
    if found[0] in CIRCLED_CHARACTERS:
        written = CIRCLED_CHARACTERS[(number - 1) % len(CIRCLED_CHARACTERS)]
    else:
        written = str(number) if found[0].isascii() else format_numeral(number)
    return _NUMBER.sub(written, label.partition("之")[0], count=1)


def _walk(drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    for draft in drafts:
        yield draft
        yield from _walk(draft.inner)


def _walk_placed(placed: Sequence[Placed]) -> Iterator[Placed]:
    for one in placed:
        yield one
        yield from _walk_placed([c for c in one.children if not _belongs(c.provision)])


def numbered(regulation: Regulation) -> Regulation:
    """Return *regulation* with its provisions counted anew, articles all through."""
    drafts = _renumbered([_draft(one, ()) for one in place(regulation.body)], [0])
    return replace(regulation, body=tuple(draft.provision for draft in drafts))


def units_of(regulation: Regulation) -> list[Provision]:
    """Return the units of *regulation* that could stand in any other: not its first and last."""
    found = [one.provision for one in _walk_placed(place(regulation.body)) if is_unit(one)]
    return [one for one in found[1:-1] if not any(c.level in _OUTER for c in one.children)]
