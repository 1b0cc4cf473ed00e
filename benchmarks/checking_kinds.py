"""Damage that a careful reader would find in a regulation: no score, for ``checking.py``.

A kind of damage takes the lines of a text and returns them damaged in one place, with the line
that is wrong now and the codes of which one must tell it; None where the text has no such place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from gazette_diff.core.numerals import parse_number

Lines = Sequence[str]

_HAN = "一二三四五六七八九十百零〇"
_INDENT = r"[ \u3000]*"
#: How the number of a line may be written, from chapters to the lowest items.
SHAPES = {
    "chapter": re.compile(rf"(?:#+ +)?{_INDENT}第([{_HAN}]+)章[ \u3000]+"),
    "article": re.compile(rf"{_INDENT}第([{_HAN}]+)条[ \u3000]+"),
    "part": re.compile(rf"{_INDENT}([{_HAN}]+)、"),
    "item": re.compile(rf"{_INDENT}[（(]([{_HAN}]+)[）)]"),
    "measure": re.compile(rf"{_INDENT}([0-9]+)[.．、]\s*"),
    "submeasure": re.compile(rf"{_INDENT}[（(]([0-9]+)[）)]"),
}
_OWN_REFERENCE = re.compile(rf"本(?:条例|办法|规定|法)第([{_HAN}]+)条")
_OWN_PARAGRAPH = re.compile(rf"本(?:条例|办法|规定|法)第[{_HAN}]+条(第[一二三]款)")
_DATE = re.compile(r"[0-9]{4}年|[一二]〇[〇一二][一二三四五六七八九〇]年")
# A day on which a text was made or enters into force: in its words, or alone on a line.
_TOLD_DATE = re.compile(
    r"[0-9]{4}年[0-9]+月[0-9]+日.{0,3}(?:施行|公布|发布|印发)|^.{4}年.{1,2}月.{1,3}日(?:印发)?$"
)
_COUNT = re.compile(r"[0-9][0-9]{1,3}(?=[年月日元万])")
_YEAR = re.compile(r"[一二](〇)[〇一二][一二三四五六七八九〇]")
# Headings, tables, and what stands beside the text.
_BESIDE = re.compile(r"\s*(?:[#|<]|.*\t|抄送|（联系|附件)")
_LONG = re.compile(r"[一-鿿]{12,}")
# Characters that printed type makes look alike.
ALIKE = tuple(
    map(tuple, ["人入", "已己", "日曰", "土士", "未末", "员贝", "第弟", "规视", "一－", "条各"])
)
_FEWEST = 3  # numbers in a list of which one in the middle is taken
_LONG_ENOUGH = 30


@dataclass(frozen=True)
class Damaged:
    """Lines with one fault: at ``line`` (from 0, None for the whole), told by one of ``codes``."""

    lines: list[str]
    line: int | None
    codes: frozenset[str]


Damage = Callable[[Random, Lines], "Damaged | None"]


@dataclass(frozen=True)
class Label:
    """A line that begins with a number, and how long the number is."""

    line: int
    number: int
    length: int


def labels(lines: Lines, shape: str) -> list[Label]:
    """Return the lines that bear a number of *shape*."""
    found = ((i, SHAPES[shape].match(line)) for i, line in enumerate(lines))
    return [Label(i, parse_number(m[1]) or 0, m.end()) for i, m in found if m]


def _inside(lines: Lines, shape: str) -> list[tuple[Label, Label, Label]]:
    """Return each number of *shape* that stands between its neighbours, with both of them."""
    all_of_it = labels(lines, shape)
    triples = zip(all_of_it, all_of_it[1:], all_of_it[2:], strict=False)
    return [
        (a, b, c) for a, b, c in triples if (a.number + 1, b.number + 1) == (b.number, c.number)
    ]


def _body(lines: Lines) -> int:
    """Return the first line that bears a number below a chapter's."""
    below = [SHAPES[name] for name in ("article", "part", "item", "measure")]
    starts = (i for i, line in enumerate(lines) if any(one.match(line) for one in below))
    return next(starts, len(lines))


def _label_end(line: str) -> int:
    return max((m.end() for one in SHAPES.values() if (m := one.match(line))), default=0)


def _texts(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the lines of running text in the body: index, and where their words begin."""
    for i in range(_body(lines), len(lines)):
        if lines[i].strip() and not _BESIDE.match(lines[i]):
            yield i, _label_end(lines[i])


def _with(lines: Lines, line: int, start: int, end: int, words: str) -> list[str]:
    changed = list(lines)
    changed[line] = lines[line][:start] + words + lines[line][end:]
    return changed


# Numbers.


def missing(rng: Random, lines: Lines, shape: str, *codes: str) -> Damaged | None:
    """Take a number out with all below it."""
    if not (places := _inside(lines, shape)):
        return None
    _, gone, after = rng.choice(places)
    kept = [*lines[: gone.line], *lines[after.line :]]
    return Damaged(kept, gone.line, frozenset(codes))


def twice(rng: Random, lines: Lines, shape: str) -> Damaged | None:
    """Print the number of the one before."""
    if not (places := _inside(lines, shape)):
        return None
    before, own, _ = rng.choice(places)
    label = lines[before.line][: before.length]
    changed = _with(lines, own.line, 0, own.length, label)
    return Damaged(changed, own.line, frozenset({"GD103", "GD104", "GD601"}))


def swapped(rng: Random, lines: Lines, shape: str) -> Damaged | None:
    """Exchange two numbers that follow one another."""
    if not (places := _inside(lines, shape)):
        return None
    _, first, second = rng.choice(places)
    changed = _with(lines, first.line, 0, first.length, lines[second.line][: second.length])
    changed = _with(changed, second.line, 0, second.length, lines[first.line][: first.length])
    return Damaged(changed, second.line, frozenset({"GD103", "GD104", "GD105", "GD601"}))


def run_in(rng: Random, lines: Lines, shape: str) -> Damaged | None:
    """Let a number follow on the line before, so that it is no number any more."""
    places = [p for p in _inside(lines, shape) if not _before(lines, p[1].line)[1].startswith("#")]
    if not places:
        return None
    _, own, after = rng.choice(places)
    to, words = _before(lines, own.line)
    changed = _with(lines, to, 0, len(words), words + lines[own.line])
    del changed[own.line]
    return Damaged(changed, after.line - 1, frozenset({"GD103"}))


def _before(lines: Lines, line: int) -> tuple[int, str]:
    return next((i, lines[i]) for i in range(line - 1, -1, -1) if lines[i].strip())


def unnumbered(rng: Random, lines: Lines) -> Damaged | None:
    """Take the number of a chapter away."""
    if not (places := _inside(lines, "chapter")):
        return None
    own = rng.choice(places)[1]
    changed = _with(lines, own.line, 0, own.length, "")
    return Damaged(changed, own.line, frozenset({"GD611", "GD103"}))


def empty(rng: Random, lines: Lines) -> Damaged | None:
    """Take all words of an article away, and what stands below its number."""
    if len(places := labels(lines, "article")) < _FEWEST:
        return None
    own = rng.choice(places[:-1])
    label = lines[own.line][: own.length].rstrip()
    end = own.line + 1
    while not any(SHAPES[name].match(lines[end]) for name in ("chapter", "article")):
        if lines[end].startswith("#"):
            break
        end += 1
    return Damaged([*lines[: own.line], label, "", *lines[end:]], own.line, frozenset({"GD109"}))


def wordless(rng: Random, lines: Lines, shape: str) -> Damaged | None:
    """Take the words on the line of a number away, and leave what stands below."""
    below = [SHAPES[name] for name in list(SHAPES)[list(SHAPES).index(shape) + 1 :]]
    places = [
        one
        for one in labels(lines, shape)
        # What is above others may well have no words of its own.
        if not any(shape.match(_after(lines, one.line)) for shape in below)
    ]
    if not places:
        return None
    own = rng.choice(places)
    label = lines[own.line][: own.length].rstrip()
    changed = _with(lines, own.line, 0, len(lines[own.line]), label)
    return Damaged(changed, own.line, frozenset({"GD603", "GD109"}))


def _after(lines: Lines, line: int) -> str:
    return next((one for one in lines[line + 1 :] if one.strip()), "")


def spaced(rng: Random, lines: Lines) -> Damaged | None:
    """Put a space into the number of an article."""
    if not (places := labels(lines, "article")):
        return None
    own = rng.choice(places)
    return Damaged(_with(lines, own.line, 1, 1, " "), own.line, frozenset({"GD111"}))


# Marks and characters.


def changed_mark(
    rng: Random, lines: Lines, marks: str, new: str, *codes: str, last: bool = False
) -> Damaged | None:
    """Put *new* for one of *marks* (its ``*`` is the mark itself), the *last* of a line if told."""
    mark = rng.choice(marks)
    places = [
        (i, j)
        for i, start in _texts(lines)
        for j in range(start, len(lines[i]))
        if lines[i][j] == mark and (not last or j == len(lines[i].rstrip()) - 1)
    ]
    if not places:
        return None
    i, j = rng.choice(places)
    return Damaged(_with(lines, i, j, j + 1, new.replace("*", mark)), i, frozenset(codes))


def lead_in(rng: Random, lines: Lines) -> Damaged | None:
    """End the words that lead to items in a semicolon."""
    places = [
        i
        for i, _ in _texts(lines)
        if lines[i].endswith("：") and SHAPES["item"].match(_after(lines, i))
    ]
    if not places:
        return None
    i = rng.choice(places)
    changed = _with(lines, i, len(lines[i]) - 1, len(lines[i]), "；")
    return Damaged(changed, i, frozenset({"GD604"}))


def in_words(
    rng: Random, lines: Lines, pattern: re.Pattern[str], new: Callable[[str], str], *codes: str
) -> Damaged | None:
    """Put *new* of it for what *pattern* finds, or its group if it has one."""
    group = min(pattern.groups, 1)
    places = [
        (i, found) for i, start in _texts(lines) for found in pattern.finditer(lines[i], start)
    ]
    if not places:
        return None
    i, found = rng.choice(places)
    changed = _with(lines, i, found.start(group), found.end(group), new(found[group]))
    return Damaged(changed, i, frozenset(codes)) if changed != list(lines) else None


def _letters(digits: str) -> str:
    rest = digits[1:]
    return digits[0] + (rest.replace("0", "O") if "0" in rest else rest.replace("1", "l"))


def _phrase_twice(words: str) -> str:
    return words[:8] + words[2:8] + words[8:]


def alike(rng: Random, lines: Lines) -> Damaged | None:
    """Put a character for one that looks like it."""
    right, wrong = rng.choice(ALIKE)
    return changed_mark(rng, lines, right, wrong, "GD")


def paragraph_twice(rng: Random, lines: Lines) -> Damaged | None:
    """Print the words of an article again below it."""
    places = [one for one in labels(lines, "article") if len(lines[one.line]) > _LONG_ENOUGH]
    if not places:
        return None
    own = rng.choice(places)
    again = ["", lines[own.line][own.length :]]
    at = own.line + 1
    return Damaged([*lines[:at], *again, *lines[at:]], at + 1, frozenset({"GD610"}))


# The whole.


def untitled(rng: Random, lines: Lines) -> Damaged | None:
    """Take the title away, where it stands on one line and nothing else says it."""
    at = next(i for i, line in enumerate(lines) if line.strip())
    title = lines[at].removeprefix("# ")
    if sum(title in line for line in lines) > 1 or "关于印发" in title:
        return None
    return Damaged(_with(lines, at, 0, len(lines[at]), ""), None, frozenset({"GD110"}))


def undated(rng: Random, lines: Lines) -> Damaged | None:
    """Take all lines with a date before the body away, where the body tells none."""
    body = _body(lines)
    kept = ["" if i < body and _DATE.search(one) else one for i, one in enumerate(lines)]
    told = any(_TOLD_DATE.search(one) for one in kept) or kept == list(lines)
    return None if told else Damaged(kept, None, frozenset({"GD607"}))


KINDS: dict[str, Damage] = {
    "chapter missing": lambda r, t: missing(r, t, "chapter", "GD103"),
    "article missing": lambda r, t: missing(r, t, "article", "GD103"),
    "一、 missing": lambda r, t: missing(r, t, "part", "GD103"),
    "（一） missing": lambda r, t: missing(r, t, "item", "GD103"),
    "1. missing": lambda r, t: missing(r, t, "measure", "GD103"),
    "article number twice": lambda r, t: twice(r, t, "article"),
    "一、 twice": lambda r, t: twice(r, t, "part"),
    "（一） twice": lambda r, t: twice(r, t, "item"),
    "1. twice": lambda r, t: twice(r, t, "measure"),
    "articles swapped": lambda r, t: swapped(r, t, "article"),
    "一、 swapped": lambda r, t: swapped(r, t, "part"),
    "（一） swapped": lambda r, t: swapped(r, t, "item"),
    "1. swapped": lambda r, t: swapped(r, t, "measure"),
    "article run in": lambda r, t: run_in(r, t, "article"),
    "（一） run in": lambda r, t: run_in(r, t, "item"),
    "chapter unnumbered": unnumbered,
    "space in a number": spaced,
    "article empty": empty,
    "（一） empty": lambda r, t: wordless(r, t, "item"),
    "1. empty": lambda r, t: wordless(r, t, "measure"),
    "《 lost": lambda r, t: changed_mark(r, t, "《", "", "GD621"),
    "》 lost": lambda r, t: changed_mark(r, t, "》", "", "GD621"),
    "（ lost": lambda r, t: changed_mark(r, t, "（", "", "GD621"),
    "） lost": lambda r, t: changed_mark(r, t, "）", "", "GD621"),
    "” lost": lambda r, t: changed_mark(r, t, "”", "", "GD621"),
    "half-width ,": lambda r, t: changed_mark(r, t, "，", ",", "GD622"),
    "half-width .": lambda r, t: changed_mark(r, t, "。", ".", "GD622"),
    "half-width ;": lambda r, t: changed_mark(r, t, "；", ";", "GD622"),
    "half-width (": lambda r, t: changed_mark(r, t, "（", "(", "GD624", "GD623", "GD621"),
    "mark doubled": lambda r, t: changed_mark(r, t, "，。；、", "**", "GD625"),
    "。 lost at the end": lambda r, t: changed_mark(r, t, "。", "", "GD605", last=True),
    "； lost at the end": lambda r, t: changed_mark(r, t, "；", "", "GD605", last=True),
    "： of a lead-in": lead_in,
    "reference to no article": lambda r, t: in_words(
        r, t, _OWN_REFERENCE, lambda _: "九百九十", "GD401"
    ),
    "reference to no 款": lambda r, t: in_words(r, t, _OWN_PARAGRAPH, lambda _: "第九款", "GD401"),
    "paragraph twice": paragraph_twice,
    "character twice": lambda r, t: changed_mark(r, t, "的", "的的", "GD633"),
    "phrase twice": lambda r, t: in_words(r, t, _LONG, _phrase_twice, "GD633"),
    "character lost": lambda r, t: changed_mark(r, t, "人政府法规定", "\ufffd", "GD634"),
    "space inside": lambda r, t: in_words(
        r, t, re.compile("(?<=[一-鿿]{8})[人政府法规定](?=[一-鿿]{3})"), "{} ".format, "GD635"
    ),
    "letter for digit": lambda r, t: in_words(r, t, _COUNT, _letters, "GD631"),
    "○ for 〇": lambda r, t: in_words(r, t, _YEAR, lambda _: "○", "GD631"),
    "look-alike character": alike,
    "no title": untitled,
    "no date": undated,
}
