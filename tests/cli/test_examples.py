"""What the walk-through in examples/README.md shows is what the commands print."""

from __future__ import annotations

import re
import shlex

import pytest
from click.testing import CliRunner

from gazette_diff.cli.root import root
from tests.shared import ROOT

WALK = ROOT / "examples" / "README.md"
_MARK = re.compile(
    r"<!-- OUTPUT: (?P<command>[^\n]*?)(?: \| head -(?P<head>\d+))? -->\n"
    r"(?P<block>\n?```text\n.*?```\n)?",
    re.DOTALL,
)


def _printed(command: str, head: str | None) -> str:
    words = shlex.split(command)[1:]
    if words[0] == "diff":
        words += ["--width", "92"]  # as in a window of that width
    result = CliRunner().invoke(root, ["--lang", "zh", *words])
    assert result.exit_code in (0, 1), result.output
    lines = result.stdout.rstrip("\n").split("\n")
    if head is not None and len(lines) > int(head):
        lines = [*lines[: int(head)], "……"]
    return "\n".join(line.rstrip() for line in lines)


def test_the_walk_through_is_true(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    text = WALK.read_text(encoding="utf-8")
    fresh = _MARK.sub(
        lambda m: (
            m[0][: len(m[0]) - len(m["block"] or "")]
            + f"\n```text\n{_printed(m['command'], m['head'])}\n```\n"
        ),
        text,
    )
    assert len(_MARK.findall(text)) > 5
    if request.config.getoption("--update-golden"):
        WALK.write_text(fresh, encoding="utf-8")
    assert fresh == WALK.read_text(encoding="utf-8"), "run pytest --update-golden"
