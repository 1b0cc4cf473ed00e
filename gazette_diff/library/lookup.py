"""From the name of a regulation to the one version that is meant, or to why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.versions import Line, Stage, Version
from gazette_diff.library.lineage import line_of
from gazette_diff.library.names import LATEST, VERSION_MARK, Name, plain
from gazette_diff.library.titles import matching

if TYPE_CHECKING:
    from gazette_diff.library.shelf import Shelf

_SHOWN = 8
# By then a version that does not say when it enters into force has done so.
_SETTLED = timedelta(days=366)
_WHAT_IS_HELD = Bilingual("gazette-diff list 列出全部法规", "gazette-diff list shows what there is")


@dataclass(frozen=True)
class Found:
    """A version that a name means, its line, and what is to be said about the choice."""

    stage: Stage
    line: Line
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def version(self) -> Version:
        """The version itself."""
        return self.stage.version


def find(shelf: Shelf, name: Name, today: date) -> Found:
    """Return the version on *shelf* that *name* means, whose text is held.

    Without a version it is the text in force *today*, with a full date the one in force on
    that day. A year, a month, ``v`` and a date, and ``latest`` name a version by its own
    date, in force or not.

    Raises:
        NotFoundError: no regulation or version is so named, several are, none was in force
            on the day, or the text is not held.
    """
    line = find_line(shelf, name)
    if name.version and name.day is None:
        stage = _named(line, name)
        notes: tuple[Diagnostic, ...] = ()
    else:
        day = name.day or today
        stage = _in_force(line, name, day)
        notes = _assumed(stage, day, asked=name.day is not None)
    if not stage.version.is_held:
        raise _not_held(line, stage, name)
    return Found(stage, line, notes)


def find_sole(shelf: Shelf, name: Name) -> Version:
    """Return the version with a file on *shelf* that *name* means, and that alone.

    Unlike :func:`find` it never chooses by the day: who removes a version must name it.

    Raises:
        NotFoundError: no version is so named, or several are.
    """
    line = find_line(shelf, name)
    wanted = "" if name.version == LATEST else name.version.removeprefix(VERSION_MARK)
    filed = [s.version for s in line.stages if s.version.path]
    named = [v for v in filed if str(v.day).startswith(wanted)]
    if name.version == LATEST:
        named = filed[-1:]
    if not named:
        raise NotFoundError(
            Bilingual("没有该日期的版本", "no version of that date"),
            where=str(name),
            mend=_held(line),
        )
    if len(named) > 1:
        raise _several(name, [str(version) for version in named])
    return named[0]


def find_line(shelf: Shelf, name: Name) -> Line:
    """Return the line of the one regulation on *shelf* that the words of *name* mean.

    Raises:
        NotFoundError: there is none, or several.
    """
    versions = shelf.versions
    named = matching(versions, name.words)
    titles = sorted({plain(version.title): version.title for version in named}.values())
    if not titles:
        raise NotFoundError(
            Bilingual(
                "法规库（{at}）中没有这部法规", "no such regulation in the library ({at})"
            ).fill(at=shelf.library),
            where=str(name),
            mend=_WHAT_IS_HELD,
        )
    if len(titles) > 1:
        raise _several(name, titles)
    return line_of(titles[0], versions)


def _named(line: Line, name: Name) -> Stage:
    """Return the version of *line* that *name* calls by its own date."""
    if name.version == LATEST:
        return line.stages[-1]
    wanted = name.version.removeprefix(VERSION_MARK)
    dated = [stage for stage in line.stages if str(stage.version.day).startswith(wanted)]
    # A version that is only known of does not stand in the way of one that can be read.
    dated = [stage for stage in dated if stage.version.is_held] or dated
    if not dated:
        raise NotFoundError(
            Bilingual("没有该日期的版本", "no version of that date"),
            where=str(name),
            mend=_held(line),
        )
    if len(dated) > 1:
        raise _several(name, [str(stage.version) for stage in dated])
    return dated[0]


def _in_force(line: Line, name: Name, day: date) -> Stage:
    stage = line.on(day)
    if stage is not None:
        return stage
    raise NotFoundError(_why_none(line, day), where=str(name), mend=_held(line))


def _why_none(line: Line, day: date) -> Bilingual:
    first = line.stages[0]
    if day >= first.start:
        ended = max((s for s in line.stages if s.start <= day), key=lambda s: s.start)
        by = Bilingual("（由《{by}》废止）", " by 《{by}》") if ended.by else Bilingual("", "")
        return Bilingual(
            "已于{on}废止{by}，{day}没有施行中的文本",
            "repealed{by} on {on}, no text in force on {day}",
        ).fill(on=ended.end, day=day, by=by.fill(by=ended.by.title if ended.by else ""))
    if day >= first.version.day:
        return Bilingual(
            "{made}公布，{start}起施行，{day}尚未施行",
            "published on {made}, in force from {start}; not yet in force on {day}",
        ).fill(made=first.version.day, start=first.start, day=day)
    return Bilingual(
        "{day}没有施行中的文本，最早的版本{start}起施行",
        "no text in force on {day}; the earliest version is in force from {start}",
    ).fill(start=first.start, day=day)


def _not_held(line: Line, stage: Stage, name: Name) -> NotFoundError:
    version = stage.version
    number = version.metadata.document_number
    return NotFoundError(
        Bilingual(
            "所指为{day}的版本{number}，库中没有其正文",
            "this is the version of {day}{number}, whose text is not held",
        ).fill(day=version.day, number=f"（{number}）" if number else ""),
        where=str(name),
        mend=_held(line),
    )


def _assumed(stage: Stage, day: date, *, asked: bool) -> tuple[Diagnostic, ...]:
    """Return word that a version is only taken to be in force, where that may matter.

    It may where a day was asked for, or where the version is younger than a year: its
    entry into force, which it does not tell, may still be to come.
    """
    if stage.version.start_is_told or (not asked and day - stage.start > _SETTLED):
        return ()
    return (Diagnostic.of(Code.START_ASSUMED, day=stage.start),)


def _held(line: Line) -> Bilingual:
    if not line.held:
        return Bilingual("库中没有任何版本的正文", "no text of any version is held")
    versions = "、".join(f"@v{stage.version.day}" for stage in line.held)
    return Bilingual("库中有{v}", "held: {v}").fill(v=versions)


def _several(name: Name, candidates: Sequence[str]) -> NotFoundError:
    shown = "、".join(candidates[:_SHOWN]) + ("……" if len(candidates) > _SHOWN else "")
    return NotFoundError(
        Bilingual("可指{n}个：{shown}", "may mean any of {n}: {shown}").fill(
            n=len(candidates), shown=shown
        ),
        where=str(name),
        mend=Bilingual("请写得更确切些", "please name one of them"),
    )
