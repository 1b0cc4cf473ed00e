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
    from gazette_diff.citation import CitationStyle, Gathered, Resolved

# The values of CitationStyle, told without loading it; a test compares them.
STYLES = ("full", "short", "bare", "eid", "markdown")


@click.command(
    "cite",
    cls=Command,
    about=Bilingual(
        "引用一条、一款或一项，或者几条：给出规范的引文、所在的章节和原文。\n"
        "条文写作 44、四十四、第四十四条第一款第（三）项 或 44.1.3；以“一、”编号的条也称第几条。\n"
        "几条写作 3、5、7，起止范围写作 44至46 或 44-46；10-1 是第十条之一，"
        "有第四十四条之四十六的，44-46 也指该条。\n"
        "没有条的文件（意见、方案）按印出的编号引用：三、 （三） 3.，或者第三部分第（三）项；"
        "只写 3 而不止一处相符的，逐一列出，不作选择。附件写作 附件1。",
        "Cite an article, paragraph or item, or several: the official citation, the chapter it "
        "stands in and its words.\nA provision is written 44, 四十四, 第四十四条第一款第（三）项 "
        "or 44.1.3; articles numbered 一、 count as articles too.\nSeveral are written 3,5,7, a "
        "range 44-46 or 44~46; 10-1 is an inserted article (10 bis), and so is 44-46 where the "
        "regulation has it.\nTexts without articles are cited by their numbers as printed; where "
        "a bare 3 fits several levels, all are listed and none is chosen. An attachment is "
        "written as its label, or att_1.",
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
            "gazette-diff cite 工作规则 44至46",
            Bilingual("连续几条", "A range of articles"),
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
    from gazette_diff.citation import CitationStyle, parse_citation, resolve_each

    document = read_document(ctx, regulation)
    gathered = resolve_each(document.regulation, parse_citation(provision))
    render = _as_json if form == "json" else _as_text
    write(render(gathered, CitationStyle(style)), output, inputs=[path_of(regulation)])
    language = settings_of(ctx).language
    tell_constructed(regulation, document.regulation.metadata, language)
    articles = {one.eid.partition("__")[0] for one in gathered.provisions}
    doubts = [d for d in document.diagnostics if d.place.partition("__")[0] in articles]
    tell_doubts(regulation, doubts, language)


def _as_text(gathered: Gathered, style: CitationStyle) -> str:
    """Return the citation and the words of what it names.

    Of several provisions, the citation of the whole stands first, and each provision under
    its own name.
    """
    from gazette_diff.citation import format_citation, format_gathered

    if gathered.single is not None:
        return _block(format_citation(gathered.single, style), gathered.single)
    blocks = [_block(one.words, one) for one in gathered.provisions]
    return "\n".join([format_gathered(gathered, style) + "\n", *blocks])


def _block(name: str, resolved: Resolved) -> str:
    """Return *name*, the containers around, and the words, with an empty line before them."""
    where = " ".join(resolved.path)
    return "\n".join([name, *([where] if where else []), "", resolved.text, ""])


def _as_json(gathered: Gathered, style: CitationStyle) -> str:
    import json

    from gazette_diff.citation import format_citation, format_gathered

    single = gathered.single
    if single is not None:
        data = {
            "schema": "gazette-diff/provision@1",
            "citation": format_citation(single, style),
            **_work(single),
            **_provision(single),
        }
    else:
        data = {
            "schema": "gazette-diff/provisions@1",
            "citation": format_gathered(gathered, style),
            **_work(gathered.members[0].first),
            "provisions": [
                {"citation": format_citation(one, style), **_provision(one)}
                for one in gathered.provisions
            ],
        }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _work(resolved: Resolved) -> dict[str, object]:
    metadata = resolved.metadata
    number = metadata.document_number
    return {
        "title": metadata.title,
        "document_number": None if number is None else str(number),
        "version": None if metadata.version is None else str(metadata.version),
        "constructed": metadata.constructed,
    }


def _provision(resolved: Resolved) -> dict[str, object]:
    return {
        "eid": resolved.eid,
        "label": resolved.placed.provision.label,
        "path": list(resolved.path),
        "text": resolved.text,
    }
