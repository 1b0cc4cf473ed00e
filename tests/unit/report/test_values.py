"""Classes in words, with their old and new values."""

from __future__ import annotations

import pytest

from gazette_diff.core.changes import Change, Relation, Renaming, ValueChange
from gazette_diff.report.units import ARTICLE
from gazette_diff.report.values import class_phrases, renaming_phrase


def phrases(*values: tuple[str, str, str]) -> list[tuple[str, str]]:
    change = Change(
        relation=Relation.AMENDED,
        classes=tuple(dict.fromkeys(name for name, _, _ in values)),
        values=tuple(ValueChange(*value, 0) for value in values),
    )
    return [(phrase.zh, phrase.en) for _, phrase in class_phrases(change)]


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        (
            [("deadline", "7个工作日", "5个工作日")],
            "期限：7个工作日 → 5个工作日",
            "deadline: 7个工作日 → 5个工作日",
        ),
        ([("duty", "", "一般")], "义务强度：增加“一般”", "duty: “一般” added"),
        ([("duty", "必须", "")], "义务强度：删去“必须”", "duty: “必须” left out"),
        # the same pair is told once
        (
            [("amount", "五元", "八元"), ("amount", "五元", "八元"), ("amount", "一元", "二元")],
            "金额：五元 → 八元，一元 → 二元",
            "amount: 五元 → 八元, 一元 → 二元",
        ),
        # many, long ones and those that rows show best are not spelt out
        (
            [("count", f"{n}人", f"{n + 1}人") for n in (1, 2, 3, 4, 5)],
            "数量：1人 → 2人，2人 → 3人，3人 → 4人等5处",
            "count: 1人 → 2人, 2人 → 3人, 3人 → 4人 and 2 more",
        ),
        ([("scope", "渡" * 25, "口")], "适用范围", "scope"),
        ([("punctuation", "，", "。")], "标点", "punctuation"),
    ],
)
def test_a_class_in_words(values: list[tuple[str, str, str]], zh: str, en: str) -> None:
    assert phrases(*values) == [(zh, en)]


def test_a_renaming_in_words() -> None:
    renaming = Renaming("渡口管理处", "水上交通局", 30)
    assert renaming_phrase(renaming, ARTICLE) == (
        "渡口管理处 → 水上交通局（30条）",
        "渡口管理处 → 水上交通局 (30 articles)",
    )
