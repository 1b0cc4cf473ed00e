from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gazette_diff.report.schemas import schema
from tests.cli.conftest import Run, one_line


@pytest.fixture
def library(run: Run, folder: Path) -> Path:
    """Return ./rules with two versions of one regulation and one of another."""
    for source, path in {
        "old.txt": "青石镇公共自行车管理办法/2019-03-01.xml",
        "new.txt": "青石镇公共自行车管理办法/2023-09-10.xml",
        "other.txt": "白桦乡古树名木保护规定/2021-06-05.xml",
    }.items():
        (folder / "rules" / path).parent.mkdir(parents=True, exist_ok=True)
        assert run("parse", source, "-o", f"rules/{path}").exit_code == 0
    return folder / "rules"


def test_the_library_is_listed(run: Run, library: Path) -> None:
    assert library.is_dir()
    assert run("list").stdout == (
        "白桦乡古树名木保护规定  @v2021-06-05\n"
        "青石镇公共自行车管理办法  @v2019-03-01  @v2023-09-10\n"
    )
    assert run("list", "古树").stdout == "白桦乡古树名木保护规定  @v2021-06-05\n"
    none = run("list", "停车")
    assert (none.exit_code, none.stdout) == (2, "")
    assert "停车：没有匹配的法规" in none.stderr


def test_a_folder_without_regulations_says_what_a_library_is(run: Run, folder: Path) -> None:
    result = run("list", "--library", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.count("\n") == 1
    assert "没有法规" in result.stderr
    assert "gazette-diff add 文件" in result.stderr


def test_the_list_is_data_too(run: Run, library: Path) -> None:
    data = json.loads(run("list", "--format", "json", "--library", library).stdout)
    assert data["schema"] == "gazette-diff/library@1"
    jsonschema.validate(data, schema("library-1"))
    assert [r["version"] for r in data["regulations"]] == ["2021-06-05", "2019-03-01", "2023-09-10"]


def test_regulations_are_named_by_words_and_version(run: Run, library: Path) -> None:
    assert library.is_dir()
    assert "二小时" in run("cite", "自行车@2019", "3").stdout
    assert "三小时" in run("cite", "自行车", "4").stdout
    assert run("diff", "自行车@2019", "自行车@2023").exit_code == 1
    assert run("diff", "自行车@2023", "new.txt").exit_code == 0
    assert "4 条" in run("parse", "古树", "--list").stdout


def test_the_library_can_be_named(run: Run, library: Path) -> None:
    library.rename("mine")
    assert "没有" in one_line(run("cite", "古树名木", "1", "--library", "folder"))
    for call in (
        run("cite", "古树", "1", "--library", "mine"),
        run("--library", "mine", "cite", "古树", "1"),
        run("cite", "古树", "1", GAZETTE_DIFF_LIBRARY="mine"),
    ):
        assert "为了保护古树名木" in call.stdout


def test_several_regulations_of_one_name_are_told(run: Run, library: Path) -> None:
    assert library.is_dir()
    (library / "黄岭村公共自行车管理办法").mkdir()
    (library / "黄岭村公共自行车管理办法" / "2020-01-01.xml").touch()
    line = one_line(run("cite", "自行车", "1"))
    assert "青石镇公共自行车管理办法、黄岭村公共自行车管理办法" in line


def test_a_file_wins_over_the_library(run: Run, library: Path) -> None:
    assert library.is_dir()
    Path("古树").write_text(Path("new.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert "自行车" in run("cite", "古树", "1").stdout


def test_a_folder_does_not_hide_the_library(run: Run, library: Path) -> None:
    assert library.is_dir()
    Path("古树").mkdir()
    assert "为了保护古树名木" in run("cite", "古树", "1").stdout


def test_a_broken_file_of_the_library_is_named(run: Run, library: Path) -> None:
    path = library / "白桦乡古树名木保护规定" / "2021-06-05.xml"
    path.write_text("<akomaNtoso", encoding="utf-8")
    assert "2021-06-05.xml" in one_line(run("cite", "古树", "1"))


def test_the_shell_completes_commands_and_regulations(run: Run, library: Path) -> None:
    assert library.is_dir()
    done = run(_GAZETTE_DIFF_COMPLETE="bash_complete", COMP_WORDS="gazette-diff ci", COMP_CWORD="1")
    assert done.stdout == "plain,cite\n"
    done = run(
        _GAZETTE_DIFF_COMPLETE="bash_complete", COMP_WORDS="gazette-diff cite 白", COMP_CWORD="2"
    )
    assert "plain,白桦乡古树名木保护规定" in done.stdout.splitlines()


def test_completion_without_a_library_leaves_the_files(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    done = run(
        _GAZETTE_DIFF_COMPLETE="bash_complete",
        GAZETTE_DIFF_LIBRARY="nowhere",
        COMP_WORDS="gazette-diff cite o",
        COMP_CWORD="2",
    )
    assert done.stdout == "file,o\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_names_the_command_and_how_to_install_it(
    run: Run, shell: str
) -> None:
    script = run("completion", shell).stdout
    assert "_GAZETTE_DIFF_COMPLETE" in script
    assert script.splitlines()[-1].startswith(f"# gazette-diff completion {shell} >")
