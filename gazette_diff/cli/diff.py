"""``gazette-diff diff``: what differs between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from gazette_diff.cli.doubts import tell_reading, tell_unrelated
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
from gazette_diff.cli.paint import surface
from gazette_diff.cli.pins import (
    PinOptions,
    corrections,
    pin_options,
    save_corrections,
    tell_corrections,
)
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import NAME_HELP, RegulationName, is_stdin, path_of, read_document
from gazette_diff.cli.spans import read_span, show_matrix
from gazette_diff.cli.view import (
    View,
    check_articles,
    lists,
    tell_narrow,
    terminal_options,
    terminal_text,
)
from gazette_diff.cli.word import (
    DOCX,
    WordOptions,
    check_word,
    tell_comparison,
    word_file,
    word_options,
)
from gazette_diff.cli.working import COMPARING, READING, WRITING, Working
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.cli.paint import Surface
    from gazette_diff.cli.settings import Settings
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.documents import ParsedDocument
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Regulation
    from gazette_diff.report.terminal import TerminalOptions

DIFFERENT = 1
_BY_SUFFIX = {
    "": "terminal",
    ".txt": "terminal",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".xml": "xml",
    ".docx": "docx",
}
# The formats for people, in which unchanged articles may be shown, folded or omitted.
_READ = ("terminal", "html", "docx", "markdown")


class Options(View, PinOptions, WordOptions):
    """The options of ``diff`` that other modules deal with."""


@click.command(
    "diff",
    cls=Command,
    about=Bilingual(
        "逐条比较两个版本。条文按内容对应，不按条号：全面修订之后，条号大多变了。\n"
        "标记：[-删去的文字-]、{+增加的文字+}；行首 ~ 修改、+ 新增、- 删除、"
        "< 拆分、> 合并、x 重组。\n"
        "退出码：0 相同，1 有不同，2 出错。",
        "Compare two versions article by article. Articles correspond by their content, not by "
        "their numbers, most of which a revision changes.\n"
        "Marks: [-words deleted-], {+words added+}; at the start of a line ~ amended, + added, "
        "- deleted, < split, > merged, x regrouped.\n"
        "Exit code: 0 same, 1 different, 2 trouble.",
    ),
    arguments=(
        ("OLD", NAME_HELP),
        (
            "[NEW]",
            Bilingual(
                "新版，写法同上；OLD 写作 X@2015..2023 或 X@2015.. 时不写",
                "The new version, named likewise; none where OLD is X@2015..2023 or X@2015..",
            ),
        ),
    ),
    examples=(
        Example("gazette-diff diff 旧.txt 新.txt", Bilingual("在终端里看", "In the terminal")),
        Example(
            "gazette-diff diff 旧.txt 公报.txt#工作规则 -o 对照.html",
            Bilingual("与公报中的新版比较，写成网页", "Against a gazette, as an HTML report"),
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt -o 对照表.docx --unchanged fold",
            Bilingual("写成 Word 修订对照表，未修改的条文略去文字", "A comparison table in Word"),
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt -o 修订稿.docx --tracked",
            Bilingual("写成带修订标记的 Word 文件", "The old text in Word with tracked changes"),
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt -o 对照表.md --unchanged omit",
            Bilingual("写成 Markdown 对照表，只列有变动的条文", "A Markdown table of what changed"),
        ),
        Example(
            "gazette-diff diff 旧.txt 工作规则@2023 --article 44",
            Bilingual("只看第四十四条", "Article 44 only"),
        ),
        Example(
            "gazette-diff diff 工作规则@2015..",
            Bilingual(
                "2015年以来各版本改了哪些条", "Which version since 2015 changed which article"
            ),
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt --stat", Bilingual("各章变动多少", "How much changed")
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt --only added,deleted",
            Bilingual("只看新增和删除的条文", "Only what was added or deleted"),
        ),
        Example(
            "gazette-diff diff 旧.txt 新.txt --pin 28=35,38 --unpin 12=15 --save-pins",
            Bilingual("更正对应关系，并保存", "Correct the correspondence, and keep that"),
        ),
    ),
)
@click.argument("old", type=RegulationName())
@click.argument("new", type=RegulationName(), required=False)
@option(
    "--format",
    "style",
    help=Bilingual(
        "输出格式（默认 terminal，或依 -o 的扩展名）",
        "Format of the output (default: terminal, or what the name after -o tells)",
    ),
    type=click.Choice(["terminal", "html", "docx", "markdown", "json", "xml"]),
)
@output_option()
@option(
    "--context",
    help=Bilingual(
        "修改处前后保留几行未修改的款、项（默认 1；all 为全部）",
        "Unchanged rows around a changed one (default: 1; all shows everything)",
    ),
    metavar="N",
)
@option(
    "--unchanged",
    help=Bilingual(
        "未修改的条文：full 全文，fold 折叠，omit 省略（默认 fold）",
        "Unchanged articles: in full, folded, or omitted (default: fold)",
    ),
    type=click.Choice(["full", "fold", "omit"]),
)
@option(
    "--only",
    help=Bilingual(
        "只显示这些，逗号分隔：added、amended、deleted、split、merged、regrouped、unchanged、"
        "renumbered、relocated、editorial、doubtful、pinned，也可用中文",
        "Only these, with commas between: added, amended, deleted, split, merged, regrouped, "
        "unchanged, renumbered, relocated, editorial, doubtful, pinned",
    ),
    metavar="WHAT",
)
@option(
    "--article",
    help=Bilingual(
        "只显示这一条，旧号新号均可，也可写印出的编号，如（三）；可重复",
        "Only this article, by its old or new number, or by a label as printed; may be repeated",
    ),
    metavar="NUMBER",
    multiple=True,
)
@option(
    "--side-by-side/--inline",
    help=Bilingual(
        "左右对照 / 上下合排（默认依窗口宽度）", "Two columns or one (default: by width)"
    ),
    default=None,
)
@option(
    "--stat",
    is_flag=True,
    help=Bilingual(
        "每章一行：几处变动，增删多少字", "A line for each chapter: how much changed in it"
    ),
)
@option(
    "--name-only",
    is_flag=True,
    help=Bilingual(
        "只列有变动的条文（已删除的加“原”）",
        "Only the labels of what changed (deleted ones as “was …”)",
    ),
)
@option(
    "--name-status",
    is_flag=True,
    help=Bilingual(
        "列出条文和变动方式：A 新增、D 删除、M 修改、R 改号（后为相似度）、S 拆分、J 合并、X 重组，"
        "以制表符分隔；? 对应存疑，! 人工更正",
        "Labels with a letter: A added, D deleted, M amended, R renumbered (and how alike), "
        "S split, J joined, X regrouped; with tabs between; ? doubtful, ! corrected by hand",
    ),
)
@option(
    "--word-diff",
    is_flag=True,
    help=Bilingual(
        "变动条文的全文，用 [-删-]{+增+} 标记，不用颜色和分栏，便于放进邮件",
        "The changed articles as running text with [-…-]{+…+}, no colours and no columns, "
        "for e-mail",
    ),
)
@option(
    "--width",
    help=Bilingual(
        "宽度，以列计（默认为窗口宽度或 COLUMNS；在管道和文件中不折行）",
        "Width in columns (default: that of the window, or COLUMNS; in pipes and files nothing "
        "is wrapped)",
    ),
    type=click.IntRange(20),
    metavar="N",
)
@word_options
@option(
    "--min-similarity",
    help=Bilingual(
        "低于此相似度（0–1）的条文不作对应", "Do not link articles less alike than this (0–1)"
    ),
    type=click.FloatRange(0, 1),
    metavar="X",
)
@pin_options
@option(
    "--ignore-editorial",
    is_flag=True,
    help=Bilingual(
        "不计编辑性差异：全半角、空格、引号，以及随条号调整的引用",
        "Set aside what is editorial: width, spaces, quotes, and references that follow "
        "the renumbering",
    ),
)
@option(
    "--explain",
    is_flag=True,
    help=Bilingual("给出每个对应关系的依据", "Give the evidence of every correspondence"),
)
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str | None,
    style: str | None,
    output: str | None,
    min_similarity: float | None,
    ignore_editorial: bool,
    **view: Unpack[Options],
) -> int:
    """Compare the regulations called *old* and *new*; return the exit code."""
    from gazette_diff import api

    settings = settings_of(ctx)
    style = style or format_for(output, _BY_SUFFIX)
    if new is None:
        span = read_span(ctx, old)
        if len(span.held) > 2:
            return show_matrix(ctx, span, style, output, color=view["color"])
        old, new = span.ends
    _check(old, new, style, output, view)
    on = _surface(view, output)
    options = terminal_options(view, settings.language, on)
    with Working((READING, READING, COMPARING, WRITING), settings.language) as working:
        documents = [_read(ctx, name, working) for name in (old, new)]
        found = corrections(ctx, (old, new), documents, view)
        both = documents[0].regulation, documents[1].regulation
        changes = api.compare(
            *both,
            min_similarity=min_similarity,
            pins=found.settled or (),
            ignore_editorial=ignore_editorial,
        )
        check_articles(changes, view["article"])
        working.next()
        if style == "terminal":
            text = terminal_text(changes, options, on)
        else:
            result = _render(changes, both, style, settings, view)
    inputs = [path_of(old), path_of(new), found.path]
    # First, for whoever reads the report may stop before its end (| head).
    save_corrections(ctx, found, documents)
    if style != "terminal":
        write(result, output, inputs=inputs)
    else:
        _show(text, output, inputs, options, pager=view["pager"])
    _tell_doubts((old, new), documents, changes, style, view, settings.language)
    tell_corrections(ctx, found)
    return 0 if changes.identical else DIFFERENT


def _surface(view: View, output: str | None) -> Surface:
    color = "never" if view["word_diff"] else view["color"]
    return surface(color, to_file=output is not None, width=view["width"])


def _show(
    text: str,
    output: str | None,
    inputs: list[str | None],
    options: TerminalOptions,
    *,
    pager: bool | None,
) -> None:
    tell_narrow(options, options.language)
    if output is None:
        show(text, paged=pager)
    else:
        write(text, output, inputs=inputs)


def _tell_doubts(
    names: tuple[str, str],
    documents: Sequence[ParsedDocument],
    changes: ChangeSet,
    style: str,
    view: Options,
    language: Language,
) -> None:
    if style == DOCX:
        tell_comparison(changes, view, names[1], language)
    elif lists(view) and not view["word_diff"]:
        tell_unrelated(changes, names[1], language)
    for name, document in zip(names, documents, strict=True):
        tell_reading(name, document.diagnostics, language, explain=view["explain"])


def _read(ctx: click.Context, name: str, working: Working) -> ParsedDocument:
    document = read_document(ctx, name)
    working.next()
    return document


def _check(old: str, new: str, style: str, output: str | None, view: Options) -> None:
    check_word(style, output, view, view["unchanged"])
    if is_stdin(old) and is_stdin(new):
        raise MisuseError(
            Bilingual("标准输入只能用一次", "standard input can be read only once"), where="-"
        )
    if view["unchanged"] and style not in _READ:
        raise MisuseError(
            Bilingual(
                "{style} 格式总是包含全部条文", "the format {style} always has all articles"
            ).fill(style=style),
            where="--unchanged",
        )
    chosen = [f"--{name}" for name in ("context", "only", "article") if view[name]]
    chosen += lists(view)
    if style != "terminal" and chosen:
        raise MisuseError(
            Bilingual("{what} 只用于终端格式", "{what} is for the terminal only").fill(
                what=", ".join(chosen)
            ),
            where=f"--format {style}",
        )


def _render(
    changes: ChangeSet,
    both: tuple[Regulation, Regulation],
    style: str,
    settings: Settings,
    view: Options,
) -> str | bytes:
    from gazette_diff import api

    language = settings.report_language
    if style == DOCX:
        return word_file(changes, both, view, language, view["unchanged"])
    unchanged = view["unchanged"] or "fold"
    if style == "html":
        explain = view["explain"]
        return api.to_html(changes, language=language, unchanged=unchanged, explain=explain)
    if style == "markdown":
        return api.to_markdown(changes, language=language, unchanged=unchanged)
    if style == "xml":
        return api.changes_to_akn(changes, *both, generated_on=today())
    from gazette_diff.report.json import json_text

    return json_text(api.to_json(changes, language=language, explain=view["explain"]))
