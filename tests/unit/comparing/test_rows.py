"""The rows of one change."""

from __future__ import annotations

import pytest

from gazette_diff.comparing.rows import rows_of
from gazette_diff.comparing.units import Piece, skeleton_of
from gazette_diff.core.changes import Part, Relation
from tests.unit.comparing.building import regulation
from tests.unit.comparing.marking import told


def pieces(text: str) -> tuple[Piece, ...]:
    return tuple(piece for unit in skeleton_of(regulation(text)).units for piece in unit.pieces)


def rows(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the rows, with the places cut to what differs: para_1, point_2."""
    found = told(rows_of(pieces(old), pieces(new)))
    return [(short(before), short(after), words) for before, after, words in found]


def short(eid: str) -> str:
    return eid.replace("art_", "").replace("para_", "").replace("point_", "").replace("__", ".")


def test_every_row_is_there_when_nothing_changed() -> None:
    text = "第一条 有下列情形之一的：\n（一）甲甲甲；\n（二）乙乙乙。\n另一款。"
    found = rows_of(pieces(text), pieces(text))
    assert [row.relation for row in found] == [Relation.UNCHANGED] * 4
    assert [row.old_text for row in found] == [
        "有下列情形之一的：",
        "甲甲甲；",
        "乙乙乙。",
        "另一款。",
    ]


def test_items_pair_by_words_and_keep_their_place() -> None:
    old = (
        "第一条 不予补助：\n（一）茶园不足半亩的；\n（二）使用禁用农药的；\n（三）提供虚假材料的。"
    )
    new = (
        "第一条 不予补助：\n（一）茶园不足一亩的；\n（二）擅自改变用途的；\n"
        "（三）使用禁用农药的；\n（四）提供虚假材料的。"
    )
    assert rows(old, new) == [
        ("1.1", "1.1", "不予补助："),
        ("1.1.1", "1.1.1", "茶园不足[-半亩-]{+一亩+}的；"),
        ("", "1.1.2", "{+擅自改变用途的；+}"),
        ("1.1.2", "1.1.3", "使用禁用农药的；"),
        ("1.1.3", "1.1.4", "提供虚假材料的。"),
    ]


def test_a_moved_item_is_one_row() -> None:
    old = """第一条 任务是：
    （一）研究年度工作安排；
    （二）讨论预算草案和决算；
    （三）听取各部门汇报。"""
    new = """第一条 任务是：
    （一）讨论预算草案和决算；
    （二）听取各部门汇报；
    （三）研究年度工作安排。"""
    found = rows(old, new)
    assert ("1.1.2", "1.1.1", "讨论预算草案和决算；") in found
    assert ("1.1.1", "1.1.3", "研究年度工作安排[-；-]{+。+}") in found
    assert not any(before == "" or after == "" for before, after, _ in found)


def test_short_items_that_changed_places_are_found() -> None:
    old = "第一条 有下列情形之一的，不得报名：\n（一）甲；\n（二）盗蜜；\n（三）丙。"
    new = "第一条 有下列情形之一的，不得报名：\n（一）丙；\n（二）盗蜜；\n（三）甲。"
    assert rows(old, new)[1:] == [
        ("1.1.3", "1.1.1", "丙[-。-]{+；+}"),
        ("1.1.2", "1.1.2", "盗蜜；"),
        ("1.1.1", "1.1.3", "甲[-；-]{+。+}"),
    ]


def test_a_paragraph_is_divided_where_its_sentences_went() -> None:
    old = "第一条 渡口六时开放，二十时关闭。船工应当持有船员证书，每年参加训练。"
    new = "第一条 渡口六时开放，二十时关闭。\n第二条 船工应当持有船员证书，每季参加训练。"
    assert rows(old, new) == [
        ("1.1", "1.1", "渡口六时开放，二十时关闭。"),
        ("1.1", "2.1", "船工应当持有船员证书，每[-年-]{+季+}参加训练。"),
    ]


def test_two_paragraphs_become_one() -> None:
    old = "第一条 浴室每日换水，水温保持四十度。\n患有皮肤病的顾客不得入池。"
    new = "第一条 浴室每日换水，水温保持四十度。患有皮肤病的顾客不得入池。毛巾一客一换。"
    assert rows(old, new) == [
        ("1.1", "1.1", "浴室每日换水，水温保持四十度。"),
        ("1.2", "1.1", "患有皮肤病的顾客不得入池。{+毛巾一客一换。+}"),
    ]


def test_deleted_words_stand_where_they_stood() -> None:
    old = "第一条 甲方应当缴纳租金。\n乙方可以转租房屋。\n丙方负责维修设施。"
    new = "第一条 甲方应当缴纳租金。\n丙方负责维修设施。"
    assert [row[:2] for row in rows(old, new)] == [("1.1", "1.1"), ("1.2", ""), ("1.3", "1.2")]


def test_closing_words_come_last() -> None:
    old = "第一条 有下列情形的：\n（一）损坏井栏的；\n（二）污染井水的，\n…由村民委员会责令赔偿。"
    new = "第一条 有下列情形的：\n（一）污染井水的；\n（二）损坏井栏的，\n…由乡人民政府责令赔偿。"
    found = rows_of(pieces(old), pieces(new))
    own = [row for row in found if row.old and row.old.eid == "art_1__para_1"]
    assert "".join(row.old_text for row in own) == "有下列情形的：由村民委员会责令赔偿。"
    assert found[-1].new_text == "由乡人民政府责令赔偿。"


def test_the_only_paragraph_is_replaced_as_a_whole() -> None:
    found = rows("第一条 村民轮流打扫磨坊，每户一日。", "第一条 磨坊聘请专人看管，费用公摊。")
    assert len(found) == 1


@pytest.mark.parametrize(("old", "new"), [("第一条 甲。", "第一条"), ("第一条", "第一条 甲。")])
def test_words_may_be_missing_on_one_side(old: str, new: str) -> None:
    (row,) = rows_of(pieces(old), pieces(new))
    assert row.relation in {Relation.ADDED, Relation.DELETED}


def test_long_lists_are_compared_within_bounds() -> None:
    old = "第一条 目录：\n" + "\n".join(f"（一）第{n}类货物；" for n in range(300))
    new = "第一条 目录：\n" + "\n".join(f"（一）第{n}种货物；" for n in range(300))
    found = rows_of(pieces(old), pieces(new))
    assert "".join(row.new_text for row in found) == "".join(p.text for p in pieces(new))


SENTENCES = (
    "渡口六时开放二十时关闭。",
    "船工应当持有船员证书。",
    "渡船每年检修一次以上。",
    "老人和儿童可以优先登船。",
)


def test_words_that_were_moved_stand_beside_those_they_were_taken_from() -> None:
    one, two, three, _ = SENTENCES
    assert rows(f"第一条 {one}{two}\n第二条 {three}", f"第一条 {two}\n第二条 {three}{one}") == [
        ("2.1", "2.1", three),
        ("1.1", "2.1", one),
        ("1.1", "1.1", two),
    ]


def test_a_paragraph_that_comes_back_to_a_provision_is_cut_along_the_old_text() -> None:
    one, two, three, _ = SENTENCES
    old, new = f"第一条 {one}{two}{three}", f"第一条 {one}{three}\n{two}"
    expected = [("1.1", "1.1", one), ("1.1", "1.2", two), ("1.1", "1.1", three)]
    assert rows(old, new) == expected
    assert sorted(rows(new, old)) == sorted((after, before, w) for before, after, w in expected)


def test_what_cannot_keep_both_orders_is_deleted_and_added() -> None:
    one, two, three, four = SENTENCES
    old = f"第一条 {one}{two}\n第二条 {three}{four}"
    assert rows(old, f"第一条 {four}{one}\n第二条 {two}{three}") == [
        ("2.1", "1.1", f"[-{three}-]{four}"),
        ("1.1", "1.1", one),
        ("1.1", "2.1", two),
        ("", "2.1", f"{{+{three}+}}"),
    ]


def test_positions_give_the_words_of_either_side_in_the_order_of_its_text() -> None:
    old = (
        "第一条 有下列情形之一的：\n（一）甲甲甲甲；\n（二）乙乙乙乙，\n应当报告。\n另有一款规定。"
    )
    new = (
        "第一条 另有一款规定。\n有下列情形之一的：\n（一）乙乙乙乙，\n（二）丙丙丙丙，\n应当报告。"
    )
    found = rows_of(pieces(old), pieces(new))
    for side, words, text in (("old", "old_text", old), ("new", "new_text", new)):
        told = [(ref.position, getattr(row, words)) for row in found if (ref := getattr(row, side))]
        given = "".join(piece.text for piece in pieces(text))
        assert "".join(words for _, words in sorted(told, key=lambda one: one[0])) == given
    assert {row.new.part for row in found if row.new} == {Part.TEXT}
