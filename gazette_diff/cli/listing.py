"""``gazette-diff list``: what the library holds."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path

import click

from gazette_diff.cli.framework import Command, option, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import write
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

_EMPTY = Bilingual(
    "{at}：没有法规。法规库是一个文件夹，内有“标题/日期.xml”，由 gazette-diff parse 文件 "
    "-o 标题/2023-04-16.xml 写成",
    "{at}: no regulations here. A library is a folder of TITLE/DATE.xml, written by "
    "gazette-diff parse FILE -o TITLE/2023-04-16.xml",
)


@click.command(
    "list",
    cls=Command,
    about=Bilingual(
        "列出法规库中的法规和每部法规的版本（以日期为名）。任何命令都可以这样指定一部法规：标题中的字，"
        "需要时加 @ 和版本。",
        "List the regulations of the library and the versions of each, named by their dates. "
        "Every command takes such a name: words of the title, with @ and a version if needed.",
    ),
    arguments=(("[WORDS]", Bilingual("标题中的字", "Only titles with these words")),),
    examples=(
        Example("gazette-diff list", Bilingual("全部法规", "All regulations")),
        Example(
            "gazette-diff list 工作规则", Bilingual("标题含“工作规则”的", "Titles with 工作规则")
        ),
        Example(
            "gazette-diff list --library 我的法规", Bilingual("另一个法规库", "Another library")
        ),
    ),
)
@click.argument("words", default="")
@option(
    "--format",
    "style",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json"]),
    default="text",
)
@click.pass_context
def command(ctx: click.Context, words: str, style: str) -> None:
    """List the titles and versions in the library, those with *words* alone if given."""
    from gazette_diff.library import entries_in, library_folder, matching

    named = settings_of(ctx).library
    folder = library_folder(Path(named) if named else None, os.environ, Path.cwd())
    entries = entries_in(folder)
    if not entries:
        click.echo(_EMPTY.fill(at=folder).in_(settings_of(ctx).language), err=True)
    elif words and not (entries := matching(entries, words)):
        raise NotFoundError(
            Bilingual("没有匹配的法规（{at}）", "no regulation matches ({at})").fill(at=folder),
            where=words,
            mend=Bilingual(
                "gazette-diff list 列出全部法规", "gazette-diff list shows what there is"
            ),
        )
    if style == "json":
        import json

        data = {
            "schema": "gazette-diff/library@1",
            "regulations": [
                {"title": e.title, "version": str(e.version), "path": str(e.path)} for e in entries
            ],
        }
        write(json.dumps(data, ensure_ascii=False, indent=1) + "\n", None)
        return
    lines = []
    for title, versions in groupby(entries, key=lambda entry: entry.title):
        lines.append(f"{title}  {'  '.join(f'@{e.version}' for e in versions)}\n")
    write("".join(lines), None)
