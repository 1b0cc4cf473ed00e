"""``gazette-diff add``: take regulations into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.adding_lines import addition_line
from gazette_diff.cli.asking import agreed, yes_option
from gazette_diff.cli.doubts import printable
from gazette_diff.cli.errors import TROUBLE, error_line, explain
from gazette_diff.cli.framework import (
    Command,
    MisuseError,
    option,
    read_day,
    see_help,
    settings_of,
)
from gazette_diff.cli.help import Example
from gazette_diff.cli.progress import with_progress
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import (
    NAME_HELP,
    RegulationName,
    path_of,
    read_source,
    writable_library,
)
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual
from gazette_diff.library.adding import REFUSED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from gazette_diff.library.adding import Plan
    from gazette_diff.library.changing import Candidate

_QUESTION = Bilingual("写入{n}个版本？", "Write {n} versions?")
_DONE = Bilingual("已写入{n}个版本（{at}）", "{n} versions written ({at})")
_NOTHING = Bilingual("没有需要写入的", "nothing to write")


@click.command(
    "add",
    cls=Command,
    about=Bilingual(
        "把公报、法规文件中的法规收入法规库。已有同名法规的，作为它的新版本；先列出将做什么，再询问。"
        "重复收入不改变任何东西。\n"
        "版本以文中最晚的通过、公布、修正日期为名；文件名（2023-04-16.md）所示日期更晚的，以文件名为准。",
        "Take the regulations in gazettes and files into the library. One of a title that is "
        "there becomes a version of it. What will be done is shown first, then asked. Adding "
        "the same again changes nothing.\nA version is called by the latest day of adoption, "
        "publication or amendment in its text, or by the day in the name of its file "
        "(2023-04-16.md) if that is later.",
    ),
    arguments=(("[FILE…]", NAME_HELP),),
    examples=(
        Example("gazette-diff add 公报.txt", Bilingual("其中的全部法规", "All that it holds")),
        Example(
            "gazette-diff add 公报.txt#工作规则 --yes",
            Bilingual("其中的一部，不再询问", "One of them, without asking"),
        ),
        Example(
            "gazette-diff add 草案.docx --date 2024-03-01",
            Bilingual("指定版本日期", "With the day that names the version"),
        ),
        Example(
            "gazette-diff add --not-held 某市人民政府工作规则 --date 2014-08-05 "
            "--number 某政〔2014〕43号",
            Bilingual("登记已知而未收正文的版本", "A version known of, without its text"),
        ),
    ),
)
@click.argument("files", nargs=-1, type=RegulationName())
@option("--date", "day", help=Bilingual("版本的日期", "The day of the version"), metavar="DAY")
@option(
    "--replace",
    "overwrite",
    is_flag=True,
    help=Bilingual(
        "同日版本的正文不同时，以新的替换", "Replace a text of the same day that differs"
    ),
)
@option(
    "--restore",
    is_flag=True,
    help=Bilingual("收回已移出的版本", "Take back versions that were removed"),
)
@option(
    "--not-held",
    help=Bilingual("登记这部法规的一个未收正文的版本", "Enter a version without its text"),
    metavar="TITLE",
)
@option(
    "--number",
    help=Bilingual("该版本的发文字号", "The document number of that version"),
    metavar="NUMBER",
)
@yes_option()
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    day: str | None,
    overwrite: bool,
    restore: bool,
    not_held: str | None,
    number: str | None,
    yes: bool,
) -> None:
    """Add the regulations in *files* to the library."""
    from gazette_diff import api
    from gazette_diff.library.changing import add

    library = writable_library(ctx)
    language = settings_of(ctx).language
    on = read_day(day, "--date") if day else None
    if not_held is not None:
        candidates, unread = [_known_of(not_held, on, number)], 0
    elif files:
        candidates, unread = _read(ctx, files, on)
    else:
        raise MisuseError(Bilingual("缺少文件", "no file is named"), mend=see_help(ctx))

    def consents(plan: Plan) -> bool:
        for addition in plan.additions:
            click.echo(printable(addition_line(addition, language)))
        if not plan.writes:
            click.echo(_NOTHING.in_(language), err=True)
            return False
        return agreed(_QUESTION.fill(n=len(plan.files)), language, yes=yes)

    plan = add(
        library,
        candidates,
        consents,
        on=today(),
        overwrite=overwrite,
        restore=restore,
        comparer=api.comparer_in(library),
    )
    if plan.written:
        click.echo(_DONE.fill(n=len(plan.files), at=library).in_(language), err=True)
    if unread or any(addition.action in REFUSED for addition in plan.additions):
        ctx.exit(TROUBLE)


def _read(
    ctx: click.Context, files: Sequence[str], day: date | None
) -> tuple[list[Candidate], int]:
    """Return the regulations in *files*, and how many of these could not be read.

    Raises:
        GazetteDiffError: the only file cannot be read.
    """
    from gazette_diff.library.changing import Candidate

    candidates: list[Candidate] = []
    unread = 0
    for name in with_progress(files, settings_of(ctx).language):
        try:
            documents = read_source(ctx, name).documents
        except (GazetteDiffError, OSError) as error:
            if len(files) == 1:
                raise
            click.echo(error_line(explain(error), settings_of(ctx).language), err=True)
            unread += 1
            continue
        source = path_of(name) or name
        candidates += [Candidate(document.regulation, source, day) for document in documents]
    return candidates, unread


def _known_of(title: str, day: date | None, number: str | None) -> Candidate:
    """Return the entry of a version whose text is not at hand.

    Raises:
        MisuseError: it has no day, or *number* is no document number.
    """
    from gazette_diff.core.document_number import DocumentNumber
    from gazette_diff.core.tree import Holding, Metadata, Regulation
    from gazette_diff.library.changing import Candidate

    if day is None:
        raise MisuseError(
            Bilingual("需要版本的日期", "the day of the version is needed"),
            where="--not-held",
            mend=Bilingual("请加 --date 2014-08-05", "add --date 2014-08-05"),
        )
    parsed = DocumentNumber.parse(number) if number else None
    if number and parsed is None:
        raise MisuseError(
            Bilingual("“{n}”不是发文字号", "“{n}” is no document number").fill(n=number),
            where="--number",
            mend=Bilingual("发文字号写作 宛政〔2014〕43号", "it is written 宛政〔2014〕43号"),
        )
    metadata = Metadata(title=title, document_number=parsed, signed=day, holding=Holding.NOT_HELD)
    return Candidate(Regulation(metadata=metadata), "")
