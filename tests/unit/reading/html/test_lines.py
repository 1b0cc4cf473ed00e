"""How a page becomes lines: blocks, breaks, spaces, tables, encodings, hostile markup."""

from __future__ import annotations

import pytest

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import html as reading_html
from gazette_diff.reading import read_bytes
from gazette_diff.reading.html import read_page
from tests.support.pages import ARTICLES, TEXT, kept, page


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>甲<br>乙</p>丙<div>丁</div>戊", ["甲", "乙", "丙", "丁", "戊"]),
        ("<p>甲<b>乙</b> <i>丙</i></p>", ["甲乙 丙"]),
        ("<p>第一行\n   第二行 word\n word</p>", ["第一行第二行 word word"]),
        (
            "<p>&nbsp;&nbsp;甲</p><p>\u3000\u3000乙&emsp;</p>",
            ["\xa0\xa0甲", "\u3000\u3000乙\u2003"],
        ),
        ("<pre>甲\n  乙\n</pre>", ["甲", "乙"]),
        ("<div style='white-space:pre-wrap'>甲\n乙</div>", ["甲", "乙"]),
        ("<p>甲<script>x</script>乙<!-- c -->丙<style>y</style></p>丁", ["甲乙丙", "丁"]),
        ("<p>1 < 2 &amp; 3 &lt; 4</p>", ["1 < 2 & 3 < 4"]),
        ("<p>甲<p>乙<li>丙", ["甲", "乙", "丙"]),
        ("<p>甲<br><a>乙</a><hr>丙</p><td>丁</td>", ["甲", "乙", "丙", "丁"]),
        ("<p>甲<?php x ?>乙</p>", ["甲乙"]),
        ("<p>甲\u00a0<span hidden>暗</span>乙</p>", ["甲\u00a0乙"]),
        ("<ruby>禾<rp>(</rp><rt>he</rt></ruby>木", ["禾木"]),
    ],
)
def test_lines(body: str, lines: list[str]) -> None:
    assert kept(body) == lines


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        ("<tr><th>甲<th>乙<tr><td>丙<td>丁", ["| 甲 | 乙 |", "| --- | --- |", "| 丙 | 丁 |"]),
        (
            "<thead><tr><td>甲<td>乙</thead><tr><td>丙<td>丁",
            ["| 甲 | 乙 |", "| --- | --- |", "| 丙 | 丁 |"],
        ),
        ("<caption>表</caption><tr><td>甲<td>乙", ["表", "| 甲 | 乙 |"]),
        ("<tr><td colspan=2>甲<td>乙<tr><td>丙<td>丁<td>戊", ["| 甲 | | 乙 |", "| 丙 | 丁 | 戊 |"]),
        (
            "<tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊",
            ["| 甲 | 乙 |", "| | 丙 |", "| 丁 | 戊 |"],
        ),
        ("<tr><td>甲<td rowspan=3>乙<tr><td>丙<tr><td>丁", ["| 甲 | 乙 |", "| 丙 | |", "| 丁 | |"]),
        ("<tr><td>甲<p>乙<br>丙<td>丁|戊<tr><td><td>", [r"| 甲 乙 丙 | 丁\|戊 |"]),
        ("<tr><td colspan=x>甲<td>乙", ["| 甲 | 乙 |"]),
        ("<td>甲<td>乙", ["| 甲 | 乙 |"]),
    ],
)
def test_tables(table: str, lines: list[str]) -> None:
    assert kept(f"<table>{table}</table>") == lines


def test_a_cell_that_spans_the_world() -> None:
    assert kept("<table><tr><td colspan=999999 rowspan=999999>甲<td>乙</table>")[0].count("|") < 70


def test_spans_that_would_fill_the_memory() -> None:
    rows = "<tr>" + "<td rowspan=900 colspan=60>甲<td rowspan=900>乙</tr>"
    lines = kept(f"<table>{rows * 2000}</table>")
    assert sum(map(len, lines)) < 5_000_000


def test_tables_for_layout_are_taken_away() -> None:
    inner = f"<table><tr><td>{TEXT}</td></tr></table>"
    menu = "<table><tr><td><a href=a>首页</a></td></tr></table>"
    assert kept(f"<table><tr><td>{menu}</td><td>{inner}</td></tr></table>") == list(ARTICLES)


ENCODED = "<html><head><meta charset={}></head><body><p>第一條　為了規範管理，制定本辦法。</p>"


@pytest.mark.parametrize(
    ("declared", "real", "told"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("gb2312", "gb18030", "gb18030"),
        ("gb2312", "utf-8", "utf-8"),
        ("big5", "big5", "big5"),
        ("x-unknown", "gb18030", "gb18030"),
        ("utf-16", "utf-16", "utf-16"),
    ],
)
def test_encodings(declared: str, real: str, told: str) -> None:
    text = ENCODED.format(declared)
    result = read_page(text.encode(real), "x")
    assert result.source.lines == ("第一條　為了規範管理，制定本辦法。",)
    assert result.source.encoding == told


def test_broken_bytes_are_told() -> None:
    data = ENCODED.format("utf-8").encode() * 9 + "第二条".encode()[:-1]
    assert [d.code.id for d in read_page(data, "x").diagnostics] == ["GD101"]


@pytest.mark.parametrize(
    "body",
    ["", "<div id=app></div><script>load()</script>", "<img src=a.jpg>", "<p>&nbsp;</p>"],
)
def test_a_page_without_words(body: str) -> None:
    with pytest.raises(UnreadableError, match="no words") as caught:
        read_bytes(f"<!DOCTYPE html><html><body>{body}".encode(), "x.html")
    assert "浏览器" in caught.value.in_("zh")


def test_markup_that_never_closes_is_read_to_its_end() -> None:
    assert kept("<font><div>" * 300 + TEXT)[-6:] == list(ARTICLES)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + TEXT,
        f"<p {'a=1 ' * 9000}>{TEXT}",
        "<table><tr><td>" * 100 + TEXT,
        "<b>" * 500_000,
    ],
    ids=["deep", "attributes", "tables", "tags"],
)
def test_hostile_markup(body: str) -> None:
    with pytest.raises(UnreadableError, match="too deep"):
        page(body)


def test_a_span_beyond_all_numbers() -> None:
    span = "9" * 6000
    lines = kept(f"<table><tr><td rowspan={span}>甲<td>乙<td colspan={span}>丙<tr><td>丁</table>")
    assert [line.replace("| ", "")[:3] for line in lines] == ["甲 乙", "丁 |"]


def test_entities_and_references_to_files_do_nothing() -> None:
    data = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>第一条&x;某事'
    assert "root:" not in "".join(read_page(data.encode(), "x").source.lines)


def test_pictures_inside_a_page_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_html, "MAXIMUM_PAGE", 2000)
    picture = f"<img src='data:image/png;base64,{'QUJD' * 1000}'>"
    assert kept(picture + TEXT) == list(ARTICLES)
    with pytest.raises(UnreadableError, match="too large"):
        page(TEXT * 20)
