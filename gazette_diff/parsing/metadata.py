"""What a regulation says of itself: its number, dates, issuer, and what it repeals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from gazette_diff.core.document_number import DocumentNumber
from gazette_diff.core.tree import (
    Block,
    BlockKind,
    GazetteIssue,
    Metadata,
    Provision,
    Replaced,
)
from gazette_diff.parsing.segment import NOTICE_TITLE
from gazette_diff.parsing.wording import find_dates, is_issuer, without_space

# What happened on a day, by the first of these words after it; 修改 also stands in the
# title of an amending decision (关于修改……的决定), which is an amendment just the same.
_EVENTS = re.compile(
    r"(?P<amended>修正|修订|修改|修[改订]的决定|第.次修)"
    r"|(?P<in_force>施行|实施|生效|起执行)"
    r"|(?P<published>公布|发布|颁布|印发|下发|公告)"
    r"|(?P<signed>通过|审议|制定|签署|同意)"
    r"|(?P<approved>批准)"
    r"|(?P<repealed>废止|失效)"
)
# ……审判委员会会议、2021年12月29日……检察委员会会议通过.
_JOINTLY = re.compile(r"[、和及与]\s*\Z")
_AMENDS = re.compile(r"修正|修订|修改")
_OWN_FORCE = re.compile(
    r"本(?:[一-鿿]{1,8}?)(?:（[^）]{1,20}）)?自(?P<when>[^。；]{2,40}?)(?:起|后)?(?:正式)?(?:施行|实施|执行|生效)"
)
_ON_PUBLICATION = re.compile(r"(?:公布|发布|颁布|印发|下发|通过|签发)之日|即日")
_REPEALS = re.compile(r"废止|停止执行|停止施行|失效")
_SENTENCE_END = re.compile(r"(?<=[。；])")
_TITLE = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_NUMBER_AFTER = re.compile(r"[（(](?P<number>[^）)]{4,40}号)[^）)]*[）)]")
_CLOSING_TEXTS = 12
_ORDER = re.compile(r"(?:令|公告)$")
_QUOTED = re.compile(r"《[^》]*》")
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
    days = _note_days(preface)
    signed = (
        days.signed or _last_date(preface, BlockKind.DATE) or _last_date(conclusion, BlockKind.DATE)
    )
    closing = _closing_texts(body)
    in_force = _in_force(closing, preface, signed=days.published or signed) or days.in_force
    amended = tuple(sorted(days.amended))
    if in_force and amended and in_force < amended[-1]:
        in_force = None  # the body still tells of the original's entry into force
    number = _document_number(preface)
    return Metadata(
        title=title,
        document_number=number,
        issuer=_issuer(preface, conclusion, number),
        signed=signed,
        published=days.published,
        amended=amended,
        in_force=in_force,
        repealed=days.repealed,
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


def _issuer(
    preface: Sequence[Block], conclusion: Sequence[Block], number: DocumentNumber | None
) -> tuple[str, ...]:
    """Return who signed, is named in the title of the notice, or gave the order its *number*."""
    for block in (*preface, *conclusion):
        if block.kind is BlockKind.SIGNATURE and is_issuer(block.text):
            return tuple(re.split(r"[ \u3000、]+", block.text.strip()))
    for block in preface:
        if block.kind in (BlockKind.NOTICE_TITLE, BlockKind.TITLE) and "关于" in block.text:
            found = NOTICE_TITLE.fullmatch(without_space(block.text))
            if found and found["issuer"] and is_issuer(found["issuer"]):
                return (found["issuer"],)
    agency = _ORDER.sub("", number.agency) if number is not None else ""
    return (agency,) if number is not None and agency != number.agency and is_issuer(agency) else ()


@dataclass(slots=True)
class _Days:
    """The days that a 题注 tells of."""

    signed: date | None = None
    published: date | None = None
    in_force: date | None = None
    repealed: date | None = None
    amended: set[date] = field(default_factory=set)

    def add(self, event: str | None, day: date) -> None:
        if event == "published":
            self.published = day  # of several, the last is this version's
        elif event == "amended" or (event == "signed" and self.signed):
            self.amended.add(day)  # a later adoption (通过) adopts an amendment
        elif event == "approved" and self.signed:
            return  # 批准 by the province follows the city's own adoption (立法法 2023, 第八十一条)
        elif event == "in_force":
            self.in_force = day
        elif event == "repealed":
            self.repealed = day
        else:
            self.signed = self.signed or day


def _note_days(preface: Iterable[Block]) -> _Days:
    """Read the days of the 题注: each belongs to the first event that is told after it."""
    days = _Days()
    for block in preface:
        if block.kind is not BlockKind.ADOPTION_NOTE:
            continue
        found = find_dates(block.text)
        before: str | None = None
        joint: list[date] = []
        for k, (_, end, day) in enumerate(found):
            stop = found[k + 1][0] if k + 1 < len(found) else len(block.text)
            words = block.text[end:stop]
            event = _event(words, before)
            if event is None and stop < len(block.text) and _JOINTLY.search(words):
                joint.append(day)
                continue
            if event in ("signed", "amended"):
                # Several bodies adopted it, each on its day: the last made it complete.
                day, joint = max([day, *joint]), []
            for other in joint:
                days.add(None, other)
            before, joint = event, []
            days.add(before, day)
    return days


def _event(words: str, before: str | None) -> str | None:
    """Return what *words* tell of the day before them; *before* is the event told before that.

    An amendment that was approved (……批准的……决定修正) is of the day of its adoption, if that
    is told.
    """
    outside = _QUOTED.sub(_amending, words) if "《" in words else words
    found = _EVENTS.search(outside)
    if found is None:
        return None
    amends = found.lastgroup == "approved" and _AMENDS.search(outside) is not None
    return "amended" if amends and before != "signed" else found.lastgroup


def _amending(quoted: re.Match[str]) -> str:
    """Return what the title of a decision says of its own event: 《关于修改……的决定》 amends."""
    return "修改" if "修改" in quoted.group() else ""


def _last_date(blocks: Sequence[Block], kind: BlockKind) -> date | None:
    for block in reversed(blocks):
        if block.kind is kind and (found := find_dates(block.text)):
            return found[0][2]
    return None


def _closing_texts(body: Sequence[Provision]) -> list[str]:
    """Return the words of the last provisions, where a regulation speaks of its own force."""
    texts = (text for p in _backwards(body[-3:]) for text in (p.closing, p.text) if text)
    return list(islice(texts, _CLOSING_TEXTS))[::-1]


def _backwards(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Yield *provisions* and all inside them, the last first."""
    waiting = [(provision, False) for provision in provisions]
    while waiting:
        provision, inside_told = waiting.pop()
        if inside_told or not provision.children:
            yield provision
        else:
            waiting.append((provision, True))
            waiting += [(child, False) for child in provision.children]


def _in_force(
    closing: Sequence[str], preface: Sequence[Block], *, signed: date | None
) -> date | None:
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
        if _ON_PUBLICATION.search(found["when"]):
            return signed
    return None


def _replaced(closing: Sequence[str], own_title: str) -> tuple[Replaced, ...]:
    """Return the regulations that the last provisions repeal, with the days they name."""
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
                before = sentence[previous_end : found.start()]
                previous_end = found.end()
                number = _NUMBER_AFTER.match(sentence, found.end())
                days = find_dates(without_space(before))
                replaced.append(
                    Replaced(
                        found["title"],
                        days[-1][2] if days else None,
                        DocumentNumber.parse(number["number"]) if number else None,
                    )
                )
    return tuple(dict.fromkeys(replaced))


def _constructed(preface: Sequence[Block]) -> str:
    """Return the words that mark a text as written for demonstration."""
    found = [block for block in preface if _CONSTRUCTED.search(block.text)]
    for kind in (BlockKind.ADOPTION_NOTE, BlockKind.PREAMBLE, BlockKind.TITLE):
        for block in found:
            if block.kind is kind:
                return block.text
    return ""
