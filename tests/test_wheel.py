"""The wheel as it is installed: all that the command needs is inside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.shared import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the contents of a wheel built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def call(installed: Path, cwd: Path, *args: str) -> str:
    command = [sys.executable, "-P", "-m", "gazette_diff", *args]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed), "LANG": "C.UTF-8"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_the_sample_library_is_at_hand_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    assert call(installed, tmp_path, "list").count("@") >= 3
    cited = call(installed, tmp_path, "cite", "工作规则", "第四十四条第一款第（三）项")
    assert cited.splitlines()[:2] == [
        "《南阳市人民政府工作规则》（宛政〔2023〕4号）第四十四条第一款第（三）项",
        "第八章 会议制度",
    ]


def test_reports_and_markup_find_what_they_are_made_from(installed: Path, tmp_path: Path) -> None:
    """Templates, tables of regions and the like are files beside the modules."""
    example = ROOT / "examples" / "small"
    texts = (str(example / "旧.txt"), str(example / "新.txt"))
    page = call(installed, tmp_path, "diff", *texts, "--format", "html")
    assert page.lower().startswith("<!doctype html>")
    xml = call(installed, tmp_path, "parse", texts[1], "--format", "xml")
    assert "akomaNtoso" in xml


def test_types_and_licence_are_shipped(installed: Path) -> None:
    assert (installed / "gazette_diff" / "py.typed").exists()
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))
