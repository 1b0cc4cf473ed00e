"""What ends a document below its text: list of attachments, signature, date, notes, imprint.

GB/T 9704-2012, 7.3.4 (附件说明), 7.3.5 (署名, 成文日期, 附注), 7.4 (版记).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gazette_diff.core.tree import Block, BlockKind
from gazette_diff.parsing.attachments import lists_first_attachment
from gazette_diff.parsing.front import paragraph_block, small_kind
from gazette_diff.parsing.wording import is_finished, without_space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gazette_diff.parsing.paragraphs import AnyParagraph

_NOTE = re.compile(
    r"[（(][^（）()]*(?:公开发布|公开|联系人|联系电话|不发|翻印|此件|印发?[0-9]+份)[^（）()]*[）)]"
    r"|联系(?:人|电话|方式|单位)[：:].*|(?:特此|专此)[一-鿿]{2,4}[。！!]?|此[复令致][。！!]?"
)
_IMPRINT = re.compile(
    r"(?:抄送|抄报|分送|主办|承办|主题词|信息公开选项|公开方式)[：:].*"
    r"|[^，。；]{0,40}(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印(?:发|制)(?:[（(]共印[0-9]+份[）)])?"
)
# （编者注：……）, 责任编辑：某某: what an editor adds.
_EDITORS = re.compile(
    r"[（(【\[]?(?:编[者辑](?:注|按)?|责任?编辑|责编|校对|来源|供稿|撰稿|摘自)[：:][^。]{1,120}。?[）)】\]]?"
)
_PRINTED = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日印")
_LISTED_LONGEST = 60


def conclusion_blocks(paragraphs: list[AnyParagraph]) -> tuple[list[AnyParagraph], list[Block]]:
    """Take what stands below the text off the end of *paragraphs*; return the rest and it."""
    blocks: list[Block] = []
    end = len(paragraphs)
    while end:
        paragraph = paragraphs[end - 1]
        kind = _kind(paragraph, signed=any(map(_is_dated, blocks)))
        start = end - 1 if kind is not None else _list_start(paragraphs, end)
        if start == end:
            break
        taken = paragraphs[start:end]
        blocks = [*(paragraph_block(kind or BlockKind.NOTICE_TEXT, p) for p in taken), *blocks]
        end = start
    return paragraphs[:end], blocks


def _is_dated(block: Block) -> bool:
    """Tell whether *block* is the date, or the imprint with the day of printing."""
    return block.kind is BlockKind.DATE or _PRINTED.match(without_space(block.text)) is not None


def _kind(paragraph: AnyParagraph, *, signed: bool) -> BlockKind | None:
    if paragraph.head is not None or paragraph.table is not None:
        return None
    kind = small_kind(paragraph.words)
    if kind is BlockKind.DATE or (kind is BlockKind.SIGNATURE and signed):
        return kind
    bare = without_space(paragraph.words)
    if _EDITORS.fullmatch(bare):
        return BlockKind.EDITOR_NOTE
    beside = _NOTE.fullmatch(bare) or _IMPRINT.fullmatch(bare)
    return BlockKind.NOTICE_TEXT if beside else None


def _list_start(paragraphs: Sequence[AnyParagraph], end: int) -> int:
    """Return where the list of attachments begins that ends before *end*, *end* without one."""
    start = end
    for i in range(end - 1, -1, -1):
        paragraph = paragraphs[i]
        if paragraph.table is not None or is_finished(paragraph.words):
            break
        if paragraph.head is None and lists_first_attachment(paragraph.words):
            start = i
        elif paragraph.head is None or len(paragraph.words) > _LISTED_LONGEST:
            break
    return start
