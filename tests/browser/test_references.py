"""The page of references in a browser: its links lead somewhere, and everybody can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from gazette_diff import api
from gazette_diff.report.html.references import judged_page, references_page
from tests.browser.test_accessibility import _DARK, _NARROW, _RULES

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

OLD = """\
青石镇夜市管理办法

第一章 总则

第一条 夜市由镇人民政府设立，夜市的位置由村民会议商定并且公布。

第二条 摊主应当在前一日向管理员申请摊位，写明出售的物品和所需的面积：
（一）固定摊位，每月申请一次；
（二）流动摊位，每日申请一次。

第二章 罚则

第三条 违反本办法第二条第（二）项规定的，处五十元罚款；违反第九条规定的，依《集市规则》第二条处理。
"""
NEW = OLD.replace("第三条 违反", "第四条 违反").replace(
    "第二条 摊主", "第二条 夜市内禁止使用高音喇叭，音量不得超过六十分贝。\n\n第三条 摊主"
)


def pages() -> dict[str, str]:
    old, new = (api.parse(text.encode()).documents[0].regulation for text in (OLD, NEW))
    return {
        "listed": references_page(old, api.references(old)),
        "judged": judged_page(new, api.compare(old, new).references, language="en"),
    }


@pytest.mark.parametrize("name", ["listed", "judged"])
@pytest.mark.parametrize("look", [{}, _DARK, _NARROW])
def test_no_violation(opened: Opener, name: str, look: dict[str, object]) -> None:
    watched = opened(pages()[name], **look)
    found = Axe().run(watched.page, options=_RULES)
    assert found.violations_count == 0, str(found.generate_report())
    assert watched.complaints == []


def test_a_reference_leads_to_its_target_and_back(opened: Opener) -> None:
    page = opened(pages()["listed"]).page
    page.get_by_role("link", name="本办法第二条第（二）项").click()
    target = page.locator(":target")
    assert "流动摊位" in target.inner_text()
    target.get_by_role("link", name="第三条").click()
    assert page.locator(":target").inner_text() == "本办法第二条第（二）项"


def test_what_points_to_nothing_is_listed_with_a_link(opened: Opener) -> None:
    page = opened(pages()["listed"]).page
    row = page.locator("#page-findings tbody tr")
    assert "没有第九条" in row.inner_text()
    row.get_by_role("link").click()
    assert page.locator(":target").inner_text() == "第九条"
