"""A progress bar on standard error for work that takes longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from gazette_diff.core.language import Bilingual

if TYPE_CHECKING:
    from gazette_diff.core.language import Language

_T = TypeVar("_T")
_LABEL = Bilingual("读取", "Reading")
_MOMENT = 1.0  # second


def with_progress(items: Sequence[_T], language: Language) -> Iterator[_T]:
    """Yield *items*; once that has taken a second, show on a terminal how far it has come."""
    stderr: TextIO | None = sys.stderr
    if stderr is None or not stderr.isatty():
        yield from items
        return
    begun = time.monotonic()
    rest = iter(items)
    done = 0
    for item in rest:
        yield item
        done += 1
        if time.monotonic() - begun > _MOMENT:
            break
    with click.progressbar(
        rest, length=len(items), label=_LABEL.in_(language), file=stderr, hidden=done == len(items)
    ) as bar:
        bar.update(done)
        yield from bar
