from __future__ import annotations

import pytest

from gazette_diff.checking.pairs import check_pairs
from gazette_diff.checking.passages import Passage, Unit
from gazette_diff.core.places import Placed
from tests.support.trees import article
from tests.unit.checking.subjects import codes, told

OWNER = Placed("art_1", article(1, 1), (), ())


def unit(*paragraphs: str, part: str = "text", owner: Placed | None = OWNER) -> Unit:
    return Unit(owner, tuple(Passage(k, "art_1", part, w) for k, w in enumerate(paragraphs)))


@pytest.mark.parametrize(
    "words",
    [
        "（一）、1）、2）、a)是编号，O’Neill是姓名",
        "本办法（含《细则〈试行〉》）所称“图书（含期刊）”",
        "“甲”和“乙”；‘丙’、「丁」『戊』【己】〔2020〕",
        "将“凡‘十三五’期间的”改为“凡”",
        "所称“推进“放管服”改革”",
        "标准为(GB/T 9704)的(ISO)",
        "税额=(成本＋利润)÷(1－税率)",
        "",
    ],
)
def test_what_is_paired_is_left_alone(words: str) -> None:
    assert codes(check_pairs(unit(words))) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("根据《图书馆法，制定", [("GD621", "《图")]),
        ("根据图书馆法》，制定", [("GD621", "》，")]),
        ("街道（社区设立", [("GD621", "（社")]),
        ("街道社区）设立", [("GD621", "）设")]),
        ("给予“补助“。", [("GD621", "“。")]),
        ("给予”补助”。", [("GD621", "”补")]),
        ("给予“补助。", [("GD621", "“补")]),
        ("给予“补助。另给予“奖励”。", [("GD621", "“补")]),
        ("给予补助”。", [("GD621", "”。")]),
        ("给予“甲“、“乙”。", [("GD621", "“、")]),
        ("另行制定’。", [("GD621", "’。")]),
        ("政府（管委会)应当", [("GD624", "（管")]),
        ("政府(管委会）应当", [("GD624", "(管")]),
        ("〔2020]7号", [("GD624", "〔2")]),
        ("根据《图书馆法〉", [("GD621", "〉"), ("GD621", "《图")]),
        ("街道(社区)和乡(镇)", [("GD623", "(社")]),
        ("（见《细则）》", [("GD621", "《细"), ("GD621", "》")]),
    ],
)
def test_what_is_not_is_found(words: str, found: list[tuple[str, str]]) -> None:
    assert told(check_pairs(unit(words))) == found


def test_a_quotation_may_go_on_over_paragraphs() -> None:
    assert codes(check_pairs(unit("修改为：“第一款。", "“第二款。", "第三款。”"))) == []
    assert told(check_pairs(unit("修改为：“第一款。", "第二款。"))) == [("GD621", "“第")]


def test_a_bracket_may_not() -> None:
    assert told(check_pairs(unit("（甲", "乙）"))) == [("GD621", "（甲"), ("GD621", "）")]


def test_a_note_on_adoption_may_have_many_lines() -> None:
    lines = unit("（2019年公布", "2022年修订）", part="adoption_note", owner=None)
    assert codes(check_pairs(lines)) == []


@pytest.mark.parametrize(
    ("label", "expected"),
    [("（一）", []), ("(一)", []), ("1）", []), ("（一)", ["GD624"]), ("(一）", ["GD624"])],
)
def test_the_brackets_of_a_number(label: str, expected: list[str]) -> None:
    assert codes(check_pairs(unit(label, part="label"))) == expected


def test_half_width_brackets_are_told_once_a_passage() -> None:
    (spot,) = check_pairs(unit("街道(社区)和乡(镇)"))
    assert spot.values["count"] == 2


def test_words_out_of_their_mind_take_no_time() -> None:
    assert len(list(check_pairs(unit("（" * 20_000 + "》" * 20_000)))) == 40_000
    assert len(list(check_pairs(unit("(" * 20_000 + ")" * 20_000)))) == 0
