"""Automatic numbers: what Word would show, from what the file says."""

from __future__ import annotations

import pytest

from gazette_diff.reading.number_formats import format_number
from tests.support.word import codes, level, lines, numbered, paragraph, read

ABSTRACT = '<w:abstractNum w:abstractNumId="{0}">{1}</w:abstractNum>'
NUM = '<w:num w:numId="{0}"><w:abstractNumId w:val="{1}"/>{2}</w:num>'
THOUSAND = "chineseCountingThousand"
CHAPTERS = (
    level(0, THOUSAND, "第%1章")
    + level(1, THOUSAND, "第%2条", '<w:lvlRestart w:val="0"/>')
    + level(2, THOUSAND, "（%3）")
)


@pytest.mark.parametrize(
    ("style", "number", "expected"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 0, "0"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 100, "一○○"),
        ("ideographDigital", 12, "一二"),
        ("ideographDigital", 100, "一〇〇"),
        ("japaneseCounting", 14, "十四"),
        ("japaneseCounting", 111, "百十一"),
        ("japaneseCounting", 1010, "千十"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 1, "⑴"),
        ("ideographTraditional", 3, "丙"),
        ("ideographEnclosedCircle", 1, "㊀"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 0, "0"),
        ("none", 3, ""),
    ],
)
def test_formats(style: str, number: int, expected: str) -> None:
    assert format_number(number, style) == expected


def test_an_unknown_format_is_told() -> None:
    numbering = ABSTRACT.format(0, level(0, "hebrew1", "%1.")) + NUM.format(1, 0, "")
    result = read(numbered("甲", 1), numbering=numbering)
    assert result.source.lines == ("1.甲",)
    assert codes(result) == ["GD125"]


def test_articles_count_on_through_chapters_and_items_restart() -> None:
    numbering = ABSTRACT.format(0, CHAPTERS) + NUM.format(1, 0, "")
    levels = [0, 1, 2, 2, 1, 0, 1, 2]
    text = "".join(numbered("某事", 1, at) for at in levels)
    assert lines(text, numbering=numbering) == [
        *("第一章某事", "第一条某事", "（一）某事", "（二）某事"),
        *("第二条某事", "第二章某事", "第三条某事", "（一）某事"),
    ]


def test_a_restart_after_a_named_level_only() -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%2")
    levels += level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')
    numbering = ABSTRACT.format(0, levels) + NUM.format(1, 0, "")
    text = "".join(numbered("", 1, at) for at in [0, 1, 2, 2, 1, 2, 0, 2])
    assert lines(text, numbering=numbering) == ["1", "1", "1", "2", "2", "3", "2", "1"]


def test_lists_of_one_definition_share_their_count_until_one_has_its_own_start() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = ABSTRACT.format(0, level(0, "decimal", "%1."))
    numbering += NUM.format(1, 0, "") + NUM.format(2, 0, "") + NUM.format(3, 0, override)
    text = "".join(numbered("", num) for num in [1, 1, 2, 3, 3, 1])
    assert lines(text, numbering=numbering) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_an_override_of_a_level_writes_otherwise() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "（%1）")}</w:lvlOverride>'
    numbering = ABSTRACT.format(0, level(0, THOUSAND, "%1、")) + NUM.format(1, 0, override)
    assert lines(numbered("某事", 1), numbering=numbering) == ["（1）某事"]


def test_numbers_of_the_levels_above() -> None:
    levels = level(0, THOUSAND, "第%1章") + level(1, "decimal", "%1.%2")
    levels += level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    numbering = ABSTRACT.format(0, levels) + NUM.format(1, 0, "")
    text = "".join(numbered("", 1, at) for at in [1, 0, 0, 1, 2])
    # Before the first chapter Word shows the number that it would have.
    expected = ["一.1", "第一章", "第二章", "二.1", "2.1.1"]
    assert lines(text, numbering=numbering) == expected


def test_a_start_other_than_one() -> None:
    numbering = ABSTRACT.format(0, level(0, "decimal", "%1.", start=3)) + NUM.format(1, 0, "")
    assert lines(numbered("", 1) * 2, numbering=numbering) == ["3.", "4."]


def test_numbers_by_style() -> None:
    numbering = ABSTRACT.format(
        0,
        level(0, THOUSAND, "第%1章") + level(1, THOUSAND, "第%2条", '<w:pStyle w:val="Article"/>'),
    ) + NUM.format(1, 0, "")
    styles = (
        '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Later"><w:basedOn w:val="Article"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    text = (
        paragraph("甲", '<w:pStyle w:val="Article"/>')
        + paragraph("乙", '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("丙", '<w:pStyle w:val="Article"/>')
        + paragraph("丁", '<w:pStyle w:val="Loop"/>')
    )
    assert lines(text, numbering=numbering, styles=styles) == ["第一条甲", "乙", "第二条丙", "丁"]


def test_the_default_style_numbers_what_names_none() -> None:
    numbering = ABSTRACT.format(0, level(0, "decimal", "%1.")) + NUM.format(1, 0, "")
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(paragraph("甲") * 2, numbering=numbering, styles=styles) == ["1.甲", "2.甲"]


def test_a_definition_linked_by_a_style() -> None:
    link = '<w:numStyleLink w:val="List"/>'
    numbering = ABSTRACT.format(0, link) + ABSTRACT.format(1, level(0, "decimal", "%1)"))
    numbering += NUM.format(1, 0, "") + NUM.format(2, 1, "")
    styles = (
        '<w:style w:type="numbering" w:styleId="List"><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    assert lines(numbered("甲", 1), numbering=numbering, styles=styles) == ["1)甲"]


@pytest.mark.parametrize(("suffix", "between"), [("tab", " "), ("space", " "), ("nothing", "")])
def test_what_parts_number_and_words(suffix: str, between: str) -> None:
    one = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    one += f'<w:suff w:val="{suffix}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = ABSTRACT.format(0, one) + NUM.format(1, 0, "")
    assert lines(numbered("甲", 1), numbering=numbering) == [f"1.{between}甲"]


def test_bullets_of_symbol_fonts() -> None:
    numbering = ABSTRACT.format(0, level(0, "bullet", "\uf0b7")) + NUM.format(1, 0, "")
    assert lines(numbered("甲", 1), numbering=numbering) == ["•甲"]


def test_a_number_that_is_defined_nowhere_is_none() -> None:
    assert lines(numbered("甲", 7)) == ["甲"]
    nonsense = '<w:num w:numId="7"><w:abstractNumId w:val="9"/></w:num>'
    assert lines(numbered("甲", 7), numbering=nonsense) == ["甲"]


def test_the_newer_way_to_name_a_format() -> None:
    choice = '<w:numFmt w:val="custom" w:format="01, 02, 03, ..."/>'
    form = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{choice}</mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:suff w:val="nothing"/>'
    one += '<w:lvlText w:val="%1"/></w:lvl>'
    numbering = ABSTRACT.format(0, one) + NUM.format(1, 0, "")
    assert lines(numbered("", 1), numbering=numbering) == ["01"]


def test_levels_out_of_reach() -> None:
    numbering = ABSTRACT.format(0, level(0, "decimal", "%1.")) + NUM.format(1, 0, "")
    assert lines(numbered("甲", 1, 40), numbering=numbering) == ["甲"]
    assert lines(numbered("甲", 1, -1), numbering=numbering) == ["1.甲"]
