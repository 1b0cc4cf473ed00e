from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.akn.dates import written_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023年4月16日", [date(2023, 4, 16)]),
        ("（二〇二三年三月十三日）", [date(2023, 3, 13)]),
        ("2023 年 5 月 18 日", [date(2023, 5, 18)]),
        ("２０２３年１２月３１日", [date(2023, 12, 31)]),
        ("1982年12月4日通过　2018年3月11日修正", [date(1982, 12, 4), date(2018, 3, 11)]),
        ("2023年2月30日", []),
        ("2023年4月", []),
        ("〇〇〇〇年一月一日", []),
        ("一百年十月十日", []),
    ],
)
def test_days_in_words(text: str, days: list[date]) -> None:
    assert [found.day for found in written_days(text)] == days


def test_the_place_of_a_day_is_that_of_its_words() -> None:
    text = "根据2015年3月15日决定修正"
    (found,) = written_days(text)
    assert text[found.start : found.end] == "2015年3月15日"
