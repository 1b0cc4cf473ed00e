"""Ordinals, document numbers, spans, errors and messages."""

from __future__ import annotations

import pytest

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.source import LineSpan, Piece, Span, text_at
from gazette_diff.core.tree import GazetteIssue, Level, Table


def test_ordinals_sort_and_write() -> None:
    assert sorted([Ordinal(18), Ordinal(17, 2), Ordinal(17), Ordinal(17, 1)]) == [
        Ordinal(17),
        Ordinal(17, 1),
        Ordinal(17, 2),
        Ordinal(18),
    ]
    assert str(Ordinal(17, 1)) == "17-1"
    assert Ordinal(101).chinese == "一百零一"
    assert Ordinal(17, 1).counted("条") == "第十七条之一"


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("宛政〔2023〕4号", "宛政〔2023〕4号"),
        ("宛政办 [2022] 35 号", "宛政办〔2022〕35号"),
        ("法释（２０１３）12号", "法释〔2013〕12号"),
        ("国务院令第 712 号", "国务院令第712号"),
        ("中华人民共和国主席令第四十六号", "中华人民共和国主席令第46号"),
        ("松林市人民政府令（第12号）", "松林市人民政府令第12号"),
        ("交通运输部令 2021 年第 25 号", "交通运输部令2021年第25号"),
        ("国务院、中央军事委员会令第290号", "国务院、中央军事委员会令第290号"),
    ],
)
def test_document_numbers(printed: str, official: str) -> None:
    number = DocumentNumber.parse(printed)
    assert str(number) == official
    assert DocumentNumber.parse(official) == number


@pytest.mark.parametrize(
    "text",
    ["", "第4号", "关于宛政〔2023〕4号的说明", "宛政〔2023〕号", "2023年4月", "（某令第4号）"],
)
def test_what_is_no_document_number(text: str) -> None:
    assert DocumentNumber.parse(text) is None


def test_spans_name_their_lines() -> None:
    span = Span(label=(Piece(3, 0, 3),), text=(Piece(3, 4, 6), Piece(5, 0, 2)))
    assert span.lines == (3, 5)
    assert Span().lines is None
    assert text_at(["", "", "第一条 为了", "", "规范"], span.text) == "为了规范"


def test_the_span_of_one_line_has_the_pieces_of_a_whole_one() -> None:
    span = LineSpan(3, 0, 3, 4, 6)
    whole = Span(label=(Piece(3, 0, 3),), text=(Piece(3, 4, 6),))
    assert span.whole == whole
    assert (span.label, span.heading, span.text, span.closing) == tuple(whole)
    assert (span.pieces, span.lines) == (whole.pieces, whole.lines)


def test_a_part_that_is_not_there_has_no_pieces() -> None:
    assert LineSpan(3, 0, 0, 4, 6).whole == Span(text=(Piece(3, 4, 6),))
    assert LineSpan(3, 0, 3, 0, 0).whole == Span(label=(Piece(3, 0, 3),))


def test_an_error_is_one_line_in_both_languages() -> None:
    error = GazetteDiffError(
        Bilingual("文件为空", "the file is empty"),
        where="a\x1b[31m\n.txt",
        mend=Bilingual("换一个", "take another"),
    )
    assert str(error) == "a�[31m�.txt: the file is empty; take another"
    assert error.in_("zh") == "a�[31m�.txt：文件为空；换一个"


def test_a_diagnostic_fills_its_message() -> None:
    doubt = Diagnostic.of(Code.NUMBER_REPEATED, place="art_4", line=7, label="第四条")
    assert doubt.message("zh") == "编号重复：第四条"
    assert doubt.as_json("en") == {
        "code": "GD104",
        "message": "number used twice: 第四条",
        "place": "art_4",
        "line": 7,
    }


def test_units_and_tables_and_issues() -> None:
    assert (Level.ARTICLE.unit, Level.OUTLINE.unit) == ("条", "")
    assert Table((("甲", "1"), ("乙", "2")), caption="费用").text == "费用\n甲\t1\n乙\t2"
    assert str(GazetteIssue("县公报", 2023, 4, 232)) == "县公报2023年第04期（总第232期）"
    assert str(GazetteIssue("县公报", 2023, 11)) == "县公报2023年第11期"


def test_a_number_that_no_numeral_can_tell_is_told_in_digits() -> None:
    assert Ordinal(46653).counted("条") == "第46653条"
    assert Ordinal(0).chinese == "0"
