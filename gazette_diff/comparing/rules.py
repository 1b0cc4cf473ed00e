"""The rules that tell of one edit what kind of words changed (see :mod:`classes`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gazette_diff.comparing.keys import REFERENCE
from gazette_diff.comparing.values import (
    COUNT,
    DATE,
    MONEY,
    SHARE,
    SPAN,
    same_writing,
    values,
)
from gazette_diff.core.numerals import NUMERAL_CHARACTERS

_DUTY = re.compile(r"应当|应该|必须|可以|不得|禁止|严禁|不予|无需|无须|不必|原则上")
# 一般 is a duty word only by itself: 一般 was added to 应当, but 一般公共预算 is a budget.
_ALONE = frozenset({"一般", "原则上", "一般应当", "原则上应当"})
_SPAN_AFTER = re.compile(r"之?内|以内|之?前|以前|届满|期满|为限")
_SPAN_BEFORE = re.compile(
    r"(?:期限|时限|期间|有效期|任期|不超过|不少于|不得超过|不得少于|提前|保存|至少|[会开行此]前)[为是]?$"
)
_LIMIT = re.compile(r"以[上下]|(?:的)?罚款")
_LAST_SUM = re.compile(rf"(?:{MONEY.pattern})$")
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
_FROM_DAY = re.compile(
    rf"自?(?:[0-9{NUMERAL_CHARACTERS}]+年)?[0-9{NUMERAL_CHARACTERS}]+月[0-9{NUMERAL_CHARACTERS}]+日"
    rf"起{_IN_FORCE.pattern.removeprefix('起?')}"
)
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
# A reference as it stands in a sentence: with the law it is found in, and 规定的 after it.
_REFERS = re.compile(
    rf"(?:(?:符合|依照|按照|根据|违反|属于)?(?:本(?:法|条例|办法|规定|规则|细则|解释|条|章)|[一-鿿]{{0,5}}法))?"
    rf"(?:{REFERENCE.pattern}|前[一二两三四]?[款条项])(?:的?规定的?|所称的?)?"
)
_JOINS = re.compile(r"以及|[、，,和或及与至到的]")
# An edit of more characters holds too much for one rule to be sure what changed.
_LONGEST = 24
# Words on both sides of a comma, on both sides of the edit: a passage was written anew.
_CLAUSES = re.compile(r"\w[,，。;；]\w")


class Edit(NamedTuple):
    """One edit of a row: the words that went and came, and those that stayed around them."""

    old: str
    new: str
    before: str
    after: str


def classes_of_edit(edit: Edit) -> set[str]:
    """Return the names of the classes of one *edit*; none where no rule is sure."""
    old, new = edit.old, edit.new
    if _NO_WORD.sub("", old) == _NO_WORD.sub("", new):
        return {"punctuation"}
    if _is_reference(edit):
        return {"reference"}
    if _is_other_day(edit):
        return {"entry_into_force"}
    if max(len(old), len(new)) > _LONGEST or (_CLAUSES.search(old) and _CLAUSES.search(new)):
        return {"amount"} if _is_other_sum(edit) else set()
    if _is_entry(edit):
        return {"entry_into_force"}
    if _is_wording(edit):
        return {"wording"}
    rules = (
        ("duty", _is_duty(edit)),
        ("deadline", _is_deadline(edit)),
        ("amount", _differ(MONEY, edit)),
        ("percentage", _differ(SHARE, edit)),
        ("count", _differ(COUNT, _without_measures(edit))),
        ("body", _is_body(edit)),
        ("scope", _is_scope(edit)),
    )
    return {name for name, holds in rules if holds}


def _is_reference(edit: Edit) -> bool:
    """Tell whether nothing but references went or came: 第五条 → 第五条、第六条."""
    old, new = edit.old, edit.new
    if REFERENCE.sub("", old) == REFERENCE.sub("", new):
        return True
    if not (_REFERS.search(old) or _REFERS.search(new)):
        return False
    return _JOINS.sub("", _REFERS.sub("", old)) == _JOINS.sub("", _REFERS.sub("", new))


def _is_other_sum(edit: Edit) -> bool:
    """Tell whether a long edit begins, or ends, with another sum: 处1000元 → 处2000元.

    The words that stayed beside it show that both sums stand for the same.
    """
    starts = [MONEY.match(words) for words in (edit.old, edit.new)]
    if edit.before and _are_other(starts):
        return True
    if not _LIMIT.match(edit.after):
        return False
    return _are_other([_LAST_SUM.search(words) for words in (edit.old, edit.new)])


def _are_other(found: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether all was *found*, and the words differ in what they say."""
    said = {same_writing(one[0]) for one in found if one}
    return all(found) and len(said) == len(found)


def _is_wording(edit: Edit) -> bool:
    """Tell whether the edit says the same in other words."""
    old, new = edit.old, edit.new
    if same_writing(old) == same_writing(new) or (len(old) > 1 and sorted(old) == sorted(new)):
        return True
    around = (
        ("", ""),
        (edit.before[-1:], ""),
        ("", edit.after[:1]),
    )
    return any({a + old + b, a + new + b} <= same for a, b in around for same in _SAME)


def _is_duty(edit: Edit) -> bool:
    old, new = (_DUTY.findall(words) for words in (edit.old, edit.new))
    if old and new:
        return old != new
    sides = {edit.old, edit.new}
    return sides <= _ALONE | {"", *old, *new}


def _is_deadline(edit: Edit) -> bool:
    """Tell whether a span of time changed within which something is to be done."""
    if DATE.search(edit.old) or DATE.search(edit.new):
        return False
    if _SPAN_AFTER.match(edit.after) or _SPAN_BEFORE.search(edit.before):
        return _differ(SPAN, edit)
    spans = [
        {
            same_writing(found[0])
            for found in SPAN.finditer(words)
            if _SPAN_AFTER.match(words, found.end())
        }
        for words in (edit.old, edit.new)
    ]
    return all(spans) and spans[0] != spans[1]


def _differ(pattern: re.Pattern[str], edit: Edit) -> bool:
    """Tell whether both sides hold values of *pattern*, as many, and other ones."""
    old, new = (values(pattern, words) for words in (edit.old, edit.new))
    return len(old) == len(new) > 0 and old != new


def _without_measures(edit: Edit) -> Edit:
    """Return *edit* without its spans of time, sums and shares: what counts may be left."""
    old, new = (_MEASURE.sub("，", words) for words in (edit.old, edit.new))
    return edit._replace(old=old, new=new)


def _is_entry(edit: Edit) -> bool:
    """Tell whether the day changed: 自2021年5月1日起施行, 自公布之日起施行."""
    dated = DATE.search(edit.old) and DATE.search(edit.new)
    return bool(dated and (_IN_FORCE.match(edit.after) or _IN_FORCE.search(edit.new)))


def _is_other_day(edit: Edit) -> bool:
    """Tell whether both sides, however long, begin with the day: 2024年9月1日起施行。…同时废止."""
    if not (edit.old and edit.new):
        return False
    return _are_other([_FROM_DAY.match(words + edit.after) for words in (edit.old, edit.new)])


def _is_body(edit: Edit) -> bool:
    """Tell whether one name of a body took the place of another: 工商行政 → 市场监督 管理部门."""
    names = [words for words in (edit.old, edit.new) if words]
    if not all(_NAME.fullmatch(words) and not _NO_NAME.search(words) for words in names):
        return False
    if len(names) > 1:
        if all(_ENDS_IN_BODY.search(words) for words in names):
            return True
        if all(_LAST_OF_BODY.fullmatch(words) for words in names):
            return True
        if _GOES_ON_AS_BODY.match(edit.after):
            return True
    return _GOES_ON_TO_BODY.match(edit.after) is not None


def _is_scope(edit: Edit) -> bool:
    around = _SENTENCE.split(edit.before)[-1], _SENTENCE.split(edit.after)[0]
    edits = _SENTENCE.split(edit.old)[-1], _SENTENCE.split(edit.new)[-1]
    return any(_APPLIES.search(around[0] + words + around[1]) for words in edits)
