"""Lists and ranges name every provision, and are written as drafters write them."""

from __future__ import annotations

import dataclasses

import pytest

from gazette_diff.citation import (
    CitationStyle,
    format_gathered,
    parse_citation,
    resolve,
    resolve_each,
)
from gazette_diff.core.errors import GazetteDiffError, InvalidCitationError
from gazette_diff.core.tree import Metadata, Regulation
from tests.unit.citation.building import article, plan, rules


@pytest.mark.parametrize(
    ("typed", "words", "eids"),
    [
        ("1、2、5", "第一条、第二条和第五条", "art_1 art_2 art_5"),
        ("第一条和第二条", "第一条和第二条", "art_1 art_2"),
        # What stands between the ends belongs to the range, 第三条之一 too.
        ("3至5", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("3-5", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("第3-5条", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("第3条-5条", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("三-五", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("articles 3-5", "第三条至第五条", "art_3 art_3-1 art_4 art_5"),
        ("1、3-4和7", "第一条、第三条至第四条和第七条", "art_1 art_3 art_3-1 art_4 art_7"),
        # A later member repeats only what differs.
        ("2.1、2.2", "第二条第一款和第二款", "art_2__para_1 art_2__para_2"),
        ("2.1-2.2", "第二条第一款至第二款", "art_2__para_1 art_2__para_2"),
        ("3-1.1", "第三条之一", "art_3-1__para_1"),
        ("第二条第1-2款", "第二条第一款至第二款", "art_2__para_1 art_2__para_2"),
        (
            "4.2(1)、(3)、第五条",
            "第四条第二款第（一）项、第（三）项和第五条",
            "art_4__para_2__point_1 art_4__para_2__point_3 art_5",
        ),
        ("4、第二款", "第四条和第四条第二款", "art_4 art_4__para_2"),
        ("第一章至第二章", "第一章至第二章", "chp_1 chp_2"),
        ("5、5、7", "第五条和第七条", "art_5 art_7"),
    ],
)
def test_lists_and_ranges(typed: str, words: str, eids: str) -> None:
    gathered = resolve_each(rules(), parse_citation(typed))
    assert gathered.words == words
    assert [one.eid for one in gathered.provisions] == eids.split()
    again = resolve_each(rules(), parse_citation(gathered.words))
    assert again.provisions == gathered.provisions or again.words == words


@pytest.mark.parametrize("typed", ["第1项至第3项", "第1-3项", "1.至3.", "1.-3."])
def test_measures_are_ranged_through_the_parts(typed: str) -> None:
    gathered = resolve_each(plan(), parse_citation(typed))
    assert gathered.words == "第一部分第1项至第二部分第3项"
    assert [one.placed.provision.label for one in gathered.provisions] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("一、至二、", "第一部分至第二部分"),
        ("一、二、", "第一部分和第二部分"),
        ("2.、3.", "第二部分第2项和第3项"),
        ("2.和3.", "第二部分第2项和第3项"),
    ],
)
def test_labels_in_lists_and_ranges(typed: str, words: str) -> None:
    assert resolve_each(plan(), parse_citation(typed)).words == words


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("4-6", "没有第六条；最接近的是第五条、第七条"),
        ("1、9", "没有第九条"),
        ("5至4", "第五条至第四条：起止次序颠倒"),
        ("第二条第一款至第四条", "起止两端不在同一层级"),
        ("第二条第一款至第四条第二款", "起止两端不在同一层级"),
        ("3-2", "没有第三条之二"),
        ("第三条第3-1项", "没有第三条第（三）项之一"),
    ],
)
def test_what_makes_no_list_or_range(typed: str, reason: str) -> None:
    with pytest.raises(GazetteDiffError) as caught:
        resolve_each(rules(), parse_citation(typed))
    assert reason in caught.value.in_("zh")


def test_a_dash_is_a_branch_where_that_article_exists() -> None:
    single = resolve_each(rules(), parse_citation("3-1")).single
    assert single is not None
    assert single.words == "第三条之一"
    body = (article(1, "甲。"), article(1, "乙。", branch=2), article(3, "丙。"))
    branching = Regulation(metadata=Metadata(title="集市办法"), body=body)
    assert resolve(branching, parse_citation("1-2")).words == "第一条之二"
    # With a second article, 1-2 may be both, and is neither guessed.
    both = dataclasses.replace(branching, body=(*body[:2], article(2, "丁。"), body[2]))
    with pytest.raises(InvalidCitationError) as caught:
        resolve_each(both, parse_citation("1-2"))
    assert "请写第一条之二或者1至2" in caught.value.in_("zh")
    for clear in ("第一条之二", "1至2", "art_1-2"):
        resolve_each(both, parse_citation(clear))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (CitationStyle.FULL, "《青石镇集市管理规则》（青政〔2021〕8号）第四条至第五条"),
        (CitationStyle.SHORT, "《青石镇集市管理规则》第四条至第五条"),
        (CitationStyle.BARE, "第四条至第五条"),
        (CitationStyle.EID, "art_4 art_5"),
        (
            CitationStyle.MARKDOWN,
            "[《青石镇集市管理规则》（青政〔2021〕8号）第四条至第五条](#art_4)",
        ),
    ],
)
def test_styles(style: CitationStyle, expected: str) -> None:
    assert format_gathered(resolve_each(rules(), parse_citation("4至5")), style) == expected
