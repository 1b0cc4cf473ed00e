from __future__ import annotations

import pytest

from gazette_diff.checking.characters import check_characters
from tests.unit.checking.subjects import codes, passage, told


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ("二○二三年以前", "GD631", "二○"),
        ("一九八O年", "GD631", "一九"),
        ("二00八年", "GD631", "二0"),
        ("自2O23年起", "GD631", "2O"),
        ("满l0日的", "GD631", "l0"),
        ("处1O万元罚款", "GD631", "1O"),
        ("处l万元罚款", "GD631", "l万"),
        ("处lO万元罚款", "GD631", "lO"),
        ("达不至lJ标准", "GD632", "lJ"),
        ("贯彻精神and部署", "GD108", "an"),
        ("贯彻精神 and 部署", "GD108", " a"),
        ("有关部门of单位", "GD108", "of"),
        ("图书的的借阅", "GD633", "的的"),
        ("应当了了情况", "GD633", "了了"),
        ("单位和和个人", "GD633", "和和"),
        ("加强监督管理加强监督管理", "GD633", "加强"),
        ("本办法自公布之日起施行。本办法自公布之日起施行。", "GD633", "本办"),
        ("由\ufffd业机构检测", "GD634", "\ufffd业"),
        ("自２023年起", "GD626", "02"),
        ("应当符合规定的条 件", "GD635", " 件"),
        ("应当符合规定，\u3000并且登记", "GD635", "\u3000并"),
    ],
)
def test_damage_is_found(words: str, code: str, at: str) -> None:
    assert told(check_characters(passage(words))) == [(code, at)]


@pytest.mark.parametrize(
    "words",
    [
        "二〇二三年、二零零八年、一百零一条、2008年",
        "PM10、CO2、O3浓度和pH值",
        "申请L字签证、C字签证的",
        "A级旅游景区、卡拉OK厅、X光机、10kV线路、5km以内",
        "以公益为目的的活动、保险标的的价值",
        "应当了解情况；可以以单位名义；相应应急预案；应当当场处罚；参与与其职责有关的活动",
        "常务委员会会议；战争和和平；以及及时报告；持有有效证件；场所所在地；由由于",
        "报本级人民政府。本级人民政府应当审核",
        "遵守临时管理规约、管理规约、议事规则",
        "２０２３年５月",
        "2023 年 5 月 18 日",
        "标准为GB/T 9704 的规定",
        "人民法院 2023 号",
    ],
)
def test_sound_words_are_left_alone(words: str) -> None:
    found = told(check_characters(passage(words)))
    assert found == ([] if "由由" not in words else [("GD633", "由由")])


def test_headings_and_tables_are_printed_with_spaces() -> None:
    assert codes(check_characters(passage("总　则"))) == []
    assert codes(check_characters(passage("关于图书的借 阅管理", "heading"))) == []
    assert codes(check_characters(passage("二○二三年 l0日", "table"))) == []
    assert codes(check_characters(passage("名称\ufffd", "table"))) == ["GD634"]


def test_what_is_often_is_told_once_with_its_count() -> None:
    (spot,) = check_characters(passage("\ufffd业\ufffd构\ufffd"))
    assert spot.values["count"] == 3
