"""A citation of several provisions: 第三条、第五条和第七条, 第四十四条至第四十六条.

Each provision is found by itself; a range holds everything between its ends in the order
of the text, 第四十四条之一 too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazette_diff.citation.identity import check_work
from gazette_diff.citation.outlines import shape_of
from gazette_diff.citation.resolving import Resolved, Scopes
from gazette_diff.core.errors import InvalidCitationError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.places import walk_places
from gazette_diff.core.tree import CONTAINERS, Level

if TYPE_CHECKING:
    from gazette_diff.citation.searching import Body
    from gazette_diff.citation.values import Citation, Target
    from gazette_diff.core.places import Placed
    from gazette_diff.core.tree import Regulation

# So many provisions that follow one another are written as a range.
_RUN = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a citation: a provision, or a range with all that stands in it."""

    first: Resolved
    last: Resolved | None
    provisions: tuple[Resolved, ...]

    @property
    def ends(self) -> tuple[Resolved, ...]:
        """The one provision, or the two ends of the range."""
        return (self.first,) if self.last is None else (self.first, self.last)

    @property
    def words(self) -> tuple[str, ...]:
        """The name of each end."""
        return tuple(end.words for end in self.ends)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a citation names, member by member; no member stands in it twice."""

    members: tuple[Member, ...]

    @property
    def provisions(self) -> tuple[Resolved, ...]:
        """Every provision that is named, once, in the order of the citation."""
        named = (one for member in self.members for one in member.provisions)
        return tuple({one.eid: one for one in named}.values())

    @property
    def single(self) -> Resolved | None:
        """The one provision, None for a list or a range."""
        only = self.members[0]
        return only.first if len(self.members) == 1 and only.last is None else None

    @property
    def words(self) -> str:
        """The name of the whole within the regulation, as drafters write lists and ranges.

        A later member repeats only what differs: 第三条第一款和第二款; the last one of a
        list follows 和, the two ends of a range are joined by 至.
        """
        names = _shortened(self.members)
        return names[0] if len(names) == 1 else f"{'、'.join(names[:-1])}和{names[-1]}"


def resolve_each(regulation: Regulation, citation: Citation) -> Gathered:
    """Return every provision of *regulation* that *citation* names, whole ranges included.

    ``44-46`` is 第四十四条之四十六 where that exists, else the range from 44 to 46; it is
    refused where both exist (``10-1``, which goes backwards, is always 第十条之一).

    Raises:
        NotFoundError: a provision does not exist, or several fit.
        InvalidCitationError: a relative reference; a range whose ends are of different
            levels or in the wrong order; a dash that may mean two things.
    """
    return gather(Scopes(regulation), citation)


def gather(scopes: Scopes, citation: Citation) -> Gathered:
    """Do what :func:`resolve_each` does, for a regulation that many citations are of."""
    check_work(scopes.regulation, citation)
    members = (_member(scopes, target) for target in scopes.targets(citation))
    single = {member.words: member for member in members}.values()
    return Gathered(tuple(_in_runs(scopes, list(single))))


def _in_runs(scopes: Scopes, members: list[Member]) -> Iterator[Member]:
    """Yield *members*, three and more that follow one another in the text as one range.

    第四条、第五条和第六条 is written 第四条至第六条; two that follow stay two.
    """
    while members:
        run = 1
        while run < len(members) and _follows(scopes, members[run - 1], members[run]):
            run += 1
        if run >= _RUN:
            held = tuple(one for member in members[:run] for one in member.provisions)
            yield Member(members[0].first, members[run - 1].first, held)
        else:
            yield from members[:run]
        members = members[run:]


def _follows(scopes: Scopes, one: Member, other: Member) -> bool:
    """Tell whether two provisions are counted together, and *other* is the next."""
    if one.last is not None or other.last is not None:
        return False
    if one.first.attachment != other.first.attachment:
        return False
    body = next(body for body in scopes.bodies if body.name == one.first.attachment)
    try:
        eids = [placed.eid for placed in _series(body, one.first, other.first)]
    except InvalidCitationError:
        return False
    return eids.index(other.first.eid) == eids.index(one.first.eid) + 1


def _member(scopes: Scopes, target: Target) -> Member:
    first = scopes.find(target.first)
    if target.last is None:
        return Member(first, None, (first,))
    last = scopes.find(target.last)
    body = next(body for body in scopes.bodies if body.name == first.attachment)
    series = _series(body, first, last)
    eids = [placed.eid for placed in series]
    start, end = eids.index(first.eid), eids.index(last.eid)
    if start >= end:
        raise _no_range(first, last, Bilingual("起止次序颠倒", "the range goes backwards"))
    between = series[start : end + 1]
    return Member(
        first, last, tuple(scopes.resolved(target.first, placed, body) for placed in between)
    )


def _series(body: Body, first: Resolved, last: Resolved) -> list[Placed]:
    """Return the provisions that are counted together with both ends, in order.

    Articles, 编章节 and the measures of an outline may be counted through the text; all
    else is counted within one provision.
    """
    level = first.placed.provision.level
    same = [p for p in walk_places(body.placed) if p.provision.level is level]
    if level is Level.OUTLINE:
        kind = _kind(first.placed)
        same = [p for p in same if _kind(p) == kind]
    siblings = [p for p in same if _parent(p) == _parent(first.placed)]
    counts_through = level in CONTAINERS or level in (Level.ARTICLE, Level.OUTLINE)
    ends = {first.eid, last.eid}
    for series in (siblings, same if counts_through else []):
        if ends <= {placed.eid for placed in series}:
            return series
    raise _no_range(
        first, last, Bilingual("起止两端不在同一层级", "the two ends are of different levels")
    )


def _kind(placed: Placed) -> tuple[int, str]:
    return len(placed.ancestors), shape_of(placed.provision.label)


def _parent(placed: Placed) -> int:
    # Of equal provisions each is its own: identity, not value.
    return id(placed.ancestors[-1]) if placed.ancestors else 0


def _no_range(first: Resolved, last: Resolved, why: Bilingual) -> InvalidCitationError:
    return InvalidCitationError(
        why,
        where=f"{first.words}至{last.words}",
        mend=Bilingual("请逐一引用", "cite the provisions one by one"),
    )


def _shortened(members: Iterable[Member]) -> list[str]:
    names: list[str] = []
    previous: tuple[str, ...] = ()
    for member in members:
        ends = []
        for end in member.ends:
            ends.append("".join(end.parts[_shared(previous, end.parts) :]))
            previous = end.parts
        names.append("至".join(ends))
    return names


def _shared(previous: tuple[str, ...], parts: tuple[str, ...]) -> int:
    """Return how many levels need not be said again; one at least stays on both sides."""
    count = 0
    while count < min(len(previous), len(parts)) - 1 and previous[count] == parts[count]:
        count += 1
    return count
