"""Which version of a regulation a citation means, on a day, and what is to be said of that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.language import Bilingual
from gazette_diff.core.versions import Stage

if TYPE_CHECKING:
    from gazette_diff.cite_checking.naming import Cited
    from gazette_diff.core.versions import Line

_OF_YEAR = Bilingual("{year}年的", "of {year}")


def named(stage: Stage) -> Bilingual:
    """Return the name of a version in a sentence: 《夜市办法》（2023-05-01版本）."""
    title, day = stage.version.title, stage.version.day
    return Bilingual(f"《{title}》（{day}版本）", f"《{title}》 (version of {day})")


class Chosen(NamedTuple):
    """The version that is meant, None where it is not known or its text not held."""

    stage: Stage | None
    diagnostics: tuple[Diagnostic, ...] = ()


def choose(line: Line, cited: Cited, day: date) -> Chosen:
    """Return the version of *line* that *cited* means on *day*.

    A year or a document number beside the title names one, 原《…》 the last before the one
    in force; otherwise it is that in force on the day. A repealed regulation, or one that is
    not yet in force, is told, and its text still is what the citation is checked against.
    """
    meant = _meant(line, cited)
    if meant is not None:
        if not meant:
            return Chosen(None, (_not_known(line, cited),))
        stage = next((s for s in reversed(meant) if s.version.is_held), meant[-1])
        told = () if cited.formerly else tuple(_standing(line, stage, cited, day))
        return _held(stage, cited, told)
    current = line.on(day)
    if cited.formerly:
        return _former(line, current, cited, day)
    if current is not None:
        return _held(current, cited)
    past = [s for s in line.stages if s.start <= day]
    first = line.stages[0]
    if past or day >= first.version.day:
        stage = past[-1] if past else first
        return _held(stage, cited, tuple(_standing(line, stage, cited, day)))
    return Chosen(None, (_not_known(line, cited, day),))


def _meant(line: Line, cited: Cited) -> list[Stage] | None:
    """Return the versions that the words beside the title name, None where they name none."""
    if cited.year is not None:
        days = ((s, {s.start.year, *(d.year for d in s.version.days)}) for s in line.stages)
        # A version is called by the year in which it was made before that of its start.
        made = [s for s in line.stages if s.version.day.year == cited.year]
        return made or [s for s, years in days if cited.year in years]
    numbers = [(s, s.version.metadata.document_number) for s in line.stages]
    if cited.number is None or all(number is None for _, number in numbers):
        return None
    found = [stage for stage, number in numbers if number == cited.number]
    # An order that issued an amendment need not be printed with the text.
    return None if not found and cited.number.year is None else found


def _former(line: Line, current: Stage | None, cited: Cited, day: date) -> Chosen:
    past = [s for s in line.stages if s.start <= day and s is not current]
    if not past:
        # 原 may stand before a regulation that never changed: nothing to say.
        return Chosen(current) if current and current.version.is_held else Chosen(None)
    return _held(past[-1], cited)


def _held(stage: Stage, cited: Cited, told: tuple[Diagnostic, ...] = ()) -> Chosen:
    if stage.version.is_held:
        return Chosen(stage, told)
    about = Diagnostic.of(Code.TEXT_NOT_HELD, version=named(stage))
    return Chosen(None, (*told, about))


def _standing(line: Line, stage: Stage, cited: Cited, day: date) -> Iterator[Diagnostic]:
    """Yield what is to be said of *stage* where it is not the version in force on *day*."""
    text = cited.text
    if stage.start > day:
        yield Diagnostic.of(
            Code.NOT_YET_IN_FORCE, cited=text, version=named(stage), start=stage.start, day=day
        )
        return
    current = line.on(day)
    if current is stage:
        return
    if current is not None:
        yield Diagnostic.of(
            Code.SUPERSEDED,
            version=named(stage),
            start=_day(current.start, told=current.version.start_is_told),
            newer=named(current),
        )
        return
    last = max((s for s in line.stages if s.start <= day), key=lambda s: s.start)
    by = Bilingual("由《{by}》", " by 《{by}》") if last.by else Bilingual("", "")
    yield Diagnostic.of(
        Code.CITED_REPEALED,
        cited=text,
        title=line.title,
        end=_day(last.end, told=last.by is None or last.by.start_is_told),
        by=by.fill(by=last.by.title if last.by else ""),
    )


def _day(day: date | None, *, told: bool) -> Bilingual:
    """Return *day* with a remark where it is not *told*, but taken to be the version's own."""
    if told:
        return Bilingual(str(day), str(day))
    return Bilingual(f"{day}（未载明施行日期，按其日期计）", f"{day} (assumed: no start is told)")


def _not_known(line: Line, cited: Cited, day: date | None = None) -> Diagnostic:
    which: Bilingual | str
    if day is not None:
        which = Bilingual(f"{day}施行的", f"in force on {day}")
    elif cited.year is not None:
        which = _OF_YEAR.fill(year=cited.year)
    else:
        which = Bilingual(f"{cited.number}的", f"numbered {cited.number}")
    return Diagnostic.of(Code.VERSION_NOT_KNOWN, title=line.title, which=which)
