"""``gazette-diff log``: the versions of a regulation, and the life of an article."""

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
from gazette_diff.cli.output import format_for
from gazette_diff.cli.sources import RegulationName, day_of_run, library_of
from gazette_diff.cli.telling import LINE_HELP, line_named, tell_lines
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.core.history import History, Moment
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.report.terminal import TerminalOptions
    from gazette_diff.report.terminal.lines import Line

_BY_SUFFIX = {"": "text", ".txt": "text", ".json": "json", ".html": "html", ".htm": "html"}


@click.command(
    "log",
    cls=Command,
    about=Bilingual(
        "一部法规的各个版本：文号、日期、每次改了多少条，包括已知而未收正文的版本。\n"
        "写明条文的，给出它在各版本中的来历：改号、拆分、合并都跟得上，因为条文按内容对应。",
        "The versions of a regulation: numbers, dates, how much each changed, with those that "
        "are known of but not held.\nWith an article its life through all of them: through "
        "renumbering, splits and merges, for articles are followed by their content.",
    ),
    arguments=(
        ("REGULATION", LINE_HELP),
        (
            "[PROVISION]",
            Bilingual("一条（默认指现行文本中的）", "An article (of the text in force)"),
        ),
    ),
    examples=(
        Example("gazette-diff log 工作规则", Bilingual("各个版本", "Its versions")),
        Example("gazette-diff log 工作规则 44", Bilingual("第四十四条的来历", "Article 44")),
        Example(
            "gazette-diff log 工作规则 --html -o 沿革.html",
            Bilingual("时间轴和条文沿革图", "Its timeline and the life lines of its articles"),
        ),
        Example(
            "gazette-diff log 工作规则@2015 第七条 --patch",
            Bilingual("2015年版第七条的来历，附文字", "Article 7 of 2015, with the words"),
        ),
    ),
)
@click.argument("name", type=RegulationName())
@click.argument("provision", required=False)
@option(
    "-p", "--patch", is_flag=True, help=Bilingual("附上改动的文字", "Show the words that changed")
)
@option(
    "--format",
    "style",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json", "html"]),
)
@option("--html", is_flag=True, help=Bilingual("即 --format html", "The same as --format html"))
@output_option()
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    provision: str | None,
    patch: bool,
    style: str | None,
    html: bool,
    output: str | None,
    pager: bool | None,
    color: str,
) -> None:
    """Tell the history of the regulation called *name*, or of one *provision* of it."""
    from gazette_diff import api
    from gazette_diff.library.shelf import Shelf

    if patch and provision is None:
        raise MisuseError(
            Bilingual("--patch 用于一条的来历", "--patch is for the life of an article"),
            mend=Bilingual(
                "请写明条文；两个版本之间用 diff", "name an article; diff is for versions"
            ),
        )
    style = "html" if html else style or format_for(output, _BY_SUFFIX)
    if style == "html" and provision is not None:
        raise MisuseError(
            Bilingual("HTML 总是包含全部条文", "the HTML page always has all articles"),
            where=provision,
        )
    shelf = Shelf(library_of(ctx))
    history = api.history(shelf, line_named(shelf, name))
    moments = None if provision is None else _life(ctx, shelf, history, name, provision)
    if style == "html":
        from gazette_diff.cli.output import write
        from gazette_diff.report.html.history import history_page

        language = settings_of(ctx).report_language
        write(history_page(history, day_of_run(ctx), language=language), output)
        return
    if style == "json":
        from gazette_diff.cli.output import write
        from gazette_diff.report.history_json import history_as_json, life_as_json
        from gazette_diff.report.json import json_text

        data = history_as_json(history) if moments is None else life_as_json(history.line, moments)
        write(json_text(data), output)
        return
    from gazette_diff.report.terminal.history import life_lines, log_lines

    def lines(options: TerminalOptions) -> Iterator[Line]:
        if moments is None:
            return log_lines(history, options)
        return life_lines(moments, history.line, options, patch=patch)

    tell_lines(lines, settings_of(ctx).language, output, color=color, pager=pager)


def _life(
    ctx: click.Context, shelf: Shelf, history: History, name: str, provision: str
) -> tuple[Moment, ...]:
    """Return the life of the article that *provision* names in the version *name* means.

    Raises:
        GazetteDiffError: there is no such version or article.
    """
    from gazette_diff.citation import parse_citation, resolve
    from gazette_diff.library import parse_name
    from gazette_diff.library.history import life_of
    from gazette_diff.library.lookup import find

    stage = find(shelf, parse_name(name), day_of_run(ctx)).stage
    eid = resolve(shelf.load(stage.version), parse_citation(provision)).eid
    if len(history.held) < 2:
        raise NotFoundError(
            Bilingual("只收有一个版本的正文", "the text of one version alone is held"),
            where=str(stage.version),
            mend=Bilingual("gazette-diff add 可收入其他版本", "gazette-diff add takes in others"),
        )
    try:
        return life_of(history, stage, eid)
    except LookupError:
        raise NotFoundError(
            Bilingual("不是条文", "is no article"),
            where=provision,
            mend=Bilingual("请写明一条，如 44", "name an article, such as 44"),
        ) from None
