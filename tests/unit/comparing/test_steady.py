"""The same two texts give the same bytes, whatever the order in which sets are walked."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.shared import ROOT

EXAMPLE = ROOT / "examples" / "南阳市人民政府工作规则（构拟旧版）.txt"
NEW = ROOT / "rules" / "南阳市人民政府工作规则" / "2023-04-16.xml"


def test_the_seed_of_hashes_changes_nothing() -> None:
    outputs = {printed(seed) for seed in ("0", "1", "4242")}
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def printed(seed: str) -> bytes:
    command = [
        sys.executable,
        "-m",
        "gazette_diff",
        "diff",
        str(EXAMPLE),
        str(NEW),
        "--format",
        "json",
    ]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, cwd=ROOT, env=environment).stdout
