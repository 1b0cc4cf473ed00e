"""One regulation in the files that offices have: each is read to the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff.core.tree import BlockKind, Regulation
from gazette_diff.parsing import parse_source
from gazette_diff.reading import read_file
from tests.shared import CASES

FOLDER = CASES / "reading"
FILES = sorted(p for p in FOLDER.glob("market*") if p.suffix != ".txt")


def parsed(path: Path) -> Regulation:
    (document,) = parse_source(read_file(path).source).documents
    return document.regulation


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_tree_is_that_of_the_text(path: Path) -> None:
    expected, actual = parsed(FOLDER / "market.txt"), parsed(path)
    assert actual.metadata.title == expected.metadata.title
    assert actual.metadata.in_force == expected.metadata.in_force
    assert actual.metadata.replaces == expected.metadata.replaces
    assert actual.body == expected.body
    assert without_space(actual) == without_space(expected)


def without_space(regulation: Regulation) -> str:
    """The words before the body, but for the issue of the gazette, which only print names."""
    texts = [b.text for b in regulation.preface if b.kind is not BlockKind.GAZETTE]
    return "".join("".join(texts).split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_ledger_covers_all_that_was_read(path: Path) -> None:
    result = parse_source(read_file(path).source)
    printed = "".join("".join(result.source.lines).split())
    assert "".join("".join(entry.text.split()) for entry in result.ledger) == printed
    assert not [entry for entry in result.ledger if entry.place == "unplaced"]


def test_pages_of_a_pdf() -> None:
    path = FOLDER / "market-columns.pdf"
    whole = read_file(path).source.lines
    first, second = (read_file(path, pages=page).source.lines for page in ("1", "2"))
    assert whole[: len(first)] == first
    assert "第一条" in "".join(first)
    assert "第十五条" not in "".join(first)
    assert "第十五条" in "".join(second)


def test_every_file_is_small() -> None:
    assert all(path.stat().st_size < 60_000 for path in FILES)
