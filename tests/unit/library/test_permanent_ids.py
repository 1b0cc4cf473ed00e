"""An article keeps its permanent id through renumbering, and only within one Work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gazette_diff.akn.validation import schema_errors
from gazette_diff.core.tree import PermanentIds, Regulation
from gazette_diff.library.changing import Candidate, add, put, tombstone
from gazette_diff.library.shelf import Shelf
from tests.support.libraries import about, with_text

ON = date(2024, 1, 1)
RETURN = "租用人可以在任何站点还车，站点由镇工程队设置并公布。"
ROOF = "站点的雨棚由镇工程队每年检修一次，费用由镇财政负担。"
PHONE = "镇综合办公室负责日常管理，应当公开服务电话和投诉信箱。"
LATE = "逾期还车的，应当按照每小时二元补缴租金，并记入信用档案。"

FIRST = with_text(about("自行车办法", "2010-01-01"), RETURN, ROOF)
SECOND = with_text(about("自行车办法", "2010-01-01", amended=["2015-01-01"]), PHONE, RETURN, ROOF)
THIRD = with_text(
    about("自行车办法", "2010-01-01", amended=["2015-01-01", "2020-01-01"]), LATE, PHONE, RETURN
)
ANEW = with_text(about("自行车办法", "2023-01-01"), PHONE, RETURN)


def added(library: Path, *texts: Regulation) -> dict[str, PermanentIds | None]:
    add(library, [Candidate(text, "") for text in texts], lambda _: True, on=ON)
    return held(library)


def held(library: Path) -> dict[str, PermanentIds | None]:
    shelf = Shelf(library)
    for version in shelf.versions:
        assert schema_errors(shelf.read(version.path), version.path) == ()
    return {str(v.day): shelf.load(v).permanent for v in shelf.versions if v.is_held}


def articles(permanent: PermanentIds | None) -> dict[str, str]:
    assert permanent is not None
    return {eid: wid for eid, wid in permanent.ids if "__" not in eid}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_they_do_not_depend_on_the_order_in_which_texts_come(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    texts = (FIRST, SECOND, THIRD)
    for number in order:
        found = added(tmp_path, texts[number])
    assert found["2010-01-01"] is None
    assert articles(found["2015-01-01"]) == {
        "art_1": "v2015-01-01__art_1",
        "art_2": "art_1",
        "art_3": "art_2",
    }
    assert articles(found["2020-01-01"]) == {
        "art_1": "v2020-01-01__art_1",
        "art_2": "v2015-01-01__art_1",
        "art_3": "art_1",
    }
    third = found["2020-01-01"]
    assert third is not None
    assert third.master.endswith("/zho@2010-01-01")
    assert dict(third.ids)["art_3__para_1"] == "art_1__para_1"


def test_another_work_names_its_predecessors(tmp_path: Path) -> None:
    found = added(tmp_path, FIRST, ANEW)["2023-01-01"]
    assert found is not None
    assert (found.master, found.ids) == ("", ())
    assert [(eid, href.rpartition("/!main~")[2]) for eid, href in found.predecessors] == [
        ("art_2", "art_1")
    ]


def test_without_its_master_the_next_text_is_the_master(tmp_path: Path) -> None:
    added(tmp_path, FIRST, SECOND, THIRD)
    first = Shelf(tmp_path).versions[0]
    put(tmp_path, {first.path: tombstone(first, ON, "")}, on=ON)
    found = held(tmp_path)
    assert found["2015-01-01"] is None
    assert articles(found["2020-01-01"])["art_2"] == "art_1"


def test_what_they_add_to_a_file_is_no_part_of_the_text(tmp_path: Path) -> None:
    added(tmp_path, FIRST, SECOND)
    shelf = Shelf(tmp_path)
    assert [shelf.load(version) for version in shelf.versions] == [FIRST, SECOND]
    before = [shelf.read(version.path) for version in shelf.versions]
    added(tmp_path, FIRST, SECOND)
    assert [shelf.read(version.path) for version in shelf.versions] == before


def test_what_somebody_wrote_into_a_file_is_never_written_over(tmp_path: Path) -> None:
    added(tmp_path, SECOND)
    at = tmp_path / "自行车办法" / "2015-01-01.xml"
    remarked = at.read_bytes().replace(b"<body>", "<body><!-- 已与原件核对 -->".encode())
    at.write_bytes(remarked)
    found = added(tmp_path, FIRST)
    assert at.read_bytes() == remarked
    assert found["2015-01-01"] is None
