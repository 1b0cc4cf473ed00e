"""The findings on references stand in every report of a comparison."""

from __future__ import annotations

import pytest

from gazette_diff import api
from gazette_diff.core.changes import ChangeSet
from gazette_diff.report.html import to_html
from gazette_diff.report.json import changes_as_json
from gazette_diff.report.markdown import to_markdown
from gazette_diff.report.summary import summary_sentence
from gazette_diff.report.terminal import TerminalOptions, plain_text

OLD = """\
青石镇夜市管理办法

第一条 夜市由镇人民政府设立，夜市的位置由村民会议商定并且公布。

第二条 摊主应当在前一日向管理员申请摊位，写明出售的物品和所需的面积。

第三条 违反本办法第二条规定的，处五十元罚款，并且在一个月内不得申请。
"""
# The second article became the third; the reference to it was left as it was.
NEW = OLD.replace("第三条 违反", "第四条 违反").replace(
    "第二条 摊主", "第二条 夜市内禁止使用高音喇叭，音量不得超过六十分贝。\n\n第三条 摊主"
)
FINDING = "未随改：序号未变，但现在指的是别的内容；原来所指的内容现为第三条"


@pytest.fixture(scope="module")
def changes() -> ChangeSet:
    old, new = (api.parse(text.encode()).documents[0].regulation for text in (OLD, NEW))
    return api.compare(old, new)


def test_the_summary_counts_them(changes: ChangeSet) -> None:
    sentence = summary_sentence(changes)
    assert "引用需要核对1处" in sentence.zh
    assert "1 references to look at" in sentence.en


def test_the_terminal_tells_them(changes: ChangeSet) -> None:
    text = "".join(plain_text(changes, TerminalOptions(width=0, wrap=False)))
    assert "需要核对的引用\n" in text
    assert f"  ! 第四条“本办法第二条”  {FINDING}\n" in text


def test_the_page_links_them_to_their_place(changes: ChangeSet) -> None:
    page = to_html(changes)
    assert '<a href="#page-references">需要核对的引用</a>' in page
    link = '<a href="#art_4__para_1" lang="zh-CN">第四条</a>'
    assert f'{link} <b lang="zh-CN">“本办法第二条”</b> {FINDING}' in page


def test_markdown_lists_them(changes: ChangeSet) -> None:
    text = to_markdown(changes)
    assert "## 需要核对的引用" in text
    assert f"- **第四条“本办法第二条”** {FINDING}" in text


def test_json_carries_them_with_the_counts(changes: ChangeSet) -> None:
    data = changes_as_json(changes, "zh")["references"]
    assert data["summary"]["stale"] == 1
    (finding,) = data["findings"]
    assert finding["judgement"] == "stale"
    assert [one["eid"] for one in finding["expected"]] == ["art_3"]


def test_nothing_is_said_where_nothing_is_found(changes: ChangeSet) -> None:
    old = api.parse(OLD.encode()).documents[0].regulation
    same = api.compare(old, old)
    assert "page-references" not in to_html(same)
    assert "需要核对" not in summary_sentence(same).zh
    assert "需要核对" not in to_markdown(same)
