"""Doubts about a tree: gaps and repeats in its numbers, articles without words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.tree import CONTAINERS, Level
from gazette_diff.parsing.sequence import follows

if TYPE_CHECKING:
    from gazette_diff.core.places import Placed


_ENGLISH_IN_CHINESE = re.compile(
    r"(?<=[\u4e00-\u9fff”》])(?:and|or|of|the|in|to|is|at|by|for)(?=[\u4e00-\u9fff“《])"
)
_COUNTED = CONTAINERS | {Level.ITEM, Level.SUBITEM, Level.OUTLINE}


def check_body(places: Sequence[Placed]) -> list[Diagnostic]:
    """Return what is doubtful in the numbers of *places* (in the order of the text)."""
    diagnostics: list[Diagnostic] = []
    articles = [p for p in places if p.provision.level is Level.ARTICLE]
    diagnostics += _check_series(articles)
    diagnostics += _check_siblings([p for p in places if not p.ancestors])
    for placed in places:
        if len(placed.children) > 1:
            diagnostics += _check_siblings(placed.children)
    for placed in places:
        diagnostics += _suspect_words(placed)
    for placed in articles:
        if not placed.provision.children:
            diagnostics.append(_of(Code.EMPTY_ARTICLE, placed, label=placed.provision.label))
    return sorted(diagnostics, key=lambda d: d.line or 0)


def _suspect_words(placed: Placed) -> list[Diagnostic]:
    """Name English function words in Chinese text (精神and党中央): a slip of the recognition."""
    text = placed.provision.text
    if text.isascii():
        return []
    found = _ENGLISH_IN_CHINESE.finditer(text)
    return [
        _of(Code.SUSPECT_TEXT, placed, excerpt=text[max(0, f.start() - 6) : f.end() + 6])
        for f in found
    ]


def _check_siblings(siblings: Sequence[Placed]) -> list[Diagnostic]:
    by_level: dict[Level, list[Placed]] = {}
    for placed in siblings:
        if placed.provision.level in _COUNTED:
            by_level.setdefault(placed.provision.level, []).append(placed)
    return [doubt for series in by_level.values() for doubt in _check_series(series)]


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
