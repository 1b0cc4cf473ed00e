"""What the tests of the command share: a folder with small sources, and a way to run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazette_diff.cli.root import root
from tests.cli import texts
from tests.support.contracts import hold_to_contract

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with old.txt, new.txt, other.txt and the rest of the texts."""
    for name in ("old", "new", "other", "gazette", "novel", "hostile"):
        (tmp_path / f"{name}.txt").write_text(getattr(texts, name.upper()), encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.txt").write_bytes(
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8
    )
    (tmp_path / "gbk.txt").write_bytes(texts.OLD.encode("gb18030"))
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Return ``run(*args, lang="zh", stdin=None, **env)``: runs the command in this process.

    JSON on its standard output is held to the schema it names.
    """

    def run(
        *args: object, lang: str = "zh", stdin: str | bytes | None = None, **env: str
    ) -> Result:
        runner = CliRunner(env={"GAZETTE_DIFF_LANG": lang, **env})
        result = runner.invoke(root, [str(arg) for arg in args], input=stdin)
        hold_to_contract(result.stdout)
        return result

    return run


def one_line(result: Result) -> str:
    """Return the single line on standard error of a run that failed as it should."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("gazette-diff: ")
    assert "Traceback" not in line
    return line
