"""What the tests of the page ask it: its parts, and the words of every row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import lxml.html

from gazette_diff.report.html import to_html

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet, Row
    from gazette_diff.report.folding import Unchanged


@dataclass(frozen=True)
class Page:
    """A page and its parsed form."""

    source: str
    root: lxml.html.HtmlElement

    def all(self, selector: str) -> list[lxml.html.HtmlElement]:
        """Return the elements that match the CSS *selector*."""
        return self.root.cssselect(selector)

    def one(self, selector: str) -> lxml.html.HtmlElement:
        """Return the only element that matches *selector*."""
        (found,) = self.all(selector)
        return found

    def texts(self, selector: str) -> list[str]:
        """Return the words of the elements that match, with runs of space as one."""
        return [" ".join(element.text_content().split()) for element in self.all(selector)]


def page(changes: ChangeSet, language: str = "zh", unchanged: Unchanged = "fold") -> Page:
    """Return the page of *changes*."""
    source = to_html(changes, language="zh" if language == "zh" else "en", unchanged=unchanged)
    return Page(source, lxml.html.document_fromstring(source))


def words_on_page(made: Page) -> list[tuple[str | None, str | None]]:
    """Return the old and the new words of every row of the page, in its order."""
    rows = []
    for row in made.all("table.pair tbody tr:not(.part)"):
        sides = []
        for side in ("old", "new"):
            found = row.cssselect(f"td.{side} > bdi")
            sides.append(found[0].text_content() if found else None)
        rows.append((sides[0], sides[1]))
    return rows


def words_of(rows: list[Row]) -> list[tuple[str | None, str | None]]:
    """Return the old and the new words of *rows*."""
    return [(r.old_text if r.old else None, r.new_text if r.new else None) for r in rows]


def texts_by_anchor(made: Page) -> dict[str, str]:
    """Return for the anchor of every cell its words; those of a provision in parts are joined."""
    found: defaultdict[str, str] = defaultdict(str)
    for cell in made.all("td[id]"):
        for words in cell.cssselect("td > bdi"):
            found[cell.get("id", "")] += words.text_content()
    return dict(found)
