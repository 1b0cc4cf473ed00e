"""``gazette-diff verify``: whether the library is sound."""

from __future__ import annotations

import click

from gazette_diff.cli.doubts import doubt_line, printable
from gazette_diff.cli.framework import Command, option, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import write
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import library_of, writable_library
from gazette_diff.core.language import Bilingual

FOUND = 1
_SOUND = Bilingual("{at}：{n}个版本，没有问题", "{at}: {n} versions, nothing wrong")
_REINDEXED = Bilingual(
    "{at}：索引和永久编号已重写", "{at}: index and permanent ids were written anew"
)


@click.command(
    "verify",
    cls=Command,
    about=Bilingual(
        "检查法规库：每个文件是否合乎 Akoma Ntoso 规范、编号和日期是否一致，版本之间、索引与文件"
        "之间有无矛盾。手工改过的文件，合乎规范即可。\n退出码：0 没有问题，1 有问题，2 出错。",
        "Check the library: whether each file is valid Akoma Ntoso, its ids and days agree, "
        "whether versions contradict each other or the index the files. A file edited by hand is "
        "welcome if it is valid.\nExit code: 0 sound, 1 something is wrong, 2 trouble.",
    ),
    examples=(
        Example("gazette-diff verify", Bilingual("检查 ./rules", "Check ./rules")),
        Example(
            "gazette-diff verify --reindex", Bilingual("先重写索引", "Write the index anew first")
        ),
    ),
)
@option(
    "--reindex",
    is_flag=True,
    help=Bilingual("重写索引和永久编号", "Write index and permanent ids anew"),
)
@option(
    "--format",
    "style",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json"]),
    default="text",
)
@click.pass_context
def command(ctx: click.Context, reindex: bool, style: str) -> int:
    """Check the library; return the exit code."""
    from gazette_diff import api
    from gazette_diff.library.changing import renew
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.library.verifying import verify

    language = settings_of(ctx).language
    if reindex:
        library = writable_library(ctx)
        renew(library, on=today(), comparer=api.comparer_in(library))
        click.echo(_REINDEXED.fill(at=library).in_(language), err=True)
    library = library_of(ctx)
    findings = list(verify(library))
    if style == "json":
        from gazette_diff.report.json import json_text

        found = [
            {"path": finding.path, **finding.diagnostic.as_json(language)} for finding in findings
        ]
        write(json_text({"schema": "gazette-diff/verify@1", "findings": found}), None)
    else:
        lines = [printable(doubt_line(f.path, f.diagnostic, language)) for f in findings]
        if not findings:
            told = _SOUND.fill(at=library, n=len(Shelf(library).versions))
            lines.append(told.in_(language))
        write("".join(f"{line}\n" for line in lines), None)
    return FOUND if findings else 0
