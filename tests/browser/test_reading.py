"""The page as it is read: it loads clean, its anchors lead, its marks are seen, it prints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gazette_diff.core.changes import Relation
from gazette_diff.report.html import to_html
from tests.support.changes import GENERAL, MEETINGS, one_change, row, sample_changes, unchanged
from tests.unit.report.html.test_page import HOSTILE, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

SAMPLE = to_html(sample_changes())
ROW = "art_7__para_1__point_3"


def in_sight(page: Page, anchor: str) -> bool:
    """Tell whether the top of the element is within the window, below the tools."""
    box = page.locator(f'[id="{anchor}"]').bounding_box()
    height = (page.viewport_size or {"height": 0})["height"]
    return box is not None and 0 <= box["y"] < height


def style(page: Page, selector: str, name: str) -> str:
    """Return a computed style of the first element that matches."""
    found: str = page.locator(selector).first.evaluate(
        "(element, name) => getComputedStyle(element)[name]", name
    )
    return found


def test_loads_without_a_word_or_a_request(opened: Opener) -> None:
    page = opened(SAMPLE).page
    assert page.title() == "《临江市人民政府工作规则》修订对照"
    assert page.locator("html.js").count() == 1


def test_hostile_words_do_nothing(opened: Opener) -> None:
    page = opened(to_html(hostile())).page
    shown = HOSTILE.replace("\x1b", "␛")
    assert page.locator("td.new > bdi").first.text_content() == shown


def test_an_override_of_the_direction_ends_with_itself(opened: Opener) -> None:
    words = "应当\u202e先批后建"
    plain = unchanged(1, 1, GENERAL, words, MEETINGS)
    page = opened(to_html(one_change(plain))).page
    cell = page.locator("td.new > bdi")
    assert cell.text_content() == words
    lefts = cell.evaluate(
        """(bdi) => {
          const last = bdi.lastChild, range = document.createRange();
          return [...last.data].map((_, at) => {
            range.setStart(last, at); range.setEnd(last, at + 1);
            return range.getBoundingClientRect().left;
          });
        }"""
    )
    assert len(lefts) == 4
    assert lefts == sorted(lefts)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("anchor", ["art_7", ROW, "old-art_10", "art_5", "old-art_4", "art_9"])
def test_anchors_lead_there_and_open_what_is_folded(
    opened: Opener, anchor: str, script: bool
) -> None:
    page = opened(SAMPLE, f"#{anchor}", java_script_enabled=script).page
    page.wait_for_timeout(100)
    assert in_sight(page, anchor)


def test_anchors_lead_there_from_the_contents(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator(".contents a", has_text="第四条–第六条").click()
    assert page.locator("#art_4 td.new").is_visible()
    assert in_sight(page, "art_4")


def test_words_are_struck_through_and_underlined(opened: Opener) -> None:
    page = opened(SAMPLE).page
    assert style(page, "#art_2 del", "textDecorationLine") == "line-through"
    assert "gradient" in style(page, "#art_2 del", "backgroundImage")
    assert style(page, "#art_2 ins", "textDecorationLine") == "underline"
    assert page.locator("#art_2 del").all_text_contents() == ["可以"]
    assert page.locator("#art_2 ins").all_text_contents() == ["应当", "，不得迟报、漏报、瞒报"]


def test_screen_readers_hear_where_a_mark_begins_and_ends(opened: Opener) -> None:
    page = opened(SAMPLE).page
    snapshot = page.locator("#art_2 table").aria_snapshot()
    assert "deletion: ［删去： 可以 ］" in snapshot.replace("［删去：可以］", "［删去： 可以 ］")
    assert "columnheader" in snapshot


def test_both_sides_of_a_row_stand_beside_each_other(opened: Opener) -> None:
    page = opened(SAMPLE).page
    new = page.locator(f"#{ROW}").bounding_box()
    old = page.locator("#old-art_6__para_1__point_3").bounding_box()
    assert new is not None
    assert old is not None
    assert old["y"] == new["y"]
    assert old["x"] + old["width"] <= new["x"] + 1


def test_without_a_script_everything_is_there_to_read(opened: Opener) -> None:
    page = opened(SAMPLE, java_script_enabled=False).page
    assert not page.locator("#page-tools").is_visible()
    assert page.locator("article:visible").count() == len(sample_changes().changes) - 4
    page.locator(".chapter .fold > summary").first.click()
    assert page.locator("#art_1 td.new").is_visible()


@pytest.mark.parametrize("width", [320, 390, 800])
@pytest.mark.parametrize("script", [True, False])
def test_a_narrow_window_never_scrolls_sideways(opened: Opener, width: int, script: bool) -> None:
    page = opened(SAMPLE, viewport={"width": width, "height": 700}, java_script_enabled=script).page
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#art_2 ins:visible").count() == 2


def test_prints_on_a4_landscape_with_its_marks(opened: Opener) -> None:
    page = opened(SAMPLE).page
    data = page.pdf(prefer_css_page_size=True)
    assert data.startswith(b"%PDF")
    assert b"/MediaBox [0 0 841.9" in data
    page.emulate_media(media="print")
    assert not page.locator("#page-tools").is_visible()
    assert not page.locator(".contents").is_visible()
    assert style(page, ".pair thead", "display") == "table-header-group"
    assert style(page, "#art_2 del", "printColorAdjust") == "exact"
    assert page.locator(".fold > summary", has_text="第四条至第六条").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_what_is_folded_is_printed(opened: Opener, script: bool) -> None:
    page = opened(SAMPLE, java_script_enabled=script).page
    words = page.locator("#art_5 td.new > bdi")
    assert not words.is_visible()
    page.emulate_media(media="print")
    assert words.is_visible()
    box = words.bounding_box()
    assert box is not None
    assert box["height"] > 10
    page.emulate_media(media="screen")
    assert not words.is_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_the_map_shows_both_sides_in_a_narrow_window(opened: Opener, width: int) -> None:
    page = opened(SAMPLE, viewport={"width": width, "height": 700}).page
    for side in ("old", "new"):
        label = page.locator(f".flows .flow .{side} text").first
        box = label.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_what_is_printed_from_a_filtered_page_says_so(opened: Opener) -> None:
    page = opened(SAMPLE, "?only=added").page
    page.emulate_media(media="print")
    assert page.locator("#page-filtered").is_visible()
    assert "经过筛选" in page.locator("#page-filtered").inner_text()


def test_prints_dark_pages_light(opened: Opener) -> None:
    page = opened(SAMPLE, color_scheme="dark").page
    dark = style(page, "body", "backgroundColor")
    page.emulate_media(media="print", color_scheme="dark")
    assert dark != style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"


def test_anchors_lead_there_on_a_long_page(opened: Opener) -> None:
    words = "市人民政府[-可以-]{+应当+}依法决策，" * 12
    long = tuple(
        replace(
            unchanged(n, n, GENERAL, ""),
            relation=Relation.AMENDED,
            rows=(row(f"{n}.1", f"{n}.1", words * (n % 5 + 1)),),
        )
        for n in range(1, 301)
    )
    page = opened(to_html(replace(sample_changes(), frame=(), changes=long)), "#art_250").page
    for anchor in ("art_250", "art_251", "art_252"):
        page.wait_for_timeout(100)
        assert in_sight(page, anchor)
        assert page.locator(".current").get_attribute("id") == anchor
        page.keyboard.press("n")
