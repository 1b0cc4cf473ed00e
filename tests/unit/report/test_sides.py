"""The labels of 款, 项 and 目, told from their eIds."""

from __future__ import annotations

import pytest

from gazette_diff.core.changes import ProvisionRef, RowRef
from gazette_diff.report.sides import SideLabels, natural_order

ARTICLE = ProvisionRef("art_5", "第五条")


def side_of(eid: str, *others: str, printed: str = "") -> tuple[str, str, str]:
    ref = RowRef(eid, printed)
    refs = [ref, *(RowRef(other) for other in others)]
    side = SideLabels([ARTICLE], refs).side(ref)
    return side.label.zh, side.full.zh, side.inner


@pytest.mark.parametrize(
    ("eid", "expected"),
    [
        ("art_5", ("标题", "标题", "")),
        ("art_5__para_1", ("", "", "para_1")),
        ("art_5__para_1__point_3", ("（三）", "（三）", "para_1__point_3")),
        ("art_5__para_1__point_3__indent_2", ("2.", "（三）2.", "para_1__point_3__indent_2")),
        ("art_5__para_1_inst2", ("", "", "para_1_inst2")),
        ("art_5__odd", ("odd", "odd", "odd")),
    ],
)
def test_labels_within_an_article(eid: str, expected: tuple[str, str, str]) -> None:
    assert side_of(eid) == expected


def test_the_paragraph_is_named_where_an_item_hangs_under_a_second_one() -> None:
    assert side_of("art_5__para_2__point_1", "art_5__para_1")[:2] == ("（一）", "第二款（一）")


def test_a_printed_label_comes_first() -> None:
    assert side_of("art_5__para_1__point_3", printed="3．")[0] == "3．"


def test_an_article_whose_eid_begins_alike_is_another_one() -> None:
    labels = SideLabels([ARTICLE, ProvisionRef("art_51", "第五十一条")], [])
    article = labels.side(RowRef("art_51__para_1")).article
    assert article is not None
    assert article.label == "第五十一条"


def test_outline_levels_belong_to_the_innermost_unit() -> None:
    outer, inner = ProvisionRef("level_1", "一、"), ProvisionRef("level_1__level_2", "（二）")
    side = SideLabels([outer, inner], []).side(RowRef("level_1__level_2__para_1"))
    assert side.article == inner


@pytest.mark.parametrize(
    ("ref", "label"),
    [
        (RowRef("chp_2", "第二章"), "第二章"),
        (RowRef("preamble"), "序言"),
        (RowRef("preface"), "文首"),
        (RowRef("elsewhere"), ""),
    ],
)
def test_labels_outside_the_articles(ref: RowRef, label: str) -> None:
    side = SideLabels([], [ref]).side(ref)
    assert (side.label.zh, side.article, side.inner) == (label, None, ref.eid)


def test_blocks_of_one_place_outside_the_articles_do_not_continue_each_other() -> None:
    refs = [RowRef("preface"), RowRef("preface")]
    labels = SideLabels([], refs)
    assert [labels.side(ref).label.zh for ref in refs] == ["文首", "文首"]


def test_articles_sort_by_their_numbers() -> None:
    eids = ["att_1__art_1", "art_20-1", "art_3", "art_20", "art_100"]
    assert sorted(eids, key=natural_order) == [
        "art_3",
        "art_20",
        "art_20-1",
        "art_100",
        "att_1__art_1",
    ]
