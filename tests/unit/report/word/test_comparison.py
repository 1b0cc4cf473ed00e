"""The comparison table in Word: what stands in which cell, and how it looks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from gazette_diff import api
from gazette_diff.core.changes import ChangeSet
from gazette_diff.core.language import Language
from gazette_diff.report.folding import Unchanged
from gazette_diff.report.word import to_docx
from tests.shared import CASES, ROOT
from tests.support.changes import nothing_before, regrouped, sample_changes
from tests.support.libreoffice import LibreOffice, needs_libreoffice
from tests.support.wordfiles import (
    W,
    columns_of,
    lines_of,
    marked_text,
    parts_of,
    printed_lines,
    rows_of,
    text_of,
)
from tests.support.wordschema import faults

SMALL = ROOT / "examples" / "small"


def small() -> ChangeSet:
    old, new = (api.load(str(SMALL / f"{name}.txt")) for name in ("旧", "新"))
    return api.compare(old, new)


def rows(
    changes: ChangeSet, *, unchanged: Unchanged = "full", language: Language = "zh"
) -> list[tuple[str, str, str]]:
    """Return the rows below the head, the words of both texts with their marks."""
    data = to_docx(changes, unchanged=unchanged, language=language)
    found = [
        (marked_text(old), marked_text(new), "\n".join(lines_of(note)))
        for old, new, note in rows_of(data)
    ]
    return found[1:]


def row_with(
    words: str, changes: ChangeSet, *, unchanged: Unchanged = "full", language: Language = "zh"
) -> tuple[str, str, str]:
    every = rows(changes, unchanged=unchanged, language=language)
    (found,) = [row for row in every if any(words in cell for cell in row)]
    return found


def test_the_words_of_an_article_stand_in_their_columns_with_marks() -> None:
    old, new, note = row_with("借用期限", small())
    assert old == "第七条\u3000借用期限为[-3日-]。逾期不还的，每日收取[-2元-]保管费。"
    assert new == "第七条\u3000借用期限为{+7日+}。逾期不还的，每日收取{+5元+}保管费。"
    assert note == "将期限由“3日”调整为“7日”，将金额由“2元”调整为“5元”。"


def test_what_is_new_has_nothing_before_it_and_what_is_deleted_nothing_after() -> None:
    assert row_with("捐赠闲置", small())[::2] == ("新增", "新增一条，作为第九条。")
    assert row_with("年年底", small())[1:] == ("删除", "删去原第九条。")
    assert row_with("年年底", small())[0].startswith("[-第九条")


def test_articles_that_were_split_or_merged_share_a_row() -> None:
    old, new, note = row_with("规划和建设", small())
    assert old.startswith("第二条\u3000镇人民政府")
    assert "第三条\u3000居民委员会" in new
    assert note.startswith("原第二条拆分为第二条、第三条。")
    old, new, _ = row_with("代借", small())
    assert "第六条" in old
    assert "第六条" not in new


def test_headings_and_what_stands_around_the_body_are_rows_too() -> None:
    found = [row[:2] for row in rows(small())]
    assert found[0] == ("禾木溪镇共享工具屋管理办法",) * 2
    assert "题注修改。" in [row[2] for row in rows(small())]
    headings = [new for _, new in found if re.match(r"第.章", new)]
    assert headings == ["第一章\u3000总则", "第二章\u3000借用", "第三章\u3000附则"]
    at = next(n for n, (_, new) in enumerate(found) if new.startswith("第一章"))
    assert found[at + 1][1].startswith("第一条")


def test_the_headings_of_an_outline_stand_over_what_they_gather(tmp_path: Path) -> None:
    text = (
        "关于促进集市发展的意见\n\n为促进集市发展，提出以下意见。\n\n一、总体要求\n\n"
        "（一）指导思想。坚持便民。\n\n（二）基本原则。坚持引导。\n\n二、主要任务\n\n"
        "（三）改善设施。完成改造。\n\n（四）加强管理。{}设立管理员。\n"
    )
    for name, word in (("old", "可以"), ("new", "应当")):
        (tmp_path / f"{name}.txt").write_text(text.format(word), encoding="utf-8")
    versions = [api.load(str(tmp_path / f"{name}.txt")) for name in ("old", "new")]
    starts = [new[:3] for _, new, _ in rows(api.compare(*versions))]
    assert starts[2:] == ["一、总", "（一）", "（二）", "二、主", "（三）", "（四）"]


def test_every_heading_stands_once_also_those_that_are_gone() -> None:
    found = rows(sample_changes())
    headings = [
        row for row in found if any(re.match(r"(\[-|\{\+)?第.[章节]", cell) for cell in row[:2])
    ]
    labels = [row[0] if row[1] == "删除" else row[1] for row in headings]
    assert labels == [
        "第一章\u3000总则",
        "第二章\u3000会议制度",
        "第三章\u3000公文{+办+}理",
        "{+第一节\u3000收文+}",
        "{+第二节\u3000发文+}",
        "[-第四章\u3000监督-]",
        "第四章\u3000附则",
    ]
    notes = {row[0] + row[1]: row[2] for row in headings}
    assert notes["[-第四章\u3000监督-]删除"] == "删去本章。"
    assert notes["新增{+第一节\u3000收文+}"] == "新增一节。"
    assert notes["第三章\u3000公文[-处-]理第三章\u3000公文{+办+}理"] == "章名修改。"
    assert notes["第五章\u3000附则第四章\u3000附则"] == "原第五章改为第四章。"


def test_the_old_article_stands_in_the_order_of_the_old_text(tmp_path: Path) -> None:
    texts = {
        "old": "第一条 会议应当有记录，由秘书长签发。\n\n会议材料应当在会前三日送达。\n",
        "new": "第一条 会议材料应当在会前三日送达。\n\n会议应当有记录，由市长签发。\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"会议规定\n\n{text}", encoding="utf-8")
    versions = [api.load(str(tmp_path / f"{name}.txt")) for name in texts]
    cells = list(rows_of(to_docx(api.compare(*versions))))[-1]
    assert lines_of(cells[0]) == [
        "第一条\u3000会议应当有记录，由秘书长签发。",
        "会议材料应当在会前三日送达。",
    ]
    assert lines_of(cells[1]) == [
        "第一条\u3000会议材料应当在会前三日送达。",
        "会议应当有记录，由市长签发。",
    ]


def test_the_number_of_an_article_is_not_new_because_its_first_paragraph_is(
    tmp_path: Path,
) -> None:
    texts = {
        "old": "第一条 会议应当有记录，由秘书长签发。\n",
        "new": "第一条 会议由市长主持。\n\n会议应当有记录，由秘书长签发。\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"会议规定\n\n{text}", encoding="utf-8")
    versions = [api.load(str(tmp_path / f"{name}.txt")) for name in texts]
    new = rows(api.compare(*versions))[-1][1]
    assert new.startswith("第一条\u3000{+会议由市长主持。+}")


def test_a_table_in_an_article_stays_a_table() -> None:
    (cells,) = [c for c in rows_of(to_docx(sample_changes())) if "特急" in text_of(c[0])]
    assert lines_of(cells[0])[1] == "种类\t时限\n特急\t6小时\n普通\t3个工作日"
    assert lines_of(cells[1])[1] == "种类\t时限\n特急\t2小时\n普通\t3个工作日"
    assert cells[0].find(f"{W}tbl") is not None
    assert "[-6-]小时" in marked_text(cells[0])


def test_unchanged_articles_are_folded_or_left_out() -> None:
    folded = row_with("至第", sample_changes(), unchanged="fold")
    assert folded == (
        "第三条至第五条\u3000无修改",
        "第四条至第六条\u3000无修改",
        "原第三条至第五条改为第四条至第六条。",
    )
    assert ("第一条\u3000无修改", "第一条\u3000无修改", "") in rows(
        sample_changes(), unchanged="fold"
    )
    left = rows(sample_changes(), unchanged="omit")
    assert not [row for row in left if "无修改" in row[1] or row[1].startswith("第四条\u3000市长")]
    assert [row for row in left if row[1].startswith("第二条")]
    same = api.load(str(SMALL / "新.txt"))
    assert rows(api.compare(same, same), unchanged="omit") == []


def test_doubtful_links_are_marked() -> None:
    assert row_with("一文一事", sample_changes())[2].endswith("【对应关系存疑，请核对】")


def test_a_text_for_demonstration_is_called_one() -> None:
    old, new = (
        api.load(name) for name in (str(next((ROOT / "examples").glob("*.txt"))), "工作规则")
    )
    assert "是为演示编写的" in text_of(
        parts_of(to_docx(api.compare(old, new)))["word/document.xml"]
    )


def test_the_page_and_the_fonts_are_those_of_official_documents() -> None:
    document = docx.Document(io.BytesIO(to_docx(sample_changes())))
    section = document.sections[0]
    assert section.orientation is WD_ORIENT.LANDSCAPE
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    width, height, left, right = (round(size.mm) if size else 0 for size in sizes)
    assert (width, height, width - left - right) == (297, 210, 225)
    title = document.paragraphs[0]
    assert title.text == "《临江市人民政府工作规则》修订对照表"
    assert title.style is not None
    assert title.style.font.size == Pt(22)
    fonts = [s.element.find(f".//{W}rFonts") for s in document.styles if s.element is not None]
    names = {f.get(f"{W}eastAsia") for f in fonts if f is not None}
    assert {"方正小标宋简体", "黑体", "楷体_GB2312"} <= names
    table = document.tables[0]
    assert [cell.paragraphs[0].text for cell in table.rows[0].cells] == [
        "修订前",
        "修订后",
        "修改说明",
    ]
    assert table.rows[0].cells[1].paragraphs[1].text == "（临政〔2024〕3号，2024年2月20日）"
    assert "PAGE" in section.footer._element.xml
    assert "NUMPAGES" in section.footer._element.xml
    assert section.footer.paragraphs[0].text == "第 1 页\u3000共 1 页"


def test_deleted_words_are_struck_in_red_and_added_ones_bold_and_underlined() -> None:
    document = docx.Document(io.BytesIO(to_docx(sample_changes())))
    cells = [c for row in document.tables[0].rows for c in row.cells if "重大事项" in c.text]
    runs = {r.text: r.font for cell in cells for p in cell.paragraphs for r in p.runs}
    assert runs["可以"].strike
    assert str(runs["可以"].color.rgb) == "FF0000"
    assert runs["应当"].bold
    assert runs["应当"].underline
    assert not runs["重大事项"].strike


def test_the_head_is_repeated_and_short_rows_are_not_torn() -> None:
    table = parts_of(to_docx(sample_changes()))["word/document.xml"].find(f".//{W}tbl")
    assert table is not None
    head, *others = table.findall(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    whole = [row for row in others if row.find(f"{W}trPr/{W}cantSplit") is not None]
    assert 0 < len(whole) < len(others)


@pytest.mark.parametrize("changes", [sample_changes(), regrouped(), nothing_before(), small()])
@pytest.mark.parametrize("unchanged", ["full", "fold", "omit"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_is_as_the_schema_asks(
    changes: ChangeSet, unchanged: str, language: str
) -> None:
    parts = parts_of(to_docx(changes, language=language, unchanged=unchanged))  # type: ignore[arg-type]
    for name in ("document", "styles", "settings", "fontTable", "footer1"):
        assert faults(parts[f"word/{name}.xml"]) == []
    used = {e.get(f"{W}val") for e in parts["word/document.xml"].iter(f"{W}pStyle")}
    known = {e.get(f"{W}styleId") for e in parts["word/styles.xml"].iter(f"{W}style")}
    assert used <= known
    names = {e.get(f"{W}name") for e in parts["word/fontTable.xml"].iter(f"{W}font")}
    fonts = [
        *parts["word/styles.xml"].iter(f"{W}rFonts"),
        *parts["word/document.xml"].iter(f"{W}rFonts"),
    ]
    assert {value for font in fonts for value in font.attrib.values()} <= names


def test_the_bytes_depend_on_the_changes_alone() -> None:
    data = to_docx(sample_changes())
    assert data == to_docx(sample_changes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_table_speaks_english_but_the_texts_do_not() -> None:
    old, new, note = row_with("捐赠闲置", small(), language="en")
    assert (old, note) == ("added", "Added as 第九条.")
    assert "鼓励单位" in new


@pytest.mark.parametrize(
    "folder", sorted((CASES / "diff").iterdir()), ids=lambda folder: folder.name
)
def test_both_texts_can_be_read_off_the_table(folder: Path) -> None:
    old, new = (api.load(str(folder / f"{name}.txt")) for name in ("old", "new"))
    data = to_docx(api.compare(old, new))
    assert [sorted(lines) for lines in columns_of(data)] == [
        sorted(printed_lines(old)),
        sorted(printed_lines(new)),
    ]


@needs_libreoffice
def test_libreoffice_prints_the_table(libreoffice: LibreOffice, tmp_path: Path) -> None:
    import pypdfium2

    file = tmp_path / "对照表.docx"
    file.write_bytes(to_docx(sample_changes()))
    with pypdfium2.PdfDocument(libreoffice.to_pdf(file)) as pdf:
        pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
        size = pdf[0].get_size()
    assert size[0] > size[1]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "修订前" in page, "the head is repeated"
        assert f"第{number}页共{len(pages)}页" in page
    assert "忠于宪法" in "".join(pages)
