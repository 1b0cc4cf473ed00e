"""The command as a process: pipes, terminals, signals, and the wheel that is installed."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gazette_diff.cli.root import INTERRUPTED
from tests.shared import ROOT

COMMAND = [sys.executable, "-m", "gazette_diff"]
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    "GAZETTE_DIFF_LANG": "zh",
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    # Where coverage is measured, in the processes too.
    **{name: value for name, value in os.environ.items() if name.startswith("COV")},
}


def call(*args: str, stdin: bytes | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *args],
        input=stdin,
        capture_output=True,
        check=False,
        env=ENVIRONMENT | env,
        timeout=60,
    )


def in_terminal(
    *args: str, rows: int = 50, columns: int = 90, environment: dict[str, str] | None = None
) -> tuple[int, str]:
    """Run the command in a terminal of its own; return its exit code and what it showed."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    with subprocess.Popen(
        [*COMMAND, *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=ENVIRONMENT | (environment or {}),
    ) as process:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 30)[0]:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the other end is closed: on Linux that is an error
                break
            if not chunk:
                break
            shown += chunk
        code = process.wait(30)
    os.close(ours)
    return code, shown.decode()


def test_trouble_is_one_line_and_exit_code_two(folder: Path) -> None:
    assert folder.is_dir()
    done = call("diff", "missing.txt", "old.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "gazette-diff: missing.txt：没有这个文件，法规库中也没有同名的法规\n"
    )


def test_the_exit_code_of_a_difference(folder: Path) -> None:
    assert folder.is_dir()
    assert call("diff", "old.txt", "new.txt").returncode == 1
    assert call("diff", "old.txt", "old.txt").returncode == 0


def test_a_reader_that_leaves_early_changes_nothing(folder: Path) -> None:
    """Like ``| head -1``: quiet, and the exit code is that of the comparison."""
    long = "".join(f"第{n}条 本条第{n}款规定雨棚的检修。\n\n" for n in range(1, 4000))
    (folder / "long.txt").write_text(f"雨棚检修办法\n\n{long}", encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "parse", "long.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0
        assert b"Traceback" not in process.stderr.read()


def test_corrections_are_kept_whoever_stops_reading(folder: Path) -> None:
    """Like ``2>&1 | head -1``: the doubts cannot be told any more, the file is written."""
    gap = "雨棚检修办法\n\n第一条 雨棚应当检修。\n\n第三条 检修应当记录。\n"
    (folder / "gap.txt").write_text(gap, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        subprocess.run(
            [*COMMAND, "diff", "gap.txt", "gap.txt", "--pin", "1=1", "--save-pins"],
            stdout=subprocess.DEVNULL,
            stderr=writing,
            check=False,
            env=ENVIRONMENT,
            timeout=60,
        )
    finally:
        os.close(writing)
    assert "第一条=第一条" in (folder / "gazette-diff.pins.toml").read_text(encoding="utf-8")


def test_corrections_are_kept_before_the_report_is_shown(folder: Path) -> None:
    """Like ``| less``, stopped with Ctrl-C: the report is never shown to its end."""
    for year, word in ((2019, "检修"), (2021, "保养")):
        articles = "".join(f"第{n}条 本条规定第{n}个雨棚的{word}。\n\n" for n in range(1, 1500))
        (folder / f"{year}.txt").write_text(f"雨棚检修办法\n\n{articles}", encoding="utf-8")
    with subprocess.Popen(
        [*COMMAND, "diff", "2019.txt", "2021.txt", "--pin", "1=1", "--save-pins"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)  # the report fills the pipe and waits
        process.kill()
    assert "第一条=第一条" in (folder / "gazette-diff.pins.toml").read_text(encoding="utf-8")


def test_ctrl_c_is_quiet(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with (
        subprocess.Popen(
            [*COMMAND, "parse", "pipe"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            # A job in the background is deaf to Ctrl-C, and so would the command be.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        ) as process,
        # Opening the pipe waits for the reader, so the command is at work by then.
        (folder / "pipe").open("wb"),
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == INTERRUPTED
    assert out == b""
    assert b"Traceback" not in err


def test_a_terminal_gets_colours_and_its_own_width(folder: Path) -> None:
    from gazette_diff.cli.help import columns

    assert folder.is_dir()
    code, shown = in_terminal("diff", "old.txt", "new.txt", "--no-pager", columns=60)
    assert code == 1
    assert "\x1b[" in shown
    plain = in_terminal(
        "diff", "old.txt", "new.txt", "--no-pager", columns=60, environment={"NO_COLOR": "1"}
    )[1]
    assert "\x1b[" not in plain
    assert max(map(columns, plain.splitlines())) <= 60


@pytest.mark.parametrize("variable", ["NO_COLOR=1", "TERM=dumb"])
def test_colours_are_left_out_on_request(folder: Path, variable: str) -> None:
    assert folder.is_dir()
    name, _, value = variable.partition("=")
    args = ("diff", "old.txt", "new.txt", "--no-pager")
    shown = in_terminal(*args, environment={name: value})[1]
    assert "\x1b[" not in shown
    assert "[-可以-]" in shown


def test_long_output_in_a_terminal_is_paged(folder: Path) -> None:
    pager = folder / "pager"
    pager.write_text("#!/bin/sh\necho PAGED\ncat\n")
    pager.chmod(0o755)
    args = ("diff", "old.txt", "new.txt")
    env = {"PAGER": str(pager)}
    assert "PAGED" in in_terminal(*args, rows=5, environment=env)[1]
    assert "PAGED" not in in_terminal(*args, rows=500, environment=env)[1]
    assert "PAGED" in in_terminal(*args, "--pager", rows=500, environment=env)[1]
    assert "PAGED" not in in_terminal(*args, "--no-pager", rows=5, environment=env)[1]
    assert b"PAGED" not in call(*args, PAGER=str(pager)).stdout


def test_a_tree_is_cut_at_the_window_and_whole_in_a_pipe(folder: Path) -> None:
    from gazette_diff.cli.help import columns

    assert folder.is_dir()
    shown = in_terminal("parse", "old.txt", columns=40, environment={"NO_COLOR": "1"})[1]
    assert max(map(columns, shown.splitlines())) <= 40
    assert "…" in shown
    assert "…" not in call("parse", "old.txt").stdout.decode()


def test_a_pipe_is_a_source(folder: Path) -> None:
    """As in ``gazette-diff parse <(pdftotext … -)``."""
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(
        [*COMMAND, "parse", "pipe", "--list"], stdout=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        (folder / "pipe").write_bytes((folder / "old.txt").read_bytes())
        assert process.stdout is not None
        assert "青石镇公共自行车管理办法" in process.stdout.read().decode()


def test_an_encoding_without_chinese_is_no_trouble(folder: Path) -> None:
    assert folder.is_dir()
    done = call("diff", "old.txt", "new.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stderr == b""


def test_data_is_utf8_whatever_the_terminal_speaks(folder: Path) -> None:
    assert folder.is_dir()
    args = ("parse", "old.txt", "--format", "xml")
    assert call(*args, PYTHONIOENCODING="ascii").stdout == call(*args).stdout


@pytest.mark.parametrize(
    ("closed", "args", "told"),
    [
        ("<&-", "diff - new.txt", "-：标准输入已关闭"),
        ("<&-", "cite --scan -", "-：标准输入已关闭"),
        (">&-", "diff old.txt new.txt", "标准输出已关闭"),
        (">&-", "parse old.txt", "标准输出已关闭"),
        (">&-", "cite old.txt 2", "标准输出已关闭"),
    ],
)
def test_a_closed_stream_is_told(folder: Path, closed: str, args: str, told: str) -> None:
    assert folder.is_dir()
    result = subprocess.run(
        ["sh", "-c", f'exec "$0" -m gazette_diff {args} {closed}', sys.executable],
        stderr=subprocess.PIPE,
        check=False,
        env=ENVIRONMENT,
        timeout=60,
    )
    assert result.returncode == 2
    assert result.stderr.decode().strip() == f"gazette-diff: {told}"


def test_a_word_file_is_not_written_to_a_terminal(folder: Path) -> None:
    assert folder.is_dir()
    code, shown = in_terminal("diff", "old.txt", "new.txt", "--format", "docx")
    assert code == 2
    assert "-o" in shown
    assert "PK" not in shown
    assert call("diff", "old.txt", "new.txt", "--format", "docx").stdout[:2] == b"PK"
