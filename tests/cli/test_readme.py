"""What both READMEs say of Python runs as it stands, and the data in them are the same."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from gazette_diff.core.changes import ChangeSet
from tests.shared import ROOT

READMES = ("README.md", "README.zh-CN.md")
OLD = ROOT / "examples" / "南阳市人民政府工作规则（构拟旧版）.txt"


def _blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_the_python_of_the_readme_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(OLD, "旧.txt")
    (code,) = _blocks(name, "python")
    names: dict[str, object] = {}
    exec(compile(code, name, "exec"), names)
    assert isinstance(names["changes"], ChangeSet)
    assert "第四十四条第一款第（三）项" in capsys.readouterr().out


def test_both_readmes_show_the_same_corrections_and_commands() -> None:
    english, chinese = READMES
    assert _blocks(english, "python") == _blocks(chinese, "python")
    (kept,), (same,) = _blocks(english, "toml"), _blocks(chinese, "toml")
    assert tomllib.loads(kept) == tomllib.loads(same)
    assert _commands(english) == _commands(chinese)


def _commands(name: str) -> list[list[str]]:
    """Return the command and subcommand of each line of *name* that is one to type."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    typed = (line.removeprefix("$ ").split() for line in lines)
    return [words[:2] for words in typed if words and words[0] in ("gazette-diff", "make", "pip")]
