"""The sequence decides which numbers open a provision."""

from __future__ import annotations

from gazette_diff.core.source import SourceText
from gazette_diff.parsing.layout import detect
from gazette_diff.parsing.lines import split_lines
from gazette_diff.parsing.marks import Mark
from gazette_diff.parsing.sequence import choose, numbered_lines


def chosen(text: str) -> list[str]:
    """Return the labels of the article numbers that are taken in *text*."""
    lines = split_lines(SourceText.from_text(text)).lines
    layout, _ = detect(lines)
    return [
        lines[i].head.label  # type: ignore[union-attr]
        for i in sorted(choose(lines, numbered_lines(lines)[Mark.ARTICLE], layout))
    ]


def test_a_reference_at_a_line_start_opens_nothing() -> None:
    text = "第一条 甲。\n第二条 依照\n第三条规定的办法办理，并报告。\n第三条 乙。\n第四条 丙。"
    assert chosen(text) == ["第一条", "第二条", "第三条", "第四条"]


def test_a_reference_to_an_earlier_article_opens_nothing() -> None:
    text = "第一条 甲。\n第二条 乙，依照\n第一条、第五条的规定办理。\n第三条 丙。"
    assert chosen(text) == ["第一条", "第二条", "第三条"]


def test_a_gap_is_kept() -> None:
    assert chosen("第一条 甲。\n第二条 乙。\n第五条 丙。") == ["第一条", "第二条", "第五条"]


def test_a_number_printed_twice_is_kept() -> None:
    text = "第一条 甲。\n第二条 乙。\n第二条 丙。\n第三条 丁。"
    assert chosen(text) == ["第一条", "第二条", "第二条", "第三条"]


def test_inserted_articles_count_on() -> None:
    text = "第一条 甲。\n第一条之一 乙。\n第一条之二 丙。\n第二条 丁。"
    assert chosen(text) == ["第一条", "第一条之一", "第一条之二", "第二条"]
