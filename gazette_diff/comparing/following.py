"""References that follow the renumbering: 第三十一条 became 第三十八条, and so it is cited now.

Only references of a regulation to itself follow it. One that stands behind the name of
another law (刑法第二百二十七条) changed because that law did, or for a reason of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazette_diff.comparing.keys import REFERENCE, plain
from gazette_diff.core.changes import DOUBT, Change, Row
from gazette_diff.core.numerals import NUMBER_CHARACTERS, parse_number
from gazette_diff.core.places import EID_WORDS, article_of
from gazette_diff.core.tree import Level

if TYPE_CHECKING:
    from gazette_diff.comparing.edits import Edit

_STEP = re.compile(
    rf"第?\(?(?P<base>[{NUMBER_CHARACTERS}]+)\)?(?P<unit>[编章节条款项目])"
    rf"(?:之(?P<branch>[{NUMBER_CHARACTERS}]+))?"
)
_EID_WORDS = {level.unit: word for level, word in EID_WORDS.items()}
_INNER = tuple(EID_WORDS[level] for level in (Level.PARAGRAPH, Level.ITEM, Level.SUBITEM))
_OUTER = {word: _INNER[:at] for at, word in enumerate(_INNER)}
_KIND = r"(?:法|条例|办法|规定|细则|规则|解释|决定|意见|章程|制度|方案|通知|通则|准则)"
_ATTACHMENT = r"附[件录表][0-9一二三四五六七八九十]{0,2}"
_OWN = re.compile(rf"本(?:{_KIND}|附[件录表]|[编章节条款])$")
# What other texts are called by, and words whose reference cannot be told here (前条第二款).
_OTHER = re.compile(
    rf"(?:[》)]|{_KIND}|{_ATTACHMENT}|公约|协定|议定书|标准|纲要|宪法|法典|草案|[该其])$"
)
_BEFORE = re.compile(r"前[一二两三四]?[编章节条款项目]$")
_JOIN = re.compile(r"[、,]?(?:和|或者|或|及|以及|与|至|到|并)?")


class Reference(NamedTuple):
    """A reference in a plain text: its words, their place, and where they lead to.

    ``target`` is ``("art_31", "para_2")`` for 第三十一条第二款, and ``("att_1__art_31", "para_2")``
    for the same in an attachment, whose articles are counted for themselves; None where it leads
    out of the regulation or nobody can tell where.
    """

    words: str
    start: int
    target: tuple[str, ...] | None


class Correspondence:
    """Which provision of the old version is which in the new one, by their eIds."""

    def __init__(self, changes: Iterable[Change], containers: Mapping[str, str]) -> None:
        """Take the *changes*, and the *containers* that live on under another eId."""
        self._pairs = dict(containers)
        self._units: tuple[set[str], set[str]] = (set(), set())
        became: dict[str, list[str]] = {}
        came_of: Counter[str] = Counter()
        for change in changes:
            for side, refs in enumerate((change.old, change.new)):
                self._units[side].update(ref.eid for ref in refs)
            for link in change.links:
                if link.confidence >= DOUBT:
                    became.setdefault(link.old, []).append(link.new)
                    came_of[link.new] += 1
            for row in change.rows:
                if row.old and row.new:
                    self._pairs.setdefault(row.old.eid, row.new.eid)
        # Of a split or a merger nobody can say that the reference had to change as it did.
        for old, news in became.items():
            if len(news) == came_of[news[0]] == 1:
                self._pairs[old] = news[0]
            else:
                self._pairs.pop(old, None)
        self._containers = _by_number(containers.keys()), _by_number(containers.values())

    def follows(self, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
        """Tell whether what *old* leads to in the old version is what *new* leads to now."""
        before, after = self._eids(old, 0), self._eids(new, 1)
        return bool(before) and any(self._pairs.get(eid) in after for eid in before)

    def _eids(self, target: tuple[str, ...], side: int) -> list[str]:
        """Return the eIds that *target* may mean; 第三条第二项 has one 款 or needs none."""
        first, *inner = target
        if first not in self._units[side]:
            number = _attachment(first), first.rpartition("__")[2]
            first = self._containers[side].get(number, "")
        if not first:
            return []
        whole = "__".join((first, *inner))
        if not inner or inner[0].startswith("para"):
            return [whole]
        return [whole, "__".join((first, "para_1", *inner))]


def _by_number(containers: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return the containers by attachment and number: chp_3 of the body is book_2__chp_3.

    Numbers that several have, each 编 counting its own chapters, are left out.
    """
    found: dict[tuple[str, str], str] = {}
    for eid in containers:
        number = _attachment(eid), eid.rpartition("__")[2]
        found[number] = "" if number in found else eid
    return found


def follows(row: Row, correspondence: Correspondence) -> bool:
    """Tell whether the sides of *row* differ in layout and references that follow, no more."""
    old, new = plain(row.old_text), plain(row.new_text)
    if REFERENCE.sub("#", old) != REFERENCE.sub("#", new) or not (row.old and row.new):
        return False
    sides = references(old, row.old.eid), references(new, row.new.eid)
    return _all_follow(*sides, correspondence)


def edit_follows(edit: Edit, row: Row, correspondence: Correspondence) -> bool:
    """Tell whether *edit* of *row* holds nothing but references that follow."""
    if not (row.old and row.new and edit.old and edit.new):
        return False
    if REFERENCE.sub("#", edit.old) != REFERENCE.sub("#", edit.new):
        return False
    sides = []
    for words, ref, at in ((edit.old, row.old, 0), (edit.new, row.new, 2)):
        before, after = edit.texts[at : at + 2]
        found = references(before + words + after, ref.eid)
        ends = len(before), len(before) + len(words)
        sides.append([one for one in found if ends[0] <= one.start < ends[1]])
    return bool(sides[0]) and _all_follow(sides[0], sides[1], correspondence)


def _all_follow(
    old: Sequence[Reference], new: Sequence[Reference], correspondence: Correspondence
) -> bool:
    if len(old) != len(new):
        return False
    return all(
        one.words == other.words
        or (one.target and other.target and correspondence.follows(one.target, other.target))
        for one, other in zip(old, new, strict=True)
    )


def references(text: str, eid: str) -> list[Reference]:
    """Return the references in a plain *text*, which stands in the provision *eid*."""
    found: list[Reference] = []
    end = 0
    before: tuple[str, ...] | None = ()
    for match in REFERENCE.finditer(text):
        steps = [f"{_EID_WORDS[step['unit']]}_{_number(step)}" for step in _STEP.finditer(match[0])]
        base = _base(text[end : match.start()], before if found else None, bool(found), eid)
        before = None if base is None or not steps else _joined(base, steps)
        found.append(Reference(match[0], match.start(), before))
        end = match.end()
    return found


def _base(
    gap: str, before: tuple[str, ...] | None, goes_on: bool, eid: str
) -> tuple[str, ...] | None:
    """Return from where a reference behind the words *gap* leads; None where that is unsure."""
    if goes_on and _JOIN.fullmatch(gap):
        return before
    if _BEFORE.search(gap) or (_OTHER.search(gap) and not _OWN.search(gap)):
        return None
    article = article_of(eid)
    return (article, *filter(None, eid.removeprefix(article).split("__")))


def _joined(base: tuple[str, ...], steps: Sequence[str]) -> tuple[str, ...] | None:
    """Return where *steps* lead from *base*: 第二款 from art_3, para_1 leads to art_3, para_2.

    An article is looked for where that of *base* stands: in the same attachment, and in the
    same chapter where each chapter counts its own.
    """
    level = steps[0].partition("_")[0]
    article, *inner = base
    around, _, last = article.rpartition("__")
    if level in _INNER:
        kept = [step for step in inner if step.partition("_")[0] in _OUTER[level]]
        return (article, *kept, *steps) if last.startswith("art_") else None
    scope = around if last.startswith("art_") else _attachment(article)
    return ("__".join(filter(None, (scope, steps[0]))), *steps[1:])


def _number(step: re.Match[str]) -> str:
    branch = f"-{parse_number(step['branch'])}" if step["branch"] else ""
    return f"{parse_number(step['base'])}{branch}"


def _attachment(eid: str) -> str:
    first = eid.partition("__")[0]
    return first if first.startswith("att_") else ""
