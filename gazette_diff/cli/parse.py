"""``gazette-diff parse``: a source as a tree, XML, JSON, clean text, or its ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.framework import (
    Command,
    MisuseError,
    option,
    output_option,
    settings_of,
    window_options,
)
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import format_for, show, write
from gazette_diff.cli.paint import Surface, drawn, surface
from gazette_diff.cli.settings import Settings, today
from gazette_diff.cli.sources import NAME_HELP, RegulationName, path_of, read_source
from gazette_diff.cli.working import READING, Working
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.documents import ParsedSource
    from gazette_diff.core.language import Language

_BY_SUFFIX = {"": "tree", ".xml": "xml", ".json": "json", ".jsonl": "ledger", ".txt": "text"}


@click.command(
    "parse",
    cls=Command,
    about=Bilingual(
        "读取公报、法规文本（文本、网页、Word、PDF）或 Akoma Ntoso 文件，"
        "识别其中的法规及其编、章、节、条、款、项。\n"
        "存疑之处（编号不连续、未能归位的文字等）附行号写到标准错误。",
        "Read a gazette, the text of a regulation (plain text, a web page, Word, PDF) or an "
        "Akoma Ntoso file into its regulations and their chapters, articles, paragraphs and "
        "items.\nDoubts (gaps in the numbering, text that found no place) go to standard error "
        "with their line numbers.",
    ),
    arguments=(("SRC", NAME_HELP),),
    examples=(
        Example(
            "gazette-diff parse 公报.txt --list", Bilingual("公报里有哪些法规", "What is in it")
        ),
        Example(
            "gazette-diff parse 公报.txt#工作规则",
            Bilingual("画出其中一部的结构", "Draw the structure of one of them"),
        ),
        Example(
            "gazette-diff parse 公报.txt#工作规则 -o 工作规则.xml",
            Bilingual("存为 Akoma Ntoso 3.0", "Write it as Akoma Ntoso 3.0"),
        ),
        Example(
            "gazette-diff parse 公报.pdf --pages 8-18",
            Bilingual("只读 PDF 的几页", "Read some pages of a PDF"),
        ),
        Example(
            "gazette-diff parse 公报.txt --format ledger",
            Bilingual("原文每个字的去处，逐段列出", "Where each character of the source went"),
        ),
    ),
)
@click.argument("src", type=RegulationName())
@option(
    "--list", "listing", is_flag=True, help=Bilingual("只列出各文件", "Only list the documents")
)
@option(
    "--format",
    "style",
    help=Bilingual(
        "输出格式（默认 tree，或依 -o 的扩展名）",
        "Format of the output (default: tree, or what the name after -o tells)",
    ),
    type=click.Choice(["tree", "xml", "json", "text", "ledger"]),
)
@output_option()
@option(
    "--explain",
    is_flag=True,
    help=Bilingual("逐行说明对原文做了什么、为什么", "Tell what was done to the source, and why"),
)
@option(
    "--pages",
    help=Bilingual(
        "只读 PDF 的这些页（如 8-18、3、5-），从文件首页数起",
        "Read these pages of a PDF (8-18, 3, 5-), counted from its first",
    ),
    metavar="PAGES",
)
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    src: str,
    listing: bool,
    style: str | None,
    output: str | None,
    explain: bool,
    pages: str | None,
    pager: bool | None,
    color: str,
) -> None:
    """Parse the source called *src* and write it in the format *style*."""
    from gazette_diff.cli.doubts import tell_doubts, tell_mending

    settings = settings_of(ctx)
    style = style or format_for(output, _BY_SUFFIX)
    with Working((READING,), settings.language):
        parsed = read_source(ctx, src, pages)
    if style == "tree" or (listing and style != "json"):
        on = surface(color, to_file=output is not None)
        drawing = _drawing(parsed, settings.language, on, listing=listing)
        if output is None:
            show(drawing, paged=pager)
        else:
            write(drawing, output, inputs=[path_of(src)])
    else:
        result = _documents(parsed) if listing else _render(parsed, style, settings)
        write(result, output, inputs=[path_of(src)])
    doubts = parsed.diagnostics + tuple(d for doc in parsed.documents for d in doc.diagnostics)
    tell_doubts(parsed.source.name, doubts, settings.language)
    if explain:
        tell_mending(parsed, settings.language)


def _drawing(parsed: ParsedSource, language: Language, on: Surface, *, listing: bool) -> str:
    """Return the list of the documents, or their trees; the doubts go their own way."""
    from gazette_diff.report.tree_terminal import list_lines, tree_lines

    if listing:
        lines = list_lines(parsed.documents, language, on.width)
    else:
        lines = tree_lines(parsed.documents, language, on.width, notes=False)
    return drawn(lines, on)


def _documents(parsed: ParsedSource) -> bytes:
    from gazette_diff.cli.documents import documents_as_json

    return _json(documents_as_json(parsed))


def _render(parsed: ParsedSource, style: str, settings: Settings) -> bytes:
    from gazette_diff import api

    match style:
        case "json":
            return _json(api.tree_as_json(parsed, language=settings.report_language))
        case "ledger":
            return _ledger(parsed)
        case "text":
            return api.to_text(api.pick(parsed).regulation).encode()
        case _:
            return api.to_akn(api.pick(parsed).regulation, generated_on=today())


def _ledger(parsed: ParsedSource) -> bytes:
    from gazette_diff import api

    if not parsed.source.lines:
        raise MisuseError(
            Bilingual("没有原文可供对账", "it has no source to account for"),
            where=parsed.source.name,
            mend=Bilingual("ledger 只用于文本文件", "the ledger is for text files"),
        )
    return "".join(f"{line}\n" for line in api.ledger_lines(parsed)).encode()


def _json(data: dict[str, object]) -> bytes:
    from gazette_diff.report.json import json_text

    return json_text(data).encode()
