"""Deadlines, sums, shares and counts: which number took the place of which."""

from __future__ import annotations

import re
from typing import NamedTuple

from gazette_diff.comparing.edits import Edit, Range
from gazette_diff.comparing.values import COUNT, DATE, MONEY, NUMBER, SHARE, SPAN, same_writing

_SPAN_AFTER = re.compile(r"之?内|以内|之?前|以前|届满|期满|为限")
_SPAN_BEFORE = re.compile(
    r"(?:期限|时限|期间|有效期|任期|不超过|不少于|不得超过|不得少于|提前|保存|至少|逾期|超过|届满"
    r"|[会开行此]前)[为是]?$"
)
# What a deadline may take the place of: 及时 → 在五日内.
_SOON = re.compile(r"及时|立即|尽快|按时|即时|事先|事前|预先|提前|")
_IN_TIME = re.compile(
    rf"(?:在|于|应当在|自.{{1,14}}之日起)?(?P<span>{SPAN.pattern})(?:之?内|以内)"
    rf"|(?P<ahead>提前{SPAN.pattern})"
)
# A fine, or another sum between limits: 二千元以上二万元以下, 违法所得一倍以上三倍以下.
_SUM = rf"(?:(?:{NUMBER}[至到])?{NUMBER}(?:元|倍))"
_RANGE = re.compile(rf"(?:{_SUM}以上)?{_SUM}以[上下](?=的?罚款)|{_SUM}(?=的?罚款)")
_LIMIT = re.compile(r"以[上下]|(?:的)?罚款")
_LAST_SUM = re.compile(rf"(?:{MONEY.pattern})$")
_MEASURE = re.compile("|".join(p.pattern for p in (SHARE, SPAN, MONEY)))


class Quantity(NamedTuple):
    """A number with its unit: where it stands in the plain words, and how much it is."""

    place: Range
    value: str


def deadlines(edit: Edit) -> list[tuple[str, str]]:
    """Return the spans of time within which something is to be done that changed."""
    if DATE.search(edit.old) or DATE.search(edit.new):
        return []
    if _SPAN_AFTER.match(edit.after) or _SPAN_BEFORE.search(edit.before):
        return differing(SPAN, edit)
    found = [
        [q for q in _quantities(SPAN, words) if _SPAN_AFTER.match(words, q.place[1])]
        for words in (edit.old, edit.new)
    ]
    return _pairs(edit, *found) or _deadline_for_none(edit)


def _deadline_for_none(edit: Edit) -> list[tuple[str, str]]:
    """Return a deadline that came where there was none, or went.

    及时 → 五个工作日, 提前3日 → 事先.
    """
    found = [_IN_TIME.search(words) for words in (edit.old, edit.new)]
    if all(found) or not any(found):
        return []
    soon, held = (edit.old, edit.new) if found[1] else (edit.new, edit.old)
    rest = _IN_TIME.sub("", held, count=1)
    if soon == rest:
        soon = ""
    elif not _SOON.fullmatch(soon):
        return []
    return [(_span(found[0], soon), _span(found[1], soon))]


def _span(found: re.Match[str] | None, soon: str) -> str:
    return found["span"] or found["ahead"] if found else soon


def fines(edit: Edit) -> list[tuple[str, str]]:
    """Return the limits of a fine around *edit* if they changed.

    二万元以下 → 一万元以上五万元以下.
    """
    if not set("元倍") & {*edit.old, *edit.new}:
        return []
    found = []
    for at, words in ((0, edit.old), (2, edit.new)):
        text, start = edit.texts[at] + words + edit.texts[at + 1], len(edit.texts[at])
        ranges = [m for m in _RANGE.finditer(text) if m.end() > start - 2]
        near = [m for m in ranges if m.start() <= start + len(words)]
        found.append(near)
    if [len(one) for one in found] != [1, 1]:
        return []
    values = found[0][0][0], found[1][0][0]
    same = same_writing(values[0]) == same_writing(values[1])
    return [] if same else [values]


def differing(pattern: re.Pattern[str], edit: Edit) -> list[tuple[str, str]]:
    """Return the quantities of *pattern* that changed, if both sides hold as many."""
    return _pairs(edit, _quantities(pattern, edit.old), _quantities(pattern, edit.new))


def counts(edit: Edit) -> list[tuple[str, str]]:
    """Return the numbers of things that changed, which are no span of time, sum or share."""
    found = []
    for words in (edit.old, edit.new):
        measures = [m.span() for m in _MEASURE.finditer(words)]
        found.append(
            [
                q
                for q in _quantities(COUNT, words)
                if not any(a < q.place[1] and q.place[0] < b for a, b in measures)
            ]
        )
    return _pairs(edit, *found)


def other_sum(edit: Edit) -> list[tuple[str, str]]:
    """Return the sum with which a long edit begins, or ends, on both sides: 处1000元 → 处2000元.

    The words that stayed beside it show that both sums stand for the same.
    """
    sides = edit.old, edit.new
    if edit.before and (found := _pair(edit, [MONEY.match(words) for words in sides])):
        return found
    if not _LIMIT.match(edit.after):
        return []
    return _pair(edit, [_LAST_SUM.search(words) for words in sides])


def _pair(edit: Edit, found: list[re.Match[str] | None]) -> list[tuple[str, str]]:
    both = [[Quantity(one.span(), same_writing(one[0]))] if one else [] for one in found]
    return _pairs(edit, *both)


def _quantities(pattern: re.Pattern[str], words: str) -> list[Quantity]:
    return [Quantity(m.span(), same_writing(m[0])) for m in pattern.finditer(words)]


def _pairs(edit: Edit, old: list[Quantity], new: list[Quantity]) -> list[tuple[str, str]]:
    """Return the pairs that differ, as printed; none unless both sides hold as many."""
    if len(old) != len(new):
        return []
    return [
        (edit.as_printed(one.place, new=False), edit.as_printed(other.place, new=True))
        for one, other in zip(old, new, strict=True)
        if one.value != other.value
    ]
