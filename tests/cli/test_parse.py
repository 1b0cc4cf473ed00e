from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli import texts
from tests.cli.conftest import Run, one_line


@pytest.fixture
def both(folder: Path) -> str:
    assert (folder / "gazette.txt").exists()
    return "gazette.txt"


def test_the_tree_is_shown(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    lines = [" ".join(line.split()) for line in run("parse", "old.txt").stdout.splitlines()]
    assert lines[0].startswith("青石镇公共自行车管理办法")
    assert "8 第二条 本办法适用于本镇范围内公共自行车的投放、租用和管理。" in lines
    assert "16 （二） 有三次以上逾期记录的。" in lines


_PLAN = """青石镇渡口整治方案

一、总体要求

渡口由镇农业办管理。

渡船{}检修一次。

二、工作任务

（一）登记渡船。
"""


def test_a_paragraph_of_a_plan_is_a_passage(run: Run, folder: Path) -> None:
    """款 stand in articles (立法法 第六十五条); what a plan has between its numbers are 段."""
    (folder / "plan.txt").write_text(_PLAN.format("每年"), encoding="utf-8")
    (folder / "later.txt").write_text(_PLAN.format("每半年"), encoding="utf-8")
    assert "第二段" in run("parse", "plan.txt").stdout
    told = run("diff", "plan.txt", "later.txt").stdout
    assert "第二段" in told
    assert "款" not in told


def test_the_documents_are_listed(run: Run, both: str) -> None:
    one, two = run("parse", both, "--list").stdout.splitlines()
    assert one.startswith("1  青石镇公共自行车管理办法")
    for fact in ("青政〔2023〕8号", "2023-09-10成文", "2023-10-01施行", "6 条", "第1–"):
        assert fact in one
    assert two.startswith("2  青石镇古树名木保护规定")


def test_a_meeting_adopts_and_an_office_signs(run: Run, folder: Path) -> None:
    adopted = "青石镇渡口条例\n\n2019年3月1日青石市第五届人民代表大会常务委员会第二次会议通过\n\n"
    text = f"{adopted}第一条 渡口由镇农业办管理。\n\n第二条 本条例自2019年5月1日起施行。\n"
    (folder / "adopted.txt").write_text(text, encoding="utf-8")
    assert "2019-03-01通过" in run("parse", "adopted.txt", "--list").stdout


def test_words_that_are_cut_from_a_sentence_are_marked_so(run: Run, folder: Path) -> None:
    text = "青石镇渡口管理办法\n\n第一条 {}渡口由镇农业办管理\n\n第二条 渡船每年检修一次。\n"
    (folder / "cut.txt").write_text(text.format("为了" + "安全" * 20 + "，"), encoding="utf-8")
    (folder / "whole.txt").write_text(text.format("春季，"), encoding="utf-8")
    assert "：…安全" in run("parse", "cut.txt").stderr
    assert "标点：春季，渡口由镇农业办管理" in run("parse", "whole.txt").stderr


def test_the_list_is_data_too(run: Run, both: str) -> None:
    data = json.loads(run("parse", both, "--list", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/documents@1"
    assert [d["articles"] for d in data["documents"]] == [6, 4]
    assert data["documents"][0]["in_force"] == "2023-10-01"


def test_the_list_tells_a_text_without_articles(run: Run, folder: Path) -> None:
    outline = "镇灯会方案\n\n一、时间\n\n正月十五。\n\n二、地点\n\n镜湖边。\n"
    (folder / "outline.txt").write_text(outline, encoding="utf-8")
    assert "提纲" in run("parse", "outline.txt", "--list").stdout


def test_a_document_of_standard_input_is_picked(run: Run, both: str, folder: Path) -> None:
    gazette = (folder / both).read_bytes()
    picked = run("parse", "-#古树", "--list", stdin=gazette)
    assert picked.stdout == run("parse", f"{both}#古树", "--list").stdout
    assert run("cite", "-#自行车", "5.1.3", stdin=gazette).stdout.endswith("（三）酒后的。\n")


def test_one_document_is_picked_by_its_title_or_count(run: Run, both: str) -> None:
    by_title = run("parse", f"{both}#古树", "--list").stdout
    assert by_title == run("parse", f"{both}#2", "--list").stdout
    assert by_title.startswith("1  青石镇古树名木保护规定 ")


def test_the_tree_is_data(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    data = json.loads(run("parse", "old.txt", "--format", "json").stdout)
    assert data["schema"] == "gazette-diff/tree@1"
    chapters = data["documents"][0]["body"]
    assert [chapter["label"] for chapter in chapters] == ["第一章", "第二章", "第三章"]


def test_the_ledger_covers_every_character_once(run: Run, both: str, folder: Path) -> None:
    entries = [
        json.loads(line) for line in run("parse", both, "--format", "ledger").stdout.splitlines()
    ]
    lines = (folder / both).read_text(encoding="utf-8").split("\n")
    for entry in entries:
        assert lines[entry["line"] - 1][entry["start"] : entry["end"]] == entry["text"]
    told = "".join("".join(entry["text"].split()) for entry in entries)
    assert told == "".join("".join(lines).split())


def test_the_ledger_of_one_document_holds_no_other(run: Run, both: str) -> None:
    ledger = run("parse", f"{both}#古树", "--format", "ledger").stdout
    assert "林业站" in ledger
    assert "自行车" not in ledger


def test_text_is_written_back_clean(run: Run, folder: Path) -> None:
    clean = run("parse", "old.txt", "--format", "text").stdout
    (folder / "clean.txt").write_text(clean, encoding="utf-8")
    assert run("parse", "clean.txt", "--format", "text").stdout == clean
    assert "第三条" in clean


def test_xml_is_read_like_text(run: Run, folder: Path) -> None:
    assert run("parse", "old.txt", "-o", "old.xml").exit_code == 0
    assert (folder / "old.xml").read_bytes().startswith(b"<?xml")
    text = run("parse", "old.txt", "--format", "text").stdout
    assert run("parse", "old.xml", "--format", "text").stdout == text
    xml = (folder / "old.xml").read_bytes()
    assert run("parse", "-", "--format", "text", stdin=xml).stdout == text
    assert run("diff", "old.txt", "old.xml").exit_code == 0


def test_the_day_of_the_file_can_be_fixed(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    one = run("parse", "old.txt", "--format", "xml", SOURCE_DATE_EPOCH="86400").stdout
    assert "1970-01-02" in one


def test_xml_of_several_documents_must_be_narrowed(run: Run, both: str) -> None:
    for style in ("xml", "text"):
        assert "含2个文件" in one_line(run("parse", both, "--format", style))


def test_an_xml_file_has_no_ledger(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    run("parse", "old.txt", "-o", "old.xml")
    assert "没有原文可供对账" in one_line(run("parse", "old.xml", "--format", "ledger"))


def test_xml_that_is_no_regulation_is_told(run: Run, folder: Path) -> None:
    for number, text in enumerate(["<a/>", "<akomaNtoso", "", "not XML at all"]):
        (folder / f"{number}.xml").write_text(text, encoding="utf-8")
        one_line(run("parse", f"{number}.xml"))


def test_gbk_is_read(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    gbk = run("parse", "gbk.txt")
    assert gbk.exit_code == 0
    assert gbk.stdout == run("parse", "old.txt").stdout


def test_truncated_utf8_is_read_and_the_damage_told(run: Run, folder: Path) -> None:
    (folder / "cut.txt").write_bytes(texts.OLD.encode()[:-5])
    result = run("parse", "cut.txt")
    assert result.exit_code == 0
    assert "GD101" in result.stderr


def test_doubts_are_told_with_their_lines_beside_the_result(run: Run, folder: Path) -> None:
    gap = texts.OLD.replace("第五条", "第七条")
    (folder / "gap.txt").write_text(gap, encoding="utf-8")
    result = run("parse", "gap.txt")
    assert result.exit_code == 0
    assert "gap.txt:" in result.stderr
    assert "GD103" in result.stderr
    assert "GD103" not in result.stdout


def test_trees_and_lists_can_be_coloured_and_written(run: Run, both: str, folder: Path) -> None:
    for args in (("parse", both), ("parse", both, "--list")):
        assert "\x1b[" in run(*args, "--color", "always").stdout
        plain = run(*args).stdout
        assert "\x1b" not in plain
        assert run(*args, "-o", "out").stdout == ""
        assert (folder / "out").read_text(encoding="utf-8") == plain


def test_doubts_are_told_once(run: Run, folder: Path) -> None:
    (folder / "gap.txt").write_text(texts.OLD.replace("第五条", "第七条"), encoding="utf-8")
    assert run("parse", "gap.txt", "--color", "always").output.count("GD103") == 1


def test_what_was_done_to_the_source_is_explained(run: Run, folder: Path) -> None:
    broken = texts.OTHER.replace("由乡林业站登记挂牌", "由乡林业站登记\n\n挂牌")
    (folder / "broken.txt").write_text(broken, encoding="utf-8")
    explained = run("parse", "broken.txt", "--explain").stderr
    assert "broken.txt:8: 接上一行（上一行句子未完）：挂牌。" in explained.splitlines()
    explained = run("parse", "broken.txt", "--explain", lang="en").stderr
    assert "broken.txt:8: joined to the line before (sentence not ended): 挂牌。" in explained
    assert "挂牌" not in run("parse", "broken.txt").stderr


def test_markup_and_control_characters_stay_what_they_are(run: Run, folder: Path) -> None:
    assert folder.is_dir()
    result = run("parse", "hostile.txt", "--explain")
    assert "<img src=x onerror=alert(2)>" in result.stdout
    assert "\x07" not in result.output
    assert "不属于正文（控制字符）：�" in result.stderr
    xml = run("parse", "hostile.txt", "--format", "xml")
    assert xml.exit_code == 0
    assert "<script>" not in xml.stdout
    assert "&lt;script&gt;" in xml.stdout
