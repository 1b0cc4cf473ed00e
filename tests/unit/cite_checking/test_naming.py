"""Which regulation and version the words around a citation mean."""

from __future__ import annotations

import pytest

from gazette_diff.citation import scan
from gazette_diff.cite_checking.naming import Cited, name_works


def _cited(text: str) -> tuple[Cited, ...]:
    return name_works(text.split("\n"), scan(text))


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("《夜市管理办法》（以下简称《办法》）第三条；《办法》第四条", ["夜市管理办法"] * 2),
        (
            "《夜市管理办法》（甲政〔2020〕1号，以下简称“夜市办法”）第三条，夜市办法第四条",
            ["夜市管理办法"] * 2,
        ),
        ("依照《河道法》第三条，该法第五条也是", ["河道法", "河道法"]),
        ("依照《河道法》第三条和《集市法》，该法第五条也是", ["河道法", ""]),
        ("依照《河道办法》第三条，该法第五条也是", ["河道办法", ""]),
        ("《河道法》第三条\n该法第五条", ["河道法", ""]),
        ("《河道法》第三条、第五条和第七条第二款", ["河道法"] * 3),
        ("本法第三条、第四条，第五条", ["", "", ""]),
        ("《房屋租赁合同》第三条、公司章程第八条、依照条例第三条", ["", "", ""]),
        ("民法典第10条", ["民法典"]),
    ],
)
def test_the_work_that_is_meant(text: str, works: list[str]) -> None:
    assert [one.work for one in _cited(text)] == works


@pytest.mark.parametrize(
    ("text", "work", "year"),
    [
        ("《河道法》（2018年修正）第三条", "河道法", 2018),
        ("《河道法（2018修订）》第三条", "河道法", 2018),
        ("《河道法》（2018年10月26日修正）第三条", "河道法", 2018),
        ("《河道法》（2018年版）第三条", "河道法", 2018),
        ("2018年修正的《河道法》第三条", "河道法", 2018),
        ("自2018年以来《河道法》第三条", "河道法", None),
        ("《河道法（试行）》第三条", "河道法（试行）", None),
        ("《河道法》（甲政〔2018〕1号）第三条", "河道法", None),
    ],
)
def test_the_year_of_the_version(text: str, work: str, year: int | None) -> None:
    (one,) = _cited(text)
    assert (one.work, one.year) == (work, year)


def test_the_remark_holds_for_the_whole_list() -> None:
    assert [one.year for one in _cited("《河道法》（2018年修正）第三条、第五条")] == [2018, 2018]


def test_the_document_number_is_read() -> None:
    (one,) = _cited("《河道办法》（甲政〔2018〕1号）第三条")
    assert str(one.number) == "甲政〔2018〕1号"


@pytest.mark.parametrize("before", ["原", "修订前的", "修正前", "已废止的", "旧"])
def test_an_earlier_version_is_meant(before: str) -> None:
    assert _cited(f"依照{before}《河道法》第三条")[0].formerly
    assert not _cited("依照《河道法》第三条")[0].formerly
