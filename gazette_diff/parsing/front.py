"""What stands before the body: notice, title, 题注, contents, preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import Block, BlockKind
from gazette_diff.parsing.decimals import is_decimal_heading
from gazette_diff.parsing.layout import cells
from gazette_diff.parsing.letterhead import notice_title, part_signatory
from gazette_diff.parsing.lines import CONTROL, Layout, Line, clean
from gazette_diff.parsing.marks import STRUCTURE, read_head
from gazette_diff.parsing.paragraphs import (
    AnyParagraph,
    Joiner,
    Paragraph,
    lone_paragraph,
    one_paragraph,
)
from gazette_diff.parsing.segment import addressee_end, is_addressee, looks_like_title
from gazette_diff.parsing.tables import is_row, write_table
from gazette_diff.parsing.wording import (
    find_dates,
    is_date,
    is_finished,
    is_issuer,
    is_signed_by,
    is_title,
    without_space,
)

if TYPE_CHECKING:
    from gazette_diff.parsing.layout import Column

_CONTENTS = re.compile(r"目[ \u3000]*[录次]")
_UNNUMBERED = frozenset({"序言", "序", "前言", "引言", "总则", "总纲", "分则", "附则"})
_LEADERS = re.compile(r"[.…·．\s\u3000]*[（(]?[0-9]*[）)]?$")
_NOTE = re.compile(
    r"[（(].*(?:通过|公布|发布|修正|修订|修改|批准|施行|印发|令).*[）)]?$"
    r"|.*(?:通过|公布|发布|修正|修订|批准|施行|印发)(?:[ \u3000]*根据)?[）)]?$"
)
# The same as a sentence, or with a word that ends other lines too; the day stands first.
_DATED_NOTE = re.compile(
    r"[^。；]*(?:(?:通过|公布|发布|修正|修订|批准|施行|印发)。?|(?:修改|生效|实施|废止)。?)[）)]?$"
)
_ISSUING = re.compile(r"(?:令|通知|通告|公告|决定|命令)(?:[（(].*)?$")
_TITLE_LONGEST_LINES = 4
_TITLE_REMARK = re.compile(
    r"[（(](?:[一二三四五六七八九十]{1,3}|试行|暂行|草案|(?:[0-9]{4}年?)?修[订正](?:本|版|稿)?|[0-9]{4}年?(?:版|本))[）)]"
)
_TIGHT = frozenset({BlockKind.NOTICE_TITLE, BlockKind.TITLE, BlockKind.DOCUMENT_NUMBER})
_SIGNATURE_LONGEST = 40
_SMALL_LONGEST = 80
_ADDRESSEE_LONGEST = 120
_NOTE_LINES = 6
# With these a 题注 ends, as the patterns above have it; where each line does, none was cut.
_NOTE_ENDS = frozenset("过布订正准行发改效施止据。）)")
# A line that a column cut is as wide as that, in half-width cells.
_NARROWEST = 30


def notice_blocks(
    lines: Sequence[Line], title_lines: int, layout: Layout, column: Column | None
) -> list[Block]:
    """Return the blocks of a notice: title, number, addressee, text, signature, date."""
    blocks = [_block(BlockKind.NOTICE_TITLE, lines[:title_lines])] if title_lines else []
    rest = lines[title_lines:]
    blocks += _official_blocks(rest, layout, column, addressed=title_lines > 0)
    return blocks


def _official_blocks(
    lines: Sequence[Line], layout: Layout, column: Column | None, *, addressed: bool
) -> list[Block]:
    """Return blocks for *lines* that stand outside title and body."""
    blocks: list[Block] = []
    pending: list[Line] = []
    lines = part_signatory(lines)
    until = (addressee_end(lines, 0) or 0) if addressed else 0
    if until and (title := notice_title(lines[:until])):
        start, at = title  # below the letterhead, where the number stands too
        head = _official_blocks(lines[:start], layout, column, addressed=False)
        blocks = [*head, _block(BlockKind.NOTICE_TITLE, lines[start:at])]
        lines, until = lines[at:], until - at
    at = 0
    while at < len(lines):
        kind, count = _kind_at(lines, at)
        if kind is not None and at < until and kind is not BlockKind.SIGNATURE:
            # It stands in the middle of the addressees, who go on after it.
            blocks.append(_block(kind, lines[at : at + count]))
            at += count
            continue
        if kind is not None and at >= until:
            blocks += _text_blocks(pending, layout, column)
            blocks.append(_block(kind, lines[at : at + count]))
            pending, at = [], at + count
            continue
        pending.append(lines[at])
        at += 1
        if at == until:
            blocks.append(_block(BlockKind.ADDRESSEE, pending))
            pending = []
    return blocks + _text_blocks(pending, layout, column)


def _kind_at(lines: Sequence[Line], at: int) -> tuple[BlockKind | None, int]:
    """Return what small block begins at the line *at*, and how many lines it takes."""
    text = lines[at].text
    if at + 1 < len(lines) and text.endswith(("令", "公告")):
        both = without_space(text + lines[at + 1].text)
        if DocumentNumber.parse(both) is not None:
            return BlockKind.DOCUMENT_NUMBER, 2
    return small_kind(text), 1


def small_kind(text: str) -> BlockKind | None:
    """Return the kind of a paragraph that is but a document number, a date or a signature."""
    if len(text) > _SMALL_LONGEST:
        return None
    if DocumentNumber.parse(text) is not None:
        return BlockKind.DOCUMENT_NUMBER
    if is_date(text):
        return BlockKind.DATE
    if len(text) <= _SIGNATURE_LONGEST and (is_issuer(text) or is_signed_by(text)):
        return BlockKind.SIGNATURE
    return None


def _text_blocks(lines: Sequence[Line], layout: Layout, column: Column | None) -> list[Block]:
    return [paragraph_block(BlockKind.NOTICE_TEXT, p) for p in _joined(lines, layout, column)]


def paragraph_block(kind: BlockKind, paragraph: AnyParagraph) -> Block:
    """Return *paragraph* as a block of *kind*, its number included; a table as its rows."""
    if (read := paragraph.table) is not None:
        rows = "\n".join(write_table(read.table))
        return Block(kind, rows, tuple(sorted((*read.words, *read.borders))))
    label = paragraph.head.label if paragraph.head else ""
    return Block(kind, label + paragraph.words, (*paragraph.label_pieces, *paragraph.pieces))


def _block(kind: BlockKind, lines: Sequence[Line]) -> Block:
    parts = [line.whole() for line in lines]
    joined = "".join(text for text, _ in parts)
    text = clean(joined)
    if kind in _TIGHT and not text.isascii():
        text = without_space(text)
    elif kind is BlockKind.SIGNATURE:
        text = " ".join(CONTROL.sub("", joined).split())
    return Block(kind, text, tuple(piece for _, pieces in parts for piece in pieces))


def title_extent(lines: Sequence[Line], layout: Layout) -> tuple[int, int]:
    """Return where in *lines* (those before the body) the title begins and ends; (0, 0) if nowhere.

    A title on the first line is the title, unless it is that of an order or a notice, in
    which the regulation's own comes later; none comes after a 题注.
    """
    end = next((i for i, line in enumerate(lines) if i and is_note(line)), len(lines))
    candidates = [i for i in range(end) if looks_like_title(lines[i]) and not _is_quote(lines[i])]
    if not candidates and end and _opens_title(lines[0]) and _cut_below(lines[:end], 0, 0):
        candidates = [0]
    if not candidates:
        return 0, 0
    first, last = candidates[0], candidates[-1]
    if first == 0 and _ISSUING.search(without_space(lines[0].text)) is None:
        last = first
    start = last
    while start > 0 and last - start < _TITLE_LONGEST_LINES - 1:
        above = lines[start - 1]
        apart = lines[start].gap and not _was_cut(above, lines[start], layout)
        if apart or not _opens_title(above):
            break
        start -= 1
    last += _cut_below(lines, start, last)
    end_of_title = last + 1 + _remark_below(lines, last)
    return min(start, _quoted_start(lines, last)), end_of_title


def _was_cut(above: Line, line: Line, layout: Layout) -> bool:
    """Tell whether *line* goes on with a title that the column cut after *above*."""
    longer = len(above.text) >= len(line.text) and not is_issuer(above.text)
    return layout is not Layout.PARAGRAPHS and not above.short and longer


def _cut_below(lines: Sequence[Line], start: int, last: int) -> bool:
    """Tell whether the line below *last* has the last words of the title: ……管理暂行办, 法.

    It is shorter than what it ends, and no title of its own.
    """
    if last + 1 >= len(lines):
        return False
    text = without_space(lines[last + 1].text)
    joined = "".join(without_space(line.text) for line in lines[start : last + 1]) + text
    apart = _CONTENTS.fullmatch(text) or text in _UNNUMBERED or is_title(text) or text[0] in "（("
    shorter = len(text) < len(without_space(lines[last].text))
    return shorter and not apart and _opens_title(lines[last + 1]) and is_title(joined)


def _remark_below(lines: Sequence[Line], last: int) -> bool:
    """Tell whether a remark under the line *last* ends the title: （二）, （2019年修订）."""
    if last + 1 >= len(lines) or lines[last].text.endswith(("）", ")")):
        return False
    return _TITLE_REMARK.fullmatch(without_space(lines[last + 1].text)) is not None


def _quoted_start(lines: Sequence[Line], last: int) -> int:
    """Return where the title begins that ends at *last* and that lines above it quote in 《》."""
    above = "".join(without_space(line.text) for line in lines[:last])
    joined, start = "", last
    for i in range(last, max(-1, last - _TITLE_LONGEST_LINES), -1):
        joined = without_space(lines[i].text) + joined
        if f"《{joined}》" in above:
            start = i
    return start


def is_note(line: Line) -> bool:
    """Tell whether *line* is a 题注: a day and what was done on it, or that in brackets."""
    return line.head is None and _begins_with_day(line.text) and _tells_of_adoption(line.text)


def _begins_with_day(text: str) -> bool:
    dated = find_dates(text)
    return bool(dated) and dated[0][0] <= 1


def _tells_of_adoption(text: str) -> bool:
    """Tell whether *text*, in which a day is named, tells of adoption, publication or amendment."""
    if text.count("《") > text.count("》"):
        return False  # 《关于修改: a title was cut
    if _NOTE.fullmatch(text) is not None:
        return True
    return _begins_with_day(text) and _DATED_NOTE.fullmatch(text) is not None


def _is_quote(line: Line) -> bool:
    text = line.text
    return text.startswith(("“", "《")) and text.endswith(("》", "”"))


def _opens_title(line: Line) -> bool:
    """Tell whether *line* may be the first line of a title that the next line goes on with."""
    return (
        line.head is None
        and not is_finished(line.text)
        and not is_date(line.text)
        and not is_title(line.text)
        and DocumentNumber.parse(line.text) is None
        and _CONTENTS.fullmatch(line.text) is None
        and len(line.text) <= 40
        and "，" not in line.text
    )


def front_blocks(
    lines: Sequence[Line],
    title: tuple[int, int],
    noted_until: int,
    layout: Layout,
    column: Column | None,
) -> list[Block]:
    """Return the blocks of *lines*, which stand before the body of a regulation.

    *title* bounds the title's lines; up to *noted_until* all after it is 题注 (a text that
    marks where its information ends says so).
    """
    start, end = title
    blocks = _official_blocks(lines[:start], layout, column, addressed=True) if start else []
    if end > start:
        blocks.append(_block(BlockKind.TITLE, lines[start:end]))
        if repeated := _repeated_title(lines, end, blocks[-1].text):
            blocks.append(_block(BlockKind.TITLE, lines[end : end + repeated]))
            end += repeated
    notes = note_extent(lines, end, noted_until, layout)
    if notes > end:
        blocks += _note_blocks(lines[end:notes], layout, column)
    if notes < len(lines):
        blocks += _after_notes(lines[notes:], layout, column)
    return blocks


def _repeated_title(lines: Sequence[Line], start: int, title: str) -> int:
    """Return how many lines from *start* on give the *title* once more, 0 for none."""
    joined = ""
    for count, line in enumerate(lines[start : start + _TITLE_LONGEST_LINES], 1):
        joined += without_space(line.text)
        if joined == title:
            return count
    return 0


def note_extent(lines: Sequence[Line], start: int, noted_until: int, layout: Layout) -> int:
    """Return the index after the 题注 that begins at *start*.

    It is in brackets, or tells of adoption and amendment; where paragraphs are indented,
    all that stands under the title without an indent is part of it.
    """
    end = max(start, noted_until)
    while end < len(lines) and end - start < 40:
        text = lines[end].text
        bracketed = text[0] in "（(" and lines[end].head is None
        inside = end > start and _open_bracket(lines[start:end])
        dated = bool(find_dates(text)) and _tells_of_adoption(text)
        number = DocumentNumber.parse(text) is not None
        flush = layout is Layout.INDENTED and start > 0 and _flush_note(lines[end])
        if bracketed or inside or dated or is_date(text) or number or flush:
            end += 1
        elif cut := _cut_note(lines[end : end + _NOTE_LINES]):
            end += cut
        else:
            break
    return end


def _cut_note(lines: Sequence[Line]) -> int:
    """Return how many of *lines* are one 题注 that was cut at the ends of its lines, 0 for none."""
    joined = ""
    for count, line in enumerate(lines, 1):
        if line.head is not None or line.level:
            return 0
        joined += line.text
        if count == 1 and not (find_dates(joined) and find_dates(joined)[0][0] <= len("根据")):
            return 0
        if _tells_of_adoption(joined):
            return count
        if is_finished(line.text):
            return 0
    return 0


def _flush_note(line: Line) -> bool:
    return (
        line.indent < 2
        and line.head is None
        and _CONTENTS.fullmatch(line.text) is None
        and not is_addressee(line.text)
    )


def _open_bracket(lines: Sequence[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return sum(text.count(c) for c in "（(") > sum(text.count(c) for c in "）)")


def _joined(lines: Sequence[Line], layout: Layout, column: Column | None) -> list[AnyParagraph]:
    if not lines:
        return []
    if layout is Layout.PARAGRAPHS and not any(line.head or is_row(line) for line in lines):
        return [lone_paragraph(line) for line in lines]
    # Headings before the body are those of a contents list, each on a line of its own.
    heads = [i for i, line in enumerate(lines) if line.head and line.head.mark in STRUCTURE]
    return Joiner(lines, layout, column, frozenset(heads)).run()


def _note_blocks(lines: Sequence[Line], layout: Layout, column: Column | None) -> list[Block]:
    """Return the blocks of 题注 lines; one that was cut inside a bracket is joined."""
    paragraphs = _note_paragraphs(lines, layout, column)
    joined: list[AnyParagraph] = []
    for paragraph in paragraphs:
        before = joined[-1] if joined else None
        goes_on = before and before.head is None and _cut(before.words)
        if before and goes_on and paragraph.head is None and paragraph.table is None:
            words = _between_notes(before.words, paragraph.words) + paragraph.words
            pieces = (*before.pieces, *paragraph.pieces)
            joined[-1] = Paragraph(None, before.words + words, pieces)
        else:
            joined.append(paragraph)
    return [paragraph_block(small_kind(p.words) or BlockKind.ADOPTION_NOTE, p) for p in joined]


def _note_paragraphs(
    lines: Sequence[Line], layout: Layout, column: Column | None
) -> list[AnyParagraph]:
    """Return the paragraphs of 题注 lines: each that tells of an amendment is one of its own."""
    if layout is Layout.PARAGRAPHS and all(line.text[-1] in _NOTE_ENDS for line in lines):
        return _joined(lines, layout, column)
    paragraphs: list[AnyParagraph] = []
    other, at = 0, 0  # where the lines begin that are not told yet
    while at < len(lines):
        count = _cut_note(lines[at : at + _NOTE_LINES])
        if count and _was_cut_at_column(lines[at : at + count]):
            paragraphs += _joined(lines[other:at], layout, column)
            paragraphs.append(one_paragraph(lines[at : at + count]))
            other = at = at + count
        else:
            at += 1
    return paragraphs + _joined(lines[other:], layout, column)


def _was_cut_at_column(lines: Sequence[Line]) -> bool:
    """Tell whether *lines* are one 题注: each but the last is full, none begins another."""
    full = all(cells(line.text) >= _NARROWEST for line in lines[:-1])
    return full and not any(_begins_with_day(line.text) for line in lines[1:])


def _cut(text: str) -> bool:
    """Tell whether a 题注 that ends with *text* goes on in the next line."""
    brackets = sum(text.count(c) for c in "《〈<") > sum(text.count(c) for c in "》〉>")
    open_note = text[:1] in ("（", "(") and text.count("（") + text.count("(") > (
        text.count("）") + text.count(")")
    )
    return brackets or open_note or text.endswith(("，", "、"))


def _between_notes(before: str, after: str) -> str:
    """Return what parts a further amendment in a 题注 from the words before it."""
    further = find_dates(after)[:1] and find_dates(after)[0][0] <= len("根据")
    return "\u3000" if further and before[-1:].isalnum() else ""


def _after_notes(lines: Sequence[Line], layout: Layout, column: Column | None) -> list[Block]:
    """Return the blocks between 题注 and body: a contents list, a preamble, an addressee."""
    blocks: list[Block] = []
    paragraphs = _joined(lines, layout, column)
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        text = paragraph.words
        listing = bool(blocks) and blocks[-1].kind is BlockKind.CONTENTS
        if _is_contents(paragraph) or (listing and _is_listed(paragraph, following)):
            kind = BlockKind.CONTENTS  # headings before the body can only be its contents list
        elif not blocks and is_addressee(text) and len(text) < _ADDRESSEE_LONGEST:
            kind = BlockKind.ADDRESSEE
        else:
            kind = small_kind(text) or BlockKind.PREAMBLE
        blocks.append(paragraph_block(kind, paragraph))
    return blocks


def _is_contents(paragraph: AnyParagraph) -> bool:
    head = paragraph.head or read_head(paragraph.words)
    heading = head is not None and head.mark in STRUCTURE
    return heading or _CONTENTS.fullmatch(paragraph.words) is not None


def _numbered(paragraph: AnyParagraph) -> bool:
    words = paragraph.words
    return paragraph.head is not None or read_head(words) is not None or is_decimal_heading(words)


def _is_listed(paragraph: AnyParagraph, following: AnyParagraph | None) -> bool:
    """Tell whether *paragraph*, inside a contents list, is a heading 一、, or one like 附则."""
    bare = _LEADERS.sub("", without_space(paragraph.words))
    if _numbered(paragraph):
        return not is_finished(bare)
    goes_on = following is None or _is_contents(following) or _numbered(following)
    return bare == "附则" or (goes_on and bare in _UNNUMBERED)
