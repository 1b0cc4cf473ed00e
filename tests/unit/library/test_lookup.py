from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.tree import Metadata, Regulation
from gazette_diff.library import Entry, entries_in, find, parse_name

TODAY = date(2024, 1, 1)
Versions = dict[str, Metadata]
Build = Callable[[dict[str, Versions]], Path]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Return a function that lays out a library whose files are read without any XML."""
    held: dict[Path, Regulation] = {}

    def lay_out(titles: dict[str, Versions]) -> Path:
        for title, versions in titles.items():
            for day, metadata in versions.items():
                path = tmp_path / title / f"{day}.xml"
                path.parent.mkdir(exist_ok=True)
                path.touch()
                held[path] = Regulation(metadata=metadata)
        return tmp_path

    monkeypatch.setattr("gazette_diff.library.lookup._read", lambda entry: held[entry.path])
    return lay_out


def signed(day: str, in_force: str | None = None, repealed: str | None = None) -> Metadata:
    read = date.fromisoformat
    return Metadata(
        title=day,
        signed=read(day),
        in_force=read(in_force) if in_force else None,
        repealed=read(repealed) if repealed else None,
    )


RULES: dict[str, Versions] = {
    "甲市工作规则": {
        "2014-08-05": signed("2014-08-05"),
        "2020-07-22": signed("2020-07-22", in_force="2020-09-01"),
        "2023-04-16": signed("2023-04-16"),
    },
    "甲市停车办法": {"2022-01-01": signed("2022-01-01")},
    "乙市停车办法": {"2021-05-05": signed("2021-05-05", repealed="2023-01-01")},
}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("工作规则", "2023-04-16"),
        ("工作规则@latest", "2023-04-16"),
        ("工作规则@2020", "2020-07-22"),
        ("工作规则@2014-08", "2014-08-05"),
        ("工作规则@2020-07-22", "2020-07-22"),
        ("工作规则@2021-03-01", "2020-07-22"),
        # Signed in July, in force from September: in August the rules of 2014 still hold.
        ("工作规则@2020-08-15", "2014-08-05"),
        ("甲市 停车", "2022-01-01"),
        ("《甲市停车办法》", "2022-01-01"),
        ("乙市@2022-06-01", "2021-05-05"),
    ],
)
def test_the_version_meant_is_found(build: Build, name: str, found: str) -> None:
    assert find(build(RULES), parse_name(name), TODAY).metadata.title == found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("会议制度", "没有这部法规"),
        ("停车", "可指2个：乙市停车办法、甲市停车办法"),
        ("工作规则@2019", "没有该年月的版本；库中有@2014-08-05、@2020-07-22、@2023-04-16"),
        ("工作规则@2001-01-01", "2001-01-01没有施行中的文本"),
        ("乙市停车办法", "已于2023-01-01废止，2024-01-01没有施行中的文本"),
    ],
)
def test_what_is_not_there_is_told(build: Build, name: str, told: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(build(RULES), parse_name(name), TODAY)
    assert told in caught.value.in_("zh")


def test_two_versions_of_one_year_are_named(build: Build) -> None:
    library = build({"规则": {"2020-01-01": Metadata(), "2020-05-01": Metadata()}})
    with pytest.raises(NotFoundError) as caught:
        find(library, parse_name("规则@2020"), TODAY)
    assert "规则@2020-01-01、规则@2020-05-01" in caught.value.in_("en")


def test_the_very_title_wins_over_titles_that_contain_it(build: Build) -> None:
    library = build(
        {
            "停车办法": {"2020-01-01": signed("2020-01-01")},
            "停车办法细则": {"2021-01-01": Metadata()},
        }
    )
    assert find(library, parse_name("停车办法"), TODAY).metadata.title == "2020-01-01"


def test_files_that_are_no_versions_are_left_out(build: Build) -> None:
    library = build({"规则": {"2020-01-01": Metadata()}})
    (library / "规则" / "草稿.xml").touch()
    (library / "说明.txt").touch()
    assert [str(e) for e in entries_in(library)] == ["规则@2020-01-01"]


def test_only_candidates_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def read(entry: Entry) -> Regulation:
        opened.append(str(entry))
        return Regulation()

    for path in ("甲/2020-01-01.xml", "乙/2020-01-01.xml", "甲/2019-01-01.xml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    monkeypatch.setattr("gazette_diff.library.lookup._read", read)
    find(tmp_path, parse_name("甲"), TODAY)
    assert opened == ["甲@2020-01-01"]
