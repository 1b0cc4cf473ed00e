"""The numbers of ``<ol>``: what Chromium shows for the same lists."""

from __future__ import annotations

import pytest

from tests.support.pages import TEXT, page


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>甲<li value=7><p>乙<p>丁<li>丙</ol>", ["1. 甲", "7. 乙", "丁", "8. 丙"]),
        ("<ol start=3 reversed><li>甲<li>乙</ol>", ["3. 甲", "2. 乙"]),
        ("<ol reversed><li>甲<li>乙<li hidden>丙<li>丁</ol>", ["3. 甲", "2. 乙", "1. 丁"]),
        ("<ol type=a start=26><li>甲<li>乙</ol>", ["z. 甲", "aa. 乙"]),
        ("<ol type=I><li>甲<li type=i>乙<li>丙</ol>", ["I. 甲", "ii. 乙", "III. 丙"]),
        ("<ol type=A start=0><li>甲<li>乙</ol>", ["0. 甲", "A. 乙"]),
        ("<ol start=-1><li>甲<li>乙</ol>", ["-1. 甲", "0. 乙"]),
        ("<ol type=i start=3999><li>甲<li>乙</ol>", ["mmmcmxcix. 甲", "4000. 乙"]),
        (
            "<ol style='list-style-type: cjk-ideographic' start=9>"
            "<li>甲<li>乙<li>丙<li style='list-style:none'>丁<li>戊</ol>",
            ["九、甲", "十、乙", "十一、丙", "丁", "十三、戊"],
        ),
        (
            "<ol style='list-style: simp-chinese-informal inside' start=21>"
            "<li>甲<ol><li>乙<li>丙</ol><li>丁<ul><li>戊</ul></ol>",
            ["二十一、甲", "1. 乙", "2. 丙", "二十二、丁", "戊"],
        ),
        ("<ol style='list-style-type:decimal-leading-zero'><li>甲</ol>", ["01. 甲"]),
        ("<ol><li>甲<li><li>丙</ol>", ["1. 甲", "3. 丙"]),
        ("<ol style='list-style-type:cjk-decimal' start=10><li>甲<li>乙</ol>",
         ["一〇、甲", "一一、乙"]),
        ("<ol style='list-style-type:simp-chinese-formal' start=2><li>甲</ol>", ["贰、甲"]),
        ("<ol style='list-style-type:trad-chinese-formal' start=3><li>甲</ol>", ["參、甲"]),
        ("<ol style='list-style-type:trad-chinese-informal' start=-1><li>甲<li>乙</ol>",
         ["負一、甲", "零、乙"]),
        ("<ol style='list-style-type:cjk-heavenly-stem' start=10><li>甲<li>乙</ol>",
         ["癸、甲", "一一、乙"]),
        ("<ol style='list-style-type:cjk-earthly-branch'><li>甲</ol>", ["子、甲"]),
        ("<ol style='list-style-type:japanese-informal' start=101><li>甲</ol>", ["百一、甲"]),
        ("<ol style='list-style: &quot;（※）&quot; inside'><li>甲</ol>", ["（※）甲"]),
        ("<ul style='list-style-type:decimal'><li>甲<li>乙</ul>", ["1. 甲", "2. 乙"]),
        ("<ol style='list-style:none'><li>甲<li style='list-style:decimal'>乙</ol>",
         ["甲", "2. 乙"]),
        # The pictures of UEditor.
        ("<ol class='custom_cn2 list-paddingleft-1'><li class='list-cn-3-1 list-cn2-paddingleft-1'>"
         "<p>甲</p><li class='list-cn-3-2 list-cn2-paddingleft-1'><p>乙</p></ol>",
         ["（一）甲", "（二）乙"]),
        ("<ol><li class='list-cn-1-11'>甲<li class='list-num-2-3'>乙</ol>", ["十一、甲", "3）乙"]),
    ],
)  # fmt: skip
def test_numbers_are_those_of_a_browser(markup: str, lines: list[str]) -> None:
    result = page(f"<div>{TEXT}{markup}</div>")
    assert [line for line in result.source.lines if not line.startswith("<!--")][-len(lines) :] == (
        lines
    )
    assert "GD129" in [d.code.id for d in result.diagnostics]


@pytest.mark.parametrize(
    "markup",
    [
        "<ol><li>（一）甲；<li>（二）乙。</ol>",
        "<ol><li><b>1.</b>甲；<li><b>2.</b>乙。</ol>",
        "<ol style='list-style:none'><li>甲；<li>乙。</ol>",
        "<ul><li>甲；<li>乙。</ul>",
    ],
)
def test_items_with_numbers_of_their_own_get_no_second(markup: str) -> None:
    result = page(f"<div>{TEXT}{markup}</div>")
    assert result.source.lines[-1].startswith(("（二）", "2.", "乙"))
    assert "GD129" not in [d.code.id for d in result.diagnostics]


@pytest.mark.parametrize(
    ("sheet", "markup", "lines"),
    [
        ("ol, ul {margin:0; list-style: none}", "<ol><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("li{list-style-type:none}", "<ol><li>甲</ol>", ["甲"]),
        ("*{margin:0}/*ol{list-style:none}*/", "<ol><li>甲</ol>", ["1. 甲"]),
        (".nav li {list-style:none}", "<ol><li>甲</ol>", ["1. 甲"]),
        (".t > ol li {list-style:none}", "<div class='a t'><ol><li>甲</ol></div>", ["甲"]),
        ("ol{list-style:none} ol.n{list-style:cjk-ideographic}", "<ol class=n><li>甲</ol>",
         ["一、甲"]),
        ("ol{list-style:none} ol{list-style:lower-alpha}", "<ol><li>甲</ol>", ["a. 甲"]),
        ("ol#x{list-style:decimal} ol.n{list-style:none}", "<ol class=n id=x><li>甲</ol>",
         ["1. 甲"]),
        ("ol{list-style:none}", "<ol style='list-style:decimal'><li>甲</ol>", ["1. 甲"]),
        ("@media print{ol{list-style:none} li{list-style:none}}", "<ol><li>甲</ol>", ["1. 甲"]),
        ("ol:hover{list-style:none} ol[a]{list-style:none}", "<ol><li>甲</ol>", ["1. 甲"]),
        ("ol{list-style:none", "<ol><li>甲</ol>", ["1. 甲"]),
    ],
)  # fmt: skip
def test_the_style_that_stands_in_the_page(sheet: str, markup: str, lines: list[str]) -> None:
    result = page(f"<style>{sheet}</style><div>{TEXT}{markup}</div>")
    assert list(result.source.lines)[-len(lines) :] == lines


def test_a_script_that_is_not_written_is_told() -> None:
    result = page(f"<div>{TEXT}<ol style='list-style-type:hiragana'><li>甲<li>乙</ol></div>")
    assert result.source.lines[-2:] == ("1. 甲", "2. 乙")
    assert {"GD125", "GD129"} <= {d.code.id for d in result.diagnostics}


@pytest.mark.parametrize(
    "sheet",
    [
        "@counter-style article { system: extends cjk-ideographic } ol {list-style: article}",
        "p {counter-increment: a} p::before {content: '第' counter(a) '条'}",
    ],
)
def test_what_a_page_counts_in_its_own_way_is_told(sheet: str) -> None:
    result = page(f"<style>{sheet}</style><div>{TEXT}<ol><li>甲<li>乙</ol></div>")
    assert "GD125" in [d.code.id for d in result.diagnostics]


def test_a_text_whose_every_number_is_of_a_list() -> None:
    crumbs = "<ol class=breadcrumb><li>首页</li><li>政务公开</li><li>政策文件</li></ol>"
    measures = "<ol><li>定期修剪。</li><li>防治病虫害。</li></ol>"
    text = (
        "<ol style='list-style-type:simp-chinese-informal'><li><p>总体要求</p><p>坚持生态优先，推进"
        f"绿地建设，改善城市环境。</p><li>主要任务{measures}<li>保障措施</ol>"
    )
    result = page(f"{crumbs}<h1>绿地管理意见</h1>{text}")
    assert [line for line in result.source.lines if not line.startswith("<!--")] == [
        *("绿地管理意见", "一、总体要求", "坚持生态优先，推进绿地建设，改善城市环境。"),
        *("二、主要任务", "1. 定期修剪。", "2. 防治病虫害。", "三、保障措施"),
    ]
