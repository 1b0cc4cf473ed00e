from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.cli.framework import window_width
from gazette_diff.cli.settings import read_settings, today


@pytest.mark.parametrize(
    ("args", "environment", "language", "chosen"),
    [
        ([], {}, "en", None),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh", None),
        ([], {"LANG": "de_DE.UTF-8"}, "en", None),
        ([], {"LANG": "zh_CN", "LC_MESSAGES": "en_US"}, "en", None),
        ([], {"LC_ALL": "C", "LANG": "zh_CN"}, "en", None),
        ([], {"LC_ALL": "", "LANG": "zh_TW"}, "zh", None),
        ([], {"LANG": "en_GB", "GAZETTE_DIFF_LANG": "zh"}, "zh", "zh"),
        ([], {"LANG": "zh_CN", "GAZETTE_DIFF_LANG": "klingon"}, "zh", None),
        (["--lang", "en"], {"GAZETTE_DIFF_LANG": "zh"}, "en", "en"),
        (["diff", "--lang=zh", "a", "b"], {}, "zh", "zh"),
        (["--lang", "en", "diff", "--lang", "zh"], {}, "zh", "zh"),
        (["--lang"], {}, "en", None),
        (["cite", "a", "--", "--lang", "zh"], {}, "en", None),
    ],
)
def test_the_language_is_that_asked_for_or_that_of_the_locale(
    args: list[str], environment: dict[str, str], language: str, chosen: str | None
) -> None:
    settings = read_settings(args, environment)
    assert (settings.language, settings.chosen_language) == (language, chosen)


def test_what_is_handed_on_is_chinese_whatever_the_locale() -> None:
    assert read_settings([], {"LANG": "en_GB"}).report_language == "zh"
    assert read_settings(["--lang", "en"], {}).report_language == "en"


def test_the_day_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert today() == date(2023, 11, 14)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() > date(2023, 11, 14)


def test_the_width_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "123")
    assert window_width() == 123
    # Under pytest standard output is no terminal.
    for value in ("", "0", "wide"):
        monkeypatch.setenv("COLUMNS", value)
        assert window_width() == 80
