from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from gazette_diff.cli.help import columns, wrap
from gazette_diff.cli.root import SUBCOMMANDS
from tests.cli.conftest import Run

CHINESE = re.compile("[一-鿿]")


@pytest.mark.parametrize("command", ["", *SUBCOMMANDS])
@pytest.mark.parametrize(("lang", "examples"), [("zh", "示例："), ("en", "Examples:")])
def test_every_command_has_help_with_examples(
    run: Run, command: str, lang: str, examples: str
) -> None:
    result = run(*command.split(), "--help", lang=lang)
    assert result.exit_code == 0
    assert examples in result.stdout
    assert f"gazette-diff {command}".rstrip() in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("command", ["", *SUBCOMMANDS])
def test_english_help_is_english(run: Run, command: str) -> None:
    """Chinese stands only in names of files and regulations, never in the explanations."""
    text = run(*command.split(), "--help", lang="en").stdout.partition("Examples:")[0]
    explained = re.sub(r"工作规则(?:@2023)?|四十四|第四十四条第一款第（三）项|一、", "", text)
    assert not CHINESE.search(explained)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *SUBCOMMANDS])
def test_help_fits_the_window(run: Run, command: str, lang: str) -> None:
    text = run(*command.split(), "--help", lang=lang, COLUMNS="72").stdout
    # An example is a line to be copied, and is never broken.
    explained = [line for line in text.splitlines() if not line.startswith("  gazette-diff")]
    assert max(map(columns, explained)) <= 72


def test_the_short_option_helps_too(run: Run) -> None:
    assert run("diff", "-h").stdout == run("diff", "--help").stdout


def test_lang_counts_wherever_it_stands(run: Run) -> None:
    assert run("--help", "--lang", "en").stdout == run("--lang=en", "--help").stdout
    assert "Usage:" in run("diff", "--lang", "en", "--help").stdout


def test_without_a_command_the_help_is_shown_as_an_error(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == run("--help").stdout


def test_the_version_is_told(run: Run) -> None:
    from gazette_diff import __version__

    assert run("--version").stdout == f"gazette-diff {__version__}\n"


def test_help_loads_nothing_that_it_does_not_need() -> None:
    """The start of the command is click and a little text; the rest comes when it is used."""
    program = (
        "import sys\n"
        "from gazette_diff.__main__ import main\n"
        "sys.argv = ['gazette-diff', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    # Measuring coverage would load modules of its own.
    environment = {n: v for n, v in os.environ.items() if not n.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=environment
    )
    loaded = set(done.stderr.decode().split())
    heavy = {"rich", "lxml", "jinja2", "pypinyin", "json", "pathlib", "shutil", "difflib"}
    assert not heavy & loaded
    assert "gazette_diff.api" not in loaded
    assert not {command.module for command in SUBCOMMANDS.values()} & loaded


def test_wrapping_counts_columns_and_keeps_marks_off_the_start() -> None:
    assert wrap("条文按内容对应，不按条号。", 14) == ["条文按内容对", "应，不按条号。"]
    assert wrap("see the gazette 公报.txt now", 16) == ["see the gazette", "公报.txt now"]
    assert wrap("一行\n二行", 40) == ["一行", "二行"]
    assert wrap("unbreakablyLongWord 甲", 8) == ["unbreakablyLongWord", "甲"]


def test_an_opening_bracket_is_not_left_at_the_end_of_a_line() -> None:
    assert wrap("默认依区域（报告默认中文）", 12) == ["默认依区域", "（报告默认中", "文）"]
