"""``gazette-diff refs``: what the references of a regulation point to, and still do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gazette_diff.cli.doubts import tell_constructed
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
from gazette_diff.cli.sources import NAME_HELP, RegulationName, is_stdin, path_of, read_document
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazette_diff.cli.settings import Settings
    from gazette_diff.core.references import JudgedReference, Reference
    from gazette_diff.core.tree import Regulation
    from gazette_diff.report.references.lines import Line

FOUND = 1
_BY_SUFFIX = {
    "": "terminal",
    ".txt": "terminal",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".dot": "dot",
    ".gv": "dot",
}
_COLOURS = {"wrong": "red", "check": "yellow"}


@click.command(
    "refs",
    cls=Command,
    about=Bilingual(
        "列出一部法规中的全部引用及其所指；指向其他文件的，按引用时施行的版本在法规库中核对。\n"
        "给出新旧两个版本时，逐一判断新文的内部引用：沿用、未随改（仍是旧号，已指向别的内容）、"
        "无所指、所指已改写、改指、新增；各项的定义见 docs/references.md。\n"
        "退出码：0 没有问题，1 有，2 出错。",
        "List every reference of a regulation with what it points to; references to other works "
        "are looked up in the library, in the version in force at the time.\n"
        "With an old and a new version, every internal reference of the new text is judged: "
        "follows, stale (the old number, which means other content now), dangling, changed target, "
        "redirected, new; docs/references.md defines each.\n"
        "Exit code: 0 nothing wrong, 1 findings, 2 trouble.",
    ),
    arguments=(
        ("REGULATION", NAME_HELP),
        (
            "[NEW]",
            Bilingual("新版；此时前者是旧版", "The new version; the first is then the old one"),
        ),
    ),
    examples=(
        Example("gazette-diff refs 工作规则", Bilingual("每处引用指哪里", "Where each points")),
        Example(
            "gazette-diff refs 旧.txt 新.txt",
            Bilingual("修订之后哪些引用有问题", "What the revision did to them"),
        ),
        Example(
            "gazette-diff refs 办法.txt -o 引用.html",
            Bilingual("网页，引用均为链接", "A page with the references as links"),
        ),
        Example(
            "gazette-diff refs 办法.txt --format dot | dot -Tsvg > 引用.svg",
            Bilingual("引用关系图", "A graph of what cites what"),
        ),
    ),
)
@click.argument("regulation", type=RegulationName())
@click.argument("new", type=RegulationName(), required=False)
@option(
    "--format",
    "form",
    help=Bilingual(
        "输出格式（默认 terminal，或依 -o 的扩展名）",
        "Format of the output (default: terminal, or what the name after -o tells)",
    ),
    type=click.Choice(["terminal", "json", "html", "dot"]),
)
@option(
    "--html",
    "html",
    is_flag=True,
    help=Bilingual("即 --format html", "The same as --format html"),
)
@option(
    "--all",
    "whole",
    is_flag=True,
    help=Bilingual(
        "比较两个版本时也列出没有问题的引用", "With two versions: those that are right too"
    ),
)
@output_option()
@window_options
@click.pass_context
def command(
    ctx: click.Context,
    regulation: str,
    new: str | None,
    form: str | None,
    html: bool,
    whole: bool,
    output: str | None,
    pager: bool | None,
    color: str,
) -> int:
    """Tell the references of *regulation*, or what became of them in *new*."""
    form = _form(form, html=html, output=output)
    if new is not None and is_stdin(regulation) and is_stdin(new):
        raise MisuseError(
            Bilingual("标准输入只能用一次", "standard input can be read only once"), where="-"
        )
    names = [regulation] if new is None else [regulation, new]
    settings = settings_of(ctx)
    read = [read_document(ctx, name).regulation for name in names]
    if len(read) == 1:
        _refuse(whole, Bilingual("--all 用于两个版本", "--all is for two versions"))
        result, found = _listed(read[0], form, settings)
    else:
        _refuse(form == "dot", Bilingual("dot 只用于一部法规", "dot is for one regulation"))
        result, found = _judged(read[0], read[1], form, settings, whole=whole)
    coloured = surface(color, to_file=output is not None).coloured
    text = result if isinstance(result, str) else _painted(result, coloured=coloured)
    if form == "terminal" and output is None:
        show(text, paged=pager)
    else:
        write(text, output, inputs=[path_of(name) for name in names])
    for name, one in zip(names, read, strict=True):
        tell_constructed(name, one.metadata, settings.language)
    return FOUND if found else 0


def _form(form: str | None, *, html: bool, output: str | None) -> str:
    if html and form not in (None, "html"):
        raise MisuseError(
            Bilingual("--html 与 --format 矛盾", "--html contradicts --format"), where=form or ""
        )
    return "html" if html else form or format_for(output, _BY_SUFFIX)


def _refuse(misused: object, why: Bilingual) -> None:
    if misused:
        raise MisuseError(why)


def _listed(
    regulation: Regulation, form: str, settings: Settings
) -> tuple[str | Iterable[Line], bool]:
    """Return the references of *regulation* in the format *form*, and whether any is wrong."""
    from pathlib import Path

    from gazette_diff import api

    library = Path(settings.library) if settings.library else None
    references = api.references(regulation, library=library)
    wrong = any(one.problem is not None for one in references)
    return _render_listed(regulation, references, form, settings), wrong


def _render_listed(
    regulation: Regulation, references: tuple[Reference, ...], form: str, settings: Settings
) -> str | Iterable[Line]:
    metadata, language = regulation.metadata, settings.report_language
    if form == "json":
        from gazette_diff.report.json import json_text
        from gazette_diff.report.references.as_json import references_as_json

        return json_text(references_as_json(metadata, references, language))
    if form == "html":
        from gazette_diff.report.html.references import references_page

        return references_page(regulation, references, language=language)
    if form == "dot":
        from gazette_diff.core.places import place_regulation
        from gazette_diff.report.references.dot import references_as_dot

        return references_as_dot(metadata.title, place_regulation(regulation), references)
    from gazette_diff.report.references.lines import reference_lines

    return reference_lines(metadata, references, settings.language)


def _judged(
    old: Regulation, new: Regulation, form: str, settings: Settings, *, whole: bool
) -> tuple[str | Iterable[Line], bool]:
    """Return what became of the references in *new*, and whether any asks for a look."""
    from gazette_diff import api

    judged = api.compare(old, new).references
    found = any(one.finding for one in judged)
    return _render_judged(old, new, judged, form, settings, whole=whole), found


def _render_judged(
    old: Regulation,
    new: Regulation,
    judged: tuple[JudgedReference, ...],
    form: str,
    settings: Settings,
    *,
    whole: bool,
) -> str | Iterable[Line]:
    language = settings.report_language
    if form == "json":
        from gazette_diff.report.json import json_text
        from gazette_diff.report.references.as_json import integrity_as_json

        return json_text(integrity_as_json(old.metadata, new.metadata, judged, language))
    if form == "html":
        from gazette_diff.report.html.references import judged_page

        return judged_page(new, judged, language=language)
    from gazette_diff.report.references.lines import judged_lines

    return judged_lines(new.metadata, judged, settings.language, whole=whole)


def _painted(lines: Iterable[Line], *, coloured: bool) -> str:
    from gazette_diff.cli.doubts import printable

    told = []
    for line in lines:
        pieces = [(printable(piece.text), piece.role) for piece in line]
        told.append("".join(_styled(t, r) if coloured else t for t, r in pieces))
    return "".join(f"{line}\n" for line in told)


def _styled(text: str, role: str) -> str:
    return click.style(
        text, fg=_COLOURS.get(role), bold=role == "printed" or None, dim=role == "aside" or None
    )
