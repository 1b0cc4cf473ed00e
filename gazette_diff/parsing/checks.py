"""Doubts about a tree: gaps and repeats in its numbers, articles without words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import CONTAINERS, Level
from gazette_diff.parsing.sequence import follows

if TYPE_CHECKING:
    from gazette_diff.core.places import Placed


def check_body(places: Sequence[Placed]) -> list[Diagnostic]:
    """Return what is doubtful in the numbers of *places* (in the order of the text)."""
    diagnostics: list[Diagnostic] = []
    articles = [p for p in places if p.provision.level is Level.ARTICLE]
    diagnostics += _check_series(articles)
    for placed in places:
        for level in (*CONTAINERS, Level.ITEM, Level.SUBITEM, Level.OUTLINE):
            series = [c for c in placed.children if c.provision.level is level]
            diagnostics += _check_series(series)
    for placed in articles:
        if not placed.provision.children:
            diagnostics.append(_of(Code.EMPTY_ARTICLE, placed, label=placed.provision.label))
    return sorted(diagnostics, key=lambda d: d.line or 0)


def _check_series(series: Sequence[Placed]) -> list[Diagnostic]:
    """Check that the numbers of *series* count on; a new start at one is a new list."""
    found: list[Diagnostic] = []
    for before, after in itertools.pairwise(series):
        a, b = before.provision.ordinal, after.provision.ordinal
        if a is None or b is None or follows(a, b) or b == Ordinal(1):
            continue
        if before.provision.span.label and after.provision.span.label:
            found.append(_doubt(before, after, a, b))
    return found


def _doubt(before: Placed, after: Placed, a: Ordinal, b: Ordinal) -> Diagnostic:
    labels = {"after": before.provision.label, "label": after.provision.label}
    if a == b:
        return _of(Code.NUMBER_REPEATED, after, label=labels["label"])
    if b < a:
        return _of(Code.NUMBER_OUT_OF_ORDER, after, **labels)
    unit = after.provision.level.unit
    missing = Ordinal(a.base + 1)
    last = Ordinal(b.base - 1)
    name = missing.counted(unit) if unit else str(missing)
    if last > missing:
        name += f"–{last.counted(unit) if unit else last}"
    return _of(Code.NUMBER_MISSING, after, after=labels["after"], missing=name)


def _of(code: Code, placed: Placed, **values: object) -> Diagnostic:
    lines = placed.provision.span.lines
    return Diagnostic.of(code, place=placed.eid, line=lines[0] if lines else None, **values)
