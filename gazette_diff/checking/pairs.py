"""Marks that come in pairs: brackets, 《》 and quotation marks (GB/T 15834-2011, 4.7–4.9, 4.15).

Brackets and 《》 close in the paragraph that they open in. Quotation marks may go on over
paragraphs, as in a decision that quotes a whole article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gazette_diff.checking.passages import TABLE, Passage, Spot, Unit, excerpt
from gazette_diff.core.diagnostics import Code

_PARTNERS = dict(zip("（([［〔【《〈“‘「『", "）)]］〕】》〉”’」』", strict=True))
# Of one kind are those that people mistake for one another: （管委会), 〔2023].
_KINDS = {c: kind for kind in ("（(）)", "[［〔【]］〕】", "《》", "〈〉") for c in kind}
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_MARKS = re.compile(f"[{re.escape(''.join((*_PARTNERS, *_PARTNERS.values())))}]")
# 1）, 一) and a) number things; the ’ of O’Neill is no quotation mark.
_NUMBERING = re.compile(
    r"(?:(?:^|[^0-9０-９])[0-9０-９]{1,2}|(?:^|[\s，。；：、（(])(?:[一二三四五六七八九十]{1,3}|[a-zA-Z]))$"
)
_CHINESE = re.compile("[一-鿿]")
_FORMULA = re.compile("[=＝÷×]")
_SHOWN = 6
# Text out of its mind must not take its time: so deep are brackets nested, so far looked into.
_DEEPEST = 20
_LONGEST = 200


class _Mark(NamedTuple):
    """A mark of a pair in a passage."""

    sign: str
    passage: Passage
    at: int


def check_pairs(unit: Unit) -> Iterator[Spot]:
    """Find the marks of *unit* without a partner, those that are no pair, and half-width ones."""
    every: list[_Mark] = []
    for passage in unit.passages:
        if passage.part in ("label", TABLE):
            yield from _check_label(passage)
            continue
        marks = [_Mark(m[0], passage, m.start()) for m in _MARKS.finditer(passage.words)]
        every += marks
        if unit.owner is not None:
            yield from _check_brackets(marks)
    if unit.owner is None:  # the lines of a 题注 are one text, in one pair of brackets
        yield from _check_brackets(every)
    yield from _check_quotes(every)


def _check_label(passage: Passage) -> Iterator[Spot]:
    """Find a number in brackets that are no pair: （三)."""
    words = passage.words
    mixed = {words[:1], words[-1:]} in ({"（", ")"}, {"(", "）"})
    if passage.part == "label" and mixed:
        yield _mixed(_Mark(words[0], passage, 0), _Mark(words[-1], passage, len(words) - 1))


def _check_brackets(marks: list[_Mark]) -> Iterator[Spot]:
    half_width: dict[int, list[_Mark]] = {}
    opened: list[_Mark] = []
    for mark in marks:
        if mark.sign not in _KINDS:
            continue
        if mark.sign in _PARTNERS:
            opened.append(mark)
            continue
        near = range(max(0, len(opened) - _DEEPEST), len(opened))
        depth = next((i for i in reversed(near) if _fit(opened[i], mark)), None)
        if depth is None:
            if not _numbers_something(mark):
                yield _alone(mark)
            continue
        yield from (_alone(lost) for lost in opened[depth + 1 :])
        partner = opened[depth]
        del opened[depth:]
        if _PARTNERS[partner.sign] != mark.sign:
            yield _mixed(partner, mark)
        elif mark.sign == ")" and _has_chinese(partner, mark):
            half_width.setdefault(partner.passage.order, []).append(partner)
    yield from (_alone(lost) for lost in opened)
    for partners in half_width.values():
        if not _FORMULA.search(partners[0].passage.words):
            yield _half_width(partners)


def _numbers_something(mark: _Mark) -> bool:
    before = mark.passage.words[max(0, mark.at - _SHOWN) : mark.at]
    return mark.sign in "）)" and _NUMBERING.search(before) is not None


def _has_chinese(opening: _Mark, closing: _Mark) -> bool:
    end = closing.at if closing.passage is opening.passage else len(opening.passage.words)
    end = min(end, opening.at + _LONGEST)
    return _CHINESE.search(opening.passage.words, opening.at, end) is not None


def _fit(opening: _Mark, closing: _Mark) -> bool:
    return _KINDS[opening.sign] == _KINDS[closing.sign]


def _alone(mark: _Mark) -> Spot:
    shown = excerpt(mark.passage.words, mark.at, mark.at + 1)
    return Spot(Code.UNBALANCED, mark.passage, mark.at, {"mark": mark.sign, "excerpt": shown})


def _mixed(opening: _Mark, closing: _Mark) -> Spot:
    words = opening.passage.words
    end = closing.at + 1 if closing.passage is opening.passage else len(words)
    shown = excerpt(words, opening.at, end)
    values = {"open": opening.sign, "close": closing.sign, "excerpt": shown}
    return Spot(Code.MIXED_PAIR, opening.passage, opening.at, values)


def _half_width(partners: list[_Mark]) -> Spot:
    first = min(partners, key=lambda mark: mark.at)
    shown = excerpt(first.passage.words, first.at, first.at + _SHOWN)
    values = {"count": len(partners), "excerpt": shown}
    return Spot(Code.HALF_WIDTH_BRACKET, first.passage, first.at, values)


def _check_quotes(marks: list[_Mark]) -> Iterator[Spot]:
    """Find the quotation marks of a unit that do not match; nested ones of one kind may."""
    for opening, closing in _QUOTES.items():
        own = [mark for mark in marks if mark.sign in (opening, closing)]
        if opening == "‘":
            own = [mark for mark in own if not _is_apostrophe(mark)]
        if not _balanced(own, opening):
            yield from _unmatched(own, opening)


def _balanced(marks: list[_Mark], opening: str) -> bool:
    depth = 0
    for mark in marks:
        if mark.sign == opening:
            # A quotation over several paragraphs opens anew in each of them.
            goes_on = depth > 0 and mark.at == 0
            depth += not goes_on
        else:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


def _unmatched(marks: list[_Mark], opening: str) -> Iterator[Spot]:
    """Yield the marks that break the turn of opening and closing, each slip once."""
    is_open = False
    opened: _Mark | None = None
    for index, mark in enumerate(marks):
        following = marks[index + 1].sign if index + 1 < len(marks) else ""
        if (mark.sign == opening) is not is_open:
            is_open, opened = not is_open, mark
            continue
        if is_open and mark.at == 0:
            continue
        yield _alone(mark if not is_open or following != _QUOTES[opening] else opened or mark)
        # “…“ is taken for “…”, and ”…” too, where the marks after it bear that out.
        turned = following != _QUOTES[opening] if is_open else following == _QUOTES[opening]
        is_open, opened = (not is_open if turned else is_open), mark
    if is_open and opened is not None:
        yield _alone(opened)


def _is_apostrophe(mark: _Mark) -> bool:
    before = mark.passage.words[mark.at - 1 : mark.at]
    return mark.sign == "’" and before.isascii() and before.isalnum()
