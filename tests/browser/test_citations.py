"""The citations that the page offers are those of ``gazette-diff cite``, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette_diff import api
from gazette_diff.citation import bare_citation
from gazette_diff.core.places import place_regulation, walk_places
from gazette_diff.report.html import to_html
from tests.browser.conftest import until

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

RULES = """临江市公共自行车管理办法

第一章 总则

第一条 为了方便市民出行，制定本办法。

第二条 本办法适用于本市市区。

市区的范围由市人民政府公布。

第二条之一 镇可以参照本办法执行。

第二章 租用

第三条 租用人应当遵守下列规定：

（一）年满十四周岁；

（二）提供下列材料之一：

1.居民身份证；

2.市民卡。

前款规定的材料不得转借。

第四条 有下列情形之一的，停止租用：

1.损坏车辆的；

2.逾期不还的。

第一百二十条 本办法自公布之日起施行。
"""
OUTLINE = """临江市促进骑行的若干意见

为了促进骑行，提出以下意见。

一、总体要求

坚持安全第一。

坚持方便群众。

二、主要任务

（一）修建道路。新建道路应当设置自行车道。

（二）增设站点。

1.商业区；

2.居住区。

三、保障措施

各部门应当加强配合。
"""


@pytest.mark.parametrize("text", [RULES, OUTLINE])
def test_every_provision_is_cited_as_the_command_cites_it(opened: Opener, text: str) -> None:
    regulation = api.pick(api.parse(text.encode())).regulation
    page = opened(to_html(api.compare(regulation, regulation))).page
    ids = set(page.locator("article, article [id]").evaluate_all("all => all.map(e => e.id)"))
    cited = {p.eid: bare_citation(p) for p in walk_places(place_regulation(regulation))}
    assert len(cited.keys() & ids) > 10
    for eid in (eid for eid in cited if eid in ids):
        page.evaluate("hash => { location.hash = hash; }", f"#{eid}")
        until(page, f"document.querySelector(':target')?.id === '{eid}'")
        before = page.evaluate("copied.length")
        page.keyboard.press("c")
        until(page, f"copied.length > {before}")
        words = page.evaluate("copied.at(-1)")
        assert words.rpartition("》")[2] == cited[eid], eid
