"""From a name on the command line to what it names."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from gazette_diff import api
from gazette_diff.cli.framework import STDIN_DOCUMENT, settings_of
from gazette_diff.cli.settings import today
from gazette_diff.core.documents import ParsedSource
from gazette_diff.core.errors import NotFoundError, UnreadableError
from gazette_diff.core.language import Bilingual
from gazette_diff.core.source import SourceText

if TYPE_CHECKING:
    from datetime import date

    from click.shell_completion import CompletionItem

    from gazette_diff.core.documents import ParsedDocument

STDIN = "-"
NAME_HELP = Bilingual(
    "文件（公报.txt#工作规则 按标题选定一个，- 为标准输入），或法规库中的法规（工作规则@2023）",
    "A file (gazette.txt#words-of-title picks one document, - is standard input), "
    "or a regulation of the library (工作规则@2023)",
)


class RegulationName(click.types.StringParamType):
    """The name of a regulation; the shell completes files and titles of the library."""

    name = "name"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the titles that begin with *incomplete*, and leave it to find the files."""
        from click.shell_completion import CompletionItem

        from gazette_diff.library.shelf import Shelf

        try:
            titles = dict.fromkeys(v.title for v in Shelf(library_of(ctx)).versions)
        except OSError:
            titles = {}
        found = [CompletionItem(title) for title in titles if title.startswith(incomplete)]
        return [*found, CompletionItem(incomplete, type="file")]


def library_of(ctx: click.Context) -> Path:
    """Return the folder of the library that is used in this run; it need not exist."""
    from gazette_diff.library import library_folder

    named = settings_of(ctx).library if ctx.obj else None
    return library_folder(Path(named) if named else None, os.environ, Path.cwd())


def writable_library(ctx: click.Context) -> Path:
    """Return the folder of the library that is to be changed.

    Raises:
        NotFoundError: there is none yet; the sample library of the package is never changed.
    """
    from gazette_diff.library import sample_library

    folder = library_of(ctx)
    named = settings_of(ctx).library or os.environ.get("GAZETTE_DIFF_LIBRARY")
    if folder.is_dir() and (named or folder != sample_library()):
        return folder
    raise NotFoundError(
        Bilingual("没有法规库", "there is no library"),
        where=str(folder) if named else "./rules",
        mend=Bilingual("先用 gazette-diff init 新建", "begin one with gazette-diff init"),
    )


def day_of_run(ctx: click.Context) -> date:
    """Return the day on which the law is asked for: that of ``--as-of``, else today."""
    return settings_of(ctx).as_of or today()


def is_stdin(name: str) -> bool:
    """Tell whether *name* stands for standard input."""
    return name == STDIN or name.startswith(STDIN_DOCUMENT)


def path_of(name: str) -> str | None:
    """Return the path of the file that *name* names, None if it names no file."""
    path = None if is_stdin(name) else api.split_name(name)[0]
    return None if path is None else str(path)


def read_document(ctx: click.Context, name: str) -> ParsedDocument:
    """Return the one document that *name* names, in a file or in the library.

    Raises:
        GazetteDiffError: it names none, or several, or cannot be read.
    """
    if is_stdin(name):
        return api.pick(_parse_stdin(), _stdin_words(name))
    settings = settings_of(ctx)
    library = Path(settings.library) if settings.library else None
    return api.load_document(name, library=library, today=day_of_run(ctx))


def read_source(ctx: click.Context, name: str, pages: str | None = None) -> ParsedSource:
    """Return the source that *name* names; with words of a title, that document of it alone.

    *pages* says which pages of a PDF are read.

    Raises:
        GazetteDiffError: there is no such source or document, it holds no regulation, or it
            cannot be read.
    """
    path = path_of(name)
    if is_stdin(name):
        parsed, words = _parse_stdin(pages), _stdin_words(name)
    elif path is not None and not Path(path).is_dir():
        parsed, words = api.parse(path, pages=pages), api.split_name(name)[1]
    else:
        document = read_document(ctx, name)
        if pages is not None:
            from gazette_diff.reading import without_pages

            raise without_pages(name)
        return ParsedSource(source=SourceText(name, ()), documents=(document,))
    if words:
        return api.narrow(parsed, words)
    if not parsed.documents:
        raise api.no_regulation(parsed.source.name)
    return parsed


def read_stdin(limit: int = -1) -> bytes:
    """Return what standard input holds, at most *limit* bytes of it.

    Raises:
        UnreadableError: it is closed.
    """
    stdin: TextIO | None = sys.stdin
    if stdin is None:
        raise UnreadableError(Bilingual("标准输入已关闭", "standard input is closed"), where=STDIN)
    return stdin.buffer.read(limit)


def _stdin_words(name: str) -> str:
    return name.removeprefix(STDIN_DOCUMENT)[1:].strip()


def _parse_stdin(pages: str | None = None) -> ParsedSource:
    from gazette_diff.reading import MAXIMUM_BYTES

    # What never ends is told to be too large.
    return api.parse(read_stdin(MAXIMUM_BYTES + 1), name=STDIN, pages=pages)
