"""Print regulations of the corpus to PDF in several ways, read them, and compare the trees.

    python -m benchmarks.renditions [--count 40] [--seed 1] [--style NAME] [--show 6] [--keep DIR]

Each text is printed by Chromium and by LibreOffice: in one column; in two or four; as a
gazette, with a title over several lines, running heads that name the issue, numbers of pages
at changing sides, a rule between the columns, and once with notes at the foot of pages; as
an official document; as a compilation whose margins change sides. Pages break where they
will: in sentences, and in the numbers of articles. A rendition is right if it yields one
regulation with the title, the body and the attachments of its text. Told too: how many keep
the sequence of articles, and how many lose or invent a character.
"""

from __future__ import annotations

import argparse
import difflib
import html
import itertools
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment import CORPUS
from gazette_diff.core.source import SourceText
from gazette_diff.core.tree import BlockKind, Regulation
from gazette_diff.parsing import parse_source, to_text
from gazette_diff.reading import read_file

#: Longer texts take long to print, and show nothing new.
LONGEST = 15_000
SERIF, SANS, ROUND = "Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei"


class Paragraph(NamedTuple):
    """A paragraph to print: ``kind`` is title, centred, indented or row (of a table)."""

    kind: str
    text: str


class Sample(NamedTuple):
    """A text of the corpus, printed as plain text, and the tree that it yields."""

    name: str
    paragraphs: list[Paragraph]
    regulation: Regulation


BASE = (
    "body{margin:0} p{text-indent:2em;margin:0;text-align:justify} p.centred{text-align:center;"
    "text-indent:0} h1{column-span:all;text-align:center} td{border:1px solid;padding:2px} "
    "table{border-collapse:collapse;width:100%}"
)
PAGES = {
    "chromium-one": "@page{size:A4;margin:22mm 18mm;@top-center{content:'某某市规章汇编';"
    "font-size:9pt}@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}}"
    f"body{{font:10.5pt/1.6 '{SERIF}'}}",
    "chromium-two": "@page{size:A4;margin:22mm 18mm;@top-center{content:'某某市人民政府公报"
    "2023.05';font-size:9pt}@bottom-center{content:'- ' counter(page) ' -';font-size:9pt}}"
    f"body{{font:10.5pt/1.6 '{SERIF}'}} h1{{font-size:18pt}}"
    "div{column-count:2;column-gap:8mm}",
    "chromium-official": "@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-right{content:'— '"
    "counter(page) ' —';font-size:14pt}} @page:left{@bottom-right{content:''}@bottom-left{"
    f"content:'— ' counter(page) ' —';font-size:14pt}}}} body{{font:16pt/28pt '{SERIF}'}}"
    f"h1{{font:bold 22pt/32pt '{SANS}'}}",
    "chromium-gazette": "@page{size:210mm 285mm;margin:20mm 15mm;@top-left{content:'●政府规章和"
    "规范性文件';font-size:9pt}@top-right{content:'某某市人民政府公报 2023.05';font-size:9pt}"
    "@bottom-right{content:counter(page);font-size:9pt}} @page:left{@top-left{content:'某某市"
    "人民政府公报 2023.05'}@top-right{content:'●政府规章和规范性文件'}@bottom-right{content:''}"
    f"@bottom-left{{content:counter(page);font-size:9pt}}}} body{{font:10pt/1.55 '{ROUND}'}}"
    f"h1{{font:bold 18pt/1.4 '{SANS}'}} div{{column-count:2;column-gap:7mm;"
    "column-rule:0.5pt solid black}",
    "chromium-news": f"@page{{size:A3;margin:12mm}} body{{font:9pt/1.4 '{SERIF}'}}"
    "h1{font-size:26pt} div{column-count:4;column-gap:5mm;column-rule:1px solid black}",
    "chromium-book": "@page{size:A4;margin:25mm 18mm 20mm 30mm;@top-center{content:'某某市地方"
    "法规汇编（2020年版）';font-size:9pt}} @page:left{margin:25mm 30mm 20mm 18mm;@top-center{"
    "content:'第三编　经济';font-size:9pt}@bottom-left{content:counter(page)}} @page:right{"
    f"@bottom-right{{content:counter(page)}}}} body{{font:11pt/1.7 '{SERIF}'}}"
    "h1{font-size:16pt}",
}
OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{font}'"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="{size}pt"
 style:font-size-asian="{size}pt" style:font-name="F" style:font-name-asian="F"
 fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>
</style:default-style>
<style:style style:name="title" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center" fo:margin-bottom="4mm"/><style:text-properties fo:font-size="{title}pt"
 style:font-size-asian="{title}pt"/></style:style>
<style:style style:name="centred" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
<style:style style:name="indented" style:family="paragraph"><style:paragraph-properties
 fo:text-align="justify" fo:text-indent="{indent}pt" style:punctuation-wrap="simple"/></style:style>
<style:style style:name="row" style:family="paragraph"/>
<style:style style:name="left" style:family="paragraph"><style:text-properties
 fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="right" style:family="paragraph"><style:paragraph-properties
 fo:text-align="end"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/>
</style:style>
<style:style style:name="note" style:family="paragraph"><style:text-properties
 fo:font-size="8pt" style:font-size-asian="8pt"/></style:style>
<style:style style:name="mark" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1"
 text:citation-style-name="mark" text:citation-body-style-name="mark"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="columns" style:family="section"><style:section-properties>
<style:columns fo:column-count="{columns}" fo:column-gap="8mm">{rule}</style:columns>
</style:section-properties></style:style>
<style:page-layout style:name="L" style:page-usage="all"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="15mm" fo:margin-bottom="15mm"
 fo:margin-left="20mm" fo:margin-right="20mm"/><style:header-style>
<style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="3mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="3mm"/>
</style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
{margins}</style:master-page></office:master-styles>
<office:body><office:text>{text}</office:text></office:body></office:document>
"""
HEADS = (
    '<style:header><text:p text:style-name="right">●政府规章　某某市人民政府公报 2023.05</text:p>'
    '</style:header><style:header-left><text:p text:style-name="left">某某市人民政府公报 2023.05'
    "　●政府规章</text:p></style:header-left>"
)
FEET = (
    '<style:footer><text:p text:style-name="right"><text:page-number/></text:p></style:footer>'
    '<style:footer-left><text:p text:style-name="left"><text:page-number/></text:p>'
    "</style:footer-left>"
)
SETTINGS = {
    "writer-one": {"size": 12, "title": 18, "columns": 1, "margins": FEET, "rule": ""},
    "writer-two": {"size": 10.5, "title": 16, "columns": 2, "margins": FEET, "rule": ""},
    "writer-gazette": {
        "size": 10,
        "title": 20,
        "columns": 2,
        "margins": HEADS + FEET,
        "rule": '<style:column-sep style:width="0.5pt" style:height="100%"/>',
    },
}
SETTINGS["writer-notes"] = SETTINGS["writer-gazette"]
#: Every so many paragraphs the gazette with notes has one at the foot of its page.
NOTE_EVERY = 17
#: How its notes are marked: one text has circled numbers, the next numbers in brackets, …
NOTE_MARKS = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "[{}]", "{}", "*")
NOTE = "本处数字为统计时的数字，以有关部门公布的为准。"


def main() -> int:
    """Print, read, compare, and tell the score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--style", action="append", choices=[*PAGES, *SETTINGS])
    parser.add_argument("--show", type=int, default=0, help="lines of each difference to show")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    parser.add_argument("--again", action="store_true", help="read the files kept, print none")
    options = parser.parse_args()
    chosen = options.style or [*PAGES, *SETTINGS]
    samples = list(draw(options.corpus, options.count, options.seed))
    if not samples:
        sys.exit(f"no corpus at {options.corpus}: nothing to measure")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not options.again:
            print_pages(samples, [style for style in chosen if style in PAGES], folder)
            print_office(samples, [style for style in chosen if style in SETTINGS], folder)
        print(f"{'style':<20}{'files':>6}{'same tree':>11}{'articles':>10}{'all words':>11}")
        for style in chosen:
            score = Counter[str]()
            for sample in samples:
                score += judge(sample, style, folder / f"{sample.name}.{style}.pdf", options.show)
            print(
                f"{style:<20}{score['files']:>6}{score['same']:>11}{score['articles']:>10}"
                f"{score['words']:>11}",
                flush=True,
            )
    return 0


def draw(corpus: Path, count: int, seed: int) -> Iterator[Sample]:
    """Yield *count* texts of the *corpus*, none too long, each of one regulation."""
    paths = sorted(corpus.glob("single/*.md")) + sorted(corpus.glob("pairs/*/*.md"))
    random.Random(seed).shuffle(paths)
    found = 0
    for path in paths:
        if found == count:
            return
        documents = parse_source(read_file(path).source).documents
        text = to_text(documents[0].regulation) if len(documents) == 1 else ""
        if 0 < len(text) <= LONGEST:
            found += 1
            yield Sample(f"{found:03d}", list(paragraphs(text)), expected(text))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of *text*, a regulation as it is printed."""
    kind = "title"
    for line in text.split("\n"):
        words = line.strip("　 ")
        if words:
            row = words.startswith("|")
            yield Paragraph("row" if row else kind if kind == "title" else kind_of(line), words)
            kind = ""


def kind_of(line: str) -> str:
    """Tell how a line of a printed regulation stands on its page."""
    return "indented" if line.startswith("　") else "centred"


def expected(text: str) -> Regulation:
    """Return the regulation that *text* is read to."""
    return (
        parse_source(SourceText("text", tuple(text.split("\n")), "utf-8")).documents[0].regulation
    )


def print_pages(samples: Sequence[Sample], styles: Sequence[str], folder: Path) -> None:
    """Print *samples* with Chromium."""
    if not styles:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for sample in samples:
            body = "".join(map(tagged, sample.paragraphs)).replace("</table><table>", "")
            for style in styles:
                css = f"<style>{BASE}{PAGES[style]}</style>"
                page.set_content(f"<!DOCTYPE html><meta charset=utf-8>{css}<div>{body}</div>")
                target = folder / f"{sample.name}.{style}.pdf"
                page.pdf(path=target, prefer_css_page_size=True)
        browser.close()


def tagged(paragraph: Paragraph) -> str:
    """Return *paragraph* as HTML."""
    words = html.escape(paragraph.text)
    match paragraph.kind:
        case "title":
            return f"<h1>{words}</h1>"
        case "row":
            return "<table><tr>" + "".join(f"<td>{c}</td>" for c in cells(words)) + "</tr></table>"
        case kind:
            return f'<p class="{kind}">{words}</p>'


def cells(row: str) -> list[str]:
    """Return the cells of a *row* of a table."""
    return [cell.strip() for cell in row.strip("|").split("|")]


def print_office(samples: Sequence[Sample], styles: Sequence[str], folder: Path) -> None:
    """Print *samples* with LibreOffice."""
    files = []
    for style in styles:
        settings = SETTINGS[style]
        for sample in samples:
            marks = note_marks(int(sample.name)) if style == "writer-notes" else iter(())
            text = "".join(
                office_paragraph(paragraph, next(marks, "") if has_note(at) else "")
                for at, paragraph in enumerate(sample.paragraphs[1:], 1)
            ).replace("</table:table><table:table>", "")
            title = office_paragraph(sample.paragraphs[0])
            columns = f'<text:section text:name="S" text:style-name="columns">{text}</text:section>'
            path = folder / f"{sample.name}.{style}.fodt"
            indent = 2 * float(str(settings["size"]))
            filled = OFFICE.format(**settings, indent=indent, font=SERIF, text=title + columns)
            path.write_text(filled, encoding="utf-8")
            files.append(str(path))
    if files:
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
        subprocess.run(command, check=True, capture_output=True)


def has_note(at: int) -> bool:
    """Tell whether the paragraph number *at* has a note."""
    return at % NOTE_EVERY == NOTE_EVERY - 1


def note_marks(number: int) -> Iterator[str]:
    """Yield the marks of the notes of the text *number*."""
    form = NOTE_MARKS[number % len(NOTE_MARKS)]
    for at in itertools.count():
        yield form[at % len(form)] if len(form) > len("[{}]") else form.format(at + 1)


def office_paragraph(paragraph: Paragraph, note: str = "") -> str:
    """Return *paragraph* as OpenDocument, with a note at its end where *note* is its mark."""
    words = html.escape(paragraph.text)
    if paragraph.kind == "row":
        row = "".join(
            f'<table:table-cell table:style-name="cell"><text:p text:style-name="row">{cell}'
            "</text:p></table:table-cell>"
            for cell in cells(words)
        )
        columns = f'<table:table-column table:number-columns-repeated="{len(cells(words))}"/>'
        return f"<table:table>{columns}<table:table-row>{row}</table:table-row></table:table>"
    mark = (
        f'<text:note text:note-class="footnote"><text:note-citation text:label="{note}">{note}'
        f'</text:note-citation><text:note-body><text:p text:style-name="note">{NOTE}</text:p>'
        "</text:note-body></text:note>"
        if note and paragraph.kind == "indented"
        else ""
    )
    return f'<text:p text:style-name="{paragraph.kind}">{words}{mark}</text:p>'


def judge(sample: Sample, style: str, path: Path, show: int) -> Counter[str]:
    """Compare what *path* is read to with the tree of *sample*."""
    result = parse_source(read_file(path).source)
    read = [document.regulation for document in result.documents]
    printed = "\n".join(to_text(without_issue(one)) for one in read)
    wanted = to_text(sample.regulation)
    same = len(read) == 1 and compared(read[0]) == compared(sample.regulation)
    sequence = [article.ordinal for one in read for article in one.articles]
    if not same and show:
        tell(f"{sample.name} {style}", wanted, printed, show)
    return Counter(
        files=1,
        same=same,
        articles=sequence == [article.ordinal for article in sample.regulation.articles],
        words=Counter("".join(wanted.split())) == Counter("".join(printed.split())),
    )


def without_issue(regulation: Regulation) -> Regulation:
    """Return *regulation* without the issue of the gazette that its heads name."""
    preface = tuple(b for b in regulation.preface if b.kind is not BlockKind.GAZETTE)
    metadata = replace(regulation.metadata, gazette=None)
    return replace(regulation, preface=preface, metadata=metadata)


def compared(regulation: Regulation) -> tuple[object, ...]:
    """Return what has to be the same: the title, the body and the attachments."""
    return regulation.metadata.title, regulation.body, regulation.attachments


def tell(name: str, wanted: str, printed: str, show: int) -> None:
    """Show the first lines in which the printed text differs from the wanted one."""
    lines = difflib.unified_diff(wanted.split("\n"), printed.split("\n"), lineterm="", n=0)
    kept = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    print(f"## {name}: {len(kept)} lines differ")
    for line in kept[:show]:
        print(f"   {line[:150]}")


if __name__ == "__main__":
    sys.exit(main())
