"""Which version is meant, and what is to be said where it is not the one in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.core.source import SourceText
from tests.support.libraries import about, lay_out, with_text

RULES = "夜市管理办法"
OLD = with_text(
    about(RULES, "2018-03-01", in_force="2018-04-01"),
    "夜市由镇人民政府设立，位置由村民会议商定并且公布。",
    "摊主应当持有集市通行证，通行证每年由管理员更换一次。",
    "摊主应当在前一日向管理员申请摊位，写明出售的物品。",
)
NEW = with_text(
    about(RULES, "2018-03-01", amended=["2022-05-01"], in_force="2022-06-01"),
    "夜市由镇人民政府设立，位置由村民会议商定并且公布。",
    "摊主应当在前一日向管理员申请摊位，写明出售的物品。",
    "熟食应当加盖，并且与生食分开摆放。",
    "违反本办法规定的，处五十元罚款。",
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return lay_out(
        tmp_path,
        {f"{RULES}/2018-03-01.xml": OLD, f"{RULES}/2022-05-01.xml": NEW},
    )


def _told(
    library: Path, text: str, day: str = "2024-01-01", today: str = "2024-01-01"
) -> list[str]:
    checked = api.check_citations(
        SourceText.from_text(text),
        library=library,
        day=date.fromisoformat(day),
        today=date.fromisoformat(today),
    )
    return [f"{f.diagnostic.code.id} {f.diagnostic.message('zh')}" for f in checked.findings]


def test_the_version_in_force_on_the_day_counts(library: Path) -> None:
    assert _told(library, "《夜市管理办法》第四条") == []
    (told,) = _told(library, "《夜市管理办法》第四条", "2020-01-01", "2020-01-01")
    assert told.startswith("GD711")


def test_a_new_number_is_told(library: Path) -> None:
    (told,) = _told(library, "《夜市管理办法》第三条", "2020-01-01")
    assert told.startswith("GD714")
    assert told.endswith("是第二条")


def test_what_was_deleted_since_is_told(library: Path) -> None:
    (told,) = _told(library, "《夜市管理办法》第二条", "2020-01-01")
    assert told.startswith("GD715")


def test_the_same_number_is_not_worth_a_word(library: Path) -> None:
    assert _told(library, "《夜市管理办法》第一条", "2020-01-01") == []


def test_a_version_that_is_named_and_superseded_is_a_note(library: Path) -> None:
    (told,) = _told(library, "《夜市管理办法》（2018年公布）第一条")
    assert told.startswith("GD704")
    assert "（引用1处）" in told


def test_what_an_earlier_version_had_is_told_where_it_is_now(library: Path) -> None:
    (told,) = _told(library, "《夜市管理办法》第四条", "2020-01-01")
    assert "（2022-05-01版本）才有" in told


def test_words_of_an_earlier_version_that_are_gone(library: Path) -> None:
    text = "《夜市管理办法》第二条规定：“摊主应当持有集市通行证，通行证每年由管理员更换一次。”"
    (told,) = _told(library, text)
    assert told.startswith("GD724")
    assert told.endswith("现已没有对应的条文")


def test_an_earlier_version_that_is_meant_needs_no_word(library: Path) -> None:
    text = "原《夜市管理办法》第二条规定：“摊主应当持有集市通行证，通行证每年由管理员更换一次。”"
    assert _told(library, text) == []


def test_a_year_without_a_version_is_a_note(library: Path) -> None:
    (told,) = _told(library, "《夜市管理办法》（2016年修订）第九条")
    assert told.startswith("GD702")


def test_a_day_before_the_first_version(library: Path) -> None:
    (early,) = _told(library, "《夜市管理办法》第一条", "2018-03-15", "2018-03-15")
    assert early.startswith("GD713")
    (unknown,) = _told(library, "《夜市管理办法》第一条", "2010-01-01", "2010-01-01")
    assert unknown.startswith("GD702")
