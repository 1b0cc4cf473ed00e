from __future__ import annotations

import pytest

from gazette_diff.akn.titles import is_enumerated, short_title

CITY = ("南阳市人民政府",)


@pytest.mark.parametrize(
    ("title", "issuers", "short"),
    [
        ("南阳市人民政府工作规则", CITY, "工作规则"),
        ("南阳市政府投资项目管理实施办法", CITY, "政府投资项目管理实施办法"),
        ("中华人民共和国立法法（2023年修正）", (), "立法法"),
        ("国务院工作规则", ("国务院",), "工作规则"),
        ("示例办法（试行）", (), "示例办法"),
        ("（试行）", (), "（试行）"),
        ("南阳市", CITY, "南阳市"),
        ("示例办法", ("", "示例"), "办法"),
        ("", (), ""),
    ],
)
def test_short_titles(title: str, issuers: tuple[str, ...], short: str) -> None:
    assert short_title(title, issuers) == short


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("现将《甲》《乙》和《丙》印发给你们。", True),
        ("《丙》、《甲》已经同意，现印发给你们。", True),
        ("现将《甲》印发给你们。", False),
        ("现将《甲》印发给你们，《乙》同时废止。", False),
        ("现将《乙》和《丙》印发给你们，《甲》废止。", False),
    ],
)
def test_titles_named_in_one_breath(text: str, *, shared: bool) -> None:
    assert is_enumerated("甲", ["通知", text]) is shared
