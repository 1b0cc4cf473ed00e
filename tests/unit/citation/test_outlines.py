"""The levels of an outline are told apart by how their numbers are printed."""

from __future__ import annotations

import pytest

from gazette_diff.citation import bare_citation, parse_citation, resolve
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.places import place, walk_places
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import Level, Regulation
from gazette_diff.parsing import parse_source
from tests.unit.citation.building import opinions, plan, restarting


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        # In brackets: levels printed in brackets only.
        ("（三）", "第二部分第（三）项"),
        ("(三)", "第二部分第（三）项"),
        ("三）", "第二部分第（三）项"),
        ("(3)", "第二部分第（三）项"),
        ("（四）", "第二部分第（四）项"),
        ("（三）1.", "第二部分第（三）项第1目"),
        ("（三）1.①", "第二部分第（三）项第1目①"),
        ("①", "第二部分第（三）项第1目①"),
        ("第（四）项", "第二部分第（四）项"),
        # A printed label: levels printed so.
        ("三、", "第三部分"),
        ("三", "第三部分"),
        ("3.", "第二部分第（三）项第3目"),
        ("二、3.", "第二部分第（三）项第3目"),
        ("二、（三）", "第二部分第（三）项"),
        # By the names that drafters give: 部分, 项, 目.
        ("第三部分", "第三部分"),
        ("第三条", "第三部分"),
        ("第二部分第三项", "第二部分第（三）项"),
        ("第二部分第（三）项第3目", "第二部分第（三）项第3目"),
        # A bare number that only one level bears; below a named level it is the next one.
        ("5", "第三部分第（五）项"),
        ("2.3", "第二部分第（三）项"),
    ],
)
def test_the_level_that_is_printed_so(typed: str, words: str) -> None:
    assert resolve(opinions(), parse_citation(typed)).words == words


@pytest.mark.parametrize(
    ("regulation", "typed", "candidates"),
    [
        (opinions(), "3", ["第三部分", "第二部分第（三）项", "第二部分第（三）项第3目"]),
        (opinions(), "第3项", ["第二部分第（三）项", "第二部分第（三）项第3目"]),
        (opinions(), "1.", ["第一部分第（二）项第1目", "第二部分第（三）项第1目"]),
        (plan(), "2", ["第二部分", "第二部分第2项"]),
        (restarting(), "（三）", ["第一部分第（三）项", "第二部分第（三）项"]),
        (restarting(), "第（三）项", ["第一部分第（三）项", "第二部分第（三）项"]),
    ],
)
def test_several_are_named_never_chosen_from(
    regulation: Regulation, typed: str, candidates: list[str]
) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(regulation, parse_citation(typed))
    told = caught.value.in_("zh")
    assert f"有{len(candidates)}处与之相符" in told
    for words in candidates:
        assert f"{words}［" in told
        resolve(regulation, parse_citation(words))


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("（九）", "没有“（九）”；这样编号的最后一个为第三部分第（五）项"),
        ("四", "没有第四部分；本意见共3部分，最后一部分为第三部分；同一序号有第二部分第（四）项"),
        ("四、", "没有“四、”；这样编号的最后一个为第三部分；同一序号有第二部分第（四）项"),
        (
            "5.",
            "没有“5.”；这样编号的最后一个为第二部分第（三）项第3目；同一序号有第三部分第（五）项",
        ),
        ("⑨", "没有“⑨”"),
        ("第一部分（三）", "没有第一部分第（三）项"),
    ],
)
def test_a_number_never_slips_to_another_level(typed: str, reason: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(opinions(), parse_citation(typed))
    assert reason in caught.value.in_("zh")


@pytest.mark.parametrize("regulation", [opinions(), plan(), restarting()])
def test_every_level_is_found_by_its_citation(regulation: Regulation) -> None:
    levels = [p for p in walk_places(place(regulation.body)) if p.provision.level is Level.OUTLINE]
    assert len(levels) > 4
    for placed in levels:
        assert resolve(regulation, parse_citation(bare_citation(placed))).eid == placed.eid


def test_messages_in_english_have_no_chinese_words_of_their_own() -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve(plan(), parse_citation("第九部分"))
    assert "the regulation has 2 numbered levels" in caught.value.in_("en")
    assert "本方案" not in caught.value.in_("en")


DECIMALS = """河湾县防汛应急预案
1 总则
1.1 编制目的
减少损失。
2 组织体系
2.1 指挥部
2.1.1 指挥部负责下列工作：
（一）统一指挥；
（二）发布命令。
2.1.2 指挥部下设工作组。
"""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2", "第二部分"),
        ("2.1", "2.1"),
        ("2.1.1", "2.1.1"),
        ("2.1.1（二）", "2.1.1第（二）项"),
        ("2.1.1第（二）项", "2.1.1第（二）项"),
        ("level_2__level_1__level_2", "2.1.2"),
    ],
)
def test_a_level_printed_in_decimals_is_cited_so(typed: str, words: str) -> None:
    (document,) = parse_source(SourceText.from_text(DECIMALS)).documents
    assert resolve(document.regulation, parse_citation(typed)).words == words


@pytest.mark.parametrize(
    ("typed", "words"), [("2.5", "没有2.5"), ("2.1.7", "没有2.1.7"), ("1.3", "没有1.3")]
)
def test_a_level_in_decimals_that_is_missing_is_called_so(typed: str, words: str) -> None:
    (document,) = parse_source(SourceText.from_text(DECIMALS)).documents
    with pytest.raises(NotFoundError) as caught:
        resolve(document.regulation, parse_citation(typed))
    assert words in caught.value.in_("zh")
