"""What a regulation says of itself: its number, dates, issuer, and what it repeals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import (
    Block,
    BlockKind,
    GazetteIssue,
    Metadata,
    Provision,
    Replaced,
)
from gazette_diff.parsing.adoption import Adoption, read_adoption, read_order
from gazette_diff.parsing.segment import NOTICE_TITLE
from gazette_diff.parsing.wording import find_dates, is_issuer, without_space

# 本办法第三条自……, 其他条款自……: the day of a part is not that of the whole.
_OWN_FORCE = re.compile(
    r"(?:本(?:(?!第)[一-鿿]){1,8}?(?:（[^）]{1,20}）)?|其[他余它](?:各?条款|条文|规定|内容|部分)?)自(?P<when>[^。；]{2,40}?)(?:起|后)?(?:正式)?(?:施行|实施|执行|生效)"
)
_ON_EVENT = re.compile(
    r"(?:(?P<published>公布|发布|颁布|印发|下发|签发)|(?P<signed>通过)|(?P<approved>批准))之日|即日"
)
# 自公布之日起30日后, 满三个月: from which day it is counted is not told.
_LATER = re.compile(r"之日起?(?:满|后)?[0-9０-９一二三四五六七八九十]+(?:个?工作日|日|天|个?月|年)")
_REPEALS = re.compile(r"废止|停止执行|停止施行|失效")
_SENTENCE_END = re.compile(r"(?<=[。；])")
_TITLE = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_NUMBER_AFTER = re.compile(r"[（(](?P<number>[^）)]{4,40}号)[^）)]*[）)]")
# 《…》中有关看守所的规定, 《…》第三条, 《…》除第三条外: the rest of it stays in force.
_PART_OF = re.compile(
    r"(?:[（(][^）)]*[）)])?(?:中(?!止)|除|的?(?:有关|相关|关于|涉及|部分)|与本"
    r"|的?第[0-9０-９〇零一二三四五六七八九十百千]+[编章节条款项])"
)
_CLOSING_TEXTS = 12
_ORDER = re.compile(r"(?:令|公告)$")
# Between the two highest courts no 、 stands in older titles.
_BETWEEN_ISSUERS = re.compile(r"[ \u3000、]+|(?<=最高人民法院)(?=.)|(?<=最高人民检察院)(?=.)")
_CONSTRUCTED = re.compile(r"构拟|仅供演示")


def read_metadata(
    preface: Sequence[Block],
    conclusion: Sequence[Block],
    body: Sequence[Provision],
    *,
    title: str,
    gazette: GazetteIssue | None,
) -> Metadata:
    """Gather the metadata of a regulation from its blocks and its last provisions."""
    told = read_adoption(preface)
    dated = _last_date(preface, BlockKind.DATE) or _last_date(conclusion, BlockKind.DATE)
    number = _document_number(preface)
    if told.signed and number is not None and number.is_order:
        told.published = told.published or _last_date(preface, BlockKind.DATE)  # the order's day
    told.signed = told.signed or dated
    closing = _closing_texts(body)
    amended = tuple(sorted(told.amended))
    # After an amendment the body still tells of the original's entry into force.
    days = (_in_force(closing, preface, told), told.in_force)
    in_force = next((day for day in days if day and day >= max(amended, default=day)), None)
    number = number or told.number
    return Metadata(
        title=title,
        document_number=number,
        issuer=_issuer(preface, conclusion) or told.issuer or _issuer_of(number),
        signed=told.signed,
        published=told.published,
        amended=amended,
        in_force=in_force,
        repealed=told.repealed,
        replaces=_replaced(closing, title),
        gazette=gazette,
        constructed=_constructed(preface),
    )


def _document_number(preface: Sequence[Block]) -> DocumentNumber | None:
    for block in preface:
        if block.kind is BlockKind.DOCUMENT_NUMBER:
            return DocumentNumber.parse(block.text)
    for block in preface:
        if block.kind is BlockKind.ADOPTION_NOTE and (number := DocumentNumber.find(block.text)):
            return number
    return None


def _issuer(preface: Sequence[Block], conclusion: Sequence[Block]) -> tuple[str, ...]:
    """Return who signed, or is named in the title of the notice."""
    for block in (*preface, *conclusion):
        if block.kind is BlockKind.SIGNATURE and is_issuer(block.text):
            return tuple(_BETWEEN_ISSUERS.split(block.text.strip()))
    for block in preface:
        if block.kind in (BlockKind.NOTICE_TITLE, BlockKind.TITLE) and "关于" in block.text:
            found = NOTICE_TITLE.fullmatch(without_space(block.text))
            if found and found["issuer"] and is_issuer(found["issuer"]):
                return tuple(_BETWEEN_ISSUERS.split(found["issuer"]))
    return ()


def _issuer_of(number: DocumentNumber | None) -> tuple[str, ...]:
    """Return who gave the order with this *number*."""
    agency = _ORDER.sub("", number.agency) if number is not None else ""
    return (agency,) if number is not None and agency != number.agency and is_issuer(agency) else ()


def _last_date(blocks: Sequence[Block], kind: BlockKind) -> date | None:
    for block in reversed(blocks):
        if block.kind is kind and (found := find_dates(block.text)):
            return found[0][2]
    return None


def _closing_texts(body: Sequence[Provision]) -> list[str]:
    """Return the words of the last provisions, where a regulation speaks of its own force."""
    texts: list[str] = []
    waiting: list[Provision | str] = [*body[-3:]]
    while waiting and len(texts) < _CLOSING_TEXTS:
        last = waiting.pop()
        if isinstance(last, str):
            texts.append(last)
            continue
        if last.text:
            waiting.append(last.text)
        waiting += last.children
        if last.closing:
            waiting.append(last.closing)
    return texts[::-1]


def _in_force(closing: Sequence[str], preface: Sequence[Block], told: Adoption) -> date | None:
    notice = [b.text for b in preface if b.kind is BlockKind.NOTICE_TEXT]
    for text in (*reversed(closing), *notice):
        if "自" not in text:
            continue
        bare = without_space(text)
        found = _OWN_FORCE.search(bare)
        if found is None and text in notice:
            found = re.search(r"自(?P<when>[^。；，]{2,40}?)起?(?:施行|实施|执行)", bare)
        if found is None:
            continue
        if days := find_dates(found["when"]):
            return days[0][2]
        if event := _ON_EVENT.search(found["when"]):
            return None if _LATER.search(found["when"]) else _day_of(event.lastgroup, told)
    return None


def _day_of(event: str | None, told: Adoption) -> date | None:
    """Return the day of *event* (of publication if it is None), as far as it is told.

    Where no day of publication is told, the text was published when it was adopted, unless
    it had still to be approved.
    """
    if event == "signed":
        return told.signed
    if event == "approved":
        return told.approved
    return told.published or (None if told.approved else told.signed)


def _replaced(closing: Sequence[str], own_title: str) -> tuple[Replaced, ...]:
    """Return the regulations that the last provisions repeal, with the days they name.

    One of which only a part is repealed is not replaced.
    """
    replaced: list[Replaced] = []
    for text in closing:
        if not ("止" in text or "失" in text) or _REPEALS.search(text) is None:
            continue
        sentences = _SENTENCE_END.split(text)
        for sentence in sentences:
            if not _REPEALS.search(sentence):
                continue
            previous_end = 0
            for found in _TITLE.finditer(sentence):
                before = without_space(sentence[previous_end : found.start()])
                previous_end = found.end()
                if _PART_OF.match(sentence, found.end()):
                    continue
                after = _NUMBER_AFTER.match(sentence, found.end())
                days = find_dates(before)
                given = read_order(before[days[-1][1] :]) if days else None
                number = DocumentNumber.parse(after["number"]) if after else given
                replaced.append(Replaced(found["title"], days[-1][2] if days else None, number))
    return tuple(dict.fromkeys(replaced))


def _constructed(preface: Sequence[Block]) -> str:
    """Return the words that mark a text as written for demonstration."""
    found = [block for block in preface if _CONSTRUCTED.search(block.text)]
    for kind in (BlockKind.ADOPTION_NOTE, BlockKind.PREAMBLE, BlockKind.TITLE):
        for block in found:
            if block.kind is kind:
                return block.text
    return ""
