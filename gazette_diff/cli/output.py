"""Where the result of a command goes: standard output, a pager, or a file that is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

import click

from gazette_diff.cli.framework import MisuseError
from gazette_diff.core.errors import GazetteDiffError
from gazette_diff.core.language import Bilingual

STDOUT = "-"


def write(result: str | bytes, output: str | None, *, inputs: Sequence[str | None] = ()) -> None:
    """Write *result* to the file *output*, or to standard output for None and ``-``.

    Text is UTF-8 in either place, for other programs are to read it.

    Raises:
        MisuseError: *output* is one of the *inputs*.
        OSError: it cannot be written; then the file is as it was.
    """
    data = result.encode() if isinstance(result, str) else result
    if output is None or output == STDOUT:
        _to_stdout(data)
        return
    from gazette_diff.library import write_whole

    path = Path(output)
    for name in inputs:
        if name and path.exists() and Path(name).exists() and path.samefile(name):
            raise MisuseError(
                Bilingual("不能覆盖输入文件", "this is the input, which is never overwritten"),
                where=output,
            )
    try:
        write_whole(path, data)
    except OSError as error:
        # The name that the user gave, not that of the file written beside it.
        error.filename = output
        raise


def format_for(output: str | None, by_suffix: Mapping[str, str]) -> str:
    """Return the format that the name of the file *output* asks for, after *by_suffix*.

    Raises:
        MisuseError: its suffix is that of no format: a .docx must not turn out to be text.
    """
    suffix = Path(output or STDOUT).suffix.lower()
    if suffix not in by_suffix:
        raise MisuseError(
            Bilingual("不能由扩展名 {suffix} 得知格式", "{suffix} tells no format").fill(
                suffix=suffix
            ),
            where=output or "",
            mend=Bilingual(
                "请用 {known}，或写明 --format", "use one of {known}, or give --format"
            ).fill(known=" ".join(filter(None, by_suffix))),
        )
    return by_suffix[suffix]


def show(text: str, *, paged: bool | None) -> None:
    """Show *text* to a person; it may hold colours.

    ``paged`` None pages what is longer than the window. What is no terminal is never paged.
    """
    stdout: TextIO | None = sys.stdout  # None where it is closed
    if (
        stdout is not None
        and stdout.isatty()
        and (paged or (paged is None and _longer_than_window(text)))
    ):
        click.echo_via_pager(text, color=True)
    else:
        _to_stdout(text)


def _to_stdout(result: str | bytes) -> None:
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise GazetteDiffError(Bilingual("标准输出已关闭", "standard output is closed"))
    try:
        click.echo(result, nl=False, color=True)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, a pager left early) has enough; that changes no result. Python
        # would complain when it flushes at exit, so what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _longer_than_window(text: str) -> bool:
    return text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines
