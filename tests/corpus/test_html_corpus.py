"""The HTML report of real revisions: written without an error, complete, and light."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pytest

from gazette_diff import api
from tests.shared import corpus_pairs
from tests.unit.report.html.pages import page, words_of, words_on_page

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.corpus
@pytest.mark.parametrize("pair", corpus_pairs(), ids=lambda pair: pair[0].parent.name)
def test_every_pair_stands_on_its_page_word_for_word(pair: tuple[Path, Path]) -> None:
    old, new = (api.load(str(path)) for path in pair)
    changes = api.compare(old, new)
    made = page(changes)
    rows = [*changes.frame, *chain.from_iterable(change.rows for change in changes.changes)]
    assert sorted(words_on_page(made), key=str) == sorted(words_of(rows), key=str)
    ids = {element.get("id") for element in made.all("[id]")}
    for change in changes.changes:
        assert {ref.eid for ref in change.new} <= ids
        assert {f"old-{ref.eid}" for ref in change.old} <= ids
    links = {element.get("href", "")[1:] for element in made.all("[href]")}
    assert links <= ids
    assert len(made.source.encode()) < 3_000_000
