"""The versions of one regulation in their order: which were in force when, and which are known of.

修正 and 修订 amend a regulation, which stays the same Work; 废旧立新 repeals it and issues
another, under the same title or a new one (立法法 (2023) 第六十一条、第六十九条；行政法规制定
程序条例 第二十七条). Either way the earlier text ends when the later one enters into force.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from gazette_diff.core.tree import Holding, Metadata, Replaced
from gazette_diff.core.versions import Line, Stage, Step, Version
from gazette_diff.library.names import plain
from gazette_diff.library.titles import same_title

_TO_PUBLICATION = timedelta(days=183)


def line_of(title: str, versions: Iterable[Version]) -> Line:
    """Return the line of the regulation called *title*, out of all *versions* of a library."""
    everything = tuple(versions)
    own = [v for v in everything if plain(v.title) == plain(title)]
    chain = sorted([*own, *_known_of(own)], key=lambda v: (v.day, v.start))
    stages = []
    for number, version in enumerate(chain):
        earlier = chain[number - 1] if number else None
        stages.append(Stage(version, _step(earlier, version), version.start))
    return Line(title, _bounded(stages, everything), _predecessors(own))


def same_work(earlier: Version, later: Version) -> bool:
    """Tell whether *later* amends *earlier*, which then is the same Work.

    Both then go back to the same days: of the first text, or of an amendment of it. Where
    one of them tells no such day (修订公布, and nothing of what was before), the word of the
    later that it is amended counts.
    """
    if not later.metadata.amended:
        return False
    last = max(later.metadata.amended)
    before = _history_days(earlier.metadata)
    after = {day for day in _history_days(later.metadata) if day < last}
    return (
        not before
        or not after
        or not before.isdisjoint(after)
        or _is_first_text(earlier, later.metadata)
    )


def _is_first_text(version: Version, told: Metadata) -> bool:
    """Tell whether *version* is the first text that the amended one *told* goes back to.

    One of them may know the day of signature alone and the other that of publication,
    which follows within months.
    """
    own = version.metadata
    if own.amended:
        return False
    days = ((told.signed, own.published), (own.signed, told.published))
    return any(s and p and s <= p <= s + _TO_PUBLICATION for s, p in days)


def _history_days(metadata: Metadata) -> frozenset[date]:
    days = (metadata.signed, metadata.published, *metadata.amended)
    return frozenset(day for day in days if day is not None)


def _step(earlier: Version | None, version: Version) -> Step:
    if earlier is None:
        return Step.AMENDED if version.metadata.amended else Step.MADE
    return Step.AMENDED if same_work(earlier, version) else Step.REISSUED


def _known_of(own: Sequence[Version]) -> list[Version]:
    """Return the versions that those of one title tell of and that no file is about."""
    known = {day for version in own for day in version.days}
    known |= {
        day
        for later in own
        if later.metadata.amended
        for day in (later.metadata.signed, later.metadata.published)
        if day is not None and any(_is_first_text(v, later.metadata) for v in own)
    }
    found: dict[date, Version] = {}
    for version in sorted(own, key=lambda v: v.day, reverse=True):
        for metadata in _told(version):
            day = metadata.version
            if day is not None and day not in known and day < version.day:
                found[day] = Version(metadata, day)
    return list(found.values())


def _told(version: Version) -> Iterable[Metadata]:
    """Yield what *version* tells of earlier texts: of each amendment, and of what it repeals."""
    metadata = version.metadata
    first = metadata.signed or metadata.published
    days = [*filter(None, [first]), *metadata.amended]
    for count in range(len(days) if metadata.amended else 0):
        yield Metadata(
            title=version.title,
            issuer=metadata.issuer,
            signed=first,
            amended=tuple(d for d in days[1 : count + 1] if d != first),
            holding=Holding.NOT_HELD,
            remark=str(version.day),
        )
    for replaced in metadata.replaces:
        if same_title(replaced, version) and replaced.signed is not None:
            yield Metadata(
                title=version.title,
                document_number=replaced.document_number,
                signed=replaced.signed,
                holding=Holding.NOT_HELD,
                remark=str(version.day),
            )


def _bounded(stages: Sequence[Stage], everything: Sequence[Version]) -> tuple[Stage, ...]:
    """Return *stages* with their ends: the start of the next, or the day of repeal."""
    bounded = []
    for stage, following in pairwise([*stages, None]):
        assert stage is not None
        repealed = stage.version.metadata.repealed
        ends = [] if repealed is None else [_End(repealed, None, told=True)]
        if following is None:
            ends += [
                _End(v.start, v, told=v.start_is_told)
                for v in _repealing(stage.version, everything)
            ]
        else:
            told = following.version.start_is_told and following.start >= stage.start
            ends.append(_End(max(following.start, stage.start), None, told=told))
        end = min(ends, key=lambda end: end.day, default=None)
        if end is not None:
            stage = replace(stage, end=end.day, by=end.by, end_is_told=end.told)
        bounded.append(stage)
    return tuple(bounded)


class _End(NamedTuple):
    """The day on which a version ceases to be in force, by which regulation, told or assumed."""

    day: date
    by: Version | None
    told: bool


def _repealing(version: Version, everything: Sequence[Version]) -> list[Version]:
    """Return the regulations under other titles that repeal *version*."""
    return [
        other
        for other in everything
        if other.metadata.replaces
        and other.is_held
        and not same_title(other, version)
        and any(same_title(r, version) and _is_meant(r, version) for r in other.metadata.replaces)
    ]


def _is_meant(replaced: Replaced, version: Version) -> bool:
    named = {*version.days, version.metadata.signed, version.metadata.published}
    return replaced.signed is None or replaced.signed in named


def _predecessors(own: Sequence[Version]) -> tuple[tuple[Version, Replaced], ...]:
    found: dict[tuple[str, date | None], tuple[Version, Replaced]] = {}
    for version in own:
        for replaced in version.metadata.replaces:
            if not same_title(replaced, version):
                found.setdefault((plain(replaced.title), replaced.signed), (version, replaced))
    return tuple(found.values())
