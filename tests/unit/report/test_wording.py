"""The words in which changes are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazette_diff.core.changes import Change, ProvisionRef, Relation
from gazette_diff.report.chapters import Chapter
from gazette_diff.report.kinds import Kind
from gazette_diff.report.wording import (
    KINDS,
    chapter_name,
    class_word,
    happened,
    kind_word,
    label,
)
from tests.support.changes import article, link, sample_changes, unchanged


@pytest.mark.parametrize(
    ("eid", "printed", "said"),
    [
        ("art_44", "第四十四条", "第四十四条"),
        ("art_44", "四十四、", "第四十四条"),  # cited so, though it is printed otherwise
        ("art_20-1", "第二十条之一", "第二十条之一"),
        ("art_12", "第12条", "第12条"),
        ("chp_2__art_3", "三、", "第三条"),
        ("level_3", "三、", "三"),
        ("art_7", "", "art_7"),
    ],
)
def test_the_name_of_an_article(eid: str, printed: str, said: str) -> None:
    assert label(ProvisionRef(eid, printed)) == said


def told(anchor: str) -> list[str]:
    for change in sample_changes().changes:
        if anchor in [ref.eid for ref in change.new]:
            return [phrase.zh for phrase in happened(change)]
    raise AssertionError(anchor)


@pytest.mark.parametrize(
    ("anchor", "phrases"),
    [
        ("art_1", ["未修改"]),
        ("art_7", ["修改", "由第六条改为第七条"]),
        ("art_8", ["拆分为第八条、第九条"]),
        ("art_10", ["由第八条、第九条合并"]),
        (
            "art_11",
            [
                "未修改",
                "由第十四条改为第十一条",
                "由“第三章 公文处理”移至“第二章 会议制度”",
            ],
        ),
        ("art_12", ["修改", "由第十一条改为第十二条", "对应存疑"]),
    ],
)
def test_what_happened(anchor: str, phrases: list[str]) -> None:
    assert told(anchor) == phrases


def test_articles_that_are_both_split_and_merged_are_regrouped() -> None:
    change = Change(
        relation=Relation.SPLIT,
        old=(article(3, ()), article(4, ())),
        new=(article(5, ()), article(6, ())),
        renumbered=True,
    )
    assert [phrase.zh for phrase in happened(change)] == ["由第三条、第四条重组为第五条、第六条"]
    assert kind_word(change).zh == "重组"
    assert happened(change)[0].en == "regrouped from 第三条, 第四条 into 第五条, 第六条"


def test_an_article_outside_all_chapters_moves_from_the_body() -> None:
    change = unchanged(1, 1, ("第一章 总则",), "甲。", old_path=())
    assert [phrase.zh for phrase in happened(change)][1:] == ["由“正文”移至“第一章 总则”"]


def test_of_a_split_the_part_that_moved_is_named() -> None:
    change = Change(
        relation=Relation.SPLIT,
        old=(article(3, ("第一章 总则",)),),
        new=(article(4, ("第一章 总则",)), article(45, ("第四章 审理",))),
        relocated=True,
        links=(link(3, 4), link(3, 45)),
    )
    assert [phrase.zh for phrase in happened(change)] == [
        "拆分为第四条、第四十五条",
        "第四十五条移至“第四章 审理”",
    ]
    renumbered = replace(change, new=(change.new[0], article(45, ("第四章 总则",))))
    assert happened(renumbered)[1].zh == "移至他章"


def test_every_relation_has_words_in_both_languages() -> None:
    assert set(KINDS) == set(Kind)
    assert all(word.zh and word.en for word in KINDS.values())


def test_an_unknown_class_stands_for_itself() -> None:
    assert class_word("deadline").zh == "期限"
    assert class_word("colour").zh == "colour"


@pytest.mark.parametrize(
    ("chapter", "name"),
    [
        (Chapter(()), "正文"),
        (Chapter(("第一编 总则", "第二章 罚则")), "第一编 总则 第二章 罚则"),
        (Chapter(("第四章 监督",), deleted=True), "第四章 监督（已删除）"),
        (Chapter((), attachment="att_2"), "附件2"),
        (Chapter(("第一章 总则",), attachment="att_2"), "附件2 第一章 总则"),
    ],
)
def test_the_name_of_a_chapter(chapter: Chapter, name: str) -> None:
    assert chapter_name(chapter).zh == name
