"""``diff --format docx``: the options of Word files, and where they are written to."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from tests.cli import texts
from tests.cli.conftest import Run, one_line
from tests.support.wordfiles import W, body_of, columns_of, resolved


def test_the_table_is_written_to_a_file_named_docx(run: Run, folder: Path) -> None:
    result = run("diff", "old.txt", "new.txt", "-o", "对照表.docx")
    assert result.exit_code == 1, result.output
    document = docx.Document(str(folder / "对照表.docx"))
    assert document.paragraphs[0].text.endswith("修订对照表")
    assert document.tables[0].rows[0].cells[2].text == "修改说明"
    assert result.stdout == ""


def test_the_table_goes_through_a_pipe(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = run("diff", "old.txt", "new.txt", "--format", "docx").stdout_bytes
    assert docx.Document(io.BytesIO(data)).tables
    assert run("diff", "old.txt", "new.txt", "--format", "docx", "-o", "-").stdout_bytes == data


def test_unchanged_articles_are_in_full_unless_asked_otherwise(run: Run, folder: Path) -> None:
    lengths = {}
    for unchanged in ("full", "fold", "omit"):
        run("diff", "old.txt", "new.txt", "-o", "a.docx", "--unchanged", unchanged)
        lengths[unchanged] = len("".join(columns_of((folder / "a.docx").read_bytes())[1]))
    assert lengths["full"] > lengths["fold"] > lengths["omit"]
    run("diff", "old.txt", "new.txt", "-o", "b.docx")
    run("diff", "old.txt", "new.txt", "-o", "c.docx", "--unchanged", "full")
    assert (folder / "b.docx").read_bytes() == (folder / "c.docx").read_bytes()


def test_tracked_changes_lead_from_the_old_text_to_the_new(run: Run, folder: Path) -> None:
    result = run("diff", "old.txt", "new.txt", "-o", "稿.docx", "--tracked", "--author", "法制科")
    assert result.exit_code == 1, result.output
    data = (folder / "稿.docx").read_bytes()
    old = [line for line in texts.OLD.split("\n") if line.strip()]
    given = ["".join(str(block).split()) for block in resolved(data, "reject")]
    assert given == ["".join(line.split()) for line in old]
    marks = [*body_of(data).iter(f"{W}ins", f"{W}del")]
    assert {mark.get(f"{W}author") for mark in marks} == {"法制科"}


def test_the_day_of_tracked_changes_is_fixed_by_the_environment(run: Run, folder: Path) -> None:
    for name in ("a.docx", "b.docx"):
        run(
            *("diff", "old.txt", "new.txt", "-o", name, "--tracked"),
            SOURCE_DATE_EPOCH="1700000000",
        )
    assert (folder / "a.docx").read_bytes() == (folder / "b.docx").read_bytes()
    mark = next(body_of((folder / "a.docx").read_bytes()).iter(f"{W}ins"))
    assert (mark.get(f"{W}date") or "").endswith("Z")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--tracked",), "--tracked 只用于 --format docx"),
        (("--format", "html", "--tracked"), "--tracked 只用于 --format docx"),
        (("--format", "docx", "--author", "某某"), "--author 只用于 --tracked"),
        (("--format", "docx", "--tracked", "--unchanged", "fold"), "总是包含全部条文"),
        (("--format", "docx", "--context", "3"), "只用于终端格式"),
    ],
)
def test_options_that_make_no_sense_together_are_refused(
    run: Run, folder: Path, options: tuple[str, ...], words: str
) -> None:
    assert words in one_line(run("diff", "old.txt", "new.txt", *options))
    assert not (folder / "x.docx").exists()


def test_no_file_is_left_where_it_cannot_be_written(run: Run, folder: Path) -> None:
    one_line(run("diff", "old.txt", "new.txt", "-o", "folder/nowhere/a.docx"))
    assert not (folder / "folder" / "nowhere").exists()


def test_what_the_file_cannot_say_is_told_beside_it(run: Run, folder: Path) -> None:
    sentences = ["镜湖每年七月开放垂钓", "蚕种由合作社统一发放", "灯会的灯笼不得使用明火"]
    text = "".join(f"第{n}条 {words}。\n\n" for n, words in zip("一二三", sentences, strict=True))
    (folder / "unrelated.txt").write_text(f"杂项规定\n\n{text}", encoding="utf-8")
    assert "GD302" in run("diff", "old.txt", "unrelated.txt", "-o", "a.docx").stderr
