"""What is compared with what: articles, outline levels, attachments."""

from __future__ import annotations

from gazette_diff.comparing.units import Skeleton, skeleton_of
from gazette_diff.core.changes import Part
from gazette_diff.core.tree import Attachment, Level, Metadata, Provision, Regulation, Table
from tests.unit.comparing.building import item, level, paragraph, regulation


def names(skeleton: Skeleton) -> list[str]:
    return [unit.ref.eid for unit in skeleton.units]


def test_articles_are_units_and_chapters_gather_them() -> None:
    found = skeleton_of(
        regulation("""
        ## 总则
        第一条 甲。
        ## 罚则
        ### 一般规定
        第二条 乙：
        （一）丙；
        （二）丁。
        """)
    )
    assert names(found) == ["art_1", "art_2"]
    assert [c.eid for c in found.containers] == ["chp_1", "chp_2", "chp_2__sec_1"]
    assert found.units[1].containers == ("chp_2", "chp_2__sec_1")
    assert [(p.eid, p.part, p.depth, p.text) for p in found.units[1].pieces] == [
        ("art_2__para_1", Part.TEXT, 1, "乙："),
        ("art_2__para_1__point_1", Part.TEXT, 2, "丙；"),
        ("art_2__para_1__point_2", Part.TEXT, 2, "丁。"),
    ]


def test_heading_first_and_closing_last() -> None:
    closed = Provision(level=Level.PARAGRAPH, text="有下列情形：", children=(item(1, "甲；"),))
    article = Provision(
        level=Level.ARTICLE,
        label="第一条",
        heading="【目的】",
        children=(
            Provision(level=Level.PARAGRAPH, text="乙", children=closed.children, closing="丙。"),
        ),
    )
    (unit,) = skeleton_of(Regulation(body=(article,))).units
    assert [(p.part, p.text) for p in unit.pieces] == [
        (Part.HEADING, "【目的】"),
        (Part.TEXT, "乙"),
        (Part.TEXT, "甲；"),
        (Part.CLOSING, "丙。"),
    ]


def test_an_outline_level_with_words_is_a_unit_of_its_own() -> None:
    inner = level(1, "（一）", "规划先行", paragraph("先规划后建设。"))
    outer = level(1, "一、", "总体要求", inner, level(2, "（二）", "加强领导。"))
    told = level(
        2,
        "二、",
        "保障措施",
        paragraph("各部门要配合。"),
        level(1, "（一）", "", paragraph("甲。")),
    )
    found = skeleton_of(Regulation(body=(outer, told)))
    assert names(found) == [
        "level_1__level_1",
        "level_1__level_2",
        "level_2",
        "level_2__level_1",
    ]
    assert [c.eid for c in found.containers] == ["level_1"]
    assert [p.text for p in found.units[2].pieces] == ["保障措施", "各部门要配合。"]
    assert found.units[3].containers == ("level_2",)


def test_an_attachment_without_articles_is_one_unit() -> None:
    table = Provision(level=Level.PARAGRAPH, table=Table((("甲", "乙"), ("1", "2"))))
    regulated = Regulation(
        metadata=Metadata(title="办法"),
        attachments=(
            Attachment(label="附件1", heading="收费标准", body=(paragraph("说明。"), table)),
            Attachment(label="附件2", body=regulation("第一条 甲。").body),
            Attachment(label="附件3", heading="空"),
        ),
    )
    found = skeleton_of(regulated)
    assert names(found) == ["att_1", "att_2__art_1"]
    assert found.units[0].ref.label == "附件1"
    assert found.units[0].text == "说明。\n甲\t乙\n1\t2"
    assert found.units[0].containers == ()
    assert found.units[1].containers == ("att_2",)
    assert found.units[1].ref.path == ("附件2",)
    assert [c.eid for c in found.containers] == ["att_1", "att_2", "att_3"]


def test_loose_paragraphs_are_kept() -> None:
    loose = Provision(
        level=Level.CHAPTER, heading="总则", children=(paragraph("甲。"), paragraph("乙。"))
    )
    found = skeleton_of(Regulation(body=(paragraph("序。"), loose)))
    assert [(unit.ref.eid, unit.text) for unit in found.units] == [
        ("para_1", "序。"),
        ("chp_1", "甲。\n乙。"),
    ]
