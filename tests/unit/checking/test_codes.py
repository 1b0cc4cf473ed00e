"""Each code by itself: small texts that it tells, in the line named, and some that it must not."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from gazette_diff import api
from gazette_diff.core.diagnostics import Code
from tests.shared import CASES

FILES = sorted((CASES / "check" / "codes").glob("*.txt"))
HEAD = re.compile(r"^== (?P<told>told|not told)(?: in line (?P<line>\d+))?$", re.MULTILINE)
# What no text of a few lines shows: bytes, columns and gazettes, files of Word, web and PDF.
ELSEWHERE = {"GD101", "GD102", "GD106", "GD107", "GD112"}
OF_FILES = ("GD12", "GD13")


class Case(NamedTuple):
    code: str
    number: int
    told: bool
    line: int | None
    text: str


def _cases() -> list[Case]:
    cases = []
    for path in FILES:
        _, *parts = HEAD.split(path.read_text(encoding="utf-8"))
        blocks = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        for number, (told, line, text) in enumerate(blocks, 1):
            at = int(line) if line else None
            cases.append(Case(path.stem, number, told == "told", at, text.strip("\n") + "\n"))
    return cases


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.code}-{case.number}")
def test_a_code_is_told_where_it_should_be(case: Case) -> None:
    found = api.check(api.parse(case.text.encode()), select=["all"])
    lines = [one.diagnostic.line for one in found if one.diagnostic.code.id == case.code]
    if case.told:
        assert lines
        assert case.line is None or lines == [case.line]
    else:
        assert lines == []


def test_every_code_has_texts_of_both_kinds() -> None:
    cases = _cases()
    ours = {code.id for code in Code if code.id.startswith(("GD1", "GD401", "GD6"))}
    checked = {code for code in ours - ELSEWHERE if not code.startswith(OF_FILES)}
    assert {case.code for case in cases if case.told} == checked
    assert {case.code for case in cases if not case.told} == checked
