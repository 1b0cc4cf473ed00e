"""What is layout and what is words in a line."""

from __future__ import annotations

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.parsing.lines import clean, join, split_lines


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("2023 年 5 月 18 日", "2023年5月18日"),
        ("运行模式 , 提升", "运行模式,提升"),
        ("总投资在 1000 万元以下", "总投资在1000万元以下"),
        ("使用 Open Access 协议", "使用Open Access协议"),
        ("公布　自2021年起施行", "公布　自2021年起施行"),
        ("“引号” 之后", "“引号”之后"),
        ("坏\x07字符", "坏字符"),
        ("半角;标点,保留", "半角;标点,保留"),
    ],
)
def test_clean_takes_out_layout_only(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned
    assert clean(cleaned) == cleaned


def test_join_parts_latin_words_only() -> None:
    assert join(["开放", "政府"]) == "开放政府"
    assert join(["Akoma", "Ntoso"]) == "Akoma Ntoso"
    assert join(["10", "00万元"]) == "1000万元"
    assert join(["", "Akoma", "Ntoso", "标准"]) == "Akoma Ntoso标准"
    assert join([]) == ""


def test_markup_is_furniture() -> None:
    source = SourceText.from_text("# 标题\n\n<!-- INFO END -->\n- （一）讨论")
    lines, _, furniture = split_lines(source)
    assert [line.text for line in lines] == ["标题", "（一）讨论"]
    assert [str(f.kind) for f in furniture] == ["heading mark", "comment", "list dash"]


@pytest.mark.parametrize("line", ["<!-- 甲 -->乙<!-- 丙 -->", "<!-- 甲 -->乙 -->"])
def test_words_between_two_comments_are_no_comment(line: str) -> None:
    lines, _, furniture = split_lines(SourceText.from_text(f"<!-- 一 --> <!-- 二 -->\n{line}"))
    assert [line.text for line in lines] == [line]
    assert [f.piece.line for f in furniture] == [1]
