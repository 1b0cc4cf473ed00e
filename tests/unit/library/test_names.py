from __future__ import annotations

from datetime import date

import pytest

from gazette_diff.core.errors import NotFoundError
from gazette_diff.library.names import Name, has_words, parse_name, plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("工作规则", Name("工作规则")),
        ("工作规则@2023", Name("工作规则", "2023")),
        ("工作规则@2023-4", Name("工作规则", "2023-04")),
        ("工作规则@2020-07-22", Name("工作规则", "2020-07-22")),
        ("工作规则＠２０２０", Name("工作规则", "2020")),
        ("工作规则@v2020-7-22", Name("工作规则", "v2020-07-22")),
        ("工作规则@latest", Name("工作规则", "latest")),
        ("工作规则@", Name("工作规则")),
        ("@2023", Name("", "2023")),
    ],
)
def test_a_name_is_words_and_a_version(text: str, name: Name) -> None:
    assert parse_name(text) == name


@pytest.mark.parametrize("text", ["规则@二〇二三", "规则@2023-13", "规则@2023-02-30", "规则@20"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        parse_name(text)
    assert caught.value.where == text


def test_only_a_full_date_is_a_day() -> None:
    assert parse_name("规则@2020-7-2").day == date(2020, 7, 2)
    assert parse_name("规则@2020-07").day is None
    assert parse_name("规则@latest").day is None
    assert parse_name("规则@v2020-07-02").day is None


def test_a_name_is_written_as_it_is_read() -> None:
    assert str(parse_name("规则@2020-7-2")) == "规则@2020-07-02"
    assert str(parse_name("规则")) == "规则"


def test_titles_are_compared_without_decoration() -> None:
    assert plain("《某市 （试行）办法》") == plain("某市(试行)办法")
    assert plain("宛政【2023】4号") == plain("宛政〔２０２３〕4号")


def test_all_words_must_stand_in_the_title() -> None:
    assert has_words("某市人民政府工作规则", "工作规则 某市")
    assert not has_words("某市人民政府工作规则", "工作 办法")
    assert not has_words("某市人民政府工作规则", "  ")
