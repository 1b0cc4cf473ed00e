"""Citations are written as official documents write them, and provisions as printed."""

from __future__ import annotations

import dataclasses

import pytest

from gazette_diff.citation import CitationStyle, format_citation, parse_citation, resolve
from gazette_diff.core.tree import Metadata, Table
from tests.unit.citation.building import plan, rules


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle.FULL, "《青石镇集市管理规则》（青政〔2021〕8号）第四条第二款第（三）项"),
        (CitationStyle.SHORT, "《青石镇集市管理规则》第四条第二款第（三）项"),
        (CitationStyle.BARE, "第四条第二款第（三）项"),
        (CitationStyle.EID, "art_4__para_2__point_3"),
        (
            CitationStyle.MARKDOWN,
            "[《青石镇集市管理规则》（青政〔2021〕8号）第四条第二款第（三）项]"
            "(report.html#art_4__para_2__point_3)",
        ),
    ],
)
def test_styles(style: CitationStyle, expected: str) -> None:
    resolved = resolve(rules(), parse_citation("4.2.3"))
    assert format_citation(resolved, style, link="report.html") == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("第二章", "第二章"),
        ("3.1", ""),
        ("3.1.2", "第三条第（二）项"),
        ("3.1.2.1", "第三条第（二）项第1目"),
        ("3-1", "第三条之一"),
        ("2.2", "第二条第二款"),
    ],
)
def test_bare(typed: str, expected: str) -> None:
    resolved = resolve(rules(), parse_citation(typed))
    # A sole 款 is called by the name of its article.
    assert format_citation(resolved, CitationStyle.BARE) == (expected or "第三条")


def test_title_within_a_title_takes_the_other_brackets() -> None:
    metadata = Metadata(title="关于《集市规则》的解释")
    regulation = dataclasses.replace(rules(), metadata=metadata)
    resolved = resolve(regulation, parse_citation("1"))
    assert format_citation(resolved) == "《关于〈集市规则〉的解释》第一条"
    nameless = dataclasses.replace(regulation, metadata=Metadata())
    assert format_citation(resolve(nameless, parse_citation("1"))) == "第一条"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "3",
            "第三条\u3000摊主应当做到：\n（一）亮证经营；\n（二）标明：\n1.价格；\n2.产地；\n"
            "（三）保持清洁，\n并服从管理。",
        ),
        ("3.1.2", "（二）标明：\n1.价格；\n2.产地；"),
        ("3.1.1", "（一）亮证经营；"),
        ("2.2", "其他集市参照本规则执行。"),
        ("3-1", "第三条之一\u3000摊主可以委托他人。"),
    ],
)
def test_text(typed: str, expected: str) -> None:
    assert resolve(rules(), parse_citation(typed)).text == expected


def test_text_of_containers_and_outlines() -> None:
    chapter = resolve(rules(), parse_citation("第二章")).text
    assert chapter.startswith("第二章\u3000管理\n第四条\u3000下列人员可以进场：\n（一）摊主；")
    part = resolve(plan(), parse_citation("一")).text
    assert part == "一、修缮屋顶\n先易后难。\n分片推进。\n1.换瓦。"


def test_text_of_a_table() -> None:
    regulation = rules()
    chapter = regulation.body[1]
    five = chapter.children[1]
    table = dataclasses.replace(
        five.children[0], text="", table=Table(rows=(("甲", "乙"), ("一", "二")))
    )
    five = dataclasses.replace(five, children=(table,))
    chapter = dataclasses.replace(chapter, children=(five,))
    resolved = resolve(dataclasses.replace(regulation, body=(chapter,)), parse_citation("5"))
    assert resolved.text == "第五条\u3000甲\t乙\n一\t二"
