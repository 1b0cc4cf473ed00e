from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli import texts
from tests.cli.conftest import Run, one_line


def test_the_citation_the_place_and_the_words_are_printed(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert run("cite", "gazette.txt#自行车", "5.1.3").stdout == (
        "《青石镇公共自行车管理办法》（青政〔2023〕8号）第五条第（三）项\n"
        "第二章 租用\n"
        "\n"
        "（三）酒后的。\n"
    )


@pytest.mark.parametrize("name", ["5", "五", "第五条", "art_5"])
def test_an_article_has_many_names(run: Run, folder: Path, name: str) -> None:
    assert folder.is_dir()
    text = run("cite", "new.txt", name).stdout
    assert text == run("cite", "new.txt", "第5条").stdout
    assert "租用人应当在任何站点还车" in text
    assert text.endswith("（三）酒后的。\n")


@pytest.mark.parametrize(
    ("style", "citation"),
    [
        ("full", "《青石镇公共自行车管理办法》（青政〔2023〕8号）第五条"),
        ("short", "《青石镇公共自行车管理办法》第五条"),
        ("bare", "第五条"),
        ("eid", "art_5"),
        ("markdown", "[《青石镇公共自行车管理办法》（青政〔2023〕8号）第五条](#art_5)"),
    ],
)
def test_the_citation_has_a_style(run: Run, folder: Path, style: str, citation: str) -> None:
    assert folder.is_dir()
    text = run("cite", "gazette.txt#自行车", "5", "--style", style).stdout
    assert text.splitlines()[0] == citation


def test_a_regulation_without_chapters_has_no_place_to_tell(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert run("cite", "other.txt", "1").stdout.splitlines()[1] == ""


def test_a_citation_is_data_too(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("cite", "new.txt", "5.1.3", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/provision@1"
    assert data["eid"] == "art_5__para_1__point_3"
    assert data["path"] == ["第二章 租用"]
    assert data["text"] == "（三）酒后的。"
    assert data["title"] == "青石镇公共自行车管理办法"


def test_what_does_not_exist_is_told_with_what_does(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "第六条" in one_line(run("cite", "new.txt", "7"))
    assert "第（三）项" in one_line(run("cite", "new.txt", "5.1.4"))
    assert "第（三）项" in one_line(run("cite", "new.txt", "5.1.4", lang="en"))


def test_a_citation_can_be_written_to_a_file(run: Run, folder: Path) -> None:
    assert run("cite", "new.txt", "5", "-o", "c.txt").stdout == ""
    assert (folder / "c.txt").read_text(encoding="utf-8") == run("cite", "new.txt", "5").stdout


def test_doubts_about_the_article_itself_are_told(run: Run, folder: Path) -> None:
    twice = texts.NEW.replace("第六条", "第五条")
    (folder / "twice.txt").write_text(twice, encoding="utf-8")
    assert run("cite", "twice.txt", "1").stderr == ""
    assert "GD104" in run("cite", "twice.txt", "art_5_inst2").stderr


def test_a_constructed_text_warns_whoever_cites_it(run: Run, folder: Path) -> None:
    from dataclasses import replace
    from datetime import date

    from gazette_diff import api

    real = api.load("new.txt")
    marked = replace(real, metadata=replace(real.metadata, constructed="仅供演示"))
    data = api.to_akn(marked, generated_on=date(2024, 1, 1))
    (folder / "constructed.xml").write_bytes(data)
    result = run("cite", "constructed.xml", "1")
    assert result.exit_code == 0
    assert "构拟的文本，不是历史文本（仅供演示）" in result.stderr
