"""Pages as real sites lay them out: each is read to the tree of its plain text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gazette_diff.core.documents import ParsedSource
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file
from gazette_diff.report.tree_json import tree_as_json
from tests.shared import CASES

FOLDER = CASES / "reading" / "pages"
PAGES = sorted(FOLDER.glob("*.htm*"))


def parsed(path: Path) -> ParsedSource:
    return parse_source(read_file(path).source)


def tree(path: Path) -> Any:
    """The documents as JSON, without the numbers of their lines."""
    return without_lines(tree_as_json(parsed(path).documents, "en")["documents"])


def without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_lines(inner) for key, inner in value.items() if key != "lines"}
    return [without_lines(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_tree_is_that_of_the_text(path: Path) -> None:
    expected = tree(FOLDER / f"{path.name.partition('-')[0]}.txt")
    assert len(expected) == 1
    assert tree(path) == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_word_of_the_page_has_its_place(path: Path) -> None:
    result = parsed(path)
    printed = "".join("".join(result.source.lines).split())
    assert "".join("".join(entry.text.split()) for entry in result.ledger) == printed
    assert not [entry for entry in result.ledger if entry.place == "unplaced"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_furniture_of_the_site_is_listed(path: Path) -> None:
    result = read_file(path)
    told = "".join(line for line in result.source.lines if line.startswith("<!--"))
    if path.name == "order-06-word.htm":
        assert not told  # no site around it
    else:
        assert len(told) > 40
        assert "GD121" in [diagnostic.code.id for diagnostic in result.diagnostics]


def test_there_are_pages_of_many_kinds() -> None:
    assert len(PAGES) == 21
