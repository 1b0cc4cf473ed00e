"""Choosing entries by what happened and by number."""

from __future__ import annotations

import pytest

from gazette_diff.core.changes import Change, ProvisionRef, Relation
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.selection import SELECTORS, answers, article_number, asked_for, chosen
from tests.support.changes import regrouped, sample_changes


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("44", Ordinal(44)),
        ("４４", Ordinal(44)),
        ("第四十四条", Ordinal(44)),
        (" 四十四 ", Ordinal(44)),
        ("第二十条之一", Ordinal(20, 1)),
        ("20-1", Ordinal(20, 1)),
        ("第四十四条第一款", None),
        ("十百", None),
        ("", None),
        ("条", None),
    ],
)
def test_the_number_of_an_article(text: str, number: Ordinal | None) -> None:
    assert article_number(text) == number


def chosen_anchors(only: set[str], articles: set[Ordinal]) -> list[str]:
    table = comparison_table(sample_changes())
    return [e.anchor for g in table.groups for e in g.entries if chosen(e, only, articles)]


def test_an_article_is_found_by_its_old_and_by_its_new_number() -> None:
    assert chosen_anchors(set(), {Ordinal(10)}) == ["art_10", "old-art_10"]
    assert chosen_anchors(set(), {Ordinal(7)}) == ["art_7", "art_8"]


def test_only_some_relations() -> None:
    assert chosen_anchors({"added", "split"}, set()) == ["art_3", "art_8", "art_14"]
    assert chosen_anchors({"relocated"}, set()) == ["art_11", "art_15"]
    assert chosen_anchors({"doubtful"}, set()) == ["art_12"]


def test_both_conditions_must_hold() -> None:
    assert chosen_anchors({"deleted"}, {Ordinal(10)}) == ["old-art_10"]


def test_every_selector_selects_something_in_the_sample() -> None:
    assert all(
        chosen_anchors({name}, set())
        for name in set(SELECTORS) - {"regrouped", "pinned", "editorial"}
    )


def test_a_level_is_found_by_the_label_of_what_is_around_it() -> None:
    ref = ProvisionRef("level_2__level_4", "（四）", ("二、重点任务",))
    change = Change(relation=Relation.UNCHANGED, old=(ref,), new=(ref,))
    assert answers(change, asked_for("二、"))
    assert not answers(change, asked_for("三、"))


def test_regrouped_articles_are_chosen_by_that_name_alone() -> None:
    (group,) = comparison_table(regrouped()).groups
    (entry,) = group.entries
    assert chosen(entry, {"regrouped"}, set())
    assert not chosen(entry, {"split"}, set())
