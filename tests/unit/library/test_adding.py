"""What adding a regulation does is decided, and can be read, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Holding, Metadata, Regulation
from gazette_diff.library.adding import Action, Plan
from gazette_diff.library.changing import Candidate, add, begin, put, tombstone
from gazette_diff.library.shelf import Shelf
from tests.support.libraries import about, lay_out, with_text

ON = date(2024, 1, 1)
FIRST = with_text(about("甲法", "2000-03-15"), "一。", "二。")
SECOND = with_text(about("甲法", "2000-03-15", amended=["2015-03-15"]), "一。", "三。")


def agree(_: Plan) -> bool:
    return True


def actions(
    library: Path, *texts: Regulation, overwrite: bool = False, restore: bool = False
) -> list[str]:
    begin(library)
    candidates = [Candidate(text, "") for text in texts]
    plan = add(library, candidates, agree, on=ON, overwrite=overwrite, restore=restore)
    return [str(addition.action) for addition in plan.additions]


def test_new_then_a_version_then_nothing(tmp_path: Path) -> None:
    assert actions(tmp_path, FIRST) == ["new"]
    assert actions(tmp_path, SECOND) == ["version"]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert actions(tmp_path, FIRST, SECOND) == ["same", "same"]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert [str(v) for v in Shelf(tmp_path).versions] == ["甲法@v2000-03-15", "甲法@v2015-03-15"]


def test_two_of_one_run_know_of_each_other(tmp_path: Path) -> None:
    assert actions(tmp_path, FIRST, SECOND, SECOND) == ["new", "version", "same"]


def test_another_text_of_the_same_day_never_replaces_one_silently(tmp_path: Path) -> None:
    other = with_text(about("甲法", "2000-03-15"), "别的。")
    assert actions(tmp_path, FIRST, other) == ["new", "conflict"]
    assert Shelf(tmp_path).load(Shelf(tmp_path).versions[0]) == FIRST
    assert actions(tmp_path, other, overwrite=True) == ["replace"]
    assert Shelf(tmp_path).load(Shelf(tmp_path).versions[0]) == other


def test_what_was_removed_does_not_come_back_by_itself(tmp_path: Path) -> None:
    actions(tmp_path, FIRST)
    (version,) = Shelf(tmp_path).versions
    put(tmp_path, {version.path: tombstone(version, ON, "重复")}, on=ON)
    (removed,) = Shelf(tmp_path).versions
    assert removed.metadata.holding is Holding.REMOVED
    assert removed.metadata.remark == "2024-01-01 重复"
    assert Shelf(tmp_path).load(removed).body == ()
    assert actions(tmp_path, FIRST) == ["removed"]
    assert actions(tmp_path, FIRST, restore=True) == ["restore"]
    assert Shelf(tmp_path).load(Shelf(tmp_path).versions[0]) == FIRST


def test_a_version_known_of_gets_its_text(tmp_path: Path) -> None:
    known = Regulation(
        metadata=Metadata(title="甲法", signed=date(2000, 3, 15), holding=Holding.NOT_HELD)
    )
    assert actions(tmp_path, known) == ["new"]
    assert not Shelf(tmp_path).versions[0].is_held
    assert actions(tmp_path, known) == ["same"]
    assert actions(tmp_path, FIRST) == ["text"]
    assert actions(tmp_path, known) == ["same"]
    assert Shelf(tmp_path).versions[0].is_held


def test_a_text_without_any_day_is_told(tmp_path: Path) -> None:
    assert actions(tmp_path, with_text(about("甲法"))) == ["undated"]


@pytest.mark.parametrize(
    ("source", "told", "named"),
    [
        ("甲法/2020-11-29.md", about("甲法", published="2009-10-13"), "2020-11-29"),
        ("甲法(2020-11-29).md", about("甲法"), "2020-11-29"),
        ("2008-01-01.md", about("甲法", published="2009-10-13"), "2009-10-13"),
        ("2009-10-13.md", about("甲法", published="2009-10-13"), "2009-10-13"),
        ("甲法.md", about("甲法", published="2009-10-13"), "2009-10-13"),
        ("2020-13-41.md", about("甲法", published="2009-10-13"), "2009-10-13"),
    ],
)
def test_the_name_of_a_file_may_know_a_later_day(
    tmp_path: Path, source: str, told: Metadata, named: str
) -> None:
    plan = Plan(Shelf(tmp_path))
    version = plan.add(with_text(told), source).version
    assert version is not None
    assert str(version.day) == named


def test_what_it_amends_and_what_it_repeals_is_told(tmp_path: Path) -> None:
    plan = Plan(Shelf(lay_out(tmp_path, {"甲法/2000-03-15.xml": FIRST})))
    addition = plan.add(SECOND, "")
    assert (str(addition.amends), addition.repeals) == ("甲法@v2000-03-15", ())
    anew = plan.add(with_text(about("甲法", "2024-01-01")), "")
    assert (anew.amends, list(map(str, anew.repeals))) == (None, ["甲法@v2015-03-15"])
    other = plan.add(with_text(about("乙法", "2024-02-01", replaces=[("甲法", None)])), "")
    assert list(map(str, other.repeals)) == ["甲法@v2024-01-01"]


def test_the_folder_of_a_title_stays_what_it_is(tmp_path: Path) -> None:
    lay_out(tmp_path, {"老名字/2000-03-15.xml": FIRST})
    assert actions(tmp_path, SECOND) == ["version"]
    assert sorted(p.name for p in (tmp_path / "老名字").iterdir()) == [
        "2000-03-15.xml",
        "2015-03-15.xml",
    ]


def test_titles_that_differ_in_width_alone_share_a_folder(tmp_path: Path) -> None:
    half = with_text(about("甲法(试行)", "2000-01-01"))
    full = with_text(about("甲法（试行）", "2001-01-01"))
    assert actions(tmp_path, half, full) == ["new", "version"]
    assert [p.name for p in tmp_path.iterdir() if p.is_dir()] == ["甲法(试行)"]


def test_who_does_not_agree_changes_nothing(tmp_path: Path) -> None:
    begin(tmp_path)
    before = (tmp_path / "index.json").read_bytes()
    plan = add(tmp_path, [Candidate(FIRST, "")], lambda _: False, on=ON)
    assert (plan.additions[0].action, plan.written) == (Action.NEW, False)
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["index.json"]
    assert (tmp_path / "index.json").read_bytes() == before


def test_what_is_known_of_a_version_may_grow(tmp_path: Path) -> None:
    known = Metadata(title="甲法", signed=date(2000, 3, 15), holding=Holding.NOT_HELD)
    numbered = replace(known, document_number=DocumentNumber("甲政", 2000, 3))
    assert actions(tmp_path, Regulation(metadata=known)) == ["new"]
    assert actions(tmp_path, Regulation(metadata=numbered)) == ["replace"]
    assert Shelf(tmp_path).versions[0].metadata == numbered
