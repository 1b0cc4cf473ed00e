"""What is no change of substance: layout, and references that follow the renumbering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazette_diff.comparing import compare
from gazette_diff.comparing.following import references
from gazette_diff.comparing.keys import plain
from gazette_diff.core.changes import ChangeSet, Relation
from gazette_diff.core.tree import Attachment
from tests.unit.comparing.building import articles, regulation

AIM = "为了管理集市，方便居民，制定本办法。"
STALLS = "摊主应当在镇综合办公室登记姓名、货物和摊位，登记有效期一年。"
HOURS = "集市每逢三、六、九日开市，日出开门，日落前清场。"
NEW = "集市由镇人民政府主管，每年听取摊主意见，评估经营秩序并公布结果。"


def compared(old_last: str, new_last: str) -> ChangeSet:
    """Return the comparison of two versions whose articles move on by one, but the first."""
    return compare(
        articles(AIM, STALLS, HOURS, old_last), articles(AIM, NEW, STALLS, HOURS, new_last)
    )


def editorial(old: str, new: str) -> bool:
    """Tell whether the last article is said to differ editorially only."""
    changes = compared(old, new).changes
    (last,) = (change for change in changes if change.new and change.new[0].eid == "art_5")
    assert last.relation is Relation.AMENDED
    assert last.rows[0].editorial == last.editorial
    return last.editorial


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "摊主违反第二条规定的，由镇综合办公室警告。",
            "摊主违反第三条规定的，由镇综合办公室警告。",
        ),
        (
            "违反本办法第二条、第三条的，予以警告并公示。",
            "违反本办法第三条、第四条的，予以警告并公示。",
        ),
        (
            "违反第二条至第三条规定的，予以警告并公示。",
            "违反第三条至第四条规定的，予以警告并公示。",
        ),
        ("违反第二条第一款的，予以警告并公示。", "违反第三条第一款的，予以警告并公示。"),
        ("警告(包括口头警告)由镇综合办公室作出。", "警告（包括口头警告）由镇综合办公室作出。"),
        ("“摊主”包括临时摊主，由镇综合办公室认定。", "「摊主」包括临时摊主，由镇综合办公室认定。"),
        ("罚款 5 元以下，由镇综合办公室收取。", "罚款5元以下，由镇综合办公室收取。"),
        ("违反第二条(登记)的，予以警告并公示。", "违反第三条（登记）的，予以警告并公示。"),
    ],
)
def test_no_change_of_substance(old: str, new: str) -> None:
    assert editorial(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # to another provision than before
        (
            "摊主违反第二条规定的，由镇综合办公室警告。",
            "摊主违反第四条规定的，由镇综合办公室警告。",
        ),
        # the number stayed, what it leads to did not
        (
            "摊主违反第二条的，由镇综合办公室警告(口头)。",
            "摊主违反第二条的，由镇综合办公室警告；口头。",
        ),
        # into another law
        (
            "依照《水法》第二条规定，由镇综合办公室警告。",
            "依照《水法》第三条规定，由镇综合办公室警告。",
        ),
        (
            "依照刑法第二条、第三条处罚，由镇公布结果。",
            "依照刑法第三条、第四条处罚，由镇公布结果。",
        ),
        # one more
        (
            "摊主违反第二条规定的，由镇综合办公室警告。",
            "摊主违反第三条、第四条规定的，由镇综合办公室警告。",
        ),
        # nobody can tell where it leads
        (
            "违反前条第二款规定的，由镇综合办公室警告。",
            "违反前条第三款规定的，由镇综合办公室警告。",
        ),
        # punctuation is a change
        ("摊主、货主应当互相谦让，保持通道畅通。", "摊主，货主应当互相谦让，保持通道畅通。"),
        ("摊主违反第二条规定的，处五元罚款并公示。", "摊主违反第三条规定的，处八元罚款并公示。"),
    ],
)
def test_a_change_of_substance(old: str, new: str) -> None:
    assert not editorial(old, new)


def test_a_reference_that_follows_is_marked_beside_a_change_of_substance() -> None:
    changes = compared(
        "违反第二条的，处五元罚款并公示。", "违反第三条的，处八元罚款并公示。"
    ).changes
    values = [(v.name, v.old, v.new, v.editorial) for v in changes[-1].values]
    assert values == [("reference", "第二条", "第三条", True), ("amount", "五元", "八元", False)]


def test_a_reference_into_a_split_article_is_no_mere_renumbering() -> None:
    first, second = "摊主应当登记姓名、货物和摊位的位置。", "登记的有效期为一年，期满前换发新证。"
    old = articles(AIM, first + "\n" + second, HOURS, "违反第二条规定的，予以警告并公示。")
    new = articles(AIM, first, second, HOURS, "违反第三条规定的，予以警告并公示。")
    last = compare(old, new).changes[-1]
    assert (last.relation, last.editorial) == (Relation.AMENDED, False)


@pytest.mark.parametrize(("number", "follows"), [("三", False), ("四", True)])
def test_an_attachment_counts_its_own_articles(number: str, follows: bool) -> None:
    """第二条 of the body is 第三条 now, that of the attachment 第四条."""
    oars, drink = "船工上岗前检查缆绳、船桨和救生衣。", "船工不得酒后驾船，不得超载。"
    lamps, boots = "夜间行船应当点亮船头的马灯。", "汛期上船应当穿防滑的胶鞋。"
    penalty = "违反第{}条规定的，扣发当月补贴五十元。"
    before = articles(oars, drink, penalty.format("二")).body
    after = articles(oars, lamps, boots, drink, penalty.format(number)).body
    old = replace(
        articles(AIM, STALLS, HOURS), attachments=(Attachment(label="附件", body=before),)
    )
    new = replace(
        articles(AIM, NEW, STALLS, HOURS), attachments=(Attachment(label="附件", body=after),)
    )
    last = compare(old, new).changes[-1]
    assert last.new[0].eid == "att_1__art_5"
    assert last.editorial is follows


def test_items_follow_too() -> None:
    old = regulation(
        """第一条 摊主有下列情形之一的，注销登记：
        （一）停业满半年的；
        （二）转让摊位的。
        有第一款第（二）项情形的，一年内不得登记。"""
    )
    new = regulation(
        """第一条 摊主有下列情形之一的，注销登记：
        （一）本人提出申请并且交还证件的；
        （二）停业满半年的；
        （三）转让摊位的。
        有第一款第（三）项情形的，一年内不得登记。"""
    )
    (change,) = compare(old, new).changes
    assert [row.editorial for row in change.rows] == [False, False, False, False, True]
    assert not change.editorial
    assert "reference" not in compare(old, new).without_editorial().changes[0].classes


def test_set_aside_they_are_unchanged_and_counted() -> None:
    changes = compared(
        "违反第二条规定的，由镇综合办公室警告。", "违反第三条规定的，由镇综合办公室警告。"
    )
    aside = changes.without_editorial()
    assert aside.set_aside == 1
    assert aside.changes[-1].relation is Relation.UNCHANGED
    assert (aside.changes[-1].classes, aside.changes[-1].values) == ((), ())
    row = aside.changes[-1].rows[0]
    assert row.old_text == changes.changes[-1].rows[0].old_text
    assert not aside.identical


def test_versions_that_differ_in_layout_only_are_identical_without_it() -> None:
    old = articles(AIM, "警告(包括口头警告)由镇综合办公室作出。")
    new = articles(AIM, "警告（包括口头警告）由镇综合办公室作出。")
    changes = compare(old, new)
    assert not changes.identical
    assert changes.without_editorial().identical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违反第三条第二款的", [("art_3", "para_2")]),
        (
            "第三条第一款、第二款和第二十条之一",
            [("art_3", "para_1"), ("art_3", "para_2"), ("art_20-1",)],
        ),
        ("本条第二款", [("art_9", "para_2")]),
        ("第（三）项", [("art_9", "para_1", "point_3")]),
        ("依照刑法第三条、第五条，违反本法第六条的", [None, None, ("art_6",)]),
        ("《渡口办法》（以下简称办法）第三条", [None]),
        ("依照该条例第三条或者前款第一项", [None, None]),
        ("本法第二章", [("chp_2",)]),
        ("附件2第三条、本附件第四条", [None, ("art_4",)]),
    ],
)
def test_where_references_lead(text: str, expected: list[tuple[str, ...] | None]) -> None:
    found = references(plain(text), "art_9__para_1__point_1")
    assert [one.target for one in found] == expected


@pytest.mark.parametrize(
    ("eid", "text", "expected"),
    [
        ("att_1__art_9__para_1", "第三条第二款、第五条", ("att_1__art_3", "att_1__art_5")),
        ("chp_2__art_9__para_1", "第三条第二款、第五条", ("chp_2__art_3", "chp_2__art_5")),
        ("att_1__level_2__para_1", "第三条、第二章", ("att_1__art_3", "att_1__chp_2")),
    ],
)
def test_in_which_article_a_reference_is_looked_for(
    eid: str, text: str, expected: tuple[str, ...]
) -> None:
    assert tuple(one.target[0] for one in references(text, eid) if one.target) == expected
