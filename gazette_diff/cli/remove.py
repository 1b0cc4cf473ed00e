"""``gazette-diff remove``: take a version out of the library, and leave word of it."""

from __future__ import annotations

import click

from gazette_diff.cli.asking import agreed, yes_option
from gazette_diff.cli.framework import Command, option, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import RegulationName, writable_library
from gazette_diff.core.language import Bilingual

_QUESTION = Bilingual("移出{v}？", "Remove {v}?")
_DONE = Bilingual("已移出{v}", "removed {v}")


@click.command(
    "remove",
    cls=Command,
    about=Bilingual(
        "把一个版本移出法规库。它的标题、文号和日期留下作记录，正文删去；add --restore 可以收回。",
        "Take a version out of the library. Its title, number and dates stay on record, its text "
        "goes; add --restore takes it back.",
    ),
    arguments=(
        ("VERSION", Bilingual("法规的一个版本（工作规则@2023）", "A version (工作规则@2023)")),
    ),
    examples=(
        Example("gazette-diff remove 工作规则@2023", Bilingual("移出一个版本", "Remove a version")),
        Example(
            "gazette-diff remove 工作规则@2023 --reason 重复收入",
            Bilingual("写明原因", "Say why"),
        ),
    ),
)
@click.argument("name", type=RegulationName())
@option("--reason", help=Bilingual("移出的原因", "Why it is removed"), metavar="TEXT", default="")
@option(
    "--forget",
    is_flag=True,
    help=Bilingual("不留记录", "Leave no record"),
)
@yes_option()
@click.pass_context
def command(ctx: click.Context, name: str, reason: str, forget: bool, yes: bool) -> None:
    """Remove the version called *name* from the library."""
    from gazette_diff import api
    from gazette_diff.library import parse_name
    from gazette_diff.library.changing import put, tombstone
    from gazette_diff.library.lookup import find_sole
    from gazette_diff.library.shelf import Shelf

    library = writable_library(ctx)
    language = settings_of(ctx).language
    version = find_sole(Shelf(library), parse_name(name))
    if not agreed(_QUESTION.fill(v=version), language, yes=yes):
        return
    text = None if forget else tombstone(version, today(), reason)
    put(library, {version.path: text}, on=today(), comparer=api.comparer_in(library))
    click.echo(_DONE.fill(v=version).in_(language), err=True)
