"""``gazette-diff refs``: every reference of one text, and what a revision made of it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gazette_diff.report.schemas import schema
from tests.cli.conftest import Run, one_line

# One of each: 前款, a range, a reference to nothing, one to a work that is not held.
RULES = """\
青石镇夜市管理办法
（2020年3月1日青石镇人民政府令第5号公布）

第一条 夜市由镇人民政府设立，夜市的位置由村民会议商定并且公布。

第二条 摊主应当在前一日向管理员申请摊位，写明出售的物品和所需的面积。

前款规定的申请可以由雇员提出。

第三条 出售熟食的摊主应当持有健康证明，熟食应当加盖并且与生食分开摆放。

第四条 违反本办法第二条、第三条规定的，处五十元罚款；违反第九条规定的，处一百元罚款；\
违反《集市规则》第二条规定的，依照该规则处罚。

第五条 本办法自2020年5月1日起施行。
"""
REVISED = RULES.replace("第九条", "第三条").replace(
    "第三条 出售熟食",
    "第三条 夜市内禁止使用高音喇叭招揽顾客，音量不得超过六十分贝。\n\n第四条 出售熟食",
)
REVISED = REVISED.replace("第五条 本办法", "第六条 本办法").replace("第四条 违反", "第五条 违反")


@pytest.fixture(autouse=True)
def sources(folder: Path) -> Path:
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "revised.txt").write_text(REVISED, encoding="utf-8")
    return folder


def test_every_reference_is_listed_with_what_it_points_to(run: Run) -> None:
    result = run("refs", "rules.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "  第二条第二款  “前款” → 第二条第一款",
        "  第四条        “本办法第二条” → 第二条",
        "  第四条        “第三条” → 第三条",
        "! 第四条        “第九条”  没有第九条；本办法共5条，最后一条为第五条",
        "  第四条        “《集市规则》第二条” → 库中没有当时施行的文本，未核对",
        "",
        "《青石镇夜市管理办法》（青石镇人民政府令第5号）："
        "引用5处：指向本文件4处，指向其他文件1处（据法规库核对0处）；"
        "有问题的1处",
    ]


def test_the_findings_of_a_revision_are_told(run: Run) -> None:
    result = run("refs", "rules.txt", "revised.txt")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "未随改  第五条  “第三条” → 第三条：序号未变，但现在指的是别的内容；"
        "原来所指的内容现为第四条",
        "",
        "《青石镇夜市管理办法》（青石镇人民政府令第5号）：新文内部引用4处：沿用2处，未随改1处，新增1处",
    ]
    everything = run("refs", "rules.txt", "revised.txt", "--all").stdout.splitlines()
    assert len(everything) == 6


def test_exit_code_is_0_where_nothing_is_wrong(run: Run) -> None:
    result = run("refs", "new.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("refs", "old.txt", "old.txt").exit_code == 0


@pytest.mark.parametrize(
    ("names", "contract"),
    [(["rules.txt"], "references-1"), (["rules.txt", "revised.txt"], "integrity-1")],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_json_keeps_the_contract(run: Run, names: list[str], contract: str, lang: str) -> None:
    validator = jsonschema.Draft202012Validator(
        schema("references-1" if contract == "references-1" else "integrity-1")
    )
    data = json.loads(run("refs", *names, "--format", "json", lang=lang).stdout)
    validator.validate(data)
    assert len(data["references"]) == (5 if len(names) == 1 else 4)


def test_the_graph_is_written_for_graphviz(run: Run) -> None:
    lines = run("refs", "rules.txt", "--format", "dot").stdout.splitlines()
    assert lines[0] == 'digraph "青石镇夜市管理办法" {'
    assert '  "art_4" -> "art_2";' in lines
    assert '  "art_4" -> "missing 第九条" [color=red];' in lines
    assert lines[-1] == "}"
    assert not any('art_2" -> "art_2' in line for line in lines)


def test_the_page_links_every_reference(run: Run, folder: Path) -> None:
    assert run("refs", "rules.txt", "-o", "refs.html").exit_code == 1
    page = (folder / "refs.html").read_text(encoding="utf-8")
    assert '<a class="ok" id="ref-1" href="#art_2__para_1" title="第二条第一款">前款</a>' in page
    assert '<span class="bad" id="ref-4"' in page
    judged = run("refs", "rules.txt", "revised.txt", "--html").stdout
    assert "未随改：序号未变" in judged


def test_hostile_words_stay_words(run: Run, folder: Path) -> None:
    text = RULES.replace("第九条", "第九条<script>alert(1)</script>")
    (folder / "hostile2.txt").write_text(text, encoding="utf-8")
    page = run("refs", "hostile2.txt", "--html").stdout
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_references_to_works_of_the_library_are_looked_up(run: Run, folder: Path) -> None:
    library = folder / "rules"
    (library / "集市规则").mkdir(parents=True)
    held = RULES.replace("青石镇夜市管理办法", "集市规则").replace("2020年", "2010年")
    (folder / "held.txt").write_text(held, encoding="utf-8")
    path = library / "集市规则" / "2010-03-01.xml"
    assert run("parse", "held.txt", "--format", "xml", "-o", path).exit_code == 0
    assert "集市规则@2010-03-01 第二条" in run("refs", "rules.txt").stdout
    missing = RULES.replace("《集市规则》第二条", "《集市规则》第八条")
    (folder / "missing.txt").write_text(missing, encoding="utf-8")
    assert "集市规则@2010-03-01：没有第八条" in run("refs", "missing.txt").stdout


def test_a_reference_without_the_name_of_its_work_is_told_with_it(run: Run, folder: Path) -> None:
    text = RULES.replace("《集市规则》第二条", "《集市规则》第二条、第七条")
    assert text != RULES
    (folder / "two.txt").write_text(text, encoding="utf-8")
    told = "“第七条” → 集市规则：库中没有当时施行的文本，未核对"
    assert told in run("refs", "two.txt").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("rules.txt", "--all"),
        ("rules.txt", "revised.txt", "--format", "dot"),
        ("rules.txt", "--html", "--format", "json"),
        ("-", "-"),
        ("rules.txt", "-o", "refs.docx"),
        ("nothing.txt",),
    ],
)
def test_trouble_is_told_in_one_line(run: Run, arguments: tuple[str, ...]) -> None:
    one_line(run("refs", *arguments))


def test_what_the_library_does_not_hold_for_that_day_is_not_judged(run: Run, folder: Path) -> None:
    library = folder / "rules"
    (library / "集市规则").mkdir(parents=True)
    later = RULES.replace("青石镇夜市管理办法", "集市规则").replace("2020年", "2022年")
    (folder / "later.txt").write_text(later, encoding="utf-8")
    path = library / "集市规则" / "2022-03-01.xml"
    assert run("parse", "later.txt", "--format", "xml", "-o", path).exit_code == 0
    assert "库中没有当时施行的文本，未核对" in run("refs", "rules.txt").stdout


def test_a_text_without_references_says_so(run: Run, folder: Path) -> None:
    (folder / "plain.txt").write_text(RULES.partition("第二条")[0], encoding="utf-8")
    assert (
        run("refs", "plain.txt").stdout
        == "《青石镇夜市管理办法》（青石镇人民政府令第5号）：没有引用\n"
    )
