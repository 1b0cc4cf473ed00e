"""Tables as lines: Markdown, unless they only frame a text."""

from __future__ import annotations

from gazette_diff.reading.tables import Block, Grid, block_lines, comment_line, table_lines


def grid(*rows: list[tuple[Block, ...]], header_rows: int = 0) -> list[str]:
    return list(block_lines(["前", Grid(tuple(map(tuple, rows)), header_rows), "后"]))[1:-1]


def test_rows_and_headings() -> None:
    assert table_lines([["甲", "乙"], ["丙", "丁"]], 1) == [
        "| 甲 | 乙 |",
        "| --- | --- |",
        "| 丙 | 丁 |",
    ]
    assert table_lines([["甲", "乙"]]) == ["| 甲 | 乙 |"]
    assert table_lines([["甲", "乙"]], 1) == ["| 甲 | 乙 |"]  # headings of nothing
    assert table_lines([]) == []


def test_one_endless_row_does_not_widen_the_others() -> None:
    lines = table_lines([["甲"] * 5000, ["乙"]])
    assert lines[0].count("甲") == 5000
    assert len(lines[1]) < 200


def test_cells_stay_on_one_line_and_apart() -> None:
    assert table_lines([["一\n\n　二 ", "a|b"], ["三"]]) == [r"| 一 二 | a\|b |", "| 三 | |"]


def test_a_frame_is_taken_away() -> None:
    assert grid([("甲",), ()], [(" ",), ("乙", "丙")]) == ["甲", " ", "乙", "丙"]


def test_a_column_beside_a_text_is_taken_away_too() -> None:
    text = tuple(f"第{n}条　某事。" for n in "一二三")
    assert grid([("菜单",), text]) == ["菜单", *text]
    # Two texts side by side are compared: that is a table.
    assert len(grid([text, text])) == 1


def test_a_table_in_a_cell() -> None:
    inner = Grid(((("甲",), ("乙",)),))
    assert grid([("丙",), (inner,)]) == ["| 丙 | 甲 乙 |"]
    assert grid([(inner,)]) == ["| 甲 | 乙 |"]


def test_a_comment_is_one_line() -> None:
    assert comment_line("甲\n 乙") == "<!-- 甲 乙 -->"
    assert comment_line("首页-->法规--->甲") == "<!-- 首页-- >法规--- >甲 -->"
