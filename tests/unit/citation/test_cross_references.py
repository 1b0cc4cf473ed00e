"""References in a regulation are resolved by where they stand."""

from __future__ import annotations

import dataclasses

import pytest

from gazette_diff.citation import references
from gazette_diff.citation.cross_references import TextReference
from gazette_diff.core.references import Scope
from gazette_diff.core.tree import Level, Metadata, Provision, Regulation
from tests.unit.citation.building import article, container, item, outline, paragraph


def regulation(*articles: Provision, title: str = "青石镇集市管理规则") -> Regulation:
    """Return a regulation of two chapters: five plain articles, then *articles* from 6 on."""
    plain = (
        article(1, "甲。", "乙。"),
        article(2, paragraph(1, "下列：", item(1, "一；"), item(2, "二；"), item(3, "三。"))),
        article(3, "丙。"),
        article(4, "丁。", branch=1),
        article(5, "戊。", "己。", "庚。"),
    )
    first = container(Level.CHAPTER, 1, "总则", *plain)
    second = container(Level.CHAPTER, 2, "管理", *articles)
    return Regulation(metadata=Metadata(title=title), body=(first, second))


def pointed(one: TextReference) -> list[str]:
    """Return the eIds that *one* points to."""
    return [target.eid for target in one.targets]


@pytest.mark.parametrize(
    ("paragraphs", "targets"),
    [
        (["依照本规则第二条处理。"], [["art_2"]]),
        (["依照《青石镇集市管理规则》第二条处理。"], [["art_2"]]),
        (["依照第二条第（二）项处理。"], [["art_2__para_1__point_2"]]),
        (["适用第二条、第三条和第四条之一。"], [["art_2"], ["art_3"], ["art_4-1"]]),
        (["适用第一条至第三条。"], [["art_1", "art_3"]]),
        (["依照前条处理。"], [["art_5"]]),
        (["依照前条第三款处理。"], [["art_5__para_3"]]),
        (["依照前两条处理。"], [["art_4-1", "art_5"]]),
        (["子。", "依照前款处理。"], [["art_6__para_1"]]),
        (["子。", "丑。", "依照前两款处理。"], [["art_6__para_1", "art_6__para_2"]]),
        (["子。", "丑。", "依照本条第一款处理。"], [["art_6__para_1"]]),
        (["子。", "丑。", "依照第二款处理。"], [["art_6__para_2"]]),
        (["子。", "本款所称摊位包括车位。"], [["art_6__para_2"]]),
        (["本条所称摊位包括车位。"], [["art_6"]]),
        (["本章所称摊位包括车位。"], [["chp_2"]]),
        (["适用本规则第一章。"], [["chp_1"]]),
        (["依照第二条处理，该条第（三）项除外。"], [["art_2"], ["art_2__para_1__point_3"]]),
        (["依照第二条第一款处理，适用第一章，该条第（三）项、该款第（二）项除外。"],
         [["art_2__para_1"], ["chp_1"], ["art_2__para_1__point_3"], ["art_2__para_1__point_2"]]),
        (["违反第二条第（一）项的，警告；违反第（三）项的，罚款。"],
         [["art_2__para_1__point_1"], ["art_2__para_1__point_3"]]),
        (["适用第五条前两款。"], [["art_5__para_1", "art_5__para_2"]]),
    ],
)  # fmt: skip
def test_paragraphs(paragraphs: list[str], targets: list[list[str]]) -> None:
    found = references(regulation(article(6, *paragraphs)))
    assert [pointed(one) for one in found] == targets
    assert all(one.scope is Scope.INTERNAL and one.problem is None for one in found)


def test_items() -> None:
    six = article(
        6,
        paragraph(
            1,
            "下列：",
            item(1, "一；"),
            item(2, "除前项以外的；"),
            item(3, "第（一）项的延伸；"),
            closing="前款所列由镇政府公布。",
        ),
        "有前款第（二）项情形的，登记。",
    )
    found = references(regulation(six))
    assert [pointed(one) for one in found] == [
        ["art_6__para_1__point_1"],
        ["art_6__para_1__point_1"],
        ["art_6__para_1"],
        ["art_6__para_1__point_2"],
    ]


def test_numbers_in_a_list_belong_to_what_its_lead_in_cites() -> None:
    six = article(
        6,
        paragraph(
            1,
            "违反本规则第二条规定的，按下列规定处罚：",
            item(1, "违反第（三）项的，警告；"),
            item(2, "违反第（一）项、第（二）项的，罚款。"),
        ),
    )
    found = references(regulation(six))[1:]
    assert [pointed(one) for one in found] == [
        ["art_2__para_1__point_3"],
        ["art_2__para_1__point_1"],
        ["art_2__para_1__point_2"],
    ]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("依照前款处理。", "“前款”在此处没有所指"),
        ("依照前六条处理。", "“前六条”在此处没有所指"),
        ("依照本节处理。", "“本节”在此处没有所指"),
        ("依照第三款处理。", "没有第六条第三款；第六条只有1款"),
        ("依照本规则第九条处理。", "没有第九条；本规则共6条，最后一条为第六条"),
        ("依照第二条第（四）项处理。", "最后一项为第二条第（三）项"),
        ("依照该条处理。", "“该条”之前没有引注"),
    ],
)
def test_dangling(words: str, reason: str) -> None:
    (one,) = references(regulation(article(6, words)))
    assert one.targets == ()
    assert one.problem is not None
    assert reason in one.problem.in_("zh")


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("青石镇集市管理规则", "依照刑法第三条处理。"),
        ("青石镇集市管理规则", "依照《夜市办法》第三条处理。"),
        ("关于修改集市规则的决定", "第三条修改为：“集市每日开市。”"),
        ("集市规则修正案（二）", "作为第三款：“有前款行为的，警告。”"),
        ("关于适用集市规则的解释", "适用第九十条。"),
    ],
)
def test_external(title: str, words: str) -> None:
    found = references(regulation(article(6, words), title=title))
    assert found
    assert {one.scope for one in found} == {Scope.EXTERNAL}


def test_pointing_words_follow_the_work_of_the_citation_before() -> None:
    words = "依照刑法第三条处理，该条第二款除外。"
    scopes = [one.scope for one in references(regulation(article(6, words)))]
    assert scopes == [Scope.EXTERNAL, Scope.EXTERNAL]


def test_pointing_words_look_back_in_their_own_article_only() -> None:
    articles = article(6, "依照第二条处理。"), article(7, "该条第（三）项除外。")
    first, second = references(regulation(*articles))
    assert (pointed(first), pointed(second)) == (["art_2"], [])
    assert second.problem is not None


def test_offsets_count_in_the_words_of_the_provision() -> None:
    (one,) = references(regulation(article(6, "　违反第三条的，警告。")))
    assert one.source.provision.text[one.found.start : one.found.end] == "第三条"
    assert (one.source.eid, one.part) == ("art_6__para_1", "text")


def test_outlines_and_attachments() -> None:
    parts = (
        outline("一、", 1, "屋顶", "换瓦。"),
        outline("二、", 2, "沟渠", "依照第一条处理。"),
    )
    plan = Regulation(metadata=Metadata(title="改造方案"), body=parts)
    assert [pointed(one) for one in references(plan)] == [["level_1"]]
    about = dataclasses.replace(plan, metadata=Metadata(title="关于适用集市规则的意见"))
    assert [one.scope for one in references(about)] == [Scope.EXTERNAL]


def test_a_subpart_is_counted_within_its_part() -> None:
    def subpart(number: int, *words: str) -> Provision:
        chapters = (
            container(Level.CHAPTER, n, "章", article(number * 2 + n - 2, text))
            for n, text in enumerate(words, 1)
        )
        return container(Level.SUBPART, number, "分编", *chapters)

    own = "依照本分编第二章办理，不适用前分编第一章和本编第一分编第二章。"
    part = container(Level.PART, 1, "编", subpart(1, "甲。", "乙。"), subpart(2, own, "丙。"))
    whole = Regulation(metadata=Metadata(title="青石镇集市管理规则"), body=(part,))
    assert [pointed(one) for one in references(whole)] == [
        ["book_1__part_2__chp_2"],
        ["book_1__part_1__chp_1"],
        ["book_1__part_1__chp_2"],
    ]
