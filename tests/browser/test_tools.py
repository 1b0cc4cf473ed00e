"""What the script adds: view, filter, search, keys, address, contents, pictures, citations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from gazette_diff.core.changes import Relation
from gazette_diff.core.numerals import format_numeral
from gazette_diff.report.html import to_html
from tests.browser.conftest import until
from tests.support.changes import GENERAL, one_change, row, sample_changes, unchanged
from tests.unit.report.html.test_page import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

SAMPLE = to_html(sample_changes())


def shown(page: Page) -> list[str | None]:
    """Return the anchors of the cards that no filter hides."""
    return [card.get_attribute("id") for card in page.locator("article:not([hidden])").all()]


def state(page: Page) -> dict[str, list[str]]:
    """Return what the address says of the state."""
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, words: str) -> None:
    """Open the filters, if need be, and choose the one called *words*."""
    if not page.locator("#page-filters").is_visible():
        page.get_by_role("button", name="筛选").click()
    page.locator("#page-filters label", has_text=words).click()


def current(page: Page) -> str | None:
    """Return the anchor of the change at which the reader stands."""
    return page.locator(".current").get_attribute("id")


def test_filters_by_what_happened_and_by_class(opened: Opener) -> None:
    page = opened(SAMPLE).page
    choose(page, "新增")
    assert shown(page) == ["art_3", "art_14"]
    choose(page, "删除")
    assert shown(page) == ["art_3", "old-art_10", "art_14", "old-art_15"]
    assert (
        page.locator("#page-status").inner_text() == f"显示4处，共{len(sample_changes().changes)}处"
    )
    assert state(page) == {"only": ["added,deleted"]}
    page.get_by_role("button", name="清除").click()
    assert len(shown(page)) == len(sample_changes().changes)
    choose(page, "期限")
    assert shown(page) == ["art_7", "art_13"]
    assert not page.locator("#page-no-match").is_visible()
    choose(page, "新增")
    assert shown(page) == []
    assert page.locator("#page-no-match").is_visible()


def test_filters_hide_empty_chapters_and_their_links(opened: Opener) -> None:
    page = opened(SAMPLE, "?flag=doubtful").page
    assert shown(page) == ["art_12"]
    assert page.locator(".chapter:visible > h2").all_inner_texts() == ["第三章 公文办理"]
    assert page.locator(".contents ol ol a:visible").count() == 1


def test_the_address_brings_the_state_back(opened: Opener) -> None:
    watched = opened(SAMPLE, "?view=inline&only=amended&class=duty&q=报告&keys=off#art_2")
    page = watched.page
    assert shown(page) == ["art_2"]
    assert page.locator("html.inline").count() == 1
    assert page.locator("#page-search").input_value() == "报告"
    assert not page.locator("#page-keys").is_checked()
    assert current(page) == "art_2"
    page.get_by_role("button", name="清除").click()
    assert state(page) == {"view": ["inline"], "keys": ["off"]}


def test_an_anchor_to_what_the_filter_hides_is_shown(opened: Opener) -> None:
    page = opened(SAMPLE, "?only=added").page
    page.evaluate("location.hash = '#art_7'")
    until(page, "document.getElementById('art_7').getClientRects().length > 0")
    assert current(page) == "art_7"


def test_one_column_shows_both_texts_exactly(opened: Opener) -> None:
    page = opened(SAMPLE).page
    rows = page.locator("tr:has(> td.old > bdi):has(> td.new > bdi)")
    both = rows.evaluate_all(
        "rows => rows.map(r => [...r.querySelectorAll('td > bdi')].map(b => b.textContent))"
    )
    page.locator(".views label", has_text="合并").click()
    without = """rows => rows.map((row) => ["ins", "del"].map((tag) => {
      const words = (row.querySelector(".merged-words") ?? row.querySelector("td.new > bdi"))
        .cloneNode(true);
      words.querySelectorAll(tag).forEach((mark) => mark.remove());
      return words.textContent;
    }))"""
    assert rows.evaluate_all(without) == both
    row = page.locator("tr:has(#art_2__para_2)")
    assert (
        row.inner_text()
        .strip()
        .endswith("重大事项可以应当向市人民政府报告，不得迟报、漏报、瞒报。")
    )
    assert page.locator("#art_7__para_1__point_4").is_visible()
    assert page.locator("#old-art_6__para_1__point_4 del").is_visible()
    assert not page.locator("#old-art_2__para_2").is_visible()


def test_one_column_keeps_hostile_words_harmless(opened: Opener) -> None:
    page = opened(to_html(hostile()), "?view=inline").page
    assert page.locator(".merged-words del .ctl").first.is_visible()


def test_an_anchor_in_the_old_text_leads_to_its_row_in_one_column(opened: Opener) -> None:
    page = opened(SAMPLE, "?view=inline#old-art_12__para_2").page
    page.wait_for_timeout(50)
    box = page.locator("tr:has(#art_13__para_2)").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


def test_search_finds_in_the_old_and_in_the_new_text(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator("#page-search").fill("督查室")
    until(page, "new URLSearchParams(location.search).get('q')")
    assert shown(page) == ["art_7"]
    page.locator("#page-search").fill("可以向市")  # across a mark
    until(page, "new URLSearchParams(location.search).get('q') === '可以向市'")
    assert shown(page) == ["art_2"]
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["可以向市"]
    page.locator("#page-search").fill("外出期间")
    page.locator("#art_6 td.new").wait_for(state="visible")
    assert shown(page) == ["art_6"]
    page.locator("#page-search").fill("没有这个词")
    page.locator("#page-no-match").wait_for(state="visible")
    assert page.evaluate("[...CSS.highlights.get('found')].length") == 0


def test_search_marks_the_words_in_one_column_too(opened: Opener) -> None:
    page = opened(SAMPLE, "?view=inline&q=应当向市人").page
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["应当向市人"]


def test_the_keys_go_from_change_to_change(opened: Opener) -> None:
    page = opened(SAMPLE).page
    seen = []
    for _ in range(4):
        page.keyboard.press("n")
        seen.append(current(page))
    assert seen == ["page-outside", "art_2", "art_3", "art_7"]
    page.keyboard.press("p")
    assert current(page) == "art_3"
    assert urlsplit(page.url).fragment == "art_3"
    stops = sum(
        c.relation is not Relation.UNCHANGED or c.relocated for c in sample_changes().changes
    )
    assert page.locator("#page-position").inner_text() == f"3 / {stops + 1}"
    for _ in range(stops + 3):
        page.keyboard.press("n")
    assert current(page) == "art_16"


def test_next_starts_from_what_is_in_sight(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator("#art_10").evaluate("(card) => card.scrollIntoView()")
    page.keyboard.press("n")
    assert current(page) in ("art_10", "old-art_10")


def test_the_keys_are_letters_while_typing_and_can_be_put_off(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert page.locator("#page-search").input_value() == "n"
    page.locator("#page-search").fill("")
    page.get_by_role("button", name="筛选").click()
    page.locator("#page-keys").uncheck()
    page.locator("h1").click()
    page.keyboard.press("n")
    assert page.locator(".current").count() == 0


def test_the_buttons_do_what_the_keys_do(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.get_by_role("button", name="下一处").click()
    page.get_by_role("button", name="下一处").click()
    assert current(page) == "art_2"
    page.get_by_role("button", name="上一处").click()
    assert current(page) == "page-outside"


def test_all_folds_open_and_close(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.get_by_role("button", name="展开全部").click()
    assert page.locator(".fold:not([open])").count() == 0
    page.get_by_role("button", name="折叠未修改").click()
    assert page.locator(".fold[open]").count() == 0


def test_the_contents_follow_the_reading(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator("#art_13").evaluate("(card) => card.scrollIntoView()")
    page.wait_for_selector('.contents a[href="#art_13"][aria-current="location"]')
    assert page.locator(".contents [aria-current]").count() == 1


def test_the_pictures_are_one_stop_of_the_tab_key_and_name_what_is_in_focus(opened: Opener) -> None:
    page = opened(SAMPLE).page
    for picture in page.locator(".picture").all():
        assert picture.locator('a[tabindex="0"]').count() == 1
    figure = page.locator(".flows")
    figure.locator('a[tabindex="0"]').focus()
    assert figure.locator(".said").inner_text().startswith("第一条 → 第一条：未修改")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert figure.locator(".said").inner_text() == "第三条：新增"
    page.keyboard.press("Enter")
    assert current(page) == "art_3"


def test_a_click_in_a_picture_goes_to_the_article(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator('.strip a[href="#old-art_15"] rect').last.click()
    assert current(page) == "old-art_15"


@pytest.mark.parametrize(
    ("anchor", "number", "place"),
    [
        ("art_7__para_1__point_3", "临政〔2024〕3号", "第七条第一款第（三）项"),
        ("art_14__para_1__point_2__indent_1", "临政〔2024〕3号", "第十四条第（二）项第1目"),
        ("old-art_6__para_2", "临政〔2019〕7号", "第六条第二款"),
        ("art_3__para_1", "临政〔2024〕3号", "第三条"),
    ],
)
def test_the_citation_of_every_provision_can_be_copied(
    opened: Opener, anchor: str, number: str, place: str
) -> None:
    citation = f"《临江市人民政府工作规则》（{number}）{place}"
    page = opened(SAMPLE).page
    cell = page.locator(f"#{anchor}")
    cell.hover()
    cell.get_by_role("button", name="复制引用").click()
    until(page, "copied.length")
    assert page.evaluate("copied") == [citation]
    assert citation in page.locator("#page-status").inner_text()


def test_the_citation_of_an_article_can_be_copied_by_keys_alone(opened: Opener) -> None:
    page = opened(SAMPLE).page
    page.locator("#art_16 h3 a").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "copied.length")
    page.evaluate("location.hash = '#art_7'")
    until(page, "document.querySelector('.current').id === 'art_7'")
    page.keyboard.press("c")
    until(page, "copied.length > 1")
    title = "《临江市人民政府工作规则》（临政〔2024〕3号）"
    assert page.evaluate("copied") == [f"{title}第十六条", f"{title}第七条"]


def test_numerals_are_those_of_the_whole_tool(opened: Opener) -> None:
    numbers = [1, 10, 11, 20, 99, 100, 101, 110, 111, 1000, 1001, 1010, 1100, 2345, 9999]
    added = tuple(
        replace(unchanged(n, n, GENERAL, "照旧。"), relation=Relation.ADDED, old=(), links=())
        for n in numbers
    )
    page = opened(to_html(replace(sample_changes(), frame=(), changes=added))).page
    for number in numbers:
        page.locator(f"#art_{number} h3 a").focus()
        page.locator(f"#art_{number} .copy").click()
    until(page, f"copied.length === {len(numbers)}")
    copied = [text.rpartition("）")[2] for text in page.evaluate("copied")]
    assert copied == [f"第{format_numeral(n)}条" for n in numbers]


def test_the_map_fits_its_column_and_shows_whole_names(opened: Opener) -> None:
    path = ("第三章 全面正确履行政府职能",)
    few = tuple(unchanged(n, n, path, "照旧。", old_path=path) for n in range(1, 5))
    page = opened(to_html(replace(sample_changes(), changes=few, frame=()))).page
    page.set_viewport_size({"width": 1280, "height": 900})
    frame = page.locator(".flows .wide")
    assert frame.evaluate("(e) => e.scrollWidth <= e.clientWidth")
    names = page.locator(".flows .names text")
    assert names.all_text_contents() == [*path, *path]
    assert names.evaluate_all(
        """(names) => names.every((name) => {
          const [box, all] = [name, name.ownerSVGElement].map((e) => e.getBoundingClientRect());
          return box.left >= all.left && box.right <= all.right;
        })"""
    )


def test_one_column_says_which_number_was_the_old_one(opened: Opener) -> None:
    page = opened(SAMPLE, "?view=inline").page
    head = page.locator("#art_8 .part th.old").first
    assert head.evaluate("(th) => getComputedStyle(th, '::before').content") == '"原"'
    assert page.locator("#art_2 .was").count() == 0


def test_words_that_go_on_have_no_former_number(opened: Opener) -> None:
    divided = replace(
        sample_changes().changes[1],
        rows=(row("2.1", "2.1", "甲应当{+及时+}报告。"), row("2.1", "2.2", "乙可以列席[-会议-]。")),
    )
    page = opened(to_html(one_change(divided)), "?view=inline").page
    assert [label.inner_text() for label in page.locator(".was:visible").all()] == []
