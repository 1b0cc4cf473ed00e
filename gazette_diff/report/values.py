"""The classes of a change in words, with what the words were and what they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.core.language import Bilingual
from gazette_diff.report.wording import class_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.core.changes import Change, Renaming, ValueChange
    from gazette_diff.report.units import Unit

# Classes whose values say more than the rows do at a glance.
_TOLD = frozenset(
    {
        *("duty", "deadline", "amount", "percentage", "count"),
        *("body", "condition", "scope", "reference", "entry_into_force"),
    }
)
# Longer values are read in the rows; so are more of them.
_LONGEST = 24
_MOST = 3
# What is added to a class where nothing of it is a change of substance.
_EDITORIAL = {
    "reference": Bilingual("（随条号调整）", " (renumbered)"),
    "punctuation": Bilingual("（仅版式）", " (layout)"),
}
_MORE = Bilingual("等{count}处", " and {more} more")
_CAME = Bilingual("增加“{value}”", "“{value}” added")
_WENT = Bilingual("删去“{value}”", "“{value}” left out")
_RENAMED = Bilingual("{old} → {new}（{zh}）", "{old} → {new} ({en})")


def class_phrases(change: Change) -> tuple[tuple[str, Bilingual], ...]:
    """Return each class of *change* by name, and in words: 期限：7个工作日 → 5个工作日.

    A pair of values is told once, however often it stands in the change. Values that are
    long, and those of classes that the rows show best, are left out. References that follow
    the renumbering are told only where no others changed.
    """
    return tuple((name, _phrase(name, change.values)) for name in change.classes)


def value_phrase(old: str, new: str) -> Bilingual:
    """Return what changed in words: 应当 → 可以; with one side empty what came or went."""
    if old and new:
        return Bilingual(f"{old} → {new}", f"{old} → {new}")
    return (_CAME if new else _WENT).fill(value=new or old)


def _phrase(name: str, values: Sequence[ValueChange]) -> Bilingual:
    word = class_word(name)
    own = [value for value in values if value.name == name]
    if own and all(value.editorial for value in own) and name in _EDITORIAL:
        word = Bilingual(word.zh + _EDITORIAL[name].zh, word.en + _EDITORIAL[name].en)
    else:
        own = [value for value in own if not value.editorial]
    pairs = list(dict.fromkeys((v.old, v.new) for v in own))
    short = [pair for pair in pairs if 0 < max(map(len, pair)) <= _LONGEST]
    if name not in _TOLD or not short:
        return word
    told = [value_phrase(*pair) for pair in short[:_MOST]]
    more = len(pairs) - len(told)
    rest = _MORE.fill(count=len(pairs), more=more) if more else Bilingual("", "")
    return Bilingual(
        f"{word.zh}：" + "，".join(one.zh for one in told) + rest.zh,
        f"{word.en}: " + ", ".join(one.en for one in told) + rest.en,
    )


def renaming_phrase(renaming: Renaming, unit: Unit) -> Bilingual:
    """Return a renaming in words: 农业行政主管部门 → 农业农村主管部门（30条）."""
    counted = f"{renaming.changes}{unit.zh}"
    return _RENAMED.fill(
        old=renaming.old, new=renaming.new, zh=counted, en=unit.of(renaming.changes).en
    )
