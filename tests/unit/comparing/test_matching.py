"""What two long token lists have in common, found within bounds."""

from __future__ import annotations

import random

from gazette_diff.comparing.matching import Common, common_runs


def check(old: list[str], new: list[str]) -> list[Common]:
    """Return the runs, which must be in order, equal in both lists and not empty."""
    runs = common_runs(old, new)
    i = j = 0
    for run in runs:
        assert run.size > 0
        assert run.old >= i
        assert run.new >= j
        assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]
        i, j = run.old + run.size, run.new + run.size
    return runs


def test_equal_lists_are_one_run() -> None:
    assert check(list("甲乙丙"), list("甲乙丙")) == [Common(0, 0, 3)]
    assert check([], []) == []
    assert check(list("甲"), []) == []


def test_both_ends_and_the_middle() -> None:
    assert check(list("甲乙1丙丁2戊"), list("甲乙3丙丁戊")) == [
        Common(0, 0, 2),
        Common(3, 3, 2),
        Common(6, 5, 1),
    ]


def test_long_lists_are_cut_where_they_agree() -> None:
    chance = random.Random(1)
    old = [chance.choice("应当可以不得在内的部门机关单位人员") for _ in range(6000)]
    new = old.copy()
    for at in range(100, 6000, 200):
        new[at] = "改"
    runs = check(old, new)
    assert sum(run.size for run in runs) == 6000 - 30


def test_what_agrees_nowhere_is_not_searched_to_the_end() -> None:
    old, new = ["甲", "乙"] * 3000, ["乙", "乙", "甲"] * 2000
    assert check(old, new) == []


def test_insertions_between_anchors_are_found() -> None:
    chance = random.Random(2)
    words = [chance.choice("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往") for _ in range(4000)]
    new = [*words[:1000], *"新增的一段话", *words[1000:3000], *words[3100:]]
    assert sum(run.size for run in check(words, new)) == 3900
