"""Doubts about a tree: gaps and repeats in its numbers, articles without words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gazette_diff.core.diagnostics import Code, Diagnostic
from gazette_diff.core.numerals import NUMERAL_CHARACTERS, format_numeral
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import place, walk_places
from gazette_diff.core.tree import CONTAINERS, Attachment, Level, Provision
from gazette_diff.parsing.sequence import follows

# Each of the words has one of the letters o, a, i, e and y, which most texts have not.
_ENGLISH_IN_CHINESE = re.compile(
    r"(?<=[\u4e00-\u9fff”》])(?:and|or|of|the|in|to|is|at|by|for)(?=[\u4e00-\u9fff“《])"
)
_ARTICLE = Level.ARTICLE
_AROUND = 6
_EXCERPT = 24
_END_MARKS = frozenset("。；：！？:;!?…．.，、,”’）)》】」』|")
_HEADING_LONGEST = 30
_SENTENCE_MARKS = re.compile(r"[，。；：！？,;:!?“”…．.]")
# The digits or numerals of a printed number, one part of 2.4.
_NUMBER = re.compile(rf"[0-9０-９]+|[{NUMERAL_CHARACTERS}]+")
_OUTER = CONTAINERS | {Level.OUTLINE}
_COUNTED = CONTAINERS | {Level.ITEM, Level.SUBITEM, Level.OUTLINE}


class _Doubt(NamedTuple):
    """A doubt about one provision, before it is known what its eId is."""

    provision: Provision
    code: Code
    values: dict[str, object]


def check_bodies(
    body: tuple[Provision, ...], attachments: Sequence[Attachment]
) -> list[Diagnostic]:
    """Return what is doubtful in the *body* of a regulation and in its *attachments*."""
    doubts = check_body(body)
    for number, attachment in enumerate(attachments, 1):
        doubts += check_body(attachment.body, f"att_{number}")
    return doubts


def check_body(body: tuple[Provision, ...], prefix: str = "") -> list[Diagnostic]:
    """Return what is doubtful in *body*, whose eIds begin with *prefix*, in the order of lines."""
    articles: list[Provision] = []
    others: list[_Doubt] = []
    _check_among(body, articles, others)
    if not articles:
        others += _counting_through(body)
    doubts = [*_article_doubts(articles), *others]
    if not doubts:
        return []
    eids = {id(placed.provision): placed.eid for placed in walk_places(place(body, prefix))}
    found = []
    for provision, code, values in doubts:
        lines = provision.span.lines
        line = lines[0] if lines else None
        found.append(Diagnostic.of(code, place=eids[id(provision)], line=line, **values))
    return sorted(found, key=lambda doubt: doubt.line or 0)


def _article_doubts(articles: Sequence[Provision]) -> Iterator[_Doubt]:
    """Check the *articles*, which count on through all containers."""
    yield from _check_series(articles)
    for article in articles:
        if not article.children:
            yield _Doubt(article, Code.EMPTY_ARTICLE, {"label": article.label})
    for article in articles:
        for paragraph in article.children:
            if _breaks_off(paragraph):
                cut = "…" if len(paragraph.text) > _EXCERPT else ""
                words = cut + paragraph.text[-_EXCERPT:]
                yield _Doubt(paragraph, Code.NO_FULL_STOP, {"excerpt": words})
    for article in articles[:-1]:
        last = article.children[-1] if len(article.children) > 1 else None
        if last is not None and _reads_as_heading(last):
            yield _Doubt(last, Code.HEADING_WITHOUT_NUMBER, {"excerpt": last.text})


def _breaks_off(paragraph: Provision) -> bool:
    """Tell whether *paragraph* stops in mid sentence: it is no heading, and no mark ends it."""
    words = paragraph.text
    if not words or words[-1] in _END_MARKS or paragraph.children or paragraph.table:
        return False
    return len(words) > _HEADING_LONGEST or _SENTENCE_MARKS.search(words) is not None


def _reads_as_heading(paragraph: Provision) -> bool:
    """Tell whether *paragraph*, the last of its article, may be the heading of what follows it."""
    words = paragraph.text
    plain = not (paragraph.children or paragraph.table or paragraph.closing)
    return plain and 0 < len(words) <= _HEADING_LONGEST and not _SENTENCE_MARKS.search(words)


def _check_among(
    siblings: Sequence[Provision], articles: list[Provision], doubts: list[_Doubt]
) -> None:
    """Check *siblings* and all inside them; add what is doubtful to *doubts*.

    The articles among them are added to *articles*.
    """
    if len(siblings) > 1:
        by_level: dict[Level, list[Provision]] = {}
        for provision in siblings:
            if provision.level in _COUNTED:
                by_level.setdefault(provision.level, []).append(provision)
        for series in by_level.values():
            doubts += _check_series(series)
            doubts += _unnumbered(series)
    for provision in siblings:
        if provision.level is _ARTICLE:
            articles.append(provision)
        text = provision.text
        if "o" in text or "a" in text or "i" in text or "e" in text or "y" in text:
            doubts += _suspect_words(provision)
        if provision.children:
            _check_among(provision.children, articles, doubts)


def _unnumbered(series: Sequence[Provision]) -> Iterator[_Doubt]:
    """Find the headings without a number among those that have one; 附则 often has none."""
    if series[0].level in CONTAINERS and any(one.label for one in series):
        for one in series:
            if not one.label and one.heading != "附则":
                yield _Doubt(one, Code.HEADING_WITHOUT_NUMBER, {"excerpt": one.heading})


def _suspect_words(provision: Provision) -> Iterator[_Doubt]:
    """Find English function words in Chinese text (精神and党中央): a slip of the recognition."""
    text = provision.text
    for found in _ENGLISH_IN_CHINESE.finditer(text):
        around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        yield _Doubt(provision, Code.SUSPECT_TEXT, {"printed": found[0], "excerpt": around})


def _check_series(series: Sequence[Provision]) -> Iterator[_Doubt]:
    """Check that the numbers of *series* count on; a new start at one is a new list.

    Behind a number that went back (5, 4, 6) they go on from the highest.
    """
    highest = Ordinal(0)
    for before, after in itertools.pairwise(series):
        a, b = before.ordinal, after.ordinal
        if a is None or b is None:
            continue
        begins_again = b == Ordinal(1) != a
        highest = Ordinal(0) if begins_again else max(highest, a)
        if begins_again or follows(a, b) or follows(highest, b):
            continue
        if before.label and after.label:
            yield _doubt(before, after, a, b)


def _counting_through(body: Sequence[Provision]) -> Iterator[_Doubt]:
    """Find the gaps between the lists of an outline that count on from part to part: 1. to 65.

    Lists count on where most that do not begin at one go on from the one before.
    """
    last: dict[str, Provision] = {}
    counted: Counter[str] = Counter()
    gaps: list[tuple[str, _Doubt]] = []
    for levels in _outline_lists(body):
        first, shape = levels[0], _shape(levels[0].label)
        before = last.get(shape)
        last[shape] = levels[-1]
        if before is None or before.ordinal is None or first.ordinal is None:
            continue
        if first.ordinal.base > 1 and follows(before.ordinal, first.ordinal):
            counted[shape] += 1
        elif first.ordinal > before.ordinal:
            gaps.append((shape, _doubt(before, first, before.ordinal, first.ordinal)))
    told = Counter(shape for shape, _ in gaps)
    yield from (doubt for shape, doubt in gaps if counted[shape] >= told[shape])


def _outline_lists(siblings: Sequence[Provision]) -> Iterator[list[Provision]]:
    """Yield the levels of *siblings*, then those of each list inside them, in the text's order."""
    if levels := [one for one in siblings if one.level is Level.OUTLINE and one.label]:
        yield levels
    for one in siblings:
        if one.level in _OUTER:
            yield from _outline_lists(one.children)


def _shape(label: str) -> str:
    """Return *label* with its digits as 1 and its numerals as 一: how it is printed."""
    return _NUMBER.sub(lambda found: "1" if found[0].isdecimal() else "一", label)


def _doubt(before: Provision, after: Provision, a: Ordinal, b: Ordinal) -> _Doubt:
    if a == b:
        return _Doubt(after, Code.NUMBER_REPEATED, {"label": after.label})
    if b < a:
        values: dict[str, object] = {"after": before.label, "label": after.label}
        return _Doubt(after, Code.NUMBER_OUT_OF_ORDER, values)
    missing, last = Ordinal(a.base + 1), Ordinal(b.base - 1)
    name = _named(missing, after)
    if last > missing:
        name += f"–{_named(last, after)}"
    return _Doubt(after, Code.NUMBER_MISSING, {"after": before.label, "missing": name})


def _named(number: Ordinal, beside: Provision) -> str:
    """Return what a provision beside *beside* with *number* is called: 第三条, （三）, 2.5."""
    unit = beside.level.unit
    if unit and beside.label.startswith("第"):
        return number.counted(unit)
    printed = list(_NUMBER.finditer(beside.label))
    if not printed:
        return str(number)
    digits = printed[-1][0].isdecimal()
    words = str(number.base) if digits else format_numeral(number.base)
    return beside.label[: printed[-1].start()] + words + beside.label[printed[-1].end() :]
