"""``gazette-diff check``: what is wrong with a regulation, line by line, as linters tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazette_diff.cli.framework import Command, MisuseError, option, settings_of
from gazette_diff.cli.help import Example
from gazette_diff.cli.output import show, write
from gazette_diff.cli.paint import surface
from gazette_diff.cli.sources import NAME_HELP, RegulationName, read_source
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.checking import Finding
    from gazette_diff.core.language import Language

FOUND, TROUBLE = 1, 2
_CLEAN = Bilingual("{files}个文件，未发现问题", "nothing found in {files}")
_SUMMARY = Bilingual("{files}个文件，{n}处：{counts}", "{n} found in {files}: {counts}")
_CODES = "CODES"
# What regulations are kept in; a folder holds other files too.
_SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".docx", ".pdf", ".xml"}
)


@click.command(
    "check",
    cls=Command,
    about=Bilingual(
        "检查法规：编号的缺漏和重复，空的条文，没有引语的项，不配对的括号、引号和书名号，中文中的半角标点，"
        "疑似识别错误，指向不存在的条文的引用，缺少的标题和日期。\n"
        "每处一行：文件:行号: 代码 说明 [位置]；代码的含义见 docs/diagnostics.md。"
        "退出码：0 没有问题，1 有，2 无法检查。",
        "Check regulations for gaps and repeats in the numbering, empty articles, items without a "
        "lead-in, unbalanced brackets and quotation marks, half-width punctuation, likely "
        "recognition errors, references to articles that do not exist, a missing title or date.\n"
        "One line for each: file:line: code message [place]; docs/diagnostics.md explains the "
        "codes. Exit code: 0 nothing found, 1 something, 2 trouble.",
    ),
    arguments=(("FILE…", NAME_HELP),),
    examples=(
        Example("gazette-diff check 办法.txt", Bilingual("检查一个文件", "Check a file")),
        Example(
            "gazette-diff check *.docx --ignore GD62",
            Bilingual("多个文件，不看标点", "Several files, and no punctuation"),
        ),
        Example(
            "gazette-diff check 公报.txt#工作规则 --select GD1,GD4",
            Bilingual("公报中的一部，只看编号和引用", "One of a gazette: numbers and references"),
        ),
        Example(
            "gazette-diff check 送审稿/ --select GD4",
            Bilingual("文件夹中的全部法规", "All regulations in a folder"),
        ),
        Example(
            "gazette-diff check 办法.txt --format json",
            Bilingual("作为数据", "As data"),
        ),
    ),
)
@click.argument("file", type=RegulationName(), nargs=-1, required=True)
@option(
    "--select",
    help=Bilingual(
        "只报这些代码，或以此开头的代码（GD62），逗号分隔，可重复；all 为全部，default 为默认各项",
        "Only these codes, or those that begin so (GD62), with commas between; may be repeated; "
        "all, default",
    ),
    metavar=_CODES,
    multiple=True,
)
@option(
    "--ignore",
    help=Bilingual("不报这些代码，写法同上", "Not these codes, written likewise"),
    metavar=_CODES,
    multiple=True,
)
@option(
    "--format",
    "form",
    help=Bilingual("输出格式（默认 text）", "Format of the output (default: text)"),
    type=click.Choice(["text", "json"]),
    default="text",
)
@option(
    "--color",
    help=Bilingual("是否用颜色（默认 auto）", "Whether to use colours (default: auto)"),
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
)
@click.pass_context
def command(
    ctx: click.Context,
    file: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    color: str,
) -> int:
    """Check each *file* and tell what is found; return the exit code."""
    settings = settings_of(ctx)
    _check_codes(select, ignore)
    found: dict[str, Sequence[Finding]] = {}
    troubles: dict[str, GazetteDiffError] = {}
    coloured = surface(color, to_file=False).coloured
    for name in dict.fromkeys(one for given in file for one in _files(given)):
        outcome = _findings(ctx, name, select, ignore)
        if isinstance(outcome, GazetteDiffError):
            troubles[name] = outcome
            _tell(outcome, settings.language)
            continue
        found[name] = outcome
        if form == "text":
            lines = (_line(name, one, settings.language, coloured=coloured) for one in outcome)
            show("".join(f"{line}\n" for line in lines), paged=False)
    if form == "json":
        _write_json(found, troubles, settings.report_language)
    if found or not troubles:
        click.echo(_summary(found, settings.language), err=True)
    return TROUBLE if troubles else FOUND if any(found.values()) else 0


def _files(name: str) -> list[str]:
    """Return the regulations that *name* means: for a folder the files in it, in order."""
    folder = Path(name)
    if not folder.is_dir():
        return [name]
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    seen = [path for path in found if not _is_hidden(path.relative_to(folder)) and path.is_file()]
    return [str(path) for path in sorted(seen)] or [name]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)


def _check_codes(select: Sequence[str], ignore: Sequence[str]) -> None:
    from gazette_diff.checking import Selection

    try:
        Selection.of(select, ignore)
    except ValueError as error:
        raise MisuseError(
            Bilingual("没有代码 {code}", "no code begins with {code}").fill(code=error),
            mend=Bilingual("各代码见 docs/diagnostics.md", "docs/diagnostics.md lists the codes"),
        ) from error


def _findings(
    ctx: click.Context, name: str, select: Sequence[str], ignore: Sequence[str]
) -> Sequence[Finding] | GazetteDiffError:
    """Return what is found in the source *name*, or why it cannot be checked."""
    from gazette_diff import api

    try:
        return api.check(read_source(ctx, name), select=select, ignore=ignore)
    except (GazetteDiffError, OSError) as error:
        from gazette_diff.cli.errors import explain

        return explain(error)


def _tell(trouble: GazetteDiffError, language: Language) -> None:
    from gazette_diff.cli.errors import error_line

    click.echo(error_line(trouble, language), err=True)


def _line(name: str, finding: Finding, language: Language, *, coloured: bool) -> str:
    """Return *finding* as linters tell it, so that terminals and editors find the line."""
    from gazette_diff.cli.doubts import printable

    one = finding.diagnostic
    where = printable(name if one.line is None else f"{name}:{one.line}")
    message, code = printable(one.message(language)), one.code.id
    place = f" [{one.place}]" if one.place else ""
    if coloured:
        where, code = click.style(where, bold=True), click.style(code, fg="red", bold=True)
        place = click.style(place, dim=True) if place else ""
    return f"{where}: {code} {message}{place}"


def _summary(found: Mapping[str, Sequence[Finding]], language: Language) -> str:
    counts = Counter(one.diagnostic.code.id for findings in found.values() for one in findings)
    files: object = len(found)
    if language == "en":
        files = f"{len(found)} file" + ("" if len(found) == 1 else "s")
    if not counts:
        return _CLEAN.fill(files=files).in_(language)
    told = ", ".join(f"{code} ×{n}" for code, n in sorted(counts.items()))
    return _SUMMARY.fill(files=files, n=counts.total(), counts=told).in_(language)


def _write_json(
    found: Mapping[str, Sequence[Finding]],
    troubles: Mapping[str, GazetteDiffError],
    language: Language,
) -> None:
    from gazette_diff.checking import findings_as_json
    from gazette_diff.report.json import json_text

    write(json_text(findings_as_json(found, troubles, language)), None)
