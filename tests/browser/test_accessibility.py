"""No violation of WCAG 2.2 AA that axe-core can find, however the page is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from gazette_diff.report.html import to_html
from tests.support.changes import nothing_before, one_change, row, sample_changes

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

_RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
_DARK: dict[str, object] = {"color_scheme": "dark"}
_NARROW: dict[str, object] = {"viewport": {"width": 390, "height": 800}}
_LOOKS: list[tuple[str, dict[str, object]]] = [
    ("", {}),
    ("", _DARK),
    ("", _NARROW),
    ("?view=inline#art_7__para_2", {}),
    ("?view=inline", _DARK),
    ("?view=side", _NARROW),
    ("?only=amended&q=市长", {}),
]


def violations(html: str, opened: Opener, address: str, look: dict[str, object]) -> str:
    page = opened(html, address, **look).page
    page.locator("#page-filter").click()
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    # What happens to lie half below the tools after scrolling is no target too small.
    page.evaluate("scrollTo(0, 0)")
    found = Axe().run(page, options=_RULES)
    return "" if found.violations_count == 0 else str(found.generate_report())


@pytest.mark.parametrize(("address", "look"), _LOOKS)
def test_no_violation(opened: Opener, address: str, look: dict[str, object]) -> None:
    assert violations(to_html(sample_changes()), opened, address, look) == ""


def test_no_violation_where_an_article_of_a_split_has_no_counterpart(opened: Opener) -> None:
    change = sample_changes().changes[7]
    assert len(change.new) == 2
    changes = one_change(replace(change, rows=(row(None, "8.1", "新增一款。"), *change.rows)))
    assert violations(to_html(changes), opened, "", {}) == ""
    assert violations(to_html(changes), opened, "?view=inline", _NARROW) == ""


def test_no_violation_in_english(opened: Opener) -> None:
    assert violations(to_html(sample_changes(), language="en"), opened, "", {}) == ""


def test_no_violation_with_nothing_to_compare(opened: Opener) -> None:
    assert violations(to_html(nothing_before()), opened, "", {}) == ""
