"""All reports of one comparison say the same: they are made from the same rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from gazette_diff.report.json import changes_as_json
from gazette_diff.report.markdown import to_markdown
from gazette_diff.report.rows import comparison_table
from gazette_diff.report.summary import summary_sentence
from gazette_diff.report.terminal import TerminalOptions, plain_text
from gazette_diff.report.word import to_docx
from tests.support import reports
from tests.support.changes import nothing_before, regrouped, sample_changes
from tests.unit.report.html.pages import page

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.report.terminal import Show

COMPARISONS = {"sample": sample_changes, "regrouped": regrouped, "first": nothing_before}


@pytest.fixture(params=COMPARISONS)
def changes(request: pytest.FixtureRequest) -> ChangeSet:
    return COMPARISONS[request.param]()


def text(changes: ChangeSet, show: Show = "report") -> str:
    options = TerminalOptions(wrap=False, plain=True, show=show, context=None)
    return "".join(plain_text(changes, options))


def test_every_report_says_what_became_of_every_article(changes: ChangeSet) -> None:
    facts = list(reports.in_json(changes_as_json(changes, "zh")))
    assert sorted(reports.in_html(page(changes).root)) == sorted(facts)
    kinds = Counter(fact.kind for fact in facts)
    table = to_markdown(changes, unchanged="full")
    assert Counter(article.kind for article in reports.in_markdown(table)) == kinds
    told = reports.in_terminal(text(changes))
    assert told == {kind: kinds[kind] for kind in told}
    assert sum(told.values()) == len(facts)
    status = list(reports.in_status(text(replace(changes, frame=()), "status")))
    assert Counter(status) <= Counter(facts)
    assert {f.kind for f in facts if f not in status} <= {"unchanged"}


def test_every_report_shows_the_words_of_every_row(changes: ChangeSet) -> None:
    table = list(reports.in_markdown(to_markdown(changes, unchanged="full")))
    cells = {side: "".join(getattr(a, side) for a in table) for side in ("old", "new")}
    running, inline, shown = text(changes, "words"), text(changes), page(changes)
    on_page = {
        side: "".join(shown.texts(f"article.card td.{side} > bdi")) for side in ("old", "new")
    }
    for group in comparison_table(changes).groups:
        for row in (row for entry in group.entries for row in entry.rows):
            old = "".join(s.text for s in row.old_segments)
            new = "".join(s.text for s in row.new_segments)
            assert old in cells["old"]
            assert new in cells["new"]
            assert flat(old) in flat(on_page["old"])
            assert flat(new) in flat(on_page["new"])
            for report in (running, inline):
                assert flat(old) in flat(re.sub(r"\{\+.*?\+\}", "", report))
                assert flat(new) in flat(re.sub(r"\[-.*?-\]", "", report))


def test_the_word_table_has_the_cells_of_the_markdown_table(changes: ChangeSet) -> None:
    in_word = list(reports.in_docx(to_docx(changes, unchanged="full")))
    said = {"（新增）": "新增", "（删除）": "删除"}
    for article in reports.in_markdown(to_markdown(changes, unchanged="full")):
        pair = tuple(said.get(side, "".join(side.split())) for side in article[:2])
        assert pair in in_word


def test_the_sentence_that_sums_up_is_the_same_everywhere(changes: ChangeSet) -> None:
    sentence = summary_sentence(changes).zh
    assert page(changes).texts("p.summary") == [sentence]
    assert sentence in to_markdown(changes)


def flat(words: str) -> str:
    """Return *words* without marks, spaces, and what tables are drawn with."""
    return re.sub(r"\[-|-\]|\{\+|\+\}|[\s|]", "", words)
