"""Memos as lawyers write them, checked against a small library: tests/cases/memo."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.cite_checking import CheckedText, State
from gazette_diff.reading import read_file
from tests.support.memos import CASES, lay_out_library

DAY = date(2024, 6, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_library(tmp_path_factory.mktemp("library"))


def _check(library: Path, name: str, day: date = DAY) -> CheckedText:
    source = read_file(CASES / f"{name}.txt").source
    return api.check_citations(source, library=library, day=day, today=DAY)


def _lines(checked: CheckedText) -> str:
    return "".join(
        f"{one.span.line}:{one.span.start + 1}: {one.diagnostic.code.id} "
        f"{'（提示）' if one.is_note else ''}{one.diagnostic.message('zh')}\n"
        for one in checked.findings
    )


def test_every_kind_of_error_is_told(library: Path, request: pytest.FixtureRequest) -> None:
    told = _lines(_check(library, "wrong"))
    expected = CASES / "wrong.findings"
    if request.config.getoption("--update-golden"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def test_nothing_is_told_of_what_is_right_or_no_citation(library: Path) -> None:
    checked = _check(library, "right")
    assert _lines(checked) == ""
    assert checked.counts[State.MISSING] == checked.counts[State.NOT_HELD] == 0
    assert checked.counts[State.RESOLVED] == 14


def test_an_earlier_day_asks_for_the_text_of_that_day(library: Path) -> None:
    lines = _lines(_check(library, "wrong", date(2021, 1, 1))).splitlines()
    assert "《夜市办法》第三条" not in "".join(x for x in lines if "GD722" in x)
    assert any(
        x.startswith("3:3: GD714") and x.endswith("（2023-04-01版本）中是第四条") for x in lines
    )
    # The rules of the fair were still in force, those of the river not yet made.
    assert not any("GD712" in x for x in lines)
    assert any("GD702" in x and "2021-01-01施行的" in x for x in lines)
