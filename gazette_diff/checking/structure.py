"""How a regulation is built: numbers that begin, items with a lead-in, sentences that end."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby, pairwise

from gazette_diff.checking.passages import TABLE, Passage, Spot, Subject, Unit, excerpt
from gazette_diff.core.diagnostics import Code
from gazette_diff.core.numerals import NUMBER_CHARACTERS
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.core.places import Placed, walk_places
from gazette_diff.core.tree import CONTAINERS, Level
from gazette_diff.parsing.sequence import follows
from gazette_diff.parsing.wording import begins_label

_ITEMS = frozenset({Level.ITEM, Level.SUBITEM})
_NUMBERED = CONTAINERS | _ITEMS | {Level.OUTLINE}
_FIRST = Ordinal(1)
_CLOSERS = r"[”’）)》】」』\s]*"
# The half-width full stop is found as such (GD622).
_SENTENCE_END = re.compile(rf"[。！？!?….]{_CLOSERS}$")
# An item may end in any mark, or in the word that leads to the next.
_CLAUSE_END = re.compile(rf"(?:[。！？!?…；;，,、：:.]{_CLOSERS}|和|或|或者|以及|及|并且?|且)$")
_LEAD_END = re.compile(rf"[：:。.！？…—]{_CLOSERS}$")
_FORMULA = re.compile("[=＝÷×]")
# What no heading holds; 应当 and the like make a sentence that was cut.
_SENTENCE = re.compile("[，。；：！？,;:]|应当|不得|可以|必须|施行|按照|依照|主管|的$")
# 附图： announces what is not in the text.
_ANNOUNCEMENT = re.compile("附[图表件录]?[：:]$")
# 专栏1, 表2, 图3 and what follows name what stands below.
_CAPTION = re.compile(r"(?:专栏|附?[表图])\s*[0-9一二三四五六七八九十]")
# …予以补助。（责任单位：市财政局）
_INNER = r"[（(〔][^（）()〔〕【】]*[）)〕]"
_REMARK = re.compile(
    rf"(?:^|。)[（(〔【][^（）()〔〕【】]*(?:{_INNER}[^（）()〔〕【】]*)*[）)〕】]$"
)
# 指挥长：王某某　市委常委: an entry of a list.
_ENTRY = re.compile(r"[一-鿿]{1,8}[：:][^。]*$")
_LONGEST_HEADING = 30
_SHOWN = 16
_FEWEST_ALIKE = 3
_SHORT = 6


def check_structure(subject: Subject) -> Iterator[Spot]:
    """Find what is odd in the make of the regulation: numbers, emptiness, lead-ins, ends."""
    yield from _first_numbers(subject)
    cut: set[str] = set(_cut_short(subject.placed))
    for placed in walk_places(subject.placed):
        yield from _restarts(subject, placed.children)
        yield from _emptiness(subject, placed)
        yield from _lead_in(subject, placed)
        yield from _twins(subject, placed.children)
        yield from _alone(subject, placed.children)
        yield from _unnumbered(subject, placed.children)
        cut.update(_cut_short(placed.children))
    for _, body in groupby(subject.placed, key=_body):
        yield from _restarts(subject, tuple(body))
    yield from _unnumbered(subject, subject.placed)
    yield from _alone(subject, subject.placed)
    for unit in subject.units:
        yield from _ends(unit, cut)


def _first_numbers(subject: Subject) -> Iterator[Spot]:
    """Find lists whose first number is not one and does not go on with the list before."""
    # The measures of an outline may count through all its parts: 1. to 65.
    last: dict[tuple[Level, str], Ordinal] = {}
    for around in (subject.placed, *(p.children for p in walk_places(subject.placed))):
        seen: set[Level] = set()
        for placed in around:
            own = placed.provision
            if own.level not in _NUMBERED or own.ordinal is None or not own.label:
                continue
            before = last.get(key := (own.level, _shape(own.label)))
            begins = own.ordinal == _FIRST or _goes_on(placed, before)
            if own.level not in seen and not begins and not _is_heading(placed):
                yield _at(Code.STARTS_LATE, subject, placed, label=own.label)
            seen.add(own.level)
            last[key] = own.ordinal
    for articles in _articles_by_body(subject.placed):
        if articles and articles[0].provision.ordinal not in (None, _FIRST):
            label = articles[0].provision.label
            yield _at(Code.STARTS_LATE, subject, articles[0], label=label)


def _goes_on(placed: Placed, before: Ordinal | None) -> bool:
    """Tell whether a list that begins with *placed* goes on with one that ended at *before*."""
    own = placed.provision.ordinal
    if before is None or own is None:
        return False
    # A gap in what counts through is not the beginning of a list.
    return follows(before, own) or (placed.provision.level is Level.OUTLINE and own > before)


def _is_heading(placed: Placed) -> bool:
    """Tell whether an item is a heading, 二、回避, as 司法解释 have them between articles."""
    own = placed.provision
    return own.level in _ITEMS and own.label.endswith("、") and _is_heading_wording(own.text)


def _is_heading_wording(words: str) -> bool:
    return len(words) <= _LONGEST_HEADING and not _SENTENCE.search(words)


def _articles_by_body(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Yield the articles of the text, then those of each attachment."""
    for _, body in groupby(placed, key=_body):
        yield [p for p in walk_places(tuple(body)) if p.provision.level is Level.ARTICLE]


def _body(placed: Placed) -> str:
    return placed.eid.partition("__")[0] if placed.eid.startswith("att_") else ""


def _shape(label: str) -> str:
    """Return *label* without its number: （#）."""
    return re.sub(f"[{NUMBER_CHARACTERS}]+", "#", label)


def _restarts(subject: Subject, around: Sequence[Placed]) -> Iterator[Spot]:
    """Find numbers that begin again at one among *around*, which stand beside one another."""
    if not around or _body(around[0]):
        return  # attachments may well hold several lists
    for level in dict.fromkeys(p.provision.level for p in around):
        series = [p for p in around if p.provision.level is level and p.provision.label]
        for before, after in pairwise(series):
            same = _shape(before.provision.label) == _shape(after.provision.label)
            if same and after.provision.ordinal == _FIRST != before.provision.ordinal:
                values = {"after": before.provision.label, "label": after.provision.label}
                yield _at(Code.STARTS_AGAIN, subject, after, **values)


def _emptiness(subject: Subject, placed: Placed) -> Iterator[Spot]:
    own = placed.provision
    words = own.text or own.children or own.table or own.closing
    if own.level in CONTAINERS and not own.children:
        label = f"{own.label}{own.heading}"
        yield _at(Code.EMPTY_PROVISION, subject, placed, label=label)
    elif own.level in _NUMBERED and not words and not own.heading:
        yield _at(Code.EMPTY_PROVISION, subject, placed, label=own.label)


def _alone(subject: Subject, around: Sequence[Placed]) -> Iterator[Spot]:
    """Find the number that stands alone on its line, where the others of its list do not.

    The paragraph below it was read as its words; its own may be missing.
    """
    for level in (Level.OUTLINE, *_ITEMS):
        listed = [p for p in around if p.provision.level is level and p.provision.label]
        apart = [p for p in listed if _words_below(p)]
        if len(apart) == 1 and len(listed) > 1:
            own = apart[0].provision
            words = own.heading or own.text or own.children[0].text
            values = {"label": own.label, "excerpt": words[:_SHOWN]}
            yield _at(Code.NUMBER_ALONE, subject, apart[0], **values)


def _words_below(placed: Placed) -> bool:
    """Tell whether the words of *placed* begin on a line below that of its number."""
    own = placed.provision
    words = own.span.heading or own.span.text
    if not words and own.children:
        words = own.children[0].span.text if not own.children[0].label else ()
    return bool(own.span.label and words) and words[0].line > own.span.label[0].line


def _unnumbered(subject: Subject, around: Sequence[Placed]) -> Iterator[Spot]:
    """Find headings without a number beside some that have one; 附则 often has none."""
    containers = [p for p in around if p.provision.level in CONTAINERS]
    if any(p.provision.label for p in containers):
        for placed in containers:
            heading = placed.provision.heading
            if not placed.provision.label and heading != "附则":
                yield _at(Code.HEADING_WITHOUT_NUMBER, subject, placed, excerpt=heading)


def _lead_in(subject: Subject, placed: Placed) -> Iterator[Spot]:
    """Find items whose 款 has no words before them, or words that do not lead to them."""
    own = placed.provision
    items = [p for p in own.children if p.level in _ITEMS]
    if not items or own.level in (*CONTAINERS, Level.OUTLINE) or items[0].ordinal != _FIRST:
        return
    if own.level is Level.ARTICLE and own.children[0] is not items[0]:
        return
    if not _LEAD_END.search(own.text) and not (own.heading and not own.text):
        shown = excerpt(own.text, len(own.text), len(own.text)) or items[0].text[:_SHOWN]
        values = {"label": items[0].label, "excerpt": shown}
        passage = subject.passage(placed)
        yield Spot(Code.NO_LEAD_IN, passage, max(0, len(own.text) - 1), values)


def _twins(subject: Subject, around: Sequence[Placed]) -> Iterator[Spot]:
    for before, after in pairwise(around):
        words = after.provision.text
        if len(words) > _SHORT and words == before.provision.text:
            yield _at(Code.PRINTED_TWICE, subject, after, excerpt=words[:_SHOWN])


def _ends(unit: Unit, cut: Container[str]) -> Iterator[Spot]:
    """Find the 款 and 项 of an article that end without a mark, and its own end without 。.

    Headings without a number are found among the paragraphs of a chapter too. *cut* are the
    levels of outlines that were cut short.
    """
    level = unit.owner.provision.level if unit.owner is not None else None
    if level is Level.OUTLINE:
        yield from _outline_ends(unit, cut)
    if level is not Level.ARTICLE and level not in CONTAINERS:
        return
    spoken = [p for p in unit.passages if p.part in ("text", "closing", TABLE)]
    for passage in spoken:
        last = passage is spoken[-1]
        if not _has_end(passage) or (_SENTENCE_END if last else _CLAUSE_END).search(passage.words):
            continue
        opens = level is Level.ARTICLE and passage is spoken[0]  # on the line of the number
        if not opens and _reads_as_heading(passage):
            yield _at_end(Code.HEADING_WITHOUT_NUMBER, passage)
        elif level is Level.ARTICLE:
            yield _at_end(Code.NO_FULL_STOP, passage)


def _outline_ends(unit: Unit, cut: Container[str]) -> Iterator[Spot]:
    """Find the paragraphs of an outline level that are sentences, and end without a mark.

    *cut* are the eIds of the levels whose heading is a sentence too.
    """
    for passage in unit.passages:
        cut_heading = passage.part == "heading" and passage.place in cut
        words = passage.words if passage.part in ("text", "closing") else ""
        spoken = _SENTENCE.search(words) is not None and not _ENTRY.match(words)
        open_ended = spoken and _has_end(passage) and not _CLAUSE_END.search(passage.words)
        if cut_heading or open_ended:
            yield _at_end(Code.NO_FULL_STOP, passage)


def _cut_short(around: Sequence[Placed]) -> Iterator[str]:
    """Yield the eId of the level that reads as a heading in a list of plain sentences."""
    levels = [p for p in around if p.provision.level is Level.OUTLINE]
    headed = [p for p in levels if p.provision.heading]
    if len(headed) != 1 or len(levels) < _FEWEST_ALIKE or headed[0].children:
        return
    if all(_is_sentence(p) for p in levels if p is not headed[0]):
        yield headed[0].eid


def _is_sentence(placed: Placed) -> bool:
    """Tell whether *placed* is one paragraph that ends in a mark."""
    if len(placed.children) != 1:
        return False
    only = placed.children[0].provision
    plain = only.level is Level.PARAGRAPH and not only.children
    return plain and _CLAUSE_END.search(only.text) is not None


def _reads_as_heading(passage: Passage) -> bool:
    is_item = passage.placed is not None and passage.placed.provision.level in _ITEMS
    caption = _CAPTION.match(passage.words) is not None
    return not is_item and not caption and _is_heading_wording(passage.words)


def _has_end(passage: Passage) -> bool:
    """Tell whether *passage* is a sentence with an end: no lead-in, table, formula, heading."""
    if passage.part == TABLE or passage.placed is None or _FORMULA.search(passage.words):
        return False
    leads = bool(passage.placed.children) and passage.part == "text"
    announces = _ANNOUNCEMENT.match(passage.words) or _CAPTION.match(passage.words)
    if _REMARK.search(passage.words) or begins_label(passage.words, after=""):
        return False
    return not leads and not announces and not _is_heading(passage.placed)


def _at_end(code: Code, passage: Passage) -> Spot:
    end = len(passage.words)
    values = {"excerpt": excerpt(passage.words, max(0, end - _SHOWN), end)}
    return Spot(code, passage, end - 1, values)


def _at(code: Code, subject: Subject, placed: Placed, **values: object) -> Spot:
    return Spot(code, subject.passage(placed), 0, values)
