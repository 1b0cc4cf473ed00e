"""The whole report as a reader sees it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from gazette_diff.core.changes import Change, ChangeSet, Relation, Row, RowRef, Segment
from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.report.terminal import TerminalOptions, plain_text, render_terminal
from gazette_diff.report.terminal.cells import width
from tests.support.changes import (
    GENERAL,
    article,
    link,
    nothing_before,
    one_change,
    place,
    regrouped,
    row,
    sample_changes,
    unchanged,
)
from tests.unit.report.terminal.printing import printed

if TYPE_CHECKING:
    from gazette_diff.core.language import Language
    from tests.conftest import Golden

ESCAPE = "\x1b"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("cells", [80, 120])
def test_inline(golden: Golden, cells: int, language: Language) -> None:
    text = printed(sample_changes(), cells=cells, language=language)
    golden(f"terminal/inline-{cells}-{language}.txt", text)


def test_regrouped_articles_have_a_count_and_a_sign_of_their_own() -> None:
    lines = printed(regrouped()).splitlines()
    assert "拆分 0  合并 0  重组 1  未修改 0" in "\n".join(lines)
    assert any(line.startswith("x ") and "重组" in line for line in lines)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("cells", [120, 200])
def test_side_by_side(golden: Golden, cells: int, language: Language) -> None:
    text = printed(sample_changes(), cells=cells, language=language, layout="side")
    golden(f"terminal/side-{cells}-{language}.txt", text)


def test_in_colour(golden: Golden) -> None:
    text = printed(sample_changes(), color=True)
    golden("terminal/colour-80-zh.txt", text.replace(ESCAPE, "␛"))


def test_in_a_pipe(golden: Golden) -> None:
    text = "".join(plain_text(sample_changes(), TerminalOptions(wrap=False, plain=True)))
    golden("terminal/pipe-zh.txt", text)
    assert not set("─│├└━┃" + ESCAPE) & set(text)


def test_a_pipe_and_a_plain_console_get_the_same() -> None:
    options = TerminalOptions(plain=True, width=100)
    assert "".join(plain_text(sample_changes(), options)) == printed(
        sample_changes(), plain=True, width=100, color=True
    )


@pytest.mark.parametrize("layout", ["inline", "side"])
@pytest.mark.parametrize("cells", [60, 80, 97, 120, 140, 200])
def test_no_line_is_wider_than_the_window(cells: int, layout: str) -> None:
    changes = sample_changes()
    long_path = ("第十二章 会议筹备、组织、记录、纪要及其督办落实的一般规定",)
    moved = unchanged(40, 41, long_path, "甲。", old_path=("第十三章 值班、值守、应急与信息报送",))
    changes = replace(changes, changes=(*changes.changes, moved))
    text = printed(changes, cells=cells, layout=layout, explain=True)
    assert max(width(line) for line in text.splitlines()) <= cells


@pytest.mark.parametrize("cells", [80, 140])
def test_the_columns_are_equal(cells: int) -> None:
    text = printed(sample_changes(), cells=cells, layout="side")
    bars = {width(line.partition(" │")[0]) for line in text.splitlines() if " │" in line}
    assert len(bars) == 1


def test_auto_chooses_by_the_width() -> None:
    assert "│" not in printed(sample_changes(), cells=139, layout="auto")
    assert "│" in printed(sample_changes(), cells=140, layout="auto")
    assert "│" not in printed(sample_changes(), cells=59, layout="side")


def test_without_colour_the_same_words_and_signs_stand_there() -> None:
    coloured = printed(sample_changes(), color=True)
    assert ESCAPE in coloured
    plain = coloured
    for part in {p.partition("m")[0] for p in coloured.split(ESCAPE)[1:]}:
        plain = plain.replace(f"{ESCAPE}{part}m", "")
    assert plain == printed(sample_changes())


def test_no_color_is_respected() -> None:
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True, no_color=True)
    render_terminal(sample_changes(), TerminalOptions(), console)
    assert "\x1b[3" not in file.getvalue()  # dim and bold may stay, colours may not


def hostile() -> ChangeSet:
    evil = "\x1b]0;title\x07\x1b[2J甲\u202e\r\n\x9b1m"
    path = (f"第一章 {evil}",)
    ref = replace(article(1, path), label=f"第一条{evil}")
    change = Change(
        relation=Relation.AMENDED,
        old=(ref,),
        new=(ref,),
        classes=(evil,),
        links=(replace(link(1, 1, confidence=0.3), evidence=(evil,)),),
        rows=(
            Row(
                Relation.AMENDED,
                place("1.1"),
                RowRef("art_1__para_1__point_1", evil),
                (Segment("=", evil), Segment("-", evil), Segment("+", f"[bold]{evil}[/bold]")),
            ),
        ),
    )
    changes = one_change(change)
    new = replace(changes.new, metadata=replace(changes.new.metadata, title=evil), version=evil)
    return replace(changes, new=new, frame=change.rows, diagnostics=sample_changes().diagnostics)


@pytest.mark.parametrize("layout", ["inline", "side"])
@pytest.mark.parametrize("wrap", [True, False])
def test_nothing_in_a_text_reaches_the_terminal_as_a_command(layout: str, *, wrap: bool) -> None:
    text = printed(hostile(), cells=100, layout=layout, wrap=wrap, explain=True, context=None)
    assert all(c.isprintable() or c in "\n\u3000" for c in text)
    assert "[bold]" in text  # and no markup is obeyed


def test_the_order_is_that_of_the_new_text() -> None:
    heads = [line for line in printed(sample_changes()).splitlines() if line[:2] in HEADS]
    assert [line.split()[1].partition("（")[0] for line in heads] == [
        "第一条", "第二条", "第三条", "第四条–第六条", "第七条", "第八条、第九条", "第十条",
        "原第十条", "第十一条", "第十二条", "第十三条", "第十四条", "第十五条", "原第十五条",
        "第十六条",
    ]  # fmt: skip


HEADS = ("= ", "~ ", "+ ", "- ", "< ", "> ")


def many_items(context: int | None) -> str:
    items = [row(f"1.1.{n}", f"1.1.{n}", f"第{n}类事项；") for n in range(1, 10)]
    items[4] = row("1.1.5", "1.1.5", "重要[-事项-]{+事务+}；")
    change = Change(
        relation=Relation.AMENDED,
        old=(article(1, ()),),
        new=(article(1, ()),),
        links=(link(1, 1),),
        rows=(row("1.1", "1.1", "包括下列事项："), *items, row("1.2", "1.2", "其他。")),
    )
    return printed(one_change(change), context=context)


def test_context_is_the_number_of_unchanged_rows_around_a_changed_one() -> None:
    one = many_items(1)
    assert "第4类" in one
    assert "第6类" in one
    assert "第3类" not in one
    assert "[…第一款（一）–第一款（三）未修改…]" in one
    assert "[…第一款（七）–第二款未修改…]" in one
    assert "第3类" in many_items(2)
    assert "未修改…]" not in many_items(None)


def test_a_changed_item_never_stands_without_its_lead_in() -> None:
    assert "包括下列事项：" in many_items(0)


def test_only_some_relations_are_shown() -> None:
    text = printed(sample_changes(), only=frozenset({"added", "deleted"}))
    assert "只显示 4 处，共 17 处" in text
    heads = [line[:2] for line in text.splitlines() if line[:2] in HEADS]
    assert heads == ["+ ", "- ", "+ ", "- "]


def test_an_article_asked_for_is_shown_in_full_even_when_unchanged() -> None:
    text = printed(sample_changes(), articles=frozenset({Ordinal(5)}))
    assert "第六条（原第五条）" in text
    assert "市长外出期间，由常务副市长主持工作。" in text
    assert "第五条（原第四条）" in text
    assert "GD301" not in text


def test_an_article_that_does_not_exist_leaves_only_the_head() -> None:
    text = printed(sample_changes(), articles=frozenset({Ordinal(99)}))
    assert "只显示 0 处，共 17 处" in text
    assert "──" not in text


def test_two_versions_that_are_the_same() -> None:
    same = one_change(unchanged(1, 1, GENERAL, "为了规范。"))
    text = printed(same)
    assert "两个版本完全相同。" in text
    assert "第一条" not in text


def test_an_empty_old_side() -> None:
    text = printed(nothing_before())
    assert "（无标题）" in text
    assert text.count("新增") == 3


def test_nothing_at_all() -> None:
    assert "0 条" in printed(replace(nothing_before(), changes=()))


def test_evidence_is_shown_when_asked_for() -> None:
    assert "相似度" not in printed(sample_changes())
    text = printed(sample_changes(), explain=True)
    assert "第六条 → 第七条  相似度 0.81  置信度 0.97  backbone  “值班记录”" in text


def test_a_constructed_text_says_so() -> None:
    changes = sample_changes()
    metadata = replace(changes.old.metadata, constructed="示例文本，非历史文本")
    text = printed(replace(changes, old=replace(changes.old, metadata=metadata)))
    lines = text.splitlines()
    assert lines[2] == "        示例文本，非历史文本"
    assert lines[1].startswith("修订前")


def test_the_facts_of_both_versions_stand_in_columns() -> None:
    changes = sample_changes()
    metadata = replace(changes.new.metadata, in_force=date(2024, 3, 1))
    text = printed(replace(changes, new=replace(changes.new, metadata=metadata)))
    old, new = text.splitlines()[1:3]
    assert "2024-03-01施行  16 条" in new
    assert width(old.partition("16 条")[0]) == width(new.partition("16 条")[0])


def test_versions_of_different_titles_name_both() -> None:
    changes = sample_changes()
    metadata = replace(changes.old.metadata, title="临江市人民政府工作规则（试行）")
    text = printed(replace(changes, old=replace(changes.old, metadata=metadata)))
    assert text.splitlines()[:4] == [
        "修订前  临江市人民政府工作规则（试行）",
        "        临政〔2019〕7号  2019-05-06  16 条",
        "修订后  临江市人民政府工作规则",
        "        临政〔2024〕3号  2024-02-20  16 条",
    ]


def test_a_large_comparison_is_drawn_line_by_line() -> None:
    changes = tuple(unchanged(n, n + 1, GENERAL, "为了规范。" * 20) for n in range(1, 1001))
    text = printed(replace(sample_changes(), changes=changes, frame=(), diagnostics=()))
    assert "第二条–第一千零一条（原第一条–第一千条）  未修改 1000 条" in text


def test_what_the_rows_show_is_no_note() -> None:
    doubt = Diagnostic.of(Code.HEADING_CHANGED, old="文件处理", new="文件办理")
    assert "GD303" not in printed(replace(sample_changes(), diagnostics=(doubt,)))
