"""Provisions are found by their words, the best first."""

from __future__ import annotations

import pytest

from gazette_diff import api
from gazette_diff.citation import find_words
from gazette_diff.core.tree import Regulation

RULES = """\
青石镇集市管理规则

第一章 总则

第一条 集市由镇人民政府设立，集市的位置由村民会议商定。

第二章 请假

第二条 管理员请假的，应当提前一日报告镇长；请假期满应当销假。

第三条 摊主不出摊的，应当告知管理员，不必请假。有下列情形之一的，可以免收ＡＢＣ费用：
（一）外出就医；
（二）参加村民会议。
"""


@pytest.fixture(scope="module")
def rules() -> Regulation:
    return api.parse(RULES.encode()).documents[0].regulation


def found(rules: Regulation, words: str) -> list[str]:
    return [hit.provision.words for hit in find_words(rules, words)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("请假", "第二条"),  # twice, and in the heading above
        ("村民会议", "第三条第（二）项"),  # the shorter provision is more about it
        ("管理员 告知", "第三条"),  # both words before one of them
        ("外出看病就医", "第三条第（一）项"),  # not as written: by pairs of characters
        ("abc", "第三条"),  # width and case do not matter
    ],
)
def test_the_best_comes_first(rules: Regulation, words: str, first: str) -> None:
    assert found(rules, words)[0] == first


@pytest.mark.parametrize("words", ["", "  ", "土豆"])
def test_what_stands_nowhere_is_not_found(rules: Regulation, words: str) -> None:
    assert find_words(rules, words) == ()


def test_the_excerpt_marks_what_was_found(rules: Regulation) -> None:
    hit = find_words(rules, "商定")[0]
    assert hit.excerpt[hit.start : hit.end] == "商定"
    assert hit.score > 0
