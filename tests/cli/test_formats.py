"""Web pages, Word files and PDF on the command line, and pages of a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.shared import CASES

FILES = CASES / "reading"


@pytest.mark.parametrize("name", ["market.html", "market-numbers.docx", "market-columns.pdf"])
def test_a_file_is_read_whatever_it_is(run: Run, name: str) -> None:
    result = run("parse", str(FILES / name), "--list")
    assert result.exit_code == 0
    assert "禾木溪镇集市管理办法" in result.stdout
    assert "15" in result.stdout


def test_pages_of_a_pdf(run: Run) -> None:
    path = str(FILES / "market-columns.pdf")
    result = run("parse", path, "--pages", "1", "--format", "text")
    assert result.exit_code == 0
    assert "第一条" in result.stdout
    assert "第十五条" not in result.stdout


def test_pages_that_are_not_there(run: Run) -> None:
    result = run("parse", str(FILES / "market-columns.pdf"), "--pages", "9")
    assert result.exit_code == 2
    assert "没有第9页" in result.stderr


@pytest.mark.parametrize("name", ["market.txt", "rule.xml"])
def test_what_has_no_pages(run: Run, name: str, tmp_path: Path) -> None:
    path = FILES / name
    if name == "rule.xml":
        path = tmp_path / name
        run("parse", str(FILES / "market.txt"), "-o", str(path))
    result = run("parse", str(path), "--pages", "1")
    assert result.exit_code == 2
    assert "只有 PDF" in result.stderr
    assert "Traceback" not in result.stderr


def test_pages_of_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("parse", str(tmp_path / "none.pdf"), "--pages", "1")
    assert result.exit_code == 2
    assert "没有这个文件" in result.stderr
