"""``gazette-diff cite --scan``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, one_line

MEMO = "依照本办法第十条和《行政处罚法》第三条、第五条第二款办理。\n第二条路走不通。\n"


def test_lines_as_linters_print_them(run: Run, folder: Path) -> None:
    (folder / "memo.txt").write_text(MEMO, encoding="utf-8")
    result = run("cite", "--scan", "memo.txt")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "memo.txt:1:3: 本办法第十条",
        "memo.txt:1:10: 《行政处罚法》第三条",
        # It belongs to the work before it, which is not printed again.
        "memo.txt:1:21: 第五条第二款 [行政处罚法]",
    ]


def test_json_from_standard_input(run: Run) -> None:
    result = run("cite", "--scan", "-", "--format", "json", stdin=MEMO)
    data = json.loads(result.stdout)
    assert data["schema"] == "gazette-diff/citations@1"
    assert [c["text"] for c in data["citations"]][-1] == "第五条第二款"
    assert data["citations"][2]["work"] == "行政处罚法"


def test_trouble_is_one_line(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "不存在" in one_line(run("cite", "--scan", "none.txt"))
    assert "--scan" in one_line(run("cite", "工作规则", "44", "--scan", "old.txt"))
    assert "缺少" in one_line(run("cite", "工作规则"))
