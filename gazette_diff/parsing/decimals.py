"""Numbers of levels without a mark: 1 总则, 1.1 编制目的, 2.1.1 指挥部; 一　总体要求.

Emergency plans have them, after GB/T 1.1-2020, 7.2 (a chapter is 1, what stands in it 1.1,
1.1.1 …). In running text such a number is an amount (1.5倍), so all of a text are judged
together: they count on, or they are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.numerals import parse_number
from gazette_diff.core.ordinals import Ordinal
from gazette_diff.parsing.marks import DECIMALS, Head, Mark
from gazette_diff.parsing.tables import is_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.lines import Line

_S = r"[ \u3000\t\xa0]*"
_DECIMAL = re.compile(
    rf"(?P<number>[0-9]{{1,2}}(?:[.．][0-9]{{1,2}}){{1,4}})[.．、]?"
    rf"(?:{_S}(?=[一-鿿《“（〔【Ⅰ-Ⅻ])|[ \u3000\t]+(?=[A-Z]))"
)
_CHAPTER = re.compile(rf"(?P<number>[0-9]{{1,2}}){_S}(?=[一-鿿《“])")
_BARE_NUMERAL = re.compile(r"([一二三四五六七八九十]{1,3})[ \u3000\t]+(?=[一-鿿《“])")
_FEWEST_BARE = 2
_SPACED = re.compile(r"[ \u3000\t\xa0]$")
# 1.5倍, 2.1万元: an amount, unless a space parts number and word.
_AMOUNT = re.compile(r"[倍万亿千百元米公里吨度小时天年月日级分平%％以]")
_SENTENCE = frozenset("，。；：！？,;:!?")
_HEADING_LONGEST = 30
_FEWEST = 3
_WIDEST_GAP = 3
_DIGITS = frozenset("0123456789")

Number = tuple[int, ...]


def is_decimal_heading(text: str) -> bool:
    """Tell whether *text* may be a heading with such a number, as contents lists name them."""
    return text[:1] in _DIGITS and (_DECIMAL.match(text) or _CHAPTER.match(text)) is not None


def mark_decimals(lines: Sequence[Line]) -> set[int]:
    """Give the *lines* that open a level in decimals their heads; return their indexes.

    1 总则 and 一、总则 are such levels where 1.1 follows them. Nothing is done where fewer than
    three count on, or most do not.
    """
    found = {i: match for i, line in enumerate(lines) if (match := _decimal(line)) is not None}
    if len(found) < _FEWEST:
        return set()
    numbers = {i: _parts(match["number"]) for i, match in found.items()}
    chosen = _counting_on(numbers)
    if len(chosen) < _FEWEST or 2 * len(chosen) < len(found):
        return set()
    for i in chosen:
        _open(lines[i], found[i], numbers[i])
    chapters = _chapters(lines, [(i, numbers[i][0]) for i in chosen])
    return {*chosen, *chapters}


def mark_spaced(lines: Sequence[Line]) -> set[int]:
    """Give the headings 一　总体要求, 二　主要任务 their heads; return their indexes.

    They are such only where all lines of this form are short and count on from one.
    """
    found = [
        (i, match)
        for i, line in enumerate(lines)
        if line.head is None and (match := _BARE_NUMERAL.match(line.text)) is not None
    ]
    numbers = [parse_number(match[1]) for _, match in found]
    headings = all(_is_heading(match.string[match.end() :]) for _, match in found)
    if len(found) < _FEWEST_BARE or not headings or numbers != [*range(1, len(found) + 1)]:
        return set()
    for number, (i, match) in enumerate(found, 1):
        head = Head(Mark.COMMA, Ordinal(number), match.end(1), match.end(), match[1])
        _set_head(lines[i], head)
    return {i for i, _ in found}


def _decimal(line: Line) -> re.Match[str] | None:
    text = line.text
    if text[0] not in _DIGITS or is_row(line):
        return None
    match = _DECIMAL.match(text)
    if match is None:
        return None
    parted = _SPACED.search(match[0]) is not None
    return match if parted or _AMOUNT.match(text, match.end()) is None else None


def _parts(number: str) -> Number:
    return tuple(int(part) for part in re.split("[.．]", number))


def _counting_on(numbers: dict[int, Number]) -> list[int]:
    """Return the indexes of those that count on; a contents list before the text is left out."""
    chosen: list[int] = []
    last: Number = ()
    for i, number in numbers.items():
        if number == (1, 1) and last:
            chosen, last = [], ()  # what stood before was the contents list
        if _follows(last, number):
            chosen.append(i)
            last = number
    return chosen


def _follows(last: Number, number: Number) -> bool:
    """Tell whether *number* may come after *last*: 2.1.1 after 2.1, 2.2 or 3.1 after 2.1.4."""
    if not last:
        return number[1:] == (1,)
    same = next((k for k, (a, b) in enumerate(zip(last, number, strict=False)) if a != b), None)
    if same is None:
        return len(number) == len(last) + 1 and number[-1] == 1
    rises = 0 < number[same] - last[same] <= _WIDEST_GAP
    return rises and all(part == 1 for part in number[same + 1 :])


def _open(line: Line, match: re.Match[str], number: Number) -> None:
    mark = DECIMALS[min(len(number), len(DECIMALS)) - 1]
    label = line.text[: match.end()].rstrip()
    _set_head(line, Head(mark, Ordinal(number[-1]), len(label), match.end(), label))


def _set_head(line: Line, head: Head) -> None:
    line.head, line.words = head, line.text[head.rest :]
    line.plain = line.words.isprintable() and " " not in line.words


def _chapters(lines: Sequence[Line], opened: Sequence[tuple[int, int]]) -> list[int]:
    """Mark the lines that open the chapters of the decimals *opened* (index, first part)."""
    chapters: list[int] = []
    before, last = -1, 0
    for at, number in opened:
        if number != last:
            # The nearest above: what stands farther up may be the contents list.
            own = next((i for i in range(at - 1, before, -1) if _opens(lines[i], number)), at)
            bare = _in_turn(lines[before + 1 : own], last + 1, number) if last else []
            chapters += [*(before + 1 + i for i in bare), *([own] if own < at else [])]
        before, last = at, number
    after = _in_turn(lines[before + 1 :], last + 1, None)
    return [*chapters, *(before + 1 + i for i in after)]


def _in_turn(lines: Sequence[Line], number: int, end: int | None) -> list[int]:
    """Mark the chapters without decimals among *lines*, from *number* on to before *end*."""
    found: list[int] = []
    for i, line in enumerate(lines):
        if number != end and _opens(line, number):
            found.append(i)
            number += 1
    return found


def _opens(line: Line, number: int) -> bool:
    """Mark *line* where it is the heading of the chapter *number*: 1 总则, 1. 总则, 一、总则."""
    head = line.head
    if head is None:
        match = _CHAPTER.match(line.text) if line.text[0] in _DIGITS else None
        if match is None or not _is_heading(line.text[match.end() :]):
            return False
        label = match["number"]
        head = Head(Mark.DECIMAL_1, Ordinal(int(label)), len(label), match.end(), label)
    if head.mark not in (Mark.DECIMAL_1, Mark.COMMA, Mark.DOT) or head.ordinal.base != number:
        return False
    _set_head(line, head._replace(mark=Mark.DECIMAL_1))
    return True


def _is_heading(words: str) -> bool:
    return len(words) <= _HEADING_LONGEST and _SENTENCE.isdisjoint(words)
