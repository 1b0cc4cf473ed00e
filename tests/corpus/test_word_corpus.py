"""The Word files of real revisions: both texts stand in them to the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gazette_diff import api
from tests.shared import corpus_pairs
from tests.support.wordfiles import blocks_of, columns_of, parts_of, printed_lines, resolved
from tests.support.wordschema import faults

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.corpus
@pytest.mark.parametrize("pair", corpus_pairs(), ids=lambda pair: pair[0].parent.name)
def test_both_texts_stand_in_every_word_file(pair: tuple[Path, Path]) -> None:
    old, new = (api.load(str(path)) for path in pair)
    changes = api.compare(old, new)
    table = api.to_docx(changes)
    assert [sorted(lines) for lines in columns_of(table)] == [
        sorted(printed_lines(old)),
        sorted(printed_lines(new)),
    ]
    assert faults(parts_of(table)["word/document.xml"]) == []
    tracked = api.to_tracked_docx(changes, old, new)
    assert resolved(tracked, "accept") == blocks_of(new)
    assert resolved(tracked, "reject") == blocks_of(old)
    assert faults(parts_of(tracked)["word/document.xml"]) == []
