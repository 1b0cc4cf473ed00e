"""The life of articles and who wrote what, on three versions whose truth is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff import api
from gazette_diff.core.history import History
from gazette_diff.core.tree import Regulation
from gazette_diff.library.history import blame, life_of
from gazette_diff.library.lineage import line_of
from gazette_diff.library.shelf import Shelf
from gazette_diff.report.matrix import threads
from tests.support.libraries import about, lay_out, with_text

BIKES = "居民凭身份证租用公共自行车，每次不超过{hours}小时。"
RETURN = "租用人可以在任何站点还车，站点由镇工程队设置并公布。"
ROOF = "站点的雨棚由镇工程队每年检修一次，费用由镇财政负担。"
PHONE = "镇综合办公室负责日常管理，应当公开服务电话和投诉信箱。"

FIRST = with_text(about("自行车办法", "2010-01-01"), BIKES.format(hours="二"), RETURN, ROOF)
SECOND = with_text(
    about("自行车办法", "2010-01-01", amended=["2015-01-01"]),
    PHONE,
    BIKES.format(hours="二"),
    RETURN,
    ROOF,
)
THIRD = with_text(
    about("自行车办法", "2010-01-01", amended=["2015-01-01", "2018-01-01", "2020-01-01"]),
    PHONE,
    BIKES.format(hours="三"),
    RETURN,
)


def history(folder: Path, *texts: Regulation) -> tuple[History, Shelf]:
    files = {f"自行车办法/{text.metadata.version}.xml": text for text in texts}
    shelf = Shelf(lay_out(folder, files))
    return api.history(shelf, line_of("自行车办法", shelf.versions)), shelf


@pytest.fixture
def whole(tmp_path: Path) -> History:
    return history(tmp_path, FIRST, SECOND, THIRD)[0]


def test_each_text_is_compared_with_the_one_at_hand_before(whole: History) -> None:
    told = [
        (
            str(revision.stage.version.day),
            revision.previous and str(revision.previous.version.day),
            [str(stage.version.day) for stage in revision.missing],
        )
        for revision in whole.revisions
    ]
    assert told == [
        ("2010-01-01", None, []),
        ("2015-01-01", "2010-01-01", []),
        ("2018-01-01", None, []),
        ("2020-01-01", "2015-01-01", ["2018-01-01"]),
    ]


@pytest.mark.parametrize(
    ("version", "eid", "labels", "relations"),
    [
        (3, "art_2__para_1", ["第一条", "第二条", "第二条"], [None, "unchanged", "amended"]),
        (0, "art_1", ["第一条", "第二条", "第二条"], [None, "unchanged", "amended"]),
        (3, "art_1", ["", "第一条", "第一条"], [None, "added", "unchanged"]),
        (0, "art_3", ["第三条", "第四条", ""], [None, "unchanged", "deleted"]),
    ],
)
def test_an_article_is_followed_through_renumbering(
    whole: History, version: int, eid: str, labels: list[str], relations: list[str | None]
) -> None:
    moments = life_of(whole, whole.line.stages[version], eid)
    assert ["、".join(ref.label for ref in m.articles) for m in moments] == labels
    assert [
        None if m.changes is None else "、".join(str(c.relation) for c in m.changes) or None
        for m in moments
    ] == relations


def test_a_chapter_has_no_life(whole: History) -> None:
    with pytest.raises(LookupError):
        life_of(whole, whole.line.stages[-1], "chp_1")


def test_words_belong_to_the_version_that_wrote_them(whole: History) -> None:
    told = [(b.article.label, str(b.since.version.day), b.doubtful) for b in blame(whole, THIRD)]
    assert told == [
        ("第一条", "2015-01-01", False),
        # The text of 2018 is not held: it may have written 三小时.
        ("第二条", "2020-01-01", True),
        ("第三条", "2010-01-01", False),
    ]


def test_of_a_sole_text_everything_is_its_own_or_older(tmp_path: Path) -> None:
    alone, _ = history(tmp_path, THIRD)
    blamed = blame(alone, THIRD)
    assert {(str(b.since.version.day), b.doubtful) for b in blamed} == {("2020-01-01", True)}
    assert [words.text for b in blamed for words in b.words] == [
        PHONE,
        BIKES.format(hours="三"),
        RETURN,
    ]


def test_a_correction_kept_beside_the_versions_is_respected(tmp_path: Path) -> None:
    files = {f"自行车办法/{text.metadata.version}.xml": text for text in (FIRST, SECOND)}
    shelf = Shelf(lay_out(tmp_path, files))
    line = line_of("自行车办法", shelf.versions)
    file = tmp_path / "自行车办法" / api.PINS_FILE
    api.keep_pins(file, FIRST, SECOND, api.settle_pins(FIRST, SECOND, ["3=", "=4"], file=file))
    moments = life_of(api.history(shelf, line), line.stages[0], "art_3")
    assert [str(c.relation) for c in moments[1].changes or ()] == ["deleted"]


def test_which_version_changed_which_article(whole: History) -> None:
    told = [
        (
            [" ".join(ref.label for ref in refs) for refs in thread.articles],
            [str(kind or "") for kind in thread.kinds],
        )
        for thread in threads(whole)
    ]
    assert told == [
        (["", "第一条", "第一条"], ["", "added", "unchanged"]),
        (["第一条", "第二条", "第二条"], ["", "unchanged", "amended"]),
        (["第二条", "第三条", "第三条"], ["", "unchanged", "unchanged"]),
        (["第三条", "第四条", ""], ["", "unchanged", "deleted"]),
    ]
