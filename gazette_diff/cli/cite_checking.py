"""``gazette-diff cite --check``: whether what anybody's document cites is so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gazette_diff.cli.doubts import tell_doubts
from gazette_diff.cli.framework import MisuseError, settings_of
from gazette_diff.cli.output import write
from gazette_diff.cli.scanning import read
from gazette_diff.cli.settings import today
from gazette_diff.cli.sources import day_of_run, is_stdin, library_of
from gazette_diff.cli.working import Working
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from datetime import date

    from gazette_diff.cite_checking import CheckedText
    from gazette_diff.core.language import Language

FOUND = 1
# Where these hold, citations may stand in what was not read, or was deleted.
_UNREAD = frozenset(
    {
        Code.UNDECODABLE,
        Code.NO_TEXT_LAYER,
        Code.NO_CHARACTER_CODE,
        Code.PART_NOT_READ,
        Code.CHANGES_ACCEPTED,
    }
)
_SUMMARY = Bilingual(
    "引用{citations}处：查到{resolved}处，没有所引条款{missing}处，版本不明或没有正文{unchecked}处，"
    "法规库中没有{not_held}处，未指明法规{aside}处；发现问题{findings}处",
    "{citations} citations: {resolved} resolved, {missing} of no such provision, {unchecked} of a "
    "version not held, {not_held} not in the library, {aside} of no regulation named; "
    "findings: {findings}",
)
_CHECKING = Bilingual("核对引用", "checking")
_NO_WORD = Bilingual("只能给 Word 文件（.docx）加批注", "only a Word file (.docx) can be annotated")
_NO_OUTPUT = Bilingual("--annotate 须用 -o 写明新文件", "--annotate wants a new file: -o FILE")


def run(
    ctx: click.Context, name: str, form: str, output: str | None, *, annotate: bool, strict: bool
) -> int:
    """Check the document *name*; return the exit code.

    Raises:
        MisuseError: it is to be annotated and is no Word file, or there is no *output*.
        GazetteDiffError: it, or the library, cannot be read.
    """
    from gazette_diff import api

    settings = settings_of(ctx)
    if annotate and output in (None, "-"):
        raise MisuseError(_NO_OUTPUT, where=name)
    result = read(name)
    source = result.source
    if annotate and source.encoding != "docx":
        raise MisuseError(
            _NO_WORD,
            where=name,
            mend=Bilingual("去掉 --annotate 则逐行列出", "without it the lines are told"),
        )
    day = day_of_run(ctx)
    with Working((_CHECKING,), settings.language):
        checked = api.check_citations(source, library=library_of(ctx), day=day, today=today())
    told = _lines(checked, source.name, settings.language, strict=strict)
    if annotate:
        _annotate(name, output, checked, source.lines, settings.report_language)
    elif form == "json":
        told = _as_json(checked, source.name, day, settings.report_language)
    write(told, None if annotate else output, inputs=[None if is_stdin(name) else name])
    tell_doubts(name, (d for d in result.diagnostics if d.code in _UNREAD), settings.language)
    click.echo(_summary(checked, settings.language, strict=strict), err=True)
    return FOUND if any(strict or not one.is_note for one in checked.findings) else 0


def _annotate(
    name: str,
    output: str | None,
    checked: CheckedText,
    lines: tuple[str, ...],
    language: Language,
) -> None:
    from gazette_diff.cite_checking.word import annotated

    if is_stdin(name):
        raise MisuseError(_NO_WORD, where=name)
    data = annotated(Path(name).read_bytes(), name, lines, checked, today(), language)
    write(data, output, inputs=[name])


def _as_json(checked: CheckedText, name: str, day: date, language: Language) -> str:
    from gazette_diff.cite_checking import checked_as_json
    from gazette_diff.report.json import json_text

    return json_text(checked_as_json(checked, name, day, language))


def _lines(checked: CheckedText, name: str, language: Language, *, strict: bool) -> str:
    """Return the findings as linters tell them, so that editors find the place.

    If *strict*, no finding is only a note.
    """
    from gazette_diff.cli.doubts import printable

    mark = Bilingual("（提示）", "note: ").in_(language)
    told = []
    for one in checked.findings:
        place = f"{name}:{one.span.line}:{one.span.start + 1}"
        note = mark if one.is_note and not strict else ""
        told.append(f"{place}: {one.diagnostic.code.id} {note}{one.diagnostic.message(language)}")
    return "".join(f"{printable(line)}\n" for line in told)


def _summary(checked: CheckedText, language: Language, *, strict: bool) -> str:
    counts = {str(state): count for state, count in checked.counts.items()}
    findings = sum(strict or not one.is_note for one in checked.findings)
    told = _SUMMARY.fill(citations=len(checked.citations), findings=findings, **counts)
    return told.in_(language)
