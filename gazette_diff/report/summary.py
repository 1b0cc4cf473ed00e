"""One sentence that says what a revision did, as an explanatory note (修订说明) has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.changes import Relation
from gazette_diff.core.language import Bilingual
from gazette_diff.report.kinds import Kind, kind_of
from gazette_diff.report.units import ARTICLE, Unit, unit_of
from gazette_diff.report.wording import IDENTICAL, IDENTICAL_BUT, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.core.changes import Change, ChangeSet

_EDITORIAL = Bilingual("（其中{count}{unit}仅有编辑性差异）", " ({count} of them editorial only)")


def summary_sentence(changes: ChangeSet) -> Bilingual:
    """Return the sentence, such as 修订前共71条，修订后共74条：新增8条，删除5条，修改41条.

    What did not occur is not named. Splits and merges are told by the articles they
    started from and led to, so that the numbers add up to those of both versions.
    """
    if changes.identical:
        return identical_sentence(changes)
    unit = unit_of(changes.changes)
    facts = [*_kinds(changes.changes, unit), *_places(changes, unit)]
    if all(change.relation is Relation.UNCHANGED for change in changes.changes) and any(
        row.relation is not Relation.UNCHANGED for row in changes.frame
    ):
        facts.append(Bilingual("条文以外的文字有变化", "words outside the articles differ"))
    return Bilingual(
        f"修订前共{changes.old.articles}{unit.zh}，修订后共{changes.new.articles}{unit.zh}："
        + "，".join(fact.zh for fact in facts)
        + "。",
        f"{changes.old.articles} {unit.many} before, {changes.new.articles} after: "
        + ", ".join(fact.en for fact in facts)
        + ".",
    )


def identical_sentence(changes: ChangeSet) -> Bilingual:
    """Return the sentence for versions that do not differ, or only in what was set aside."""
    return IDENTICAL_BUT.fill(count=changes.set_aside) if changes.set_aside else IDENTICAL


def _kinds(changes: Iterable[Change], unit: Unit) -> list[Bilingual]:
    by_kind: dict[Kind, list[Change]] = {kind: [] for kind in Kind}
    for change in changes:
        by_kind[kind_of(change)].append(change)
    facts = []
    for kind, zh, en in (
        (Kind.ADDED, "新增{}{}", "{} added"),
        (Kind.DELETED, "删除{}{}", "{} deleted"),
        (Kind.AMENDED, "修改{}{}", "{} amended"),
    ):
        if count := len(by_kind[kind]):
            only = sum(change.editorial for change in by_kind[kind])
            aside = _EDITORIAL.fill(count=only, unit=unit.zh) if only else Bilingual("", "")
            facts.append(
                Bilingual(zh.format(count, unit.zh) + aside.zh, en.format(count) + aside.en)
            )
    for kind in (Kind.SPLIT, Kind.MERGED, Kind.REGROUPED):
        facts += _became(kind, by_kind[kind], unit)
    if count := len(by_kind[Kind.UNCHANGED]):
        facts.append(Bilingual(f"未修改{count}{unit.zh}", f"{count} unchanged"))
    return facts


def _became(kind: Kind, changes: list[Change], unit: Unit) -> list[Bilingual]:
    """Return the fact on the *changes* of a *kind* with several articles, nothing for none."""
    if not changes:
        return []
    old, new = sum(len(c.old) for c in changes), sum(len(c.new) for c in changes)
    word = KINDS[kind]
    return [Bilingual(f"{old}{unit.zh}{word.zh}为{new}{unit.zh}", f"{old} {word.en} into {new}")]


def _numbers(unit: Unit) -> str:
    return "条号" if unit is ARTICLE else "序号"


def _places(changes: ChangeSet, unit: Unit) -> list[Bilingual]:
    """Return the facts on numbers, chapters and doubts, which overlap with the relations."""
    summary = changes.summary
    facts = []
    if count := summary["renumbered"]:
        facts.append(Bilingual(f"{_numbers(unit)}变动{count}处", f"{count} renumbered"))
    if count := summary["relocated"]:
        facts.append(Bilingual(f"移至其他章{count}处", f"{count} moved to another chapter"))
    if changes.set_aside:
        facts.append(
            Bilingual(
                f"另有编辑性差异{changes.set_aside}处未计",
                f"editorial differences set aside: {changes.set_aside}",
            )
        )
    if count := sum(change.doubtful for change in changes.changes):
        facts.append(Bilingual(f"对应关系存疑{count}处，请核对", f"{count} doubtful, please check"))
    if count := sum(one.finding for one in changes.references):
        facts.append(Bilingual(f"引用需要核对{count}处", f"{count} references to look at"))
    if count := sum(change.pinned for change in changes.changes):
        facts.append(Bilingual(f"对应关系经人工更正{count}处", f"{count} corrected by hand"))
    return facts
