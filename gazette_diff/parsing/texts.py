"""Several regulations in one source without notices: a decision, then the text it amends.

The gazettes of people's congresses print regulation after regulation, each under its title
with a 题注, some behind the announcement that publishes them (《立法法》 2023, 第六十二条).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.parsing.attachments import is_attachment_head, is_attachment_label
from gazette_diff.parsing.marks import STRUCTURE, Mark
from gazette_diff.parsing.wording import (
    is_date,
    is_finished,
    is_issuer,
    is_open,
    is_signed_by,
    is_title,
    stands_beside,
    without_space,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.lines import Line

_TITLE_LINES = 4
_TITLE_LINE_LONGEST = 40
_NOTE_LINES = 8
_NOTE = re.compile(
    r"[（(](?:19|20|[一二][〇○零九])[^）)]*年.*(?:通过|公布|发布|批准|修正|修订|施行|印发)"
)
_CONTENTS = re.compile(r"目[ \u3000]*[录次]")
_ANNOUNCING = re.compile(
    r"(?:公告|令|命令)(?:[（(〔]?第?[0-9一二三四五六七八九十〇零百]+号[）)〕]?)?$"
)
_NUMBER_ONLY = re.compile(r"[（(〔]?第?[0-9一二三四五六七八九十〇零百]+[届号][^。，]{0,12}[）)〕]?")
_PUBLISHES = re.compile(r"公布|施行|通过|批准|印发")
_ANNOUNCEMENT_LONGEST = 12
_FEWEST_WORDS = 4


def text_starts(lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines on which texts begin, the first of *lines* included.

    A title that follows an attachment may be part of it, unless an announcement stands above.
    """
    starts = [0] if lines else []
    body = 0  # the line after the last title that was found
    i = 0
    while i < len(lines):
        count = _title_at(lines, i)
        if count:
            title = "".join(without_space(line.text) for line in lines[i : i + count])
            start = _announcement_start(lines, i, title)
            inside = start == i and any(is_attachment_head(line) for line in lines[body:i])
            if not inside and _has_provisions(lines[body:start]):
                starts.append(start)
            body = i + count
        i += count or 1
    return starts


def _title_at(lines: Sequence[Line], index: int) -> int:
    """Return how many lines from *index* are a title over a text; 0 for none.

    A 题注, a contents list, the first chapter or the first article stands right under it.
    """
    if index and not _may_end(lines[index - 1]):
        return 0
    joined = ""
    for count, line in enumerate(lines[index : index + _TITLE_LINES], 1):
        if not _is_title_line(line):
            return 0
        joined += without_space(line.text)
        at = index + count
        if is_title(joined) and at < len(lines) and _opens_text(lines, at):
            return count
    return 0


def _is_title_line(line: Line) -> bool:
    return (
        line.head is None
        and (len(line.text) <= _TITLE_LINE_LONGEST or is_title(line.text))
        and not is_finished(line.text)
        and not stands_beside(line.text)
        and line.text[0] not in "（(“《附"
        and "，" not in line.text
    )


def _may_end(line: Line) -> bool:
    """Tell whether a text may end with *line*, and the next begin after it."""
    return (
        is_finished(line.text)
        or is_date(line.text)
        or is_issuer(line.text)
        or is_signed_by(line.text)
    ) and not is_attachment_label(line.text)


def _opens_text(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.head is not None:
        first = line.head.ordinal == (1, 0)
        return first and (line.head.mark in STRUCTURE or line.head.mark is Mark.ARTICLE)
    if _CONTENTS.fullmatch(line.text):
        return True
    note = line.text
    if note[0] not in "（(":
        return False
    for further in lines[index + 1 : index + _NOTE_LINES]:  # a column may cut it
        if not is_open(note) or further.head is not None:
            break
        note += further.text
    return _NOTE.match(note) is not None


def _has_provisions(lines: Sequence[Line]) -> bool:
    """Tell whether *lines* hold numbered sentences, not only a title, 题注 and contents."""
    return any(
        line.head is not None
        and line.head.mark in (Mark.ARTICLE, Mark.COMMA)
        and len(line.text) - line.head.rest >= _FEWEST_WORDS
        for line in lines
    )


def _announcement_start(lines: Sequence[Line], index: int, title: str) -> int:
    """Return where the announcement begins that publishes the text with *title* at *index*."""
    for i in range(index - 1, max(-1, index - _ANNOUNCEMENT_LONGEST), -1):
        text = without_space(lines[i].text)
        if _ANNOUNCING.search(text) and not is_finished(text):
            return i
        publishes = f"《{title}》" in text and _PUBLISHES.search(text) is not None
        if not publishes and not _stands_in_announcement(lines[i]):
            break
    return index


def _stands_in_announcement(line: Line) -> bool:
    """Tell whether *line* is a number, a date or a signature."""
    return (
        is_date(line.text)
        or is_issuer(line.text)
        or stands_beside(line.text)
        or _NUMBER_ONLY.fullmatch(without_space(line.text)) is not None
        or is_signed_by(line.text)
    )
