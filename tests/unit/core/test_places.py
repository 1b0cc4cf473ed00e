"""eIds: where each provision stands."""

from __future__ import annotations

import pytest

from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import number_and_words, place, place_regulation, walk_places
from gazette_diff.core.tree import Attachment, Level, Provision, Regulation


def article(base: int, branch: int = 0, *children: Provision) -> Provision:
    return Provision(level=Level.ARTICLE, ordinal=Ordinal(base, branch), children=children)


def paragraph(*items: Provision) -> Provision:
    return Provision(level=Level.PARAGRAPH, children=items)


def container(level: Level, base: int, heading: str, *children: Provision) -> Provision:
    label = f"第{base}{level.unit}"
    return Provision(
        level=level, ordinal=Ordinal(base), label=label, heading=heading, children=children
    )


def eids(*body: Provision) -> list[str]:
    return [placed.eid for placed in walk_places(place(body))]


def test_articles_carry_no_chapter() -> None:
    chapters = (
        container(Level.CHAPTER, 1, "总则", article(1), article(1, 1)),
        container(Level.CHAPTER, 2, "附则", article(2, 0, paragraph(), paragraph())),
    )
    assert eids(*chapters) == [
        "chp_1",
        "art_1",
        "art_1-1",
        "chp_2",
        "art_2",
        "art_2__para_1",
        "art_2__para_2",
    ]


def test_articles_that_restart_carry_their_chapter() -> None:
    chapters = (
        container(Level.CHAPTER, 1, "甲", article(1), article(2)),
        container(Level.CHAPTER, 2, "乙", article(1)),
    )
    assert eids(*chapters) == ["chp_1", "chp_1__art_1", "chp_1__art_2", "chp_2", "chp_2__art_1"]


def test_containers_carry_their_path() -> None:
    section = container(Level.SECTION, 1, "登记", article(17))
    part = container(Level.PART, 1, "物权", container(Level.CHAPTER, 2, "通则", section))
    placed = list(walk_places(place((part,))))
    assert [p.eid for p in placed] == [
        "book_1",
        "book_1__chp_2",
        "book_1__chp_2__sec_1",
        "art_17",
    ]
    assert placed[-1].path == ("第1编 物权", "第2章 通则", "第1节 登记")


@pytest.mark.parametrize(
    ("label", "heading", "printed"),
    [
        ("第二章", "法律", "第二章 法律"),
        ("三、", "诉讼参加人", "三、诉讼参加人"),
        ("（二）", "规划先行", "（二）规划先行"),
        ("(2)", "规划先行", "(2)规划先行"),
        ("１．", "规划先行", "１．规划先行"),
        ("三、", "", "三、"),
        ("附则", "", "附则"),
    ],
)
def test_a_path_is_printed_as_the_text_is_and_cut_again(
    label: str, heading: str, printed: str
) -> None:
    level = Provision(level=Level.OUTLINE, label=label, heading=heading, children=(article(1),))
    *_, placed = walk_places(place((level,)))
    assert placed.path == (printed,)
    assert number_and_words(printed) == (label, heading)


def test_a_number_used_twice() -> None:
    item = Provision(level=Level.ITEM, ordinal=Ordinal(1))
    subitem = Provision(level=Level.SUBITEM, ordinal=Ordinal(1))
    twice = article(4, 0, paragraph(item, item, subitem))
    assert eids(twice, article(4)) == [
        "art_4",
        "art_4__para_1",
        "art_4__para_1__point_1",
        "art_4__para_1__point_1_inst2",
        "art_4__para_1__indent_1",
        "art_4_inst2",
    ]


def test_outlines_and_attachments() -> None:
    inner = Provision(level=Level.OUTLINE, ordinal=Ordinal(2))
    outer = Provision(level=Level.OUTLINE, ordinal=Ordinal(3), children=(inner,))
    attachment = Attachment(label="附件1", body=(article(1), paragraph()))
    regulation = Regulation(body=(outer,), attachments=(attachment,))
    assert [p.eid for p in walk_places(place_regulation(regulation))] == [
        "level_3",
        "level_3__level_2",
        "att_1__art_1",
        "att_1__para_1",
    ]
