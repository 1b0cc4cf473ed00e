from __future__ import annotations

import pytest
from lxml import etree

from gazette_diff.akn.faults import Fault
from gazette_diff.akn.markup import render
from gazette_diff.akn.tables import read_table, table_element
from gazette_diff.akn.vocabulary import OWN_NAMESPACE
from gazette_diff.core.tree import Table


def written(table: Table) -> bytes:
    data = render(table_element(table, "t"))
    return data.replace(b"<table ", f'<table xmlns:lx="{OWN_NAMESPACE}" '.encode(), 1)


@pytest.mark.parametrize(
    "table",
    [
        Table((("项目", "金额"), ("甲", "1")), 1, "标准"),
        Table((("甲", ""), ("两\n行", " 空 "))),
        Table(()),
        Table((), 2, "空表"),
        Table(((), ("甲",)), 1),
        Table((("甲",),), 5),
        Table((("甲",),), -1),
    ],
)
def test_tables_come_back(table: Table) -> None:
    assert read_table(etree.fromstring(written(table))) == table


def test_headings_are_th_and_each_row_is_a_line() -> None:
    lines = render(table_element(Table((("项目",), ("甲",)), 1, "标准"), "t")).decode().split("\n")
    assert lines[1:-1] == [
        '<table eId="t">',
        "  <caption>标准</caption>",
        "  <tr><th><p>项目</p></th></tr>",
        "  <tr><td><p>甲</p></td></tr>",
        "</table>",
    ]


def test_heading_cells_inside_the_table_head_no_table() -> None:
    rows = "<tr><th><p>甲</p></th></tr><tr><td><p>乙</p></td></tr><tr><th><p>丙</p></th></tr>"
    assert read_table(etree.fromstring(f"<table>{rows}</table>")).header_rows == 1


def test_what_is_no_row_is_named() -> None:
    with pytest.raises(Fault, match="tbody inside table"):
        read_table(etree.fromstring("<table><tbody/></table>"))


def test_words_outside_the_cells_are_not_lost_silently() -> None:
    with pytest.raises(Fault, match="«裸露» in td"):
        read_table(etree.fromstring("<table><tr><td>裸露</td></tr></table>"))
