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
    marked = replace(real, metadata=replace(real.metadata, constructed="（仅供演示）"))
    data = api.to_akn(marked, generated_on=date(2024, 1, 1))
    (folder / "constructed.xml").write_bytes(data)
    result = run("cite", "constructed.xml", "1")
    assert result.exit_code == 0
    assert "构拟的文本，不是历史文本。其中注明：（仅供演示）\n" in result.stderr


def test_several_provisions_are_printed_one_after_the_other(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    expected = (
        "《青石镇公共自行车管理办法》（青政〔2023〕8号）第三条至第四条\n"
        "\n"
        "第三条\n"
        "第一章 总则\n"
        "\n"
        "第三条\u3000镇综合办公室负责公共自行车的日常管理，应当公开服务电话。\n"
        "\n"
        "第四条\n"
        "第二章 租用\n"
        "\n"
        "第四条\u3000居民凭身份证租用公共自行车，每次不超过三小时。\n"
    )
    assert run("cite", "gazette.txt#自行车", "3-4").stdout == expected
    assert run("cite", "gazette.txt#自行车", "第三条至第四条").stdout == expected


def test_several_provisions_are_data_too(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("cite", "new.txt", "1、3、6", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/provisions@1"
    assert data["citation"].endswith("第一条、第三条和第六条")
    assert [one["eid"] for one in data["provisions"]] == ["art_1", "art_3", "art_6"]
    assert data["provisions"][2]["path"] == ["第三章 附则"]
    assert "eid" not in data
    # One provision keeps its own form, also when the list names it twice.
    one = json.loads(run("cite", "new.txt", "3、3", "--format", "json").stdout)
    assert one["eid"] == "art_3"
    assert "provisions" not in one


def test_a_number_printed_twice_is_told_with_lines_and_eids(run: Run, folder: Path) -> None:
    twice = texts.NEW.replace("第六条", "第五条")
    (folder / "twice.txt").write_text(twice, encoding="utf-8")
    told = one_line(run("cite", "twice.txt", "5"))
    assert "第五条［art_5］“租用人应当在任何站点还车…”（第16行）" in told
    assert "第五条（同一序号第二处）［art_5_inst2］“本办法自2023年10月…”（第23行）" in told
    assert run("cite", "twice.txt", "art_5_inst2").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_words_list_the_provisions_that_speak_of_them(run: Run) -> None:
    result = run("cite", "old.txt", "逾期")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "《青石镇公共自行车管理办法》（青石镇人民政府令第3号）第四条第（二）项",
        "    有三次以上逾期记录的。",
    ]
    data = json.loads(run("cite", "old.txt", "逾期", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/found@1"
    assert [one["eid"] for one in data["provisions"]] == ["art_4__para_1__point_2"]


@pytest.mark.usefixtures("folder")
def test_words_that_stand_nowhere_are_told(run: Run) -> None:
    assert "没有提到“土豆”的条文" in one_line(run("cite", "old.txt", "土豆"))


@pytest.mark.usefixtures("folder")
def test_a_number_that_cannot_be_read_is_not_looked_for_as_words(run: Run) -> None:
    assert "不能读作条文序号" in one_line(run("cite", "old.txt", "第四x条"))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("form", "start"), [("bibtex", "@misc{"), ("csl-json", "[")])
def test_formats_for_reference_managers(run: Run, form: str, start: str) -> None:
    result = run("cite", "old.txt", "4", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)
    assert "第四条" in result.stdout


@pytest.mark.usefixtures("folder")
def test_a_provision_in_another_version(run: Run) -> None:
    lines = run("cite", "new.txt", "4", "--in", "old.txt").stdout.splitlines()
    assert lines[0].endswith("第四条")
    assert lines[1].startswith("《青石镇公共自行车管理办法》（2019-03-01）中为：第")
    data = json.loads(run("cite", "new.txt", "4", "--in", "old.txt", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/elsewhere@1"
    (place,) = data["places"]
    there = run("cite", "old.txt", place["eid"], "--in", "new.txt", "--format", "json")
    assert [one["eid"] for one in json.loads(there.stdout)["places"]] == ["art_4"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ("new.txt", "3-4", "--in", "old.txt"),
        ("new.txt", "4", "--in", "2020"),
        ("new.txt", "4", "--in", "old.txt", "--format", "bibtex"),
        ("new.txt", "逾期", "--format", "bibtex"),
        ("new.txt", "4", "--style", "short", "--format", "bibtex"),
        ("new.txt", "4", "--style", "full", "--format", "csl-json"),
        ("--scan", "new.txt", "--style", "eid"),
        ("--check", "new.txt", "--style", "eid"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    one_line(run("cite", *arguments))
