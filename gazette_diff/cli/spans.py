"""``X@2015..2023``: the versions of a regulation from one to another, and what each changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gazette_diff.cli.framework import MisuseError, see_help, settings_of
from gazette_diff.cli.sources import day_of_run, library_of
from gazette_diff.cli.telling import tell_lines
from gazette_diff.core.errors import NotFoundError
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import click

    from gazette_diff.core.versions import Line, Stage
    from gazette_diff.library.shelf import Shelf
    from gazette_diff.report.terminal import TerminalOptions
    from gazette_diff.report.terminal.lines import Line as TerminalLine

_TO = ".."
DIFFERENT = 1


class VersionSpan:
    """The versions of one regulation that a name such as ``X@2015..2023`` means.

    ``held`` are those whose text is at hand; there are two at least.
    """

    def __init__(self, shelf: Shelf, line: Line, stages: Sequence[Stage]) -> None:
        """Take the versions *stages* of *line*, which stand on *shelf*."""
        self.shelf = shelf
        self.line = line
        self.stages = stages
        self.held = [stage for stage in stages if stage.version.is_held]

    @property
    def ends(self) -> tuple[str, str]:
        """The names of the first and the last of them."""
        return str(self.held[0].version), str(self.held[-1].version)


def read_span(ctx: click.Context, name: str) -> VersionSpan:
    """Return the versions that *name* means: ``X@2015..2023``, ``X@2015..``, ``X@..2018``.

    Raises:
        MisuseError: it is no such name.
        NotFoundError: there is no such regulation or version, or fewer than two texts.
    """
    from gazette_diff.library import parse_name
    from gazette_diff.library.lookup import find, find_line
    from gazette_diff.library.shelf import Shelf

    words, at, versions = name.replace("＠", "@").rpartition("@")
    first, to, last = versions.partition(_TO)
    if not (at and to):
        raise MisuseError(
            Bilingual("缺少新版", "the new version is missing"),
            mend=see_help(ctx),
        )
    shelf = Shelf(library_of(ctx))
    line = find_line(shelf, parse_name(words))
    today = day_of_run(ctx)
    begin, end = 0, len(line.stages) - 1
    if first:
        begin = line.stages.index(find(shelf, parse_name(f"{words}@{first}"), today).stage)
    if last:
        end = line.stages.index(find(shelf, parse_name(f"{words}@{last}"), today).stage)
    span = VersionSpan(shelf, line, line.stages[begin : end + 1])
    if len(span.held) < 2:
        raise NotFoundError(
            Bilingual("其间没有两个收有正文的版本", "there are no two texts in between"),
            where=name,
            mend=Bilingual("gazette-diff log 列出各版本", "gazette-diff log lists the versions"),
        )
    return span


def show_matrix(
    ctx: click.Context, span: VersionSpan, style: str, output: str | None, *, color: str
) -> int:
    """Show which of the versions in *span* changed which article; return the exit code.

    Raises:
        MisuseError: *style* is a format for two versions.
    """
    from gazette_diff import api

    history = api.history(span.shelf, span.line, span.stages)
    if style == "json":
        from gazette_diff.cli.output import write
        from gazette_diff.report.history_json import matrix_as_json
        from gazette_diff.report.json import json_text

        write(json_text(matrix_as_json(history)), output)
    elif style == "terminal":
        from gazette_diff.report.terminal.history import matrix_lines

        def lines(options: TerminalOptions) -> Iterator[TerminalLine]:
            return matrix_lines(history, options)

        tell_lines(lines, settings_of(ctx).language, output, color=color, pager=None)
    else:
        raise MisuseError(
            Bilingual("{style} 格式只用于两个版本", "the format {style} is for two versions").fill(
                style=style
            ),
            where="--format",
            mend=Bilingual("请写明新旧两版", "name the old and the new version"),
        )
    same = all(revision.changes is None or revision.changes.identical for revision in history.held)
    return 0 if same else DIFFERENT
