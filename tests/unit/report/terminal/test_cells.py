"""Widths in cells, and where lines break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.report.terminal.cells import cut, cut_line, flow, line_width, pad, width, wrap
from gazette_diff.report.terminal.lines import Role, Span


def texts(text: str, cells: int | None) -> list[str]:
    return ["".join(s.text for s in line) for line in wrap([Span(text)], cells)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("第四条", 6), ("第4条", 5), ("（一）", 6), ("", 0), ("𠮷", 2), ("e\u0301", 1)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_pad_and_cut_count_cells() -> None:
    assert pad("条", 4) == "条  "
    assert pad("第四条", 4) == "第四条"
    assert cut("第四条", 6) == "第四条"
    assert cut("第四十条", 6) == "第四…"
    assert cut("第四十条", 1) == "…"
    assert cut("第四十条", 0) == ""


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert texts("市长主持，副市长", 8) == ["市长主", "持，副市", "长"]
    assert texts("依照《规则》办", 6) == ["依照", "《规", "则》办"]


@pytest.mark.parametrize("text", ["应当在2024年", "共1000000元", "GB/T 9704"])
def test_numbers_stay_whole(text: str) -> None:
    assert any("2024" in t or "1000000" in t or "GB/T" in t for t in texts(text, 10))


def test_the_signs_of_a_change_stay_with_its_words() -> None:
    lines = texts("每[-三-]{+五+}日", 8)
    assert lines == ["每[-三-]", "{+五+}日"]


def test_a_word_longer_than_the_line_is_broken_anyway() -> None:
    assert texts("a" * 10, 4) == ["aaaa", "aaaa", "aa"]
    assert texts("》" * 5, 4) == ["》》", "》》", "》"]


def test_a_break_takes_the_place_of_a_space() -> None:
    assert texts("abcd efgh", 4) == ["abcd", "efgh"]


def test_line_breaks_in_the_text_are_kept() -> None:
    assert texts("甲\n\n乙", 80) == ["甲", "", "乙"]
    assert texts("甲\n乙", None) == ["甲", "乙"]
    assert texts("", 80) == [""]


def test_roles_survive_the_break() -> None:
    lines = wrap([Span("甲甲"), Span("乙乙", Role.ADDED), Span("丙")], 6)
    assert lines == [
        (Span("甲甲"), Span("乙", Role.ADDED)),
        (Span("乙", Role.ADDED), Span("丙")),
    ]


@given(
    st.lists(st.text("第四条，。《》（）[-]{+} ab12\n", max_size=30), max_size=4),
    st.integers(2, 30),
)
def test_nothing_is_lost_and_no_line_is_too_long(parts: list[str], cells: int) -> None:
    lines = wrap([Span(part) for part in parts], cells)
    written = "".join(s.text for line in lines for s in line)
    assert "".join(written.split()) == "".join("".join(parts).split())
    assert all(line_width(line) <= cells for line in lines)


@given(st.lists(st.text("第条a", min_size=1, max_size=6), max_size=8), st.integers(12, 40))
def test_flow_breaks_no_item(items: list[str], cells: int) -> None:
    lines = flow([Span(item) for item in items], cells)
    assert all(line_width(line) <= cells for line in lines)
    assert [s.text for line in lines for s in line if s.text != "  "] == items


def test_a_line_is_cut_where_the_window_ends() -> None:
    line = cut_line([Span("第一条", Role.STRONG), Span("  "), Span("为了规范")], 12)
    assert "".join(s.text for s in line) == "第一条  为…"
    assert line_width(line) <= 12
    assert cut_line([Span("为了规范")], None) == (Span("为了规范"),)


def test_a_million_characters_take_one_pass() -> None:
    lines = wrap([Span("为了规范工作，" * 20_000)], 80)
    assert sum(len(s.text) for line in lines for s in line) == 140_000
