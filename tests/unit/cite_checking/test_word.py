"""Comments in a copy of a Word file, opened again with python-docx."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from gazette_diff import api
from gazette_diff.cite_checking.word import annotated
from gazette_diff.core.errors import UnreadableError
from gazette_diff.reading import read_bytes
from tests.support.memos import lay_out_library

DAY = date(2024, 6, 1)
FIELD = f'<w:fldSimple {nsdecls("w")} w:instr="SEQ 图"/>'
TRACKED = 'w:id="{n}" w:author="甲" w:date="2024-01-01T00:00:00Z"'


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_library(tmp_path_factory.mktemp("library"))


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _annotated(library: Path, data: bytes) -> bytes:
    source = read_bytes(data, "memo.docx").source
    checked = api.check_citations(source, library=library, day=DAY, today=DAY)
    return annotated(data, "memo.docx", source.lines, checked, DAY, "zh")


def _marked(document: Document, number: int) -> str:
    """Return the words between the marks of a comment."""
    words, inside = [], False
    for element in document.element.iter():
        if element.tag.endswith("}commentRangeStart") and _id(element) == number:
            inside = True
        elif element.tag.endswith("}commentRangeEnd") and _id(element) == number:
            inside = False
        elif inside and element.tag.endswith("}t"):
            words.append(element.text or "")
    return "".join(words)


def _id(element: BaseOxmlElement) -> int:
    return int(element.get(qn("w:id"), ""))


def _memo() -> Document:
    document = docx.Document()
    first = document.add_paragraph()
    first.add_run("《青石镇夜市").bold = True
    first.add_run("管理办法》（以下简称《夜市办法》）第八").italic = True
    first.add_run("条和《夜市办法》第九条、第十条。")
    document.add_paragraph("《夜市办法》第十一条", style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "依据|说明"
    table.cell(0, 1).text = "第一行\n《青石镇集市规则》第二条收费"
    last = document.add_paragraph("修订：")
    deleted = f"<w:del {nsdecls('w')} {TRACKED.format(n=90)}><w:r><w:delText>《夜市办法》第八条"
    last._p.insert_element_before(parse_xml(f"{deleted}</w:delText></w:r></w:del>"))
    inserted = f"<w:ins {nsdecls('w')} {TRACKED.format(n=91)}><w:r><w:t>依照《夜市办法》第十二条"
    last._p.insert_element_before(parse_xml(f"{inserted}</w:t></w:r></w:ins>"))
    return document


def test_each_finding_is_a_comment_at_its_place(library: Path) -> None:
    document = docx.Document(io.BytesIO(_annotated(library, _saved(_memo()))))
    told = {_marked(document, c.comment_id): c.text[:5] for c in document.comments}
    assert told == {
        "《青石镇夜市管理办法》（以下简称《夜市办法》）第八条": "GD711",
        "《夜市办法》第九条": "GD711",
        "第十条": "GD711",
        "《夜市办法》第十一条": "GD711",
        "《青石镇集市规则》第二条": "GD712",
        "《夜市办法》第十二条": "GD711",
    }
    assert {c.author for c in document.comments} == {"gazette-diff"}


def test_a_number_that_word_counts_is_no_obstacle(library: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("见图")
    paragraph._p.insert_element_before(parse_xml(FIELD))
    paragraph.add_run("：《青石镇集市规则》第二条收费；图")
    paragraph._p.insert_element_before(parse_xml(FIELD))
    document.add_paragraph("《青石镇集市规则》第二条")
    marked = docx.Document(io.BytesIO(_annotated(library, _saved(document))))
    assert [_marked(marked, c.comment_id) for c in marked.comments] == [
        "《青石镇集市规则》第二条",
        "《青石镇集市规则》第二条",
    ]


def test_words_and_formatting_and_tracked_changes_stay(library: Path) -> None:
    memo = _memo()
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    assert [p.text for p in document.paragraphs] == [p.text for p in memo.paragraphs]

    def shape(one: Document) -> list[tuple[str, bool | None, bool | None]]:
        runs = [run for p in one.paragraphs for run in p.runs]
        return [(char, run.bold, run.italic) for run in runs for char in run.text]

    assert shape(document) == shape(memo)
    xml = document.element.xml
    assert xml.count("<w:del ") == xml.count("<w:ins ") == 1
    assert "《夜市办法》第八条</w:delText>" in xml
    assert document.tables[0].cell(0, 1).text == "第一行\n《青石镇集市规则》第二条收费"


def test_other_parts_are_copied_byte_for_byte(library: Path) -> None:
    data = _saved(_memo())
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(io.BytesIO(_annotated(library, data))) as new,
    ):
        assert {n for n in old.namelist() if old.read(n) != new.read(n)} <= {
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
            "word/comments.xml",
        }
        assert set(new.namelist()) - set(old.namelist()) <= {"word/comments.xml"}


def test_comments_that_were_there_stay(library: Path) -> None:
    memo = _memo()
    memo.add_comment(memo.paragraphs[0].runs[0], text="请核对", author="张三", initials="张")
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    first, *others = document.comments
    assert (first.author, first.text, len(others)) == ("张三", "请核对", 6)
    assert _marked(document, first.comment_id) == "《青石镇夜市"


def test_comments_are_not_checked_themselves(library: Path) -> None:
    once = _annotated(library, _saved(_memo()))
    source = read_bytes(once, "memo.docx").source
    checked = api.check_citations(source, library=library, day=DAY, today=DAY)
    assert len(checked.findings) == 6


def test_a_quotation_of_two_paragraphs_is_marked_as_a_whole(library: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("《青石镇夜市管理办法》第四条第二款规定：")
    memo.add_paragraph("“管理员应当在当日答复。")
    memo.add_paragraph("不予安排摊位的，应当口头说明理由。”如此。")
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    (comment,) = document.comments
    words = "“管理员应当在当日答复。不予安排摊位的，应当口头说明理由。”"
    assert _marked(document, comment.comment_id) == words


def test_several_findings_of_one_place_are_one_comment(library: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("《青石镇集市规则》第九条")
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    (comment,) = document.comments
    assert [p.text[:5] for p in comment.paragraphs] == ["GD712", "GD711"]


def test_a_citation_in_a_footnote_is_told_at_the_beginning(library: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("正文。")
    memo.sections[0].header.paragraphs[0].text = "《青石镇夜市管理办法》第八条"
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    (comment,) = document.comments
    assert "无法在原位标出" in comment.text
    assert comment.comment_id == 0


BOX = (
    '<w:r {ns}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>《青石镇夜市管理办法》第九条</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
LINK = (
    '<w:hyperlink {ns} w:anchor="x"><w:r><w:t xml:space="preserve"> 见《青石镇夜市管理办法》第八'
    "</w:t></w:r><w:r><w:t>条</w:t><w:br/><w:t>完</w:t></w:r></w:hyperlink>"
)


def test_a_citation_in_a_link_is_marked_inside_it(library: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("甲")._p.insert_element_before(parse_xml(LINK.format(ns=nsdecls("w"))))
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    (comment,) = document.comments
    assert _marked(document, comment.comment_id) == "《青石镇夜市管理办法》第八条"
    assert document.paragraphs[0].text == memo.paragraphs[0].text


def test_a_text_box_is_marked_where_it_hangs(library: Path) -> None:
    memo = docx.Document()
    paragraph = memo.add_paragraph("图：")
    paragraph._p.insert_element_before(parse_xml(BOX.format(ns=nsdecls("w"))))
    document = docx.Document(io.BytesIO(_annotated(library, _saved(memo))))
    (comment,) = document.comments
    assert "无法" not in comment.text
    own = [str(child.tag).rpartition("}")[2] for child in document.paragraphs[0]._p]
    assert own == ["r", "commentRangeStart", "r", "commentRangeEnd", "r"]


def test_nothing_found_leaves_every_part_as_it_was(library: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("《青石镇夜市管理办法》第二条")
    data = _saved(memo)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(io.BytesIO(_annotated(library, data))) as new,
    ):
        assert [(n, old.read(n)) for n in old.namelist()] == [
            (n, new.read(n)) for n in new.namelist()
        ]


def test_a_damaged_file_is_refused(library: Path) -> None:
    with pytest.raises(UnreadableError):
        _annotated(library, _saved(_memo())[:2000])
