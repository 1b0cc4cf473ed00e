"""The 对照表 in Markdown, read back with a CommonMark parser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.core.changes import Relation, Row, Segment
from gazette_diff.report.folding import Unchanged
from gazette_diff.report.markdown import to_markdown
from gazette_diff.report.markdown.escaping import escaped
from tests.conftest import Golden
from tests.support.changes import nothing_before, one_change, row, sample_changes
from tests.support.markdown import cells, words

# What XML, HTML and Markdown can hold, without what they take for layout.
READABLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zs", "Zl", "Zp"])
    | st.sampled_from("\\`*_{}[]()<>#+-.!|~$&^=第一条（三）"),
    min_size=1,
)


def at(made: Row, *, old: int, new: int) -> Row:
    """Return the row *made* with its places in either text."""
    assert made.old is not None
    assert made.new is not None
    return replace(made, old=replace(made.old, position=old), new=replace(made.new, position=new))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(golden: Golden, language: str) -> None:
    made = to_markdown(sample_changes(), language="zh" if language == "zh" else "en")
    golden(f"markdown/sample-{language}.md", made)


@given(READABLE)
def test_any_words_are_shown_as_they_stand(text: str) -> None:
    ((_,), (cell,)) = cells(f"| a |\n| --- |\n| x{escaped(text)}x |\n")
    assert words(cell) == f"x{text}x"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a|b||c",
        "1\\|2",
        "**不是粗体**",
        "~~不是删除~~",
        "[链接](https://example.org)",
        "`代码`",
        "$x$ ==高亮==",
        "&lt;",
        "第一行\n第二行",
        "甲\t乙",
    ],
)
def test_marks_of_markdown_in_a_text_are_only_text(text: str) -> None:
    ((_,), (cell,)) = cells(f"| a |\n| --- |\n| {escaped(text)} |\n")
    assert words(cell) == text


def test_nothing_turns_the_writing_around_or_steers_a_terminal() -> None:
    made = escaped("甲\u202e乙\x1b[31m丙\ud800")
    assert made == "甲&#8238;乙␛\\[31m丙�"


def test_deleted_and_added_words_are_marked_whatever_stands_beside_them() -> None:
    change = replace(
        sample_changes().changes[1],
        rows=(row("2.1", "2.1", "按照[-“三公”-]{+（二）+}办理[-*-]{+|+}。"),),
    )
    made = to_markdown(one_change(change))
    assert "按照<del>“三公”</del>办理<del>\\*</del>。" in made
    assert "按照<ins>（二）</ins>办理<ins>\\|</ins>。" in made


def test_every_table_has_as_many_cells_in_each_row() -> None:
    for language in ("zh", "en"):
        made = to_markdown(sample_changes(), language="zh" if language == "zh" else "en")
        for block in made.split("\n\n"):
            lines = block.splitlines()
            if lines[0].startswith("|"):
                counts = {line.replace("\\|", "").count("|") for line in lines}
                assert len(counts) == 1, block


def test_the_articles_of_a_split_stand_in_one_row() -> None:
    made = to_markdown(sample_changes())
    (line,) = [line for line in made.splitlines() if "拆分为第八条、第九条" in line]
    assert line.count("**第七条**") == 1
    assert "**第八条**" in line
    assert "<br>**第九条**" in line


def test_the_old_text_keeps_its_own_order() -> None:
    first, second = "甲应当报告。", "乙可以列席。"
    change = replace(
        sample_changes().changes[1],
        relation=Relation.AMENDED,
        rows=(
            at(row("2.2", "2.1", second), old=1, new=0),
            at(row("2.1", "2.2", first), old=0, new=1),
        ),
    )
    (cell_row,) = [r for r in cells(to_markdown(one_change(change))) if "列席" in words(r[0])]
    assert words(cell_row[0]).endswith(f"{first}\n{second}")
    assert words(cell_row[1]).endswith(f"{second}\n{first}")


def test_what_closes_a_paragraph_stands_behind_its_items() -> None:
    change = replace(
        sample_changes().changes[1],
        rows=(
            row("2.1", "2.1", "有下列情形之一："),
            row("2.1.1", "2.1.1", "甲；"),
            row("2.1.2", None, "乙；"),
            row("2.1", "2.1", "予以通报。"),
        ),
    )
    (cell_row,) = [r for r in cells(to_markdown(one_change(change))) if "情形" in words(r[0])]
    assert words(cell_row[0]) == "第二条 有下列情形之一：\n（一）甲；\n（二）乙；\n予以通报。"
    assert words(cell_row[1]) == "第二条 有下列情形之一：\n（一）甲；\n予以通报。"


def test_a_paragraph_that_was_divided_is_one_in_the_old_text() -> None:
    change = replace(
        sample_changes().changes[1],
        rows=(row("2.1", "2.1", "甲应当报告。"), row("2.1", "2.2", "乙可以列席。")),
    )
    (cell_row,) = [r for r in cells(to_markdown(one_change(change))) if "列席" in words(r[0])]
    assert words(cell_row[0]) == "第二条 甲应当报告。乙可以列席。"
    assert words(cell_row[1]) == "第二条 甲应当报告。\n乙可以列席。"


@pytest.mark.parametrize(
    ("unchanged", "folded", "full"), [("fold", True, False), ("full", False, True), ("omit", 0, 0)]
)
def test_unchanged_articles_are_folded_shown_or_omitted(
    unchanged: Unchanged, folded: bool, full: bool
) -> None:
    made = to_markdown(sample_changes(), unchanged=unchanged)
    assert ("第四条至第六条" in made) == folded
    assert ("市长领导市人民政府的工作" in made) == full


def test_a_first_version_and_nothing_at_all_are_written() -> None:
    assert "（新增）" in to_markdown(nothing_before())
    empty = to_markdown(replace(nothing_before(), changes=()))
    assert empty.startswith("# ")


def test_half_a_character_can_be_encoded() -> None:
    change = replace(
        sample_changes().changes[1],
        rows=(replace(row("2.1", "2.1", "甲。"), segments=(Segment("=", "甲\ud800。"),)),),
    )
    assert to_markdown(one_change(change)).encode()
