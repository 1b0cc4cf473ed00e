"""``gazette-diff list``: what the library holds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from gazette_diff.cli.doubts import printable
from gazette_diff.cli.framework import Command, option, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import write
from gazette_diff.cli.sources import library_of
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.tree import Holding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gazette_diff.core.language import Language
    from gazette_diff.core.versions import Version

_EMPTY = Bilingual(
    "{at}：没有法规；用 gazette-diff add 文件 收入公报或法规",
    "{at}: no regulations here; gazette-diff add FILE takes in a gazette or a regulation",
)
_STATES = {
    Holding.NOT_HELD: Bilingual("{day}未收正文", "{day}: text not held"),
    Holding.REMOVED: Bilingual("{day}已移出", "{day}: removed"),
}


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
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.library.titles import matching

    folder = library_of(ctx)
    shelf = Shelf(folder)
    versions = shelf.versions
    if not versions:
        click.echo(_EMPTY.fill(at=folder).in_(settings_of(ctx).language), err=True)
    elif words and not (versions := matching(versions, words)):
        raise NotFoundError(
            Bilingual("没有匹配的法规（{at}）", "no regulation matches ({at})").fill(at=folder),
            where=words,
            mend=Bilingual(
                "gazette-diff list 列出全部法规", "gazette-diff list shows what there is"
            ),
        )
    for error in shelf.unreadable.values():
        click.echo(error.in_(settings_of(ctx).language), err=True)
    if style == "json":
        from gazette_diff.report.json import json_text
        from gazette_diff.report.versions_json import library_as_json

        write(json_text(library_as_json(versions, str(folder))), None)
        return
    write("".join(_lines(versions, settings_of(ctx).language)), None)


def _lines(versions: Iterable[Version], language: Language) -> Iterator[str]:
    """Yield a line for each regulation: its title, and its versions as they are called."""
    for title, own in groupby(versions, key=lambda version: version.title):
        names = "  ".join(_name(version, language) for version in own)
        yield f"{printable(title)}  {names}\n"


def _name(version: Version, language: Language) -> str:
    if version.is_held:
        return f"@v{version.day}"
    state = _STATES[version.metadata.holding].fill(day=version.day).in_(language)
    return f"（{state}）" if language == "zh" else f"({state})"
