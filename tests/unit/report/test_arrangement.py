"""What changed in the order and the division of an article."""

from __future__ import annotations

import pytest

from gazette_diff.core.changes import Change, Relation, Row
from gazette_diff.report.arrangement import arrangement, moved_rows
from gazette_diff.report.html import to_html
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.terminal import TerminalOptions, plain_text
from tests.support.changes import GENERAL, article, link, one_change, row


def amended(*rows: Row) -> Change:
    return Change(
        relation=Relation.AMENDED,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL),),
        links=(link(1, 1),),
        rows=rows,
    )


# The third 款 stands first now; a marked 款 is far enough not to show it by the way.
MOVED = amended(
    row("1.3", "1.1", "会议由主任主持。"),
    row("1.1", "1.2", "会议每月召开一次。"),
    row("1.2", "1.3", "会议应当有记录。"),
    row("1.4", "1.4", "记录保存[-三-]{+五+}年。"),
)


def told(change: Change) -> list[str]:
    return [words.zh for words in arrangement(change)]


def test_a_paragraph_that_moved_is_told_and_shown_with_its_former_place() -> None:
    assert moved_rows(MOVED.rows) == {0}
    assert told(MOVED) == ["款序调整"]
    text = "".join(plain_text(one_change(MOVED), TerminalOptions(width=80, context=0)))
    assert "~ 第一条                  修改  款序调整" in text
    assert "    第一款     会议由主任主持。\n    原第三款\n" in text
    assert '<li class="relation">修改</li><li>款序调整</li>' in to_html(one_change(MOVED))


def test_only_moved_paragraphs_leave_nothing_out() -> None:
    same = amended(row("1.2", "1.1", "甲。"), row("1.1", "1.2", "乙。"))
    assert told(same) == ["款序调整"]
    assert "未修改…]" not in "".join(plain_text(one_change(same), TerminalOptions(context=0)))


def test_items_move_too() -> None:
    items = (
        row("1.1", "1.1", "应当公开："),
        row("1.1.2", "1.1.1", "甲；"),
        row("1.1.1", "1.1.2", "乙。"),
    )
    assert told(amended(*items)) == ["项序调整"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (row(None, "1.1", "新。"), row("1.1", "1.2", "旧。")), id="one was put before"
        ),
        pytest.param(
            (
                row("1.1", "1.1", "下列文件："),
                row("1.1.1", "1.1.1", "甲；"),
                row("1.1", "1.1", "[-应当-]{+可以+}公开。"),
            ),
            id="words after the items",
        ),
        pytest.param(
            (
                row("1.1", "1.1", "甲。"),
                row("1.2", "1.1", "乙[-。-]{+！+}"),
                row("1.1", "1.2", "丙。"),
            ),
            id="divided and joined",
        ),
    ],
)
def test_what_kept_its_order_did_not_move(rows: tuple[Row, ...]) -> None:
    assert moved_rows(rows) == frozenset()
    assert told(amended(*rows)) == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((row("1.1", "1.1", "甲。"), row("1.2", "1.1", "乙。")), "款、项合并，文字未改"),
        ((row("1.1", "1.1", "甲。"), row("1.1", "1.2", "乙。")), "款、项拆分，文字未改"),
        (
            (row("1.1", "1.1", "甲。"), row("1.2", "1.1", "乙。"), row("1.2", "1.2", "丙。")),
            "款、项重新划分，文字未改",
        ),
        ((row("1.1", "1.1", "甲。"),), "编号或编排有变，文字未改"),
    ],
)
def test_an_amended_article_without_a_marked_word_says_why(
    rows: tuple[Row, ...], words: str
) -> None:
    assert told(amended(*rows)) == [words]
    ((entry,),) = (group.entries for group in comparison_table(one_change(amended(*rows))).groups)
    assert [fact.zh for fact in entry.told] == ["修改", words]


def test_several_articles_tell_nothing_of_it() -> None:
    split = Change(
        relation=Relation.SPLIT,
        old=(article(1, GENERAL),),
        new=(article(1, GENERAL), article(2, GENERAL)),
        rows=(row("1.2", "1.1", "甲。"), row("1.1", "2.1", "乙。")),
    )
    assert told(split) == []
