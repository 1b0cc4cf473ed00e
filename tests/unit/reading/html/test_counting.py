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
