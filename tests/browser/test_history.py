"""The page of a history: accessible, complete without its pictures and without a script."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from gazette_diff import api
from gazette_diff.core.tree import Regulation
from gazette_diff.library.lineage import line_of
from gazette_diff.library.shelf import Shelf
from gazette_diff.report.html.history import history_page
from tests.support.libraries import about, lay_out, with_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Opener

TITLE = '自行车<script>alert("1")</script>办法'
RETURN = "租用人可以在任何站点还车，站点由镇工程队设置并公布。"
ROOF = "站点的雨棚由镇工程队每年检修一次，费用由镇财政负担。"
PHONE = "镇综合办公室负责日常管理，应当公开服务电话和投诉信箱。"


def page_of(folder: Path) -> str:
    texts: dict[str, Regulation] = {
        "自行车/2015-01-01.xml": with_text(
            about(TITLE, "2010-01-01", amended=["2015-01-01"]), RETURN, ROOF
        ),
        "自行车/2020-01-01.xml": with_text(
            about(TITLE, "2010-01-01", amended=["2015-01-01", "2020-01-01"]), PHONE, RETURN
        ),
    }
    shelf = Shelf(lay_out(folder, texts))
    history = api.history(shelf, line_of(TITLE, shelf.versions))
    return history_page(history, date(2024, 1, 1))


@pytest.mark.parametrize(
    "look", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 800}}]
)
def test_no_violation(tmp_path: Path, opened: Opener, look: dict[str, object]) -> None:
    watched = opened(page_of(tmp_path), "", **look)
    found = Axe().run(
        watched.page,
        options={"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag22aa"]}},
    )
    assert found.violations_count == 0, found.generate_report()
    assert watched.complaints == []


def test_what_the_pictures_show_stands_in_the_tables(tmp_path: Path, opened: Opener) -> None:
    page = opened(page_of(tmp_path), "").page
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.locator("h1").inner_text() == TITLE
    versions = page.locator("#page-versions tbody tr")
    assert [row.locator("th").inner_text() for row in versions.all()] == [
        "2020-01-01",
        "2015-01-01",
        "2010-01-01",
    ]
    assert "新增 1" in versions.first.inner_text()
    assert "未收正文" in versions.last.inner_text()
    cells = [
        [cell.inner_text().split() for cell in row.locator("td").all()]
        for row in page.locator(".matrix tbody tr").all()
    ]
    assert cells == [
        [[], ["第一条", "新增"]],
        [["第一条"], ["第二条", "未修改"]],
        [["第二条"], ["删除"]],
    ]
    assert page.locator(".bar.not-held").count() == 1
    bands = [band.get_attribute("aria-label") for band in page.locator(".band").all()]
    assert sorted(filter(None, bands)) == [
        "第一条  新增",
        "第一条 → 第二条  未修改；由第一条改为第二条",
        "第二条  删除",
    ]
