from __future__ import annotations

import pytest

from gazette_diff.akn.slugs import slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("宛政", "wan-zheng"),
        ("工作规则", "gong-zuo-gui-ze"),
        ("重庆银行", "chong-qing-yin-hang"),
        ("绿地", "lv-di"),
        ("ＡＢＣ 12号（试行）", "abc-12-hao-shi-xing"),
        ("𠮷", "u20bb7"),
        ("/../~!.xml", "xml"),
        ("", "untitled"),
        ("！？", "untitled"),
    ],
)
def test_names_in_ascii(text: str, name: str) -> None:
    assert slug(text) == name


def test_long_names_are_cut_and_stay_apart() -> None:
    one, other = slug("规则" * 200), slug("规则" * 200 + "（试行）")
    assert one != other
    assert max(len(one), len(other)) < 180
