"""The file that keeps corrections: read, written, and for which texts it speaks."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazette_diff.core.errors import InvalidPinError
from gazette_diff.core.tree import Metadata
from gazette_diff.pinning import Home, Pin, TextIdentity, decoded, read_kept, with_pins
from gazette_diff.pinning.kept import kept_for
from tests.unit.comparing.building import articles

OLD = TextIdentity("仓库管理办法", "2019-03-01", "", "旧.txt", "aaaa")
NEW = TextIdentity("仓库管理办法", "2023-09-10", "镇政〔2023〕8号", "新.txt", "bbbb")
BY_HAND = """\
# 仓库管理办法：对照表的更正
[[comparison]]
old = { title = "仓库管理办法", version = "2019-03-01" }  # 旧版
new = { title = "仓库管理办法", version = "2023-09-10", number = "镇政〔2023〕8号" }
pins = [
    # 张三核对
    "31=38",
    { pin = "第二十八条=第三十五条、第三十八条", words = "a b c", note = "拆分" },  # 李四
]
unpins = ["12=15"]
"""


def pins_in(text: str, old: TextIdentity = OLD, new: TextIdentity = NEW) -> list[tuple[str, bool]]:
    fitting, _ = kept_for(read_kept(text, "pins.toml"), old, new)
    return [(str(one.pin), one.pin.linked) for each in fitting for one in each.kept]


def test_a_file_written_by_hand() -> None:
    assert pins_in(BY_HAND) == [
        ("31=38", True),
        ("第二十八条=第三十五条、第三十八条", True),
        ("12=15", False),
    ]
    (comparison,) = read_kept(BY_HAND, "pins.toml")
    assert comparison.kept[1].pin.words == ("a", "b", "c")
    assert comparison.kept[2].home == Home(0, "unpins", 0)


def test_a_date_may_stand_without_quotes() -> None:
    assert pins_in(BY_HAND.replace('"2019-03-01"', "2019-03-01")) == pins_in(BY_HAND)


def test_pins_are_turned_for_the_versions_exchanged() -> None:
    assert pins_in(BY_HAND, NEW, OLD)[:2] == [
        ("38=31", True),
        ("第三十五条、第三十八条=第二十八条", True),
    ]


def test_comments_and_order_are_kept() -> None:
    text = with_pins(BY_HAND, OLD, NEW, [Pin("第五条", "第六条", words=("d", "e"))])
    assert text == BY_HAND.replace(
        "# 李四\n", '# 李四\n    {pin = "第五条=第六条", words = "d e"},\n'
    )
    assert pins_in(text)[2] == ("第五条=第六条", True)


def test_what_gives_way_goes() -> None:
    text = with_pins(
        BY_HAND,
        OLD,
        NEW,
        [Pin("第十二条", "第十五条", words=("d", "e"))],
        instead_of=[Home(0, "unpins", 0), Home(0, "pins", 0)],
    )
    assert pins_in(text) == [
        ("第二十八条=第三十五条、第三十八条", True),
        ("第十二条=第十五条", True),
    ]
    assert "# 张三核对" in text
    assert "# 李四" in text


def test_pins_join_the_comparison_in_its_order() -> None:
    text = with_pins(BY_HAND, NEW, OLD, [Pin("第六条", "第五条", words=("d", "e"))])
    assert ("第五条=第六条", True) in pins_in(text)
    assert ("第六条=第五条", True) in pins_in(text, NEW, OLD)


def test_other_texts_get_a_comparison_of_their_own() -> None:
    third = replace(NEW, version="2025-01-01", words="cccc")
    text = with_pins(BY_HAND, NEW, third, [Pin("1", "2", words=("d", "e"))])
    assert text.startswith(BY_HAND.rstrip())
    assert pins_in(text) == pins_in(BY_HAND)
    assert pins_in(text, NEW, third) == [("1=2", True)]
    assert pins_in(text, OLD, third) == []


def test_a_new_file_says_what_it_is() -> None:
    text = with_pins("", OLD, NEW, [Pin("1", "2", words=("d", "e")), Pin("3", "4", linked=False)])
    assert text.startswith("# gazette-diff")
    assert pins_in(text) == [("1=2", True), ("3=4", False)]
    (comparison,) = tomllib.loads(text)["comparison"]
    assert comparison["old"]["version"] == "2019-03-01"
    assert comparison["new"]["number"] == "镇政〔2023〕8号"


NAMES = st.sampled_from(["第一条", "第二条、第三条", "1", "第十条之一", "第二部分第（三）项"])
PINS = st.builds(Pin, NAMES, NAMES, st.booleans(), st.just(("1a", "2b")))


@given(st.lists(PINS, max_size=5), st.lists(PINS, max_size=5), st.data())
def test_what_is_written_is_read_again(
    first: list[Pin], second: list[Pin], data: st.DataObject
) -> None:
    text = with_pins(BY_HAND, NEW, OLD, [one.turned() for one in first])
    (comparison,), _ = kept_for(read_kept(text, ""), OLD, NEW)
    gone = {one for one in comparison.kept if data.draw(st.booleans())}
    text = with_pins(text, OLD, NEW, second, instead_of=[one.home for one in gone])
    (after,), _ = kept_for(read_kept(text, ""), OLD, NEW)
    assert sorted(str(one.pin.typed) for one in after.kept) == sorted(
        [one.pin.typed for one in comparison.kept if one not in gone]
        + [one.typed for one in second]
    )


@pytest.mark.parametrize(
    ("here", "same"),
    [
        (OLD, True),
        (replace(OLD, words="cccc"), True),  # a slip was mended: each pin has its fingerprint
        (replace(OLD, words="cccc", file="other.txt"), True),
        (replace(OLD, title="仓库 管理办法", words="cccc"), True),
        (replace(OLD, version="2020-03-01", words="cccc"), False),
        (replace(OLD, version="2020-03-01"), True),  # the very words
        (replace(OLD, title="码头管理办法", words="cccc"), False),
        (replace(OLD, number="镇政〔2019〕1号", words="cccc"), False),
    ],
)
def test_which_text_is_the_same(here: TextIdentity, same: bool) -> None:
    assert OLD.is_same(here) is same
    assert here.is_same(OLD) is same


def test_drafts_without_a_date_are_told_apart_by_their_files() -> None:
    draft = TextIdentity("仓库管理办法", file="稿一.txt", words="aaaa")
    assert draft.is_same(replace(draft, words="cccc"))
    assert not draft.is_same(replace(draft, words="cccc", file="稿二.txt"))
    assert draft.is_same(replace(draft, file="稿二.txt"))
    assert not TextIdentity(words="aaaa").is_same(TextIdentity(words="cccc"))


def test_pins_for_other_texts_in_files_of_the_same_name_are_counted() -> None:
    text = with_pins("", OLD, NEW, [Pin("1", "2"), Pin("3", "4")])
    other = replace(NEW, title="码头管理办法", words="dddd")
    assert kept_for(read_kept(text, ""), OLD, other) == ((), 2)
    assert kept_for(read_kept(text, ""), other, OLD) == ((), 2)
    assert kept_for(read_kept(text, ""), OLD, replace(other, file="码头.txt")) == ((), 0)


def test_the_identity_of_a_text() -> None:
    text = articles("仓库应当上锁。", "船工应当持证。")
    plain = TextIdentity.of(text)
    assert plain.title == "试验管理办法"
    assert plain.version == plain.number == plain.file == ""
    dated = replace(text, metadata=Metadata(title="试验管理办法", signed=date(2020, 5, 1)))
    assert TextIdentity.of(dated, "a.txt") == replace(plain, version="2020-05-01", file="a.txt")
    assert TextIdentity.of(articles("仓库应当点灯。", "船工应当持证。")).words != plain.words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[comparison]", "no valid TOML"),
        ("comparison = 3", "comparison is not as it should be"),
        ("pins = []", "pins is not as it should be; there can be: comparison"),
        ("[[comparison]]\nold = {}\nnew = {}\npin = []", "comparison 1, pin is not"),
        ("[[comparison]]\nold = {}", "comparison 1, new is not"),
        ("[[comparison]]\nold = {}\nnew = {day = 1}", "comparison 1, new, day is not"),
        ("[[comparison]]\nold = {}\nnew = {}\npins = [3]", "comparison 1, pins 1 is not"),
        ("[[comparison]]\nold = {}\nnew = {}\npins = ['3']", "--pin 3: cannot be read"),
        ("[[comparison]]\nold = {}\nnew = {}\npins = [{pin = 3}]", "comparison 1, pins 1 is not"),
        ("[[comparison]]\nold = {}\nnew = {}\nunpins = [{pin = '1=2'}]", "unpins 1, pin is not"),
    ],
)
def test_a_file_that_says_something_else_is_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidPinError, match=told) as caught:
        read_kept(text, "pins.toml")
    assert caught.value.where.startswith("pins.toml")


def test_toml_is_utf_8() -> None:
    assert decoded("\ufeff# 更正\n".encode(), "pins.toml") == "# 更正\n"
    with pytest.raises(InvalidPinError, match=r"^pins\.toml: no valid TOML"):
        decoded("# 更正\n".encode("gb18030"), "pins.toml")
