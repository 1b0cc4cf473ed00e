"""What corrections mean for two texts: which articles they name, and whether they agree."""

from __future__ import annotations

import pytest

from gazette_diff.core.diagnostics import Code
from gazette_diff.core.errors import InvalidPinError
from gazette_diff.core.pins import Pins
from gazette_diff.core.tree import Regulation
from gazette_diff.pinning import Home, Kept, Pin, Settled, settle
from tests.unit.comparing.building import articles, item, level, paragraph, regulation

OLD = articles(*(f"旧文之{n}，{n}号仓库应当上锁。" for n in "一二三四五六七八"))
NEW = articles(*(f"新文之{n}，{n}号仓库应当上锁。" for n in "一二三四五六七八九"))


def settled(*pins: str, unpins: tuple[str, ...] = ()) -> Settled:
    typed = [*map(Pin.parse, pins), *(Pin.parse(text, linked=False) for text in unpins)]
    return settle(OLD, NEW, typed)


def kept(*pins: str) -> list[Kept]:
    return [Kept(Pin.parse(text), Home(0, "pins", n)) for n, text in enumerate(pins)]


def links(*pairs: tuple[int, int]) -> frozenset[tuple[str, str]]:
    return frozenset((f"art_{i}", f"art_{j}") for i, j in pairs)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3=4", links((3, 4))),
        ("第三条=第四条", links((3, 4))),
        ("三＝四", links((3, 4))),
        ("art_3 = art_4", links((3, 4))),
        ("3=4,6", links((3, 4), (3, 6))),
        ("3=第四条、第六条", links((3, 4), (3, 6))),
        ("3=4-6", links((3, 4), (3, 5), (3, 6))),
        ("5,6=7", links((5, 7), (6, 7))),
        ("5和6=7", links((5, 7), (6, 7))),
        ("3.1=4", links((3, 4))),  # the sole 款 of an article is the article
    ],
)
def test_articles_are_named_as_in_citations(
    typed: str, expected: frozenset[tuple[str, str]]
) -> None:
    assert settled(typed).pins == Pins(expected)


def test_deleted_added_and_apart() -> None:
    found = settled("2=", "=9", "=7,8", unpins=("1=1,2",))
    assert found.pins == Pins(
        deleted=frozenset({"art_2"}),
        added=frozenset({"art_7", "art_8", "art_9"}),
        apart=links((1, 1), (1, 2)),
    )


def test_branches_outlines_and_repeated_numbers_have_names() -> None:
    branched = regulation(
        "第十条 仓库应当上锁。\n第十条之一 码头应当点灯。\n第十一条 船工应当持证。"
    )
    found = settle(branched, branched, [Pin.parse("10-1=第十条之一")])
    assert found.pins.links == {("art_10-1", "art_10-1")}
    assert str(found.typed[0].kept) == "第十条之一=第十条之一"
    part = level(1, "一、", "总体要求", level(1, "（一）", "", paragraph("仓库上锁。")))
    body = (part, level(2, "二、", "重点任务", paragraph("码头点灯。", item(1, "船工持证。"))))
    outline = Regulation(body=body)
    found = settle(outline, outline, [Pin.parse("一、（一）=二、")])
    (pair,) = found.pins.links
    again = settle(outline, outline, [found.typed[0].kept])
    assert again.pins.links == {pair}


@pytest.mark.parametrize(
    ("pins", "unpins", "mend"),
    [
        (("3=4", "3=5"), (), "--pin 第三条=第四条、第五条"),
        (("5=7", "4=7"), (), "--pin 第四条、第五条=第七条"),
        (("3=4,5", "4=5"), (), "--pin 第三条、第四条=第五条"),
        (("3=", "3=4"), (), "leave out one"),
        (("=4", "3=4"), (), "leave out one"),
        (("3=4",), ("3=4",), "leave out one"),
        (("3=4,5",), ("3=5",), "leave out one"),
    ],
)
def test_pins_that_contradict_are_refused(
    pins: tuple[str, ...], unpins: tuple[str, ...], mend: str
) -> None:
    with pytest.raises(InvalidPinError) as caught:
        settled(*pins, unpins=unpins)
    assert "contradicts" in caught.value.in_("en")
    assert mend in caught.value.in_("en")


@pytest.mark.parametrize(
    ("pins", "unpins", "expected"),
    [
        (("3=4,5", "3,4=5"), (), links((3, 4), (3, 5), (4, 5))),  # a split with a merger in it
        (("3=4", "第三条=第四条"), (), links((3, 4))),
        (("3=4",), ("3=5", "4=4"), links((3, 4))),
        (("3=5", "4=4"), (), links((3, 5), (4, 4))),
    ],
)
def test_pins_that_agree_hold_together(
    pins: tuple[str, ...], unpins: tuple[str, ...], expected: frozenset[tuple[str, str]]
) -> None:
    assert settled(*pins, unpins=unpins).pins.links == expected


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31=4", "before: there is no 第三十一条"),
        ("4=31", "after: there is no 第三十一条"),
        ("3=", ""),
        ("仓库=3", "before: «仓库» cannot be read"),
        ("3,4=5,6", "several on both sides"),
    ],
)
def test_what_cannot_be_pinned_is_told(typed: str, told: str) -> None:
    if not told:
        assert settled(typed).pins.deleted == {"art_3"}
        return
    with pytest.raises(InvalidPinError, match=told):
        settled(typed)


def test_a_chapter_or_an_item_is_no_article() -> None:
    list_ = "第一条 下列仓库应当上锁：\n（一）粮仓；\n（二）盐仓。\n码头应当点灯。"
    old = regulation(f"## 总则\n{list_}\n第二条 船工应当持证。")
    for name in ("第一章", "1.1", "1(2)", "第一条第二款"):
        with pytest.raises(InvalidPinError, match="is no article"):
            settle(old, old, [Pin.parse(f"{name}=2")])


@pytest.mark.parametrize("text", ["", "3", "=", "3=4=5", "3>4"])
def test_what_is_no_pin_is_told(text: str) -> None:
    with pytest.raises(InvalidPinError, match="OLD=NEW"):
        Pin.parse(text)


def test_an_unpin_names_both_sides() -> None:
    with pytest.raises(InvalidPinError, match="OLD=NEW: 12=15"):
        Pin.parse("3=", linked=False)


def test_what_is_typed_takes_the_place_of_what_was_kept() -> None:
    found = settle(OLD, NEW, [Pin.parse("3=5")], kept("3=4", "6=6", "7=5", "3=5"))
    assert found.pins.links == links((3, 5), (6, 6))
    assert [str(one.pin) for one in found.used] == ["6=6"]
    assert [(str(one.kept.pin), one.again) for one in found.overruled] == [
        ("3=4", False),
        ("7=5", False),
        ("3=5", True),
    ]


def test_an_unpin_takes_the_place_of_a_kept_pin() -> None:
    found = settle(OLD, NEW, [Pin.parse("3=4", linked=False)], kept("3=4", "3=5"))
    assert found.pins == Pins(links((3, 5)), links((3, 4)))


def test_a_kept_pin_is_for_the_words_it_was_made_for() -> None:
    (fitted,) = settled("3=4").typed
    changed = articles(*(f"新文之{n}，{n}号仓库应当点灯。" for n in "一二三四五"))
    home = Home(0, "pins", 0)
    assert settle(OLD, NEW, [], [Kept(fitted.kept, home)]).pins.links == links((3, 4))
    found = settle(OLD, changed, [], [Kept(fitted.kept, home)])
    assert not found.pins
    (told,) = found.diagnostics
    assert told.code is Code.PIN_WORDS_CHANGED
    assert told.place == "art_4"
    assert "第四条 after have changed" in told.message("en")
    assert "修订后第四条" in told.message("zh")


def test_layout_changes_no_words() -> None:
    (fitted,) = settled("3=4").typed
    spaced = articles(*(f"新文之{n}, {n}号仓库\u3000应当上锁。" for n in "一二三四五"))
    assert settle(OLD, spaced, [], [Kept(fitted.kept, Home(0, "pins", 0))]).pins


def test_a_kept_pin_without_its_article_is_told() -> None:
    found = settle(OLD, NEW, [], kept("31=4", "3=4", "5,6=7,8"))
    assert found.pins.links == links((3, 4))
    assert [told.code for told in found.diagnostics] == [Code.PIN_WITHOUT_ARTICLE] * 2
    assert "--pin 31=4" in found.diagnostics[0].message("zh")
    assert "没有第三十一条" in found.diagnostics[0].message("zh")


def test_kept_pins_that_contradict_are_refused_with_their_file() -> None:
    with pytest.raises(InvalidPinError, match=r"^pins\.toml: --pin 3=5: contradicts --pin 3=4"):
        settle(OLD, NEW, [], kept("3=4", "3=5"), file="pins.toml")
