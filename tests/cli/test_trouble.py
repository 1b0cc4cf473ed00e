"""Whatever a user can do wrong is told in one line, in either language, with exit code 2."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run, one_line

COMMANDS = {
    "parse": ("parse", "{}"),
    "diff": ("diff", "{}", "old.txt"),
    "cite": ("cite", "{}", "1"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("missing.txt", "没有这个文件"),
        ("no/such/folder/a.txt", "没有这个文件"),
        ("folder", "文件夹"),
        ("empty.txt", "文件为空"),
        ("photo.txt", "不是文本文件"),
        ("novel.txt", "未找到带编号条文的法规"),
        ("old.txt#停车", "没有标题含“停车”的文件"),
        ("无此规章", "没有这部法规"),
        ("无此规章@2023", "没有这部法规"),
        ("规章@去年", "不是版本"),
        ("很长" * 400, "没有这部法规"),
    ],
)
def test_bad_sources(run: Run, folder: Path, command: str, source: str, told: str) -> None:
    (folder / "rules").mkdir()
    assert told in one_line(run(*(arg.format(source) for arg in COMMANDS[command])))


def test_the_same_in_english(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "no such file" in one_line(run("parse", "missing.txt", lang="en"))


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["frobnicate"], "没有命令 frobnicate"),
        (["--frobnicate"], "没有选项 --frobnicate"),
        (["diff", "--contxt", "3", "a", "b"], "是否指 --context"),
        (["diff", "old.txt"], "缺少新版"),
        (["diff", "old.txt", "new.txt", "other.txt"], "多余的参数：other.txt"),
        (
            ["diff", "old.txt", "new.txt", "--format", "pdf"],
            "应为 terminal|html|docx|markdown|json|xml",
        ),
        (["diff", "old.txt", "new.txt", "--width", "3"], "--width 的值无效：应为 20…"),
        (["diff", "old.txt", "new.txt", "--min-similarity", "2"], "应为 0…1"),
        (["diff", "old.txt", "new.txt", "--width", "x"], "--width 的值无效"),
        (["diff", "old.txt", "new.txt", "--width"], "选项 --width 需要一个值"),
        (["parse", "old.txt", "--list=yes"], "选项 --list 不带值"),
        (["diff", "old.txt", "new.txt", "--context", "many"], "--context 应为数字或 all"),
        (["diff", "old.txt", "new.txt", "--only", "changed"], "--only 不认识“changed”"),
        (["diff", "old.txt", "new.txt", "--article", "条"], "两个版本中都没有“条”；修订前有"),
        (["diff", "old.txt", "new.txt", "--format", "json", "--only", "added"], "只用于终端"),
        (["diff", "old.txt", "new.txt", "--article", "99"], "都没有“99”；修订前有第一条–第六条"),
        (["diff", "-", "-"], "标准输入只能用一次"),
        (["cite", "old.txt", "猴"], "猴"),
        (["cite", "old.txt", "7"], "没有第七条"),
        (["parse", "old.txt", "--lang", "fr"], "应为 zh|en"),
        (["completion", "tcsh"], "应为 bash|zsh|fish"),
        (["list", "--library", "nowhere"], "nowhere：没有这个文件或文件夹"),
        (["cite", "工作规则", "1", "--library", "nowhere"], "nowhere：没有这个文件或文件夹"),
    ],
)
def test_bad_requests(run: Run, folder: Path, args: list[str], told: str) -> None:
    assert folder.is_dir()
    assert told in one_line(run(*args))


def test_a_file_of_several_documents_must_be_narrowed(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    line = one_line(run("cite", "gazette.txt", "1"))
    assert "含2个文件：青石镇公共自行车管理办法、青石镇古树名木保护规定" in line
    assert "gazette.txt#" in line
    assert run("cite", "gazette.txt#古树", "1").exit_code == 0


def test_control_characters_of_a_name_do_not_reach_the_terminal(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "\x1b" not in one_line(run("parse", "\x1b[31mred.txt"))


def test_a_bug_is_one_line_too_and_debug_shows_more(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    assert folder.is_dir()
    monkeypatch.setattr("gazette_diff.api.parse", broken)
    assert "程序内部错误：ZeroDivisionError" in one_line(run("parse", "old.txt"))
    result = run("parse", "old.txt", "--debug")
    assert result.exit_code == 2
    assert "Traceback" in result.stderr


def test_an_unreadable_file_is_told(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied", "old.txt")

    assert folder.is_dir()
    monkeypatch.setattr("gazette_diff.reading.files.load_bytes", forbidden)
    assert one_line(run("parse", "old.txt")) == "gazette-diff: old.txt：没有权限"


def test_an_unknown_trouble_of_the_system_keeps_its_words(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise OSError(4, "Interrupted system call", "old.txt")

    assert folder.is_dir()
    monkeypatch.setattr("gazette_diff.reading.files.load_bytes", broken)
    assert "Interrupted system call" in one_line(run("parse", "old.txt"))


@pytest.mark.parametrize("number", [errno.EFBIG, errno.EIO, errno.EDQUOT, errno.EBUSY])
def test_the_usual_troubles_of_the_system_are_told_in_chinese(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def broken(*_: object) -> bytes:
        raise OSError(number, os.strerror(number), "old.txt")

    assert folder.is_dir()
    monkeypatch.setattr("gazette_diff.reading.files.load_bytes", broken)
    told = one_line(run("parse", "old.txt"))
    assert os.strerror(number) not in told
    assert "系统错误" not in told


def test_ctrl_c_is_quiet(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    assert folder.is_dir()
    monkeypatch.setattr("gazette_diff.api.parse", interrupted)
    result = run("parse", "old.txt")
    assert result.exit_code == 130
    assert result.output.strip() == ""


def test_trouble_that_click_tells_in_its_own_words_is_told_with_them() -> None:
    import click

    from gazette_diff.cli.errors import explain

    assert "too odd" in explain(click.UsageError("too odd")).in_("zh")
    bad = click.BadParameter("too odd", param=click.Option(["--odd"], type=click.UUID))
    assert explain(bad).in_("en") == "invalid --odd: should be uuid"


def test_a_folder_that_forbids_looking_is_no_missing_file(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_: Path) -> bool:
        raise PermissionError(13, "Permission denied", "secret/a.txt")

    assert folder.is_dir()
    monkeypatch.setattr(Path, "exists", forbidden)
    assert one_line(run("parse", "secret/a.txt")) == "gazette-diff: secret/a.txt：没有权限"
