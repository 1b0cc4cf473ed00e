"""Make the files of this folder from ``market.txt``; see README.md. Run by hand, not by tests."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
FONT = "WenQuanYi Micro Hei"
NUMBER = re.compile(r"第[一二三四五六七八九十]+[章条]　|（[一二三四五]）|\d\.")
KINDS = {"章": "chapter", "条": "article", "）": "item", ".": "subitem"}

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>{title}_禾木溪镇人民政府门户网站</title>
<meta name="SiteName" content="禾木溪镇人民政府">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2021-03-05 10:00">
<style>p {{ text-indent: 2em }}</style>
<script>var first = "第一条　脚本中的文字";</script></head>
<body>
<div class="top"><span>今天是2021年5月1日</span>
<a href="#">无障碍浏览</a> <a href="#">长者模式</a></div>
<div class="header"><div class="logo">禾木溪镇人民政府</div>
<ul class="nav clearfix"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li>
<li><a href="/fw">办事服务</a></li></ul>
<div class="search"><input type="text"><button>搜索</button></div></div>
<div class="crumb">您所在的位置：<a href="/">首页</a> &gt;
<a href="/zw">政务公开</a> &gt; 规章</div>
<div class="main">
<table class="card"><tbody>
<tr><td><b>索 引 号：</b></td><td>0000-2021-0012</td><td><b>主题分类：</b></td>
<td>市场管理</td></tr>
<tr><td><b>发文机关：</b></td><td>禾木溪镇人民政府</td><td><b>成文日期：</b></td>
<td>2021年03月01日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">{title}</td></tr></tbody></table>
<h1>{title}</h1>
<div class="info"><span>发布时间：2021-03-05 10:00</span> <span>来源：镇政府办公室</span>
<span>浏览次数：<em>128</em></span> <span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span></div>
<div id="UCAP-CONTENT" class="TRS_Editor">
{text}
</div>
<div class="editor">责任编辑：某某</div>
<div class="tools"><a href="#">【打印】</a><a href="#">【关闭】</a></div>
<div class="related"><h3>相关文件</h3><ul>
<li><a href="a">禾木溪镇人民政府关于加强集市管理的通知</a></li>
<li><a href="b">《禾木溪镇集市管理办法》解读</a></li></ul></div>
</div>
<div class="footer"><p>主办：禾木溪镇人民政府　承办：镇政府办公室</p>
<p>地址：禾木溪镇一号；电话：000-0000000。</p><p>政府网站标识码：0000000000</p></div>
</body></html>
"""
TABLES = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}-禾木溪镇政府网</title></head>
<body bgcolor="#ffffff"><form name="form1" action="show.aspx">
<table width="1000" align="center"><tr><td colspan="2"><img src="top.jpg" alt="banner"></td></tr>
<tr><td width="200" valign="top"><table><tr><td><a href="a">镇情概况</a></td></tr>
<tr><td><a href="b">政策法规</a></td></tr><tr><td><a href="c">机构设置</a></td></tr></table></td>
<td><table width="95%"><tr><td align="center"><font size="5"><b>{title}</b></font></td></tr>
<tr><td align="center">日期：2021-3-5　点击：331　作者：办公室　【<a href="#">大</a>
<a href="#">中</a> <a href="#">小</a>】</td></tr>
<tr><td><font face="宋体">{text}</font></td></tr>
<tr><td align="right"><a href="#">打印本页</a> <a href="#">关闭窗口</a></td></tr></table></td></tr>
<tr><td colspan="2" align="center">版权所有：禾木溪镇人民政府　邮编：000000</td></tr></table>
</form></body></html>
"""
PRINT = """<!DOCTYPE html><meta charset="utf-8"><style>
@page {{ size: A5; margin: 16mm 12mm;
  @top-left {{ content: "禾木溪镇人民政府公报 2021.03"; font-size: 8pt }}
  @bottom-center {{ content: "- " counter(page) " -"; font-size: 8pt }} }}
body {{ font: 9pt/1.6 "{font}"; margin: 0 }}
h1 {{ column-span: all; text-align: center; font: 15pt "{font}"; margin: 0 }}
p {{ margin: 0; text-indent: 2em; text-align: justify }}
p.middle {{ text-align: center; text-indent: 0 }}
div {{ column-count: 2; column-gap: 6mm }}
</style><div>{text}</div>
"""


class Line(NamedTuple):
    """A paragraph of the regulation: its kind, its number as printed, its words."""

    kind: str
    number: str
    words: str

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return self.number + self.words


def read_lines() -> tuple[str, list[Line]]:
    """Return the title of the regulation and its paragraphs."""
    title, *rest = (HERE / "market.txt").read_text(encoding="utf-8").split("\n")
    lines = []
    for raw in rest:
        words = raw.strip("　")
        if not words:
            continue
        found = NUMBER.match(words)
        number = found.group() if found else ""
        kind = KINDS[number.rstrip("　")[-1]] if number else "plain" if raw != words else "note"
        lines.append(Line(kind, number, words[len(number) :]))
    return title, lines


def make_pages(title: str, lines: list[Line]) -> None:
    """Write the two web pages."""
    paragraphs = []
    for line in lines:
        centred = line.kind in ("chapter", "note")
        words = html.escape(line.text)
        paragraphs.append(f'<p align="center">{words}</p>' if centred else f"<p>　　{words}</p>")
    page = PAGE.format(title=title, text="\n".join(paragraphs))
    (HERE / "market.html").write_text(page, encoding="utf-8")
    broken = "<br>\n".join(
        html.escape(line.text) if line.kind == "note" else f"&nbsp;&nbsp;&nbsp;&nbsp;{line.text}"
        for line in lines
    )
    page = TABLES.format(title=title, text=broken)
    (HERE / "market-tables.htm").write_bytes(page.encode("gb2312"))


def level(at: int, form: str, text: str, more: str = "") -> str:
    """Return the markup of one level of an automatic number."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


THOUSAND = "chineseCountingThousand"
NEVER = '<w:lvlRestart w:val="0"/>'
ONE_LIST = {
    0: level(0, THOUSAND, "第%1章")
    + level(1, THOUSAND, "第%2条", NEVER)
    + level(2, THOUSAND, "（%3）")
    + level(3, "decimal", "%4."),
}
# LibreOffice lets no level go on through the one above it: articles have a list of their own.
TWO_LISTS = {
    0: level(0, THOUSAND, "第%1章"),
    1: level(0, THOUSAND, "第%1条") + level(1, THOUSAND, "（%2）") + level(2, "decimal", "%3."),
}
PLACES_IN_ONE = {"chapter": (1, 0), "article": (1, 1), "item": (1, 2), "subitem": (1, 3)}
PLACES_IN_TWO = {"chapter": (1, 0), "article": (2, 0), "item": (2, 1), "subitem": (2, 2)}


def make_word(
    title: str,
    lines: list[Line],
    lists: dict[int, str],
    places: dict[str, tuple[int, int]],
    path: Path,
) -> None:
    """Write a Word file whose numbers Word computes."""
    document = docx.Document()
    _set_numbering(document, lists)
    heading = document.add_paragraph(title)
    heading.alignment = 1  # type: ignore[assignment]
    for line in lines:
        place = places.get(line.kind)
        paragraph = document.add_paragraph(line.words if place else line.text)
        paragraph.paragraph_format.space_after = Pt(0)
        if place:
            number = f'<w:ilvl w:val="{place[1]}"/><w:numId w:val="{place[0]}"/>'
            properties: Any = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f"<w:numPr {nsdecls('w')}>{number}</w:numPr>"))
        if line.kind in ("chapter", "note"):
            paragraph.alignment = 1  # type: ignore[assignment]
        else:
            paragraph.paragraph_format.first_line_indent = Pt(21)
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        run.font.name, run.font.size = FONT, Pt(10.5)
        fonts: Any = run._element.rPr
        fonts.rFonts.set(qn("w:eastAsia"), FONT)
    document.save(str(path))


def _set_numbering(document: Any, lists: dict[int, str]) -> None:
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    space = nsdecls("w")
    for name, levels in lists.items():
        kind = '<w:multiLevelType w:val="multilevel"/>'
        attribute = f'{space} w:abstractNumId="{name}"'
        numbering.append(parse_xml(f"<w:abstractNum {attribute}>{kind}{levels}</w:abstractNum>"))
    for name in lists:
        abstract = f'<w:abstractNumId w:val="{name}"/>'
        numbering.append(parse_xml(f'<w:num {space} w:numId="{name + 1}">{abstract}</w:num>'))


# Articles and below count in one list; chapters have a sequence of their own.
FIELDS = {
    "chapter": ("第", "SEQ 章 \\* CHINESENUM3", "章　"),
    "article": ("", "LISTNUM 条文 \\l 1", "　"),
    "item": ("", 'LISTNUM "条文" \\l 2', ""),
    "subitem": ("", "LISTNUM 条文 \\l 3", ""),
}


def make_fields(title: str, lines: list[Line], path: Path) -> None:
    """Write a Word file whose numbers are fields without results."""
    document = docx.Document()
    _set_numbering(document, {0: '<w:name w:val="条文"/>' + TWO_LISTS[1]})
    document.add_paragraph(title)
    for line in lines:
        before, instruction, after = FIELDS.get(line.kind, ("", "", line.number))
        paragraph = document.add_paragraph(before)
        if instruction:
            _add_field(paragraph, instruction)
        paragraph.add_run(after + line.words)
    document.save(str(path))


def _add_field(paragraph: Any, instruction: str) -> None:
    space = nsdecls("w")
    for part in (
        '<w:fldChar {0} w:fldCharType="begin"/>',
        f'<w:instrText {{0}} xml:space="preserve"> {html.escape(instruction)} </w:instrText>',
        '<w:fldChar {0} w:fldCharType="end"/>',
    ):
        paragraph.add_run()._r.append(parse_xml(part.format(space)))


def run_office(source: Path, form: str, folder: Path) -> Path:
    """Let LibreOffice write *source* anew in *form*, in *folder*."""
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / f"{source.stem}.{form.partition(':')[0]}"


def make_by_office(title: str, lines: list[Line]) -> None:
    """Write the Word file and the PDF of LibreOffice."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_word(title, lines, TWO_LISTS, PLACES_IN_TWO, folder / "market-writer.docx")
        odt = run_office(folder / "market-writer.docx", "odt", folder)
        written = run_office(odt, "docx", folder)
        shutil.copy(written, HERE / "market-writer.docx")
        shutil.copy(run_office(odt, "pdf", folder), HERE / "market-writer.pdf")


def make_columns(title: str, lines: list[Line]) -> None:
    """Print two columns with Chromium."""
    paragraphs = [f"<h1>{title}</h1>"]
    for line in lines:
        kind = ' class="middle"' if line.kind in ("chapter", "note") else ""
        paragraphs.append(f"<p{kind}>{html.escape(line.text)}</p>")
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "market.html"
        page.write_text(PRINT.format(font=FONT, text="".join(paragraphs)), encoding="utf-8")
        command = [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-pdf-tagging"),
            *("--no-pdf-header-footer", f"--print-to-pdf={HERE / 'market-columns.pdf'}", str(page)),
        ]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    everything = read_lines()
    make_pages(*everything)
    make_word(*everything, ONE_LIST, PLACES_IN_ONE, HERE / "market-numbers.docx")
    make_fields(*everything, HERE / "market-fields.docx")
    make_by_office(*everything)
    make_columns(*everything)
