"""The parse cases: small texts, each with the outline that a lawyer expects of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source, to_text
from gazette_diff.reading import read_file
from tests.shared import CASES
from tests.support.outline import outline

PARSE_CASES = sorted((CASES / "parse").glob("*.txt"))


@pytest.mark.parametrize("path", PARSE_CASES, ids=lambda path: path.stem)
def test_outline(path: Path, request: pytest.FixtureRequest) -> None:
    actual = outline(parse_source(read_file(path).source))
    expected = path.with_suffix(".outline")
    if request.config.getoption("--update-golden"):
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PARSE_CASES, ids=lambda path: path.stem)
def test_text_reads_back(path: Path) -> None:
    for document in parse_source(read_file(path).source).documents:
        text = to_text(document.regulation)
        again = parse_source(SourceText.from_text(text))
        assert [d.regulation for d in again.documents] == [document.regulation]


@pytest.mark.parametrize("path", PARSE_CASES, ids=lambda path: path.stem)
def test_ledger_covers_the_source(path: Path) -> None:
    parsed = parse_source(read_file(path).source)
    printed = "".join("".join(parsed.source.lines).split())
    assert "".join("".join(e.text.split()) for e in parsed.ledger) == printed
    for entry in parsed.ledger:
        raw = parsed.source.lines[entry.line - 1]
        assert raw[entry.start : entry.end] == entry.text
