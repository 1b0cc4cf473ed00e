"""The contents of a regulation: its chapters, each with the articles that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.tree import CONTAINERS, Level, Provision
from gazette_diff.report.terminal.lines import Line, Role, Span, visible_line

if TYPE_CHECKING:
    from gazette_diff.core.tree import Regulation

_STEP = "  "


def contents_lines(regulation: Regulation) -> Iterator[Line]:
    """Yield the title, then a line for each chapter, section or headed level, and attachment.

    Behind a container that holds articles itself stand the first and the last of them.
    """
    yield (Span(visible_line(regulation.metadata.title), Role.STRONG),)
    yield from _contents(regulation.body, 0)
    for attachment in regulation.attachments:
        yield (
            Span(visible_line(attachment.label), Role.CHAPTER),
            Span(_STEP + visible_line(attachment.heading)),
        )
        yield from _contents(attachment.body, 1)


def _contents(provisions: Sequence[Provision], depth: int) -> Iterator[Line]:
    loose = [p for p in provisions if p.level is Level.ARTICLE and not p.heading]
    if depth == 0 and loose:
        yield (Span(_range(loose)),)
    for provision in provisions:
        headed = provision.heading and provision.level in (Level.ARTICLE, Level.OUTLINE)
        if provision.level not in CONTAINERS and not headed:
            continue
        articles = [p for p in provision.children if p.level is Level.ARTICLE]
        label = provision.label
        gap = "" if label and not label[-1].isalnum() else _STEP
        yield (
            Span(_STEP * depth + visible_line(label), Role.CHAPTER),
            Span(gap + visible_line(provision.heading)),
            *([Span(f"  {_range(articles)}", Role.QUIET)] if articles else []),
        )
        yield from _contents(provision.children, depth + 1)


def _range(articles: Sequence[Provision]) -> str:
    first, last = articles[0].label, articles[-1].label
    return visible_line(first if first == last else f"{first.rstrip('、')}–{last.rstrip('、')}")
