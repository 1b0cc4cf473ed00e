"""What the tool doubts and what it did to a source, told on standard error."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.changes import ChangeSet
    from gazette_diff.core.diagnostics import Diagnostic
    from gazette_diff.core.documents import ParsedSource
    from gazette_diff.core.language import Language
    from gazette_diff.core.tree import Metadata

# What a shell would not take as it stands; Chinese it does.
_SHELL = frozenset(" ()'\"&;|<>$`!*?\\")
_READING = Bilingual(
    "{name}：读取时有{n}处存疑，用 gazette-diff parse {quoted} 查看",
    "{name}: doubts in reading: {n}; see gazette-diff parse {quoted}",
)
_CONSTRUCTED = Bilingual(
    "{name}：注意：这是构拟的文本，不是历史文本。其中注明：{note}",
    "{name}: note: a constructed text, not the historical one. It says: {note}",
)


def tell_doubts(name: str, doubts: Iterable[Diagnostic], language: Language) -> None:
    """Tell each of *doubts* about the source called *name* on a line: place, code, message."""
    for doubt in doubts:
        click.echo(printable(doubt_line(name, doubt, language)), err=True)


def tell_reading(
    name: str, doubts: tuple[Diagnostic, ...], language: Language, *, explain: bool
) -> None:
    """Tell that reading the source called *name* left *doubts*; with *explain*, which."""
    if explain:
        tell_doubts(name, doubts, language)
    elif doubts:
        quoted = shlex.quote(name) if _SHELL.intersection(name) else name
        told = _READING.fill(name=name, n=len(doubts), quoted=quoted).in_(language)
        click.echo(printable(told), err=True)


def tell_unrelated(changes: ChangeSet, name: str, language: Language) -> None:
    """Tell that the texts have little or nothing in common, which a list has no place for."""
    from gazette_diff.core.diagnostics import Code

    unrelated = {Code.NOTHING_IN_COMMON, Code.LITTLE_IN_COMMON}
    tell_doubts(name, (d for d in changes.diagnostics if d.code in unrelated), language)


def tell_constructed(name: str, metadata: Metadata, language: Language) -> None:
    """Warn that a text was written for demonstration: nobody may cite it as law."""
    if metadata.constructed:
        told = _CONSTRUCTED.fill(name=name, note=metadata.constructed).in_(language)
        click.echo(printable(told), err=True)


def doubt_line(name: str, doubt: Diagnostic, language: Language) -> str:
    """Return one doubt as compilers write theirs: ``name:12: GD103 …``."""
    where = f"{name}:{doubt.line}" if doubt.line is not None else name
    return f"{where}: {doubt.code.id} {doubt.message(language)}"


def tell_mending(parsed: ParsedSource, language: Language) -> None:
    """Tell what was done to the source, line by line, and why."""
    from gazette_diff.cli.mending import mending_lines

    for line in mending_lines(parsed, language):
        click.echo(printable(line), err=True)


def printable(line: str) -> str:
    """Return *line* without what would steer the terminal; it may stand in a source."""
    return "".join(c if c.isprintable() else "�" for c in line)
