"""``gazette-diff init``: begin a library."""

from __future__ import annotations

from pathlib import Path

import click

from gazette_diff.cli.framework import Command, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.core.language import Bilingual
from gazette_diff.library.folders import DEFAULT_NAME

_BEGUN = Bilingual("{at}：新的法规库", "{at}: a new library")
_THERE = Bilingual("{at}：已经是法规库", "{at}: is a library already")


@click.command(
    "init",
    cls=Command,
    about=Bilingual(
        "新建法规库：一个文件夹，每部法规一个子文件夹，每个版本一个 XML 文件，可以放进 git。",
        "Begin a library: a folder with a folder for each regulation and an XML file for each "
        "version, fit for git.",
    ),
    arguments=(("[FOLDER]", Bilingual("文件夹（默认 ./rules）", "The folder (default: ./rules)")),),
    examples=(
        Example("gazette-diff init", Bilingual("新建 ./rules", "Begin ./rules")),
        Example("gazette-diff init 我的法规", Bilingual("另一个文件夹", "Another folder")),
    ),
)
@click.argument("folder", required=False, type=click.Path())
@click.pass_context
def command(ctx: click.Context, folder: str | None) -> None:
    """Make *folder* a library."""
    from gazette_diff.library.changing import begin

    settings = settings_of(ctx)
    library = Path(folder or settings.library or DEFAULT_NAME)
    told = _BEGUN if begin(library) else _THERE
    click.echo(told.fill(at=library).in_(settings.language))
