"""The words of a Word file: changes accepted, what stands beside the text told apart."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn

from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import read_bytes
from tests.support.word import (
    codes,
    level,
    lines,
    numbered,
    package,
    paragraph,
    read,
    run,
)

NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
BOX = "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"


def deleted(text: str) -> str:
    return f'<w:del w:id="1"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def test_tracked_changes_are_accepted() -> None:
    text = (
        f'<w:p>{run("应当在")}{deleted("三")}<w:ins w:id="2">{run("五")}</w:ins>{run("日内")}</w:p>'
    )
    result = read(text)
    assert result.source.lines == ("应当在五日内",)
    assert codes(result) == ["GD123"]
    assert "2" in result.diagnostics[0].message("zh")


def test_moves_are_read_where_they_end() -> None:
    text = (
        f'<w:p><w:moveFrom w:id="1">{run("甲")}</w:moveFrom>{run("乙")}</w:p>'
        f'<w:p><w:moveTo w:id="2">{run("甲")}</w:moveTo></w:p>'
    )
    assert lines(text) == ["乙", "甲"]


def test_a_deleted_paragraph_is_not_counted() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:p><w:pPr>{number}{mark}</w:pPr>{deleted('乙')}</w:p>"
    text = numbered("甲", 1) + gone + numbered("丙", 1)
    assert lines(text, numbering=NUMBERING) == ["1.甲", "2.丙"]


def test_a_deleted_paragraph_end_joins_the_next() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    text = f"<w:p><w:pPr>{number}{mark}</w:pPr>{run('前半，')}</w:p>" + paragraph("后半。")
    assert lines(text, numbering=NUMBERING) == ["1.前半，后半。"]


def test_a_paragraph_whose_end_is_not_shown_joins_the_next() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert lines(paragraph("标题。", mark) + paragraph("正文。")) == ["标题。正文。"]


def test_inserted_and_deleted_rows_and_cells() -> None:
    def cell(text: str, about: str = "") -> str:
        return f"<w:tc><w:tcPr>{about}</w:tcPr>{paragraph(text)}</w:tc>"

    text = (
        f"<w:tbl><w:tr>{cell('甲')}{cell('乙')}{cell('丙', '<w:cellDel/>')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('丁')}{cell('戊')}</w:tr>"
        f"<w:tr><w:trPr><w:ins/></w:trPr>{cell('己')}{cell('庚')}</w:tr></w:tbl>"
    )
    assert lines(text) == ["| 甲 | 乙 |", "| 己 | 庚 |"]


def test_line_breaks_tabs_and_signs() -> None:
    text = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/>"
        '<w:t>丁</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="zz"/></w:r></w:p>'
    )
    assert lines(text) == ["甲", "乙\t丙-丁☑\ufffd"]


def test_spaces_that_word_does_not_show() -> None:
    text = "<w:p><w:r><w:t>  甲 </w:t></w:r><w:r><w:t xml:space='preserve'> 乙</w:t></w:r></w:p>"
    assert lines(text) == ["甲 乙"]


def test_fields_show_their_results() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF a</w:instrText></w:r>"
    text = f"<w:p>{run('见')}{field('begin')}{code}{run('隐')}{field('separate')}"
    text += f"{run('第三条')}{field('end')}{run('。')}</w:p>"
    assert lines(text) == ["见第三条。"]
    # A field that never ends does not swallow the paragraphs after it.
    assert lines(f"<w:p>{field('begin')}{code}</w:p>" + paragraph("正文。")) == ["", "正文。"]


def test_links_controls_and_wrappers_are_read_through() -> None:
    inner = f"<w:sdt><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt>"
    linked = f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag>"
    text = f"<w:p>{linked}{inner}</w:p>"
    assert lines(text) == ["甲乙丙"]
    assert lines(f"<w:sdt><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>") == ["甲"]


def test_hidden_text_stands_beside() -> None:
    result = read(f"<w:p>{run('甲')}{run('乙', '<w:vanish/>')}{run('丙')}</w:p>")
    assert result.source.lines == ("甲丙", "<!-- 隐藏文字：乙 -->")
    assert codes(result) == ["GD122"]


def test_notes_and_comments_stand_beside() -> None:
    reference = (
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    )
    result = read(
        f"<w:p>{run('甲')}{reference}{run('乙')}</w:p>",
        footnotes=f'<w:footnote w:id="2">{paragraph("说明")}</w:footnote>',
        comments=f'<w:comment w:id="0">{paragraph("请核")}{paragraph("对")}</w:comment>',
    )
    assert result.source.lines == ("甲乙", "<!-- 脚注：说明 -->", "<!-- 批注：请核 对 -->")
    assert codes(result) == ["GD122"]


def test_heads_and_feet_stand_beside_once() -> None:
    result = read(
        paragraph("甲"),
        header1=paragraph("某镇文件"),
        header2=paragraph("某镇文件"),
        footer1=paragraph(""),
    )
    assert result.source.lines == ("甲", "<!-- 页眉：某镇文件 -->")


def test_text_boxes_follow_their_paragraph_once() -> None:
    modern = BOX.format(paragraph("框内"))
    content = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    old = f"<w:pict><v:textbox>{content}</v:textbox></w:pict>"
    drawing = (
        "<mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{modern}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    result = read(f"<w:p>{run('甲')}<w:r>{drawing}</w:r>{run('乙')}</w:p>" + paragraph("丙"))
    assert result.source.lines == ("甲乙", "框内", "丙")
    assert codes(result) == ["GD124"]


def test_ruby_and_formulas() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('hé')}</w:rt><w:rubyBase>{run('禾')}</w:rubyBase></w:ruby></w:r>"
    )
    part = "<m:r><m:t>{0}</m:t></m:r>"
    formula = (
        f"<m:oMath><m:f><m:num>{part.format('a')}</m:num><m:den>{part.format('b')}</m:den></m:f>"
        "</m:oMath>"
    )
    assert lines(f"<w:p>{ruby}{formula}</w:p>") == ["禾a/b", "<!-- 隐藏文字：hé -->"]


def test_what_wraps_paragraphs_rows_and_cells_is_read_through() -> None:
    inserted = f"<w:ins>{paragraph('甲')}</w:ins><w:del>{paragraph('乙')}</w:del>"
    wrapped = f"<w:customXml>{paragraph('丙')}</w:customXml>"
    choice = f"<mc:AlternateContent><mc:Choice>{paragraph('丁')}</mc:Choice></mc:AlternateContent>"
    assert lines(inserted + wrapped + choice) == ["甲", "丙", "丁"]
    cells = "".join(f"<w:tc>{paragraph(word)}</w:tc>" for word in "戊己")
    row = f"<w:sdt><w:sdtContent><w:tr>{cells}</w:tr></w:sdtContent></w:sdt>"
    other = f"<w:ins><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cells}</w:tr></w:ins>"
    assert lines(f"<w:tbl>{row}{other}</w:tbl>") == ["| 戊 | 己 | |", "| | 戊 | 己 |"]


def test_alternatives_inside_a_run() -> None:
    old = "<mc:Fallback><w:t>旧</w:t></mc:Fallback>"
    either = f"<mc:AlternateContent><mc:Choice><w:t>新</w:t></mc:Choice>{old}</mc:AlternateContent>"
    assert lines(f"<w:p><w:r>{either}</w:r>{either.replace('w:t>', 'm:t>')}</w:p>") == ["新"]


def test_notes_that_are_missing_say_nothing() -> None:
    text = f"<w:p>{run('甲')}<w:r><w:endnoteReference w:id='9'/></w:r></w:p>"
    assert lines(text) == ["甲"]


def test_a_paragraph_joined_to_nothing() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    cell = f"<w:tc>{paragraph('乙', mark)}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('丙')}</w:tc></w:tr></w:tbl>"
    assert lines(paragraph("甲", mark) + table) == ["甲", "| 乙 | 丙 |"]


def test_what_is_embedded_is_told() -> None:
    assert codes(read(paragraph("甲") + "<w:altChunk/>")) == ["GD128"]


def test_tables_with_headings_and_merged_cells() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, words in zip(
        table.rows, ("类别 每日 备注", "固定|摊位 十元 甲", "临时 五元 甲"), strict=True
    ):
        for cell, word in zip(row.cells, words.split(), strict=True):
            cell.text = word
    table.cell(1, 2).merge(table.cell(2, 2)).text = "同"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "类别与标准"
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    table.cell(2, 1).text = "五元\n六元"
    assert saved_lines(document) == [
        "| 类别与标准 | | 备注 |",
        "| --- | --- | --- |",
        r"| 固定\|摊位 | 十元 | 同 |",
        "| 临时 | 五元 六元 | |",
    ]


def test_a_table_around_a_text_is_no_table() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "第一条　某事。"
    cell.add_paragraph("第二条　某事。")
    assert saved_lines(document) == ["第一条　某事。", "第二条　某事。"]


def saved_lines(document: docx.document.Document) -> list[str]:
    import io

    buffer = io.BytesIO()
    document.save(buffer)
    return [line for line in read_bytes(buffer.getvalue(), "x.docx").source.lines if line]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<a" + "<b>" * 3 + "</a>",
        "<w:p>" * 400 + "</w:p>" * 400,
    ],
    ids=["entities", "broken", "deep"],
)
def test_hostile_parts(text: str) -> None:
    with pytest.raises(UnreadableError, match="damaged inside"):
        read(paragraph("甲"), numbering=text)
    with pytest.raises(UnreadableError, match="damaged inside"):
        read(text if "DOCTYPE" not in text else text + "<a>")


def test_a_document_without_a_body_or_a_text() -> None:
    with pytest.raises(UnreadableError, match="empty"):
        read_bytes(package(""), "x.docx")
    broken = package("").replace(b"word/document.xml", b"word/documint.xml")
    with pytest.raises(UnreadableError):
        read_bytes(broken, "x.docx")
