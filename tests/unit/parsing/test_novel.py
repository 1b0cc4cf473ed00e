"""What is no regulation has no documents."""

from __future__ import annotations

import pytest

from gazette_diff.core.source import SourceText
from gazette_diff.parsing import parse_source

NOVEL = "江上\n\n第一章 渡口\n\n" + "老人坐在船头，看着水面。\n\n" * 40 + "第二章 远行\n\n他走了。"
SPEECH = "某同志在会议上的讲话\n\n同志们：\n\n一、提高认识\n\n要重视。\n\n二、抓好落实\n\n要实干。"

REPORT = (
    "# 政府工作报告\n\n——在河湾县第九届人民代表大会第二次会议上\n\n县长 陈某某\n\n各位代表：\n\n"
    "现在，我代表县人民政府报告工作。\n\n一、2022年工作回顾\n\n（一）经济稳中向好。\n\n"
    "二、2023年重点工作\n\n（一）扩大投资。"
)

JUDGMENT = (
    "# 民事判决书\n\n原告：王某某。\n\n判决如下：\n\n一、被告支付一万元；\n\n二、驳回其他请求。"
)
PAPER = (
    "渡口治理的完善方案\n\n摘要：本文研究渡口。\n\n一、引言\n\n渡口重要。\n\n二、建议\n\n加强协同。"
)
EXPLANATION = "# 《河湾县渡口办法》政策解读\n\n一、背景\n\n为加强管理。\n\n二、内容\n\n共五章。"


@pytest.mark.parametrize(
    "text",
    [
        NOVEL,
        SPEECH,
        JUDGMENT,
        PAPER,
        EXPLANATION,
        REPORT,
        REPORT.removeprefix("# "),
        "一行字",
        "。" * 500,
    ],
    ids=[
        "novel",
        "speech",
        "judgment",
        "paper",
        "explanation",
        "report",
        "plain report",
        "line",
        "dots",
    ],
)
def test_holds_no_regulation(text: str) -> None:
    parsed = parse_source(SourceText.from_text(text))
    assert parsed.documents == ()
    assert {entry.place for entry in parsed.ledger} - {"furniture"} == {"unplaced"}
    assert [d.code.id for d in parsed.diagnostics] == ["GD106"]


def test_a_notice_that_ends_at_its_number_brings_an_empty_document() -> None:
    notice = "青石县人民政府办公室\n关于印发青石县渡口安全实施方案的通知\n各乡镇人民政府：\n"
    (document,) = parse_source(SourceText.from_text(f"{notice}青政办〔2022〕8 号")).documents
    assert document.lines == (1, 4)
    assert document.regulation.body == ()
    assert [(d.code.id, d.line) for d in document.diagnostics] == [("GD114", 1)]


def test_a_title_without_a_text_is_told() -> None:
    source = SourceText.from_text(
        "# 青石县渡口办法\n\n（2020年1月1日公布）\n\n# 青石县桥梁办法\n\n第一条 甲。\n"
    )
    empty, whole = parse_source(source).documents
    assert [d.code.id for d in empty.diagnostics] == ["GD114"]
    assert whole.diagnostics == ()


def test_control_characters_of_a_signature_are_furniture() -> None:
    text = "渡口办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n河湾县人\x07民政府\n2020年1月1日\n"
    (document,) = parse_source(SourceText.from_text(text)).documents
    assert document.regulation.conclusion[0].text == "河湾县人民政府"


def test_control_characters_of_a_title_are_furniture() -> None:
    text = (
        "河湾县人民政府\n关于印发《河湾县渡口办\x07法》的通知\n河政〔2023〕4号\n各乡镇人民政府：\n"
        "现将《河湾县渡口办法》印发给你们。\n河湾县人民政府\n2023年4月16日\n"
        "河湾县渡口办法\n第一条 甲。\n"
    )
    documents = parse_source(SourceText.from_text(text)).documents
    assert [document.regulation.metadata.title for document in documents] == ["河湾县渡口办法"]


def test_a_title_that_is_cut_at_the_name_of_a_judgment_is_a_title() -> None:
    text = "河湾县关于执行民事调解书\n若干问题的规定\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n"
    (document,) = parse_source(SourceText.from_text(text)).documents
    assert document.regulation.metadata.title == "河湾县关于执行民事调解书若干问题的规定"
