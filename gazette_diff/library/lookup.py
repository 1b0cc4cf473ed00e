"""From the name of a regulation to the one version that is meant, or to why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.library.entries import Entry, entries_in, matching
from gazette_diff.library.names import LATEST, Name

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

_SHOWN = 8


def find(library: Path, name: Name, today: date) -> Regulation:
    """Return the version of a regulation in *library* that *name* means.

    Without a version it is the text in force *today*. A full date means the version of
    that date, or else the one in force on that day; a year or month the version dated in it.

    Raises:
        NotFoundError: no regulation or version is so named, or several are.
        InvalidMarkupError: the file of the version is not sound.
        OSError: a file cannot be read.
    """
    candidates = matching(entries_in(library), name.words)
    titles = sorted({entry.title for entry in candidates})
    if not titles:
        raise NotFoundError(
            Bilingual(
                "法规库（{at}）中没有这部法规", "no such regulation in the library ({at})"
            ).fill(at=library),
            where=str(name),
            mend=Bilingual(
                "gazette-diff list 列出全部法规", "gazette-diff list shows what there is"
            ),
        )
    if len(titles) > 1:
        raise _several(name, titles)
    if name.version == LATEST:
        return _read(candidates[-1])
    dated = [e for e in candidates if str(e.version).startswith(name.version or "-")]
    if len(dated) > 1:
        raise _several(name, [str(entry) for entry in dated])
    if dated:
        return _read(dated[0])
    if name.version and name.day is None:
        raise NotFoundError(
            Bilingual("没有该年月的版本", "no version of that time"),
            where=str(name),
            mend=_held(candidates),
        )
    return _in_force(candidates, name, name.day or today)


def _in_force(candidates: tuple[Entry, ...], name: Name, day: date) -> Regulation:
    for entry in reversed(candidates):
        regulation = _read(entry)
        metadata = regulation.metadata
        # 施行 decides, not 公布: months may lie between.
        if (metadata.in_force or entry.version) > day:
            continue
        if metadata.repealed is None or metadata.repealed > day:
            return regulation
        raise NotFoundError(
            Bilingual(
                "已于{on}废止，{day}没有施行中的文本", "repealed on {on}, no text in force on {day}"
            ).fill(on=metadata.repealed, day=day),
            where=str(name),
            mend=_held(candidates),
        )
    raise NotFoundError(
        Bilingual("{day}没有施行中的文本", "no text in force on {day}").fill(day=day),
        where=str(name),
        mend=_held(candidates),
    )


def _read(entry: Entry) -> Regulation:
    # lxml comes with it, so it is imported only when a file is opened.
    from gazette_diff.akn import from_akn

    return from_akn(entry.path.read_bytes(), str(entry.path))


def _held(candidates: Iterable[Entry]) -> Bilingual:
    versions = "、".join(f"@{entry.version}" for entry in candidates)
    return Bilingual("库中有{v}", "held: {v}").fill(v=versions)


def _several(name: Name, candidates: list[str]) -> NotFoundError:
    shown = "、".join(candidates[:_SHOWN]) + ("……" if len(candidates) > _SHOWN else "")
    return NotFoundError(
        Bilingual("可指{n}个：{shown}", "may mean any of {n}: {shown}").fill(
            n=len(candidates), shown=shown
        ),
        where=str(name),
        mend=Bilingual("请写得更确切些", "please name one of them"),
    )
