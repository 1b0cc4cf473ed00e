from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazette_diff.cli.check import FOUND, TROUBLE
from tests.cli import texts
from tests.cli.conftest import Run, one_line

# One of each: a gap in the numbering, half-width punctuation, a reference to nothing.
FLAWED = """\
青石镇公共自行车管理办法
（2019年3月1日青石镇人民政府令第3号公布）

第一条 为了方便居民出行,制定本办法。

第三条 违反第九条规定的，责令改正。

第四条 本办法自2019年5月1日起施行。
"""


@pytest.fixture(autouse=True)
def flawed(folder: Path) -> Path:
    path = folder / "flawed.txt"
    path.write_text(FLAWED, encoding="utf-8")
    return path


def test_findings_are_told_as_linters_tell_them(run: Run) -> None:
    result = run("check", "flawed.txt")
    assert result.exit_code == FOUND
    assert result.stdout.splitlines() == [
        "flawed.txt:4: GD622 中文中用了半角标点 ,（1处）：为了方便居民出行,制定本办法。 "
        "[art_1__para_1]",
        "flawed.txt:6: GD103 编号不连续：第一条之后缺第二条 [art_3]",
        "flawed.txt:6: GD401 “第九条”所指的条款不存在：没有第九条；本办法共3条，最后一条为第四条 "
        "[art_3__para_1]",
    ]
    assert result.stderr == "1个文件，3处：GD103 ×1, GD401 ×1, GD622 ×1\n"


def test_and_in_english(run: Run) -> None:
    result = run("check", "flawed.txt", "--select", "GD103", lang="en")
    assert result.stdout == (
        "flawed.txt:6: GD103 gap in the numbering: 第二条 missing after 第一条 [art_3]\n"
    )
    assert result.stderr == "1 found in 1 file: GD103 ×1\n"


def test_a_sound_regulation_is_clean(run: Run) -> None:
    result = run("check", "old.txt", "new.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2个文件，未发现问题\n"
    assert run("check", "old.txt", lang="en").stderr == "nothing found in 1 file\n"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "GD1"], ["GD103"]),
        (["--select", "GD1,gd4"], ["GD103", "GD401"]),
        (["--select", "GD1", "--select", "GD4"], ["GD103", "GD401"]),
        (["--ignore", "GD62"], ["GD103", "GD401"]),
        (["--select", "GD6", "--ignore", "GD622"], ["GD608"]),
        (["--select", "GD62", "--ignore", "GD622"], []),
        (["--select", "all", "--ignore", "GD1,GD4"], ["GD608", "GD622"]),
        (["--select", "default,GD608"], ["GD608", "GD622", "GD103", "GD401"]),
    ],
)
def test_codes_are_selected_and_ignored(run: Run, options: list[str], codes: list[str]) -> None:
    title = "（2019年3月1日青石镇人民政府令第3号公布）"
    text = FLAWED.replace(title, "（2019年3月1日公布）")
    result = run("check", "-", *options, stdin=text)
    assert [line.split()[1] for line in result.stdout.splitlines()] == codes
    assert result.exit_code == (FOUND if codes else 0)


def test_a_code_that_is_none_is_refused(run: Run) -> None:
    for option in ("--select", "--ignore"):
        line = one_line(run("check", "flawed.txt", option, "GD1,E501"))
        assert "没有代码 E501" in line


def test_several_files_and_trouble_with_one_of_them(run: Run) -> None:
    result = run("check", "flawed.txt", "nowhere.txt", "novel.txt", "old.txt")
    assert result.exit_code == TROUBLE
    assert result.stdout.count("flawed.txt:") == 3
    told = result.stderr.splitlines()
    assert [line.partition("：")[0] for line in told[:2]] == [
        "gazette-diff: nowhere.txt",
        "gazette-diff: novel.txt",
    ]
    assert told[2].startswith("2个文件，3处：")


def test_files_named_twice_are_checked_once(run: Run) -> None:
    assert run("check", "flawed.txt", "flawed.txt").stdout == run("check", "flawed.txt").stdout


def test_without_files_nothing_is_checked(run: Run) -> None:
    assert "FILE" in one_line(run("check"))


def test_findings_are_data_too(run: Run) -> None:
    result = run("check", "flawed.txt", "nowhere.txt", "--format", "json")
    assert result.exit_code == TROUBLE
    data = json.loads(result.stdout)
    assert data["schema"] == "gazette-diff/check@1"
    assert data["files"] == ["flawed.txt", "nowhere.txt"]
    assert data["summary"] == {"GD103": 1, "GD401": 1, "GD622": 1}
    assert data["findings"][1] == {
        "file": "flawed.txt",
        "code": "GD103",
        "message": "编号不连续：第一条之后缺第二条",
        "place": "art_3",
        "line": 6,
        "document": 1,
    }
    assert [one["file"] for one in data["trouble"]] == ["nowhere.txt"]


def test_one_document_of_a_gazette(run: Run, folder: Path) -> None:
    gazette = texts.GAZETTE.replace("居民凭身份证", "居民，，凭身份证")
    (folder / "flawed.txt").write_text(gazette, encoding="utf-8")
    assert "GD625" in run("check", "flawed.txt#自行车").stdout
    assert run("check", "flawed.txt#古树").stdout == ""


def test_a_file_of_xml_and_one_of_the_library_have_no_lines(run: Run, folder: Path) -> None:
    library = folder / "library" / "公共自行车管理办法"
    library.mkdir(parents=True)
    assert run("parse", "flawed.txt", "-o", library / "2019-03-01.xml").exit_code == 0
    for name in (str(library / "2019-03-01.xml"), "自行车"):
        result = run("check", name, "--select", "GD1", "--library", folder / "library")
        assert result.stdout == f"{name}: GD103 编号不连续：第一条之后缺第二条 [art_3]\n"


def test_colours_are_for_those_who_want_them(run: Run) -> None:
    assert "\x1b[" not in run("check", "flawed.txt").output
    coloured = run("check", "flawed.txt", "--color", "always").stdout
    assert "\x1b[1mflawed.txt:6\x1b[0m: \x1b[31m\x1b[1mGD103\x1b[0m" in coloured
    assert "\x1b[" not in run("check", "flawed.txt", "--color", "never").output


def test_a_source_does_not_steer_the_terminal(run: Run, folder: Path) -> None:
    name = "a\x1b[31m.txt"
    (folder / name).write_text(FLAWED.replace("居民", "\x1b[31m居民"), encoding="utf-8")
    result = run("check", name)
    assert "\x1b" not in result.output
    assert "a�[31m.txt:4: GD622" in result.stdout


def test_a_folder_stands_for_the_regulations_in_it(run: Run, folder: Path) -> None:
    drafts = folder / "drafts"
    (drafts / "old").mkdir(parents=True)
    (drafts / ".git").mkdir()
    for name in ("b.txt", "old/a.md", ".git/c.txt", "~$b.docx", "notes.log"):
        (drafts / name).write_text(FLAWED, encoding="utf-8")
    result = run("check", "drafts", "--select", "GD103")
    assert result.exit_code == FOUND
    told = [line.split(": ")[0] for line in result.stdout.splitlines()]
    assert told == ["drafts/b.txt:6", "drafts/old/a.md:6"]


def test_a_folder_without_a_regulation_is_trouble(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("check", "empty")
    assert "文件夹" in one_line(result)
