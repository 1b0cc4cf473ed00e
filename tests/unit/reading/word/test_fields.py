r"""Numbers of fields: what Word shows for ``{ LISTNUM }``, ``{ AUTONUM }`` and ``{ SEQ }``."""

from __future__ import annotations

import pytest

from gazette_diff.reading.word.instructions import Instruction, read_instruction
from tests.support.word import codes, level, lines, numbered, read, run

THOUSAND = "chineseCountingThousand"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:name w:val="条款"/>'
    + level(0, THOUSAND, "第%1条")
    + level(1, THOUSAND, "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def field(instruction: str, result: str = "") -> str:
    """Return a field as Word writes it; one without a result has no mark before it."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    shown = mark("separate") + run(result) if result else ""
    return mark("begin") + code + shown + mark("end")


def words(*parts: str) -> str:
    """Return a paragraph of *parts*."""
    return f"<w:p>{''.join(parts)}</w:p>"


@pytest.mark.parametrize(
    ("text", "instruction"),
    [
        (" LISTNUM ", Instruction("LISTNUM")),
        (
            ' listnum  "条 款" \\l 2\\s 5 ',
            Instruction("LISTNUM", ("条 款",), {"\\l": "2", "\\s": "5"}),
        ),
        (
            "SEQ 图 \\* CHINESENUM3 \\* MERGEFORMAT",
            Instruction("SEQ", ("图",), {"\\*": "CHINESENUM3"}),
        ),
        ("SEQ a \\c b", Instruction("SEQ", ("a", "b"), {"\\c": ""})),
        ("", Instruction("")),
    ],
)  # fmt: skip
def test_instructions(text: str, instruction: Instruction) -> None:
    assert read_instruction(text) == instruction


def test_a_named_list_counts_where_it_is_called() -> None:
    text = words(field("LISTNUM 条款 \\l 1"), run("　甲。")) * 2
    text += words(
        run("乙："), field('LISTNUM "条款" \\l 2'), run("丙；"), field("LISTNUM 条款 \\l 2")
    )
    text += words(field("LISTNUM 条款 \\l 1 \\s 9"), run("丁。"))
    result = read(text, numbering=NUMBERING)
    assert result.source.lines == (
        *("第一条　甲。", "第二条　甲。", "乙：（一）丙；（二）", "第九条丁。"),
    )
    assert codes(result) == []


def test_a_field_counts_below_its_numbered_paragraph() -> None:
    inner = run("包括：") + field("LISTNUM") + run("甲；") + field("LISTNUM") + run("乙。")
    one = numbered("", 1).replace("</w:p>", inner + "</w:p>")
    result = read(one + one + numbered("丙。", 1, 1), numbering=NUMBERING)
    assert result.source.lines == (
        "第一条包括：（一）甲；（二）乙。",
        "第二条包括：（一）甲；（二）乙。",
        "（三）丙。",
    )
    assert codes(result) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("NumberDefault", ["1)", "a)", "i)", "(1)", "(a)", "(i)", "1.", "a.", "i."]),
        ("OutlineDefault", ["I.", "A.", "1.", "a)", "(1)", "(a)", "(i)", "(a)", "(i)"]),
        ("LegalDefault", [".".join("1" * at) + "." for at in range(1, 10)]),
    ],
)
def test_the_lists_that_word_knows(name: str, shown: list[str]) -> None:
    text = "".join(words(field(f"LISTNUM {name} \\l {at}")) for at in range(1, 10))
    result = read(text)
    assert list(result.source.lines) == shown
    assert codes(result) == []


def test_fields_at_the_beginning_of_a_paragraph_go_deeper_and_are_told() -> None:
    text = words(field("LISTNUM \\s 0"), run("甲")) + words(field("LISTNUM") * 3, run("乙"))
    result = read(text + words(field("LISTNUM \\l 2"), run("丙")))
    assert result.source.lines == ("0)甲", "1)a)i)乙", "b)丙")
    assert codes(result) == ["GD125"]


def test_a_list_that_is_not_there_is_told() -> None:
    result = read(words(field("LISTNUM 附录"), run("甲")), numbering=NUMBERING)
    assert result.source.lines == ("甲",)
    assert codes(result) == ["GD125"]


def test_a_result_that_was_stored_is_what_is_shown() -> None:
    text = words(field("LISTNUM 条款 \\l 1", "第1条"), run("甲")) + words(
        field("LISTNUM 条款 \\l 1")
    )
    text += words(run("图"), field("SEQ 图", "1")) + words(run("图"), field("SEQ 图"))
    result = read(text, numbering=NUMBERING)
    assert result.source.lines == ("第1条甲", "第二条", "图1", "图2")
    assert codes(result) == []


@pytest.mark.parametrize(
    ("instructions", "shown"),
    [
        (["SEQ 图 \\* ARABIC", "SEQ 表", "SEQ 图"], ["1", "1", "2"]),
        (["SEQ a \\* CHINESENUM3", "SEQ a \\r 21 \\* CHINESENUM3"], ["一", "二十一"]),
        (["SEQ a \\* CIRCLENUM", "SEQ a \\c \\* ALPHABETIC", "SEQ a \\* roman"], ["①", "A", "ii"]),
        (["SEQ a \\h", "SEQ a \\h \\* DBNUM1"], ["", "二"]),
    ],
)  # fmt: skip
def test_sequences_without_results(instructions: list[str], shown: list[str]) -> None:
    text = "".join(words(field(instruction)) for instruction in instructions)
    result = read(text)
    assert list(result.source.lines) == shown
    assert codes(result) == []


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        ("SEQ a \\s 1", "1"),
        ("SEQ a \\* ORDTEXT", "1"),
        ("AUTONUM", "1."),
        ("AUTONUM \\e \\* CHINESENUM3", "一"),
        ("AUTONUM \\s )", "1)"),
        ("AUTONUMLGL", ""),
        ("REF _Ref1 \\r \\h", ""),
        ("NOTEREF a", ""),
    ],
)
def test_what_word_may_show_otherwise_is_told(instruction: str, shown: str) -> None:
    result = read(words(run("第"), field(instruction), run("条")))
    assert result.source.lines == (f"第{shown}条",)
    assert codes(result) == ["GD125"]


def test_fields_that_show_no_words_are_passed_over() -> None:
    text = words(field("XE 甲"), run("乙"), field("PAGE"), field("HYPERLINK a", "丙"))
    result = read(text)
    assert result.source.lines == ("乙丙",)
    assert codes(result) == []


def test_an_instruction_in_pieces_and_one_in_another() -> None:
    pieces = field("LISTNUM").replace("LISTNUM", "LIST</w:instrText><w:instrText>NUM 条款 \\l 1")
    inner = field("IF " + "</w:instrText></w:r>" + field("SEQ a") + "<w:r><w:instrText>")
    result = read(words(pieces, inner, run("甲")), numbering=NUMBERING)
    assert result.source.lines == ("第一条甲",)


def test_a_field_in_one_element() -> None:
    simple = '<w:fldSimple w:instr=" LISTNUM 条款 \\l 1 "/>'
    stored = f'<w:fldSimple w:instr="SEQ 图">{run("7")}</w:fldSimple>'
    result = read(words(simple, run("甲"), stored), numbering=NUMBERING)
    assert result.source.lines == ("第一条甲7",)
    assert codes(result) == []


def test_a_field_over_paragraphs_has_its_result() -> None:
    begin = field("TOC").replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")
    mark = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    text = words(begin, mark, run("第一章")) + words(run("第二章")) + words(end) + words(run("甲"))
    assert lines(text) == ["第一章", "第二章", "", "甲"]


def test_a_hidden_number_is_counted_and_not_shown() -> None:
    hidden = level(0, THOUSAND, "第%1章", "<w:rPr><w:vanish/></w:rPr>")
    numbering = f'<w:abstractNum w:abstractNumId="0">{hidden}{level(1, THOUSAND, "第%2条")}'
    numbering += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    text = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1) + numbered("丁", 1, 1)
    assert lines(text, numbering=numbering) == ["甲", "第一条乙", "丙", "第一条丁"]
