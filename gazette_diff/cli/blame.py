"""``gazette-diff blame``: which version gave each provision its present wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.framework import (
    Command,
    option,
    output_option,
    settings_of,
    window_options,
)
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import format_for
from gazette_diff.cli.sources import NAME_HELP, RegulationName, day_of_run, library_of
from gazette_diff.cli.telling import tell_lines
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazette_diff.report.terminal import TerminalOptions
    from gazette_diff.report.terminal.lines import Line

_BY_SUFFIX = {"": "text", ".txt": "text", ".json": "json"}


@click.command(
    "blame",
    cls=Command,
    about=Bilingual(
        "每一条、每一款的现有文字出自哪个版本。只看文字，不看条号：改号的条文保留原来的版本。"
        "日期后的 ? 表示其前有未收正文的版本，文字也可能出自那里。",
        "Which version gave each article and paragraph its present words. Words count, not "
        "numbers: an article that was renumbered keeps its version. A ? behind a day says that a "
        "version before it is not held, which may have written them.",
    ),
    arguments=(("REGULATION", NAME_HELP),),
    examples=(
        Example("gazette-diff blame 工作规则", Bilingual("现行文本", "The text in force")),
        Example("gazette-diff blame 工作规则@2020", Bilingual("2020年的文本", "That of 2020")),
    ),
)
@click.argument("name", type=RegulationName())
@option(
    "--format",
    "style",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json"]),
)
@output_option()
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    name: str,
    style: str | None,
    output: str | None,
    pager: bool | None,
    color: str,
) -> None:
    """Tell which version wrote what stands in the regulation called *name*."""
    from gazette_diff import api
    from gazette_diff.library import parse_name
    from gazette_diff.library.history import blame
    from gazette_diff.library.lookup import find
    from gazette_diff.library.shelf import Shelf

    style = style or format_for(output, _BY_SUFFIX)
    shelf = Shelf(library_of(ctx))
    found = find(shelf, parse_name(name), day_of_run(ctx))
    stages = found.line.stages[: found.line.stages.index(found.stage) + 1]
    blamed = blame(api.history(shelf, found.line, stages), shelf.load(found.version))
    if style == "json":
        from gazette_diff.cli.output import write
        from gazette_diff.report.history_json import blame_as_json
        from gazette_diff.report.json import json_text

        write(json_text(blame_as_json(found.stage, blamed)), output)
        return
    from gazette_diff.report.terminal.history import blame_lines

    def lines(options: TerminalOptions) -> Iterator[Line]:
        return blame_lines(blamed, options)

    tell_lines(lines, settings_of(ctx).language, output, color=color, pager=pager)
