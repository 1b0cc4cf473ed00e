"""What kind of words changed, where the words themselves show it.

Every rule looks at one edit (the words that went, those that came) and at what stands
around it in the row. A rule that could be wrong is left out: an edit may have no class.

| class | given when |
|---|---|
| duty | a word of duty or permission (应当, 必须, 可以, 不得 …) took the place of another |
| deadline | a span of time changed that is followed by 内, 前 … or follows 期限, 不超过, 提前 … |
| amount | a sum of money changed |
| percentage | a per cent, 百分之 or 分之 changed |
| count | a number of things, persons or times changed |
| body | a body got another name: both sides end, or go on, in 部门, 机关, 委员会, 局 … |
| scope | the sentence that says to what the regulation applies (适用本办法) changed |
| entry_into_force | the date changed on which the regulation enters into force (施行) |
| reference | nothing but the number of a provision that is referred to changed |
| wording | the same in other words: 7日 and 七日, 和 and 及, 举报投诉 and 投诉举报 |
| punctuation | nothing but punctuation, width or spaces changed |

If a change has no classes but the last three, it is editorial.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gazette_diff.comparing.keys import REFERENCE, plain
from gazette_diff.comparing.values import (
    COUNT,
    DATE,
    MONEY,
    SHARE,
    SPAN,
    same_writing,
    values,
)
from gazette_diff.core.changes import Relation, Row, Segment

#: All classes, in the order in which a change names them.
CLASSES = (
    "duty",
    "deadline",
    "amount",
    "percentage",
    "count",
    "body",
    "scope",
    "entry_into_force",
    "reference",
    "wording",
    "punctuation",
)

_DUTY = re.compile(r"应当|应该|必须|可以|不得|禁止|严禁|不予|无需|无须|不必|原则上")
# 一般 is a duty word only by itself: 一般 was added to 应当, but 一般公共预算 is a budget.
_ALONE = frozenset({"一般", "原则上", "一般应当", "原则上应当"})
_SPAN_AFTER = re.compile(r"之?内|以内|之?前|以前|届满|期满|为限")
_SPAN_BEFORE = re.compile(
    r"(?:期限|时限|期间|有效期|任期|不超过|不少于|不得超过|不得少于|提前|保存|至少)[为是]?$"
)
_MEASURE = re.compile("|".join(p.pattern for p in (SHARE, SPAN, MONEY)))
_BODY = (
    r"(?:主管部门|部门|机关|机构|委员会|政府|局|厅|办公室|办公厅|法院|检察院"
    r"|协会|联合会|督查室|海关|中心)"
)
_ENDS_IN_BODY = re.compile(rf"{_BODY}$")
_GOES_ON_TO_BODY = re.compile(rf"(?:行政|管理|行政管理|监督|监督管理|工作|人民)?{_BODY}")
# The last character of many names: 督查室 → 督查局, 督查 → 办公 室.
_LAST_OF_BODY = re.compile(r"[室局厅委署办部院会]")
_GOES_ON_AS_BODY = re.compile(r"[室局厅署](?![部内外限面])")
_NAME = re.compile(r"[一-鿿、]{1,14}")
# Words that are part of no name: an edit that holds one changed more than a name.
_NO_NAME = re.compile(
    r"应当|可以|不得|必须|负责|[的由在对向或和及将把被经]|有关|按照|根据|依照|依法"
)
_APPLIES = re.compile(
    r"(?<![除还])适用本(?:法|条例|办法|规定|规则|细则|制度)$"
    r"|本(?:法|条例|办法|规定|规则|细则|制度)不?适用于"
)
_IN_FORCE = re.compile(r"起?(?:正式)?(?:施行|实施|生效)")
_NO_WORD = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"[。；;]")
# Words that say the same: to change one for the other is editing, no more.
_SAME = (
    frozenset({"和", "及", "以及", "与", "、", "及其"}),
    frozenset({"或", "或者"}),
    frozenset({"相关", "有关"}),
    frozenset({"其它", "其他"}),
    frozenset({"做出", "作出"}),
    frozenset({"帐", "账"}),
    frozenset({"又", "且", "并且", "并"}),
    frozenset({"内", "以内", "之内"}),
    frozenset({"前", "以前", "之前"}),
    frozenset({"如", "如果", "若"}),
    frozenset({"但", "但是"}),
    frozenset({"的", ""}),
)
# An edit of more characters holds too much for one rule to be sure what changed.
_LONGEST = 24
# Words on both sides of a comma, on both sides of the edit: a passage was written anew.
_CLAUSES = re.compile(r"\w[,，。;；]\w")


class Change(NamedTuple):
    """One edit of a row: the words that went and came, and those that stayed around them."""

    old: str
    new: str
    before: str
    after: str


def classes_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the classes of the edits in *rows*, in the order of :data:`CLASSES`.

    Rows that were added or deleted as a whole have none.
    """
    found: set[str] = set()
    for row in rows:
        if row.relation is Relation.AMENDED:
            found |= _classes_of_row(row)
    return tuple(name for name in CLASSES if name in found)


def _classes_of_row(row: Row) -> set[str]:
    return {name for change in _changes(row.segments) for name in _classes_of_change(change)}


def _changes(segments: Sequence[Segment]) -> Iterator[Change]:
    """Yield the edits of a row, all words without layout."""
    old = new = before = ""
    for segment in (*segments, Segment("=", "")):
        words = plain(segment.text)
        if segment.op == "-":
            old += words
        elif segment.op == "+":
            new += words
        else:
            if old or new:
                yield Change(old, new, before, words)
            elif _differs_in_layout(segments):
                yield Change("", "", before, words)
            old, new, before = "", "", words


def _differs_in_layout(segments: Sequence[Segment]) -> bool:
    """Tell whether nothing but spaces was added or left out."""
    return all(segment.op == "=" or not plain(segment.text) for segment in segments)


def _classes_of_change(change: Change) -> set[str]:
    old, new = change.old, change.new
    if _NO_WORD.sub("", old) == _NO_WORD.sub("", new):
        return {"punctuation"}
    if REFERENCE.sub("", old) == REFERENCE.sub("", new):
        return {"reference"}
    if max(len(old), len(new)) > _LONGEST or (_CLAUSES.search(old) and _CLAUSES.search(new)):
        return set()
    if _is_entry(change):
        return {"entry_into_force"}
    if _is_wording(change):
        return {"wording"}
    rules = (
        ("duty", _is_duty(change)),
        ("deadline", _is_deadline(change)),
        ("amount", _differ(MONEY, change)),
        ("percentage", _differ(SHARE, change)),
        ("count", _differ(COUNT, _without_measures(change))),
        ("body", _is_body(change)),
        ("scope", _is_scope(change)),
    )
    return {name for name, holds in rules if holds}


def _is_wording(change: Change) -> bool:
    """Tell whether the edit says the same in other words."""
    old, new = change.old, change.new
    if same_writing(old) == same_writing(new) or (len(old) > 1 and sorted(old) == sorted(new)):
        return True
    around = (
        ("", ""),
        (change.before[-1:], ""),
        ("", change.after[:1]),
    )
    return any({a + old + b, a + new + b} <= same for a, b in around for same in _SAME)


def _is_duty(change: Change) -> bool:
    old, new = (_DUTY.findall(words) for words in (change.old, change.new))
    if old and new:
        return old != new
    sides = {change.old, change.new}
    return sides <= _ALONE | {"", *old, *new}


def _is_deadline(change: Change) -> bool:
    """Tell whether a span of time changed within which something is to be done."""
    if DATE.search(change.old) or DATE.search(change.new):
        return False
    if _SPAN_AFTER.match(change.after) or _SPAN_BEFORE.search(change.before):
        return _differ(SPAN, change)
    spans = [
        {
            same_writing(found[0])
            for found in SPAN.finditer(words)
            if _SPAN_AFTER.match(words, found.end())
        }
        for words in (change.old, change.new)
    ]
    return all(spans) and spans[0] != spans[1]


def _differ(pattern: re.Pattern[str], change: Change) -> bool:
    """Tell whether both sides hold values of *pattern*, as many, and other ones."""
    old, new = (values(pattern, words) for words in (change.old, change.new))
    return len(old) == len(new) > 0 and old != new


def _without_measures(change: Change) -> Change:
    """Return *change* without its spans of time, sums and shares: what counts may be left."""
    old, new = (_MEASURE.sub("，", words) for words in (change.old, change.new))
    return change._replace(old=old, new=new)


def _is_entry(change: Change) -> bool:
    """Tell whether the day changed: 自2021年5月1日起施行, 自公布之日起施行."""
    dated = DATE.search(change.old) and DATE.search(change.new)
    return bool(dated and (_IN_FORCE.match(change.after) or _IN_FORCE.search(change.new)))


def _is_body(change: Change) -> bool:
    """Tell whether one name of a body took the place of another: 工商行政 → 市场监督 管理部门."""
    names = [words for words in (change.old, change.new) if words]
    if not all(_NAME.fullmatch(words) and not _NO_NAME.search(words) for words in names):
        return False
    if len(names) > 1:
        if all(_ENDS_IN_BODY.search(words) for words in names):
            return True
        if all(_LAST_OF_BODY.fullmatch(words) for words in names):
            return True
        if _GOES_ON_AS_BODY.match(change.after):
            return True
    return _GOES_ON_TO_BODY.match(change.after) is not None


def _is_scope(change: Change) -> bool:
    around = _SENTENCE.split(change.before)[-1], _SENTENCE.split(change.after)[0]
    edits = _SENTENCE.split(change.old)[-1], _SENTENCE.split(change.new)[-1]
    return any(_APPLIES.search(around[0] + words + around[1]) for words in edits)
