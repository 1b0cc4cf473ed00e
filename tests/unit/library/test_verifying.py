"""What is wrong with a library is named, file and line; what is sound is left in peace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff.core.tree import Metadata
from gazette_diff.library.changing import compare_stages, put, renew
from gazette_diff.library.index import INDEX
from gazette_diff.library.verifying import verify
from tests.support.libraries import about, lay_out, with_text

PATH = "甲法/2020-01-01.xml"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    first = with_text(about("甲法", "2020-01-01"), "一。", "二。")
    second = with_text(about("甲法", "2020-01-01", amended=["2022-02-02"]), "一。", "二。")
    put(tmp_path, {PATH: first, "甲法/2022-02-02.xml": second}, on=date(2024, 1, 1))
    return tmp_path


def found(library: Path) -> list[tuple[str, str, int | None]]:
    return [(f.path, f.diagnostic.code.id, f.diagnostic.line) for f in verify(library)]


def edit(library: Path, old: str, new: str) -> int:
    """Put *new* in the place of *old* in the first version; return the line of it."""
    at = library / PATH
    text = at.read_text(encoding="utf-8")
    assert text.count(old) == 1
    at.write_text(text.replace(old, new), encoding="utf-8")
    renew(library, on=date(2024, 1, 1), comparer=compare_stages)
    return text[: text.index(old)].count("\n") + 1


def test_a_sound_library_has_no_findings(library: Path) -> None:
    assert found(library) == []


def test_an_edit_by_hand_is_welcome(library: Path) -> None:
    edit(library, "<p>一。</p>", "<p>壹。</p>")
    assert found(library) == []


def test_an_edit_that_the_schema_refuses_is_named_with_its_line(library: Path) -> None:
    line = edit(library, "<p>一。</p>", "<q>壹。</q>")
    path, code, at = found(library)[0]
    assert (path, code, at) == (PATH, "GD511", line)


def test_a_file_that_is_no_xml_is_named(library: Path) -> None:
    (library / PATH).write_text("<akomaNtoso", encoding="utf-8")
    assert (PATH, "GD511") in [(path, code) for path, code, _ in found(library)]


def test_an_eid_that_is_not_that_of_its_number(library: Path) -> None:
    at = library / PATH
    text = at.read_text(encoding="utf-8").replace("art_2", "art_7")
    at.write_text(text, encoding="utf-8")
    renew(library, on=date(2024, 1, 1), comparer=compare_stages)
    codes = {code for _, code, _ in found(library)}
    assert codes == {"GD512"}


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"甲/2020-05-05.xml": about("甲", "2020-01-01")}, ["GD513"]),
        ({"甲/2020-01-01.xml": about("甲", "2020-01-01", repealed="2019-01-01")}, ["GD514"]),
        ({"甲/2020-01-01.xml": about("甲", "2020-01-01", in_force="2019-01-01")}, ["GD514"]),
        (
            {
                "甲/2020-01-01.xml": about("甲", "2020-01-01"),
                "乙/2021-01-01.xml": about("甲", "2021-01-01"),
            },
            ["GD515"],
        ),
        (
            {
                "甲/2020-01-01.xml": about("甲", "2020-01-01", in_force="2021-07-01"),
                "甲/2021-01-01.xml": about("甲", "2021-01-01", in_force="2021-07-01"),
            },
            ["GD516"],
        ),
    ],
)
def test_days_and_titles_that_contradict_each_other(
    tmp_path: Path, files: dict[str, Metadata], codes: list[str]
) -> None:
    lay_out(tmp_path, files)
    assert [code for _, code, _ in found(tmp_path)] == codes


def test_an_index_that_lies(library: Path) -> None:
    index = library / INDEX
    text = index.read_text(encoding="utf-8").replace(
        '"signed": "2020-01-01"', '"signed": "2020-01-02"'
    )
    index.write_text(text, encoding="utf-8")
    assert {(path, code) for path, code, _ in found(library)} == {(INDEX, "GD517")}
    renew(library, on=date(2024, 1, 1), comparer=compare_stages)
    assert found(library) == []
    (library / PATH).unlink()
    assert [(path, code) for path, code, _ in found(library)] == [(INDEX, "GD517")]
