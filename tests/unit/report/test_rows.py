"""The table that all reports are made from."""

from __future__ import annotations

from dataclasses import replace

from gazette_diff.core.changes import Change, Relation, Row, RowRef, Segment
from gazette_diff.report.kinds import Kind
from gazette_diff.report.rows import ComparisonTable, Entry, comparison_table
from gazette_diff.report.wording import chapter_name
from tests.support.changes import (
    FINAL,
    GENERAL,
    article,
    link,
    nothing_before,
    one_change,
    regrouped,
    row,
    sample_changes,
    unchanged,
)


def entries(table: ComparisonTable) -> list[Entry]:
    return [entry for group in table.groups for entry in group.entries]


def entry_of(change: Change) -> Entry:
    return entries(comparison_table(one_change(change)))[0]


def test_every_change_is_one_entry_in_the_order_of_the_changes() -> None:
    changes = sample_changes()
    told = [entry.change for entry in entries(comparison_table(changes))]
    assert told == list(changes.changes)


def test_rows_keep_every_segment() -> None:
    changes = sample_changes()
    table = comparison_table(changes)
    assert [r.segments for e in entries(table) for r in e.rows] == [
        r.segments for c in changes.changes for r in c.rows
    ]
    assert [r.segments for r in table.frame] == [r.segments for r in changes.frame]


def test_labels_name_the_paragraph_only_where_there_are_several() -> None:
    sole = entry_of(unchanged(1, 1, GENERAL, "市长领导市人民政府的工作。")).rows[0]
    assert sole.new is not None
    assert (sole.new.label.zh, sole.new.label.en) == ("", "")
    items = next(e for e in entries(comparison_table(sample_changes())) if e.anchor == "art_7")
    assert [r.new.label.zh for r in items.rows if r.new] == [
        "第一款", "（一）", "（二）", "（三）", "（四）", "（五）", "第二款", "第三款",
    ]  # fmt: skip
    assert [r.new.full.zh for r in items.rows if r.new][1:3] == ["第一款（一）", "第一款（二）"]
    assert items.rows[-1].new is not None
    assert items.rows[-1].new.label.en == "para. 3"


def test_a_provision_named_again_is_continued() -> None:
    change = Change(
        relation=Relation.UNCHANGED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1),),
        rows=(
            row("1.1", "1.1", "有下列情形之一的："),
            row("1.1.1", "1.1.1", "涂改；"),
            row("1.1", "1.1", "责令改正。"),
            row("1.2", "1.2", "拒不改正的，予以通报。"),
        ),
    )
    sides = [r.new for r in entry_of(change).rows]
    assert [side.label.zh for side in sides if side] == [
        "第一款",
        "（一）",
        "第一款（续）",
        "第二款",
    ]


def test_items_without_a_row_of_their_parent_get_its_label_from_the_eid() -> None:
    ref = RowRef("art_1__para_1__point_3-1__indent_2", "")
    change = Change(
        relation=Relation.ADDED,
        new=(article(1, GENERAL),),
        rows=(Row(Relation.ADDED, None, ref, (Segment("+", "规划。"),)),),
    )
    side = entry_of(change).rows[0].new
    assert side is not None
    assert side.full.zh == "（三）2."


def test_words_that_moved_to_another_item_are_relabelled() -> None:
    change = Change(
        relation=Relation.AMENDED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1),),
        rows=(row("1.1", "1.1", "包括："), row("1.1.2", "1.1.3", "预算；")),
    )
    assert [r.relabelled for r in entry_of(change).rows] == [False, True]


def test_a_new_number_of_the_article_alone_relabels_nothing() -> None:
    assert not entry_of(unchanged(3, 4, GENERAL, "归档。")).rows[0].relabelled


def test_chapters_follow_the_new_text_and_a_deleted_chapter_stands_at_its_place() -> None:
    table = comparison_table(sample_changes())
    assert [(group.chapter.path, group.chapter.deleted) for group in table.groups] == [
        (("第一章 总则",), False),
        (("第二章 会议制度",), False),
        (("第三章 公文办理",), False),
        (("第四章 监督",), True),
        (("第四章 附则",), False),
    ]


def test_a_deleted_article_stays_with_its_neighbours() -> None:
    meetings = comparison_table(sample_changes()).groups[1]
    assert "old-art_10" in [entry.anchor for entry in meetings.entries]


def test_a_deleted_article_at_the_head_of_a_chapter_stands_in_that_chapter() -> None:
    first, second = ("第一章 总则",), ("第二章 罚则",)
    gone = Change(
        relation=Relation.DELETED, old=(article(2, second),), rows=(row("2.1", None, "罚款。"),)
    )
    changes = replace(
        sample_changes(),
        changes=(
            unchanged(1, 1, first, "为了规范。"),
            gone,
            unchanged(3, 2, second, "没收。"),
        ),
    )
    table = comparison_table(changes)
    assert [entry.anchor for entry in table.groups[1].entries] == ["old-art_2", "art_2"]


def test_headings_of_chapters_are_found_among_the_frame() -> None:
    table = comparison_table(sample_changes())
    relations = [group.heading.relation if group.heading else None for group in table.groups]
    assert relations == [
        Relation.UNCHANGED,
        Relation.UNCHANGED,
        Relation.AMENDED,
        Relation.DELETED,
        Relation.UNCHANGED,
    ]


def test_regrouped_articles_are_not_counted_as_split() -> None:
    counts = comparison_table(regrouped()).counts
    assert (counts.of(Kind.REGROUPED), counts.of(Kind.SPLIT)) == (1, 0)


def test_counts_add_up() -> None:
    changes = sample_changes()
    table = comparison_table(changes)
    for relation in Relation:
        kind = Kind(relation.value)
        total = sum(group.counts.of(kind) for group in table.groups)
        assert total == table.counts.of(kind) == changes.summary[relation]
    assert table.counts.renumbered == changes.summary["renumbered"]
    assert table.counts.relocated == changes.summary["relocated"]
    assert table.counts.doubtful == 1
    assert table.counts.old_articles == changes.old.articles
    assert table.counts.new_articles == changes.new.articles


def test_an_empty_old_side() -> None:
    table = comparison_table(nothing_before())
    assert [entry.old_label.zh for entry in entries(table)] == ["", ""]
    assert table.counts.old_articles == 0
    assert [entry.changed for entry in entries(table)] == [1.0, 1.0]


def test_nothing_at_all() -> None:
    table = comparison_table(replace(nothing_before(), changes=()))
    assert table.groups == ()


def test_articles_of_an_attachment_are_a_group_of_their_own() -> None:
    body = unchanged(1, 1, (), "本办法。")
    refs = (replace(article(1, ()), eid="att_1__art_1"),)
    attached = replace(
        body,
        old=refs,
        new=refs,
        rows=(
            Row(
                Relation.UNCHANGED,
                RowRef("att_1__art_1__para_1"),
                RowRef("att_1__art_1__para_1"),
                (Segment("=", "细则。"),),
            ),
        ),
    )
    table = comparison_table(replace(sample_changes(), changes=(body, attached), frame=()))
    assert [group.chapter.attachment for group in table.groups] == ["", "att_1"]


def heading(eid: str, label: str, words: str) -> Row:
    ref = RowRef(eid, label)
    return Row(Relation.UNCHANGED, ref, ref, (Segment("=", words),))


def test_chapters_of_one_name_in_two_parts_have_their_own_headings() -> None:
    first = ("第一编 总则", "第一章 一般规定")
    second = ("第二编 物权", "第一章 一般规定")
    frame = (
        heading("book_1", "第一编", "总则"),
        heading("book_1__chp_1", "第一章", "一般规定"),
        heading("book_2", "第二编", "物权"),
        heading("book_2__chp_1", "第一章", "一般规定"),
    )
    changes = (unchanged(1, 1, first, "甲。"), unchanged(2, 2, second, "乙。"))
    table = comparison_table(replace(sample_changes(), changes=changes, frame=frame))
    found = [group.heading.new for group in table.groups if group.heading]
    assert [side.eid for side in found if side] == ["book_1__chp_1", "book_2__chp_1"]


def test_the_heading_of_an_attachment() -> None:
    ref = replace(article(1, ()), eid="att_1__art_1")
    change = replace(unchanged(1, 1, (), "登记。"), old=(ref,), new=(ref,), rows=())
    frame = (heading("att_1", "附表二", "收费标准"),)
    table = comparison_table(replace(sample_changes(), changes=(change,), frame=frame))
    assert table.groups[0].heading == table.frame[0]


def test_deleted_articles_that_stood_in_no_chapter_are_counted_in_none() -> None:
    changes = replace(
        sample_changes(),
        changes=(
            replace(unchanged(1, 1, GENERAL, "照旧。"), old=(article(1, ()),)),
            Change(
                relation=Relation.DELETED, old=(article(2, ()),), rows=(row("2.1", None, "废。"),)
            ),
            replace(unchanged(3, 2, FINAL, "另旧。"), old=(article(3, ()),)),
        ),
        frame=(),
    )
    table = comparison_table(changes)
    assert [chapter_name(group.chapter).zh for group in table.groups] == [
        "第一章 总则",
        "（无章）",
        "第四章 附则",
    ]
    assert [group.counts.old_articles for group in table.groups] == [1, 1, 1]
