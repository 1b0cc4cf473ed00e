"""The whole comparison."""

from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.comparing import compare
from gazette_diff.core.changes import Relation
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.tree import (
    Attachment,
    Block,
    BlockKind,
    Metadata,
    Provision,
    Regulation,
    Table,
)
from tests.unit.comparing.building import articles, level, paragraph, regulation
from tests.unit.comparing.marking import marked, relations, told

WELL = "村民委员会应当每月检查水井一次，发现井栏损坏的，及时修理，并在井旁公示。"
BRIDGE = "过桥的大车载重不得超过三吨，超载的由护桥人拦停卸货，并处五十元罚款。"
TREE = "古樟树周围十米内禁止堆放柴草，枯枝由林业站每年冬季统一清理。"
FERRY = "渡船离岸前，船工应当清点人数，老人和儿童优先登船，风力六级以上停航。"
MILL = "磨坊的钥匙由轮值户保管，磨盘每季度打磨一次，所需费用从公积金列支。"
STAGE = "借用戏台的单位应当提前登记，演出结束后清扫场地，不得留宿过夜。"


def test_changes_follow_the_new_text_and_deleted_ones_their_neighbours() -> None:
    found = compare(articles(WELL, BRIDGE, TREE, FERRY), articles(MILL, WELL, TREE, STAGE, FERRY))
    assert relations(found) == [
        ("added", (), ("第一条",)),
        ("unchanged", ("第一条",), ("第二条",)),
        ("deleted", ("第二条",), ()),
        ("unchanged", ("第三条",), ("第三条",)),
        ("added", (), ("第四条",)),
        ("unchanged", ("第四条",), ("第五条",)),
    ]
    assert [change.renumbered for change in found.changes] == [
        False,
        True,
        False,
        False,
        False,
        True,
    ]
    assert found.summary["renumbered"] == 2


def test_a_split_is_one_change_with_a_link_for_each_pair() -> None:
    found = compare(articles(WELL, f"{BRIDGE}\n{MILL}", TREE), articles(WELL, BRIDGE, MILL, TREE))
    (split,) = [change for change in found.changes if change.relation is Relation.SPLIT]
    assert [ref.eid for ref in split.new] == ["art_2", "art_3"]
    assert [(link.old, link.new) for link in split.links] == [
        ("art_2", "art_2"),
        ("art_2", "art_3"),
    ]
    assert told(split.rows) == [
        ("art_2__para_1", "art_2__para_1", BRIDGE),
        ("art_2__para_2", "art_3__para_1", MILL),
    ]
    merged = compare(articles(WELL, BRIDGE, MILL, TREE), articles(WELL, f"{BRIDGE}\n{MILL}", TREE))
    assert Relation.MERGED in {change.relation for change in merged.changes}


def test_numbering_inside_counts_as_amended() -> None:
    (change,) = compare(
        regulation(f"第一条 {WELL}\n（一）甲；\n（二）乙。"),
        regulation(f"第一条 {WELL}\n1. 甲；\n2. 乙。"),
    ).changes
    assert change.relation is Relation.AMENDED
    assert all(row.relation is Relation.UNCHANGED for row in change.rows)


def test_width_of_labels_is_no_change() -> None:
    old, new = regulation(f"第一条 {WELL}"), regulation(f"第一条 {WELL}")
    assert compare(old, new).identical


def test_a_renumbered_chapter_is_no_relocation() -> None:
    old = regulation(f"## 总则\n第一条 {WELL}\n## 使用\n第二条 {BRIDGE}\n第三条 {TREE}")
    new = regulation(
        f"## 总则\n第一条 {WELL}\n## 设施\n第二条 {MILL}\n## 使用\n第三条 {BRIDGE}\n第四条 {TREE}"
    )
    assert compare(old, new).summary["relocated"] == 0


def test_a_renamed_chapter_is_no_relocation_but_another_chapter_is() -> None:
    old = regulation(
        f"## 总则\n第一条 {WELL}\n## 借用\n第二条 {BRIDGE}\n第三条 {TREE}\n第四条 {FERRY}\n"
        f"## 附则\n第五条 {MILL}"
    )
    new = regulation(
        f"## 总则\n第一条 {WELL}\n第二条 {FERRY}\n## 借用和归还\n第三条 {BRIDGE}\n第四条 {TREE}\n"
        f"## 附则\n第五条 {MILL}"
    )
    found = compare(old, new)
    assert [c.old[0].eid for c in found.changes if c.relocated] == ["art_4"]
    renamed = [row for row in found.frame if row.relation is Relation.AMENDED]
    assert [marked(row.segments) for row in renamed] == ["借用{+和归还+}"]
    assert [d.code for d in found.diagnostics] == [Code.HEADING_CHANGED]


def test_new_sections_relocate_nothing() -> None:
    old = regulation(f"## 总则\n第一条 {WELL}\n第二条 {BRIDGE}")
    new = regulation(f"## 总则\n### 水井\n第一条 {WELL}\n### 桥梁\n第二条 {BRIDGE}")
    assert compare(old, new).summary["relocated"] == 0


def test_outlines_compare_level_by_level() -> None:
    old = Regulation(
        body=(
            level(1, "一、", "总体要求", paragraph(WELL)),
            level(2, "二、", "重点任务", level(1, "（一）", "修桥", paragraph(BRIDGE))),
        )
    )
    new = Regulation(
        body=(
            level(1, "一、", "总体要求", paragraph(WELL)),
            level(2, "二、", "保障措施", paragraph(MILL)),
            level(3, "三、", "重点任务", level(1, "（一）", "修桥铺路", paragraph(BRIDGE))),
        )
    )
    found = compare(old, new)
    assert [
        (str(c.relation), [r.eid for r in c.old], [r.eid for r in c.new]) for c in found.changes
    ] == [
        ("unchanged", ["level_1"], ["level_1"]),
        ("added", [], ["level_2"]),
        ("amended", ["level_2__level_1"], ["level_3__level_1"]),
    ]
    assert told(found.changes[2].rows)[0] == (
        "level_2__level_1",
        "level_3__level_1",
        "修桥{+铺路+}",
    )
    assert (found.old.articles, found.new.articles) == (2, 3)


def test_tables_of_an_attachment_compare() -> None:
    def version(price: str) -> Regulation:
        table = Provision(
            level=paragraph("").level, table=Table((("品目", "收费"), ("茶叶", price)))
        )
        return Regulation(
            metadata=Metadata(title="收费办法"),
            body=articles(WELL).body,
            attachments=(Attachment(label="附表", heading="收费标准", body=(table,)),),
        )

    found = compare(version("3元"), version("5元"))
    assert relations(found) == [
        ("unchanged", ("第一条",), ("第一条",)),
        ("amended", ("附表",), ("附表",)),
    ]
    assert told(found.changes[1].rows) == [
        ("att_1__para_1", "att_1__para_1", "品目\t收费\n茶叶\t[-3元-]{+5元+}")
    ]
    assert found.changes[1].classes == ("amount",)


def test_the_frame_holds_what_stands_outside_the_articles() -> None:
    old = Regulation(
        metadata=Metadata(title="甲办法", signed=date(2020, 1, 2)),
        preface=(Block(BlockKind.TITLE, "甲办法"), Block(BlockKind.CONTENTS, "目录")),
        body=articles(WELL).body,
        conclusion=(Block(BlockKind.SIGNATURE, "甲镇人民政府"),),
    )
    new = Regulation(
        metadata=Metadata(title="甲条例", signed=date(2024, 1, 2)),
        preface=(Block(BlockKind.TITLE, "甲条例"), Block(BlockKind.ADOPTION_NOTE, "某日通过")),
        body=articles(WELL).body,
    )
    found = compare(old, new)
    assert told(found.frame) == [
        ("preface", "preface", "甲[-办法-]{+条例+}"),
        ("", "preface", "{+某日通过+}"),
        ("conclusion", "", "[-甲镇人民政府-]"),
    ]
    assert (found.old.version, found.new.version) == ("2020-01-02", "2024-01-02")
    assert not found.identical


def test_a_notice_that_is_the_regulation_has_one_title() -> None:
    old, new = (
        Regulation(
            metadata=Metadata(title=title),
            preface=(Block(BlockKind.NOTICE_TITLE, title),),
            body=articles(WELL).body,
        )
        for title in ("甲镇关于修渠的意见", "甲镇关于进一步修渠的意见")
    )
    words = "甲镇关于{+进一步+}修渠的意见"
    assert told(compare(old, new).frame) == [("preface", "preface", words)]


def test_next_to_nothing_in_common_is_told() -> None:
    found = compare(articles(WELL, BRIDGE, title="甲"), articles(FERRY, MILL, title="乙"))
    assert {change.relation for change in found.changes} == {Relation.ADDED, Relation.DELETED}
    assert Code.NOTHING_IN_COMMON in {d.code for d in found.diagnostics}


def test_versions_of_one_title_are_kin() -> None:
    rewritten = compare(articles(WELL, BRIDGE), articles(WELL.replace("每月", "每周"), MILL))
    assert Code.NOTHING_IN_COMMON not in {d.code for d in rewritten.diagnostics}
    assert rewritten.changes[0].links


def test_doubtful_links_are_told() -> None:
    old = articles("磨坊由各户轮流看管，每户三日。", WELL, BRIDGE)
    new = articles("磨坊由村民委员会聘请专人看管，看管人每年推选一次，可以连任。", WELL, BRIDGE)
    found = compare(old, new)
    doubtful = [change for change in found.changes if change.doubtful]
    told_of = [d for d in found.diagnostics if d.code is Code.LINK_DOUBTFUL]
    assert len(doubtful) == len(told_of) == 1
    assert "第一条" in told_of[0].message("zh")
    assert told_of[0].place == "art_1"


def test_min_similarity_leaves_weak_links_out() -> None:
    old, new = articles(WELL, BRIDGE), articles(WELL, BRIDGE.replace("五十元", "二百元"))
    strict = compare(old, new, min_similarity=0.99)
    assert [str(change.relation) for change in strict.changes] == ["unchanged", "deleted", "added"]


@pytest.mark.parametrize(
    "empty", [Regulation(), Regulation(metadata=Metadata(title="试验管理办法"))]
)
def test_an_empty_side(empty: Regulation) -> None:
    found = compare(empty, articles(WELL))
    assert [str(change.relation) for change in found.changes] == ["added"]
    assert compare(empty, empty).changes == ()
    assert not compare(empty, empty).diagnostics
