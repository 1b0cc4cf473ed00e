"""Asking before something is changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from gazette_diff.cli.framework import MisuseError, option
from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.language import Language

_F = TypeVar("_F", bound=Callable[..., Any])


def yes_option() -> Callable[[_F], _F]:
    """Decorate a command with ``--yes``."""
    return option(
        "-y",
        "--yes",
        help=Bilingual("不再询问，直接进行", "Go ahead without asking"),
        is_flag=True,
    )


def agreed(question: Bilingual, language: Language, *, yes: bool) -> bool:
    """Ask *question* on standard error and tell whether the answer is yes.

    Raises:
        MisuseError: there is nobody to ask.
    """
    if yes:
        return True
    stdin: TextIO | None = sys.stdin
    if stdin is None or not stdin.isatty():
        raise MisuseError(
            Bilingual("需要确认，而标准输入不是终端", "nobody is there to be asked"),
            mend=Bilingual("加 --yes 直接进行", "--yes goes ahead without asking"),
        )
    hint = "[y/N]"
    click.echo(f"{question.in_(language)} {hint} ", err=True, nl=False)
    return stdin.readline().strip().lower() in {"y", "yes", "是", "好"}
