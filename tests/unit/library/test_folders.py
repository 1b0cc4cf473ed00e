from __future__ import annotations

from pathlib import Path

from gazette_diff.library.folders import VARIABLE, library_folder, sample_library


def test_the_named_folder_comes_first(tmp_path: Path) -> None:
    assert library_folder(Path("mine"), {VARIABLE: "theirs"}, tmp_path) == Path("mine")


def test_then_the_variable_even_if_the_folder_is_missing(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    assert library_folder(None, {VARIABLE: "theirs"}, tmp_path) == Path("theirs")


def test_then_rules_in_the_working_folder(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    assert library_folder(None, {}, tmp_path) == tmp_path / "rules"


def test_else_the_sample_library(tmp_path: Path) -> None:
    assert library_folder(None, {VARIABLE: ""}, tmp_path) == sample_library()
