"""Numbers at the start of a line, in the forms that regulations print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.core.ordinals import Ordinal
from gazette_diff.parsing.marks import HEAD, Mark, match_head, read_head


@pytest.mark.parametrize(
    ("line", "mark", "ordinal", "label", "rest"),
    [
        ("第四十四条 市政府", Mark.ARTICLE, Ordinal(44), "第四十四条", "市政府"),
        ("第十七条之一　已满", Mark.ARTICLE, Ordinal(17, 1), "第十七条之一", "已满"),
        ("第一百零一条", Mark.ARTICLE, Ordinal(101), "第一百零一条", ""),
        ("第一〇一条国家", Mark.ARTICLE, Ordinal(101), "第一〇一条", "国家"),
        ("第12条 申请", Mark.ARTICLE, Ordinal(12), "第12条", "申请"),
        ("第二十四    条设立", Mark.ARTICLE, Ordinal(24), "第二十四条", "设立"),
        ("第 3 章 附则", Mark.CHAPTER, Ordinal(3), "第3章", "附则"),
        ("第一编 总则", Mark.PART, Ordinal(1), "第一编", "总则"),
        ("第二分编 物权", Mark.SUBPART, Ordinal(2), "第二分编", "物权"),
        ("第三节 送达", Mark.SECTION, Ordinal(3), "第三节", "送达"),
        ("四十四、市政府", Mark.COMMA, Ordinal(44), "四十四、", "市政府"),
        ("（三）讨论", Mark.PAREN, Ordinal(3), "（三）", "讨论"),
        ("( 十二 ) 讨论", Mark.PAREN, Ordinal(12), "(十二)", "讨论"),
        ("1. 统筹", Mark.DOT, Ordinal(1), "1.", "统筹"),
        ("１２、统筹", Mark.DOT, Ordinal(12), "１２、", "统筹"),
        ("（2）统筹", Mark.DIGIT_PAREN, Ordinal(2), "（2）", "统筹"),
        ("3）统筹", Mark.HALF_PAREN, Ordinal(3), "3）", "统筹"),
        ("③统筹", Mark.CIRCLED, Ordinal(3), "③", "统筹"),
    ],
)
def test_reads(line: str, mark: Mark, ordinal: Ordinal, label: str, rest: str) -> None:
    head = read_head(line)
    assert head is not None
    assert (head.mark, head.ordinal, head.label, line[head.rest :]) == (mark, ordinal, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "市政府第三条",
        "1.5倍以上",
        "2023年5月",
        "第三方机构",
        "一方面",
        "（以下简称公司）",
        "第十百条 错误",
    ],
)
def test_reads_no_number(line: str) -> None:
    assert read_head(line) is None


@given(st.text("第（()）一二十3条章之、.． \u3000\t的年", max_size=12))
def test_the_commonest_forms_are_read_as_all_are(line: str) -> None:
    """What stands first in the pattern for speed finds nothing else than the pattern itself."""
    quick, whole = match_head(line), HEAD.match(line)
    assert (quick and quick.group()) == (whole and whole.group())
