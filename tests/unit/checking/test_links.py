from __future__ import annotations

import pytest

from gazette_diff.checking.links import check_links
from tests.unit.checking.subjects import subject, told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("违反本办法第九条规定的", [("GD401", "本办")]),
        ("违反第九条规定的", [("GD401", "第九")]),
        ("违反本办法第一条第四款的", [("GD401", "本办")]),
        ("违反本办法第一条规定的", []),
        ("依照《图书馆法》第九百条处理", []),
        ("依照图书馆法第九百条处理", []),
        ("走第二条路", []),
    ],
)
def test_references_to_nothing(words: str, found: list[tuple[str, str]]) -> None:
    body = f"第一条 甲。\n\n第二条 {words}。\n\n第三条 丙。\n"
    assert told(check_links(subject(body))) == found


def test_a_number_borne_twice_is_not_said_to_be_missing() -> None:
    body = "第一条 甲。\n\n第二条 乙。\n\n第二条 丙。\n\n第三条 违反第二条的。\n"
    (spot,) = check_links(subject(body))
    verdict, why = spot.values["verdict"], spot.values["why"]
    assert isinstance(verdict, tuple)
    assert isinstance(why, tuple)
    assert verdict[0] == "不能确定所指的条款"
    assert "有2处与之相符" in why[0]


def test_it_tells_what_there_is_instead() -> None:
    (spot,) = check_links(subject("第一条 甲。\n\n第二条 违反第九条的。\n\n第三条 丙。\n"))
    why = spot.values["why"]
    assert isinstance(why, tuple)
    assert why[0] == "没有第九条；本办法共3条，最后一条为第三条"
