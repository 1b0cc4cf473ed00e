"""``gazette-diff cite``: the words of a provision, where it stands, and how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.doubts import tell_constructed, tell_doubts
from gazette_diff.cli.framework import (
    Command,
    MisuseError,
    option,
    output_option,
    see_help,
    settings_of,
)
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import write
from gazette_diff.cli.sources import NAME_HELP, RegulationName, path_of, read_document
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.citation import CitationStyle, Resolved

# The values of CitationStyle, told without loading it; a test compares them.
STYLES = ("full", "short", "bare", "eid", "markdown")


@click.command(
    "cite",
    cls=Command,
    about=Bilingual(
        "引用一条、一款或一项：给出规范的引文、所在的章节和原文。\n"
        "条文写作 44、四十四、第四十四条第一款第（三）项 或 44.1.3；以“一、”编号的条也称第几条。",
        "Cite an article, paragraph or item: its official citation, the chapter it stands in and "
        "its words.\nA provision is written 44, 四十四, 第四十四条第一款第（三）项 or 44.1.3; "
        "articles numbered 一、 count as articles too.",
    ),
    arguments=(
        ("REGULATION", NAME_HELP),
        ("PROVISION", Bilingual("条、款、项", "The article, paragraph or item")),
    ),
    examples=(
        Example("gazette-diff cite 工作规则 44", Bilingual("第四十四条", "Article 44")),
        Example(
            "gazette-diff cite 工作规则 第四十四条第一款第（三）项",
            Bilingual("其中的一项", "One item of it"),
        ),
        Example(
            "gazette-diff cite 公报.txt#管理办法 12 --format json",
            Bilingual("引自任何文件，作为数据", "From any file, as data"),
        ),
        Example(
            "gazette-diff cite --scan 说明.txt",
            Bilingual("一份文本引用了哪些条款", "Which provisions a text cites"),
        ),
    ),
)
@click.argument("regulation", type=RegulationName(), required=False)
@click.argument("provision", required=False)
@option(
    "--scan",
    help=Bilingual(
        "找出一份文本中的全部引用（此时不写法规和条文）",
        "Find all citations in a text (without REGULATION and PROVISION)",
    ),
    metavar="FILE",
)
@option(
    "--style",
    help=Bilingual(
        "引文形式：full 全称和文号（默认），short 不带文号，bare 只有条款项，eid，markdown 链接",
        "Form of the citation: full (default), short without the number, bare provision, eid, "
        "markdown link",
    ),
    type=click.Choice(STYLES),
    default="full",
)
@option(
    "--format",
    "form",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json"]),
    default="text",
)
@output_option()
@click.pass_context
def command(
    ctx: click.Context,
    regulation: str | None,
    provision: str | None,
    scan: str | None,
    style: str,
    form: str,
    output: str | None,
) -> None:
    """Print the citation of *provision* in the regulation called *regulation*."""
    if scan is not None:
        return _scan(ctx, scan, form, output, superfluous=regulation is not None)
    if regulation is None or provision is None:
        raise _incomplete(ctx)
    return _cite(ctx, regulation, provision, style, form, output)


def _scan(
    ctx: click.Context, name: str, form: str, output: str | None, *, superfluous: bool
) -> None:
    from gazette_diff.cli.scanning import as_json, as_lines, read_text

    if superfluous:
        raise MisuseError(
            Bilingual("--scan 不能与法规和条文同用", "--scan goes without a regulation"),
            mend=see_help(ctx),
        )
    source = read_text(name)
    render = as_json if form == "json" else as_lines
    write(render(source), output, inputs=[path_of(name)])


def _incomplete(ctx: click.Context) -> MisuseError:
    return MisuseError(
        Bilingual("缺少参数：法规和条文", "a regulation and a provision are needed"),
        mend=see_help(ctx),
    )


def _cite(
    ctx: click.Context, regulation: str, provision: str, style: str, form: str, output: str | None
) -> None:
    from gazette_diff import api
    from gazette_diff.citation import CitationStyle

    document = read_document(ctx, regulation)
    resolved = api.cite(document.regulation, provision)
    render = _as_json if form == "json" else _as_text
    write(render(resolved, CitationStyle(style)), output, inputs=[path_of(regulation)])
    language = settings_of(ctx).language
    tell_constructed(regulation, document.regulation.metadata, language)
    article = resolved.eid.partition("__")[0]
    doubts = [d for d in document.diagnostics if d.place.partition("__")[0] == article]
    tell_doubts(regulation, doubts, language)


def _as_text(resolved: Resolved, style: CitationStyle) -> str:
    """Return the citation, the containers around, and the words, with an empty line before them."""
    from gazette_diff.citation import format_citation

    where = " ".join(resolved.path)
    head = [format_citation(resolved, style), *([where] if where else [])]
    return "\n".join([*head, "", resolved.text, ""])


def _as_json(resolved: Resolved, style: CitationStyle) -> str:
    import json

    from gazette_diff.citation import format_citation

    metadata = resolved.metadata
    number = metadata.document_number
    data = {
        "schema": "gazette-diff/provision@1",
        "citation": format_citation(resolved, style),
        "title": metadata.title,
        "document_number": None if number is None else str(number),
        "version": None if metadata.version is None else str(metadata.version),
        "constructed": metadata.constructed,
        "eid": resolved.eid,
        "label": resolved.placed.provision.label,
        "path": list(resolved.path),
        "text": resolved.text,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
