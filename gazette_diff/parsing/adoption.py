"""What a 题注 tells: when and by whom a regulation was adopted, published and amended.

立法法 (2023) 第六十一条: the 题注 states the body that made a law and the day of its adoption;
an amended one states each amendment. Local regulations that a province approved (第八十一条)
and orders (第七十七条, 第九十五条) are told of in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from gazette_diff.core.document_number import ORDER_NUMBER, DocumentNumber
from gazette_diff.core.numerals import NUMBER_CHARACTERS
from gazette_diff.core.tree import Block, BlockKind
from gazette_diff.parsing.wording import find_dates, is_issuer, without_space

# What happened on a day, by the first of these words after it; 修改 also stands in the
# title of an amending decision (关于修改……的决定), which is an amendment just the same.
_EVENTS = re.compile(
    r"(?=[修第施实生起公发颁印下通审制签同批废失])(?:"  # the first characters alone are soon found
    r"(?P<amended>修正|修订|修改|修[改订]的决定|第.次修)"
    r"|(?P<in_force>施行|实施|生效|起执行)"
    r"|(?P<published>公布|发布|颁布|印发|下发|公告)"
    r"|(?P<signed>通过|审议|制定|签署|同意)"
    r"|(?P<approved>批准)"
    r"|(?P<repealed>废止|失效))"
)
# ……审判委员会会议、2021年12月29日……检察委员会会议通过; the first may stand on its own line.
_JOINTLY = re.compile(r"(?:[、和及与]|会议)\s*\Z")
_AMENDS = re.compile(r"修正|修订|修改")
_NOTE = BlockKind.ADOPTION_NOTE
_TITLES = re.compile(r"《[^》]*》")
# What stands around the name of a body: the order that it gave, its term, its session. Each
# is looked for only where its own word stands.
_BEFORE = re.compile(r"[，,；;（(]*[由经]?(?:中华人民共和国(?=.))?")
_AROUND = (
    ("届", re.compile(rf"第?[{NUMBER_CHARACTERS}]+届(?:审判委员会|检察委员会)?")),
    (
        "会议",
        re.compile(rf"(?:(?:审判|检察)委员会)?第?[{NUMBER_CHARACTERS}]+次[一-鿿]{{0,6}}会议.*$"),
    ),
    ("令", re.compile(rf"令(?:第[{NUMBER_CHARACTERS}]+号)?[，,]?$")),
    ("公告", re.compile(rf"公告(?:第[{NUMBER_CHARACTERS}]+号)?[，,]?$")),
)
_NATION = re.compile(r"(?<=、)中华人民共和国")
# 市十二届人大常委会: of which city it is not told.
_NO_PLACE = re.compile(r"[省市州县区旗镇乡]人")


@dataclass(slots=True)
class Adoption:
    """The days that a 题注 tells of, the bodies that issued the text, and the order's number."""

    signed: date | None = None
    approved: date | None = None
    published: date | None = None
    in_force: date | None = None
    repealed: date | None = None
    amended: set[date] = field(default_factory=set)
    issuer: tuple[str, ...] = ()
    number: DocumentNumber | None = None

    def add(self, event: str | None, day: date) -> str | None:
        """Take in that *event* happened on *day*; return what it was for this text."""
        if event == "signed" and self.signed:
            event = "amended"  # a later adoption (通过) adopts an amendment
        if event == "published":
            self.published = day  # of several, the last is this version's
        elif event == "amended":
            self.amended.add(day)
        elif event == "approved" and self.signed:
            # 批准 by the province follows the city's own adoption (立法法 2023, 第八十一条).
            self.approved = self.approved if self.amended else day
        elif event == "in_force":
            self.in_force = day
        elif event == "repealed":
            self.repealed = day
        else:
            self.signed = self.signed or day
        return event


def read_adoption(preface: Iterable[Block]) -> Adoption:
    """Read the 题注 in *preface*: each day belongs to the first event that is told after it."""
    told = Adoption()
    texts = [block.text for block in preface if block.kind is _NOTE]
    notes, found = "\n".join(texts), _days(texts)
    before: str | None = None
    joint: list[date] = []
    bodies: list[str] = []
    by_publication: tuple[str, ...] = ()
    for k, (_, end, day) in enumerate(found):
        last = k + 1 == len(found)
        words = notes[end : len(notes) if last else found[k + 1][0]]
        event, outside = _event(words, before)
        if event is None and not last and _JOINTLY.search(words):
            joint.append(day)
            bodies += _bodies(outside)
            continue
        if event == "signed" and told.signed is None:
            told.issuer = tuple(dict.fromkeys([*bodies, *_bodies(outside)]))
        elif event == "published" and not by_publication:
            by_publication = tuple(_bodies(outside))
        if event in ("published", "amended") and "《" not in words:
            told.number = read_order(outside) or told.number
        if event in ("signed", "amended"):
            # Several bodies adopted it, each on its day: the last made it complete.
            day, joint = max([day, *joint]), []
        for other in joint:
            told.add(None, other)
        joint, bodies = [], []
        recorded = told.add(event, day)
        before = "adopted amendment" if (event, recorded) == ("signed", "amended") else event
    told.issuer = told.issuer or by_publication
    return told


def _days(texts: Sequence[str]) -> list[tuple[int, int, date]]:
    """Return the days in *texts* as (start, end, day), counted in all of them, line by line."""
    found: list[tuple[int, int, date]] = []
    before = 0
    for text in texts:
        found += [(before + start, before + end, day) for start, end, day in find_dates(text)]
        before += len(text) + 1
    return found


def _event(words: str, before: str | None) -> tuple[str | None, str]:
    """Return what *words* tell of the day before them, and what stands before they tell it.

    *before* is the event told before that: an amendment that was approved (……批准的……决定
    修正) is of the day of its adoption, if that is told.
    """
    outside = _TITLES.sub(_amending, words) if "《" in words else words
    found = _EVENTS.search(outside)
    if found is None:
        return None, outside
    amends = found.lastgroup == "approved" and _AMENDS.search(outside) is not None
    event = "amended" if amends and before != "adopted amendment" else found.lastgroup
    return event, outside[: found.end() if found.group() == "公告" else found.start()]


def _amending(quoted: re.Match[str]) -> str:
    """Return what the title of a decision says of its own event: 《关于修改……的决定》 amends."""
    return "修改" if "修改" in quoted.group() else ""


def _bodies(words: str) -> list[str]:
    """Return the bodies that *words* name, without term, session or order."""
    name = without_space(words.strip().replace("\n", "、")).rstrip("、和及与，")
    name = _BEFORE.sub("", name, count=1)
    for word, around in _AROUND:
        if word in name:
            name = around.sub("", name)
    name = _NATION.sub("", name) if "、" in name else name
    names = [part for part in name.split("、") if part]
    named = bool(names) and all(is_issuer(part) and not _NO_PLACE.match(part) for part in names)
    return names if named else []


def read_order(words: str) -> DocumentNumber | None:
    """Return the number of the order or announcement that *words* name, None without one."""
    if "令" not in words and "公告" not in words:
        return None
    found = ORDER_NUMBER.search(without_space(words))
    return None if found is None else DocumentNumber.parse(found.group())
