"""Versions in words: what they are called, how they came to be, when they are in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Holding
from gazette_diff.core.versions import Stage, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How a version came to be (立法法 (2023): 制定, 修改, 废止).
STEPS = {
    Step.MADE: Bilingual("制定", "made"),
    Step.AMENDED: Bilingual("修改", "amended"),
    Step.REISSUED: Bilingual("重新制定", "re-issued"),
}
_HOLDINGS = {
    Holding.NOT_HELD: Bilingual("未收正文", "text not held"),
    Holding.REMOVED: Bilingual("已移出", "removed"),
}
_FROM = Bilingual("{start}起施行{assumed}", "in force from {start}{assumed}")
_UNTIL = Bilingual(
    "{start}起施行{assumed}，至{end}{end_assumed}",
    "in force from {start}{assumed} to {end}{end_assumed}",
)
_TOLD = Bilingual("", "")
_ASSUMED = Bilingual("（推定）", " (assumed)")
_REPEALED = Bilingual("{end}废止", "repealed on {end}")
_BY = Bilingual("，由《{title}》取代", ", replaced by 《{title}》")
_COMPARED = Bilingual("与{day}的文本相比", "compared with the text of {day}")
_BETWEEN = Bilingual(
    "其间{days}的文本未收，变动不能分开",
    "the texts of {days} lie between and are not held: their changes cannot be told apart",
)


def force_words(stage: Stage) -> Bilingual:
    """Return when the version is in force, and what ended it if that was a repeal."""
    words = _FROM if stage.end is None else _UNTIL
    said = words.fill(
        start=stage.start,
        assumed=_TOLD if stage.version.start_is_told else _ASSUMED,
        end=stage.end,
        end_assumed=_TOLD if stage.end_is_told else _ASSUMED,
    )
    if stage.by is not None:
        by = _BY.fill(title=stage.by.title)
        said = Bilingual(said.zh + by.zh, said.en + by.en)
    return said


def holding_words(stage: Stage) -> Bilingual | None:
    """Return why the text of a version is not there, None if it is."""
    return _HOLDINGS.get(stage.version.metadata.holding)


def compared_words(previous: Stage, missing: Sequence[Stage]) -> tuple[Bilingual, ...]:
    """Return with which text a version was compared, and which versions lie between."""
    said = [_COMPARED.fill(day=previous.version.day)]
    if missing:
        days = [str(stage.version.day) for stage in missing]
        said.append(
            Bilingual(
                _BETWEEN.zh.format(days="、".join(days)), _BETWEEN.en.format(days=", ".join(days))
            )
        )
    return tuple(said)
