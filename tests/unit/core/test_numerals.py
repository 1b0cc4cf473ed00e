"""Numbers as regulations write them."""

from __future__ import annotations

import pytest

from gazette_diff.core.numerals import (
    MAXIMUM,
    format_numeral,
    format_positional,
    parse_number,
)


@pytest.mark.parametrize("write", [format_numeral, format_positional, str])
def test_every_number_round_trips(write: object) -> None:
    assert callable(write)
    for number in range(1, MAXIMUM + 1):
        assert parse_number(write(number)) == number


def test_every_number_round_trips_with_the_round_zero_and_wide_digits() -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for number in range(1, MAXIMUM + 1):
        assert parse_number(format_numeral(number, zero="〇")) == number
        assert parse_number(str(number).translate(wide)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零一", 101),
        ("一百〇一", 101),
        ("一〇一", 101),
        ("一百一十", 110),
        ("一百一十一", 111),
        ("一百二", 120),
        ("一千二百六十", 1260),
        ("一千零二十", 1020),
        ("廿", 20),
        ("廿五", 25),
        ("卅一", 31),
        ("两百", 200),
        ("⑫", 12),
        ("㊿", 50),
        ("零", 0),
    ],
)
def test_written_forms(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "百", "十百", "一二十", "二十零", "甲", "一百一百", "12a", "１２３４５", "一 百"]
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("number", [0, -1, MAXIMUM + 1])
@pytest.mark.parametrize("write", [format_numeral, format_positional])
def test_numbers_out_of_range(number: int, write: object) -> None:
    assert callable(write)
    with pytest.raises(ValueError, match=str(number)):
        write(number)
