"""The check cases: small texts, each with the findings that a careful reader expects."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazette_diff import api
from tests.shared import CASES

CHECK_CASES = sorted((CASES / "check").glob("*.txt"))


def _told(path: Path) -> str:
    """Return the findings as the command tells them, without the name of the file."""
    lines = []
    for finding in api.check(api.parse(path)):
        one = finding.diagnostic
        lines.append(f"{one.line}: {one.code.id} {one.message('zh')} [{one.place}]\n")
    return "".join(lines)


@pytest.mark.parametrize("path", CHECK_CASES, ids=lambda path: path.stem)
def test_findings(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_suffix(".findings")
    if request.config.getoption("--update-golden"):
        expected.write_text(_told(path), encoding="utf-8")
    assert _told(path) == expected.read_text(encoding="utf-8")


def test_a_sound_regulation_gives_no_findings() -> None:
    assert _told(CASES / "check" / "clean.txt") == ""
