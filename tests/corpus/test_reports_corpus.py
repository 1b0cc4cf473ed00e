"""All reports of real revisions: written without an error, complete, and in agreement."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import jsonschema
import pytest

from gazette_diff import api
from gazette_diff.core.tree import Provision
from gazette_diff.report.schemas import schema
from gazette_diff.report.terminal import TerminalOptions, plain_text
from tests.shared import corpus_pairs
from tests.support import reports
from tests.unit.akn.schema import schema_errors
from tests.unit.report.html.pages import page, words_of, words_on_page

if TYPE_CHECKING:
    from pathlib import Path

    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.tree import Regulation
    from gazette_diff.report.terminal import Show
    from tests.unit.report.html.pages import Page

Compared = tuple["Regulation", "Regulation", "ChangeSet"]


@pytest.fixture(scope="module", params=corpus_pairs(), ids=lambda pair: pair[0].parent.name)
def compared(request: pytest.FixtureRequest) -> Compared:
    pair: tuple[Path, Path] = request.param
    old, new = (api.load(str(path)) for path in pair)
    return old, new, api.compare(old, new)


@pytest.fixture(scope="module")
def made(compared: Compared) -> Page:
    return page(compared[2])


@pytest.mark.corpus
def test_every_pair_stands_on_its_page_word_for_word(compared: Compared, made: Page) -> None:
    changes = compared[2]
    rows = [*changes.frame, *chain.from_iterable(change.rows for change in changes.changes)]
    assert sorted(words_on_page(made), key=str) == sorted(words_of(rows), key=str)
    ids = {element.get("id") for element in made.all("[id]")}
    for change in changes.changes:
        assert {ref.eid for ref in change.new} <= ids
        assert {f"old-{ref.eid}" for ref in change.old} <= ids
    links = {element.get("href", "")[1:] for element in made.all("[href]")}
    assert links <= ids
    assert len(made.source.encode()) < 3_000_000


@pytest.mark.corpus
def test_all_reports_say_the_same(compared: Compared, made: Page) -> None:
    old, new, changes = compared
    data = api.to_json(changes)
    jsonschema.validate(data, schema("changes-1"))
    facts = list(reports.in_json(data))
    assert sorted(reports.in_html(made.root)) == sorted(facts)
    xml = api.changes_to_akn(changes, old, new, generated_on=date(2025, 1, 1))
    assert schema_errors(xml) == []
    assert api.from_akn(xml) == new
    assert list(reports.in_xml(xml, changes)) == facts
    kinds = Counter(fact.kind for fact in facts)
    told = reports.in_terminal(text(changes, "report"))
    assert told == {kind: kinds[kind] for kind in told}
    assert sum(told.values()) == len(facts)
    # Words outside the articles have lines of their own there.
    status = list(reports.in_status(text(replace(changes, frame=()), "status")))
    assert Counter(status) <= Counter(facts)
    left_out = {fact for fact in facts if fact not in status}
    assert all(fact.kind == "unchanged" and fact.old == fact.new for fact in left_out)


@pytest.mark.corpus
def test_both_texts_stand_in_the_table_as_they_are_printed(compared: Compared) -> None:
    old, new, changes = compared
    table = list(reports.in_markdown(api.to_markdown(changes, unchanged="full")))
    in_word = Counter(reports.in_docx(api.to_docx(changes, unchanged="full")))
    rows = Counter((bare(article.old), bare(article.new)) for article in table)
    assert rows <= Counter({(bare(old), bare(new)): n for (old, new), n in in_word.items()})
    by_kind = Counter(article.kind for article in table)
    kinds = Counter(fact.kind for fact in reports.in_json(api.to_json(changes)))
    assert by_kind == kinds
    texts = {side: plain("".join(getattr(a, side) for a in table)) for side in ("old", "new")}
    for side, regulation in (("old", old), ("new", new)):
        for article in regulation.articles:
            assert plain(printed(article)) in texts[side]


def text(changes: ChangeSet, show: Show) -> str:
    return "".join(plain_text(changes, TerminalOptions(wrap=False, plain=True, show=show)))


def printed(provision: Provision) -> str:
    """Return the words of *provision* with all inside it, in the order of the text."""
    table = provision.table.text if provision.table else ""
    own = provision.label + provision.heading + provision.text + table
    return own + "".join(map(printed, provision.children)) + provision.closing


def bare(words: str) -> str:
    """Return *words* without spaces; what is said where there are none without brackets."""
    return {"（新增）": "新增", "（删除）": "删除"}.get(words, plain(words))


def plain(words: str) -> str:
    return "".join(words.split())
