from __future__ import annotations

import pytest

from gazette_diff.checking.punctuation import check_punctuation
from tests.unit.checking.subjects import codes, passage, told


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ("公开,透明", "GD622", ",透"),
        ("下列情形:", "GD622", ":"),
        ("停止违法行为;", "GD622", ";"),
        ("《图书馆法》;本办法", "GD622", ";本"),
        ("30%,其中", "GD622", ",其"),
        ("制定本办法.", "GD622", "."),
        ("是否同意?", "GD622", "?"),
        ('读者说："可以"', "GD623", '"可'),
        ("应当登记，，并", "GD625", "，，"),
        ("应当登记。。", "GD625", "。。"),
        ("应当登记；。", "GD625", "；。"),
    ],
)
def test_slips_are_found(words: str, code: str, at: str) -> None:
    assert told(check_punctuation(passage(words))) == [(code, at)]


@pytest.mark.parametrize(
    "words",
    [
        "上午8:30至17:30，每周1,500分钟，比例为1:2。",
        "版本 1.2、附录A.1、GB/T 9704-2012, 7.2.5",
        "真的吗？！太好了！！",
        "省略……破折——号。",
        "“可以。”他说。",
        "见 http://example.org/a,b;c",
    ],
)
def test_sound_punctuation_is_left_alone(words: str) -> None:
    assert codes(check_punctuation(passage(words))) == []


def test_all_marks_of_a_passage_are_told_at_once() -> None:
    (spot,) = check_punctuation(passage("公开,透明;便民,高效"))
    assert (spot.values["marks"], spot.values["count"], spot.at) == (", ;", 3, 2)


def test_numbers_and_headings_are_no_sentences() -> None:
    assert codes(check_punctuation(passage("一.总则:", "label"))) == []
