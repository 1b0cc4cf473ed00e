"""The label column: what stands before the words of a row, and where they stood before."""

from __future__ import annotations

from dataclasses import replace

from gazette_diff.core.changes import Change, Relation, Row, RowRef, Segment
from tests.support.changes import GENERAL, article, link, one_change, row, sample_changes
from tests.unit.report.terminal.printing import printed


def test_the_sole_paragraph_in_parts_is_not_called_a_continuation() -> None:
    change = Change(
        relation=Relation.AMENDED,
        old=(article(1, ()),),
        new=(article(1, ()),),
        links=(link(1, 1),),
        rows=(row("1.1", "1.1", "甲[-乙-]。"), row("1.1", "1.2", "丙{+丁+}。")),
    )
    lines = printed(one_change(change)).splitlines()
    assert "  ~ 第二款     丙{+丁+}。" in lines
    assert not any("（续）" in line for line in lines)


def test_replaced_words_do_not_stand_under_the_number_of_the_new_ones() -> None:
    change = Change(
        relation=Relation.AMENDED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1, 0.3),),
        rows=(
            row(None, "1.1", "下列文件应当公开："),
            row("1.1", "1.1.2", "[-印章由专人保管-]{+年度预算；+}"),
            row("1.1", "1.1.2", "[-不得外借。-]{+决算。+}"),
        ),
    )
    lines = printed(one_change(change)).splitlines()
    assert "  -            印章由专人保管" in lines
    assert "  + （二）     年度预算；" in lines


def test_both_lines_of_a_replaced_title_say_what_they_are() -> None:
    outside = Row(
        Relation.AMENDED,
        RowRef("conclusion"),
        RowRef("conclusion"),
        (Segment("-", "二月一日"), Segment("+", "三月五日")),
    )
    lines = printed(replace(sample_changes(), frame=(outside,))).splitlines()
    assert "  - 文末       二月一日" in lines
    assert "  + 文末       三月五日" in lines


def labels_of(old: int, new: tuple[int, ...], *rows: Row) -> list[str]:
    change = Change(
        relation=Relation.AMENDED if len(new) == 1 else Relation.SPLIT,
        old=(article(old, ()),),
        new=tuple(article(number, ()) for number in new),
        links=tuple(link(old, number) for number in new),
        rows=rows,
    )
    _, _, shown = printed(one_change(change), context=None).partition("条（原")
    return [line[4:].partition(" ")[0] for line in shown.splitlines()[1:]]


def test_items_that_came_with_their_paragraph_say_no_more_than_a_new_number() -> None:
    rows = (
        row("13.2", "16.1", "垄断协议是协议。"),
        row("13.1", "17.1", "禁止下列协议："),
        row("13.1.1", "17.1.1", "固定价格；"),
        row("13.1.2", None, "限制数量；"),
        row("13.1.3", "17.1.2", "分割市场。"),
    )
    assert labels_of(13, (16, 17), *rows) == [
        "第十六条", "原第二款", "第十七条", "原第一款", "（一）", "原（二）", "（二）", "原（三）",
    ]  # fmt: skip


def test_an_item_that_came_from_another_paragraph_says_from_which() -> None:
    rows = (
        row("1.1", "2.1", "应当公开下列文件："),
        row("1.1.1", "2.1.1", "预算；"),
        row("1.2.1", "2.1.2", "决算；"),
        row("1.2", "2.2", "可以公开下列文件："),
        row("1.2.2", "2.2.1", "合同。"),
    )
    assert labels_of(1, (2,), *rows) == [
        "第一款", "（一）", "（二）", "原第二款", "（一）", "第二款", "（一）", "原（二）",
    ]  # fmt: skip
