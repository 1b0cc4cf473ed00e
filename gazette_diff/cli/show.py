"""``gazette-diff show``: a version of a regulation as the library holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.doubts import tell_constructed, tell_doubts
from gazette_diff.cli.framework import Command, option, output_option, settings_of, window_options
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import show, write
from gazette_diff.cli.paint import drawn, surface
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import NAME_HELP, RegulationName, path_of, read_document
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.cli.paint import Surface
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language


@click.command(
    "show",
    cls=Command,
    about=Bilingual(
        "显示一部法规：默认今天施行的版本；工作规则@2020-08-01 是该日施行的版本，"
        "工作规则@2023 是2023年的版本，@latest 是最新的版本。",
        "Show a regulation: by default the version in force today; 工作规则@2020-08-01 is the one "
        "in force on that day, 工作规则@2023 the one of that year, @latest the latest.",
    ),
    arguments=(("REGULATION", NAME_HELP),),
    examples=(
        Example("gazette-diff show 工作规则", Bilingual("现行文本", "The text in force")),
        Example("gazette-diff show 工作规则@2023 --toc", Bilingual("只看目录", "Its contents")),
        Example(
            "gazette-diff show 工作规则 --as-of 2021-03-01",
            Bilingual("某一天施行的文本", "The text in force on a day"),
        ),
        Example(
            "gazette-diff show 工作规则 --format xml -o 规则.xml",
            Bilingual("另存为 Akoma Ntoso", "Save it as Akoma Ntoso"),
        ),
    ),
)
@click.argument("name", type=RegulationName())
@option("--toc", is_flag=True, help=Bilingual("只显示目录", "Only the contents"))
@option(
    "--format",
    "style",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "tree", "xml", "json"]),
    default="text",
)
@output_option()
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    toc: bool,
    style: str,
    output: str | None,
    pager: bool | None,
    color: str,
) -> None:
    """Show the regulation called *name*."""
    settings = settings_of(ctx)
    document = read_document(ctx, name)
    if style in {"text", "tree"}:
        on = surface(color, to_file=output is not None)
        text = _text(document, settings.language, on, tree=style == "tree", toc=toc)
        if output is None:
            show(text, paged=pager)
        else:
            write(text, output, inputs=[path_of(name)])
    else:
        write(_data(document, style, settings.report_language), output, inputs=[path_of(name)])
    tell_constructed(name, document.regulation.metadata, settings.language)
    tell_doubts(name, document.diagnostics, settings.language)


def _text(
    document: ParsedDocument, language: Language, on: Surface, *, tree: bool, toc: bool
) -> str:
    from gazette_diff.report.terminal.contents import contents_lines
    from gazette_diff.report.tree_terminal import tree_lines

    if toc:
        lines = list(contents_lines(document.regulation))
    elif tree:
        lines = list(tree_lines([document], language, on.width, notes=False))
    else:
        from gazette_diff import api

        return api.to_text(document.regulation)
    return drawn(lines, on)


def _data(document: ParsedDocument, style: str, language: Language) -> bytes:
    from gazette_diff import api
    from gazette_diff.core.documents import ParsedSource
    from gazette_diff.core.source import SourceText

    if style == "xml":
        return api.to_akn(document.regulation, generated_on=today())
    from gazette_diff.report.json import json_text

    source = ParsedSource(source=SourceText("-", ()), documents=(document,))
    return json_text(api.tree_as_json(source, language=language)).encode()
