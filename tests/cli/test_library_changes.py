"""A library as its owner keeps it: begun, added to, asked by date, taken from."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gazette_diff.report.schemas import SchemaName, schema
from tests.cli.conftest import Run, one_line


@pytest.fixture
def library(run: Run, folder: Path) -> Path:
    """Return ./rules with two versions of one regulation."""
    assert run("init").stdout == "rules：新的法规库\n"
    assert run("add", "old.txt", "new.txt", "--yes").exit_code == 0
    return folder / "rules"


def files(library: Path) -> dict[str, bytes]:
    return {str(p.relative_to(library)): p.read_bytes() for p in library.rglob("*") if p.is_file()}


def test_what_adding_does_is_shown(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    run("init")
    assert run("init").stdout == "rules：已经是法规库\n"
    shown = run("add", "gazette.txt#古树", "old.txt", "new.txt", "--yes")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert "新法规  青石镇公共自行车管理办法@v2019-03-01" in "\n".join(lines)
    assert any(line.startswith("新版本  青石镇公共自行车管理办法@v2023-09-10") for line in lines)
    assert "已写入" in shown.stderr


def test_adding_again_changes_nothing(run: Run, library: Path) -> None:
    before = files(library)
    again = run("add", "old.txt", "new.txt")
    assert (again.exit_code, again.stderr) == (0, "没有需要写入的\n")
    assert [line[:2] for line in again.stdout.splitlines()] == ["已有", "已有"]
    assert files(library) == before


def test_the_same_articles_from_another_source_change_nothing(run: Run, library: Path) -> None:
    before = files(library)
    again = run("add", "gazette.txt#自行车", "--yes")
    assert (again.exit_code, again.stdout) == (
        0,
        "已有    青石镇公共自行车管理办法@v2023-09-10  青政〔2023〕8号；"
        "条文相同，条文以外的文字（通知、题注等）不同，未改动\n",
    )
    assert files(library) == before


def test_without_consent_nothing_is_written(run: Run, library: Path) -> None:
    before = files(library)
    refused = run("add", "other.txt")
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    assert files(library) == before


def test_there_must_be_a_library(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    assert "gazette-diff init" in one_line(run("add", "old.txt", "--yes"))
    assert "gazette-diff init" in one_line(run("add", "old.txt", "--yes", "--library", "nowhere"))


def test_a_bad_file_does_not_hold_up_the_others(run: Run, library: Path) -> None:
    assert library.is_dir()
    mixed = run("add", "photo.txt", "other.txt", "missing.txt", "--yes")
    assert mixed.exit_code == 2
    assert [line.partition("：")[0] for line in mixed.stderr.splitlines()[:2]] == [
        "gazette-diff: photo.txt",
        "gazette-diff: missing.txt",
    ]
    assert "古树" in run("list").stdout
    assert "photo.txt" in one_line(run("add", "photo.txt", "--yes"))


def test_the_day_of_a_version_can_be_given(run: Run, library: Path) -> None:
    assert library.is_dir()
    assert run("add", "other.txt", "--date", "2024-02-02", "--yes").exit_code == 0
    assert "@v2024-02-02" in run("list", "古树").stdout
    assert "不是日期" in one_line(run("add", "other.txt", "--date", "明天", "--yes"))


def test_a_version_known_of_is_told_wherever_it_is_asked_for(run: Run, library: Path) -> None:
    assert library.is_dir()
    title = "青石镇公共自行车管理办法"
    known = ("--not-held", title, "--date", "2016-05-01")
    assert run("add", *known, "--number", "青政〔2016〕3号", "-y").exit_code == 0
    assert "（2016-05-01未收正文）" in run("list").stdout
    line = one_line(run("show", "自行车@2017-01-01"))
    assert "所指为2016-05-01的版本（青政〔2016〕3号），库中没有其正文" in line
    assert "需要版本的日期" in one_line(run("add", "--not-held", title, "-y"))
    assert "不是发文字号" in one_line(run("add", *known, "--number", "三号", "-y"))


def test_a_day_chooses_the_version_in_every_command(run: Run, library: Path) -> None:
    assert library.is_dir()
    assert "二小时" in run("cite", "自行车", "3", "--as-of", "2020-01-01").stdout
    assert "二小时" in run("--as-of", "2020-01-01", "show", "自行车").stdout
    assert "三小时" in run("show", "自行车").stdout
    line = one_line(run("show", "自行车", "--as-of", "2001-01-01"))
    assert "2001-01-01没有施行中的文本" in line
    assert "--as-of" in one_line(run("show", "自行车", "--as-of", "2001"))


def test_the_contents_alone(run: Run, library: Path) -> None:
    assert library.is_dir()
    contents = run("show", "自行车@2023", "--toc").stdout
    assert contents.startswith("青石镇公共自行车管理办法\n第一章  总则  第一条–")
    assert "三小时" not in contents


@pytest.mark.parametrize("style", ["xml", "json", "tree", "text"])
def test_a_version_is_shown_in_every_format(run: Run, library: Path, style: str) -> None:
    assert library.is_dir()
    shown = run("show", "自行车@2023", "--format", style)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "三小时" in shown.stdout


def test_removing_leaves_word_of_it(run: Run, library: Path) -> None:
    assert "可指2个" in one_line(run("remove", "自行车", "--yes"))
    assert "--yes" in one_line(run("remove", "自行车@2019"))
    assert run("remove", "自行车@2019", "--reason", "重复收入", "--yes").exit_code == 0
    assert "（2019-03-01已移出）" in run("list").stdout
    assert "库中没有其正文" in one_line(run("show", "自行车@2019"))
    kept = run("add", "old.txt", "--yes")
    assert (kept.exit_code, kept.stdout[:3]) == (2, "曾移出")
    assert run("add", "old.txt", "--restore", "--yes").exit_code == 0
    assert "二小时" in run("show", "自行车@2019").stdout
    assert run("remove", "自行车@2019", "--forget", "--yes").exit_code == 0
    assert run("list").stdout == "青石镇公共自行车管理办法  @v2023-09-10\n"
    assert not list(library.glob("*/2019*"))


def test_a_text_that_differs_needs_a_decision(run: Run, library: Path) -> None:
    assert library.is_dir()
    text = Path("new.txt").read_text(encoding="utf-8").replace("三小时", "四小时")
    Path("new.txt").write_text(text, encoding="utf-8")
    clash = run("add", "new.txt", "--yes")
    assert (clash.exit_code, clash.stdout[:2]) == (2, "冲突")
    assert run("add", "new.txt", "--replace", "--yes").exit_code == 0
    assert "四小时" in run("show", "自行车").stdout


def test_the_versions_and_the_life_of_an_article(run: Run, library: Path) -> None:
    assert library.is_dir()
    log = run("log", "自行车").stdout
    assert "2023-09-10  青石镇人民政府令第8号  重新制定  2023-10-01起施行" in log
    assert "与2019-03-01的文本相比" in log
    assert "修改 3  新增 1  删除 1  未修改 2" in log
    life = run("log", "自行车", "4").stdout
    assert "2023-09-10  第四条" in life
    assert "2019-03-01  第三条  所收最早的文本" in life
    patch = run("log", "自行车", "4", "--patch").stdout
    assert "[-二小时-]{+三小时+}" in patch
    blamed = run("blame", "自行车").stdout.splitlines()
    assert blamed[0].startswith("2019-03-01  第一条")
    assert any(line.startswith("2023-09-10  第三条  镇综合办公室") for line in blamed)


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["log", "自行车"], "history-1"),
        (["log", "自行车", "4"], "life-1"),
        (["blame", "自行车"], "blame-1"),
    ],
)
def test_histories_are_data_too(run: Run, library: Path, args: list[str], name: SchemaName) -> None:
    assert library.is_dir()
    data = json.loads(run(*args, "--format", "json").stdout)
    jsonschema.validate(data, schema(name))


def test_what_has_no_history_is_told(run: Run, library: Path) -> None:
    assert library.is_dir()
    assert "--patch" in one_line(run("log", "自行车", "--patch"))
    assert "不是条文" in one_line(run("log", "自行车", "第一章"))
    run("add", "other.txt", "--yes")
    assert "只收有一个版本的正文" in one_line(run("log", "古树", "1"))
    assert "没有这部法规" in one_line(run("blame", "停车"))


def test_the_library_is_verified(run: Run, library: Path) -> None:
    sound = run("verify")
    assert (sound.exit_code, sound.stdout) == (0, f"{library}：2个版本，没有问题\n")
    (file,) = library.glob("*/2019-03-01.xml")
    file.write_text(file.read_text(encoding="utf-8").replace("<heading>", "<header>", 1))
    broken = run("verify")
    assert broken.exit_code == 1
    assert "2019-03-01.xml: GD511" in broken.stdout
    data = json.loads(run("verify", "--format", "json").stdout)
    assert {finding["code"] for finding in data["findings"]} >= {"GD511"}
    (library / "index.json").unlink()
    run("add", "old.txt", "--replace", "--yes")
    again = run("verify", "--reindex")
    assert (again.exit_code, again.stderr) == (0, f"{library}：索引和永久编号已重写\n")


def test_versions_from_one_to_another(run: Run, library: Path) -> None:
    assert library.is_dir()
    two = run("diff", "自行车@2019..", "--name-only")
    assert (two.exit_code, two.stdout) == (
        1,
        run("diff", "old.txt", "new.txt", "--name-only").stdout,
    )
    assert "缺少新版" in one_line(run("diff", "自行车@2019"))
    assert "没有两个收有正文的版本" in one_line(run("diff", "自行车@2023.."))
    text = Path("new.txt").read_text(encoding="utf-8").replace("（三）酒后的。", "（三）酒后的；")
    Path("later.txt").write_text(text.replace("2023年9月", "2025年9月"), encoding="utf-8")
    assert run("add", "later.txt", "--yes").exit_code == 0
    for name in ("自行车@2019..", "自行车@2019..2025", "自行车@.."):
        matrix = run("diff", name)
        assert matrix.exit_code == 1
        heads, *rows = matrix.stdout.splitlines()[2:]
        assert heads.split() == ["2019-03-01", "2023-09-10", "2025-09-10"]
        assert "  第三条      ~ 第四条      = 第四条" in rows
    assert len(json.loads(run("diff", "自行车@..", "--format", "json").stdout)["versions"]) == 3
    assert "只用于两个版本" in one_line(run("diff", "自行车@..", "--format", "html"))


def test_a_day_that_is_assumed_is_told_wherever_it_is_used(run: Run, library: Path) -> None:
    assert library.is_dir()
    text = Path("new.txt").read_text(encoding="utf-8").replace("2023年9月10日", "2025年9月10日")
    text = text.replace("第六条 本办法自2023年10月1日起施行。", "第六条 本办法由镇政府解释。")
    Path("later.txt").write_text(text, encoding="utf-8")
    assert run("add", "later.txt", "--yes").exit_code == 0
    for args in (("show", "自行车"), ("cite", "自行车", "4")):
        assert "GD501" in run(*args, "--as-of", "2025-10-01").stderr
        assert "GD501" not in run(*args, "--as-of", "2024-01-01").stderr
