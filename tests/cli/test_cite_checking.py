"""``gazette-diff cite --check``: a linter for what documents cite."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run, one_line
from tests.support.memos import CASES, lay_out_library

HEAD = ("--library", "library", "--as-of", "2024-06-01", "cite", "--check")


@pytest.fixture(autouse=True)
def sources(folder: Path) -> Path:
    lay_out_library(folder / "library")
    for name in ("wrong.txt", "right.txt"):
        (folder / name).write_bytes((CASES / name).read_bytes())
    (folder / "note.md").write_text("《无此法》第三条。\n", encoding="utf-8")
    return folder


def test_findings_are_lines_that_editors_understand(run: Run) -> None:
    result = run(*HEAD, "wrong.txt")
    assert result.exit_code == 1
    expected = (CASES / "wrong.findings").read_text(encoding="utf-8")
    assert result.stdout == "".join(f"wrong.txt:{x}\n" for x in expected.splitlines())
    assert result.stderr.splitlines()[-1] == (
        "引用18处：查到11处，没有所引条款3处，版本不明或没有正文1处，法规库中没有2处，"
        "未指明法规1处；发现问题14处"
    )


def test_nothing_found_is_success(run: Run) -> None:
    result = run(*HEAD, "right.txt", lang="en")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "14 resolved" in result.stderr


def test_standard_input_is_read(run: Run) -> None:
    result = run(*HEAD, "-", stdin="《青石镇夜市管理办法》第八条。")
    assert result.exit_code == 1
    assert result.stdout.startswith("-:1:1: GD711 ")


def test_what_is_not_held_is_a_note_and_a_finding_only_when_strict(run: Run) -> None:
    result = run(*HEAD, "note.md")
    assert result.exit_code == 0
    assert result.stdout == "note.md:1:1: GD701 （提示）法规库中没有《无此法》，未核对（引用1处）\n"
    assert "发现问题0处" in result.stderr
    strict = run(*HEAD, "note.md", "--strict")
    assert strict.exit_code == 1
    assert strict.stdout == "note.md:1:1: GD701 法规库中没有《无此法》，未核对（引用1处）\n"
    assert "发现问题1处" in strict.stderr


def test_json_keeps_its_contract(run: Run) -> None:
    result = run(*HEAD, "wrong.txt", "--format", "json")
    data = json.loads(result.stdout)
    assert data["schema"] == "gazette-diff/cite-check@1"
    assert data["as_of"] == "2024-06-01"
    first = data["findings"][0]
    assert (first["code"], first["severity"], first["line"]) == ("GD722", "error", 3)
    assert data["citations"][first["citation"]]["provisions"] == ["第三条"]
    assert data["summary"]["citations"] == len(data["citations"])


def test_a_library_that_does_not_exist_is_trouble(run: Run) -> None:
    assert "nowhere" in one_line(run("--library", "nowhere", "cite", "--check", "wrong.txt"))


def test_a_word_file_is_annotated_and_told(run: Run, folder: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("依照《青石镇夜市管理办法》第八条处理。")
    memo.save(str(folder / "memo.docx"))
    result = run(*HEAD, "memo.docx", "--annotate", "-o", "checked.docx")
    assert result.exit_code == 1
    assert result.stdout.startswith("memo.docx:1:3: GD711 ")
    (comment,) = docx.Document(str(folder / "checked.docx")).comments
    assert comment.text == result.stdout.strip().partition(": ")[2]
    assert "memo.docx" in one_line(run(*HEAD, "memo.docx", "--annotate", "-o", "memo.docx"))


def test_only_word_files_are_annotated(run: Run, folder: Path) -> None:
    line = one_line(run(*HEAD, "wrong.txt", "--annotate", "-o", "out.docx"))
    assert "只能给 Word 文件" in line
    assert not (folder / "out.docx").exists()


def test_annotating_wants_a_new_file(run: Run) -> None:
    assert "-o" in one_line(run(*HEAD, "wrong.txt", "--annotate"))


@pytest.mark.parametrize(
    "args",
    [
        ("--annotate",),
        ("--strict", "--scan", "wrong.txt"),
        ("--check", "wrong.txt", "--scan", "wrong.txt"),
        ("--check", "wrong.txt", "工作规则"),
        ("--check", "wrong.txt", "--format", "bibtex"),
    ],
)
def test_options_that_contradict_each_other(run: Run, args: tuple[str, ...]) -> None:
    assert run("cite", *args).exit_code == 2


def test_a_missing_file_is_one_line(run: Run) -> None:
    assert "absent.docx" in one_line(run(*HEAD, "absent.docx"))
