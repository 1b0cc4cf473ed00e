"""The page on diagnostics names every code."""

from __future__ import annotations

import re
from string import Formatter

from gazette_diff.core.diagnostics import Code
from tests.shared import ROOT


def test_every_code_is_documented_once() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| (GD\d{3}) ", page, re.MULTILINE)
    assert documented == [code.id for code in Code]


def test_both_languages_take_the_same_values() -> None:
    for code in Code:
        marks = [
            sorted(name for _, name, _, _ in Formatter().parse(text) if name)
            for text in code.message
        ]
        assert marks[0] == marks[1], code
