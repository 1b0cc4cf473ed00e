"""Where an 附件, 附表 or 附录 begins, and what stands at its head: label, colon, title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from gazette_diff.core.source import Piece
from gazette_diff.parsing.lines import Layout, Line, clean
from gazette_diff.parsing.marks import read_head
from gazette_diff.parsing.tables import is_row
from gazette_diff.parsing.wording import (
    TITLE_NOUNS,
    is_date,
    is_finished,
    is_issuer,
    is_open,
    stands_beside,
    without_space,
)

_NUMBER = r"(?:[0-9０-９]{1,3}(?:[-—－][0-9０-９]{1,3})?|[一二三四五六七八九十]{1,3})"
_S = r"[ \u3000]*"
_HEAD = re.compile(
    rf"(?P<label>附{_S}录{_S}[A-Z](?![A-Za-z])|(?!附{_S}则)附(?:{_S}[件表录图])?(?:{_S}{_NUMBER})?){_S}"
    rf"(?P<colon>[:：.．、]?){_S}(?P<heading>.{{0,60}})"
)
_UNCOUNTED = frozenset({"附", "附件", "附表", "附录", "附图"})
_IN_SENTENCE = re.compile(r"[所的中和、，规]|规定")
_CUT = frozenset("，、,见和及与或按照的")
_LISTED = re.compile(r"[0-9０-９]+[.．、]|《")
_NEAR = 4
_LISTED_MOST = 40
# What the titles of attachments end in, beside the nouns that end a regulation's.
_TITLED = re.compile(
    rf"(?:{TITLE_NOUNS}|[表图单书卡证册式例样]|图案|样本|文本|范本|名录|一览|公式|种类|等级|分类"
    r"|请示|项目|材料|品种|区域|范围|事项|人员|分工|流程|指标|须知|代码|编码|费率|税率|内容)"
    r"(?:[（(〔][^（）()]{1,40}[）)〕])*$"
)
_SENTENCE_MARKS = frozenset("，。；：！？,;:!?")
_TITLE_LONGEST = 60
_TITLE_LINES = 4
# Two characters, by which official documents indent a paragraph (GB/T 9704-2012, 7.3.3).
_INDENT = 4


def is_attachment_label(text: str) -> bool:
    """Tell whether *text* is the label of an attachment and nothing else (附件1, 附：)."""
    found = _HEAD.fullmatch(text) if text[0] == "附" else None
    return found is not None and not found["heading"]


def lists_first_attachment(text: str) -> bool:
    """Tell whether *text* begins a list of attachments: 附件：1.申请表, 附件：申请表."""
    found = _HEAD.fullmatch(text) if text[:1] == "附" else None
    return found is not None and bool(found["colon"]) and bool(found["heading"])


def listed_before(text: str, number: int) -> bool:
    """Tell whether *text* lists the attachment (附件：1.申请表) right before that of *number*."""
    found = _HEAD.fullmatch(text) if text[0] == "附" else None
    head = read_head(found["heading"]) if found is not None else None
    return head is not None and head.ordinal.base + 1 == number


def is_attachment_head(line: Line) -> bool:
    """Tell whether *line* may begin an attachment, by its own words alone."""
    found = _HEAD.fullmatch(line.text) if line.text[0] == "附" else None
    if found is None or is_finished(line.text.rstrip("：:")):
        return False
    heading = found["heading"]
    return not heading or bool(found["colon"]) or line.text[found.end("label")] in " \u3000"


class AttachmentHead(NamedTuple):
    """The head of an attachment: its label and title as pieces, the colon between, its lines."""

    label: str
    title: str
    label_piece: Piece
    title_pieces: tuple[Piece, ...]
    colon: Piece | None
    lines: int


def attachment_starts(lines: Sequence[Line], first: int, layout: Layout) -> list[int]:
    """Return the indexes of the lines after *first* that begin an 附件, 附表 or 附录."""
    may_be = [i for i, line in enumerate(lines) if line.text[0] == "附"]
    return [i for i in may_be if i > first and _is_attachment(lines, i, layout)]


def _is_attachment(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    line, before = lines[index], lines[index - 1]
    if line.head is not None:
        return False
    found = _HEAD.fullmatch(line.text)
    if found is None or is_finished(line.text.rstrip("：:")):
        return False
    heading = found["heading"]
    parted = not heading or found["colon"] or line.text[found.end("label")] in " \u3000"
    counted = without_space(found["label"]) not in _UNCOUNTED
    if not parted and (not counted or _IN_SENTENCE.match(heading)):
        return False  # 附件所列……, 附件三所列……: a sentence
    if _LISTED.match(heading) or _lists_attachments(lines, index, titled=bool(heading)):
        return False
    if line.level or layout is Layout.PARAGRAPHS or before.short or is_row(before):
        return True
    if is_finished(before.text) or is_date(before.text):
        return True
    # Lists of names and titles end without a mark; so does a sentence that was cut.
    cut = is_open(before.text) or before.text[-1] in _CUT or _IN_SENTENCE.match(heading)
    return layout is not Layout.WRAPPED and not cut


def _lists_attachments(lines: Sequence[Line], index: int, *, titled: bool) -> bool:
    """Tell whether the line at *index* begins the list of attachments before the signature.

    The titles follow on lines of their own, numbered, or one stands on this line (GB/T
    9704-2012, 7.3.4); the signature or the date comes after them (7.3.5).
    """
    at = index + 1
    if titled:
        below = takewhile(lambda line: not is_finished(line.text), lines[at : at + _NEAR])
        return any(is_date(line.text) for line in below)
    while at < min(len(lines), index + _LISTED_MOST) and _is_listed(lines[at]):
        at += 1
    return at > index + 1 and at < len(lines) and _signs(lines[at])


def _is_listed(line: Line) -> bool:
    return line.head is not None and not is_finished(line.text)


def _signs(line: Line) -> bool:
    return line.head is None and (is_date(line.text) or is_issuer(line.text))


def read_attachment_head(lines: Sequence[Line], layout: Layout) -> AttachmentHead:
    """Read the head of the attachment that begins on the first of *lines*.

    The colon behind a label parts it from the title and belongs to neither. A label that
    stands alone takes its title from the lines below it, if they read as one.
    """
    first = lines[0]
    found = _HEAD.fullmatch(first.text)
    assert found is not None
    label, (start, end) = found["label"].rstrip(), found.span("colon")
    title, count = found["heading"], 1
    pieces: tuple[Piece, ...] = ()
    if title:
        pieces = (first.piece(found.start("heading")),)
    elif below := _title_lines(lines[1:], layout):
        title, pieces = "".join(line.text for line in below), tuple(line.piece() for line in below)
        count += len(below)
    return AttachmentHead(
        label=without_space(label),
        title=clean(title).replace("\u3000", ""),
        label_piece=first.piece(0, len(label)),
        title_pieces=pieces,
        colon=first.piece(start, end) if end > start else None,
        lines=count,
    )


def _title_lines(lines: Sequence[Line], layout: Layout) -> Sequence[Line]:
    """Return the lines from the first of *lines* on that are the title of an attachment.

    A title ends in a noun for what it names (收费标准表, 国徽图案) and may take several lines;
    any other short line is one only where no short line follows, else it begins a list.
    """
    count = 0
    for line in lines[:_TITLE_LINES]:
        if not _is_title_line(line) or (count and _begins_paragraph(line, layout)):
            break
        count += 1
        if _TITLED.search(without_space(line.text)) and not is_open(
            "".join(one.text for one in lines[:count])
        ):
            return lines[:count]
    alone = count == 1 and not (len(lines) > 1 and _is_title_line(lines[1]))
    return lines[:1] if alone and not _begins_paragraph(lines[0], layout) else ()


def _is_title_line(line: Line) -> bool:
    return (
        line.head is None
        and not is_row(line)
        and not _SENTENCE_MARKS.intersection(line.text)
        and len(line.text) <= _TITLE_LONGEST
        and not is_finished(line.text)
        and not stands_beside(line.text)
        and line.text[0] not in "（("
        and _HEAD.fullmatch(line.text) is None
    )


def _begins_paragraph(line: Line, layout: Layout) -> bool:
    """Tell whether *line* has a paragraph's indent, where indents tell; titles are centred."""
    return layout is Layout.INDENTED and line.indent == _INDENT


def write_attachment_head(label: str, title: str) -> list[str]:
    """Return the lines of an attachment's head; reading them gives *label* and *title* again."""
    line = Line.of(title)
    below = bool(title) and (_LISTED.match(title) or _TITLED.search(title)) and _is_title_line(line)
    return [label, title] if below else [f"{label}\u3000{title}" if title else label]
