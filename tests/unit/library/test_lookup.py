from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff.core.diagnostics import Code
from gazette_diff.core.errors import InvalidMarkupError, NotFoundError
from gazette_diff.library import parse_name
from gazette_diff.library.lookup import Found, find, find_sole
from gazette_diff.library.shelf import Shelf
from tests.support.libraries import about, lay_out

TODAY = date(2024, 1, 1)
RULES = {
    "甲市工作规则/2014-08-05.xml": about("甲市工作规则", "2014-08-05", in_force="2014-08-05"),
    "甲市工作规则/2020-07-22.xml": about(
        "甲市工作规则",
        "2020-07-22",
        in_force="2020-09-01",
        replaces=[("甲市工作规则", "2017-08-30")],
    ),
    "甲市工作规则/2023-04-16.xml": about("甲市工作规则", "2023-04-16"),
    "甲市停车办法/2022-01-01.xml": about("甲市停车办法", "2022-01-01"),
    "乙市停车办法/2021-05-05.xml": about("乙市停车办法", "2021-05-05", repealed="2023-01-01"),
    "丙市停车规定/2023-12-20.xml": about("丙市停车规定", "2023-12-20", in_force="2024-03-01"),
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return lay_out(tmp_path, RULES)


def found_in(library: Path, name: str) -> Found:
    return find(Shelf(library), parse_name(name), TODAY)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("工作规则", "2023-04-16"),
        ("工作规则@latest", "2023-04-16"),
        ("工作规则@2020", "2020-07-22"),
        ("工作规则@2014-08", "2014-08-05"),
        ("工作规则@2021-03-01", "2020-07-22"),
        ("工作规则@2020-09-01", "2020-07-22"),
        ("工作规则@2017-08-29", "2014-08-05"),
        # The version of that date, which was not in force on it.
        ("工作规则@v2020-07-22", "2020-07-22"),
        ("甲市 停车", "2022-01-01"),
        ("《甲市停车办法》", "2022-01-01"),
        ("乙市@2022-06-01", "2021-05-05"),
        ("丙市@2023", "2023-12-20"),
        ("丙市@2024-03-01", "2023-12-20"),
    ],
)
def test_the_version_meant_is_found(library: Path, name: str, found: str) -> None:
    assert str(found_in(library, name).version.day) == found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("会议制度", "没有这部法规"),
        ("停车办法", "可指2个：乙市停车办法、甲市停车办法"),
        ("工作规则@2019", "没有该日期的版本；库中有@v2014-08-05、@v2020-07-22、@v2023-04-16"),
        ("工作规则@2001-01-01", "2001-01-01没有施行中的文本，最早的版本2014-08-05起施行"),
        # Signed in July, in force from September: in August that of 2017 still holds.
        ("工作规则@2020-08-31", "所指为2017-08-30的版本，库中没有其正文"),
        ("工作规则@2017", "所指为2017-08-30的版本，库中没有其正文"),
        ("乙市停车办法", "已于2023-01-01废止，2024-01-01没有施行中的文本"),
        ("丙市停车规定", "2023-12-20公布，2024-03-01起施行，2024-01-01尚未施行"),
    ],
)
def test_what_is_not_there_is_told(library: Path, name: str, told: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        found_in(library, name)
    assert told in caught.value.in_("zh")


def test_a_start_that_is_assumed_is_told_where_a_day_was_asked_for(library: Path) -> None:
    (note,) = found_in(library, "工作规则@2023-05-01").diagnostics
    assert (note.code, dict(note.values)) == (Code.START_ASSUMED, {"day": date(2023, 4, 16)})
    assert found_in(library, "工作规则@2021-01-01").diagnostics == ()
    assert found_in(library, "工作规则@v2023-04-16").diagnostics == ()


def test_it_is_told_as_well_while_the_version_is_young(library: Path) -> None:
    shelf, name = Shelf(library), parse_name("工作规则")
    told = {year: find(shelf, name, date(year, 3, 1)).diagnostics for year in (2021, 2024, 2025)}
    assert {year: bool(notes) for year, notes in told.items()} == {
        2021: False,
        2024: True,
        2025: False,
    }


def test_two_versions_of_one_year_are_named(tmp_path: Path) -> None:
    days = ("2020-01-01", "2020-05-01")
    lay_out(tmp_path, {f"规则/{d}.xml": about("规则", d) for d in days})
    with pytest.raises(NotFoundError) as caught:
        found_in(tmp_path, "规则@2020")
    assert "规则@v2020-01-01、规则@v2020-05-01" in caught.value.in_("en")


def test_the_very_title_wins_over_titles_that_contain_it(tmp_path: Path) -> None:
    titles = ("停车办法", "停车办法细则")
    lay_out(tmp_path, {f"{t}/2020-01-01.xml": about(t, "2020-01-01") for t in titles})
    assert found_in(tmp_path, "停车办法").version.title == "停车办法"


def test_a_folder_may_have_a_name_of_its_own(tmp_path: Path) -> None:
    lay_out(tmp_path, {"刑诉解释/2021-01-01.xml": about("关于适用刑诉法的解释", "2021-01-01")})
    assert found_in(tmp_path, "刑诉解释").version.title == "关于适用刑诉法的解释"


def test_a_regulation_repealed_under_another_title(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "暂行办法/2010-01-01.xml": about("暂行办法", "2010-01-01"),
            "办法/2020-01-01.xml": about(
                "办法", "2020-01-01", in_force="2020-06-01", replaces=[("暂行办法", None)]
            ),
        },
    )
    assert found_in(tmp_path, "暂行办法@2020-05-31").version.title == "暂行办法"
    with pytest.raises(NotFoundError) as caught:
        found_in(tmp_path, "暂行办法")
    assert "已于2020-06-01废止（由《办法》废止）" in caught.value.in_("zh")


def test_the_sole_version_meant(library: Path) -> None:
    shelf = Shelf(library)
    assert str(find_sole(shelf, parse_name("甲市停车办法")).day) == "2022-01-01"
    assert str(find_sole(shelf, parse_name("工作规则@2020-07-22")).day) == "2020-07-22"
    for name, told in {"工作规则": "可指3个", "工作规则@2017": "没有该日期的版本"}.items():
        with pytest.raises(NotFoundError) as caught:
            find_sole(shelf, parse_name(name))
        assert told in caught.value.in_("zh")


def test_a_broken_file_stands_in_nobodys_way_but_its_own(library: Path) -> None:
    (library / "甲市停车办法" / "2022-01-01.xml").write_text("<akomaNtoso", encoding="utf-8")
    shelf = Shelf(library)
    assert list(shelf.unreadable) == []  # nothing is opened before it is needed
    assert str(found_in(library, "工作规则").version.day) == "2023-04-16"
    with pytest.raises(InvalidMarkupError, match=r"2022-01-01\.xml"):
        shelf.load(find(shelf, parse_name("甲市停车办法"), TODAY).version)
    assert list(shelf.unreadable) == ["甲市停车办法/2022-01-01.xml"]


def test_files_that_are_no_versions_are_left_out(tmp_path: Path) -> None:
    files = {"规则/草稿.xml": "", "说明.txt": "", ".git/2020-01-01.xml": "", "规则/2020.xml": ""}
    lay_out(tmp_path, {**files, "规则/2020-01-01.xml": about("规则", "2020-01-01")})
    assert [str(v) for v in Shelf(tmp_path).versions] == ["规则@v2020-01-01"]
