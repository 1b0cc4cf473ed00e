"""``gazette-diff cite``: the words of a provision, where it stands, and how to cite it."""

from __future__ import annotations

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
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.language import Bilingual

# The values of CitationStyle, told without loading it; a test compares them.
STYLES = ("full", "short", "version", "bare", "eid", "uri", "markdown")
_FULL = STYLES[0]
_PLAIN = ("text", "json")


@click.command(
    "cite",
    cls=Command,
    about=Bilingual(
        "引用一条、一款或一项，或者几条：给出规范的引文、所在的章节和原文。\n"
        "条文写作 44、四十四、第四十四条第一款第（三）项 或 44.1.3；以“一、”编号的条也称第几条。\n"
        "几条写作 3、5、7，起止范围写作 44至46 或 44-46；10-1 是第十条之一，"
        "有第四十四条之四十六的，44-46 也指该条。\n"
        "没有条的文件（意见、方案）按印出的编号引用：三、 （三） 3.，或者第三部分第（三）项；"
        "只写 3 而不止一处相符的，逐一列出，不作选择。附件写作 附件1。\n"
        "写词句（请假）则列出提到它的条文，最切合的在前。",
        "Cite an article, paragraph or item, or several: the official citation, the chapter it "
        "stands in and its words.\nA provision is written 44, 四十四, 第四十四条第一款第（三）项 "
        "or 44.1.3; articles numbered 一、 count as articles too.\nSeveral are written 3,5,7, a "
        "range 44-46 or 44~46; 10-1 is an inserted article (10 bis), and so is 44-46 where the "
        "regulation has it.\nTexts without articles are cited by their numbers as printed; where "
        "a bare 3 fits several levels, all are listed and none is chosen. An attachment is "
        "written as its label, or att_1.\nAny other words list the provisions that speak of "
        "them, the best first.",
    ),
    arguments=(
        ("[REGULATION]", NAME_HELP),
        (
            "[PROVISION]",
            Bilingual("条、款、项，或词句", "An article, paragraph, item; or words"),
        ),
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
            "gazette-diff cite 工作规则 请假",
            Bilingual("哪些条文讲请假", "Which provisions speak of leave"),
        ),
        Example(
            "gazette-diff cite 新.txt 44 --in 旧.txt",
            Bilingual("第四十四条在旧版中的位置和改动", "Where article 44 stood in the old text"),
        ),
        Example(
            "gazette-diff cite --scan 说明.txt",
            Bilingual("一份文本引用了哪些条款", "Which provisions a text cites"),
        ),
        Example(
            "gazette-diff cite --check 备忘录.docx",
            Bilingual("一份文件的引用和引文是否都对", "Whether what a document cites is so"),
        ),
        Example(
            "gazette-diff cite --check 备忘录.docx --annotate -o 备忘录.批注.docx",
            Bilingual("在 Word 副本中加批注", "A copy in Word with comments at the places"),
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
    "--check",
    help=Bilingual(
        "核对一份文件的全部引用：条款是否存在，当日是否施行，引文是否一致，编号有无变动"
        "（退出码：0 没有问题，1 有，2 出错）",
        "Check all citations in a document: whether they exist and are in force on the day, "
        "whether quoted words are right, whether numbers changed (exit code: 0 nothing found, "
        "1 something, 2 trouble)",
    ),
    metavar="FILE",
)
@option(
    "--annotate",
    is_flag=True,
    help=Bilingual(
        "与 --check 同用：另存一份 Word 文件，在相应的位置加批注（用 -o 写明文件名）",
        "With --check: write a copy of the Word file with comments at the places (to -o FILE)",
    ),
)
@option(
    "--strict",
    is_flag=True,
    help=Bilingual(
        "与 --check 同用：未能核对的（法规库中没有的）也算问题",
        "With --check: what could not be checked counts as a finding too",
    ),
)
@option(
    "--style",
    help=Bilingual(
        "引文形式：full 全称和文号（默认），short 不带文号，version 带版本（2023年修订），"
        "bare 只有条款项，eid，uri，markdown 链接",
        "Form of the citation: full (default), short without the number, version with the year, "
        "bare provision, eid, uri, markdown link",
    ),
    type=click.Choice(STYLES),
)
@option(
    "--format",
    "form",
    help=Bilingual(
        "输出格式（默认 text）；bibtex、csl-json 用于文献管理软件",
        "Format of the output (default: text); bibtex and csl-json are for reference managers",
    ),
    type=click.Choice(["text", "json", "bibtex", "csl-json"]),
    default="text",
)
@option(
    "--in",
    "other",
    help=Bilingual(
        "该条文在另一版本中的位置和改动：年份、日期，或文件",
        "Where the provision stands in another version, and what changed: a year, a day, a file",
    ),
    metavar="VERSION",
)
@output_option()
@click.pass_context
def command(
    ctx: click.Context,
    regulation: str | None,
    provision: str | None,
    scan: str | None,
    check: str | None,
    annotate: bool,
    strict: bool,
    style: str | None,
    form: str,
    other: str | None,
    output: str | None,
) -> int | None:
    """Print the citation of *provision* in the regulation called *regulation*."""
    _refuse_style(style, form, unused=check is not None or scan is not None)
    if check is not None:
        return _check(ctx, check, form, output, annotate=annotate, strict=strict)
    if annotate or strict:
        raise MisuseError(
            Bilingual("--annotate 和 --strict 须与 --check 同用", "they go with --check FILE only"),
            where="--annotate" if annotate else "--strict",
            mend=see_help(ctx),
        )
    if form not in _PLAIN and (scan is not None or other is not None):
        raise MisuseError(
            Bilingual("--scan 和 --in 只有 text 和 json", "--scan and --in give text or json"),
            where=f"--format {form}",
        )
    if scan is not None:
        _scan(ctx, scan, form, output, superfluous=regulation is not None)
        return None
    if regulation is None or provision is None:
        raise _incomplete(ctx)
    style = style or _FULL
    if other is not None:
        _elsewhere(ctx, regulation, provision, style, form, output, other)
    else:
        _cite(ctx, regulation, provision, style, form, output)
    return None


def _refuse_style(style: str | None, form: str, *, unused: bool) -> None:
    """Refuse a style where no citation is written in it: an entry of BibTeX has its own form."""
    if style is not None and (unused or form not in _PLAIN):
        raise MisuseError(
            Bilingual(
                "只用于引文的 text 和 json 格式，不与 --scan、--check 同用",
                "it is for text and json, without --scan and --check",
            ),
            where=f"--style {style}",
        )


def _check(
    ctx: click.Context, name: str, form: str, output: str | None, *, annotate: bool, strict: bool
) -> int:
    from gazette_diff.cli import cite_checking

    others = [key for key in ("regulation", "provision", "scan", "other") if ctx.params[key]]
    if others or form not in _PLAIN or (annotate and form != "text"):
        raise MisuseError(
            Bilingual(
                "--check 不与法规和条文、--scan、--in 同用，格式只有 text 和 json",
                "--check goes without a regulation, --scan and --in, and gives text or json",
            ),
            mend=see_help(ctx),
        )
    return cite_checking.run(ctx, name, form, output, annotate=annotate, strict=strict)


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
    """Cite what *provision* names, or find what speaks of it."""
    from gazette_diff.cli import citing

    document = read_document(ctx, regulation)
    manner = citing.manner_of(document.regulation, style)
    named = citing.named_or_found(document.regulation, provision)
    if isinstance(named, tuple):
        write(
            citing.found(named, provision, form, manner, settings_of(ctx).language),
            output,
            inputs=[path_of(regulation)],
        )
        return
    write(citing.RENDERERS[form](named, manner), output, inputs=[path_of(regulation)])
    language = settings_of(ctx).language
    tell_constructed(regulation, document.regulation.metadata, language)
    articles = {one.eid.partition("__")[0] for one in named.provisions}
    doubts = [
        d
        for d in document.diagnostics
        if d.place.partition("__")[0] in articles or d.code is Code.START_ASSUMED
    ]
    tell_doubts(regulation, doubts, language)


def _elsewhere(
    ctx: click.Context,
    regulation: str,
    provision: str,
    style: str,
    form: str,
    output: str | None,
    other: str,
) -> None:
    """Tell where *provision* stands in the version *other*, and what changed in it."""
    from gazette_diff.cli import citing, elsewhere

    here = read_document(ctx, regulation).regulation
    there = read_document(ctx, elsewhere.name_of(regulation, other)).regulation
    manner = citing.manner_of(here, style)
    found = elsewhere.look(here, there, provision)
    render = elsewhere.as_json if form == "json" else elsewhere.as_text
    language = settings_of(ctx).language
    write(render(found, manner, language), output, inputs=[path_of(regulation), path_of(other)])
    for name, one in ((regulation, here), (other, there)):
        tell_constructed(name, one.metadata, language)
