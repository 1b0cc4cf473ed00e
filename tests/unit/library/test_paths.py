"""Whatever a title contains, its folder stands in the library and can be made anywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.library.paths import day_in, file_name, folder_name

HOSTILE = (
    "../../etc/passwd",
    "..",
    ".",
    "",
    " ",
    "C:\\Windows",
    "/etc",
    "a/b",
    "规" * 300,
    "甲\x00\x1b[2J乙",
    "CON",
    "nul.办法",
    ".lock",
    "甲办法.",
    "甲办法 ",
    "\u202e甲",
    "-rf",
)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_one_harmless_name(title: str, tmp_path: Path) -> None:
    name = folder_name(title)
    folder = tmp_path / name
    folder.mkdir()
    assert [child.name for child in tmp_path.iterdir()] == [name]
    assert not PureWindowsPath(name).is_reserved()


@given(st.text(max_size=400))
def test_no_title_leads_out_of_the_library(title: str) -> None:
    name = folder_name(title)
    assert name
    assert not name.startswith(".")
    assert not set(name) & set('/\\:*?"<>|\0')
    assert len(name.encode()) <= 200
    assert name == name.strip()


@given(st.text(max_size=400))
def test_the_name_of_a_name_is_itself(title: str) -> None:
    name = folder_name(title)
    assert folder_name(name) == name


def test_titles_that_were_cut_stay_apart() -> None:
    one, other = ("规" * 300 + end for end in "甲乙")
    assert folder_name(one) != folder_name(other)


def test_a_usual_title_is_its_own_name() -> None:
    title = "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释（2021年）"
    assert folder_name(title) == title


def test_the_day_is_the_name_of_the_file() -> None:
    assert day_in(file_name(date(2023, 4, 16))) == date(2023, 4, 16)
    for name in ("2023.xml", "2023-04-16", "2023-04-16.txt", "2023-02-30.xml", ".xml"):
        assert day_in(name) is None
